"""Steps that nobody does: those a day has made due, and those whose own conditions are met.

They are worked out before an act and after it, never by a clock of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TypeAlias

from samenwerk.core.compiled import Compiled, CompiledStep
from samenwerk.core.copies import lacking, new_copy, places
from samenwerk.core.do_step import leads_nowhere
from samenwerk.core.effects import ask_effects
from samenwerk.core.journal import Journal
from samenwerk.core.moving import movements
from samenwerk.core.opening import base_for
from samenwerk.core.operands import getter
from samenwerk.core.record import finding_records
from samenwerk.core.splitting import stopped_days
from samenwerk.core.trail import NEW, way_back
from samenwerk.core.view import NO_ANSWERS, View
from samenwerk.values.case import Case
from samenwerk.values.event import EffectAsked, StepDone

LIMIT = 1000
"""More steps than this at one act are a ring that `check` should have refused."""
REMEMBERED = 20_000
"""Of so many cases a workflow remembers on which day a step of theirs is due."""

_Due: TypeAlias = tuple[date, int, Case, CompiledStep]
"""The day on which a time step is due, when its case was opened, and both."""


def settle(compiled: Compiled, journal: Journal, answers: Mapping[str, int] = NO_ANSWERS) -> None:
    """Let time pass up to the command's day, then do what conditions have made due."""
    if not any(one.automatic or one.copying for one in compiled.each):
        return
    pass_time(compiled, journal, answers)
    do_itself(compiled, journal, answers)


def pass_time(compiled: Compiled, journal: Journal, answers: Mapping[str, int]) -> None:
    """All time steps due before the command's day, in order of the day they fell due."""
    due: list[_Due] | None = None
    for _ in range(LIMIT):
        if due is None:
            due = sorted(_due(compiled, journal), key=_in_turn)
        noted = len(journal.lines)
        for day, _, case, step in due:
            if _take(compiled, journal, case, [step], day, "time", answers):
                due = _without(compiled, journal, due, case, noted)
                break
        else:
            return


def _in_turn(due: _Due) -> tuple[date, int]:
    return due[:2]


def _without(
    compiled: Compiled, journal: Journal, due: list[_Due], case: Case, noted: int
) -> list[_Due] | None:
    """What is due after a step of a case; None when what it did can reach further than its case.

    Looking at every case again after each step would take long where many are due at once.
    """
    known = journal.collaboration
    if not compiled.days_are_own or any(
        line.event.case != case.id or not isinstance(line.event.what, StepDone | EffectAsked)
        for line in journal.lines[noted:]
    ):
        return None
    after = known.cases[case.id]
    one = compiled.of(after)
    steps = one.by_time.get((after.lifecycle, after.state), ())
    order = known.by_lifecycle[after.lifecycle][after.id]
    left = [other for other in due if other[2] is not case]
    return sorted([*left, *_of_case(one, journal, after, order, steps)], key=_in_turn)


def _due(compiled: Compiled, journal: Journal) -> list[_Due]:
    return [
        due
        for one in compiled.each
        for case, order, steps in _waiting(compiled, one, one.by_time, journal)
        for due in _of_case(one, journal, case, order, steps)
    ]


def _of_case(
    one: Compiled, journal: Journal, case: Case, order: int, steps: tuple[CompiledStep, ...]
) -> list[_Due]:
    """The time steps of a case that are due on the command's day."""
    found = []
    for step in steps:
        day = _past(one, journal, case, step)
        if day is not None and day < journal.command.day:
            # due on the day after the last one, but not before the case came here
            first = max(day + timedelta(days=1), case.entered)
            if first <= journal.command.day:
                found.append((first, order, case, step))
    return found


def _past(one: Compiled, journal: Journal, case: Case, step: CompiledStep) -> date | None:
    """The last day before a step is due; that of a case that did not change is still known."""
    key = (case.id, step.step.name)
    known = one.days.get(key) if step.own_day else None
    if known is not None and known[0] is case:
        return known[1]
    assert step.once_past is not None
    day = step.once_past(View(journal.collaboration, case, journal.command.day))
    past = day if isinstance(day, date) and day < date.max else None
    if step.own_day:
        if len(one.days) >= REMEMBERED:
            one.days.clear()
        one.days[key] = case, past
    return past


