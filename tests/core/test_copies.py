"""Copies: a case for each of a group, opened by each or by itself, and conditions about them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.small import START, Story

from samenwerk.core.evolve import replay
from samenwerk.core.obligations import blockers, needs
from samenwerk.core.view import View
from samenwerk.core.worklists import todo
from samenwerk.definitions.read import read_text
from samenwerk.values.command import Do, Enrol, Settle
from samenwerk.values.declared import Workflow
from samenwerk.values.errors import Misuse
from samenwerk.values.finding import NO, YES
from samenwerk.values.outcome import Verdict
from samenwerk.values.register import Party, Span
from samenwerk.values.who import Who

TEXT = """\
[workflow]
id = "small"
version = "1"
[sort]
provider = {}
insurer = {}
[group]
member = { sort = ["provider", "insurer"] }
[role.chair]
[document]
note = { by = "chair" }
[lifecycle.plan.state]
busy = {}
done = { final = true }
[lifecycle.plan.role]
partner = { many = true }
[lifecycle.plan.step.open]
to = "busy"
by = "member"
fill_in = ["partner"]
[lifecycle.plan.step.close]
from = "busy"
to = "done"
by = "chair"
needs = [CONDITION]
[lifecycle.vote]
under = "plan"
per = "WHO"
[lifecycle.vote.state]
begun = {}
given = { final = true }
[lifecycle.vote.step.begin]
to = "begun"
by = "BY"
needs = [NEEDS]
[lifecycle.vote.step.give]
from = "begun"
to = "given"
by = "WHO"
"""
EVERY = '{ every = "vote", in = "given" }'


def made(
    by: str = "", condition: str = EVERY, who: str = "member", needed: str = ""
) -> Workflow:
    """The workflow with these words in it."""
    text = TEXT.replace("CONDITION", condition).replace("WHO", who).replace("NEEDS", needed)
    found = read_text(text.replace("BY", by or who), checks=())
    assert () == found.diagnostics
    assert found.workflow is not None
    return found.workflow


def begun(workflow: Workflow, *partners: str) -> Story:
    """A story with an open plan."""
    story = Story(workflow)
    roles = {"partner": partners or ("noord", "oost")}
    assert story.do("p", "open", of="plan", roles=roles).carried_out
    return story


def replayed(story: Story) -> bool:
    """Whether the record alone tells the same cases."""
    known = replay(story.lines)
    return known is not None and known.cases == story.known.cases


def goal(story: Story, step: str, case: str, actor: str | None = None) -> Do:
    """A step to ask about."""
    asked = story.command(Do, case=case, step=step, actor=actor)
    assert isinstance(asked, Do)
    return asked


def test_each_opens_its_own_and_only_once() -> None:
    """A second copy under the same case is refused, also after the first is over."""
    story = begun(made())
    assert story.do("v", "begin", "oost", of="vote").carried_out
    assert story.known.cases["v"].of == "oost"
    assert story.do("v", "give", "oost", of="vote").carried_out
    again = story.do("v2", "begin", "oost", of="vote")
    assert (Verdict.NEVER, "decide.has_copy") == (again.verdict, again.headline.id)
    other = story.do("v", "give", "noord", of="vote")
    assert other.verdict is Verdict.NEVER  # it is over
    assert replayed(story)


def test_within_a_copy_the_word_means_that_one_party() -> None:
    """Another of the group is told who can."""
    story = begun(made())
    assert story.do("v", "begin", "oost", of="vote").carried_out
    refused = story.do("v", "give", "noord", of="vote")
    assert (Verdict.NOT_YOU, ("oost",)) == (refused.verdict, refused.can)
    assert made().lifecycles["vote"].steps["give"].by[0].of == "vote"
    assert made().lifecycles["vote"].per == Who(
        "group", "member", group=made().groups["member"]
    )


def test_copies_that_come_by_themselves_come_once_their_needs_are_met() -> None:
    """For all at once; for a newcomer on the day on which it is one, when time passes."""
    story = begun(made(by="itself", needed='{ document = "plan.note" }'))
    assert "p.vote.noord" not in story.known.cases
    assert story.hand_in("p", "note").carried_out
    ids = {f"p.vote.{one}" for one in ("noord", "oost", "zuid")}
    assert ids == {id for id, one in story.known.cases.items() if one.of is not None}
    later = START + timedelta(days=7)
    west = Party("west", "provider", span=Span(later))
    assert story.give(Enrol, parties=(west,)).carried_out
    assert "p.vote.west" not in story.known.cases
    story.settle(later)
    assert ("begun", later) == (
        story.known.cases["p.vote.west"].state, story.known.cases["p.vote.west"].entered
    )
    assert replayed(story)


def test_copies_for_those_who_take_part_in_the_case_above() -> None:
    """The group may be a role for many of the case that the copies hang under."""
    story = begun(made(by="itself", who="partner"), "noord", "zuid")
    assert {"noord", "zuid"} == {one.of for one in story.known.cases.values() if one.of}


@pytest.mark.parametrize(
    ("condition", "truths"),
    [
        (EVERY, (NO, NO, NO, YES)),
        ('{ every = "vote" }', (NO, NO, NO, YES)),
        ('{ some = "vote", in = "given" }', (NO, YES, YES, YES)),
        ('{ no = "vote", in = "given" }', (YES, NO, NO, NO)),
        ('{ count = "vote", at_least = 2, in = "given" }', (NO, NO, YES, YES)),
        ('{ share = "vote", at_least = "2/3", in = "given" }', (NO, NO, YES, YES)),
    ],
)
def test_who_has_no_copy_says_no(condition: str, truths: tuple[int, ...]) -> None:
    """After none, one, two and all three of the group have given theirs."""
    story = begun(made(condition=condition))
    found = []
    for party in ("", "noord", "oost", "zuid"):
        if party:
            assert story.do(party, "begin", party, of="vote").carried_out
            assert story.do(party, "give", party, of="vote").carried_out
        close = story.compiled.steps["plan.close"]
        view = View(story.known, story.known.cases["p"], story.day)
        (tree,) = (need.tree for need in close.needs)
        assert tree.truth(view) == tree.finding(view).truth
        found.append(tree.truth(view))
    assert truths == tuple(found)


def test_who_left_the_group_does_not_count() -> None:
    """Neither a copy that it has, nor one that it has not."""
    story = begun(made())
    for party in ("noord", "oost"):
        story.do(party, "begin", party, of="vote")
    story.do("noord", "give", "noord", of="vote")
    story.do("oost", "give", "oost", of="vote")
    assert story.do("p", "close", of="plan").verdict is Verdict.NOT_YET
    last = START + timedelta(days=2)
    assert story.give(Enrol, parties=(Party("zuid", "insurer", span=Span(START, last)),))
    story.on(last + timedelta(days=1))
    assert story.do("p", "close", of="plan").carried_out


def test_who_still_has_to_is_named() -> None:
    """In what is needed, among the blockers, and in the work of each: no one else."""
    story = begun(made())
    assert story.do("v", "begin", "oost", of="vote").carried_out
    asked = goal(story, "plan.close", "p")
    told = str(needs(story.compiled, story.known, asked))
    assert "vote.begin" in told
    assert {"noord", "oost", "zuid"} == set(blockers(story.compiled, story.known, asked))
    at = story.command(Settle)
    mine = {party: [(one.step, one.ready) for one in todo(story.compiled, story.known, party, at)]
            for party in ("noord", "oost")}  # fmt: skip
    assert ("vote.begin", True) in mine["noord"]
    assert ("vote.begin", True) not in mine["oost"]
    assert ("vote.give", True) in mine["oost"]


def test_what_is_needed_ends_in_the_step() -> None:
    """Who follows the advice, act by act, gets there: copies that come by themselves too."""
    for workflow in (made(), made(by="itself", needed='{ document = "plan.note" }')):
        story = begun(workflow)
        told = needs(story.compiled, story.known, goal(story, "plan.close", "p"))
        assert told.kind not in ("never", "unadvised"), told


@given(st.lists(st.tuples(st.sampled_from(("noord", "oost", "zuid")),
                          st.sampled_from(("begin", "give"))), max_size=12))  # fmt: skip
def test_nobody_ever_has_two(acts: list[tuple[str, str]]) -> None:
    """Whatever is tried, each has at most one copy, and a replay tells the same."""
    story = begun(SMALL)
    for number, (party, step) in enumerate(acts):
        own = [id for id, one in story.known.cases.items() if one.of == party]
        if step == "begin" or own:
            case = f"v{number}" if step == "begin" else own[0]
            story.do(case, step, party, of="vote")
        parties = [one.of for one in story.known.cases.values() if one.of is not None]
        assert len(parties) == len(set(parties))
    assert replayed(story)


SMALL = made()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('per = "member"', 'per = "membr"', ("SW103",)),
        ('per = "member"', 'per = "member"\none = true', ("SW107",)),
        ('per = "member"', 'per = "vote.teller"\n[lifecycle.vote.role]\nteller = {}', ("SW140",)),
        ('to = "begun"\nby = "member"', 'to = "begun"\nby = "chair"', ("SW140",)),
        ('to = "begun"\nby = "member"', 'to = "begun"\nby = "time"', ("SW140",)),
    ],
)
def test_what_is_wrong_is_told_at_its_place(old: str, new: str, expected: tuple[str]) -> None:
    """A group that is not there, both words at once, another's role, an opening by another."""
    text = TEXT.replace("CONDITION", EVERY).replace("WHO", "member").replace("NEEDS", "")
    text = text.replace("BY", "member")
    assert old in text
    found = read_text(text.replace(old, new, 1), checks=()).diagnostics
    assert expected == tuple(one.code for one in found if one.code in expected)




