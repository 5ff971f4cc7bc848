"""Each way in which a file cannot be read: its code, its exact spot and its sentences."""

from __future__ import annotations

import contextlib
import re

import pytest
from tests.definitions.shapes.mistakes import made

from samenwerk.definitions.checks import all_checks, texts_of
from samenwerk.definitions.spelling.places import LARGEST_FILE, Unreadable, read_source
from samenwerk.definitions.spelling.scanner import MOST_FAULTS
from samenwerk.definitions.spelling.stretch import unpack
from samenwerk.definitions.spelling.syntax_faults import refused
from samenwerk.definitions.texts import choose_texts
from samenwerk.values.place import Place

FILE = "workflow.toml"
TEXTS = texts_of(tuple(one for one in all_checks() if one.code.startswith("SW0")))


def refusal(data: bytes | str) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read_source(data if isinstance(data, bytes) else data.encode(), FILE)
    return caught.value


FAULTS: list[tuple[str | bytes, str, str, int, int, int]] = [
    (b'a = 1\nnl = "caf\xe9"', "SW001", "", 2, 10, 1),
    (b"\xef\xbb\xbf\xff", "SW001", "", 1, 1, 1),
    (b"\xff\xfea\x00", "SW001", "two_bytes", 1, 1, 1),
    (b"#" * (LARGEST_FILE + 1), "SW002", "", 1, 1, 1),
    ("a = " + "[" * 65 + "]" * 65, "SW003", "", 1, 69, 1),
    ("a = " + "{a=" * 65 + "1" + "}" * 65, "SW003", "", 1, 197, 1),
    ("x = 1\n" + ".".join("a" * 65) + " = 1", "SW003", "", 2, 1, 129),
    ("[" + ".".join("a" * 65) + "]", "SW003", "", 1, 2, 129),
    ("a = " + "{a.a.a=" * 50 + "1" + "}" * 50, "SW003", "", 1, 300, 5),
    ("".join(f"[[{'.'.join('a' * n)}]]\n" for n in range(1, 66)), "SW003", "", 65, 3, 129),
    ("a = 1\n]\n", "SW004", "", 2, 1, 1),
    ('a = "zeg "ja" nu" # x', "SW004", "after", 1, 11, 7),
    ("a = 1,", "SW004", "behind", 1, 6, 1),
    ("[a] b = 1", "SW004", "after", 1, 5, 5),
    ('name: "x"', "SW004", "sign", 1, 5, 1),
    ("a\n", "SW004", "equals", 1, 1, 1),
    ("  één = 1", "SW004", "key_meant", 1, 3, 3),
    ("naam van ding = 1", "SW004", "key_meant", 1, 1, 13),
    ("a. = 1", "SW004", "key_meant", 1, 1, 2),
    ("ñ, = 1", "SW004", "key", 1, 1, 2),
    ("x = 1\n [step start]", "SW004", "heading_meant", 2, 2, 12),
    ("[a", "SW004", "heading_meant", 1, 1, 2),
    ("[]", "SW004", "heading", 1, 1, 2),
    ('by = ["a", "b"\nname = 1\n', "SW004", "list", 1, 6, 1),
    ('by = ["a",\nname = 1\n', "SW004", "list", 1, 6, 1),
    ('by = ["a",\n\n[rule.x]\nname = 1', "SW004", "list", 1, 6, 1),
    ("by = [1,", "SW004", "list", 1, 6, 1),
    ('by = [\n  "a"\n  "b"\n]', "SW004", "comma", 3, 3, 3),
    ("a = { b = 1 c = 2 }", "SW004", "comma", 1, 13, 5),
    ("a = { b = 1,\n c = 2 }", "SW004", "lines", 1, 5, 1),
    ("a = { b = 1, }", "SW004", "last_comma", 1, 12, 1),
    ("a = { b = 1,, c = 2 }", "SW004", "braces", 1, 13, 1),
    ('p = "C:\\Users"', "SW004", "path", 1, 5, 10),
    ('p = "a\\Users"', "SW004", "escape", 1, 7, 2),
    ('p = """\nC:\\map"""', "SW004", "escape", 2, 3, 2),
    ('p = "\\ud800"', "SW004", "escape", 1, 6, 6),
    ('"a\\q" = 1', "SW004", "escape", 1, 3, 2),
    ("\u00a0a = 1", "SW004", "space", 1, 1, 1),
    ("a = 1 # \x00", "SW004", "character", 1, 9, 1),
    ('a = "\x1b[0m"', "SW004", "character", 1, 6, 1),
    ("x = 1\na = 1\rb = 2", "SW004", "break", 2, 6, 1),
    ("a = 1\rb = 2", "SW009", "mac", 1, 1, 11),
    ('{\n"a": 1\n}', "SW009", "json", 1, 1, 1),
    ("a:\n  b: 1", "SW009", "yaml", 1, 1, 2),
    ("<html>", "SW009", "html", 1, 1, 6),
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
    ('a = 1\r\nb = "𝄞 x\r\nc = 2\r\n', "SW006", "close", 2, 5, 4),
    ("a = 'x", "SW006", "close", 1, 5, 2),
    ("a = 'x # y", "SW006", "", 1, 5, 6),
    ('[a."b]', "SW006", "", 1, 4, 3),
    ('a = 1\nb = """\nc = 2\n', "SW006", "block", 2, 5, 3),
    ("nl = Hallo wereld # x", "SW007", "word", 1, 6, 12),
    ("𝄞é = 1", "SW004", "key_meant", 1, 1, 2),
    ('a = { "𝄞" = ja }', "SW007", "yes_no", 1, 13, 2),
    ("a =\nb = 1", "SW007", "missing", 1, 3, 1),
    ("a = # later", "SW007", "missing", 1, 3, 1),
    ("a = [1,,2]", "SW007", "missing", 1, 8, 1),
    ("nl = “Hallo”", "SW007", "curly", 1, 6, 7),
    ("a = 1.000,50", "SW007", "amount", 1, 5, 8),
    ("nl = “Hallo", "SW007", "curly_open", 1, 6, 6),
    ("nl = x=y", "SW007", "bare", 1, 6, 3),
    ("a = 5k", "SW007", "number", 1, 5, 2),
    ("a = 5%", "SW007", "percent", 1, 5, 2),
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
    for language in ("nl", "en"):
        texts = choose_texts(TEXTS, fault, language)
        for sentence in (texts.what, texts.label, texts.why, texts.mend):
            assert sentence.format(**fault.params)
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
    for text in made().values():
        with contextlib.suppress(Unreadable):
            read_source(text.encode(), FILE)
            continue
        found = refusal(text).diagnostics
        told |= {f"{one.code} {one.params.get('case')}" for one in found}
    general = {"SW005", "SW002 many", "SW001 other"}  # told in other tests
    assert set(TEXTS) == (told - {"SW005 key", "SW005 table"}) | general
    assert {("nl", "en")} == {tuple(texts) for texts in TEXTS.values()}


def test_a_hopeless_file_is_not_told_in_full() -> None:
    """No more faults are told than a person would read."""
    assert MOST_FAULTS == len(refusal("a = 1\n" * 500).diagnostics)
    assert MOST_FAULTS == len(refusal("a = [" + ("9" * 600 + ",") * 200 + "]").diagnostics)


def test_a_fault_that_only_tomllib_knows() -> None:
    """What a newer tomllib may refuse still gets a spot on a written line."""
    assert (4, 3) == unpack(refused("x = a b", "Some other rule", 4).span)
    assert (4, 1) == unpack(refused("x = 1\n\n", "Some other rule", 7).span)


def test_texts_for_authors_name_no_parser() -> None:
    """No word of the trade of programmers stands in the sentences."""
    words = re.compile(
        r"(?<!\.)\b(TOML|tomllib|parse|token|string|array|integer|Python|syntax)\b", re.I
    )
    sentences = [
        sentence
        for texts in TEXTS.values()
        for text in texts.values()
        for sentence in (text.what, text.label, text.why, text.mend)
    ]
    assert [] == [sentence for sentence in sentences if words.search(sentence)]