def do_itself(compiled: Compiled, journal: Journal, answers: Mapping[str, int]) -> None:
    """One step at a time, in order of opening, each step once per case."""
    taken: set[tuple[str, str]] = set()
    for _ in range(LIMIT):
        open_copies(compiled, journal, answers)
        waiting = [
            found
            for one in compiled.each
            for found in _waiting(compiled, one, one.by_themselves, journal)
        ]
        for case, _, steps in sorted(waiting, key=lambda one: one[1]):
            own = [step for step in steps if (case.id, step.step.name) not in taken]
            day = journal.command.day
            done = _take(compiled, journal, case, own, day, "itself", answers) if own else None
            if done is not None:
                taken.add((case.id, done))
                break
        else:
            return


def open_copies(compiled: Compiled, journal: Journal, answers: Mapping[str, int]) -> None:
    """Open the copies that come by themselves, for each who has none and whose needs are met."""
    for found in compiled.now(journal.collaboration).copying:
        per = found.step.per
        assert per is not None
        for above in places(found.lifecycle, journal.collaboration):
            day = journal.command.day
            for party in lacking(per, found.lifecycle.name, journal.collaboration, above, day):
                _open_copy(compiled, found, journal, above, party, answers)


def _open_copy(
    compiled: Compiled,
    found: CompiledStep,
    journal: Journal,
    above: Case | None,
    party: str,
    answers: Mapping[str, int],
) -> None:
    case = new_copy(found.lifecycle.name, journal.collaboration, above, party, journal.command.day)
    if case.id in journal.collaboration.cases:
        return  # somebody gave another case this very name
    base = base_for(found, journal.collaboration, None)
    if found.lifecycle.rests_on is not None and base is None:
        return  # a person must say on which one it rests
    case = case.changed(rests_on=base)
    view = View(journal.collaboration, case, case.entered, answers=answers)
    truths, record = found.judge(view)
    if not found.met(truths):
        return
    token = found.machine.fire("itself", NEW, None, {found.step.name: True})
    assert token.state is not None
    journal.note(
        StepDone(
            opens=case.parent or "",
            of=party,
            rests_on=base,
            over=found.lifecycle.states[token.state].final,
            cause=journal.sequence or None,
        ),
        definition=case.definition,
        case=case,
        lifecycle=case.lifecycle,
        step=found.step.name,
        to_state=token.state,
        findings=finding_records(found, view, record),
    )
    ask_effects(compiled.now(journal.collaboration), journal)


def _waiting(
    compiled: Compiled,
    one: Compiled,
    automatic: Mapping[tuple[str, str], tuple[CompiledStep, ...]],
    journal: Journal,
) -> list[tuple[Case, int, tuple[CompiledStep, ...]]]:
    """Cases judged by `one` that stand in a state with some of these automatic steps."""
    known = journal.collaboration
    found = []
    for key, steps in automatic.items():
        for id, order in known.by_state.get(key, {}).items():
            case = known.cases[id]
            if compiled.of(case) is one:
                found.append((case, order, steps))
    return found


def _take(
    compiled: Compiled,
    journal: Journal,
    case: Case,
    steps: list[CompiledStep],
    day: date,
    event: str,
    answers: Mapping[str, int],
) -> str | None:
    """Let the machine choose among these steps; gives the name of the one it took."""
    view = View(journal.collaboration, case, day, answers=answers)
    judged = {step.step.name: step.judge(view) for step in steps}
    met = {
        step.step.name: step.met(judged[step.step.name][0]) and not leads_nowhere(step, case)
        for step in steps
    }
    by_name = {step.step.name: step for step in steps}
    chosen = next((by_name[name] for name, is_met in met.items() if is_met), None)
    if chosen is None:
        return None
    back = way_back(chosen.step, chosen.lifecycle, case.trail)
    token = chosen.machine.fire(event, case.state, back, met)
    assert token.took is not None
    assert token.state is not None
    step = by_name[token.took]
    moved = step.step.to != "stays"
    journal.note(
        StepDone(
            moved=moved,
            back=moved and token.state in case.trail,
            over=step.lifecycle.states[token.state].final,
            moves=movements(step.step.moves, view, getter),
            stopped=stopped_days(step.lifecycle, case, day) if moved else None,
            cause=journal.sequence or None,
        ),
        definition=case.definition,
        effective=day,
        case=case,
        lifecycle=case.lifecycle,
        step=step.step.name,
        from_state=case.state,
        to_state=token.state,
        findings=finding_records(step, view, judged[token.took][1]),
    )
    ask_effects(compiled.of(case), journal)
    return token.took
