"""Moments: every step that an act let happen, as its conditions saw it.

Taken from what was really decided and recorded; what a moment breaks is `breaking`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from samenwerk.core.asking import at_hand
from samenwerk.core.compiled import Compiled
from samenwerk.core.evolve import evolve
from samenwerk.core.view import View
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.command import Command, Do
from samenwerk.values.event import Line, RecordedEvent, StepDone


@attrs.frozen(eq=False)
class Moment:
    """What a step did to one case, as it happened: the view its conditions had, and what came.

    `how` is `step` for the case it was done in, `split` for one that came of that, `merge` for
    one that went up in it. `entered` is the state that the case came into, by its full name.
    """

    event: RecordedEvent
    what: StepDone
    view: View
    after: Collaboration
    case: str
    entered: str | None
    how: str = "step"

    @property
    def step(self) -> str:
        """The step by its full name."""
        return f"{self.event.lifecycle}.{self.event.step}"


def moments(
    compiled: Compiled,
    known: Collaboration,
    command: Command,
    lines: Iterable[Line],
    answers: Mapping[str, int],
) -> Iterator[Moment]:
    """What these lines say of steps, in order; `known` is how it stood before them."""
    for line in lines:
        event, what = line.event, line.event.what
        after = evolve(known, event, line.hash)
        if isinstance(what, StepDone):
            view = _view(compiled, known, after, command, event, answers)
            came = what.opens is not None or (what.moved and event.from_state != event.to_state)
            entered = f"{event.lifecycle}.{event.to_state}" if came else None
            yield Moment(event, what, view, after, event.case or "", entered)
            for new in () if what.split is None else (id for id, _ in what.split.into):
                yield Moment(event, what, view, after, new, _state(after, new), "split")
            for old in () if what.merged is None else what.merged.cases:
                own = View(known, known.cases[old], event.effective, None, None, answers)
                yield Moment(event, what, own, after, old, _state(after, old), "merge")
        known = after


def _state(known: Collaboration, case: str) -> str:
    return f"{known.cases[case].lifecycle}.{known.cases[case].state}"


def _view(
    compiled: Compiled,
    known: Collaboration,
    after: Collaboration,
    command: Command,
    event: RecordedEvent,
    answers: Mapping[str, int],
) -> View:
    if isinstance(command, Do) and _own(command, event):
        found = compiled.step(command.step)
        case = None if found is None else at_hand(compiled, found, known, command)
        if case is not None:
            party = command.on_behalf_of or command.actor
            return View(known, case, command.day, command.actor, party, answers)
    id = event.case or ""
    here: Case = known.cases.get(id) or after.cases[id]
    return View(known, here, event.effective, None, None, answers)


def _own(command: Do, event: RecordedEvent) -> bool:
    """Whether an event is what the command itself asked for, and not what that set off."""
    return (
        event.actor is not None
        and event.case == command.case
        and f"{event.lifecycle}.{event.step}" == command.step
    )
