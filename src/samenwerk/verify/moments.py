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
    """A step as it happened: what was recorded, the view its conditions had, and what came."""

    event: RecordedEvent
    what: StepDone
    view: View
    after: Collaboration

    @property
    def step(self) -> str:
        """The step by its full name."""
        return f"{self.event.lifecycle}.{self.event.step}"

    @property
    def entered(self) -> str | None:
        """The state that the case came into by it, by its full name; None when it stayed."""
        came = self.what.opens is not None or (
            self.what.moved and self.event.from_state != self.event.to_state
        )
        return f"{self.event.lifecycle}.{self.event.to_state}" if came else None


def moments(
    compiled: Compiled,
    known: Collaboration,
    command: Command,
    lines: Iterable[Line],
    answers: Mapping[str, int],
) -> Iterator[Moment]:
    """The steps that these lines record, in order; `known` is how it stood before them."""
    for line in lines:
        event = line.event
        after = evolve(known, event, line.hash)
        if isinstance(event.what, StepDone):
            view = _view(compiled, known, after, command, event, answers)
            yield Moment(event, event.what, view, after)
        known = after


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
