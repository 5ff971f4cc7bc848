"""Whether a step can still happen at all: what it asks, looked at before any plan is made.

A refusal becomes `never` here, for advice and for who only wants the verdict; how to get there
is `obligations`.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from samenwerk.core.compiled import Compiled, CompiledStep
from samenwerk.core.decide import decide
from samenwerk.core.evolve import replay
from samenwerk.core.scene import Scene
from samenwerk.core.step_way import step_way
from samenwerk.core.view import NO_ANSWERS
from samenwerk.core.ways import Hopeless, Way
from samenwerk.values.case import Collaboration
from samenwerk.values.command import Command, Do, Settle
from samenwerk.values.errors import UnknownName
from samenwerk.values.message import Message
from samenwerk.values.outcome import Outcome, Verdict
from samenwerk.values.passing import noon

Answers = Mapping[str, int]


@attrs.frozen(eq=False)
class Ahead:
    """A step with what it asks, in the collaboration as it stands on that day."""

    found: CompiledStep
    scene: Scene
    way: Way


def standing(
    compiled: Compiled, known: Collaboration, goal: Do | Settle, answers: Answers = NO_ANSWERS
) -> Collaboration:
    """The collaboration with the automatic steps up to the command's day worked out; not kept."""
    settle = Settle(id=goal.id, actor=None, moment=noon(goal.day), day=goal.day)
    outcome = decide(compiled, known, settle, answers, seal=False)
    return replay(outcome.lines, known) or known


def look_ahead(
    compiled: Compiled, known: Collaboration, goal: Do, answers: Answers = NO_ANSWERS
) -> Ahead:
    """What the step of a command asks; raises UnknownName for a step or case there is not."""
    now = standing(compiled, known, goal, answers)
    found = compiled.at(now, goal.case).step(goal.step)
    if found is None:
        raise UnknownName(what="step", name=goal.step)
    if goal.case not in now.cases and not found.step.opens:
        raise UnknownName(what="case", name=goal.case)
    scene = Scene(compiled, now, goal.day, answers)
    return Ahead(found, scene, step_way(scene, found, goal))


def advisable(command: Command, outcome: Outcome) -> bool:
    """Whether an outcome is a refusal on conditions, about which something may be done."""
    refused = outcome.verdict is Verdict.NOT_YET and bool(outcome.findings)
    return refused and isinstance(command, Do)


def foreclosed(
    compiled: Compiled,
    known: Collaboration,
    command: Command,
    outcome: Outcome,
    answers: Answers = NO_ANSWERS,
) -> Outcome:
    """A refusal, as `never` where no way is left; else just as it was."""
    if not advisable(command, outcome) or not isinstance(command, Do):
        return outcome
    goal = attrs.evolve(command, explanation=None)
    way = look_ahead(compiled, known, goal, answers).way
    return never(outcome, way.ground) if isinstance(way, Hopeless) else outcome


def never(outcome: Outcome, ground: Message | None) -> Outcome:
    """A refusal to which no way is left, with why that is."""
    over = ground is not None and ground.id.endswith(("closed", "stays", "fixed"))
    way_out = () if ground is None else (ground,)
    return attrs.evolve(
        outcome, verdict=Verdict.NEVER, way_out=way_out,
        ground="over" if over else "nothing_allows_it",
    )  # fmt: skip
