"""Demands on one cell: how they meet, what they hold, and which value they would choose."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerk.core.allowed import (
    ABSENT,
    COMPARE,
    MIRROR,
    OPPOSITE,
    THERE,
    Allowed,
    Test,
    allow,
    compared,
)
from samenwerk.values.cell import TODAY, Cell, Entry
from samenwerk.values.time import Term

DAY = date(2027, 2, 1)
OTHER = Cell("c", "fact", "other")
HOLDS = {OTHER: 5, TODAY: DAY}
ORDER = ("is", "is_not", "at_least", "at_most", "more_than", "less_than")
TERMS = (Term(0, "day"), Term(2, "day"), Term(1, "month"))

tests = st.one_of(
    st.sampled_from(("there", "absent")).map(Test),
    st.builds(Test, st.sampled_from(ORDER), st.integers(3, 7) | st.just(OTHER)),
    st.builds(
        Test, st.sampled_from(("one_of", "none_of")), st.frozensets(st.integers(3, 7), max_size=3)
    ),
    st.builds(Test, st.just("newer"), st.integers(0, 4)),
    st.builds(Test, st.just("dated_by"), st.sampled_from((DAY, DAY + timedelta(days=2)))),
    st.builds(
        Test,
        st.sampled_from(("aged_at_least", "aged_at_most", "aged_less", "aged_more")),
        st.sampled_from(TERMS),
    ),
)
demands = st.frozensets(tests, max_size=3).map(Allowed)
entries = st.none() | st.builds(
    Entry, st.integers(2, 8), st.sampled_from((DAY, DAY + timedelta(days=2))), st.integers(1, 4)
)
judged = st.sampled_from([DAY + timedelta(days=n) for n in (0, 1, 2, 4, 28, 40)])


@given(demands, demands, demands, entries, judged)
def test_demands_meet_in_any_order_and_lose_nothing(one, two, three, entry, day):
    """What both allow is allowed, no more and no less, whichever comes first."""
    assert one.meet(two) == two.meet(one)
    assert one.meet(two).meet(three) == one.meet(two.meet(three))
    assert one.meet(one) == one
    both = one.holds(entry, day, HOLDS.get) and two.holds(entry, day, HOLDS.get)
    assert both == one.meet(two).holds(entry, day, HOLDS.get)


@given(st.sampled_from(ORDER), st.integers(1, 5), st.integers(1, 5))
def test_each_comparison_has_its_opposite_and_its_mirror(op, left, right):
    """Not so is the opposite; the other way round is the mirror."""
    assert COMPARE[op](left, right) != COMPARE[OPPOSITE[op]](left, right)
    assert COMPARE[op](left, right) == COMPARE[MIRROR[op]](right, left)


def test_every_comparison_of_the_language_has_an_opposite():
    """Also those about days and lists; and an opposite's opposite is itself."""
    assert set(OPPOSITE) == {*COMPARE, "one_of", "none_of"}
    assert set(MIRROR) == set(COMPARE)
    assert all(op == OPPOSITE[OPPOSITE[op]] for op in OPPOSITE)
    assert all(op == MIRROR[MIRROR[op]] for op in MIRROR)


@given(demands, st.lists(st.integers(0, 9), max_size=3), entries, judged)
def test_what_is_chosen_passes_every_test_on_the_value(demand, candidates, entry, day):
    """And where nothing is chosen, no candidate would have passed either."""
    chosen = demand.choose(candidates, day, HOLDS.get)
    values = Allowed(frozenset(test for test in demand.tests if test.about_value))
    if chosen is not None:
        assert values.holds(Entry(chosen, day, 1), day, HOLDS.get)
    else:
        assert not any(values.holds(Entry(v, day, 1), day, HOLDS.get) for v in candidates)


@pytest.mark.parametrize(
    ("op", "limit", "candidates", "chosen"),
    [
        ("at_least", 5, (), 5),
        ("more_than", 5, (), 6),
        ("less_than", Decimal("5.00"), (), Decimal("4.99")),
        ("before", DAY, (), DAY - timedelta(days=1)),
        ("is_not", True, (), False),
        ("is_not", Term(4, "week"), (), Term(5, "week")),
        ("is_not", "yes", ("yes", "no"), "no"),
        ("one_of", frozenset(("b", "a")), (), "a"),
        ("none_of", frozenset(("a", "b")), ("a", "c"), "c"),
        ("at_least", OTHER, (), 5),
        ("before", date.min, (), None),
    ],
)
def test_the_nearest_value_is_chosen(op, limit, candidates, chosen):
    """What the test names, or else what lies beside it, or else a candidate."""
    assert chosen == allow(op, limit).choose(candidates, DAY, HOLDS.get)


def test_values_of_another_type_are_never_allowed():
    """No order between a day and a number: neither the one nor its opposite holds."""
    entry = Entry("text", DAY, 1)
    both = [allow(op, 5).holds(entry, DAY, HOLDS.get) for op in ("at_least", "less_than")]
    assert [False, False, None] == [*both, compared("at_least", DAY, 5)]


def test_there_and_absent_never_meet():
    """A cell cannot be both."""
    for entry in (None, Entry(1, DAY, 1)):
        assert not THERE.meet(ABSENT).holds(entry, DAY, HOLDS.get)
    assert THERE.meet(ABSENT).has("absent")


def test_an_unknown_other_side_allows_nothing():
    """What is compared with something that is not known does not hold."""
    assert not allow("is", Cell("c", "fact", "lost")).holds(Entry(1, DAY, 1), DAY, HOLDS.get)


@given(st.lists(tests, max_size=5, unique=True), st.randoms(use_true_random=False))
def test_tests_have_a_fixed_order(some, random):
    """Whatever order they come in, tests of the same kind stand in one order."""
    mixed = random.sample(some, len(some))
    orders = [[test.order for test in sorted(these, key=lambda one: one.order)]
              for these in (some, mixed)]  # fmt: skip
    assert orders[0] == orders[1]
