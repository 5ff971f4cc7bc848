"""Text in the room there is: no line is wider, and nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerk.language.layout import columns, cut, display_width, indent, padded, wrap

TEXT = st.text(st.sampled_from("ab, cdé表\u0301👍 \n"), max_size=120)
MARGINS = st.sampled_from(["", "- ", "  ja   ", "   34 | "])


@given(TEXT, st.integers(10, 90), MARGINS)
def test_no_line_is_wider_than_asked(text: str, width: int, first: str) -> None:
    """Every line of a wrapped text fits, its margin included."""
    assert [] == [line for line in wrap(text, width, first) if display_width(line) > width]


@given(TEXT, st.integers(10, 90))
def test_wrapping_loses_and_adds_no_letter(text: str, width: int) -> None:
    """Only spaces and line breaks differ from what came in."""
    expected = text.replace(" ", "").replace("\n", "")

    assert expected == "".join(wrap(text, width)).replace(" ", "")


@given(TEXT, st.integers(10, 90))
def test_words_that_fit_are_not_broken(text: str, width: int) -> None:
    """Only a word wider than a whole line is divided over lines."""
    fitting = [word for word in text.split() if display_width(word) <= width]
    words = " ".join(wrap(text, width)).split()

    assert [] == [word for word in fitting if word not in words]


@given(st.integers(-5, 9), TEXT)
def test_a_width_that_is_too_small_still_gives_every_letter(width: int, text: str) -> None:
    """Nothing fails on a terminal without room."""
    joined = "".join(wrap(text, width, "")).replace(" ", "")

    assert text.replace(" ", "").replace("\n", "") == joined


@given(TEXT, st.integers(1, 40))
def test_what_is_cut_fits(text: str, width: int) -> None:
    """A cut text takes no more places than asked."""
    assert display_width(cut(text, width)) <= width


def test_wide_characters_take_two_places() -> None:
    """Six wide characters do not fit in ten places."""
    assert ["表表表表表", "表"] == wrap("表表表表表表", 10)


def test_a_combining_character_stays_with_its_letter() -> None:
    """A word is broken between letters, never before an accent."""
    assert ["e\u0301" * 4, "e\u0301"] == wrap("e\u0301" * 5, 4)


def test_the_margin_stands_before_the_first_line_only() -> None:
    """Following lines begin under the words, or after their own margin."""
    assert ["- een", "  twee"] == wrap("een twee", 7, "- ")
    assert ["> een", "| twee"] == wrap("een twee", 7, "> ", "| ")


def test_a_newline_begins_a_new_line() -> None:
    """Paragraphs stay apart."""
    assert ["een", "", "twee"] == wrap("een\n\ntwee", 20)


def test_indent_leaves_empty_lines_empty() -> None:
    """No spaces at the end of a line."""
    assert ["  a", "", "  b"] == indent(["a", "", "b"])


def test_padded_counts_places() -> None:
    """Two wide characters and two spaces fill six places."""
    assert "表表  |" == padded("表表", 6) + "|"


ROWS = [
    ("dossier", "fase", "wie nog iets moet doen"),
    ("change-1", "concept", "Zorg West, Zorg Oost en Zorg Noord"),
    ("plan", "klaar", ""),
]


def test_columns_with_room() -> None:
    """Cells stand under each other, without spaces at the end."""
    expected = """\
dossier   fase     wie nog iets moet doen
change-1  concept  Zorg West, Zorg Oost en Zorg Noord
plan      klaar"""

    assert expected == "\n".join(columns(ROWS, 80))


def test_columns_that_must_be_narrower() -> None:
    """The widest column gives way first, and wraps inside itself."""
    expected = """\
dossier   fase     wie nog iets
                   moet doen
change-1  concept  Zorg West, Zorg
                   Oost en Zorg
                   Noord
plan      klaar"""

    assert expected == "\n".join(columns(ROWS, 35))


def test_columns_without_room() -> None:
    """On a very narrow terminal each cell has a line of its own."""
    expected = """\
dossier
  fase
  wie nog iets
  moet doen"""

    assert expected == "\n".join(columns(ROWS[:1], 14))


def test_no_rows_no_lines() -> None:
    """A table without rows is nothing."""
    assert [] == columns([], 80)


@given(
    st.lists(st.tuples(TEXT, TEXT, TEXT).map(lambda row: [c.replace("\n", " ") for c in row])),
    st.integers(10, 90),
)
def test_columns_are_never_wider_than_asked(rows: list[list[str]], width: int) -> None:
    """Whatever stands in the cells, a table fits."""
    assert [] == [line for line in columns(rows, width) if display_width(line) > width]


@pytest.mark.parametrize(("text", "width"), [("", 0), ("abc", 3), ("ábc", 3), ("한글", 4)])
def test_display_width(text: str, width: int) -> None:
    """Letters take one place, wide ones two."""
    assert width == display_width(text)


def test_a_currency_sign_stays_with_its_amount() -> None:
    """An amount is never torn from the sign before it."""
    assert ["hoogstens", "€ 40.000,00"] == wrap("hoogstens € 40.000,00", 13)
