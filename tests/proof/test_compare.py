"""Comparing two steps, against brute force: nothing is said exactly where nothing differs."""

from itertools import product

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.upgrade.edits import TEXT, side

from samenwerk.core.compiled import compile_step, compile_workflow
from samenwerk.core.leaves.decision import Decision
from samenwerk.core.leaves.document import Document
from samenwerk.core.leaves.fact import Fact
from samenwerk.core.leaves.known import Known
from samenwerk.proof.anywhere import Somewhere
from samenwerk.proof.asked import Limits
from samenwerk.proof.asked_of import lines_of
from samenwerk.proof.compare import compare_steps
from samenwerk.proof.meaning import meaning
from samenwerk.proof.placing import placed
from samenwerk.proof.settings import settings as settings_of
from samenwerk.values.cell import Cell, Entry
from samenwerk.values.finding import YES
from samenwerk.values.operand import Constant, FactOf
from samenwerk.values.tree import All, Ask, AtLeast, Named, Need, Not, Rule, Some

WORKFLOW = side(TEXT, "text").workflow
COMPILED = compile_workflow(WORKFLOW)
STEP = COMPILED.steps["plan.adopt"]
LIMITS = Limits(members=2, cases=0)
COST, SHADE = FactOf("cost", "whole_number", home="plan"), FactOf("shade", "yes_no", home="plan")

POSITIONS = ("for", "against", "object", "abstain")
LEAVES = [
    Document("sketch", "plan.sketch"), Known(SHADE), Fact(SHADE, (("is", Constant(True)),)),
    *(Fact(COST, ((op, Constant(bound)),)) for op in ("at_most", "more_than") for bound in (1, 2)),
    Decision(WORKFLOW.decisions["plan.agreed"]),
    Decision(attrs.evolve(WORKFLOW.decisions["plan.agreed"], method="unanimity", share=None)),
]  # fmt: skip


def composed(inner):
    """Conditions over conditions."""
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        several.map(All), several.map(Some), inner.map(Not),
        inner.map(lambda node: Named(Rule(name="plan.made_up", part=node))),
        st.tuples(inner, inner, inner).map(lambda parts: AtLeast(2, parts)),
    )  # fmt: skip


NODES = st.recursive(st.sampled_from(LEAVES).map(Ask), composed, max_leaves=5)
SEVERITIES = st.sampled_from(("block", "block", "explain"))
NEEDS = st.lists(st.builds(lambda node, weight: Need(node, weight), NODES, SEVERITIES),
                 min_size=1, max_size=2).map(tuple)  # fmt: skip


def with_needs(needs):
    """The step, needing this."""
    return compile_step(attrs.evolve(STEP.step, needs=needs), STEP.lifecycle, STEP.machine, {})


def views(trees):
    """Every world of the small settings: facts, the document and positions in all combinations."""
    for setting in settings_of(COMPILED, "plan", trees, LIMITS):
        case, day = setting.view.case.id, setting.view.day
        parties = [one.id for one in setting.view.collaboration.register.parties]
        contents = {
            Cell(case, "document", "sketch"): (None, "sketch"),
            Cell(case, "fact", "shade"): (None, False, True),
            Cell(case, "fact", "cost"): (None, 1, 2, 3),
            **{Cell(case, "position", "agreed", one): (None, *POSITIONS) for one in parties},
        }
        for values in product(*contents.values()):
            yield placed(setting.view, {
                cell: None if value is None else Entry(value, day, 9)
                for cell, value in zip(contents, values, strict=True)
            })  # fmt: skip


def verdicts(step, view):
    """What a step answers: the truth of what blocks, and whether it goes without explanation.

    What can be explained stops the step as long as it is not known.
    """
    truths = [(need.severity, tree.tree.truth(view)) for need, tree in
              zip(step.step.needs, step.needs, strict=True)]  # fmt: skip
    block = min((truth for weight, truth in truths if weight == "block"), default=YES)
    unsure = any(truth == 1 for weight, truth in truths if weight == "explain")
    plain = min(truth for _, truth in truths) == YES
    return block, block == YES and not unsure, plain


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(NEEDS, NEEDS)
def test_nothing_is_said_exactly_where_no_world_answers_otherwise(old, new):
    """Allowed, allowed with an explanation, or refused: all worlds are tried one by one."""
    one, other = with_needs(old), with_needs(new)
    found = compare_steps(one, other, COMPILED, LIMITS)
    assert all(isinstance(shift.answer, Somewhere) for shift in found.shifts)
    trees = [need.tree for step in (one, other) for need in step.needs]
    pairs = {(verdicts(one, view)[1:], verdicts(other, view)[1:]) for view in views(trees)}
    differs = any(was != now for was, now in pairs)
    told = {shift.kind for shift in found.shifts}
    assert (any(now[0] and not was[0] for was, now in pairs)) == ("allowed" in told)
    assert (any(was[0] and not now[0] for was, now in pairs)) == ("refused" in told)
    assert differs == bool(told - {"otherwise"})


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(NODES, NODES)
def test_also_a_no_that_became_unknown_is_told(old, new):
    """Conditions that block answer alike everywhere when nothing is said."""
    one, other = with_needs((Need(old, "block"),)), with_needs((Need(new, "block"),))
    found = compare_steps(one, other, COMPILED, LIMITS)
    trees = [one.needs[0].tree, other.needs[0].tree]
    differs = any(trees[0].truth(view) != trees[1].truth(view) for view in views(trees))
    assert differs == bool(found.shifts)


@settings(max_examples=100, deadline=None)
@given(NODES, NODES)
def test_what_comes_to_the_same_answers_alike(old, new):
    """Equal meanings answer alike in every world."""
    one, other = with_needs((Need(old, "block"),)), with_needs((Need(new, "block"),))
    trees = [one.needs[0].tree, other.needs[0].tree]
    if meaning(old) == meaning(new):
        assert all(trees[0].truth(view) == trees[1].truth(view) for view in views(trees))


@given(NODES)
def test_how_it_is_divided_and_denied_does_not_matter(node):
    """A rule around it, it twice, or a denial of its denial comes to the same."""
    named = Named(Rule(name="plan.other", part=node))
    for same in (named, All((node,)), Some((node, node)), Not(Not(node)), AtLeast(1, (node,))):
        assert meaning(node) == meaning(same)


@given(st.permutations(LEAVES))
def test_order_does_not_matter(leaves):
    """Lists of conditions come to the same in any order."""
    nodes = tuple(map(Ask, leaves))
    for word in (All, Some):
        assert meaning(word(tuple(map(Ask, LEAVES)))) == meaning(word(nodes))
    assert meaning(AtLeast(3, tuple(map(Ask, LEAVES)))) == meaning(AtLeast(3, nodes))


def test_a_line_stops_nothing_when_it_can_be_explained():
    """What can be explained stops a step only as long as it is not known."""
    lines = lines_of(with_needs((Need(Ask(LEAVES[2]), "explain"),)))
    assert [frozenset({0, 2})] == [line.good for line in lines.stops]
    assert [frozenset({2})] == [line.good for line in lines.plain]
