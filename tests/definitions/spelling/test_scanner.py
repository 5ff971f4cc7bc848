"""Values and places of a TOML text, held against documents that know where all in them stands."""

from __future__ import annotations

import string
import tomllib
from decimal import Decimal, InvalidOperation
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from samenwerk.definitions.checks import all_checks, texts_of
from samenwerk.definitions.spelling.places import (
    Source,
    Unreadable,
    read_source,
)
from samenwerk.definitions.spelling.scanner import scan
from samenwerk.definitions.texts import choose_texts
from samenwerk.values.place import Path, Place

FILE = "workflow.toml"


# Documents that know where all in them stands


def plain(exclude: str) -> st.SearchStrategy[str]:
    """A character that TOML takes as it is."""
    return st.one_of(
        st.sampled_from("a Z9.é€𝄞😀#=[]{},").filter(lambda c: c not in exclude),
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters=exclude),
    )


def joined(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(st.one_of(*parts), max_size=6).map("".join)


ESCAPES = st.sampled_from([r"\n", r"\"", r"\\", r"\t", r"\u00e9", r"\U0001F600"])
TEXT_VALUES = st.one_of(
    joined(plain('"\\'), ESCAPES).map('"{}"'.format),
    joined(plain("'")).map("'{}'".format),
    st.tuples(
        joined(plain('"\\'), ESCAPES, st.sampled_from(["\n", '"a', '""b', "\\\n  ", "'''"])),
        st.sampled_from(["", '"', '""']),
    ).map(lambda parts: f'"""{parts[0]}{parts[1]}"""'),
    st.tuples(
        joined(plain("'"), st.sampled_from(["\n", "'a", "''b", '"""', "\\"])),
        st.sampled_from(["", "'", "''"]),
    ).map(lambda parts: f"'''{parts[0]}{parts[1]}'''"),
)
NUMBERS = st.one_of(
    st.integers().map(str),
    st.integers(0, 10**6).map("{:_}".format),
    st.integers(0, 10**6).map("+{}".format),
    st.integers(0).map(hex),
    st.integers(0).map(oct),
    st.integers(0).map(bin),
    st.decimals(-1000, 1000, places=2).map(str),
    st.sampled_from(["1e5", "-2.5E-3", "6_0.2_5", "inf", "-inf", "+nan", "0", "-0.0", "1e400"]),
)
DAYS = st.one_of(
    st.dates().map(str),
    st.times().map(str),
    st.datetimes().map(str),
    st.datetimes().map(lambda moment: moment.isoformat() + "Z"),
    st.datetimes().map(lambda moment: moment.isoformat("t") + "-07:30"),
)
SCALARS = st.one_of(TEXT_VALUES, NUMBERS, DAYS, st.sampled_from(["true", "false"]))
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=3).map(lambda items: ("braces", items)),
    ),
    max_leaves=6,
)
NAMES = st.text(st.sampled_from("ab-_1 é𝄞.#=[]'\"\\"), max_size=4)
GAPS = st.sampled_from(["", " ", "\t ", "\n", '\n  # een "] opmerking\n  '])
SPACES = st.sampled_from(["", " ", "  ", "\t"])


