"""What waits in a collaboration, and until when that holds by itself."""

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies_workflows import settle, worlds

from samenwerk.core.listing import waiting
from samenwerk.core.worklists import due, todo
from samenwerk.values.passing import Passing, PassingDay, noon
from samenwerk.values.time import Term

DAY = date(2027, 2, 1)
FAR = 45
"""So many days ahead it is worked out day by day."""


def on(at, day):
    """The same look on another day."""
    return attrs.evolve(at, day=day, moment=noon(day))


@settings(max_examples=25)
@given(worlds())
def test_nothing_changes_before_its_day(world):
    """Worked out day by day, what waits is never otherwise before the day that was told."""
    at = settle(world)
    first = waiting(world.compiled, world.known, at)
    last = FAR if first.holds_until is None else (first.holds_until - at.day).days - 1
    for days in range(1, min(last, FAR) + 1):
        later = on(at, at.day + timedelta(days=days))
        assert first == waiting(world.compiled, world.known, later), later.day


@settings(max_examples=15)
@given(worlds())
def test_it_is_what_each_party_is_told(world):
    """The same tasks, party by party, and the same days, as who asks now is told."""
    at = settle(world)
    found = waiting(world.compiled, world.known, at)
    for party, tasks in found.todo.items():
        assert tasks == todo(world.compiled, world.known, party, at)
    assert found.due == due(world.compiled, world.known, at)


COMPARISONS = {
    "<": lambda one, other: one < other,
    "<=": lambda one, other: one <= other,
    ">": lambda one, other: one > other,
    ">=": lambda one, other: one >= other,
    "==": lambda one, other: one == other,
    "!=": lambda one, other: one != other,
    "turned": lambda one, other: other >= one,
    "beyond": lambda one, other: (other - one).days > 3,
    "year": lambda one, other: one.year == other.year,
    "longest": lambda one, other: max([one, other]) == other,
    "among": lambda one, other: one in {other},
}
TERMS = st.builds(Term, st.integers(0, 30), st.sampled_from(("day", "week", "month", "year")))
SHIFTS = {
    "not": lambda day, term: day,
    "after": lambda day, term: term.after(day),
    "before": lambda day, term: term.before(day),
    "both": lambda day, term: term.before(term.after(day)) + timedelta(days=2),
}


@given(
    st.sampled_from(tuple(COMPARISONS)), st.sampled_from(tuple(SHIFTS)), TERMS,
    st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.booleans(),
)  # fmt: skip
def test_a_comparison_holds_until_the_day_that_was_told(word, shift, term, other, twice):
    """Whatever a day was moved by and held against, the answer is the same until that day."""
    def ask(day):
        moved = SHIFTS[shift](day, term)
        against = SHIFTS[shift](day + timedelta(days=5), term) if twice else other
        return COMPARISONS[word](moved, against)

    passing = Passing(DAY)
    first = ask(passing.day)
    assert ask(DAY) == first
    last = date(2040, 2, 1) if passing.until is None else passing.until
    assert last > DAY
    for days in range(1, min((last - DAY).days, 400)):
        assert first == ask(DAY + timedelta(days=days))
    for days in (*range(400, (last - DAY).days, 37), (last - DAY).days - 1):
        assert first == ask(DAY + timedelta(days=days))


@pytest.mark.parametrize(("word", "until"), [
    ("<", DAY + timedelta(days=9)), ("<=", DAY + timedelta(days=10)),
    (">", DAY + timedelta(days=10)), (">=", DAY + timedelta(days=9)),
    ("==", DAY + timedelta(days=9)),
])  # fmt: skip
def test_the_day_that_is_told_is_not_too_early(word, until):
    """With a day to come: the very day on which the answer turns, or might."""
    passing = Passing(DAY)
    COMPARISONS[word](passing.day, DAY + timedelta(days=9))
    assert until == passing.until


def test_what_lies_behind_turns_no_more():
    """A day that is over, and days that move along, are minded never again."""
    passing = Passing(DAY)
    today = passing.day
    assert today > DAY - timedelta(days=1)
    assert today != DAY - timedelta(days=1)
    assert today < today + timedelta(days=1)
    assert noon(today).date() == today
    assert Term(1, "month").after(today) > Term(2, "week").after(today)
    assert passing.until is None


@pytest.mark.parametrize("shown", [
    str, repr, lambda day: f"{day:%Y}", PassingDay.isoformat, PassingDay.toordinal,
    PassingDay.weekday, PassingDay.isoweekday, PassingDay.isocalendar, PassingDay.timetuple,
    lambda day: day.month, lambda day: day.day, lambda day: day.replace(day=2),
    lambda day: day.strftime("%d"), lambda day: day - DAY, lambda day: DAY - day,
])  # fmt: skip
def test_what_shows_a_day_is_of_that_day(shown):
    """It is what the plain day gives, and to be asked again tomorrow."""
    passing = Passing(DAY)
    own = getattr(date, getattr(shown, "__name__", ""), shown)
    assert own(DAY) == shown(passing.day)
    assert DAY + timedelta(days=1) == passing.until
