"""A TOML text taken apart into what a person wrote: headings, entries, values and comments.

Nothing is left out but white space, and nothing is judged: the text must be good TOML
already. How the pieces are laid out again is `formatting`.
"""

from __future__ import annotations

import re
import sys
from typing import TypeAlias

import attrs

from samenwerk.definitions.spelling.scanner import value_at
from samenwerk.definitions.spelling.stretch import KEY_PART

_space_at = re.compile(r"[ \t]*+").match
_comment_at = re.compile(r"[ \t]*+(#[^\n]*+)").match
_part_at = re.compile(rf"[ \t]*+({KEY_PART})[ \t]*+").match
_apart_at = re.compile(r"((?:[ \t]*+\n)*+)([ \t]*+)(?:(#[^\n]*+)|(,))?+").match
_ESCAPED = re.compile(r"[\"\\\x00-\x08\x0a-\x1f\x7f]")

TAB = 4
"""Columns of a tab, where it is asked how far something was indented."""


@attrs.frozen
class Atom:
    """A value without parts, as it should be written; a text may hold ends of lines."""

    text: str


@attrs.frozen
class Member:
    """A value of a list with its comments; `deep` when it was indented further than others."""

    value: Value | None
    blank: bool
    deep: bool
    above: tuple[Note, ...]
    behind: str


@attrs.frozen
class Note:
    """A comment on a line of its own; `blank` when an empty line stood before it."""

    text: str
    blank: bool
    deep: bool = False


@attrs.frozen
class Listed:
    """A list; `opening` is a comment behind its bracket, `open` when a line ended there.

    The comments after the last value are the last member's, which then has no value.
    `packed`: short values were written behind each other on several lines.
    """

    members: tuple[Member, ...]
    opening: str
    open: bool
    packed: bool


@attrs.frozen
class Braces:
    """A table between braces: its keys with their values, `padded` and `spaced` as written."""

    entries: tuple[tuple[str, Value], ...]
    padded: bool
    spaced: bool


Value: TypeAlias = Atom | Listed | Braces


@attrs.frozen
class Heading:
    """A heading: its names, whether it adds one to a list, and the comment behind it."""

    names: tuple[str, ...]
    double: bool
    behind: str


@attrs.frozen
class Entry:
    """A key with its value and the comment behind it."""

    key: str
    value: Value
    behind: str


@attrs.frozen
class Empty:
    """One or more empty lines."""


Line: TypeAlias = Heading | Entry | Note | Empty


def lines_of(text: str) -> list[Line]:
    """Everything that stands in a good TOML text with plain line ends, in its order.

    >>> lines_of("a.'b' = 1 # één")
    [Entry(key='a."b"', value=Atom(text='1'), behind='# één')]
    """
    return _Reader(text).document()


