"""Single values as a Dutch and an English reader write them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerk.language.clean import clean
from samenwerk.language.values import list_text, value_text
from samenwerk.values.share import Share
from samenwerk.values.time import Term


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [
        (date(2027, 3, 3), "3 maart 2027", "3 March 2027"),
        (date.max, "31 december 9999", "31 December 9999"),
        (
            datetime(2027, 3, 3, 9, 5, tzinfo=UTC),
            "3 maart 2027 09:05 UTC",
            "3 March 2027 09:05 UTC",
        ),
        (Decimal("1234.5"), "€ 1.234,50", "€1,234.50"),
        (Decimal("-0.005"), "-€ 0,005", "-€0.005"),
        (Decimal("1E+3"), "€ 1.000,00", "€1,000.00"),
        (Decimal("1E+1000000"), "1E+1000000", "1E+1000000"),
        (Decimal("NaN"), "NaN", "NaN"),
        (2027, "2027", "2027"),
        (1234567, "1.234.567", "1,234,567"),
        (True, "ja", "yes"),
        (False, "nee", "no"),
        (None, "niet bekend", "not known"),
        (Share(2, 3), "twee derde", "two thirds"),
        (Share(1, 4), "een kwart", "one quarter"),
        (Share(1, 2), "de helft", "half"),
        (Share(5, 5), "het geheel", "the whole"),
        (Share(11, 20), "11/20", "11/20"),
        (Share(0, 3), "0/3", "0/3"),
        (Term(4, "week"), "4 weken", "4 weeks"),
        (Term(1, "day"), "1 dag", "1 day"),
        (Term(2, "year"), "2 jaar", "2 years"),
        ((), "niets", "nothing"),
        (("a",), "a", "a"),
        (("a", "b", "c"), "a, b en c", "a, b and c"),
        (frozenset({"b", "a"}), "a en b", "a and b"),
        ("Zorg\nWest\x1b[m", "Zorg West<U+001B>[m", "Zorg West<U+001B>[m"),
    ],
)
def test_values(value: object, nl: str, en: str) -> None:
    """Each type has its own spelling in each language."""
    assert nl == value_text(value, "nl")
    assert en == value_text(value, "en")


def test_another_language_writes_values_as_english() -> None:
    """A catalogue may bring a language whose values we cannot spell."""
    assert "3 March 2027" == value_text(date(2027, 3, 3), "fy")


def test_a_list_can_end_in_another_word() -> None:
    """One of these is "or"."""
    assert "a, b of c" == list_text(["a", "b", "c"], "nl", "of")


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.integers(10**5000, 10**5001)
        | st.decimals()
        | st.dates()
        | st.text()
        | st.binary(),
        st.lists,
    ),
    st.sampled_from(["nl", "en"]),
)
def test_any_value_is_one_clean_line(value: object, lang: str) -> None:
    """Nothing that a plugin or a record holds makes a value fail or break a line."""
    told = value_text(value, lang)

    assert "\n" not in told
    assert clean(told) == told
