"""Whether in every state somebody can go on, every case can still end, and terms have a sequel."""

from __future__ import annotations

import pytest

from samenwerk.core.compiled import compile_workflow
from samenwerk.definitions.read import read_text
from samenwerk.proof.always import Always
from samenwerk.proof.answer import Bounds, Candidate, Proved
from samenwerk.proof.asked import Limits, Undecided
from samenwerk.proof.lasting import Lasting, Way
from samenwerk.proof.prove import prove
from samenwerk.values.cell import Cell
from samenwerk.values.declared import Invariant

LIMITS = Limits(members=2, cases=1)

HEAD = """\
[workflow]
id = "a"
version = "1"
[sort]
provider = {}
[role]
chair = { sort = "provider", exactly = 1 }
[document]
note = { by = "provider" }
[lifecycle.collaboration]
[lifecycle.collaboration.state]
running = {}
over = { final = true }
[lifecycle.collaboration.step]
begin = { to = "running", by = "provider" }
stop = { from = "running", to = "over", by = "chair" }
[lifecycle.plan]
under = "collaboration"
[lifecycle.plan.role]
maker = {}
helper = {}
[lifecycle.plan.state]
made = {}
asked = { due = "2 weeks" }
done = { final = true }
"""


def answer(always: str, text: str, *lifecycles: str) -> Proved | Undecided:
    """The answer about a plan with these facts and steps."""
    found = read_text(HEAD + text, checks=())
    assert () == found.diagnostics
    assert found.workflow is not None
    asked = Invariant(name="i", always=always, lifecycles=lifecycles or ("plan",))
    found_by = prove(compile_workflow(found.workflow), asked, LIMITS)
    assert not isinstance(found_by, Candidate)
    return found_by


class Halting(Lasting):
    """One that is interrupted the first time it is asked."""

    halted = False

    def ways(self, lifecycle: str, state: str) -> tuple[Way, ...]:
        """As always, the second time."""
        if not self.halted:
            self.halted = True
            raise KeyboardInterrupt
        return super().ways(lifecycle, state)


def test_who_is_interrupted_begins_again() -> None:
    """What was worked out halfway is not taken for the whole."""
    end = 'end = { from = "made", to = "done", by = "maker" }\n'
    found = read_text(HEAD + MAKE + end, checks=())
    assert found.workflow is not None
    compiled = compile_workflow(found.workflow)
    always = Always(compiled, LIMITS)
    always.lasting = Halting(compiled, LIMITS)
    asked = Invariant(name="i", always="can_end", lifecycles=("plan",))
    with pytest.raises(KeyboardInterrupt):
        always.prove(asked)
    assert isinstance(always.prove(asked), Proved)


MAKE = '[lifecycle.plan.step]\nmake = { to = "made", by = "provider", takes = "maker" }\n'
ASK = 'ask = { from = "made", to = "asked", by = "maker" }\n'


@pytest.mark.parametrize(
    "end",
    [
        'end = { from = ["made", "asked"], to = "done", by = "maker" }\n',
        'end = { from = ["made", "asked"], to = "done", by = "chair",'
        ' needs = [{ document = "note" }] }\n',
        'end = { from = ["made", "asked"], to = "done", by = "maker", fill_in = ["cost"],'
        ' needs = [{ fact = "cost", at_most = 5 }] }\n[lifecycle.plan.fact]\n'
        'cost = { type = "whole_number" }\n',
        'end = { from = ["made", "asked"], to = "done", by = "maker", needs = ["well"] }\n'
        '[rule.well]\nany = [{ parent = "collaboration", in = "running" }, '
        '{ document = "note" }]\n',
        'end = { from = ["made", "asked"], to = "done", by = "maker", needs = ["agreed"] }\n'
        '[decision.agreed]\nby = "provider"\nmethod = "unanimity"\n',
        'again = { from = "asked", to = "back", by = "maker" }\n'
        'end = { from = "made", to = "done", by = "maker",'
        ' needs = [{ done = "make", ago = "3 weeks" }] }\n',
        'talk = { from = ["made", "asked"], to = "stays", by = "maker" }\n'
        'end = { from = ["made", "asked"], to = "done", by = "maker",'
        ' needs = [{ done = "talk" }] }\n',
        'help = { from = ["made", "asked"], to = "stays", by = "provider", takes = "helper" }\n'
        'end = { from = ["made", "asked"], to = "done", by = "helper" }\n',
    ],
)
def test_what_those_who_take_part_can_always_bring_about_ends(end: str) -> None:
    """By a document, a fact, a decision, a talk, by waiting, or by a role that can be taken."""
    found = answer("can_end", MAKE + ASK + end)
    assert isinstance(found, Proved)
    assert ("enumerated", Bounds(2)) == (found.how, found.bounds)


