"""Ways into a state that no step leads to: taken in by another case, or refused and done."""

from __future__ import annotations

import pytest
from tests.proof.test_prove import REACH, path, proof, step

from samenwerk.proof.answer import Bounds, Candidate, Proved, Undecided

TAKEN_IN = 'from = "ready"\nto = "stays"\nby = "chair"\nmerges = "closed"\nneeds = [NEEDS]'
CLOSED = '[lifecycle.plan.state.closed]\nnl = "Gesloten"\nfinal = true\n'
CLOSE = CLOSED + step("close", 'from = "adopted"\nto = "closed"\nby = "chair"\nneeds = ["agreed"]')
ENDED = 'to_reach = "plan.closed"\nneeds = ["plan.agreed"]'
TOWN = """\
[sort.city]
nl = "Stad"
[group.town]
sort = "city"
nl = "Gemeente"
[lifecycle.plan.fact.granted]
nl = "Toegestaan"
type = "yes_no"
by = "town"
"""
NOTE = '{ document = "note" }'
ANYWAY = 'from = "ready"\nto = "stays"\nby = "chair"\nneeds = ["agreed"]\ndone_anyway = "adopted"'
WITH_BREACHES = f"{REACH}\nbreaches = true"
BREACHED = '{ breach = "force" }'


def taken_in(needs: str = "") -> str:
    """Closing a plan asks the rule; and one that is ready takes in another, which ends."""
    return CLOSE + step("unite", TAKEN_IN.replace("NEEDS", needs))


def force(more: str = "") -> str:
    """A step that stays where it is, or is refused and leads into the state all the same."""
    return step("force", ANYWAY + more)


def test_without_taking_in_the_only_way_in_is_enough() -> None:
    """Closing asks the rule; beside it there is no other way to end."""
    assert Proved("shown") == proof(ENDED, more=CLOSE, hung=True)


@pytest.mark.parametrize("needs", ["", '"agreed"'])
def test_what_is_taken_in_comes_into_a_state_unasked(needs: str) -> None:
    """What is asked of the plan that takes in is not asked of the other."""
    found = proof(ENDED, more=taken_in(needs), hung=True)
    assert isinstance(found, Candidate)
    assert ["found", "open", "open", "prepare", "unite"] == sorted_last(found)
    assert "merge" == found.steps[-1].how


def test_what_is_taken_in_need_not_have_done_the_step_that_comes_first() -> None:
    """The plan that takes in was prepared, the one taken in need not be."""
    asked = 'to_reach = "plan.closed"\nonly_after = "plan.prepare"'
    assert isinstance(proof(asked, more=CLOSE, hung=True), Proved)
    found = proof(asked, more=taken_in(), hung=True)
    assert isinstance(found, Candidate)
    assert ["found", "open", "open", "prepare", "unite"] == sorted_last(found)


def test_what_is_taken_in_counts_among_those_at_once() -> None:
    """However closing is kept to one: with one that was taken in there are two."""
    asked = 'while_in = "plan.closed"\nat_most = 1'
    kept = CLOSE.replace('"agreed"', '{ no = "plan", in = "closed" }')
    once = proof(asked, more=kept, hung=True)
    assert isinstance(once, Proved)
    assert Bounds(cases=1) == once.bounds
    found = proof(asked, more=taken_in().replace(CLOSE, kept), hung=True)
    assert isinstance(found, Candidate)
    assert "merge" in [one.how for one in found.steps]


def test_what_is_taken_in_has_no_document_of_the_one_that_takes_in() -> None:
    """While it is closed a plan has a note: the one that was taken in need not."""
    asked = f'while_in = "plan.closed"\nneeds = [{NOTE.replace("note", "plan.note")}]'
    kept = CLOSE.replace('"agreed"', NOTE)
    assert isinstance(proof(asked, more=kept, hung=True), Proved)
    found = proof(asked, more=taken_in(NOTE).replace(CLOSE, kept), hung=True)
    assert isinstance(found, Candidate)
    assert "merge" in [one.how for one in found.steps]


