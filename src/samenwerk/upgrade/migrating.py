"""What moving to another text means for every running case, and for whom.

What becomes of a case was decided by `core.migrating`; here it is looked at what people will
notice. How that is told is `migrating_told`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import attrs

from samenwerk.core.duties import holders
from samenwerk.core.migrating import fates
from samenwerk.core.refusals import doers_of
from samenwerk.core.view import View
from samenwerk.engine.migrating import Foreseen
from samenwerk.upgrade.asked_now import Days, Standing, Turn, once, other_days, turns
from samenwerk.values.case import Case
from samenwerk.values.declared import Step, Workflow
from samenwerk.values.event import CaseKept, CaseMoved, RecordedEvent, StepDone

KINDS = ("cannot", "added", "changed", "dropped", "kept", "same")
"""What becomes of a case, what asks most attention first."""


@attrs.frozen(eq=False)
class CasePlan:
    """One running case: what the record will say of it, and what changes by that.

    `follows` are the steps that nobody does and that happen in it at once; `parties` those whom
    it concerns.
    """

    before: Case
    after: Case
    what: CaseMoved | CaseKept
    turns: tuple[Turn, ...] = ()
    days: tuple[Days, ...] = ()
    follows: tuple[RecordedEvent, ...] = ()
    parties: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """What becomes of it, in one word of `KINDS`."""
        if isinstance(self.what, CaseKept):
            return "kept" if self.what.clause is not None else "cannot"
        if any(one.added for one in self.turns):
            return "added"
        if self.days or self.follows or any(one.changed for one in self.turns):
            return "changed"
        return "same" if all(one.same for one in self.turns) else "dropped"


@attrs.frozen(eq=False)
class MovePlan:
    """Everything that moving a collaboration comes to, on a day.

    `old` and `new` are the texts in effect before and after; `head` that of the record that was
    looked at. `effect`: whether anything is to be recorded; `settled` counts the steps that time
    had made due before.
    """

    collaboration: str
    old: Workflow
    new: Workflow
    day: date
    head: str
    cases: tuple[CasePlan, ...]
    effect: bool
    settled: int = 0

    def of(self, kind: str) -> tuple[CasePlan, ...]:
        """The cases of which this becomes."""
        return tuple(one for one in self.cases if one.kind == kind)


def plan(
    seen: Foreseen, told: Callable[[int, int], None] = lambda done, whole: None
) -> MovePlan:
    """What was foreseen, worked out for each case; `told` hears how many are done of how many."""
    compiled = seen.running.compiled
    old = Standing(compiled, seen.before, seen.answers[0], seen.command)
    new = Standing(compiled, seen.after, seen.answers[1], seen.command)
    outcomes = fates(compiled, seen.before, seen.command)
    moving = {one.case: one.sequence for one in seen.outcome.events
              if isinstance(one.what, CaseMoved)}  # fmt: skip
    days = (old.days(), new.days()) if moving else ({}, {})
    found: list[CasePlan] = []
    for fate in outcomes:
        id, what = fate.case.id, fate.what
        before, after = seen.before.cases[id], seen.after.cases[id]
        if isinstance(what, CaseKept):
            found.append(CasePlan(before, after, what, parties=_doers(old, before)))
        else:
            other = other_days(days[0].get(id, ()), days[1].get(id, ()))
            follows = tuple(
                one for one in seen.outcome.events
                if one.case == id and one.sequence > moving[id]
                and isinstance(one.what, StepDone)
            )  # fmt: skip
            found.append(CasePlan(before, after, what, turns(old, new, id), other, follows))
        told(len(found), len(outcomes))
    asked = once({one.before.id: one.turns for one in found})
    found = [_concerning(attrs.evolve(one, turns=asked[one.before.id])) for one in found]
    ranked = sorted(found, key=lambda one: KINDS.index(one.kind))
    workflows = {one.workflow.digest: one.workflow for one in compiled.each}
    return MovePlan(
        seen.known.id, workflows[seen.known.definition], workflows[seen.command.definition],
        seen.command.day, seen.known.head, tuple(ranked),
        bool(seen.outcome.lines), seen.before.sequence - seen.known.sequence,
    )  # fmt: skip


def _concerning(one: CasePlan) -> CasePlan:
    """The same with whom it concerns, for a case that moves."""
    if isinstance(one.what, CaseKept):
        return one
    concerned = [who for turn in one.turns if not turn.same for who in turn.parties]
    concerned += [who for pair in one.days for due in pair if due for who in due.who]
    return attrs.evolve(one, parties=tuple(sorted(set(concerned))))


def _doers(at: Standing, case: Case) -> tuple[str, ...]:
    """Those who can go on with a case that stays, or must see to something in it."""
    view = View(at.known, case, at.command.day, answers=at.answers)
    workflow = at.compiled.of(case).workflow
    those = [one for name in at.steps(case) for one in doers_of(_step(workflow, name), view)]
    for duty in workflow.duties.values():
        if duty.lifecycle == case.lifecycle and case.state in duty.while_in:
            those += holders(duty, view)
    return tuple(sorted(set(those)))


def _step(workflow: Workflow, name: str) -> Step:
    found = workflow.step(name)
    assert found is not None
    return found
