"""Values and places of a TOML text, held against documents that know where all in them stands."""

from __future__ import annotations

import re
import string
import sys
import tomllib
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from samenwerk.definitions.places import (
    LARGEST_FILE,
    Source,
    Unreadable,
    prune,
    read_source,
)
from samenwerk.definitions.scanner import scan
from samenwerk.definitions.syntax_texts import TEXTS
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


def refusal(data: bytes | str) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read_source(data if isinstance(data, bytes) else data.encode(), FILE)
    well_told(caught.value)
    return caught.value


def well_told(error: Unreadable) -> None:
    """Every diagnostic stands on a line of the author and has all its sentences."""
    assert error.diagnostics
    for fault in error.diagnostics:
        for language in ("nl", "en"):
            texts = choose_texts(TEXTS, fault, language)
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
        with pytest.raises(ValueError):
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


FAULTS: list[tuple[str | bytes, str, str, int, int, int]] = [
    (b'a = 1\nnl = "caf\xe9"', "SW001", "", 2, 10, 1),
    (b"\xef\xbb\xbf\xff", "SW001", "", 1, 1, 1),
    (b"\xff\xfea\x00", "SW001", "", 1, 1, 1),
    (b"#" * (LARGEST_FILE + 1), "SW002", "", 1, 1, 1),
    ("a = " + "[" * 65 + "]" * 65, "SW003", "", 1, 69, 1),
    ("a = " + "{a=" * 65 + "1" + "}" * 65, "SW003", "", 1, 197, 1),
    ("x = 1\n" + ".".join("a" * 65) + " = 1", "SW003", "", 2, 1, 129),
    ("[" + ".".join("a" * 65) + "]", "SW003", "", 1, 2, 129),
    ("a = " + "{a.a.a=" * 50 + "1" + "}" * 50, "SW003", "", 1, 300, 5),
    ("".join(f"[[{'.'.join('a' * n)}]]\n" for n in range(1, 66)), "SW003", "", 65, 3, 129),
    ("a = 1\n]\n", "SW004", "", 2, 1, 1),
    ('a = "zeg "ja" nu" # x', "SW004", "after", 1, 11, 7),
    ("a = 1,", "SW004", "after", 1, 6, 1),
    ("[a] b = 1", "SW004", "after", 1, 5, 5),
    ('name: "x"', "SW004", "equals", 1, 1, 9),
    ("a\n", "SW004", "equals", 1, 1, 1),
    ("  één = 1", "SW004", "key", 1, 3, 3),
    ("naam van ding = 1", "SW004", "key", 1, 1, 13),
    ("a. = 1", "SW004", "key", 1, 1, 2),
    ("x = 1\n [step start]", "SW004", "heading", 2, 2, 12),
    ("[a", "SW004", "heading", 1, 1, 2),
    ("[]", "SW004", "heading", 1, 1, 2),
    ('by = ["a", "b"\nname = 1\n', "SW004", "list", 1, 6, 1),
    ('by = ["a",\nname = 1\n', "SW004", "list", 1, 6, 1),
    ('by = ["a",\n\n[rule.x]\nname = 1', "SW004", "list", 1, 6, 1),
    ("by = [1,", "SW004", "list", 1, 6, 1),
    ('by = [\n  "a"\n  "b"\n]', "SW004", "comma", 3, 3, 3),
    ("a = { b = 1 c = 2 }", "SW004", "comma", 1, 13, 5),
    ("a = { b = 1,\n c = 2 }", "SW004", "braces", 1, 5, 1),
    ("a = { b = 1, }", "SW004", "braces", 1, 5, 1),
    ("a = { b = 1,, c = 2 }", "SW004", "braces", 1, 13, 1),
    ('p = "C:\\Users"', "SW004", "escape", 1, 8, 2),
    ('p = """\nC:\\map"""', "SW004", "escape", 2, 3, 2),
    ('p = "\\ud800"', "SW004", "escape", 1, 6, 6),
    ('"a\\q" = 1', "SW004", "escape", 1, 3, 2),
    ("\u00a0a = 1", "SW004", "character", 1, 1, 1),
    ("a = 1 # \x00", "SW004", "character", 1, 9, 1),
    ('a = "\x1b[0m"', "SW004", "character", 1, 6, 1),
    ("a = 1\rb = 2", "SW004", "character", 1, 6, 1),
    ("a = 2026-02-30", "SW004", "date", 1, 5, 10),
    ("a = 2026-13-01", "SW004", "date", 1, 5, 10),
    ("a = 1\nb = 2\na = 3", "SW005", "key", 3, 1, 1),
    ("[a]\nb.c = 1\nb.c = 2", "SW005", "key", 3, 1, 3),
    ("[rule]\na = 1\n[step]\n[rule]", "SW005", "heading", 4, 2, 4),
    ("[rule]\nx = { a = 1 }\n[rule.x.when.y]", "SW005", "below", 3, 2, 6),
    ("[rule]\nx = 1\nx.y = 2", "SW005", "below", 3, 1, 1),
    ("a.b = 1\n[a]", "SW005", "table", 2, 2, 1),
    ("[[a]]\n[a]", "SW005", "table", 2, 2, 1),
    ("a = { b = 1, b = 2 }", "SW005", "key", 1, 14, 1),
    ('a = 1\r\nb = "𝄞 x\r\nc = 2\r\n', "SW006", "", 2, 5, 4),
    ("a = 'x", "SW006", "", 1, 5, 2),
    ('[a."b]', "SW006", "", 1, 4, 3),
    ('a = 1\nb = """\nc = 2\n', "SW006", "block", 2, 5, 3),
    ("nl = Hallo wereld # x", "SW007", "word", 1, 6, 12),
    ("𝄞é = 1", "SW004", "key", 1, 1, 2),
    ('a = { "𝄞" = ja }', "SW007", "word", 1, 13, 2),
    ("a =\nb = 1", "SW007", "missing", 1, 3, 1),
    ("a = # later", "SW007", "missing", 1, 3, 1),
    ("a = [1,,2]", "SW007", "missing", 1, 8, 1),
    ("nl = “Hallo”", "SW007", "curly", 1, 6, 7),
    ("a = 1.000,50", "SW007", "number", 1, 5, 8),
    ("a = 5%", "SW007", "number", 1, 5, 2),
    ("a = 1-2-2026", "SW007", "day", 1, 5, 8),
    ("a = " + "9" * 5000, "SW008", "", 1, 5, 5000),
    ("a = 0x" + "f" * 5000, "SW008", "", 1, 5, 5002),
    ("a = 1e999999999", "SW008", "", 1, 5, 11),
    ("a = 1e99999999999999999999999", "SW008", "", 1, 5, 25),
]


