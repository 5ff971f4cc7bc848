"""The effective definition with the origin of each line, and every step as a sentence below it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from samenwerk.cli.door import Door
from samenwerk.cli.laid_over import changes, changes_text, own_files
from samenwerk.definitions.laying.effective import effective_text
from samenwerk.definitions.reading import Reading
from samenwerk.definitions.spelling.places import read_source
from samenwerk.values.place import Path, Place

_AT = 60
"""Where the origin stands on a line that leaves room for it."""


def with_origins(reading: Reading, sentences: Iterable[tuple[str, str]], door: Door) -> str:
    """The effective text, a letter and line for where each line comes from, then the steps."""
    assert reading.workflow is not None
    letters: dict[str, str] = {}
    rows = []
    found, mine = changes(reading), own_files(reading)
    places = _places(reading)
    for number, line in enumerate(effective_text(reading.workflow.effective).splitlines(), start=1):
        place = places.get(number)
        if place is None:
            rows.append(line)
            continue
        letter = letters.setdefault(place.file, _letter(len(letters)))
        mark = " *" if found and place.file in mine else ""
        rows.append(f"{line:<{_AT}}  # {letter}:{place.line}{mark}")
    legend = [f"# {letter} = {file}" for file, letter in letters.items()]
    steps = [f"# {row}" for name, said in sentences for row in _wrapped(name, said, door)]
    above = [*changes_text(found, door), door.words("check.legend"), *legend]
    return "\n".join([*above, "", *rows, "", door.words("check.steps"), *steps])


def origins(reading: Reading) -> list[dict[str, object]]:
    """For each line of the effective text that an author wrote: where."""
    return [
        {"line": number, "file": place.file, "at": place.line}
        for number, place in sorted(_places(reading).items())
    ]


def _places(reading: Reading) -> dict[int, Place]:
    """Line of the effective text to where an author wrote what stands there."""
    assert reading.workflow is not None
    effective = read_source(effective_text(reading.workflow.effective).encode(), "effective.toml")
    found: dict[int, tuple[int, Place]] = {}
    for path in effective.places:
        if path[0] == "effective":
            continue
        node = reading.node(*path)
        if node is None:
            continue
        line = _line(effective.keys.get(path), effective.places.get(path))
        deeper = line in found and found[line][0] >= len(path)
        if line is not None and not deeper:
            found[line] = (len(path), _place(reading, path))
    return {line: place for line, (_, place) in found.items()}


def _place(reading: Reading, path: Path) -> Place:
    return reading.place(*path)


def _line(*places: Place | None) -> int | None:
    return next((place.line for place in places if place is not None), None)


def _letter(number: int) -> str:
    return "".join(islice("ABCDEFGHIJKLMNOPQRSTUVWXYZ", number % 26, number % 26 + 1)) * (
        number // 26 + 1
    )


def _wrapped(name: str, said: str, door: Door) -> list[str]:
    from samenwerk.language.layout import wrap

    return [f"{name}:", *(f"  {row}" for row in wrap(said, door.width - 4))]
