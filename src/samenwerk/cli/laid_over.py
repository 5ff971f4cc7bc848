"""What a workflow says otherwise than its base: added, changed and taken away, each with its place.

What holds after that is the effective definition, which `effective` prints.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from samenwerk.cli.door import Door
from samenwerk.definitions.laying.merge import Node, is_patch, plain, removes
from samenwerk.definitions.laying.overlay import OF_ONE_FILE
from samenwerk.definitions.reading import Reading
from samenwerk.definitions.spelling.places import Source
from samenwerk.values.place import Path, Place

_NOT_LAID_OVER = ("register", "scenario")


@attrs.frozen
class Change:
    """One change: `added`, `changed` or `removed`, where it is written, and where it was before.

    `was` and `now` are values as TOML has them; empty for a thing as a whole.
    """

    kind: str
    name: str
    place: Place
    before: Place | None = None
    was: str = ""
    now: str = ""


def changes(reading: Reading) -> tuple[Change, ...]:
    """All changes in the order of the author's files; none when nothing is built on."""
    own = _sources(reading.own)
    bases = [source for source in reading.sources if id(source) not in own]
    if not bases:
        return ()
    found = [
        one
        for key, node in reading.own.table.items()
        if key not in _NOT_LAID_OVER
        for one in _under(node, bases)
        if not (key == "workflow" and len(node.path) == 1 and one.name in _HEADER)
    ]
    return tuple(sorted(found, key=lambda one: (one.place.file, one.place.line)))


_HEADER = tuple(f"workflow.{key}" for key in OF_ONE_FILE)


def own_files(reading: Reading) -> frozenset[str]:
    """The names of the author's own files."""
    own = _sources(reading.own)
    return frozenset(source.file for source in reading.sources if id(source) in own)


def changes_text(found: Sequence[Change], door: Door) -> list[str]:
    """A line for each, as remarks of the text that follows."""
    if not found:
        return []
    counts = {kind: sum(one.kind == kind for one in found)
              for kind in ("added", "changed", "removed")}  # fmt: skip
    return [
        door.words("check.changes", **counts),
        *(f"# {_told(one, door)}" for one in found),
        "",
    ]


def changes_data(found: Sequence[Change]) -> list[dict[str, object]]:
    """The same as plain data."""
    return [
        {
            "kind": one.kind, "name": one.name, "file": one.place.file, "line": one.place.line,
            "was": one.was or None, "now": one.now or None,
            "base_file": one.before and one.before.file,
            "base_line": one.before and one.before.line,
        }
        for one in found
    ]  # fmt: skip


def _told(one: Change, door: Door) -> str:
    said = door.words(f"check.change.{one.kind}", name=one.name, was=one.was, now=one.now,
                      place=f"{one.place.file}:{one.place.line}")  # fmt: skip
    if one.before is None:
        return said
    at = door.words("check.change.before", place=f"{one.before.file}:{one.before.line}")
    return f"{said} {at}"


def _under(node: Node, bases: Sequence[Source]) -> Iterator[Change]:
    before = next((base for base in bases if node.path in base.places), None)
    name = ".".join(map(str, node.path))
    if before is None:
        # of what is new as a whole its parts need no telling
        yield Change("added", name, node.key_place, now=_written(node))
        return
    place = before.place(node.path, key=True)
    if removes(node):
        yield Change("removed", name, node.table["remove"].key_place, place)
    elif is_patch(node):
        for word, kind in (("remove", "removed"), ("add", "added")):
            for item in node.table[word].items if word in node.table else ():
                yield Change(kind, f"{name} {_toml(plain(item))}", item.place, place)
        if "replace" in node.table:
            now = _toml(plain(node.table["replace"]))
            yield Change("changed", name, node.key_place, place, _was(before, node.path), now)
    elif node.is_table:
        for item in node.table.values():
            yield from _under(item, bases)
    elif (was := _was(before, node.path)) != (now := _toml(plain(node))):
        yield Change("changed", name, node.key_place, place, was, now)


def _written(node: Node) -> str:
    return "" if node.is_table else _toml(plain(node))


def _was(source: Source, path: Path) -> str:
    found: Any = source.values
    for key in path:
        found = found[key]
    return _toml(found)


def _toml(value: Any) -> str:
    """A value on one line as it would be written."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_toml(one)}" for key, one in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return str(value)


def _sources(node: Node) -> set[int]:
    """The texts that the parts of a document come from."""
    found = {id(node.source)}
    for one in node.table.values():
        found |= _sources(one)
    return found