@pytest.mark.parametrize(("data", "code", "case", "line", "column", "length"), FAULTS)
def test_each_fault_has_its_code_and_place(
    data: str | bytes, code: str, case: str, line: int, column: int, length: int
) -> None:
    """A fault is named by what the author has to do, on the exact spot of the author's line."""
    fault = refusal(data).diagnostics[0]
    told = (fault.code, fault.params.get("case", ""), fault.place)
    assert (code, case, Place(FILE, line, column, length)) == told


def test_a_second_declaration_names_the_first() -> None:
    """All that is declared twice is told at once, each with the place of the first."""
    text = "[rule]\nx = { a = 1 }\n[rule.x.y]\na = 1\na = 2\n[rule]\n[rule.x.z]\n"
    told = [
        (fault.place.line, fault.nearest_place, fault.params["written"], fault.params["line"])
        for fault in refusal(text).diagnostics
    ]
    assert [
        (3, Place(FILE, 2, 1), "rule.x", 2),
        (5, Place(FILE, 4, 1), "rule.x.y.a", 4),
        (6, Place(FILE, 1, 1, 6), "rule", 1),
        (7, Place(FILE, 2, 1), "rule.x", 2),
    ] == told


def test_every_text_is_there_in_both_languages() -> None:
    """Each code and case that is ever told has its own sentences, and none is left over."""
    told = {(code if not case else f"{code} {case}") for _, code, case, *_ in FAULTS}
    general = {"SW005", "SW007"}
    assert set(TEXTS) == (told - {"SW005 key", "SW005 table"}) | general
    assert {("nl", "en")} == {tuple(texts) for texts in TEXTS.values()}


def test_the_deepest_that_is_read() -> None:
    """Sixty-four brackets, and a key of sixty-four parts, are still read."""
    text = f"{'.'.join('a' * 64)} = {'[' * 64}{']' * 64}"
    assert 128 == max(map(len, read("b = 1\n" + text).places)) + 1


