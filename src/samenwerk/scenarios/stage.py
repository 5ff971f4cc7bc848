"""A collaboration on its way through a story: nothing of it is kept, so that all of it is shared.

Acts go through the engine's own `decided`, `closed` and `evolve`; only sealing, hashing and a
store are left out, and advice where no expectation looks at it.
"""

from __future__ import annotations

import functools
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import attrs

from samenwerk.core.closing import foreclosed
from samenwerk.core.decide import decide
from samenwerk.core.evolve import replay
from samenwerk.core.obligations import needs
from samenwerk.engine.acting import advice
from samenwerk.engine.consulting import Consulted, consult, decided
from samenwerk.engine.shelf import Running
from samenwerk.scenarios.asked import asked_by
from samenwerk.scenarios.compare import earliest_day
from samenwerk.scenarios.story import Act
from samenwerk.values.case import Collaboration
from samenwerk.values.command import Command, Do, Enrol, Start
from samenwerk.values.outcome import Outcome
from samenwerk.values.register import Register

COLLABORATION = "scenario"
"""What the collaboration of every story is called."""


@attrs.frozen(eq=False)
class Stage:
    """A collaboration as a story left it, the workflow it runs by, and the moment it is."""

    running: Running
    known: Collaboration
    moment: datetime

    def at(self, day: date) -> Stage:
        """The same at noon of a day, or as late as it already is."""
        return attrs.evolve(self, moment=max(self.moment, noon(day, self.known.zone)))

    def ask(self, act: Act, actor: str | None = None) -> Asking:
        """What becomes of an act (of somebody else, with `actor`); raises Misuse."""
        command = self._command(act, actor)
        outcome, consulted = decided(self.running, self.known, command, seal=False)
        return Asking(self, command, consulted, outcome)

    def after(self, outcome: Outcome) -> Stage:
        """As it stands after what was carried out."""
        if not outcome.carried_out or not outcome.lines:
            return self
        known = replay(outcome.lines, self.known)
        assert known is not None
        return Stage(self.running, known, self.moment)

    def earliest(self, act: Act) -> date | None:
        """The first day on which the step of an act can be done; None when never."""
        step: dict[str, Any] = {"step": act.name, "case": act.case, "actor": act.who}
        moment = max(self.moment, datetime.combine(act.on, time(12), UTC))
        goal = Do(id="needs", moment=moment, day=act.on, **step)
        found = consult(self.running, self.known, goal)
        needed = needs(self.running.compiled, found.collaboration, goal, found.answers)
        return earliest_day(needed, act.on)

    def _command(self, act: Act, actor: str | None) -> Command:
        kind, fields = asked_by(act, actor)
        id = f"act-{self.known.sequence}"
        return kind(id=id, moment=self.moment, day=act.on, **fields)


@attrs.frozen(eq=False)
class Asking:
    """What was decided about an act, as far as it was looked at yet."""

    stage: Stage
    command: Command
    consulted: Consulted
    outcome: Outcome

    @property
    def verdict(self) -> Outcome:
        """The outcome with its final verdict; of a refusal not who can do what about it."""
        if self.outcome.carried_out:
            return self.outcome
        told = self.consulted
        return foreclosed(
            self.stage.running.compiled, told.collaboration, self.command, self.outcome,
            told.answers,
        )  # fmt: skip

    @property
    def whole(self) -> Outcome:
        """The outcome with all there is to say, as the engine gives it."""
        if self.outcome.carried_out:
            return self.outcome
        return advice(self.stage.running, self.consulted, self.command, self.outcome)


def begun(running: Running, register: Register, day: date) -> Stage:
    """A collaboration that begins on a day with a register; raises PluginError, Misuse."""
    running.plugins.check()
    workflow = running.workflow
    moment = noon(day, workflow.zone)
    shared: dict[str, Any] = {"actor": None, "moment": moment, "day": day}
    start = Start(
        id="start", collaboration=COLLABORATION, workflow=workflow.name,
        definition=workflow.digest, zone=workflow.zone, rehearsal=True, **shared,
    )  # fmt: skip
    enrol = Enrol(
        id="enrol", parties=register.parties, sits=register.sits, holds=register.holds,
        gives=register.gives, regions=register.regions, **shared,
    )  # fmt: skip
    started = replay(decide(running.compiled, None, start, seal=False).lines)
    assert started is not None
    outcome, _ = decided(running, started, enrol, seal=False)
    return Stage(running, started, moment).after(outcome)


@functools.lru_cache(4096)
def noon(day: date, zone: str) -> datetime:
    """The middle of a civil day in a zone, as an instant.

    >>> noon(date(2027, 2, 1), "Europe/Amsterdam").isoformat()
    '2027-02-01T11:00:00+00:00'
    """
    return datetime.combine(day, time(12), ZoneInfo(zone)).astimezone(UTC)
