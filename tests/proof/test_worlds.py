"""Worlds are found where there are any, and never denied where something was not tried."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import strategies_core as world

from samenwerk.core.leaves.decision import Decision
from samenwerk.core.leaves.document import Document
from samenwerk.core.leaves.fact import Fact as FactLeaf
from samenwerk.core.tree import compile_tree
from samenwerk.core.view import View
from samenwerk.proof.asked import Found, Limits, Nowhere, Undecided, Wish
from samenwerk.proof.placing import imagined
from samenwerk.proof.worlds import find
from samenwerk.testing.views import recorded
from samenwerk.values.cell import TODAY, Cell
from samenwerk.values.declared import Decision as Declared
from samenwerk.values.declared import Fact, Lifecycle, State, Workflow
from samenwerk.values.finding import NO, UNKNOWN, YES
from samenwerk.values.operand import Constant, DayOfStep
from samenwerk.values.register import Holding, Party, Register, Seat
from samenwerk.values.share import Share
from samenwerk.values.tree import Ask

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


@settings(deadline=None, max_examples=50)
@given(st.lists(world.trees(EVERY_KIND, most=4), min_size=2, max_size=4), world.views(most=16))
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


CHOSEN = st.one_of(world.documents, world.opens, world.decisions, world.numbers, world.askeds)
"""Leaves about so few cells that every content of those can be tried by hand."""


@settings(deadline=None, max_examples=25)
@given(st.data())
def test_nowhere_is_what_brute_force_finds_nowhere(data):
    """Of three leaves with three truths: no product of all contents has what is nowhere."""
    nodes = data.draw(st.lists(CHOSEN, min_size=2, max_size=3))
    view = empty_like(data.draw(world.views(register=REGISTER)))
    wishes = [
        Wish(compile_tree(Ask(leaf)), frozenset(data.draw(st.sampled_from(SETS))))
        for leaf in nodes
    ]
    found = find(view, wishes, limits=LIMITS)
    if isinstance(found, Found):
        assert all(wish.tree.truth(found.view) in wish.truths for wish in wishes)
    if not isinstance(found, Nowhere):
        return
    cells = {cell for wish in wishes for cell in wish.tree.reads(view) if cell != TODAY}
    random = Random(1)
    for _ in range(300):
        tried = view
        for cell in random.sample(sorted(cells, key=str), random.randint(0, len(cells))):
            if cell.kind in ("fact", "document", "position", "answer", "step"):
                tried = recorded(tried, cell, random.choice(world.contents(cell)))
        assert any(wish.tree.truth(tried) not in wish.truths for wish in wishes)


SETS = ({YES}, {NO}, {UNKNOWN}, {NO, UNKNOWN})
REGISTER = Register(
    tuple(Party(one, sort) for one, sort in world.SORTS.items()),
    (Seat("care", "noord"),), (Holding("chair", "zuid"),),
)  # fmt: skip


@settings(deadline=None, max_examples=30)
@given(world.declared_decisions(rounds=False), st.sampled_from(SETS))
def test_counted_parties_find_what_named_ones_find(declared, truths):
    """Whether parties are counted or each tried by name, the answer is of the same kind."""
    leaf = Decision(attrs.evolve(declared, weight=None))
    view = empty_like(world.some_view(Random(1), register=REGISTER))
    named = compile_tree(Ask(Named(leaf)))
    answers = [
        type(find(view, [Wish(tree, frozenset(truths))]))
        for tree in (compile_tree(Ask(leaf)), named)
    ]
    assert answers[0] == answers[1]


@attrs.frozen
class Named:
    """The same decision, with cuts that tell every party apart."""

    inner: Decision
    word = "decision"

    key = property(lambda self: self.inner.key)

    def evaluate(self):
        return self.inner.evaluate()

    def reads(self, view):
        return self.inner.reads(view)

    def abstract(self, view):
        return tuple(attrs.evolve(cut, like=cut.cell.who) for cut in self.inner.abstract(view))


def test_who_cannot_be_asked_is_told_apart_from_what_cannot_be():
    """An amount above and below a bound is nowhere; with a bound that can move it is found."""
    view = empty_like(world.some_view(Random(1), register=REGISTER))
    amount, limit = world.fact("amount"), world.fact("limit")

    def asked(op, bound):
        return Wish(compile_tree(Ask(FactLeaf(amount, ((op, bound),)))), frozenset({YES}))

    assert isinstance(find(view, [asked("at_most", Constant(5)), asked("more_than", Constant(5))]),
                      Nowhere)  # fmt: skip
    assert isinstance(find(view, [asked("at_most", limit), asked("more_than", Constant(5))]),
                      Found)  # fmt: skip


def test_a_later_day_is_tried_where_a_step_must_have_been_done_later():
    """A version that begins tomorrow for what is done then: asked today, found on a later day."""
    node = world.versions(DayOfStep("adopt"), [Ask(Document("note", "change.note"))],
                          world.START + timedelta(days=1))  # fmt: skip
    view = empty_like(world.some_view(Random(1), register=REGISTER))
    found = find(view, [Wish(compile_tree(node), frozenset({YES}))])
    assert isinstance(found, Found)
    assert found.view.day > world.START


def test_what_is_fixed_stays():
    """A cell that is fixed keeps what stands in it, and with it the answer."""
    cell = Cell("c", "fact", "amount")
    view = recorded(empty_like(world.some_view(Random(1), register=REGISTER)), cell, 6)
    leaf = FactLeaf(world.fact("amount"), (("at_most", Constant(5)),))
    wish = Wish(compile_tree(Ask(leaf)), frozenset({YES}))
    assert isinstance(find(view, [wish], fixed=lambda one: one == cell), Nowhere)
    found = find(view, [wish])
    assert isinstance(found, Found)
    assert 5 >= found.view.case.entry("facts", "amount").value


def test_too_many_worlds_are_told_and_not_denied():
    """Where not every world was tried, nothing is said to be nowhere."""
    view = empty_like(world.some_view(Random(1), register=REGISTER))
    leaves = [Decision(attrs.evolve(DECLARED, share=Share(1, 2))), Decision(DECLARED)]
    wishes = [
        Wish(compile_tree(Ask(leaves[0])), frozenset({NO})),
        Wish(compile_tree(Ask(leaves[1])), frozenset({YES})),
    ]
    assert isinstance(find(view, wishes), Nowhere)
    assert isinstance(find(view, wishes, limits=Limits(worlds=3)), Undecided)


DECLARED = Declared(
    name="adopt_it", lifecycle="change", by=(world.EVERYONE,), method="qualified",
    share=Share(2, 3),
)  # fmt: skip
