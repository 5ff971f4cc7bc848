"""How much room a text takes, and text in lines that fit: by the widths of a common letter.

An SVG has no letters of its own; widths are those of Helvetica and Arial with some to spare, so
that the somewhat wider letters of other machines fit as well.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

import attrs

from samenwerk.drawing.rows import broken

_NARROW = "iljtfrI .,:;'|!()[]/\\-`"
_WIDE = "mwMWOQGCDHNUÖ@%&—→↻↩◷⚙✓"
SPARE = 1.1
LEADING = 1.32


@attrs.frozen
class Row:
    """One line of text: how large, how heavy, and what it is ("label", "small", "mark")."""

    text: str
    size: float = 12
    bold: bool = False
    kind: str = "label"

    @property
    def height(self) -> float:
        """The room from this line to the next."""
        return round(self.size * LEADING, 1)


def width(text: str, size: float, bold: bool = False) -> float:
    """About how wide a text is, rather too wide than too narrow."""
    units = 0.0
    for char in text:
        if unicodedata.east_asian_width(char) in "WF" or ord(char) > 0x1F000:
            units += 1.05
        elif char in _NARROW:
            units += 0.3
        elif char in _WIDE:
            units += 0.86
        else:
            units += 0.68 if char.isupper() else 0.555
    return units * size * SPARE * (1.06 if bold else 1)


def fitted(text: str, most: float, size: float, bold: bool = False) -> list[str]:
    """A text in lines no wider than so much; a word that is too long is broken.

    >>> fitted("een stap terug", 60, 12)
    ['een stap', 'terug']
    """
    letters = max(4, int(most / (0.6 * size * SPARE)))
    rows = [""]
    for word in text.replace("€ ", "€\u00a0").split(" "):
        whole = width(word, size, bold) <= most
        for part in [word] if whole else broken(word, letters):
            joined = f"{rows[-1]} {part}" if rows[-1] else part
            if width(joined, size, bold) <= most:
                rows[-1] = joined
            else:
                rows.append(part)
    return [row for row in rows if row] or [""]


def rows_of(
    text: str, most: float, size: float = 12, bold: bool = False, kind: str = "label"
) -> list[Row]:
    """A text as lines that fit; those after the first of a listed item hang in a little."""
    hang = "  " if text.startswith("• ") else ""
    found = fitted(text, most - (6 if hang else 0), size, bold)
    return [Row((hang if number else "") + one, size, bold, kind)
            for number, one in enumerate(found)]  # fmt: skip


def height(rows: Iterable[Row]) -> float:
    """The room that lines take from top to bottom."""
    return sum(row.height for row in rows)


def wide_of(rows: Iterable[Row]) -> float:
    """How wide the widest of these lines is."""
    return max((width(row.text, row.size, row.bold) for row in rows), default=0.0)