class Document:
    """A text under construction that remembers where its keys and values were put."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw
        self.newline = draw(st.sampled_from(["\n", "\r\n"]))
        self.text = ""
        self.keys: dict[Path, tuple[int, int]] = {}
        self.places: dict[Path, tuple[int, int]] = {}
        self.names = 0
        self.rows: dict[Path, int] = {}

    def put(self, text: str) -> tuple[int, int]:
        start = len(self.text)
        self.text += text.replace("\n", self.newline)
        return start, len(self.text)

    def gap(self, strategy: st.SearchStrategy[str] = SPACES) -> None:
        self.put(self.draw(strategy))

    def new_names(self, most: int = 3) -> list[str]:
        """Names that occur nowhere else."""
        found = []
        for name in self.draw(st.lists(NAMES, min_size=1, max_size=most)):
            self.names += 1
            found.append(f"{name}{self.names}")
        return found

    def key_part(self, name: str) -> tuple[int, int]:
        ways = []
        if set(name) <= {*string.ascii_letters, *string.digits, "-", "_"}:
            ways.append(name)
        if "'" not in name:
            ways.append(f"'{name}'")
        escaped = name.replace("\\", "\\\\").replace('"', '\\"')
        ways += [f'"{escaped}"', '"{}"'.format("".join(f"\\U{ord(c):08x}" for c in name))]
        return self.put(self.draw(st.sampled_from(ways)))

    def key(self, names: list[str]) -> list[tuple[int, int]]:
        parts = []
        for index, name in enumerate(names):
            if index:
                self.gap()
                self.put(".")
                self.gap()
            parts.append(self.key_part(name))
        return parts

    def entry(self, above: Path, base: list[str], value: Any) -> list[list[str]]:
        """One name (or dotted name) with its value; returns the tables it made."""
        names = base + self.new_names()
        parts = self.key(names)
        self.gap()
        self.put("=")
        self.gap()
        for index, part in enumerate(parts[:-1], 1):
            self.keys.setdefault((*above, *names[:index]), part)
            self.places.setdefault((*above, *names[:index]), part)
        self.keys[(*above, *names)] = parts[-1]
        self.value((*above, *names), value)
        return [names[:index] for index in range(1, len(names))]

    def value(self, path: Path, value: Any) -> None:
        start = len(self.text)
        if isinstance(value, str):
            self.put(value)
        elif isinstance(value, list):
            self.put("[")
            for index, item in enumerate(value):
                self.gap(GAPS)
                self.value((*path, index), item)
                self.gap(GAPS)
                self.put("," if index + 1 < len(value) else self.draw(st.sampled_from(["", ","])))
            self.gap(GAPS)
            self.put("]")
        else:
            self.put("{")
            made: list[list[str]] = [[]]
            for index, item in enumerate(value[1]):
                self.put(", " if index else "")
                self.gap()
                made += self.entry(path, self.draw(st.sampled_from(made)), item)
            self.gap()
            self.put("}")
        self.places[path] = start, len(self.text)

    def entries(self, above: Path) -> list[list[str]]:
        made: list[list[str]] = [[]]
        for value in self.draw(st.lists(VALUES, max_size=3)):
            self.gap(st.sampled_from(["", "  ", "\t", "\n# los ]\n"]))
            made += self.entry(above, self.draw(st.sampled_from(made)), value)
            self.line_end()
        return made[1:]

    def line_end(self) -> None:
        self.put(self.draw(st.sampled_from(["\n", "  # é [x] 'y\n", "\t\n\n"])))

    def real(self, names: list[str]) -> Path:
        """The path of a table, with its row wherever double brackets stand above it."""
        path: Path = ()
        for name in names:
            path = (*path, name)
            if path in self.rows:
                path = (*path, self.rows[path])
        return path

    def heading(self, names: list[str], double: bool) -> Path:
        start, _ = self.put("[[" if double else "[")
        self.gap()
        parts = self.key(names)
        self.gap()
        _, end = self.put("]]" if double else "]")
        for index, part in enumerate(parts[:-1], 1):
            path = self.real(names[:index])
            if path[-1] == names[index - 1]:
                self.keys.setdefault(path, part)
                self.places.setdefault(path, part)
        path = (*self.real(names[:-1]), names[-1])
        self.keys.setdefault(path, parts[-1])
        if double:
            self.places.setdefault(path, (start, end))
            self.rows[path] = self.rows.get(path, -1) + 1
            path = self.real(names)
            self.keys[path] = parts[-1]
        self.places[path] = start, end
        self.line_end()
        return path

    def place(self, span: tuple[int, int]) -> Place:
        start, end = span
        before = self.text[:start]
        first_line = self.text[start:end].split("\n")[0].rstrip(" \t\r")
        column = len(before) - (before.rfind("\n") + 1) + 1
        return Place(FILE, before.count("\n") + 1, column, max(len(first_line), 1))


@st.composite
def documents(draw: Any) -> Document:
    """Whole documents: entries, headings of tables, of rows and of tables within them."""
    document = Document(draw)
    known = [[], *document.entries(())]
    implied: list[list[str]] = []
    rows: list[list[str]] = []
    for _ in range(draw(st.integers(0, 4))):
        kind = draw(st.sampled_from(["new", "double", "implied", "row"]))
        if kind == "implied" and implied:
            names = implied.pop()
        elif kind == "row" and rows:
            names = draw(st.sampled_from(rows))
            known = [other for other in known if other[: len(names)] != names]
            implied = [other for other in implied if other[: len(names)] != names]
            rows = [other for other in rows if other[: len(names)] != names]
        else:
            base = draw(st.sampled_from(known))
            names = base + document.new_names()
            fresh = [names[:length] for length in range(len(base) + 1, len(names))]
            known, implied = known + fresh, implied + fresh
        double = kind in ("double", "row")
        path = document.heading(names, double)
        known.append(names)
        rows += [names] if double else []
        known += [names + made for made in document.entries(path)]
    return document


def all_paths(values: Any) -> set[Path]:
    """Every path of a tree of values."""
    found: set[Path] = set()
    above: list[tuple[Path, Any]] = [((), values)]
    while above:
        path, value = above.pop()
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, child in items:
            found.add((*path, key))
            if isinstance(child, dict | list):
                above.append(((*path, key), child))
    return found


def read(text: str) -> Source:
    return read_source(text.encode(), FILE)


def well_told(error: Unreadable) -> None:
    """Every diagnostic stands on a line of the author and has all its sentences."""
    assert error.diagnostics
    for fault in error.diagnostics:
        for language in ("nl", "en"):
            texts = choose_texts(texts_of(all_checks()), fault, language)
            for sentence in (texts.what, texts.label, texts.why, texts.mend):
                assert sentence.format(**fault.params)
        for place in filter(None, (fault.place, fault.nearest_place)):
            if error.lines:
                assert 1 <= place.line <= len(error.lines)
                room = len(error.lines[place.line - 1]) - (place.column - 1)
                assert 1 <= place.length <= max(room, 1)


@settings(deadline=None)
@given(documents(), st.booleans())
def test_values_and_places_of_any_document(document: Document, mark: bool) -> None:
    """Values are those of tomllib, and every key and value is said to stand where it stands."""
    text = document.text
    source = read_source((b"\xef\xbb\xbf" if mark else b"") + text.encode(), FILE)

    assert repr(tomllib.loads(text, parse_float=Decimal)) == repr(source.values)
    assert text == source.text
    assert {p: document.place(s) for p, s in document.keys.items()} == dict(source.keys)
    assert {p: document.place(s) for p, s in document.places.items()} == dict(source.places)
    assert all_paths(source.values) == set(source.places)
    assert len(document.places) == len(source.places)


@settings(deadline=None)
@given(VALUES.filter(lambda value: isinstance(value, str)))
def test_a_place_holds_its_value(value: str) -> None:
    """What stands at the place of a value on one line reads as that value."""
    assume("\n" not in value)
    source = read(f"a = [ {{ b.c = {value} }} ]")
    place = source.place(("a", 0, "b", "c"))
    written = source.lines[place.line - 1][place.column - 1 :][: place.length]
    assert value == written


SIGNS = ["\n", '"', "'", '"""', "'''", "=", ".", ",", "[", "]", "[[", "]]", "{", "}", "#", "\\"]
LINES = ["a=1\n", "[a]\n", "a.b=1\n", "[[a]]\n", "[a.b]\n", "a={b=1}\n", "b.a=[1]\n", "[[a.b]]\n"]
STRANGE = [
    "\r",
    "\x00",
    "é",
    "\u00a0",
    "“",
    "\\ud800",
    "2026-02-30",
    "1" * 600,
    "[" * 70,
    "a." * 70,
]
LONG = ["[" * 70, "a." * 70, "1e999999999999999999999"]
SNIPPETS = st.sampled_from([*SIGNS, *LINES, *STRANGE, *LONG, "a", "1", " "])


