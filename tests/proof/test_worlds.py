"""Worlds are found where there are any, and never denied where something was not tried."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from tests import strategies_core as world

from samenwerk.core.tree import compile_tree
from samenwerk.core.view import View
from samenwerk.proof.placing import imagined
from samenwerk.proof.worlds import Found, Limits, Nowhere, Wish, find
from samenwerk.values.declared import Fact, Lifecycle, State, Workflow

_TYPES = {bool: "yes_no", int: "whole_number", Decimal: "money", date: "date", str: "choice"}
LIMITS = Limits(worlds=1000)


def _text():
    facts = {}
    for (case, name), values in world.FACTS.items():
        type_ = _TYPES[type(values[0])]
        lifecycle = {"c": "change", "p": "plan"}[case]
        one_of = values if type_ == "choice" else ()
        facts[f"{lifecycle}.{name}"] = Fact(
            name=name, type=type_, lifecycle=lifecycle, one_of=one_of, per=name in world.PER
        )
    states = {one: State(name=one) for one in world.STATES}
    lifecycles = {
        one: Lifecycle(name=one, states=states) for one in ("collaboration", "plan", "change")
    }
    return Workflow(
        name="w", version="1", digest="d", effective={}, facts=facts, lifecycles=lifecycles
    )


TEXT = _text()
EVERY_KIND = st.one_of(world.leaves, world.says, world.duties, world.queues, world.pools)


def empty_like(view):
    """The same register and cases on the first day, with nothing recorded."""
    known = world.world(view.collaboration.register, tuple(view.case.roles.items()))
    fresh = View(known, known.cases["c"], world.START, who=view.who)
    return imagined(fresh, TEXT)


@settings(deadline=None, max_examples=40)
@given(st.lists(world.trees(EVERY_KIND, most=4), min_size=1, max_size=3), world.views())
def test_a_world_that_there_is_is_never_denied(nodes, view):
    """What a random record shows is a world: looked for from an empty one it is not nowhere."""
    memo = {}
    trees = [compile_tree(node, memo) for node in nodes]
    wishes = [Wish(tree, frozenset({tree.truth(view)})) for tree in trees]
    found = find(empty_like(view), wishes, limits=LIMITS)
    assert not isinstance(found, Nowhere)
    if isinstance(found, Found):
        assert all(wish.tree.truth(found.view) in wish.truths for wish in wishes)
    else:
        assert found.why != "not_confirmed"
