"""Carrying out certain mends on a text, those that touch each other one at a time.

Which mends are certain is told by the faults themselves; reading and writing is `cli`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator

from samenwerk.values.repair import Repair

_DOT = r"[ \t]*\.[ \t]*"
_opening = re.compile(r"[ \t]*\[\[?[A-Za-z0-9_. \t-]*+").fullmatch
_texts_of_lines = re.compile(
    r""""{3}(?:[^"\\]++|\\.|"{1,2}(?!"))*+"{3,5}|\'{3}(?:[^']++|'{1,2}(?!'))*+'{3,5}""", re.DOTALL
).finditer


def together(repairs: Iterable[Repair]) -> tuple[Repair, ...]:
    """The repairs of one text that can be done in one go, in the order of the text.

    Of those that overlap, or begin at the same spot, the first counts; the others can be
    found again when the text is looked at anew.
    """
    chosen: list[Repair] = []
    for one in sorted(dict.fromkeys(repairs), key=lambda one: (one.start, one.end)):
        last = chosen[-1] if chosen else None
        if last is None or (one.start >= last.end and one.start > last.start):
            chosen.append(one)
    return tuple(chosen)


def repaired(text: str, repairs: Iterable[Repair]) -> str:
    """The text after these repairs, as far as they go `together`.

    A repair that goes beyond the text does nothing.

    >>> repaired("van = 1", [Repair("a.toml", 0, 3, "from")])
    'from = 1'
    """
    for one in reversed(together(repairs)):
        if 0 <= one.start <= one.end <= len(text):
            text = text[: one.start] + one.text + text[one.end :]
    return text


def everywhere(text: str, repairs: Iterable[Repair]) -> tuple[Repair, ...]:
    """The repairs, and those of the same word in other headings that go on from it.

    A fault is told once, at the first heading in which the word stands; `[regel.a]` and
    `[regel.b]` are mended together.

    >>> one = Repair("a.toml", 1, 6, "rule")
    >>> repaired("[regel.a]\\n[regel.b]", everywhere("[regel.a]\\n[regel.b]", [one]))
    '[rule.a]\\n[rule.b]'
    """
    found = list(repairs)
    for one in tuple(found):
        line = text.rfind("\n", 0, one.start) + 1
        if _opening(text, line, one.start):
            found += _alike(text, text[line : one.end], one)
    return tuple(found)


def _alike(text: str, head: str, repair: Repair) -> Iterator[Repair]:
    names = (re.escape(name.strip()) for name in head.strip(" \t[").split("."))
    same = re.compile(rf"^[ \t]*\[\[?[ \t]*{_DOT.join(names)}(?=[ \t]*[.\]])", re.MULTILINE)
    texts = [found.span() for found in _texts_of_lines(text)]
    for found in same.finditer(text):
        end = found.end()
        start = end - (repair.end - repair.start)
        inside = any(first <= start < last for first, last in texts)
        if start > repair.start and not inside:
            row, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
            spots = (row, column), (row, column + end - start)
            yield Repair(repair.file, start, end, repair.text, *spots)


def harms(before: str, after: str) -> bool:
    """Whether a text that could be read as TOML no longer can."""
    return _reads(before) and not _reads(after)


def _reads(text: str) -> bool:
    try:
        tomllib.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
