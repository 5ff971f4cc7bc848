"""Working days, and terms that count by a calendar: against counting on one's fingers."""

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerk.values.calendar import Calendar
from samenwerk.values.time import Term

FIRST, LAST = date(2027, 1, 1), date(2028, 12, 31)
EASTER = {date(2027, 3, 26): "Goede Vrijdag", date(2027, 3, 29): "Tweede paasdag"}
PLAIN = Calendar(name="werk", first=FIRST, last=LAST, days_off=EASTER)
LAW = attrs.evolve(
    PLAIN, moves=True, holds=2, holds_from=3,
    up_to=(("day", 90), ("week", 12), ("month", 3)),
)  # fmt: skip
DAY = timedelta(days=1)

days = st.dates(date(2027, 1, 20), date(2028, 6, 1))
off = st.dictionaries(st.dates(FIRST, LAST), st.just("vrij"), max_size=80)
terms = st.builds(Term, st.integers(0, 40), st.sampled_from(["day", "week", "working day"])) | (
    st.builds(Term, st.integers(0, 4), st.sampled_from(["month", "year"]))
)


def calendar(days_off: dict[date, str], holds: int = 2) -> Calendar:
    """A calendar that moves."""
    return attrs.evolve(LAW, days_off=days_off, holds=holds)


@pytest.mark.parametrize(
    ("term", "day", "expected"),
    [
        ("1 working day", date(2027, 3, 25), date(2027, 3, 30)),
        ("2 working days", date(2027, 3, 26), date(2027, 3, 31)),
        ("0 working days", date(2027, 3, 26), date(2027, 3, 26)),
        ("3 days", date(2027, 3, 25), date(2027, 3, 31)),  # two working days at least
        ("2 days", date(2027, 3, 25), date(2027, 3, 30)),
        ("1 week", date(2027, 3, 19), date(2027, 3, 30)),
        ("6 weeks", date(2027, 2, 15), date(2027, 3, 30)),
        ("12 weeks", date(2027, 1, 2), date(2027, 3, 30)),
        ("13 weeks", date(2026, 12, 26), date(2027, 3, 27)),  # longer than the law is for
        ("3 months", date(2027, 12, 25), date(2028, 3, 27)),
        ("4 months", date(2027, 11, 27), date(2028, 3, 27)),
        ("90 days", date(2027, 1, 2), date(2027, 4, 2)),
        ("91 days", date(2027, 1, 2), date(2027, 4, 3)),
        ("1 year", date(2027, 3, 27), date(2028, 3, 27)),
        ("1 year", date(2027, 2, 5), date(2028, 2, 5)),  # a Saturday, and it stays
    ],
)
def test_where_a_term_ends(term: str, day: date, expected: date) -> None:
    """Working days are counted, other terms move on; what the calendar is not for stays."""
    assert expected == Term.parse(term).by(LAW).after(day)


def test_counting_back_moves_nothing() -> None:
    """Working days are counted back; other terms keep their day."""
    assert date(2027, 3, 25) == Term.parse("1 working day").by(LAW).before(date(2027, 3, 30))
    assert date(2027, 3, 28) == Term.parse("1 week").by(LAW).before(date(2027, 4, 4))


def test_a_calendar_that_changes_nothing_is_left_out() -> None:
    """So that two texts that mean the same are the same."""
    assert Term(4, "week") == Term(4, "week").by(PLAIN)
    assert Term(13, "week") == Term(13, "week").by(LAW)
    assert Term(4, "week") != Term(4, "week").by(LAW)
    assert ("4 weeks by werk", "4 weeks") == (Term(4, "week").by(LAW).key, Term(4, "week").key)


@given(terms, days, off)
def test_a_moved_day_is_the_first_that_will_do(
    term: Term, day: date, days_off: dict[date, str]
) -> None:
    """Told by trying each day in turn."""
    by = calendar(days_off)
    bound = term.by(by)
    if term.working:
        found, left = day, term.count
        while left:
            found += DAY
            left -= by.works(found)
    else:
        found = term.after(day)
        while by.minds(term.count, term.unit) and not (
            by.works(found)
            and (
                (term.unit == "day" and term.count < 3)
                or sum(by.works(day + DAY * n) for n in range(1, (found - day).days + 1)) >= 2
            )
        ):
            found += DAY
    assert found == bound.after(day)


@given(terms, days, days, off)
def test_a_later_start_never_ends_earlier(
    term: Term, one: date, other: date, days_off: dict[date, str]
) -> None:
    """Monotone, which proof rests on; also the part of it that says what is known."""
    bound = term.by(calendar(days_off))
    first, second = sorted((one, other))
    assert bound.after(first) <= bound.after(second)
    assert bound.before(first) <= bound.before(second)
    assert bound.since(first) <= bound.since(second)


@given(days, off)
def test_moving_twice_is_moving_once(day: date, days_off: dict[date, str]) -> None:
    """A working day stays where it is."""
    moved = Term(0, "day").by(calendar(days_off))
    assert moved.after(day) == moved.after(moved.after(day))
    assert calendar(days_off).works(moved.after(day))


@given(terms, st.dates(date(2026, 6, 1), date(2029, 6, 1)), off, st.sampled_from([0, 2]))
def test_what_lies_outside_is_not_known(
    term: Term, day: date, days_off: dict[date, str], holds: int
) -> None:
    """Days off that nobody wrote would change nothing that is said to be known."""
    by = calendar({one: why for one, why in days_off.items() if FIRST <= one <= LAST}, holds)
    bound = term.by(by)
    more = {FIRST - DAY * n: "buiten" for n in range(1, 400)}
    more |= {LAST + DAY * n: "buiten" for n in range(1, 400)}
    other = term.by(attrs.evolve(by, days_off=dict(by.days_off) | more))
    if bound.calendar is not None and not bound.beyond(day):
        assert bound.after(day) == other.after(day)
    if bound.calendar is not None and not bound.beyond(day, back=True):
        assert bound.before(day) == other.before(day)