class _Reader:
    """One walk over one text; not to be used again."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def document(self) -> list[Line]:
        """All lines of the text."""
        found: list[Line] = []
        while self.at < len(self.text):
            self._space()
            char = self.text[self.at : self.at + 1]
            if char in ("", "\n"):
                self.at += 1
                if char and not (found and isinstance(found[-1], Empty)):
                    found.append(Empty())
                continue
            if char == "#":
                found.append(Note(self._comment(), False))
            elif char == "[":
                found.append(self._heading())
            else:
                key, _ = self._key()
                value = self._value()
                found.append(Entry(key, value, self._comment()))
            self._space()
            self.at += 1  # the end of the line
        return found

    def _space(self) -> None:
        found = _space_at(self.text, self.at)
        self.at = found.end() if found else self.at

    def _comment(self) -> str:
        """The comment behind what was read, or an empty text."""
        found = _comment_at(self.text, self.at)
        if found is None:
            return ""
        self.at = found.end()
        return found[1].rstrip()

    def _heading(self) -> Heading:
        double = self.text.startswith("[[", self.at)
        self.at += 1 + double
        names = self._names()
        self.at += 1 + double
        return Heading(names, double, self._comment())

    def _names(self) -> tuple[str, ...]:
        names = []
        while found := _part_at(self.text, self.at):
            names.append(plain_quotes(found[1]))
            self.at = found.end()
            if not self.text.startswith(".", self.at):
                break
            self.at += 1
        return tuple(names)

    def _key(self) -> tuple[str, bool]:
        """A key up to its value, and whether a space stood at its equals sign."""
        key = ".".join(self._names())
        before = self.text[self.at - 1]
        self.at += 1
        start = self.at
        self._space()
        return key, before in " \t" or self.at > start

    def _value(self) -> Value:
        found = value_at(self.text, self.at)
        assert found is not None, "the text was read before"
        self.at = found.end()
        if found.lastgroup != "open":
            return Atom(plain_quotes(found[0]))
        return self._list() if found[0] == "[" else self._braces()

    def _braces(self) -> Braces:
        start = self.at
        self._space()
        padded, spaced = self.at > start, False
        entries: list[tuple[str, Value]] = []
        while not self.text.startswith("}", self.at):
            key, space = self._key()
            spaced = space if not entries else spaced
            entries.append((key, self._value()))
            self._space()
            if self.text.startswith(",", self.at):
                self.at += 1
                self._space()
        self.at += 1
        return Braces(tuple(entries), padded, spaced)

    def _list(self) -> Listed:
        return _ListReader(self).read()


class _ListReader:
    """Reads one list: its values with the comments and empty lines between them."""

    def __init__(self, reader: _Reader) -> None:
        self.reader = reader
        self.members: list[tuple[Value | None, bool, int, list[tuple[str, bool, int]], str]] = []
        self.above: list[tuple[str, bool, int]] = []
        self.blank = False
        self.indent = -1

    def read(self) -> Listed:
        """The list behind a bracket that was read."""
        reader, text = self.reader, self.reader.text
        opening = reader._comment()
        reader._space()
        open = text.startswith("\n", reader.at)
        self._apart(False)
        while not text.startswith("]", reader.at):
            blank, indent = self.blank, self.indent
            self.members.append((reader._value(), blank, indent, self.above, ""))
            self.above = []
            self._apart(True)
        reader.at += 1
        if self.above:
            self.members.append((None, False, -1, self.above, ""))
        indents = [indent for _, _, indent, _, _ in self.members if indent >= 0]
        base = min(indents, default=sys.maxsize)
        return Listed(
            tuple(
                Member(
                    value,
                    blank,
                    indent > base,
                    tuple(Note(said, empty, column > base) for said, empty, column in above),
                    behind,
                )
                for value, blank, indent, above, behind in self.members
            ),
            opening,
            open,
            self._packed(),
        )

    def _packed(self) -> bool:
        """Whether values share a line in a list of several lines, with nothing between them."""
        members = self.members
        return (
            any(indent >= 0 for _, _, indent, _, _ in members)
            and any(indent < 0 for _, _, indent, _, _ in members[1:])
            and all(
                isinstance(value, Atom) and "\n" not in value.text
                and not (blank or above or behind)
                for value, blank, _, above, behind in members
            )
        )  # fmt: skip

    def _apart(self, after_value: bool) -> None:
        """Read on to the next value or the end of the list.

        A comment on the line of a value is that value's own; others stand above what follows.
        """
        text, reader = self.reader.text, self.reader
        same_line = after_value
        self.blank, self.indent = False, -1
        while True:
            found = _apart_at(text, reader.at)
            assert found is not None, "it matches nothing at all too"
            ends = found[1].count("\n")
            if ends:
                self.blank = self.blank or ends > 1
                same_line = False
                self.indent = len(found[2].expandtabs(TAB))
            reader.at = found.end()
            if found[3]:
                self._say(found[3].rstrip(), same_line)
            elif not found[4]:
                return

    def _say(self, said: str, same_line: bool) -> None:
        if same_line and self.members:
            value, blank, indent, above, behind = self.members[-1]
            if not behind:
                self.members[-1] = (value, blank, indent, above, said)
                return
        self.above.append((said, self.blank, self.indent))
        self.blank = False


def plain_quotes(written: str) -> str:
    r"""A text between single quotes in the usual quotes, when nothing in it changes by that.

    >>> plain_quotes("'dag'"), plain_quotes(r"'C:\dag'"), plain_quotes("12")
    ('"dag"', "'C:\\dag'", '12')
    """
    if written[0] != "'" or written.startswith("'''") or _ESCAPED.search(written):
        return written
    return f'"{written[1:-1]}"'