@settings(deadline=None, max_examples=200)
@given(documents().map(lambda document: document.text), st.data())
def test_a_damaged_document_is_read_or_refused(text: str, data: st.DataObject) -> None:
    """After any damage: the values of tomllib with all places, or a refusal with its texts."""
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.sampled_from([0, 0, 1, 5])))
        text = text[:start] + data.draw(SNIPPETS) + text[end:]
    read_or_refused(text)


@settings(deadline=None, max_examples=300)
@given(st.lists(SNIPPETS, max_size=12).map("".join))
@example("[a.b.c]\n[a]\nb.x = 1\n[a.b.y]\n")
@example("[a.b.c]\n[a]\nb.c.x = 1")
def test_loose_snippets_are_read_or_refused(text: str) -> None:
    """The laws of tables, brackets and quotes are the same in the scanner and in tomllib."""
    read_or_refused(text)


def read_or_refused(text: str) -> None:
    try:
        source = read(text)
    except Unreadable as error:
        well_told(error)
        if {fault.code for fault in error.diagnostics} & {"SW003", "SW008"}:
            return
        with pytest.raises((ValueError, InvalidOperation)):  # a number beyond what can be kept
            tomllib.loads(text.removeprefix("\ufeff"), parse_float=Decimal)
    else:
        assert ((), all_paths(source.values)) == (scan(source.text)[1], set(source.places))


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_random_bytes_are_read_or_refused(data: bytes) -> None:
    """No bytes whatever bring anything but a Source or Unreadable."""
    try:
        read_source(data, FILE)
    except Unreadable as error:
        well_told(error)
