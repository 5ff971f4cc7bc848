"""Everything that was done, judged again as it stood then, under another text.

Each act is judged on the real record before it, so that one that would have gone otherwise does
not carry others along. No plugin is asked: what it answered then stands in the record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

import attrs

from samenwerk.core.compiled import Compiled, compile_workflow
from samenwerk.core.decide import acted, misdated
from samenwerk.core.evolve import evolve
from samenwerk.core.findings import findings
from samenwerk.core.journal import Journal
from samenwerk.core.settle import settle
from samenwerk.core.view import View
from samenwerk.upgrade.recorded_acts import answers_of, command_of
from samenwerk.values.case import Collaboration
from samenwerk.values.cell import Entry
from samenwerk.values.command import Command, Do, Settle
from samenwerk.values.declared import Workflow
from samenwerk.values.errors import Misuse, UnknownName
from samenwerk.values.event import (
    Enrolled,
    FactRecorded,
    Line,
    RecordedEvent,
    StepDone,
)
from samenwerk.values.finding import UNKNOWN, YES, Finding
from samenwerk.values.outcome import Outcome, Verdict

KINDS = ("refused", "allowed", "elsewhere", "absent", "by_itself", "not_by_itself", "other_day",
         "unknown", "late")  # fmt: skip
"""How an act can go otherwise: it would be refused; a breach would be allowed; it leads to
another state; there is nothing of the kind; it would have happened by itself, would not, or on
an earlier day; a plugin was not asked then; with what was entered later it would be refused."""


@attrs.frozen(eq=False)
class Otherwise:
    """An act that would have gone otherwise: which line of the record, how, and why.

    `outcome` has the findings, `error` what there is not; `later` are the lines that were entered
    after it, with an earlier day. Of what would have happened by itself `event` is the line that
    nobody recorded. `state` is where it would have led, `day` when it would have happened.
    """

    kind: str
    event: RecordedEvent
    outcome: Outcome | None = None
    error: Misuse | None = None
    later: tuple[RecordedEvent, ...] = ()
    state: str | None = None
    day: date | None = None


@attrs.frozen(eq=False)
class Replayed:
    """A whole record judged again: how many acts there were, and those that went otherwise."""

    collaboration: str
    known: Collaboration | None
    workflow: Workflow
    acts: int
    lines: int
    otherwise: tuple[Otherwise, ...]

    def of(self, *kinds: str) -> tuple[Otherwise, ...]:
        """Those of some kinds, in the order of the record."""
        return tuple(one for one in self.otherwise if one.kind in kinds)


def replayed(
    collaboration: str,
    lines: Sequence[Line],
    workflow: Workflow,
    told: Callable[[int, int], None] = lambda done, whole: None,
) -> Replayed:
    """Judge a record under a workflow; `told` hears how many lines are done of how many."""
    compiled = compile_workflow(workflow)
    known: Collaboration | None = None
    found: list[Otherwise] = []
    seen: set[tuple[str, str]] = set()
    acts = 0
    for index, line in enumerate(lines):
        event = line.event
        if known is not None and isinstance(event.what, StepDone) and event.actor is None:
            found += _by_itself(compiled, known, event)
            acts += 1
        elif known is not None:
            command = _command(compiled, event)
            if command is not None:
                acts += 1
                found += _act(compiled, known, event, command, lines[index + 1 :])
        known = evolve(known, event, line.hash)
        last = index + 1 == len(lines) or lines[index + 1].event.command != event.command
        if last:
            found += _missing(compiled, known, event, seen)
        told(index + 1, len(lines))
    return Replayed(collaboration, known, workflow, acts, len(lines), tuple(found))


def _command(compiled: Compiled, event: RecordedEvent) -> Command | None:
    step = compiled.workflow.step(f"{event.lifecycle}.{event.step}")
    return command_of(event, step)


def _act(
    compiled: Compiled,
    known: Collaboration,
    event: RecordedEvent,
    command: Command,
    after: Sequence[Line],
) -> Iterator[Otherwise]:
    breach = isinstance(event.what, StepDone) and event.what.breach
    try:
        outcome, to = _judged(compiled, known, event, command)
    except Misuse as error:
        yield Otherwise("absent", event, error=error)
        return
    if breach:
        if outcome.carried_out:
            yield Otherwise("allowed", event, outcome)
        return
    if not outcome.carried_out:
        unasked = any(map(_unasked, outcome.unmet))
        yield Otherwise("unknown" if unasked else "refused", event, outcome)
        return
    if isinstance(event.what, StepDone) and to != event.to_state:
        yield Otherwise("elsewhere", event, outcome, state=to)
    if isinstance(command, Do):
        yield from _late(compiled, known, event, command, after)


def _judged(
    compiled: Compiled, known: Collaboration, event: RecordedEvent, command: Command
) -> tuple[Outcome, str | None]:
    """What becomes of a command, and the state it leads to; raises Misuse for what is not there."""
    if event.lifecycle is not None and event.lifecycle not in compiled.workflow.lifecycles:
        raise UnknownName(what="lifecycle", name=event.lifecycle)
    other_day = misdated(compiled, command)
    if other_day is not None:
        return other_day, None
    journal = Journal(known, command, False)
    outcome = acted(compiled, journal, command, answers_of(event))
    done = [one.event for one in journal.lines if isinstance(one.event.what, StepDone)]
    return outcome, done[-1].to_state if done else None


def _unasked(finding: Finding) -> bool:
    """Whether it rests on a plugin that was not asked then."""
    by_plugin = finding.leaf.startswith("plugin ") or finding.message.id.startswith(
        "decision.method."
    )
    mine = by_plugin and finding.truth == UNKNOWN
    return mine or any(_unasked(one) for one in finding.children)


def _late(
    compiled: Compiled,
    known: Collaboration,
    event: RecordedEvent,
    command: Do,
    after: Sequence[Line],
) -> Iterator[Otherwise]:
    """Whether it would be refused with what was entered later, and counted then already."""
    later = tuple(one.event for one in after if _counted_by(one.event, event))
    if not later:
        return
    now = known
    for one in later:
        if one.case is None or one.case in now.cases:
            now = evolve(now, one)
    now = now.changed(sequence=known.sequence, head=known.head)
    try:
        outcome, _ = _judged(compiled, now, event, command)
    except Misuse:
        return
    if not outcome.carried_out and not any(map(_unasked, outcome.unmet)):
        yield Otherwise("late", event, outcome, later=_to_blame(outcome, later))


def _counted_by(one: RecordedEvent, event: RecordedEvent) -> bool:
    """Whether a later line was dated back to the day of an act, or before it."""
    if isinstance(one.what, FactRecorded):
        return one.effective <= event.effective and one.recorded.date() > one.effective
    if not isinstance(one.what, Enrolled):
        return False
    what = one.what
    spans = [line.span for line in what.parties]
    for shelf in (what.sits, what.holds, what.gives, what.regions):
        spans += [line.span for line in shelf]
    return any(span.last_day is not None and span.last_day < event.effective for span in spans)


def _to_blame(outcome: Outcome, later: tuple[RecordedEvent, ...]) -> tuple[RecordedEvent, ...]:
    """The lines on which what is not met rests; all of them where that cannot be seen."""
    read = {entry.sequence for one in outcome.unmet for entry in _entries(one)}
    return tuple(one for one in later if one.sequence in read) or later


def _entries(finding: Finding) -> Iterator[Entry]:
    for _, entry in finding.read:
        yield entry
    for one in finding.children:
        yield from _entries(one)


def _by_itself(
    compiled: Compiled, known: Collaboration, event: RecordedEvent
) -> Iterator[Otherwise]:
    """Whether a step that nobody did would have happened by itself too."""
    found = compiled.step(f"{event.lifecycle}.{event.step}")
    if found is None or found.step.automatic is None:
        what = Misuse if found is not None else UnknownName
        error = what(what="step", name=f"{event.lifecycle}.{event.step}")
        yield Otherwise("absent" if found is None else "not_by_itself", event, error=error)
        return
    case = known.cases.get(event.case or "")
    if found.step.opens or case is None:
        return  # a copy: of whom one is, is told by the register alone
    view = View(known, case, event.effective, answers=answers_of(event))
    truths, _ = found.judge(view)
    due = event.effective
    if found.once_past is not None:
        past = found.once_past(view)
        due = date.max
        if isinstance(past, date) and past < date.max:
            due = max(past + timedelta(days=1), case.entered)
    if case.state in found.step.sources and found.met(truths) and due <= event.effective:
        if due < event.effective:
            yield Otherwise("other_day", event, day=due)
        return
    seen = findings(found, view)
    outcome = Outcome(Verdict.NOT_YET, seen)
    unasked = min(truths, default=YES) == UNKNOWN and any(map(_unasked, outcome.unmet))
    yield Otherwise("unknown" if unasked else "not_by_itself", event, outcome)


def _missing(
    compiled: Compiled, known: Collaboration, event: RecordedEvent, seen: set[tuple[str, str]]
) -> Iterator[Otherwise]:
    """Steps that would have happened by themselves after a command; each told once."""
    at = Settle(id=event.command, actor=None, moment=event.recorded, day=event.effective)
    journal = Journal(known, at, False)
    settle(compiled, journal, answers_of(event))
    for line in journal.lines:
        one = line.event
        case = known.cases.get(one.case or "")
        key = (one.case or "", one.step or "")
        if key in seen or case is None:
            continue
        done = case.entry("steps", one.step or "")
        if done is not None and done.sequence > case.state_since:
            continue
        seen.add(key)
        yield Otherwise("by_itself", one)
