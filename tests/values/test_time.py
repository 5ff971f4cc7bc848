"""Terms reckon in civil days: months keep their day number, and clip at their end."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerk.values.time import UNITS, Term

terms = st.builds(Term, st.integers(0, 9999), st.sampled_from(UNITS))


@given(terms)
def test_a_term_is_read_as_it_is_written(term):
    """Singular and plural alike."""
    assert term == Term.parse(str(term))
    assert term == Term.parse(f"{term.count} {term.unit}")


@pytest.mark.parametrize("text", ["", "4", "weeks", "4  weeks", "-1 day", "4 weeks ", "1.5 days",
                                  "12345 days", "4 Weeks", "٤ weeks", "4 weeks\n"])  # fmt: skip
def test_anything_else_is_no_term(text):
    """A ValueError, never a guess."""
    with pytest.raises(ValueError):
        Term.parse(text)


@pytest.mark.parametrize(
    ("term", "day", "after"),
    [
        ("4 weeks", date(2027, 2, 1), date(2027, 3, 1)),
        ("1 month", date(2027, 1, 31), date(2027, 2, 28)),
        ("1 month", date(2028, 1, 31), date(2028, 2, 29)),
        ("11 months", date(2027, 3, 31), date(2028, 2, 29)),
        ("1 year", date(2028, 2, 29), date(2029, 2, 28)),
        ("1 month", date(2027, 12, 15), date(2028, 1, 15)),
        ("0 days", date(2027, 1, 1), date(2027, 1, 1)),
    ],
)
def test_a_term_after_a_day(term, day, after):
    """Weeks end on the same weekday, months on the same number or the last there is."""
    assert after == Term.parse(term).after(day)


@given(terms, st.dates(), st.dates())
def test_a_later_day_stays_later(term, one, other):
    """Reckoning never turns two days round, nor goes the other way."""
    first, second = sorted((one, other))
    assert term.after(first) <= term.after(second)
    assert term.before(first) <= term.before(second)
    assert term.before(first) <= first <= term.after(first)


@given(st.integers(0, 9999), st.sampled_from((("day", 1), ("week", 7))), st.dates())
def test_days_and_weeks_come_back(count, unit, day):
    """What lies so long after a day has that day so long before it, inside the calendar."""
    term = Term(count, unit[0])
    if term.after(day) < date.max:
        assert day == term.before(term.after(day))
        assert timedelta(days=count * unit[1]) == term.after(day) - day


def test_beyond_the_calendar_is_its_last_day():
    """No term fails, however long."""
    assert [date.max, date.max, date.min] == [
        Term(9999, "year").after(date(2027, 1, 1)),
        Term(9999, "week").after(date(9990, 1, 1)),
        Term(9999, "month").before(date(2, 1, 1)),
    ]
