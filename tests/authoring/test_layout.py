"""How the layout looks: spaces, empty lines, lists and braces, and what stays of an author."""

from __future__ import annotations

import pytest

from samenwerk.authoring.formatting import formatted


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("\n\n", ""),
        ("\n\na=1", "a = 1\n"),
        ("  a . b\t=  1  ", "a.b = 1\n"),
        ("[ a . 'b c' ]", '[a."b c"]\n'),
        ("[[ a ]]#x", "[[a]]  #x\n"),
        ("a='x'", 'a = "x"\n'),
        ("a='x\"y'", "a = 'x\"y'\n"),
        (r"a='C:\x'", "a = 'C:\\x'\n"),
        ("a=[ 1,2 , ]", "a = [1, 2]\n"),
        ("a=[ ]", "a = []\n"),
        ("a={ }", "a = {}\n"),
        ("a={b=1 , c = 2}", "a = {b=1, c=2}\n"),
        ("a={ b=1,c=2}", "a = { b=1, c=2 }\n"),
        ("a={b = 1,c=2}", "a = { b = 1, c = 2 }\n"),
        ("a = 1 # x  ", "a = 1  # x\n"),
        ("#  x \n#y", "#  x\n#y\n"),
        ("a = '''\n x \n'''", "a = '''\n x \n'''\n"),
    ],
)
def test_on_a_line(before: str, after: str) -> None:
    """Spaces are put right, usual quotes are used where nothing changes, no more than that."""
    assert after == formatted(before)


def test_empty_lines() -> None:
    """One before a heading and its comments, at most one elsewhere, none under a heading."""
    before = """\
# Over dit bestand



[a]

x = 1


y = 2
# over b
[b]
z = 3
# nog iets over z

[c]
"""
    after = """\
# Over dit bestand

[a]
x = 1

y = 2

# over b
[b]
z = 3
# nog iets over z

[c]
"""
    assert after == formatted(before)


def test_parts_of_one_thing_may_stay_together() -> None:
    """What goes on from the heading above, or is the next part of it, is the author's choice."""
    together = "[role.chair]\nnl = 1\n[role.chair.word]\na = 1\n[role.chair.way_out]\nb = 1\n"
    apart = together.replace("\n[", "\n\n[")
    assert together == formatted(together)
    assert apart == formatted(apart)
    assert "[a.b]\nx = 1\n\n[a.c]\n" == formatted("[a.b]\nx = 1\n[a.c]\n")
    assert "[a]\n[a.s.b]\nx = 1\n\n[a.s.c]\n" == formatted("[a]\n[a.s.b]\nx = 1\n[a.s.c]\n")


def test_a_long_list_gets_a_line_for_each() -> None:
    """With a comma behind the last one too; a list that fits stays on its line."""
    fits = 'a = ["' + "x" * 72 + '"]\n'
    assert (81, fits) == (len(fits), formatted(fits))
    long = 'needs = ["' + '", "'.join(("x" * 20, "y" * 20, "z" * 30)) + '"]'
    expected = f'needs = [\n  "{"x" * 20}",\n  "{"y" * 20}",\n  "{"z" * 30}",\n]\n'
    assert expected == formatted(long)


def test_a_broken_list_stays_broken() -> None:
    """Who begins on a new line wants it so; who packs short values behind each other keeps that."""
    assert "a = [\n  1,\n]\n" == formatted("a = [\n1]")
    assert "a = [1, 2]\n" == formatted("a = [1,\n2]")
    words = [f'"{"x" * 10}"'] * 8
    packed = "a = [\n  " + ", ".join(words[:5]) + ",\n  " + ", ".join(words[5:]) + ",\n]\n"
    assert packed == formatted("a = [\n" + ",".join(words[:4]) + ",\n" + ",".join(words[4:]) + "]")


def test_comments_and_depth_in_a_list() -> None:
    """Each stays where it was; what was indented further than the first line stays so."""
    before = """\
story = [ # het verhaal
# eerst
{does="x"},#zo
      # dan
      {state = "y"}
  ,
    {does="z"}


# klaar
]
"""
    after = """\
story = [  # het verhaal
  # eerst
  {does="x"},  #zo
    # dan
    { state = "y" },
    {does="z"},

  # klaar
]
"""
    assert after == formatted(before)


def test_long_braces_get_tighter() -> None:
    """First without spaces around the signs, then lists in it are broken; else it stays."""
    words = {"a": "x" * 20, "b": "y" * 20, "c": "z" * 14}
    spaced = "k = { " + ", ".join(f'{key} = "{word}"' for key, word in words.items()) + " }\n"
    tight = "k = { " + ", ".join(f'{key}="{word}"' for key, word in words.items()) + " }\n"
    assert (84, tight) == (len(spaced) - 1, formatted(spaced))
    who = ", ".join(f'"{word}"' for word in ("noord" * 4, "zuid" * 4, "oost" * 4))
    broken = who.replace(", ", ",\n    ")
    assert (
        "x = [\n  {on=2027-01-01, who=[\n    " + broken + ',\n  ], does="change.open"},\n]\n'
    ) == formatted(f'x = [\n{{on=2027-01-01, who=[{who}], does="change.open"}}]')
    long = f'k = {{ a = "{"x" * 50}", b = "{"y" * 50}" }}\n'
    assert long == formatted(long)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a=1\r\nb=2\r\n", "a = 1\r\nb = 2\r\n"),
        ("a=1\r\nb=2\r\nc=3\n", "a = 1\r\nb = 2\r\nc = 3\r\n"),
        ("a=1\r\nb=2\nc=3\n", "a = 1\nb = 2\nc = 3\n"),
        ("a='''\r\n x'''\r\n", "a = '''\r\n x'''\r\n"),
    ],
)
def test_line_ends(before: str, after: str) -> None:
    """A file keeps the kind that most of its lines have."""
    assert after == formatted(before)
