"""The vote about which a method is asked: who decides, how each counts, and what is known."""

from datetime import date
from random import Random

import attrs
from tests import strategies_core as world

from samenwerk.core.ballots import vote_of
from samenwerk.core.leaves.decision import Decision
from samenwerk.core.operands import question
from samenwerk.core.votes import count
from samenwerk.testing.views import changed, recorded
from samenwerk.values.cell import Cell
from samenwerk.values.declared import Decision as Declared
from samenwerk.values.finding import NO, UNKNOWN, YES
from samenwerk.values.vote import Vote, Voter, as_if

POINTS = Declared(
    name="adopt_it", lifecycle="change", by=(world.EVERYONE,), method="voorbeeld.points",
    weight="load", looks_at=("load", "due"), veto=(world.PROVIDER,),
)  # fmt: skip
LEAF = Decision(POINTS)
DAY = date(2027, 3, 1)


def empty():
    """A case in which nobody said anything."""
    return world.some_view(Random(1), most=1)


def said(view, **words):
    """The same after these positions."""
    for who, word in words.items():
        view = recorded(view, Cell(view.case.id, "position", "adopt_it", who), word)
    return view


def answered(view, truth):
    """The same with what the plugin says."""
    asked = question(Cell(view.case.id, "answer", LEAF.asks))
    return changed(view, answers={asked: truth})


def voters(view):
    """The voters of the decision in a view."""
    return count(POINTS, None, view).voters


def test_a_vote_tells_what_each_said_and_how_it_counts() -> None:
    """Words, sides, days and weights stand with the voter; who said nothing is open."""
    view = empty()
    first, second, third, *rest = voters(view)
    view = said(view, **{first: "for", second: "against", third: "abstain"})
    view = recorded(view, Cell(view.case.id, "fact", "load", first), 7)
    vote = vote_of(POINTS, None, view)
    assert vote is not None
    found = {one.party: (one.side, one.position, one.weight) for one in vote.voters}
    assert found == {
        first: ("for", "for", 7), second: ("against", "against", None),
        third: ("out", "abstain", None), **dict.fromkeys(rest, ("open", None, None)),
    }  # fmt: skip
    assert {"load": 7} == dict(vote.voters[0].facts)
    assert (tuple(rest), True) == (tuple(one.party for one in vote.absent), vote.weighted)


def test_without_a_case_there_is_no_vote() -> None:
    """A decision of a lifecycle that is nowhere above has nobody to ask about."""
    assert vote_of(POINTS, "elsewhere", empty()) is None


def test_the_answer_counts_when_nothing_stops_it() -> None:
    """No, not known and yes come through, and silence of the plugin is not known."""
    view = empty()
    view = said(view, **dict.fromkeys(voters(view), "for"))
    judge = LEAF.evaluate()
    assert [NO, UNKNOWN, YES] == [judge(answered(view, one)) for one in (NO, UNKNOWN, YES)]
    assert UNKNOWN == judge(view)


def test_a_veto_and_an_empty_table_stop_a_yes() -> None:
    """What the text asks beside the method comes first."""
    view = empty()
    everyone = voters(view)
    judge = LEAF.evaluate()
    against = said(view, **dict.fromkeys(everyone, "against"))
    assert NO == judge(answered(against, YES))
    assert UNKNOWN == judge(answered(view, YES))
    vetoers = count(POINTS, None, view).vetoers & {*everyone}
    for one in vetoers:
        words = {**dict.fromkeys(everyone, "for"), one: "against"}
        assert NO == judge(answered(said(view, **words), YES))
    assert vetoers


def test_another_method_is_another_decision_for_what_implies() -> None:
    """Nothing is concluded from one method about another, nor from a higher quorum."""
    higher = Decision(attrs.evolve(POINTS, quorum=3))
    assert not higher.implies(LEAF, True)
    assert LEAF.implies(LEAF, True)


def test_as_if_turns_every_voter() -> None:
    """Who is not named said nothing; the others said so on the day itself."""
    vote = Vote("d", DAY, (Voter("a", "s", "against", "against", DAY, by="z"), Voter("b", "s")))
    turned = as_if(vote, {"b": "for"})
    expected = (Voter("a", "s"), Voter("b", "s", "for", "for", DAY))
    assert (expected, True, DAY) == (turned.voters, turned.closed, turned.opened)
