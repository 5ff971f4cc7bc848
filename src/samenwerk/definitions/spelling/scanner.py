"""Where each key and each value of a TOML text is written, found in one walk.

No value is read here (`tomllib` does that) and no sentence is made. The walk keeps its own
stack, so that the depth of a text can never exhaust ours, and stops at the first fault
after which it no longer knows where it is.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from contextlib import suppress
from types import ModuleType
from typing import Literal

import attrs

from samenwerk.definitions.spelling.stretch import (
    KEY_PART,
    Fault,
    Span,
    dotted,
    fault_at,
    pack,
    short,
    unpack,
)

DEEPEST = 64
"""Brackets and braces inside each other, and parts of one dotted key."""
DEEPEST_PATH = 128
"""Keys and list places from the root of a document to a value."""
LONGEST_NUMBER = 500
"""Characters of one number: below what every setting of Python can read and print."""
LARGEST_EXPONENT = 400
"""Powers of ten in one number: a larger one fills the memory as soon as it is counted with."""
MOST_PARTS = 250_000
"""Names and values of one file: what is made of each takes more room than its few characters."""
MOST_FAULTS = 100

_DATE = r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]++)?"
_OFFSET = r"(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
_DIGITS = r"[0-9](?:_?[0-9])*+"
_WHOLE = r"(?:0|[1-9](?:_?[0-9])*+)"
_VALUE = rf"""
    (?P<text>\"\"\"(?:[^"\\]++|\\.|"{{1,2}}(?!"))*+"{{3,5}}
      | '''(?:[^']++|'{{1,2}}(?!'))*+'{{3,5}}
      | (?!\"\"\")"[^"\\\n]*+(?:\\[^\n][^"\\\n]*+)*+"
      | (?!''')'[^'\n]*+')
  | (?P<open>[\[{{])
  | (?P<word>(?:true|false|[+-]?(?:inf|nan)
      | {_DATE}(?:[Tt\ ]{_TIME}{_OFFSET}?)? | {_TIME})(?=[\s,\]}}\#]|\Z)(?!\ [0-9]{{2}}:))
  | (?P<number>(?:[+-]?{_WHOLE}(?:\.{_DIGITS})?(?P<exponent>[eE][+-]?{_DIGITS})?
      | 0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*+ | 0o[0-7](?:_?[0-7])*+ | 0b[01](?:_?[01])*+
      )(?=[\s,\]}}\#]|\Z))
"""
value_at = re.compile(_VALUE, re.VERBOSE | re.DOTALL).match
_part_at = re.compile(rf"({KEY_PART})[ \t]*+").match
_plain_key_at = re.compile(r"([A-Za-z0-9_-]++)[ \t]*+=[ \t]*+").match
_space_at = re.compile(r"[ \t]*+").match
_blank_at = re.compile(r"(?:[ \t\n]++|\r\n|#[^\n]*+)*+").match
_ending_at = re.compile(r"[ \t]*+(?:#[^\n]*+)?(?:\r?\n|\Z)").match

Parts = list[tuple[str, Span]]


@attrs.define(eq=False)
class Table:
    """A table as written: where each key first stands, and what stands behind it."""

    span: Span
    made: Literal["heading", "implied", "dotted", "braces"]
    keys: dict[str, Span] = attrs.field(factory=dict)
    items: dict[str, Node] = attrs.field(factory=dict)


@attrs.define(eq=False)
class Array:
    """A list as written; `keys` only for tables under double brackets, else empty."""

    span: Span
    items: list[Node] = attrs.field(factory=list)
    keys: list[Span] = attrs.field(factory=list)


Node = Span | Table | Array


class _Stop(Exception):
    """The walk cannot go on; the last fault says why."""


def scan(text: str) -> tuple[Table, tuple[Fault, ...]]:
    """The tree of spans of a TOML text and the faults found, in reading order.

    With faults the tree holds what could be read.

    >>> tree, faults = scan("a.b = [1]")
    >>> unpack(tree.keys["a"]), faults
    ((0, 1), ())
    """
    walk = _Walk(text)
    with suppress(_Stop):
        walk.document()
    return walk.root, tuple(walk.faults)


def _wrong() -> ModuleType:
    """What knows the faults, read at the first one: most texts have none."""
    from samenwerk.definitions.spelling import syntax_faults

    return syntax_faults


def _past(match: Callable[[str, int], re.Match[str] | None], text: str, pos: int) -> int:
    found = match(text, pos)
    return found.end() if found else pos


class _Walk:
    """One pass over one text; not to be used again."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = Table(pack(0, 0), "heading")
        self.faults: list[Fault] = []
        self._here = self.root
        self._heading_names: list[str] = []
        self._depth = 0
        self._count = 0

    def document(self) -> None:
        """Walk over every statement of the text."""
        text, size, pos = self.text, len(self.text), 0
        while True:
            pos = _past(_blank_at, text, pos)
            if pos >= size:
                return
            pos = self._heading(pos) if text[pos] == "[" else self._entry(pos)
            ending = _ending_at(text, pos)
            if ending is None:
                raise self._stop(_wrong().after_statement(text, _past(_space_at, text, pos)))
            pos = ending.end()

    def _stop(self, fault: Fault) -> _Stop:
        self.faults.append(fault)
        return _Stop()

    def _note(self, fault: Fault) -> None:
        self.faults.append(fault)
        if len(self.faults) >= MOST_FAULTS:
            raise _Stop

    def _too_deep(self, start: int, end: int) -> _Stop:
        return self._stop(Fault("SW003", "", pack(start, end), end, {"most": DEEPEST}))

    def _add(self, start: int, end: int) -> None:
        """Count one more name or value."""
        self._count += 1
        if self._count > MOST_PARTS:
            raise self._stop(Fault("SW002", "many", pack(start, end), end, {"most": MOST_PARTS}))

    # Statements

    def _entry(self, pos: int) -> int:
        plain = _plain_key_at(self.text, pos)
        if plain:
            parts: Parts = [(plain[1], pack(pos, plain.end(1)))]
            pos = plain.end()
        else:
            parts, pos = self._key(pos)
        into = self._slot(self._here, parts, self._depth, self._heading_names)
        node, end = self._value(pos, self._depth + len(parts))
        name, span = parts[-1]
        into.keys[name] = span
        into.items[name] = node
        return end

    def _heading(self, pos: int) -> int:
        double = self.text.startswith("[[", pos)
        first = _past(_space_at, self.text, pos + 1 + double)
        parts, at = self._names(first, pos)
        end = at + 1 + double
        if not self.text.startswith("]]" if double else "]", at):
            raise self._stop(_wrong().bad_heading(self.text, pos, at))
        self._heading_names = [name for name, _ in parts]
        self._here = self._open_table(parts, pack(pos, end), double)
        return end

    # Keys

    def _key(self, start: int, inside: bool = False) -> tuple[Parts, int]:
        """The parts of a key, and where the value behind its equals sign begins."""
        parts, pos = self._names(start, None, inside)
        if not self.text.startswith("=", pos):
            raise self._stop(_wrong().no_equals(self.text, start, pos, inside))
        return parts, _past(_space_at, self.text, pos + 1)

    def _names(self, start: int, heading: int | None, inside: bool = False) -> tuple[Parts, int]:
        parts: Parts = []
        pos = start
        while True:
            match = _part_at(self.text, pos)
            if match is None:
                if heading is None or self.text[pos : pos + 1] in ("'", '"'):
                    raise self._stop(_wrong().bad_key(self.text, start, pos, inside))
                raise self._stop(_wrong().bad_heading(self.text, heading, pos))
            parts.append((self._name(match[1], pos), pack(pos, match.end(1))))
            self._add(pos, match.end(1))
            if len(parts) > DEEPEST:
                raise self._too_deep(start, match.end(1))
            pos = match.end()
            if not self.text.startswith(".", pos):
                return parts, pos
            pos = _past(_space_at, self.text, pos + 1)

    def _name(self, written: str, pos: int) -> str:
        if written[0] == '"' and "\\" in written:
            try:
                return str(tomllib.loads(f"k={written}")["k"])
            except tomllib.TOMLDecodeError:
                end = pos + len(written)
                fault = fault_at(self.text, "SW004", "escape", pos, end, end)
                raise self._stop(fault) from None
        return written[1:-1] if written[0] in "\"'" else written

    # Tables: the same laws as tomllib's, so that both always see the same tree

    def _open_table(self, parts: Parts, span: Span, double: bool) -> Table:
        """The table that a heading opens, hung where it belongs."""
        table, depth = self.root, len(parts) + double
        for index, (name, part) in enumerate(parts[:-1]):
            node = table.items.get(name)
            if node is None:
                node = table.items[name] = Table(part, "implied")
                table.keys[name] = part
            elif isinstance(node, Array) and node.keys:
                node, depth = node.items[-1], depth + 1
            if not isinstance(node, Table) or node.made == "braces":
                return self._twice("below", table, parts[: index + 1], [])
            table = node
        self._depth = depth
        name, part = parts[-1]
        old = table.items.get(name)
        opened = Table(span, "heading")
        if old is None:
            table.keys[name] = part
            table.items[name] = Array(span, [opened], [part]) if double else opened
        elif double and isinstance(old, Array) and old.keys:
            old.items.append(opened)
            old.keys.append(part)
        elif not double and isinstance(old, Table) and old.made == "implied":
            old.made, old.span = "heading", span
            return old
        else:
            same = not double and isinstance(old, Table) and old.made == "heading"
            return self._twice("heading" if same else "table", table, parts, [])
        return opened

    def _slot(self, table: Table, parts: Parts, depth: int, heading: list[str]) -> Table:
        """The table in which the last part of a key may be written."""
        if depth + len(parts) > DEEPEST_PATH:
            raise self._too_deep(unpack(parts[0][1])[0], sum(unpack(parts[-1][1])))
        for index, (name, part) in enumerate(parts[:-1]):
            node = table.items.get(name)
            if node is None:
                node = table.items[name] = Table(part, "dotted")
                table.keys[name] = part
            elif isinstance(node, Table) and node.made in ("dotted", "implied"):
                node.made = "dotted"
            else:
                open_table = isinstance(node, Table) and node.made == "heading"
                many = isinstance(node, Array) and bool(node.keys)
                case = "table" if open_table or many else "below"
                return self._twice(case, table, parts[: index + 1], heading)
            table = node
        if parts[-1][0] in table.items:
            return self._twice("key", table, parts, heading)
        return table

    def _twice(self, case: str, table: Table, parts: Parts, heading: list[str]) -> Table:
        """Note a second declaration, and go on in a table that hangs nowhere."""
        name = parts[-1][0]
        node = table.items[name]
        by_heading = isinstance(node, Table) and node.made == "heading"
        first = node.span if by_heading and not isinstance(node, int) else table.keys[name]
        span = pack(unpack(parts[0][1])[0], sum(unpack(parts[-1][1])))
        names = short(dotted([*heading, *(name for name, _ in parts)]))
        self._note(Fault("SW005", case, span, sum(unpack(span)), {"written": names}, first))
        return Table(span, "heading")

    # Values

    def _value(self, pos: int, level: int) -> tuple[Node, int]:
        """The span or tree of the value at pos, and where it ends."""
        text = self.text
        above: list[tuple[Table | Array, int, int]] = []
        into, name = self.root, ""
        while True:
            match = value_at(text, pos)
            if match is None:
                raise self._stop(_wrong().bad_value(text, pos, [start for _, start, _ in above]))
            end = match.end()
            self._add(pos, end)
            node: Node = pack(pos, end)
            kind = match.lastgroup
            if kind == "open":
                opened = Array(0) if text[pos] == "[" else Table(0, "braces")
                node = opened
            elif kind == "number":
                self._weigh(match, pos, end)
            if above:
                outer = above[-1][0]
                if isinstance(outer, Array):
                    outer.items.append(node)
                else:
                    into.items[name] = node
            if kind == "open":
                above.append((opened, pos, level))
                if len(above) > DEEPEST or level >= DEEPEST_PATH:
                    raise self._too_deep(pos, end)
            fresh, pos = kind == "open", end
            while above:
                holder_node, start, level = above[-1]
                closes, pos = self._next(text[start], start, pos, fresh)
                if not closes:
                    break
                node, fresh = holder_node, False
                holder_node.span = pack(start, pos)
                above.pop()
            else:
                return node, pos
            if isinstance(holder_node, Array):
                level += 1
            else:
                parts, pos = self._key(pos, True)
                into = self._slot(holder_node, parts, level, [])
                name, into.keys[parts[-1][0]] = parts[-1]
                level += len(parts)

    def _next(self, bracket: str, start: int, pos: int, fresh: bool) -> tuple[bool, int]:
        """Whether a list or braces ends here, and where the end or the next part is."""
        text, before = self.text, pos
        skip, close = (_blank_at, "]") if bracket == "[" else (_space_at, "}")
        pos = _past(skip, text, pos)
        if text.startswith(close, pos):
            return True, pos + 1
        if not fresh:
            if not text.startswith(",", pos):
                raise self._stop(_wrong().no_comma(text, before, pos, start))
            pos = _past(skip, text, pos + 1)
            if bracket == "[" and text.startswith("]", pos):
                return True, pos + 1
        if bracket == "{" and text[pos : pos + 1] in ("", "\n", "\r", "#", "}"):
            raise self._stop(_wrong().braces(text, start, pos))
        return False, pos

    def _weigh(self, match: re.Match[str], pos: int, end: int) -> None:
        exponent = match["exponent"]
        if end - pos > LONGEST_NUMBER or (exponent and abs(int(exponent[1:])) > LARGEST_EXPONENT):
            written = {"written": short(self.text[pos:end]), "most": LONGEST_NUMBER}
            self._note(Fault("SW008", "", pack(pos, end), end, written))