@pytest.mark.parametrize(
    "end",
    [
        # the one above may have ended
        'end = { from = "asked", to = "done", by = "maker",'
        ' needs = [{ parent = "collaboration", in = "running" }] }\n',
        # it was never asked of everybody who gets there
        'end = { from = "asked", to = "done", by = "helper" }\n'
        'help = { from = "made", to = "stays", by = "provider", takes = "helper" }\n',
        # the round may have closed with a no
        'end = { from = "asked", to = "done", by = "maker", needs = ["agreed"] }\n'
        '[decision.agreed]\nby = "provider"\nmethod = "unanimity"\nanswer_within = "2 weeks"\n'
        'absent = "against"\n',
        # what was filled in stays
        'end = { from = "asked", to = "done", by = "maker",'
        ' needs = [{ fact = "cost", at_most = 5 }] }\n'
        '[lifecycle.plan.fact]\ncost = { type = "whole_number", by = "maker",'
        ' fixed_from = "ask" }\n',
        # too late
        'end = { from = "asked", to = "done", by = "maker",'
        ' needs = [{ done = "ask", within = "2 weeks" }] }\n',
    ],
)
def test_what_may_be_closed_is_not_said_to_end(end: str) -> None:
    """It is said which state it is about, and that it depends."""
    found = answer("can_end", MAKE + ASK + end)
    assert isinstance(found, Undecided)
    assert "not_sure" == found.why
    assert Cell("plan", "state", "asked") in found.cells


def test_a_state_with_no_way_that_can_be_done_is_stuck() -> None:
    """No world meets what its only step needs."""
    never = ('end = { from = "asked", to = "done", by = "maker", needs = ["never"] }\n'
             '[rule.never]\nall = [{ fact = "cost", at_most = 5 }, '
             '{ fact = "cost", at_least = 6 }]\n'
             '[fact]\ncost = { type = "whole_number", by = "provider" }\n')  # fmt: skip
    for always in ("can_end", "someone_can_act", "escalates"):
        found = answer(always, MAKE + ASK + never)
        assert isinstance(found, Undecided)
        assert "stuck" == found.why
        assert Cell("plan", "state", "asked") in found.cells


def test_a_term_has_a_sequel_when_a_day_brings_one() -> None:
    """A step in time, on a day that is known there, is a way on."""
    late = ('lapse = { from = "asked", to = "done", by = "time", once_past = "late" }\n'
            '[lifecycle.plan.date]\nlate = { term = "3 weeks", after = "ask" }\n')  # fmt: skip
    assert isinstance(answer("escalates", MAKE + ASK + late), Proved)
    unknown = ('lapse = { from = "asked", to = "done", by = "time", once_past = "late" }\n'
               '[lifecycle.plan.fact]\nlate = { type = "date" }\n')  # fmt: skip
    assert isinstance(answer("escalates", MAKE + ASK + unknown), Undecided)


def test_only_states_with_a_term_ask_for_a_sequel() -> None:
    """A state without one may wait for ever."""
    text = MAKE + ASK + 'end = { from = "asked", to = "done", by = "maker" }\n'
    waits = text.replace('by = "maker" }\nend', 'by = "helper" }\nend')
    assert isinstance(answer("escalates", waits), Proved)
    assert isinstance(answer("someone_can_act", waits), Undecided)


def test_what_waits_for_other_cases_ends_when_they_do() -> None:
    """The collaboration may wait for its plans as long as every plan can end."""
    wait = HEAD.replace(
        'by = "chair" }\n', 'by = "chair", needs = [{ no = "plan", in = ["made", "asked"] }] }\n'
    )
    end = 'end = { from = ["made", "asked"], to = "done", by = "maker" }\n'
    for ends, sure in ((end, True), (end.replace("maker", "helper"), False)):
        whole = wait + MAKE + ASK + ends
        found = read_text(whole, checks=())
        assert () == found.diagnostics
        assert found.workflow is not None
        asked = Always(compile_workflow(found.workflow), LIMITS)
        assert sure == (not asked.unsure("can_end", "collaboration"))
