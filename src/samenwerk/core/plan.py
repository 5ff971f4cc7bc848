"""Plans: commands that were carried out on a copy and ended in the step being done.

How a way is carried out is `core.planner`; here plans are asked for, shrunk, and tried again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import attrs

from samenwerk.core.compiled import Compiled
from samenwerk.core.planner import Planner, Tried
from samenwerk.core.scene import Scene
from samenwerk.core.view import NO_ANSWERS
from samenwerk.core.ways import Way
from samenwerk.values.case import Collaboration
from samenwerk.values.command import Command, Do
from samenwerk.values.passing import noon

LONGEST = 400
"""So many days are looked at one by one for a shorter wait; beyond, only days that matter."""


@attrs.frozen
class Plan:
    """Commands that end in the step being done, the last one; and the way of each round."""

    commands: tuple[Command, ...]
    start: date | None = attrs.field(default=None, eq=False)
    rounds: tuple[tuple[Way, Scene], ...] = attrs.field(default=(), eq=False)
    tried: tuple[Tried, ...] = attrs.field(default=(), eq=False)

    @property
    def acts(self) -> tuple[Command, ...]:
        """What goes before the step itself."""
        return self.commands[:-1]


def make_plan(
    compiled: Compiled,
    known: Collaboration,
    goal: Do,
    answers: Mapping[str, int] = NO_ANSWERS,
    *,
    way: Way | None = None,
    frozen: frozenset[str] = frozenset(),
) -> Plan | None:
    """A plan that was carried out on a copy and ended in the step; None when none was found."""
    planner = Planner(compiled, known, goal.day, answers, frozen)
    planner.settle()
    if not planner.reach(goal, way):
        return None
    commands = tuple(one.command for one in planner.done)
    return Plan(commands, goal.day, tuple(planner.rounds), tuple(planner.done))


def shrunk(
    compiled: Compiled, known: Collaboration, plan: Plan, answers: Mapping[str, int] = NO_ANSWERS
) -> Plan:
    """The plan without any act or wait that can be left out; the step itself stays."""
    commands = list(plan.commands)
    while True:
        fewer = _without_one(compiled, known, commands, answers)
        fewer = fewer or _sooner(compiled, known, commands, plan.start, answers)
        if fewer is None:
            return attrs.evolve(plan, commands=tuple(commands), tried=())
        commands = fewer


def _without_one(
    compiled: Compiled, known: Collaboration, commands: list[Command], answers: Mapping[str, int]
) -> list[Command] | None:
    for index in reversed(range(len(commands) - 1)):
        fewer = commands[:index] + commands[index + 1 :]
        if works(compiled, known, fewer, answers):
            return fewer
    return None


def _sooner(
    compiled: Compiled,
    known: Collaboration,
    commands: list[Command],
    start: date | None,
    answers: Mapping[str, int],
) -> list[Command] | None:
    """The same acts, ending on an earlier day, where that works."""
    first, last = start or commands[0].day, commands[-1].day
    days = {one.day for one in commands} | {one.day - timedelta(days=1) for one in commands}
    if (last - first).days <= LONGEST:
        days |= {first + timedelta(days=n) for n in range((last - first).days)}
    for day in sorted(day for day in days if first <= day < last):
        sooner = [one if one.day <= day else _on(one, day) for one in commands]
        if works(compiled, known, sooner, answers):
            return sooner
    return None


def _on(command: Command, day: date) -> Command:
    return attrs.evolve(command, day=day, moment=noon(day))


def works(
    compiled: Compiled,
    known: Collaboration,
    commands: Sequence[Command],
    answers: Mapping[str, int] = NO_ANSWERS,
) -> bool:
    """Whether all of the commands, one after another, are carried out."""
    planner = Planner(compiled, known, known.started, answers)
    return all(planner.does(command) for command in commands)
