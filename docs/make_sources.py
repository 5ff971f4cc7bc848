"""Writes docs/sources.md, from source to workflow: `python docs/make_sources.py`.

What was read stands in docs/sources/items.toml; where it ended up is told by the workflows
themselves, which name items at the end of a `source`.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

HERE = Path(__file__).parent
PAGE = HERE / "sources.md"
ITEMS = HERE / "sources" / "items.toml"
WORKFLOWS = HERE.parent / "workflows"

HEAD = """\
# From source to workflow

The base and the regions were written from five public documents. Here is everything we read
in them, in our own words, and where it went: the file and the name in it, the place in the
library that carries it, or why it is no rule. A `source` in a workflow ends with the codes of the
items it rests on, as in `(S3-13)`; a reader of a refusal can look them up here.

This page is made by `python docs/make_sources.py`.
"""
_CODES = re.compile(r"\((S\d-\d\d(?:, S\d-\d\d)*)\)")


@attrs.frozen
class Item:
    """One thing that a source says, and where it went if no workflow carries it."""

    code: str
    says: str
    engine: str | None
    why_not: str | None


def items() -> tuple[Item, ...]:
    """Every item, in the order of the documents."""
    return tuple(
        Item(code, one["says"], one.get("engine"), one.get("why_not"))
        for code, one in _read(ITEMS)["item"].items()
    )


def encoded() -> dict[str, list[tuple[str, str]]]:
    """By code, the files and the names in them whose `source` names it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for file in sorted(WORKFLOWS.rglob("*.toml")):
        place = file.relative_to(WORKFLOWS.parent).as_posix()
        for name, source in _sources(_read(file), ()):
            for codes in _CODES.findall(source):
                for code in codes.split(", "):
                    found.setdefault(code, []).append((place, name))
    return found


def faults() -> tuple[str, ...]:
    """What is wrong with the map: items without a place, and places without an item."""
    known, carried = {one.code: one for one in items()}, encoded()
    documents = _read(ITEMS)["document"]
    strange = [f"{code}: no such item ({at[0][0]})" for code, at in carried.items()
               if code not in known]  # fmt: skip
    lost = [f"{one.code}: neither encoded nor explained" for one in known.values()
            if one.code not in carried and one.engine is None and one.why_not is None]  # fmt: skip
    both = [f"{one.code}: encoded, and yet said to be no rule" for one in known.values()
            if one.code in carried and one.why_not is not None]  # fmt: skip
    homeless = [f"{code}: no such document" for code in known if code[:2] not in documents]
    return (*strange, *lost, *both, *homeless)


def page() -> str:
    """The whole page."""
    parts, carried = [HEAD], encoded()
    for key, document in _read(ITEMS)["document"].items():
        rows = [
            f"| {one.code} | {one.says} | {_where(one, carried.get(one.code, []))} |"
            for one in items()
            if one.code.startswith(key)
        ]
        title = f"## {key}: {document['title']}\n\nIn workflows: *{document['nl']}*.\n"
        parts.append("\n".join([title, "| | What it says | Where it is |", "|---|---|---|", *rows]))
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"


def _where(item: Item, places: list[tuple[str, str]]) -> str:
    told = [f"`{name}` in [{place}](../{place})" for place, name in places[:4]]
    if len(places) > 4:
        told.append(f"and {len(places) - 4} more")
    told += [one for one in (item.engine, item.why_not) if one is not None]
    return "; ".join(told)


def _sources(table: dict[str, Any], path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _sources(value, (*path, key))
        elif key == "source" and isinstance(value, str):
            yield ".".join(path), value


def _read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    for fault in faults():
        print(fault, file=sys.stderr)
    sys.exit(1 if faults() else 0)