def test_who_takes_in_a_case_may_get_it_somewhere_alone() -> None:
    """A provider has a hand in closing and so has the town; but a provider can take in what it
    began itself, so that it is not proved."""
    asked = 'to_reach = "plan.closed"\nnot_alone = true'
    two = taken_in().replace('"agreed"', '{ fact = "granted", is = true }')
    kept = two.partition("[lifecycle.plan.step.unite]")[0]
    assert isinstance(proof(asked, more=TOWN + kept, hung=True), Proved)
    found = proof(asked, more=TOWN + two, hung=True)
    assert ("not_sure", True) == (found.why, isinstance(found, Undecided))


def test_what_is_refused_and_happens_is_no_path_unless_breaches_are_asked_about() -> None:
    """The same text is proved for who keeps to it, and got round by who does not."""
    assert Proved("shown") == proof(REACH, adopt='"agreed"', more=force())
    found = proof(WITH_BREACHES, adopt='"agreed"', more=force())
    assert ["open", "prepare", "force"] == path(found)
    assert "anyway" == found.steps[-1].how


def test_with_breaches_a_text_in_which_nothing_happens_anyway_is_proved() -> None:
    """A breach that cannot be recorded is no path."""
    assert Proved("shown") == proof(WITH_BREACHES, adopt='"agreed"')


def test_a_breach_elsewhere_leaves_what_the_way_in_asks() -> None:
    """It leads back to the draft; adopting still asks the rule."""
    aside = force().replace('done_anyway = "adopted"', 'done_anyway = "draft"')
    assert Proved("shown") == proof(WITH_BREACHES, adopt='"agreed"', more=aside)


def test_a_breach_does_not_count_as_done() -> None:
    """Only after the step: a breach that leads on is no such step."""
    asked = 'to_reach = "plan.adopted"\nonly_after = "plan.force"'
    onward = force().replace('done_anyway = "adopted"', 'done_anyway = "ready"')
    assert isinstance(proof(asked, adopt='{ done = "force" }', more=onward), Proved)
    either = step("hurry", f'from = "ready"\nto = "adopted"\nby = "chair"\nneeds = [{BREACHED}]')
    assert isinstance(proof(asked, adopt='{ done = "force" }', more=onward + either), Proved)
    found = proof(f"{asked}\nbreaches = true", adopt='{ done = "force" }', more=onward + either)
    assert ["open", "prepare", "force", "hurry"] == path(found)
    assert "anyway" == found.steps[2].how


def test_a_breach_that_is_asked_for_happens_only_with_breaches() -> None:
    """Adopting asks for it: nobody gets there without, and with breaches somebody does."""
    asked = 'to_reach = "plan.adopted"\nneeds = ["plan.agreed"]'
    aside = force().replace('done_anyway = "adopted"', 'done_anyway = "ready"')
    assert isinstance(proof(asked, adopt=BREACHED, more=aside), Proved)
    found = proof(f"{asked}\nbreaches = true", adopt=BREACHED, more=aside)
    assert ["open", "prepare", "force", "adopt"] == path(found)


def test_so_many_times_counts_a_breach_of_the_step_too() -> None:
    """What is refused and happens is a time that it happened."""
    asked = 'on_step = "plan.force"\nat_most = 1'
    first = '[lifecycle.plan.rule.first]\nnl = "Voor het eerst"\nsource = "Afspraak"\n'
    first += 'none = [{ done = "force" }]\n'
    once = first + force().replace("agreed", "first").replace('"adopted"', '"ready"')
    assert isinstance(proof(asked, more=once), Proved)
    found = proof(f"{asked}\nbreaches = true", more=once)
    assert ["open", "prepare", "force", "force"] == path(found)
    assert "anyway" in [one.how for one in found.steps]


def sorted_last(found: Candidate) -> list[str | None]:
    """The steps of a path by name, the last one last: which of two cases comes first is free."""
    *before, last = path(found)
    return [*sorted(before), last]
