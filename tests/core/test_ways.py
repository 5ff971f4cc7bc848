"""Joining ways: flat, without what is hopeless, and never empty-handed."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests import strategies_core as world

from samenwerk.core.allowed import THERE
from samenwerk.core.ways import (
    NOTHING_NEEDED,
    AnyOf,
    Every,
    Hopeless,
    Least,
    Unadvisable,
    Want,
    any_of,
    every,
    least,
)
from samenwerk.testing.views import holds, messages, put
from samenwerk.values.cell import Cell, Entry
from samenwerk.values.message import Message

NOBODY = Message("nobody")
NAMES = ("a", "b", "c", "d")
DAY = date(2027, 2, 1)
ONE = Hopeless(Message("one"))


def want(name):
    """A demand that something stands there."""
    return Want(Cell("c", "document", name), THERE)


ways = st.recursive(
    st.sampled_from([want(name) for name in NAMES])
    | st.sampled_from([ONE, Unadvisable(Message("two")), NOTHING_NEEDED]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(every),
        st.lists(inner, max_size=3).map(lambda some: any_of(some, NOBODY)),
        st.tuples(st.integers(-1, 4), st.lists(inner, max_size=3)).map(
            lambda pair: least(*pair, NOBODY)
        ),
    ),
    max_leaves=6,
)


def seen(names):
    """A view in which these documents are there."""
    view = world.some_view(world.Random(1), most=1)
    for name in names:
        view = put(view, Cell("c", "document", name), Entry("x", DAY, 10))
    return view


views = st.sets(st.sampled_from(NAMES)).map(seen)


@given(st.lists(ways, max_size=4), st.integers(-1, 5), views)
def test_joined_ways_hold_as_their_parts_do(parts, count, view):
    """All of them, one of them, so many of them: flattening changes nothing."""
    held = [holds(part, view) for part in parts]
    assert all(held) == holds(every(parts), view)
    assert any(held) == holds(any_of(parts, NOBODY), view)
    assert (sum(held) >= count) == holds(least(count, parts, NOBODY), view)


@given(ways)
def test_a_way_is_flat_and_hides_nothing_hopeless(way):
    """No every in an every, no any in an any, and what is hopeless stands alone."""
    match way:
        case Every(ways=inner):
            assert not any(isinstance(one, Every | Hopeless) for one in inner)
            assert len(inner) != 1
        case AnyOf(ways=inner):
            assert not any(isinstance(one, AnyOf | Hopeless) for one in inner)
            assert len(inner) > 1
        case Least(count=count, ways=inner):
            assert not any(isinstance(one, Hopeless) for one in inner)
            assert 1 < count < len(inner)


def test_the_ground_of_what_is_hopeless_is_kept():
    """One hopeless part gives its own ground; several, or none, the common one."""
    two = Hopeless(Message("two"))
    assert [ONE, ONE, Hopeless(NOBODY), Hopeless(NOBODY)] == [
        every([want("a"), ONE]),
        any_of([ONE], NOBODY),
        any_of([ONE, two], NOBODY),
        any_of([], NOBODY),
    ]
    assert Hopeless(NOBODY) == least(2, [want("a"), ONE], NOBODY)


def test_so_many_of_as_many_are_all():
    """And none of them is nothing."""
    assert every([want("a"), want("b")]) == least(2, [want("a"), want("b"), ONE], NOBODY)
    assert any_of([want("a"), want("b")], NOBODY) == least(1, [want("a"), want("b")], NOBODY)
    assert NOTHING_NEEDED == least(0, [want("a")], NOBODY)


def test_neighbours_keep_their_advice():
    """What cannot be advised is said beside what can."""
    unsaid = Unadvisable(Message("two"))
    joined = every([want("a"), unsaid])
    assert Every((want("a"), unsaid)) == joined
    assert [Message("two")] == list(messages(joined))


def test_why_is_no_part_of_a_demand():
    """The same demand for two reasons is one demand."""
    assert want("a") == every([Want(want("a").cell, THERE, "x"), Want(want("a").cell, THERE, "y")])
