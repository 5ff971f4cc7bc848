"""Putting a piece into files that are there: what they say and every comment in them stays.

Nothing is written here: texts go in and come out. What a piece says is `additions`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from samenwerk.authoring.writing import quoted
from samenwerk.definitions.spelling.places import Source, read_source
from samenwerk.scenarios.folder import MORE_SCENARIOS, SCENARIOS, Folder
from samenwerk.values.place import Path as Keys


class NoPlace(Exception):
    """There is no place that is certain: `file` and `line` are where somebody could look."""

    def __init__(self, file: str, line: int) -> None:
        super().__init__(file)
        self.file = file
        self.line = line


def appended(text: str, piece: str) -> str:
    r"""The text with a piece behind it, an empty line between them.

    >>> appended("a = 1", "b = 2\n")
    'a = 1\n\nb = 2\n'
    """
    if not text.strip():
        return text + piece
    return text.rstrip("\n") + "\n\n" + piece


def in_workflow(
    folder: Folder, name: str, piece: str, changed: Mapping[Path, str] | None = None
) -> dict[Path, str]:
    """The changed files: a file of its own where the workflow has parts, else its end.

    `changed` are files as they would be already; they are among the answer.
    """
    files = dict(changed or {})
    main = folder.path.absolute()
    source = _source(main, files.get(main))
    if "parts" not in source.values.get("workflow", {}):
        return {**files, main: appended(source.text, piece)}
    part = main.parent / f"{name}.toml"
    if part.exists():
        raise NoPlace(part.name, 1)
    said = with_item(source, ("workflow", "parts"), f"{name}.toml")
    return {**files, main: said, part: f"#:schema .schema/workflow.json\n{piece}"}


def in_scenarios(folder: Folder, name: str, piece: str) -> dict[Path, str]:
    """The changed file: `scenarios.toml`, or one of its own in the folder `scenarios`."""
    beside = folder.path.absolute().parent
    one, more = beside / SCENARIOS, beside / MORE_SCENARIOS
    if not one.exists() and more.is_dir():
        own = more / f"{name}.toml"
        if own.exists():
            raise NoPlace(own.name, 1)
        return {own: f"#:schema ../.schema/scenarios.json\n{piece}"}
    text = _source(one).text if one.exists() else "#:schema .schema/scenarios.json\n"
    return {one: appended(text, piece)}


def asked_by(folder: Folder, lifecycle: str, step: str, rule: str) -> dict[Path, str] | None:
    """The changed file in which a step of the author's own asks for a rule; None: it is inherited.

    Raises NoPlace where its list cannot be found for certain.
    """
    keys: Keys = ("lifecycle", lifecycle, "step", step)
    inside = folder.path.absolute().parent
    for known in folder.reading.sources:
        path = Path(known.file).absolute()
        table = _at(known.values, keys)
        if not isinstance(table, dict) or not path.is_relative_to(inside):
            continue
        if not path.is_file():  # of a packaged base, called by its name
            continue
        source = _source(path)
        if source.text != known.text:
            continue
        for more in (("needs",), ("needs", "add")):
            if isinstance(_at(table, more), list):
                return {path: with_item(source, (*keys, *more), rule)}
        if "to" in table or "back_before" in table:
            return {path: _with_key(source, keys, f"needs = [{quoted(rule)}]")}
    return None


def with_item(source: Source, keys: Keys, item: str) -> str:
    """The text with one more item in a list; raises NoPlace where its end is not certain."""
    items = _at(source.values, keys)
    place = source.place(keys)
    rows = source.text.split("\n")
    row = rows[place.line - 1]
    at = place.column - 1
    if not isinstance(items, list):
        raise NoPlace(source.file, place.line)
    if not items:
        if row[at : at + 2] != "[]":
            raise NoPlace(source.file, place.line)
        rows[place.line - 1] = f"{row[:at]}[{quoted(item)}]{row[at + 2 :]}"
        return "\n".join(rows)
    last = source.place((*keys, len(items) - 1))
    row = rows[last.line - 1]
    end = last.column - 1 + last.length
    indent = row[: len(row) - len(row.lstrip())] if last.line != place.line else ""
    between = f",\n{indent}" if last.line != place.line else ", "
    rows[last.line - 1] = f"{row[:end]}{between}{quoted(item)}{row[end:]}"
    return "\n".join(rows)


def _with_key(source: Source, keys: Keys, line: str) -> str:
    """The text with one more line in a table that has a heading of its own."""
    heading = source.place(keys)
    rows = source.text.split("\n")
    if not rows[heading.line - 1].lstrip().startswith("["):
        raise NoPlace(source.file, heading.line)
    at = heading.line
    while at < len(rows) and rows[at].strip() and not rows[at].lstrip().startswith(("[", "#")):
        at += 1
    rows.insert(at, line)
    return "\n".join(rows)


def _source(path: Path, text: str | None = None) -> Source:
    return read_source(path.read_bytes() if text is None else text.encode(), path.name)


def _at(values: object, keys: Keys) -> object:
    for key in keys:
        if not isinstance(values, dict) or key not in values:
            return None
        values = values[key]
    return values
