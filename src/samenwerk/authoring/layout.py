"""Where lines break, how far they are indented and where spaces stand, from the pieces of a text.

What the house keeps of the author's own hand is decided here, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator

from samenwerk.authoring.pieces import (
    Atom,
    Braces,
    Empty,
    Entry,
    Heading,
    Line,
    Listed,
    Member,
    Note,
    Value,
)

WIDTH = 80
STEP = 2
"""Columns of one step to the right."""
MOST_TRIED = 8
"""Lists between one pair of braces that are broken one by one; of more, all or none."""

_STYLES = (("{ ", " = ", ", ", " }"), ("{ ", "=", ", ", " }"), ("{", "=", ", ", "}"),
           ("{", "=", ", ", "}"), ("{", "=", ",", "}"))  # fmt: skip
"""How braces are written, from roomy to tight; a person chooses among the first three."""
TIGHT = 2
"""The tightest that a person chooses; without any space at all is for what does not fit."""
_INNER = (0, 1, 1, 3, 4)
"""How tight braces within such braces are at least."""


def laid_out(lines: list[Line], width: int = WIDTH) -> str:
    """The text of these lines, with an end of line at its end unless there is nothing.

    One empty line stands before a heading. Where it goes on from the heading above it
    (`[role.chair.word]` after `[role.chair]`) or is one more part of the same thing
    (`[role.chair.way_out]` then), the author's own choice stays.
    """
    layout = _Layout(width)
    rows: list[str] = []
    table: tuple[str, ...] = ()
    group: tuple[str, ...] = ()  # the heading after the last empty line
    empty = joins = False
    for index, line in enumerate(lines):
        if isinstance(line, Empty):
            empty = True
            continue
        before = lines[index - 1] if index else None
        if isinstance(before, Note) and not empty:
            apart = False
        elif (heading := _heading_under(lines, index)) is not None:
            goes_on = len(heading.names) > len(table) > 0 and heading.names[: len(table)] == table
            joins = not empty and (goes_on or heading.names[:-1] == group != ())
            apart = not joins
        else:
            apart = empty and not (isinstance(line, Entry) and _is_heading(lines, index - 2))
        if apart and rows:
            rows.append("")
        rows.append(layout.line(line))
        empty = False
        if isinstance(line, Heading):
            table = line.names
            group = group if joins else line.names
    return "\n".join(rows) + "\n" if rows else ""


def _heading_under(lines: list[Line], index: int) -> Heading | None:
    """The heading on this line, or the one right under the comments that begin on it."""
    while index < len(lines) and isinstance(lines[index], Note):
        index += 1
    found = lines[index] if index < len(lines) else None
    return found if isinstance(found, Heading) else None


def _is_heading(lines: list[Line], index: int) -> bool:
    return index >= 0 and isinstance(lines[index], Heading)


class _Layout:
    """Lays out single lines; remembers broken lists, which are asked for more than once."""

    def __init__(self, width: int) -> None:
        self.width = width
        self._broken: dict[tuple[int, int], str] = {}

    def line(self, line: Line) -> str:
        """A heading, an entry or a comment with all that belongs to it."""
        match line:
            case Heading():
                opens, closes = ("[[", "]]") if line.double else ("[", "]")
                return _with(opens + ".".join(line.names) + closes, line.behind)
            case Entry():
                self._broken.clear()
                start = f"{line.key} = "
                return _with(start + self._value(line.value, len(start), 0, 0), line.behind)
            case Note():
                return line.text
            case _:
                return ""

    def _value(self, value: Value, column: int, indent: int, more: int) -> str:
        """A value that begins in a column of a line with this indent; `more` comes behind it."""
        if isinstance(value, Atom):
            return value.text
        if isinstance(value, Braces):
            return self._braces(value, column, indent, more)
        if _breaks(value):
            return self._list(value, indent)
        flat = self._flat(value, 0, indent, frozenset())
        excess = self._excess(flat, column, more)
        if not excess:
            return flat
        broken = self._list(value, indent)
        return broken if self._excess(broken, column, more) < excess else flat

    def _braces(self, value: Braces, column: int, indent: int, more: int) -> str:
        """Braces as the author spaces them; too long: tighter, and then with lists broken.

        When nothing makes them fit they stay as they are, but for the lists.
        """
        own = _style(value)
        styles = range(own, len(_STYLES) if own == TIGHT else TIGHT + 2)
        best, least = "", -1
        lists = [id(one) for one in _lists(value)]
        counts = range(len(lists) + 1) if len(lists) <= MOST_TRIED else (0, len(lists))
        for count in counts:
            broken = frozenset(lists[len(lists) - count :])
            for style in styles:
                text = self._flat(value, style, indent, broken)
                excess = self._excess(text, column, more)
                if not excess:
                    return text
                if style == own and (least < 0 or excess < least):
                    best, least = text, excess
        return best

    def _flat(self, value: Value, style: int, indent: int, broken: frozenset[int]) -> str:
        """A value on one line, but for the lists that are broken."""
        if isinstance(value, Atom):
            return value.text
        if isinstance(value, Listed):
            if id(value) in broken or _breaks(value):
                return self._list(value, indent)
            values = (one.value for one in value.members if one.value is not None)
            texts = [self._flat(one, style, indent, broken) for one in values]
            return "[" + _STYLES[style][2].join(texts) + "]"
        if not value.entries:
            return "{}"
        style = max(style, _style(value))
        opens, equals, comma, closes = _STYLES[style]
        inner = _INNER[style]
        entries = (
            key + equals + self._flat(one, inner, indent, broken) for key, one in value.entries
        )
        return opens + comma.join(entries) + closes

    def _list(self, value: Listed, indent: int) -> str:
        """A list with each value on a line of its own, or packed where the author does so."""
        key = (id(value), indent)
        if key not in self._broken:
            rows = [_with("[", value.opening)]
            if value.packed:
                rows += self._packed(value, indent + STEP)
            else:
                for member in value.members:
                    rows += self._member(member, indent + STEP, len(rows) == 1)
            self._broken[key] = "\n".join([*rows, " " * indent + "]"])
        return self._broken[key]

    def _packed(self, value: Listed, indent: int) -> Iterator[str]:
        row = ""
        for member in value.members:
            said = f"{member.value.text}," if isinstance(member.value, Atom) else ""
            if row and indent + len(row) + 1 + len(said) > self.width:
                yield " " * indent + row
                row = ""
            row = f"{row} {said}" if row else said
        yield " " * indent + row

    def _member(self, member: Member, indent: int, first: bool) -> Iterator[str]:
        for note in member.above:
            if note.blank and not first:
                yield ""
            first = False
            yield " " * (indent + STEP * note.deep) + note.text
        if member.value is not None:
            if member.blank and not first:
                yield ""
            indent += STEP * member.deep
            said = " " * indent + self._value(member.value, indent, indent, 1) + ","
            yield _with(said, member.behind)

    def _excess(self, text: str, column: int, more: int) -> int:
        """How many columns of a text go beyond the width, the lines within a text too."""
        if "\n" not in text:
            return max(0, column + len(text) + more - self.width)
        lengths = [len(row) for row in text.split("\n")]
        lengths[0] += column
        lengths[-1] += more
        return sum(max(0, length - self.width) for length in lengths)


def _with(text: str, comment: str) -> str:
    return f"{text}  {comment}" if comment else text


def _style(value: Braces) -> int:
    """How the author spaced them."""
    return 0 if value.spaced else 1 if value.padded else 2


def _breaks(value: Value) -> bool:
    """Whether something has to stand on several lines: so written, or with comments in it."""
    if isinstance(value, Braces):
        return any(_breaks(one) for _, one in value.entries)
    if not isinstance(value, Listed) or not value.members:
        return isinstance(value, Listed) and bool(value.opening)
    return (
        value.open
        or bool(value.opening)
        or any(one.above or one.behind for one in value.members)
        or any(one.value is not None and _breaks(one.value) for one in value.members)
    )


def _lists(value: Value) -> Iterator[Listed]:
    """The lists between braces that stand on one line and could be broken, in their order."""
    if isinstance(value, Braces):
        for _, one in value.entries:
            yield from _lists(one)
    elif isinstance(value, Listed) and value.members and not _breaks(value):
        yield value