BASED = """\
[lifecycle.deal]
rests_on = "plan"
[lifecycle.deal.state]
open = {}
signed = { final = true }
[lifecycle.deal.step.begin]
to = "open"
by = "member"
[lifecycle.deal.step.sign]
from = "open"
to = "signed"
by = "member"
needs = [{ rests_on = "plan", in = "done" }]
"""


def based() -> Story:
    """A story with deals that build on plans."""
    text = TEXT.replace("CONDITION", "").replace("WHO", "member").replace("NEEDS", "")
    found = read_text(text.replace("BY", "member") + BASED, checks=())
    assert () == found.diagnostics
    assert found.workflow is not None
    return Story(found.workflow)


def test_a_case_builds_on_an_earlier_one() -> None:
    """On the only one there is, or on the one that is named; its state is asked by name."""
    story = based()
    none = story.do("d", "begin", of="deal")
    assert (Verdict.NOT_YET, "decide.no_base") == (none.verdict, none.headline.id)
    assert story.do("p", "open", of="plan", roles={"partner": "oost"}).carried_out
    assert story.do("d", "begin", of="deal").carried_out
    assert story.do("p2", "open", of="plan", roles={"partner": "oost"}).carried_out
    which = story.do("d2", "begin", of="deal")
    assert (Verdict.NOT_YET, "decide.base") == (which.verdict, which.headline.id)
    assert story.do("d2", "begin", of="deal", rests_on="p2").carried_out
    assert ("p", "p2") == (story.known.cases["d"].rests_on, story.known.cases["d2"].rests_on)
    assert story.do("p2", "close", of="plan").carried_out
    told = needs(story.compiled, story.known, goal(story, "deal.sign", "d"))
    assert "plan.close" in str(told)
    assert story.do("d2", "sign", of="deal").carried_out
    assert story.do("d", "sign", of="deal").verdict is Verdict.NOT_YET
    assert replayed(story)


def test_a_case_that_nothing_rests_on() -> None:
    """What is not there, or not asked, makes no sense."""
    story = based()
    assert story.do("p", "open", of="plan", roles={"partner": "oost"}).carried_out
    for told in ({"of": "deal", "rests_on": "nowhere"}, {"of": "plan", "rests_on": "p"}):
        with pytest.raises(Misuse):
            story.do("new", "begin" if told["of"] == "deal" else "open", **told)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('rests_on = "plan"\n', 'rests_on = "plam"\n', "SW103"),
        ('rests_on = "plan"\n', 'rests_on = "deal"\n', "SW110"),
        ('rests_on = "plan"\n', "", "SW140"),
    ],
)
def test_what_it_rests_on_is_told_at_its_place(old: str, new: str, expected: str) -> None:
    """A lifecycle that is not there, itself, and a condition without anything below."""
    text = TEXT.replace("CONDITION", "").replace("WHO", "member").replace("NEEDS", "")
    more = BASED.replace(old, new, 1)
    found = read_text(text.replace("BY", "member") + more, checks=()).diagnostics
    assert expected in {one.code for one in found}
