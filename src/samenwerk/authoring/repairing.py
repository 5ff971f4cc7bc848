"""Carrying out certain mends on a text, those that touch each other one at a time.

Which mends are certain is told by the faults themselves; reading and writing is `cli`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable

from samenwerk.values.repair import Repair


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


def harms(before: str, after: str) -> bool:
    """Whether a text that could be read as TOML no longer can."""
    return _reads(before) and not _reads(after)


def _reads(text: str) -> bool:
    try:
        tomllib.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
