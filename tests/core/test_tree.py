"""The one tree: its truth against the plain rules, and every walk against that truth."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import strategies_core as world
from tests.strategies_core import CELLS, CHAIR, MEMBER, NOBODY, contents, leaves, trees, views

from samenwerk.core.leaves.asked import Asked
from samenwerk.core.leaves.case import CaseState
from samenwerk.core.operands import SHELVES, getter
from samenwerk.core.tree import compile_tree
from samenwerk.core.view import View, located
from samenwerk.core.ways import Hopeless
from samenwerk.core.who import members, settled
from samenwerk.testing.views import branch, holds, put, realised, recorded
from samenwerk.values.cell import TODAY, Cell, Entry
from samenwerk.values.tree import All, Ask, AtLeast, Each, Named, Not, Rule, Some, Versions

NO, UNKNOWN, YES = 0, 1, 2


def truth(node, view):
    """What the text of the rules says about a tree, leaf by leaf."""
    match node:
        case Ask(leaf=leaf):
            return leaf.evaluate()(view)
        case All(parts=parts):
            return min(truth(part, view) for part in parts)
        case Some(parts=parts):
            return max(truth(part, view) for part in parts)
        case AtLeast(count=count, parts=parts):
            return at_least(count, [truth(part, view) for part in parts])
        case Not(part=part):
            return {NO: YES, UNKNOWN: UNKNOWN, YES: NO}[truth(part, view)]
        case Named(rule=rule):
            return truth(rule.part, view)
        case Versions(day=day, versions=versions):
            known = getter(day)(view)
            if known is None:
                return min(UNKNOWN, max(truth(one.part, view) for one in versions))
            begun = [one for one in versions if one.starts <= known]
            return truth(begun[-1].part, view) if begun else NO
    found = [YES if node.part is None else truth(node.part, one) for one in the_set(node, view)]
    empty = YES if node.met_when_empty else NO
    match node.quantifier:
        case "every":
            return min(found) if found else empty
        case "some":
            return max(found, default=NO)
        case "no":
            return YES - max(found, default=NO)
        case "count":
            return at_least(node.count, found)
    least = next(n for n in range(len(found) + 1) if node.share.reached(n, len(found)))
    return at_least(least, found) if found else empty


def at_least(count, truths):
    """Decided as soon as the unknown ones cannot change it: by trying what they could be."""
    ways = product(*[(NO, YES) if one == UNKNOWN else (one,) for one in truths])
    ends = {sum(one == YES for one in way) >= count for way in ways}
    return UNKNOWN if len(ends) == 2 else YES if ends.pop() else NO


def the_set(node, view):
    """Every view that a quantifier speaks of."""
    if node.among is not None:
        return [view.of_party(party) for party in members(node.among, view)]
    cases, home = view.collaboration.cases, located(view, node.home)

    def under(case):
        while case is not None and home is not None and case.id != home.id:
            case = cases.get(case.parent)
        return home is None or case is not None

    return [
        view.in_case(case)
        for case in cases.values()
        if case.lifecycle == node.cases and case.id != view.case.id and under(case)
    ]


@given(trees(), views())
def test_a_tree_says_what_its_leaves_say_together(node, view):
    """All is the least, any the most, not the opposite; unknown never turns into a yes."""
    assert truth(node, view) == compile_tree(node).truth(view)


@given(trees(), views())
def test_verdict_record_and_findings_agree(node, view):
    """One truth per leaf in the record, each the truth of its node and of its finding."""
    tree = compile_tree(node)
    record = []
    judged = tree.judge(view, record)
    nodes = tree.recorded()
    assert (judged, judged) == (tree.truth(view), tree.finding(view).truth)
    assert record == [one.truth(view) for one in nodes]
    assert record == [one.finding(view).truth for one in nodes]
    agree(tree, view, tree.finding(view))


def agree(tree, view, finding):
    """A finding and its children say what the nodes beneath say."""
    assert (tree.key, tree.truth(view)) == (finding.leaf, finding.truth)
    assert all(entry.sequence > 0 for _, entry in finding.read)
    if len(tree.parts) == len(finding.children) and tree.recorded() != (tree,):
        for part, child in zip(tree.parts, finding.children, strict=True):
            if not finding.leaf.startswith(("rule ", "versions ")):
                agree(part, view, child)


@given(trees(), views(), st.booleans())
def test_what_is_already_so_needs_no_act(node, view, wanted):
    """The way of a tree has a branch that holds already exactly when its truth is wanted."""
    tree = compile_tree(node)
    so = tree.truth(view) == (YES if wanted else NO)
    assert so == holds(tree.ways(view, wanted), view)


@given(trees(), views(), st.booleans(), st.data())
def test_every_way_ends_in_the_wanted_truth(node, view, wanted, data):
    """Where all demands of a branch hold in the end, so does what they were made for."""
    tree = compile_tree(node)
    way = tree.ways(view, wanted)
    demands = branch(way, view, data)
    after = None if demands is None else realised(demands, view, contents)
    moved = after is not None and after.day != view.day
    if after is None or (moved and not settled(view.collaboration.register, view.day)):
        return
    # what outdates something else (a new text, a step done again) is the planner's to try out
    plain = ("fact", "position", "answer")
    if all(cell.kind in plain for cell in demands):
        assert tree.truth(after) == (YES if wanted else NO)


@given(trees(most=3), views(most=4))
@settings(max_examples=40)
def test_nothing_reaches_what_is_hopeless(node, view):
    """Where a tree says that there is no way, no single act brings the truth about."""
    tree = compile_tree(node)
    for wanted in (True, False):
        if isinstance(tree.ways(view, wanted), Hopeless):
            for cell in tree.reads(view):
                if cell.kind in (*SHELVES, "state", "answer"):
                    for value in contents(cell):
                        after = recorded(view, cell, value)
                        assert tree.truth(after) != (YES if wanted else NO), (cell, value)


@given(trees(), views(), st.integers(0, 2**32))
def test_cells_that_are_not_read_change_nothing(node, view, seed):
    """What a tree reads is what its leaves read, about each of a set."""
    tree, random = compile_tree(node), world.Random(seed)
    read, before = set(tree.reads(view)), tree.truth(view)
    for cell in CELLS:
        if cell not in read:
            after = put(view, cell, Entry(random.choice(contents(cell)), view.day, 99))
            assert before == tree.truth(after), cell


@given(views(), st.sampled_from(("some", "no", "count")), world.case_states,
       st.integers(0, 2), st.integers(0, 2**32))  # fmt: skip
def test_looking_only_where_a_yes_can_be_changes_no_answer(view, quantifier, leaf, count, seed):
    """A quantifier over cases in a state visits only those, and says the same."""
    random = world.Random(seed)
    for id in ("c2", "p", "c"):
        view = recorded(view, Cell(id, "state", "state"), random.choice(world.STATES))
    leaf = CaseState("here", "change", leaf.states)
    for home in (view, view.in_case(view.collaboration.cases["p"])):
        node = Each(quantifier, None, "change", "plan", Ask(leaf), count)
        tree = compile_tree(node)
        assert tree.narrow is not None
        answer = tree.truth(home)
        tree.narrow = None
        assert answer == tree.truth(home) == truth(node, home)


LIMIT = Asked("voorbeeld", "fair", (("limit", 1),))


@pytest.fixture
def view():
    """A quiet view: four parties, nothing recorded."""
    return world.some_view(world.Random(1), most=1, register=world.Register(
        tuple(world.Party(one, sort) for one, sort in world.SORTS.items())
    ))  # fmt: skip


def answered(view, answer):
    """The view in which the plugin answered this."""
    return put(view, Cell("c", "answer", LIMIT.key), Entry(answer, view.day, 0))


def test_not_unknown_is_unknown(view):
    """A double negation gives the answer back."""
    view = View(view.collaboration, view.case, view.day)
    for answer in (NO, UNKNOWN, YES):
        once, twice = Not(Ask(LIMIT)), Not(Not(Ask(LIMIT)))
        seen = answered(view, answer)
        assert [YES - answer, answer] == [compile_tree(one).truth(seen) for one in (once, twice)]


@pytest.mark.parametrize(
    ("quantifier", "plain", "met"),
    [("every", NO, YES), ("some", NO, NO), ("no", YES, YES), ("count", NO, NO),
     ("share", NO, YES)],
)  # fmt: skip
def test_nothing_is_not_everything(view, quantifier, plain, met):
    """Every over nothing is not met unless the text says so; no over nothing is."""
    share = world.Share(1, 2)
    nodes = [Each(quantifier, NOBODY, None, "change", Ask(LIMIT), 1, share, one)
             for one in (False, True)]  # fmt: skip
    assert [plain, met] == [compile_tree(one).truth(view) for one in nodes]
    assert "tree.empty" == compile_tree(nodes[0]).finding(view).message.id


def test_equal_conditions_are_compiled_once():
    """A rule that is used twice is one node, and so is a condition written twice."""
    rule = Rule(name="one", part=Ask(LIMIT))
    memo = {}
    both = compile_tree(All((Named(rule), Ask(LIMIT), Named(rule))), memo)
    assert both.parts[0] is both.parts[2]
    assert both.parts[0].parts[0] is both.parts[1]


def test_a_use_of_a_rule_has_its_own_severity():
    """What a step says of a rule goes before what the rule says of itself."""
    rule = Rule(name="one", part=Ask(LIMIT), severity="warn")
    tree = [compile_tree(one).severity for one in (Named(rule), Named(rule, "explain"))]
    assert ["warn", "explain"] == tree


def test_a_leaf_that_fails_by_itself_cannot_be_made_up_for():
    """At least three of two can never be; but then its opposite is so already."""
    node = AtLeast(3, (Ask(LIMIT), Ask(CaseState("here", "change", frozenset(("adopted",))))))
    seen = world.some_view(world.Random(2), most=1)
    tree = compile_tree(node)
    assert isinstance(tree.ways(seen, True), Hopeless)
    assert holds(tree.ways(seen, False), seen)


@given(st.lists(leaves, min_size=2, max_size=4), views())
def test_keys_tell_what_is_joined(some, view):
    """The key of a joined condition names its parts in order."""
    parts = tuple(Ask(leaf) for leaf in some)
    keys = ", ".join(leaf.key for leaf in some)
    joined = (All(parts), Some(parts), AtLeast(2, parts), Not(parts[0]))
    assert [f"all({keys})", f"any({keys})", f"2 of({keys})", f"not({some[0].key})"] == [
        compile_tree(one).key for one in joined
    ]


def test_the_set_of_a_quantifier_is_read():
    """Who is in the group, and on which day, is part of what the answer rests on."""
    seen = world.some_view(world.Random(3), most=1)
    for among, name in ((MEMBER, "member"), (CHAIR, "chair")):
        tree = compile_tree(Each("some", among, None, "change", None))
        assert (Cell("", "members", name), TODAY) == tree.reads(seen)
    cases = compile_tree(Each("some", None, "change", "plan", None))
    assert (Cell("", "cases", "change"), TODAY) == cases.reads(seen)


