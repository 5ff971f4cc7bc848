"""Writes docs/rules.md, the guard rules and where they are: `python docs/make_rules.py`.

The names stand in docs/sources/rules.toml; everything else is read from the workflows.
"""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "rules.md"
NAMES = ROOT / "docs" / "sources" / "rules.toml"
FAMILIES = ("rule", "say", "duty", "decision", "window")

HEAD = """\
# The guard rules

Fifty-nine rules were read in the sources and in public processes. Of each is said where it is
built, how much it weighs and what it rests on; or what the engine itself keeps; or why it is not
built: a rule that nobody could enter the facts for, or that only repeats another, would be worse
than none. `samenwerk explain NAME` gives the page of each in a region's own words.

A `block` refuses, an `explain` may be explained away on the record, a `warn` is reported, a `hint`
only says.

This page is made by `python docs/make_rules.py`.
"""


@attrs.frozen
class Built:
    """A declared rule: where, what it is called, its weight and its source."""

    file: str
    name: str
    nl: str
    en: str
    severity: str
    source: str


def built() -> dict[str, list[Built]]:
    """By the last part of its name, everything that workflows declare as a rule or alike."""
    found: dict[str, list[Built]] = {}
    for file in sorted((ROOT / "workflows").rglob("*.toml")):
        place = file.relative_to(ROOT).as_posix()
        document = tomllib.loads(file.read_text(encoding="utf-8"))
        for family, name, table in _declared(document):
            weight = table.get("severity", "block" if family == "rule" else family)
            one = Built(place, name, table.get("nl", ""), table.get("en", ""), weight,
                        table.get("source", ""))  # fmt: skip
            if table.get("source") or family == "rule":
                found.setdefault(name.rpartition(".")[2], []).append(one)
    return found


def _declared(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    places = [("", document)]
    places += [(f"{name}.", one) for name, one in document.get("lifecycle", {}).items()
               if isinstance(one, dict)]  # fmt: skip
    for home, table in places:
        for family in FAMILIES:
            for name, one in table.get(family, {}).items():
                if isinstance(one, dict):
                    yield family, f"{home}{name}", one


def names() -> dict[str, dict[str, str]]:
    """Every rule, in order, with what is said where no workflow declares it."""
    listed: dict[str, dict[str, str]] = tomllib.loads(NAMES.read_text(encoding="utf-8"))["rule"]
    return listed


def faults() -> tuple[str, ...]:
    """Rules that are neither built nor explained, and those that are both."""
    there = built()
    lost = [f"{name}: neither built nor explained" for name, said in names().items()
            if name not in there and not said]  # fmt: skip
    both = [f"{name}: built, and yet said not to be" for name, said in names().items()
            if name in there and "why_not" in said]  # fmt: skip
    return (*lost, *both)


def page() -> str:
    """The whole page."""
    there, done, rest = built(), [], []
    for name, said in names().items():
        engine = said.get("engine", "")
        if name in there:
            one = there[name][0]
            where = f"`{one.name}` in [{one.file}](../{one.file})"
            more = sorted({each.file.split("/")[1] for each in there[name][1:]})
            where += f"; also {', '.join(more)}" if more else ""
            where += f". {engine}" if engine else ""
            done.append(f"| `{name}` | {one.nl} | {one.en} | {one.severity} | {one.source} "
                        f"| {where} |")  # fmt: skip
        else:
            rest.append(f"| `{name}` | {engine or said.get('why_not', '')} |")
    table = ["| rule | in het Nederlands | in English | weight | source | where |",
             "|---|---|---|---|---|---|", *done]  # fmt: skip
    parts = [HEAD, "## Built\n\n" + "\n".join(table)]
    if rest:
        parts.append("## Kept by the engine, or not built\n\n| rule | why |\n|---|---|\n"
                     + "\n".join(rest))  # fmt: skip
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    for fault in faults():
        print(fault, file=sys.stderr)
    sys.exit(1 if faults() else 0)
