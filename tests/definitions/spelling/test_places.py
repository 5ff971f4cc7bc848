"""Reading a file: its limits, its places, and what is given where a place is not known."""

from __future__ import annotations

import sys
import traceback

import pytest

from samenwerk.definitions.spelling.places import (
    LARGEST_FILE,
    Source,
    Unreadable,
    prune,
    read_source,
)
from samenwerk.definitions.spelling.scanner import MOST_PARTS, scan
from samenwerk.packaged import find_workflow
from samenwerk.values.message import Message
from samenwerk.values.place import Path, Place

FILE = "workflow.toml"



def read(text: str) -> Source:
    return read_source(text.encode(), FILE)


def refusal(data: bytes | str) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read_source(data if isinstance(data, bytes) else data.encode(), FILE)
    return caught.value


def test_the_deepest_that_is_read() -> None:
    """Sixty-four brackets, and a key of sixty-four parts, are still read."""
    text = f"{'.'.join('a' * 64)} = {'[' * 64}{']' * 64}"
    assert 128 == max(map(len, read("b = 1\n" + text).places)) + 1


def test_a_reader_short_of_stack_is_refused_like_depth() -> None:
    """Where tomllib runs out of stack the author is told of depth, not of our stack."""
    used = len(traceback.extract_stack())
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

    tree, _ = scan("a = 1\nb = { c = 1,\n d = 2 }")
    prune(tree, {"a": 1, "b": {"c": 1, "d": 2}})
    assert ["a"] == list(tree.keys)


def test_the_author_s_lines_come_with_a_refusal() -> None:
    """A refusal brings the lines to show, also of bytes that are not UTF-8."""
    assert ("a = 1", "b = ") == refusal("a = 1\r\nb = ").lines
    assert ("a = 1", "# \ufffd") == refusal(b"a = 1\n# \xff\n").lines
    assert () == refusal(b"#" * (LARGEST_FILE + 1)).lines


def test_only_line_feeds_part_lines() -> None:
    """Characters that other programs take for a line end do not move our lines."""
    source = read("a = 'x\u2028y\x85z'\nb = 1")
    assert Place(FILE, 2, 5, 1) == source.place(("b",))
    assert ("a = 'x\u2028y\x85z'", "b = 1") == source.lines


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a = [" + "0," * MOST_PARTS + "]", 1, 5 + 2 * MOST_PARTS - 1),
        ("".join(f"a{i} = 0\n" for i in range(MOST_PARTS + 1)), MOST_PARTS + 1, 11),
        ("".join(f"{'a.' * 48}b{i:04}.c = 0\n" for i in range(5000)), 4902, 103),
    ],
    ids=["list", "lines", "dotted"],
)
def test_more_names_and_values_than_anybody_reads(text: str, line: int, column: int) -> None:
    """A small file can hold very many: it is refused where they become too many."""
    with pytest.raises(Unreadable) as refused:
        read_source(text.encode(), "a.toml")
    (fault,) = refused.value.diagnostics
    assert ("SW002", "many", line) == (fault.code, fault.params["case"], fault.place.line)
    assert column == fault.place.column


def test_a_known_text_is_read_alike() -> None:
    """A text that was read before is scanned when a place is asked for; nothing else differs."""
    base = find_workflow("landelijk")
    assert base is not None
    for path in sorted(base.parent.glob("*.toml")):
        data = path.read_bytes()
        first, again = read_source(data, FILE), read_source(data, FILE, known=True)
        assert first.values == again.values
        assert dict(first.keys) == dict(again.keys)
        assert dict(first.places) == dict(again.places)


def test_a_known_text_with_a_fault_is_refused_alike() -> None:
    """Whoever calls a text known that cannot be read gets the fault that anybody gets."""
    with pytest.raises(Unreadable) as caught:
        read_source(b"a = ", FILE, known=True)
    assert refusal(b"a = ").diagnostics == caught.value.diagnostics


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7", "pdf"), (b"{\\rtf1\\ansi", "rtf"), (b"\xd0\xcf\x11\xe0\xa1", "office"),
        (b"PK\x03\x04 word/document.xml", "docx"), (b"PK\x03\x04 xl/workbook.xml", "xlsx"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
        (b"PK\x03\x04 notes.txt", "zip"), (b"\x89PNG\r\n", "picture"),
    ],
)  # fmt: skip
def test_a_file_of_another_program_is_named(data: bytes, kind: str) -> None:
    """What it is, and none of its bytes as a line."""
    with pytest.raises(Unreadable) as caught:
        read_source(data, "workflow.toml")
    fault = caught.value.diagnostics[0]
    assert ("SW001", {"case": "other", "kind": Message(f"file.{kind}")}, ()) == (
        fault.code, fault.params, caught.value.lines,
    )  # fmt: skip


@pytest.mark.parametrize("coding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_two_bytes_for_each_character(coding: str) -> None:
    """What Notepad calls Unicode is told by that, with the author's own line."""
    with pytest.raises(Unreadable) as caught:
        read_source('[workflow]\nid = "één"\n'.encode(coding), "workflow.toml")
    assert [("SW001", {"case": "two_bytes"})] == [
        (one.code, one.params) for one in caught.value.diagnostics
    ]
    assert ("[workflow]", 'id = "één"') == caught.value.lines
