"""Supposing: what would become of a command, and how a collaboration would stand after it.

Nothing is recorded and nobody is asked anything twice; carrying a command out is `acting`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from samenwerk.core.evolve import replay
from samenwerk.core.obligations import needs
from samenwerk.engine.acting import Desk, advice
from samenwerk.engine.asked import read_on
from samenwerk.engine.consulting import consult, decided, with_words
from samenwerk.engine.readable import Readable
from samenwerk.engine.shelf import Running
from samenwerk.values.case import Collaboration
from samenwerk.values.command import Command, Do, HandIn, Record, Say
from samenwerk.values.event import RecordedEvent
from samenwerk.values.obligation import Obligation
from samenwerk.values.outcome import Outcome


@attrs.frozen(eq=False)
class Supposed:
    """What a command would do: its outcome, and the collaboration before and after it.

    `events` are what would be recorded; none where it is refused, and then `after` is `before`.
    """

    outcome: Outcome
    before: Collaboration
    after: Collaboration
    events: tuple[RecordedEvent, ...]
    _running: Running = attrs.field(repr=False)
    _command: Command = attrs.field(repr=False)
    _desk: Desk = attrs.field(repr=False)

    @property
    def room(self) -> Readable:
        """The collaboration as it would stand, to be read, and to suppose in what comes next."""
        return Readable(attrs.evolve(self._desk, supposing=self.after), self.after.id)

    def then(
        self, kind: type[Do | Say | Record | HandIn], *, day: date | None = None, **asked: Any
    ) -> Supposed:
        """What would become of another command after it, on a later day or the same.

        >>> room.suppose(HandIn, case="b", actor="noord", document="note",     # doctest: +SKIP
        ...              title="Nota").then(Do, case="b", actor="zuid", step="budget.agree")
        """
        return self.room.suppose(kind, day=day or self._command.day, **asked)

    def needs(self, step: str, case: str) -> Obligation:
        """What a step would still need after it."""
        at = self._command
        goal = Do(id=at.id, actor=None, moment=at.moment, day=at.day, case=case, step=step)
        consulted = consult(self._running, self.after, goal)
        compiled = self._running.compiled
        return needs(compiled, consulted.collaboration, goal, consulted.answers)


def supposed(
    desk: Desk, id: str, kind: type[Command], day: date | None, **asked: Any
) -> Supposed:
    """What would become of a command in a collaboration; on a day to come it is looked at from
    that day. Raises what the act itself does."""
    known = desk.known(id)
    command = read_on(desk.command(kind, known.zone, day, None, **asked))
    running = desk.shelf.judging(known)
    outcome, consulted = decided(running, known, command, seal=False, offices=desk.offices)
    if not outcome.carried_out:
        told = advice(running, consulted, command, outcome)
        return Supposed(told, known, known, (), running, command, desk)
    after = replay(outcome.lines, known) or known
    told = attrs.evolve(outcome, lines=(), sealed=(), carried_out=False, head=known.head)
    told = with_words(told, consulted, running, str(getattr(command, "case", "")))
    return Supposed(told, known, after, outcome.events, running, command, desk)
