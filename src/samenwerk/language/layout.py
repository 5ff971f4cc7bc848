"""Text in the room there is: display width, wrapping, indenting, columns.

Widths are those of a terminal with one font: a wide character takes two places, a combining
one none. What the text says, and that it is clean, is for others.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

WIDTH = 80
"""The width that everything must be readable at."""

_NARROWEST = 8


def char_width(char: str) -> int:
    """How many places one character takes: 0, 1 or 2."""
    if " " <= char <= "~":
        return 1
    if unicodedata.category(char) in ("Mn", "Me") or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def display_width(text: str) -> int:
    r"""How many places a text on one line takes.

    >>> display_width("cafe\u0301"), display_width("表")
    (4, 2)
    """
    if text.isascii():
        return len(text)
    return sum(map(char_width, text))


def padded(text: str, width: int) -> str:
    """The text with spaces after it up to `width` places."""
    return text + " " * max(0, width - display_width(text))


def cut(text: str, width: int) -> str:
    """The text in at most `width` places (one at least); what was cut shows as `…`.

    >>> cut("samenwerking", 7)
    'samenw…'
    """
    if display_width(text) <= width:
        return text
    kept, room = "", max(0, width - 1)
    for char in text:
        room -= char_width(char)
        if room < 0:
            break
        kept += char
    return kept + "…"


def wrap(
    text: str, width: int = WIDTH, first: str = "", rest: str | None = None, paths: bool = False
) -> list[str]:
    """The text in lines of at most `width` places.

    `first` stands before the first line and `rest` before the others (spaces as wide as
    `first` when it is not given). A newline begins a new line. A word that does not fit is
    broken; an amount of money is one word. With `paths` a path or an address stays whole, for
    somebody copies it: its line is as wide as it must be. So is a line whose margin leaves fewer
    than two places.

    >>> wrap("een twee drie", 10, "- ")
    ['- een twee', '  drie']
    >>> wrap("hoogstens € 5", 12)
    ['hoogstens', '€ 5']
    >>> wrap("staat in /srv/regio-noord/opslag.db", 12, paths=True)
    ['staat in', '/srv/regio-noord/opslag.db']
    """
    rest = " " * display_width(first) if rest is None else rest
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in _words(paragraph):
            room = max(2, width - display_width(rest if lines else first))
            joined = f"{line} {word}" if line else word
            if display_width(joined) <= room:
                line = joined
                continue
            if line:
                lines.append((rest if lines else first) + line)
            line = word
            if paths and ("/" in word or "\\" in word):
                continue
            while display_width(line) > (
                room := max(2, width - display_width(rest if lines else first))
            ):
                part = _start(line, room)
                lines.append((rest if lines else first) + part)
                line = line[len(part) :]
        lines.append((rest if lines else first) + line)
    return [line.rstrip(" ") for line in lines]


def fitted(text: str, width: int = WIDTH) -> str:
    """The text with each line that is too long wrapped; one that is indented stays as it is.

    What is indented is a command, which somebody can copy as one line.

    >>> print(fitted("een twee drie\\n  samenwerk check", 9))
    een twee
    drie
      samenwerk check
    """
    rows: list[str] = []
    for line in text.split("\n"):
        rows += [line] if line.startswith(" ") else wrap(line, width, paths=True)
    return "\n".join(rows)


def _words(paragraph: str) -> Iterator[str]:
    kept = ""
    for word in paragraph.split(" "):
        if word.endswith("€"):
            kept += f"{word} "
            continue
        yield kept + word
        kept = ""
    if kept:
        yield kept[:-1]


def indent(lines: Iterable[str], by: str = "  ") -> list[str]:
    """The lines with `by` before each that is not empty."""
    return [by + line if line else line for line in lines]


def columns(rows: Sequence[Sequence[str]], width: int = WIDTH, gap: int = 2) -> list[str]:
    """Rows of cells as columns, wrapped inside their cells where the width asks it.

    Every row has the same number of cells. Where there is no room for columns, each cell has
    a line of its own, and those after the first are indented.

    >>> columns([("plan", "concept"), ("wijziging", "klaar")], 40)
    ['plan       concept', 'wijziging  klaar']
    """
    if not rows:
        return []
    widths = [max(display_width(cell) for cell in column) for column in zip(*rows, strict=True)]
    room = width - gap * (len(widths) - 1)
    while sum(widths) > room:
        widest = max(widths)
        if widest <= _NARROWEST:
            return [line for row in rows for line in _stacked(row, width)]
        widths[widths.index(widest)] -= 1
    return [line for row in rows for line in _side_by_side(row, widths, " " * gap)]


def _stacked(row: Sequence[str], width: int) -> Iterator[str]:
    for number, cell in enumerate(row):
        yield from wrap(cell, width, "  " if number else "")


def _side_by_side(row: Sequence[str], widths: Sequence[int], gap: str) -> Iterator[str]:
    cells = [wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
    for number in range(max(map(len, cells))):
        parts = [cell[number] if number < len(cell) else "" for cell in cells]
        line = gap.join(padded(part, width) for part, width in zip(parts, widths, strict=True))
        yield line.rstrip(" ")


def _start(word: str, room: int) -> str:
    """As much of a word as fits, at least one character with what combines with it."""
    used = 0
    for number, char in enumerate(word):
        used += char_width(char)
        if used > room and number:
            return word[:number]
    return word
