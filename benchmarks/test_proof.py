"""How proof grows with the number of members who decide and each do a step of their own.

Each round is asked in a new register, so that no table of an earlier one is used again.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from samenwerk.core.leaves.decision import Decision
from samenwerk.core.leaves.done import Done
from samenwerk.core.tree import Tree, compile_tree
from samenwerk.core.view import View
from samenwerk.proof.asked import MET, NOT_MET, Found, Limits, Nowhere, Wish
from samenwerk.proof.making import Counts, made_up
from samenwerk.proof.worlds import find
from samenwerk.values.declared import Decision as Declared
from samenwerk.values.declared import Lifecycle, State, Workflow
from samenwerk.values.share import Share
from samenwerk.values.tree import Ask, Each
from samenwerk.values.who import Group, Sort, Who

SIZES = (6, 12, 60)
COUNTED = (6, 12, 24)
MEMBER = Who("group", "member", group=Group(name="member", sorts=("provider",)))
SUPPORT = Declared(
    name="support", lifecycle="change", by=(MEMBER,), method="qualified", share=Share(2, 3),
    opens_at="propose",
)  # fmt: skip
TEXT = Workflow(
    name="growth", version="1", digest="", effective={}, sorts={"provider": Sort(name="provider")},
    lifecycles={"change": Lifecycle(name="change", states={
        "drafted": State(name="drafted"), "adopted": State(name="adopted", final=True),
    })},
)  # fmt: skip
LOOSER = attrs.evolve(SUPPORT, share=Share(1, 2))
EVERYBODY = Each("every", MEMBER, None, "change", Ask(Done("read", "change", by_bound=True)))


def view_of(members: int) -> View:
    """A change among so many members, with nothing recorded."""
    return made_up(TEXT, "change", Counts({"provider": members}, {}, {}), spread=False)


def tree(declared: Declared) -> Tree:
    """The condition that a decision was taken."""
    return compile_tree(Ask(Decision(declared)))


@pytest.mark.parametrize("members", SIZES)
def test_a_decision_that_can_be_taken(members: int, benchmark: Callable[..., object]) -> None:
    """Two thirds for, and everybody has read it."""
    wishes = [Wish(tree(SUPPORT), MET), Wish(compile_tree(EVERYBODY), MET)]
    answer = benchmark(lambda: find(view_of(members), wishes))
    assert isinstance(answer, Found)


@pytest.mark.parametrize("members", COUNTED)
def test_a_share_that_is_shown_by_counting(
    members: int, benchmark: Callable[..., object]
) -> None:
    """Where two thirds are for, half are: every count of words is tried."""
    wishes = [Wish(tree(SUPPORT), MET), Wish(tree(LOOSER), NOT_MET)]
    limits = Limits(worlds=500_000)
    answer = benchmark.pedantic(  # type: ignore[attr-defined]
        lambda: find(view_of(members), wishes, limits=limits), rounds=1
    )
    assert isinstance(answer, Nowhere)
