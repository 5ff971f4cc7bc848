"""An author's own line, with carets where they belong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerk.language.clean import clean
from samenwerk.language.excerpt import excerpt
from samenwerk.language.layout import display_width
from samenwerk.values.place import Place


def shown(line: str, column: int, length: int, label: str = "hier", width: int = 50) -> str:
    return "\n".join(excerpt(Place("a.toml", 7, column, length), line, label, width))


@pytest.mark.parametrize(
    ("line", "column", "length", "picture"),
    [
        (
            'to = "weg"',
            6,
            5,
            """\
    7 | to = "weg"
      |      ^^^^^ hier""",
        ),
        (
            '\tto\t= "weg"',
            7,
            5,
            """\
    7 |     to  = "weg"
      |           ^^^^^ hier""",
        ),
        (
            "nl = 表紙 fout",
            9,
            4,
            """\
    7 | nl = 表紙 fout
      |           ^^^^ hier""",
        ),
        (
            "nl = cafe\u0301 fout",
            12,
            4,
            """\
    7 | nl = cafe\u0301 fout
      |           ^^^^ hier""",
        ),
        (
            'nl = "\u202eweg"',
            7,
            1,
            """\
    7 | nl = "<U+202E>weg"
      |       ^^^^^^^^ hier""",
        ),
        (
            "to =",
            5,
            1,
            """\
    7 | to =
      |     ^ hier""",
        ),
        (
            "",
            1,
            1,
            """\
    7 |
      | ^ hier""",
        ),
        (
            "kort",
            90,
            90,
            """\
    7 | kort
      |     ^ hier""",
        ),
        (
            "nl = e\u0301",
            7,
            1,
            """\
    7 | nl = e\u0301
      |       ^ hier""",
        ),
    ],
    ids=["plain", "tabs", "wide", "combining", "hidden", "end", "empty", "beyond", "on an accent"],
)
def test_carets(line: str, column: int, length: int, picture: str) -> None:
    """Carets stand under the characters meant, as they are shown."""
    assert picture == shown(line, column, length)


def test_a_long_line_is_cut_on_both_sides() -> None:
    """What is around the carets stays, and dots show where the line goes on."""
    expected = """\
    7 | …g, weg, weg, mis, weg, weg, weg, weg, we…
      |               ^^^ hier"""

    assert expected == shown("weg, " * 30 + "mis" + ", weg" * 30, 151, 3)


def test_the_beginning_and_end_of_a_long_line() -> None:
    """Nothing is cut on the side where the carets are near the end."""
    line = "abcdefghij" * 8

    assert """\
    7 | abcdefghijabcdefghijabcdefghijabcdefghij…
      | ^^ hier""" == shown(line, 1, 2)
    assert """\
    7 | …abcdefghijabcdefghijabcdefghijabcdefghij
      |                                        ^^
      | hier""" == shown(line, 79, 2)


def test_a_long_stretch_is_cut_too() -> None:
    """Carets never go on beyond what is shown."""
    assert """\
    7 | …xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
      |  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      | hier""" == shown("x" * 500, 100, 300)


def test_a_label_that_does_not_fit_goes_below() -> None:
    """The words stay whole and inside the width."""
    assert """\
    7 | to = "weg"
      |      ^^^^^
      | deze fase is nergens beschreven, en""" == shown(
        'to = "weg"', 6, 5, "deze fase is nergens beschreven, en", 48
    )


@given(
    st.text(st.sampled_from("ab =\t表\u0301\u202e\x1b\ud800"), max_size=200),
    st.integers(-3, 220),
    st.integers(-3, 220),
    st.integers(28, 90),
)
def test_every_line_fits_and_is_clean(line: str, column: int, length: int, width: int) -> None:
    """Whatever the author wrote: at least one caret, no line too wide, nothing raw."""
    rows = shown(line, column, length, "hier staat iets", width).split("\n")

    assert [] == [row for row in rows if display_width(row) > width]
    assert [clean(row) for row in rows] == rows
    assert "^" in rows[1]
