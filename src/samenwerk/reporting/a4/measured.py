"""How much room a sheet takes in a word processor, which lays out elsewhere and later.

Line heights are fixed in the file, so only the number of lines is reckoned: with the widths of
Arial, and with some room to spare for a font that takes its place.
"""

from __future__ import annotations

import unicodedata

from samenwerk.language.clean import one_line
from samenwerk.reporting.a4.sheet import Sheet

WIDE, HIGH = 493.0, 736.0
"""The page within its margins, in points, less one line."""
TITLE, SAID, HEAD, ROW, SHORT = (19.0, 24.0), (9.0, 14.0), (12.0, 17.0), (9.0, 11.3), (8.0, 10.0)
"""The size of the letters and the height of a line, in points."""
ABOVE_HEAD, BELOW_HEAD, INDENT = 7.0, 2.0, 11.0
SPARE = 1.1
"""So much wider than reckoned the letters may turn out."""
BOLD = 1.08
_NARROW = {
    **dict.fromkeys("ijl'|", 260), **dict.fromkeys(" .,:;!/\\fIt[]`", 280),
    **dict.fromkeys("()-r\"{}", 360), **dict.fromkeys("*^sckvxyzJ", 505),
    **dict.fromkeys("CDHNRUBEAKPSVXY&", 725), **dict.fromkeys("GOQwM", 835),
    **dict.fromkeys("mW@%", 1020),
}  # fmt: skip
"""How wide a letter is, in thousandths of its size; others are 610, and what is not Latin 1000."""


def height(sheet: Sheet) -> float:
    """How high a sheet comes out, in points, rather too high than too low."""
    high = _high(sheet.title, TITLE, bold=True) + _high(sheet.said, SAID)
    for section in sheet.sections:
        high += ABOVE_HEAD + _high(section.head, HEAD, bold=True) + BELOW_HEAD
        for row in section.rows:
            high += _high(f"! {row.lead}: {row.text}", ROW, indent=INDENT, bold=True)
        high += _high(section.more, ROW) if section.more else 0
    return high + (ABOVE_HEAD + _high(sheet.short, SHORT) if sheet.short else 0)


def on_one_page(sheet: Sheet) -> bool:
    """Whether a sheet takes no more than a page."""
    return height(sheet) <= HIGH


def lines(text: str, room: float, size: float) -> int:
    """Over how many lines a text runs in so much room; a word that is too long is parted.

    >>> lines("een twee drie", 60, 10), lines("w" * 50, 100, 10)
    (2, 5)
    """
    count, left, space = 1, room, _width(" ", size)
    for word in one_line(text).split(" "):
        wide = _width(word, size)
        if wide > left and left < room:
            count, left = count + 1, room
        while wide > left:
            wide -= left
            count, left = count + 1, room
        left -= wide + space
    return count


def _high(text: str, how: tuple[float, float], *, indent: float = 0, bold: bool = False) -> float:
    size, line = how
    return lines(text, (WIDE - indent) / SPARE / (BOLD if bold else 1), size) * line


def _width(text: str, size: float) -> float:
    return sum(map(_thousandths, text)) * size / 1000


def _thousandths(char: str) -> int:
    base = char if char.isascii() else unicodedata.normalize("NFD", char)[0]
    return _NARROW.get(base, 610) if base.isascii() else 1000
