"""An author's own line with carets under a stretch of it, whatever the line holds.

Tabs, wide, combining and invisible characters are counted as they are shown, so that the
carets stand where they belong.
"""

from __future__ import annotations

from samenwerk.language.clean import clean
from samenwerk.language.layout import char_width, display_width, wrap
from samenwerk.values.place import Place

_TAB = 4
_NARROWEST = 20


def excerpt(place: Place, line: str, label: str, width: int) -> list[str]:
    """The line with its number, then carets with the label; no line wider than `width`.

    A line that is too long is cut on both sides of the carets. A label that does not fit
    after the carets goes below them. Very narrow widths are taken as somewhat wider.

    >>> print("\\n".join(excerpt(Place("a.toml", 34, 6, 4), 'to = "af"', "onbekend", 80)))
       34 | to = "af"
          |      ^^^^ onbekend
    """
    number = f"{place.line:>5} | "
    gutter = " " * (len(number) - 2) + "| "
    room = max(_NARROWEST, width - len(number))
    shown, before, carets = _window(line, place.column - 1, place.length, room)
    below = [(gutter + shown_carets(before, carets)).rstrip()]
    if label:
        with_label = f"{below[0]} {label}"
        if display_width(with_label) <= len(gutter) + room:
            below = [with_label]
        else:
            below += wrap(label, len(gutter) + room, gutter, gutter)
    return [(number + shown).rstrip(), *below]


def shown_carets(before: int, carets: int) -> str:
    """So many carets after so many spaces."""
    return " " * before + "^" * carets


def _window(line: str, start: int, length: int, room: int) -> tuple[str, int, int]:
    """What is shown of a line, how many places stand before the carets, how many carets."""
    start = max(0, min(start, len(line)))
    end = min(len(line), start + max(1, length))
    # A line can be very long: only what could come near the carets is looked at.
    far_left, far_right = max(0, start - room), min(len(line), max(end, start) + room)
    far_right = min(far_right, start + 2 * room)
    pieces = _pieces(line[far_left:far_right])
    ends = [0]
    for piece in pieces:
        ends.append(ends[-1] + display_width(piece))
    first, last = ends[start - far_left], ends[min(end, far_right) - far_left]
    last = max(last, first + 1)
    whole = far_left == 0 and far_right == len(line)
    # The place after the last character counts too when the carets stand there.
    if whole and max(ends[-1], last) <= room:
        return "".join(pieces), first, last - first
    inner = room - 2
    left = max(0, min(first - inner // 3, max(ends[-1], last) - inner))
    if last - left > inner:
        left = min(first, last - inner)
    low = next(index for index, at in enumerate(ends) if at >= left)
    high = max(index for index, at in enumerate(ends) if at <= ends[low] + inner)
    cut_left, cut_right = far_left + low > 0, far_left + high < len(line)
    text = ("…" if cut_left else "") + "".join(pieces[low:high]) + ("…" if cut_right else "")
    before = first - ends[low] + cut_left
    carets = min(last, max(ends[high], first + 1)) - first
    return text, before, carets


def _pieces(text: str) -> list[str]:
    """Each character as it is shown; a tab reaches to the next tab stop."""
    pieces: list[str] = []
    at = 0
    for char in text:
        if char == "\t":
            piece = " " * (_TAB - at % _TAB)
        elif char == "\n":
            piece = " "
        else:
            piece = clean(char)
        pieces.append(piece)
        at += sum(map(char_width, piece))
    return pieces