def test_a_reader_short_of_stack_is_refused_like_depth() -> None:
    """Where tomllib runs out of stack the author is told of depth, not of our stack."""
    frame, used = sys._getframe(), 0
    while frame:
        frame, used = frame.f_back, used + 1  # type: ignore[assignment]
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(used + 90)
    try:
        read_source(b"a = " + b"[" * 60 + b"]" * 60, FILE)
    except Unreadable as error:
        codes = [fault.code for fault in error.diagnostics]
    finally:
        sys.setrecursionlimit(before)
    assert ["SW003"] == codes


def test_ten_thousand_lines() -> None:
    """In a long file the last place is as right as the first."""
    steps = "".join(f'[step.s{n}]\nby = ["a", "b{n}"] # x\nnl = "é"\n\n' for n in range(2500))
    source = read(steps + "[last]\nx.y = 1")
    assert 10_002 == len(source.lines)
    assert Place(FILE, 10_002, 7, 1) == source.place(("last", "x", "y"))
    assert Place(FILE, 5_002, 12, 7) == source.place(("step", "s1250", "by", 1))


def test_the_nearest_known_place() -> None:
    """Unknown paths get the place of their nearest parent, else the first character."""
    source = read('[step.start]\nby = ["a"]\n')
    assert Place(FILE, 2, 7, 3) == source.place(("step", "start", "by", 0))
    assert Place(FILE, 2, 6, 5) == source.place(("step", "start", "by", 1, "x"))
    assert Place(FILE, 2, 1, 2) == source.place(("step", "start", "by", 0), key=True)
    assert Place(FILE, 1, 1, 12) == source.place(("step", "start", "nl"))
    assert Place(FILE, 1, 7, 5) == source.place(("step", "start"), key=True)
    assert Place(FILE, 1, 2, 4) == source.place(("step",))
    assert Place(FILE, 1, 1, 1) == source.place(("rule", "x"))
    assert Place(FILE, 1, 1, 1) == source.place(())


def test_what_is_no_path_is_not_known() -> None:
    """A name where a list stands, a number where a table stands: not known, no fault."""
    source = read("a = [1]\n")
    strange: list[Path] = [(), (0,), ("a", "b"), ("a", -1), ("a", 1), ("a", True), ("a", 0, 0)]
    assert [] == [path for path in strange if path in source.places or path in source.keys]


def test_places_fall_back_where_tree_and_values_differ() -> None:
    """A place that does not belong to a value is left out, so that the parent's is given."""
    tree, _ = scan("a = 1\nb = [1, [2]]\nc = { d = 1 }\ne = [[1]]")
    prune(tree, {"a": {"x": 1}, "b": [1], "c": {"d": 1}, "e": [[1]], "f": 1})
    b, c, e = (tree.items[name] for name in "bce")
    assert (["b", "c", "e"], ["b", "c", "e"]) == (list(tree.items), list(tree.keys))
    assert ([], ["d"], 1) == (b.items, list(c.items), len(e.items))  # type: ignore[union-attr]


def test_the_author_s_lines_come_with_a_refusal() -> None:
    """A refusal brings the lines to show, also of bytes that are not UTF-8."""
    assert ("a = 1", "b = ") == refusal("a = 1\r\nb = ").lines
    assert ("a = 1", "# \ufffd") == refusal(b"a = 1\n# \xff\n").lines
    assert () == refusal(b"#" * (LARGEST_FILE + 1)).lines


def test_only_line_feeds_part_lines() -> None:
    """Characters that other programs take for a line end do not move our lines."""
    source = read("a = 'x\u2028y\x85z'\nb = 1")
    assert Place(FILE, 2, 5, 1) == source.place(("b",))


def test_texts_for_authors_name_no_parser() -> None:
    """No word of the trade of programmers stands in the sentences."""
    words = re.compile(r"\b(TOML|tomllib|parse|token|string|array|integer|Python|syntax)\b", re.I)
    sentences = [
        sentence
        for texts in TEXTS.values()
        for text in texts.values()
        for sentence in (text.what, text.label, text.why, text.mend)
    ]
    assert [] == [sentence for sentence in sentences if words.search(sentence)]
