"""The way that a case came, and back along it."""

from hypothesis import given
from hypothesis import strategies as st

from samenwerk.core.trail import NEW, moved_trail, way_back
from samenwerk.values.declared import Lifecycle, State, Step

STATES = ("a", "b", "c", "d")


@given(st.lists(st.sampled_from(STATES), max_size=30))
def test_the_trail_never_repeats_and_never_outgrows_the_lifecycle(walk):
    """However long a case goes round, it remembers each state once, and not the one it is in."""
    trail, state = (), NEW
    for to in walk:
        trail, state = moved_trail(trail, state, to), to
        assert len(set(trail)) == len(trail) < len(STATES)
        assert state not in trail


def test_back_leads_where_the_case_came_from():
    """To the last state, or to the one before a named step, or nowhere."""
    lifecycle = Lifecycle(
        name="it",
        states={s: State(name=s) for s in STATES},
        steps={
            "go": Step(name="go", lifecycle="it", sources=("a", "b"), to="c"),
            "back": Step(name="back", lifecycle="it", sources=("d",), to="back"),
            "undo": Step(name="undo", lifecycle="it", sources=("d",), back_before="go"),
        },
    )
    back, undo = lifecycle.steps["back"], lifecycle.steps["undo"]
    trails = (("a", "b", "c"), ("a",), ("c",), ())
    assert ["c", "a", "c", None] == [way_back(back, lifecycle, trail) for trail in trails]
    assert ["b", "a", None, None] == [way_back(undo, lifecycle, trail) for trail in trails]
