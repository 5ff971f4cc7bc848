"""Reading the bytes of a TOML file: its values, and where each key and value is written.

What the values mean is for others; this room only knows how a file is spelled.
"""

from __future__ import annotations

import functools
import tomllib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from functools import cache
from pathlib import Path as FilePath
from typing import Any

import attrs

from samenwerk.definitions.spelling.other_forms import (
    as_text,
    in_other_form,
    other_language,
    other_program,
    two_bytes_each,
)
from samenwerk.definitions.spelling.scanner import Array, Node, Table, scan
from samenwerk.definitions.spelling.spelling import read_on, spelled
from samenwerk.definitions.spelling.stretch import Fault, Span, line_starts, unpack
from samenwerk.values.diagnostic import Diagnostic
from samenwerk.values.message import Message
from samenwerk.values.place import Path, Place
from samenwerk.values.repair import Repair

LARGEST_FILE = 5_000_000
"""Bytes; reading grows slow beyond it. A caller need read no more than one byte beyond."""

_MARK = b"\xef\xbb\xbf"


class Unreadable(Exception):
    """A text is not TOML that we read; `diagnostics` say where and why, in reading order.

    `lines` are the author's lines as far as they can be shown, empty for a file too large.
    """

    def __init__(self, diagnostics: tuple[Diagnostic, ...], lines: tuple[str, ...] = ()) -> None:
        super().__init__("; ".join(f"{fault.place}: {fault.code}" for fault in diagnostics))
        self.diagnostics = diagnostics
        self.lines = lines


@attrs.frozen
class Source:
    """A text that was read.

    `values` are those of `tomllib`, with Decimal for fractions. `keys` tells where the key
    that ends a path is written, the first time; `places` where its value is written, of
    which the first line counts, and for a table its heading. A table that was never
    written out has the place of the part of a heading or key that implies it.

    >>> source = read_source(b'[step.start]\\nby = "chair"\\n', "workflow.toml")
    >>> source.values
    {'step': {'start': {'by': 'chair'}}}
    >>> str(source.place(("step", "start", "by")))
    'workflow.toml:2:6'
    """

    file: str
    text: str = attrs.field(repr=False)
    lines: tuple[str, ...] = attrs.field(repr=False)
    values: dict[str, Any] = attrs.field(repr=False)
    keys: Mapping[Path, Place] = attrs.field(repr=False)
    places: Mapping[Path, Place] = attrs.field(repr=False)

    def repair(self, place: Place, text: str) -> Repair:
        """The change that puts a text where something stands on one line."""
        start = self._starts[place.line - 1] + place.column - 1
        end = start + place.length
        first, last = (place.line, place.column), (place.line, place.column + place.length)
        return Repair(self.file, start, end, text, first, last)

    @functools.cached_property
    def _starts(self) -> list[int]:
        return line_starts(self.text)

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Where a value (or its key) is written; if unknown, where its nearest parent is.

        >>> str(read_source(b"", "workflow.toml").place(("step", "start")))
        'workflow.toml:1:1'
        """
        known = self.keys if key else self.places
        for length in range(len(path), 0, -1):
            if found := known.get(path[:length]):
                return found
        return Place(self.file, 1, 1)


def read_bytes(path: FilePath) -> bytes:
    """The bytes of a file, one more than the limit at most; `read_source` refuses those.

    Raises OSError when it cannot be read, also for a path that no file can have, and for a pipe
    or device: one may never end, and nobody can read it twice.
    """
    try:
        if not path.is_file() and path.exists():
            raise OSError(f"no file: {path}")
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except ValueError as error:  # a path with a null character, or with half a character
        raise OSError(str(error)) from error


def read_source(data: bytes, file: str, *, known: bool = False) -> Source:
    """The values and places of a TOML file; `file` is its name in messages.

    `known` is for a text that was read before, as those that come with samenwerk: it is only
    scanned once a place is asked for. Raises Unreadable, and nothing else, for bytes that are
    not TOML or go beyond a limit.

    >>> try:
    ...     read_source(b"name = Flevoland", "workflow.toml")
    ... except Unreadable as error:
    ...     print(error)
    workflow.toml:1:8: SW007
    """
    if (kind := other_program(data)) is not None:
        params = {"case": "other", "kind": Message(f"file.{kind}")}
        raise Unreadable((Diagnostic("SW001", Place(file, 1, 1), params),))
    if len(data) > LARGEST_FILE:
        limit = {"most": LARGEST_FILE // 1_000_000}
        raise Unreadable((Diagnostic("SW002", Place(file, 1, 1), limit),))
    if two_bytes_each(data):
        fault = Diagnostic("SW001", Place(file, 1, 1), {"case": "two_bytes"})
        raise Unreadable((fault,), text_lines(as_text(data)))
    text = _decode(data.removeprefix(_MARK), file)
    ruler = _Ruler(file, text)
    if known:
        with suppress(Exception):  # it will be told of as any other text
            told = tomllib.loads(text, parse_float=Decimal)
            return _source(told, ruler, lambda: scan(text)[0])
    tree, values, faults = spelled(text)
    if values is None:
        if (form := other_language(text)) is not None:
            raise ruler.unreadable((in_other_form(text, form),))
        raise ruler.unreadable(read_on(text, faults))
    return _source(values, ruler, lambda: tree)


def _source(values: dict[str, Any], ruler: _Ruler, scanned: Callable[[], Table]) -> Source:
    @cache
    def tree() -> Table:
        found = scanned()
        prune(found, values)
        return found

    keys, places = _Spots(tree, ruler, True), _Spots(tree, ruler, False)
    return Source(ruler.file, ruler.text, ruler.lines, values, keys, places)


def prune(tree: Table, values: dict[str, Any]) -> None:
    """Take from the tree whatever is not in the values, so that no place can be a lie.

    Tree and values agree in all we have seen; this is for the day they do not, when a
    newer `tomllib` accepts what the scanner does not know.
    """
    pairs: list[tuple[Node, Any]] = [(tree, values)]
    while pairs:
        node, value = pairs.pop()
        if isinstance(node, Table):
            for key, child in list(node.items.items()):
                if key in value and _alike(child, value[key]):
                    if not isinstance(child, int):
                        pairs.append((child, value[key]))
                else:
                    del node.items[key], node.keys[key]
        elif isinstance(node, Array):
            if len(node.items) != len(value) or not all(map(_alike, node.items, value)):
                node.items, node.keys = [], []
            pairs.extend(
                (child, item)
                for child, item in zip(node.items, value, strict=False)
                if not isinstance(child, int)
            )


def _alike(node: Node, value: Any) -> bool:
    if isinstance(node, int):
        return not isinstance(value, dict | list)
    return isinstance(value, dict if isinstance(node, Table) else list)


def _decode(data: bytes, file: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        byte = {"written": f"0x{data[error.start]:02X}"}
        fault = Diagnostic("SW001", Place(file, line, column), byte)
        raise Unreadable((fault,), text_lines(data.decode(errors="replace"))) from None


def text_lines(text: str) -> tuple[str, ...]:
    """The lines of a text without their ends; an end of line at its end begins no new one."""
    lines = text.replace("\r\n", "\n").split("\n")
    return tuple(lines[:-1] if len(lines) > 1 and not lines[-1] else lines)


class _Ruler:
    """Turns offsets in one text into lines and columns."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.lines = text_lines(text)
        self._starts = line_starts(text)

    def place(self, span: Span) -> Place:
        """The place of a span, as far as it stands on its first line."""
        start, length = unpack(span)
        row = min(bisect_right(self._starts, start), len(self.lines)) - 1
        column = start - self._starts[row]
        room = len(self.lines[row]) - column
        shown = self.text[start : start + max(min(length, room), 0)]
        return Place(self.file, row + 1, column + 1, max(len(shown.rstrip(" \t")), 1))

    def repair(self, start: int, end: int, text: str) -> Repair:
        """The change that puts a text where now stands what is from start up to end."""
        return Repair(self.file, start, end, text, self._spot(start), self._spot(end))

    def _spot(self, at: int) -> tuple[int, int]:
        row = bisect_right(self._starts, at) - 1
        return row + 1, at - self._starts[row] + 1

    def unreadable(self, faults: tuple[Fault, ...]) -> Unreadable:
        """The faults as diagnostics."""
        return Unreadable(tuple(self._diagnostic(fault) for fault in faults), self.lines)

    def _diagnostic(self, fault: Fault) -> Diagnostic:
        params = {**fault.params, "case": fault.case}
        place = self.place(fault.span)
        repair = None if fault.change is None else self.repair(*fault.change)
        if fault.first is None:
            return Diagnostic(fault.code, place, params, repair=repair)
        first = self.place(fault.first)
        params["line"] = first.line
        return Diagnostic(fault.code, place, params, nearest_place=first, repair=repair)


