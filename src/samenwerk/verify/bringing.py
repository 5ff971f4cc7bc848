"""Bringing about what proof found on paper: which acts, by whom, on which day.

Works on a copy by the planner and keeps nothing; whether the acts really break anything is judged
by who plays them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import attrs

from samenwerk.core.allowed import THERE, Allowed, allow
from samenwerk.core.compiled import CompiledStep
from samenwerk.core.evolve import replay
from samenwerk.core.options import holds, options
from samenwerk.core.planner import NO_DEMANDS, Demands, Planner, Tried, merged
from samenwerk.core.scene import Scene
from samenwerk.core.step_way import case_for, step_way
from samenwerk.core.waiting import day_to_wait_for
from samenwerk.core.ways import AnyOf, Every, Least, Unadvisable, Want, Way, every
from samenwerk.engine.consulting import decided
from samenwerk.engine.shelf import Running
from samenwerk.proof.answer import Stride
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.cell import TODAY, Cell, Entry
from samenwerk.values.command import Command, Do, Settle
from samenwerk.values.errors import Misuse, PluginError
from samenwerk.values.finding import YES
from samenwerk.values.outcome import Outcome, Verdict
from samenwerk.verify.moments import moments
from samenwerk.verify.readying import fed, gathered

_PLACED = ("fact", "document", "position", "step", "copy", "role")
"""The kinds of cells whose contents somebody can put there."""


@attrs.frozen(eq=False)
class Mark:
    """How a copy stood at some moment."""

    known: Collaboration
    day: date
    done: int


@attrs.define(eq=False)
class Seeker(Planner):
    """A planner that brings about strides: a step, while conditions answer what was wished.

    `exact` puts in every cell what was found there; else other contents that will do are sought.
    """

    running: Running = attrs.field(kw_only=True)
    stride: Stride | None = None
    exact: bool = False

    def attempt(self, command: Command, demands: Demands = NO_DEMANDS) -> Outcome | None:
        """As the engine would, plugins asked; the step of the stride only as was wished."""
        before = self.mark()
        outcome = self._tried(command, demands)
        stride = self.stride
        if outcome is None or not outcome.carried_out or stride is None:
            return outcome
        seen = moments(self.compiled, before.known, command, outcome.lines, self.answers)
        for moment in seen:
            aimed = (moment.case, moment.step) == (stride.case, stride.step)
            if aimed and not all(one.tree.truth(moment.view) in one.truths
                                 for one in stride.wishes):  # fmt: skip
                self.back_to(before)
                return attrs.evolve(outcome, carried_out=False, verdict=Verdict.NOT_YOU)
        return outcome

    def _tried(self, command: Command, demands: Demands) -> Outcome | None:
        if not self.running.compiled.asks_plugins and not self.running.provided:
            return Planner.attempt(self, command, demands)
        try:
            outcome, consulted = decided(self.running, self.known, command, seal=False)
        except (Misuse, PluginError):
            return None
        if outcome.carried_out:
            scene = self.scene
            known = replay(outcome.lines, self.known)
            assert known is not None
            self.known, self.answers = known, consulted.answers
            if not isinstance(command, Settle):
                self.done.append(Tried(command, scene, demands))
        return outcome

    def way(self, found: CompiledStep, goal: Do) -> Way:
        """What the step needs, and for that of the stride what is wished of it too."""
        stride, scene = self.stride, self.scene
        if stride is None or (goal.case, goal.step) != (stride.case, stride.step):
            return as_far_as_known(step_way(scene, found, goal), scene)
        if self.exact:
            bare = attrs.evolve(found, needs=())
            return every([step_way(scene, bare, goal), *self._contents(stride.contents)])
        wished = self._wished(stride, case_for(scene, found, goal), goal.actor)
        return as_far_as_known(every([step_way(scene, found, goal), *wished]), scene)

    def bring(self, stride: Stride) -> bool:
        """Do one stride, or bring about what it says without a step."""
        self.stride = stride
        try:
            if stride.step is None:
                return self._change(stride)
            found = self.compiled.step(stride.step)
            if found is None:
                return False
            goal = attrs.evolve(
                self.goal(stride.case, found, stride.actor), anyway=stride.how == "anyway"
            )
            if found.step.automatic is not None:
                return self._let(stride, found)
            gathered(self, stride.case, found)
            while not self._reached(goal, stride):
                if not fed(self, stride.case, found):
                    return False
            return True
        finally:
            self.stride = None

    def _reached(self, goal: Do, stride: Stride) -> bool:
        return self.reach(goal) or (
            stride.actor is not None and self.reach(attrs.evolve(goal, actor=None))
        )

    def open(self, like: Case) -> bool:
        """Open a case of this name, lifecycle and parent, when there is none yet."""
        if like.id in self.known.cases:
            return True
        if like.of is not None:
            cell = Cell(like.parent or "", "copy", like.lifecycle, like.of)
            return self.scene.copy(cell) is not None or self.change(cell, THERE)
        for found in self.compiled.opening(like.lifecycle):
            goal = attrs.evolve(
                self.goal(like.id, found), parent=like.parent, rests_on=like.rests_on
            )
            if found.step.automatic is None and self.reach(goal):
                return like.id in self.known.cases
        return False

    def fulfilled(self, stride: Stride) -> bool:
        """Whether all wishes of a stride hold in its case as it stands."""
        case = self.known.cases.get(stride.case)
        if case is None:
            return False
        view = self.scene.view(case, stride.actor)
        return all(wish.tree.truth(view) in wish.truths for wish in stride.wishes)

    def _wished(self, stride: Stride, case: Case, actor: str | None) -> Iterator[Way]:
        view = self.scene.view(case, actor or stride.actor)
        for wish in stride.wishes:
            if wish.tree.truth(view) not in wish.truths or wish.truths == {YES}:
                yield wish.tree.ways(view, YES in wish.truths)

    def _contents(self, contents: Mapping[Cell, Entry | None]) -> Iterator[Way]:
        for cell, entry in contents.items():
            if entry is not None and cell.kind in _PLACED:
                yield Want(cell, _allowed(cell, entry))
            elif entry is not None and cell == TODAY:
                yield Want(cell, allow("at_earliest", entry.value))

    def _change(self, stride: Stride) -> bool:
        """Bring about the wishes of a stride without a step."""
        for cell, entry in stride.contents.items() if self.exact else ():
            if entry is not None and cell.kind in _PLACED:
                demand = _allowed(cell, entry)
                if not self.scene.holds(cell, demand) and not self.change(cell, demand):
                    return False
        case = self.known.cases.get(stride.case)
        if case is None:
            return False
        if not self.fulfilled(stride):
            self.meet(every(list(self._wished(stride, case, stride.actor))), stride)
        return self.fulfilled(stride)

    def meet(self, way: Way, stride: Stride) -> None:
        """Meet what a way demands, by the first of its options that gets there."""
        before = self.mark()
        for choice in options(way, self.scene):
            demands = merged(choice.wants)
            if all(
                self.scene.holds(cell, demand) or cell.kind == "day" or self.change(cell, demand)
                for cell, demand in demands.items()
            ):
                day = day_to_wait_for(demands, self.scene)
                if day is not None and day != self.day:
                    self.settle(day)
                if self.fulfilled(stride):
                    return
            self.back_to(before)

    def _let(self, stride: Stride, found: CompiledStep) -> bool:
        """Let an automatic step happen, with what is wished of it."""
        case = self.known.cases.get(stride.case)
        if case is None:
            return False
        before = len(case.steps.get(found.step.name, ()))
        if case.state not in found.step.sources:
            demand = allow("one_of", frozenset(found.step.sources))
            if not self.change(Cell(case.id, "state", "state"), demand):
                return False
            case = self.known.cases[case.id]
        if not self.fulfilled(stride):
            self.meet(every(list(self._wished(stride, case, None))), stride)
        self.let_happen(self.known.cases[stride.case], found)
        return len(self.known.cases[stride.case].steps.get(found.step.name, ())) > before

    def mark(self) -> Mark:
        """How it stands, to come back to."""
        return Mark(self.known, self.day, len(self.done))

    def back_to(self, mark: Mark) -> None:
        """As if nothing had been done since."""
        self.known, self.day = mark.known, mark.day
        del self.done[mark.done :]


def as_far_as_known(way: Way, scene: Scene) -> Way:
    """A way without what nobody can advise yet, as long as something else is still to be done.

    Once that is done it is asked again, and may be known by then.
    """
    match way:
        case Every(ways=ways):
            parts = [as_far_as_known(one, scene) for one in ways]
            known = [one for one in parts if not isinstance(one, Unadvisable)]
            return every(parts if all(holds(one, scene) for one in known) else known)
        case AnyOf(ways=ways):
            return AnyOf(tuple(as_far_as_known(one, scene) for one in ways))
        case Least(count=count, ways=ways):
            return Least(count, tuple(as_far_as_known(one, scene) for one in ways))
    return way


def _allowed(cell: Cell, entry: Entry) -> Allowed:
    if cell.kind in ("document", "step", "copy", "role"):
        return THERE
    return allow("one_of", frozenset({entry.value}))