class _Spots(Mapping[Path, Place]):
    """Paths to places, worked out when asked: a large file has many and few are asked for."""

    def __init__(self, tree: Callable[[], Table], ruler: _Ruler, of_keys: bool) -> None:
        self._tree = tree
        self._ruler = ruler
        self._of_keys = of_keys

    def __getitem__(self, path: Path) -> Place:
        node: Node = self._tree()
        span: Span | None = None
        for part in path:
            if isinstance(node, Table) and isinstance(part, str):
                span, node = node.keys[part], node.items[part]
            elif isinstance(node, Array) and type(part) is int and 0 <= part < len(node.items):
                span, node = (node.keys[part] if node.keys else None), node.items[part]
            else:
                raise KeyError(path)
        if not self._of_keys:
            span = node if isinstance(node, int) else node.span
        if span is None or not path:
            raise KeyError(path)
        return self._ruler.place(span)

    def __iter__(self) -> Iterator[Path]:
        above: list[tuple[Path, Node]] = [((), self._tree())]
        while above:
            path, node = above.pop()
            if path and not (self._of_keys and isinstance(path[-1], int)):
                yield path
            if isinstance(node, Table):
                above.extend(((*path, key), child) for key, child in reversed(node.items.items()))
            elif isinstance(node, Array):
                if self._of_keys and node.keys:
                    yield from ((*path, index) for index in range(len(node.keys)))
                children = [((*path, index), child) for index, child in enumerate(node.items)]
                above.extend(reversed(children))

    def __len__(self) -> int:
        return sum(1 for _ in self)
