"""The planner: a copy of a collaboration on which ways are carried out, to see whether they work.

It does what a way demands, in a safe order (what others rest on goes first), waits where only
time helps, and asks again. It knows nothing of conditions: it reads ways and calls `decide`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

import attrs

from samenwerk.core.allowed import Allowed
from samenwerk.core.cells import command_for, fills, step_acts, voices, who_may
from samenwerk.core.compiled import Compiled, CompiledStep
from samenwerk.core.copies import new_copy
from samenwerk.core.decide import decide
from samenwerk.core.evolve import replay
from samenwerk.core.options import Option, options
from samenwerk.core.refusals import doers_of, path_to
from samenwerk.core.scene import Scene
from samenwerk.core.sent_way import bring_sent
from samenwerk.core.step_try import try_step
from samenwerk.core.step_way import step_way
from samenwerk.core.view import NO_ANSWERS
from samenwerk.core.waiting import day_to_wait_for, postponed
from samenwerk.core.ways import Want, Way
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.cell import TODAY, Cell
from samenwerk.values.command import Command, Do, Settle
from samenwerk.values.errors import Misuse
from samenwerk.values.outcome import Outcome
from samenwerk.values.passing import noon

ROUNDS = 8
DEPTH = 5
CIRCLES = 3
ORDER = {"mandate": 0, "holder": 1, "fact": 2, "document": 3, "copy": 4, "step": 4, "state": 5,
         "position": 6, "day": 7}  # fmt: skip
Demands = Mapping[Cell, Allowed]
NO_DEMANDS: Demands = {}


@attrs.frozen(eq=False)
class Tried:
    """A command that was carried out on the copy, in which scene, and for which demands.

    Those of a step are what was filled in with it.
    """

    command: Command
    scene: Scene
    demands: Demands = NO_DEMANDS


@attrs.define(eq=False)
class Planner:
    """A copy of a collaboration to try things on. Nothing of it is ever recorded.

    `filling` is what a step must fill in wherever it can, for what comes after it.
    """

    compiled: Compiled
    known: Collaboration
    day: date
    answers: Mapping[str, int] = NO_ANSWERS
    frozen: frozenset[str] = frozenset()
    contrary: bool = False
    only: Mapping[str, str] = attrs.field(factory=dict, kw_only=True)
    done: list[Tried] = attrs.field(factory=list)
    rounds: list[tuple[Way, Scene]] = attrs.field(factory=list)
    filling: dict[Cell, Allowed] = attrs.field(factory=dict)
    _goals: list[tuple[str, str]] = attrs.field(factory=list)

    @property
    def scene(self) -> Scene:
        """How things stand now."""
        return Scene(self.compiled, self.known, self.day, self.answers, self.frozen,
                     contrary=self.contrary, only=self.only)  # fmt: skip

    @property
    def id(self) -> str:
        """An id for the next command."""
        return f"plan-{len(self.done) + 1}"

    @property
    def moment(self) -> datetime:
        """The moment at which the next command is tried."""
        return noon(self.day)

    def attempt(self, command: Command, demands: Demands = NO_DEMANDS) -> Outcome | None:
        """Try a command on the copy: its outcome, or None when it makes no sense."""
        try:
            outcome = decide(
                self.compiled, self.known, command, self.answers, seal=False, look=False
            )
        except Misuse:
            return None
        if outcome.carried_out:
            scene = self.scene
            known = replay(outcome.lines, self.known)
            assert known is not None
            self.known = known
            if not isinstance(command, Settle):
                self.done.append(Tried(command, scene, demands))
        return outcome

    def does(self, command: Command, demands: Demands = NO_DEMANDS) -> bool:
        """Whether a command was carried out on the copy."""
        outcome = self.attempt(command, demands)
        return outcome is not None and outcome.carried_out

    def settle(self, day: date | None = None) -> None:
        """Let automatic steps happen, up to a day that is waited for."""
        self.day = self.day if day is None else max(day, self.day)
        self.attempt(Settle(id=self.id, actor=None, moment=self.moment, day=self.day))

    def reach(self, goal: Do, way: Way | None = None) -> bool:
        """Get the goal's step done, by whoever may; `way` is the one to take in the first round."""
        found = self.scene.step(goal.case, goal.step)
        key = (goal.case, goal.step)
        if found is None or key in self._goals or len(self._goals) >= DEPTH:
            return False
        self._goals.append(key)
        try:
            return self._in_rounds(found, goal, way)
        finally:
            self._goals.pop()

    def _in_rounds(self, found: CompiledStep, goal: Do, way: Way | None) -> bool:
        top = len(self._goals) == 1
        for _ in range(ROUNDS):
            now = way if way is not None else self.way(found, goal)
            way = None
            if top:
                self.rounds.append((now, self.scene))
            choices = options(now, self.scene)
            if self._finish(found, goal, choices[0] if choices else Option((), 0)):
                return True
            before, day, kept = self.known, self.day, len(self.done)
            for choice, staged in [(one, first) for one in choices for first in (True, False)]:
                if staged and not self._astray(choice, goal):
                    continue
                if self._stage(choice, goal) if staged else self._bring(choice, found, goal):
                    break
                self.known, self.day = before, day  # what was tried in vain is not built upon
                del self.done[kept:]
            if (self.known.sequence, self.day) == (before.sequence, day):
                return any(self._finish(found, goal, choice) for choice in choices[1:])
        return False

    def way(self, found: CompiledStep, goal: Do) -> Way:
        """What is demanded before a step can be done."""
        return step_way(self.scene, found, goal)

    def _finish(self, found: CompiledStep, goal: Do, choice: Option) -> bool:
        demands = merged(choice.wants)
        told = any(cell.kind == "explanation" for cell in demands)
        return self.do(found, goal, demands, (True, False) if told else (False, True))

    def do(
        self,
        found: CompiledStep,
        goal: Do,
        demands: Demands = NO_DEMANDS,
        explain: Sequence[bool] = (False, True),
        by: Sequence[str] | None = None,
    ) -> bool:
        """Try the step itself, by each who may, with and without an explanation."""
        return try_step(self, found, goal, demands, explain, by)

    def _astray(self, choice: Option, goal: Do) -> bool:
        """Whether the case must come into another state, with more to be done there."""
        return len(choice.wants) > 1 and any(
            self._own_state(want, goal) and not self.scene.holds(want.cell, want.allowed)
            for want in choice.wants
        )

    def _own_state(self, want: Want, goal: Do) -> bool:
        return want.cell.kind == "state" and want.cell.case == goal.case

    def _stage(self, choice: Option, goal: Do) -> bool:
        """Bring the case into its state first; what is needed there is asked again then."""
        held = dict(self.filling)
        self.filling |= on_the_way(choice.wants, self.scene)
        try:
            return all(
                self._move(want.cell, want.allowed)
                for want in choice.wants if self._own_state(want, goal)
            )  # fmt: skip
        finally:
            self.filling = held

    def _bring(self, choice: Option, found: CompiledStep, goal: Do) -> bool:
        """Bring about what one choice demands; False when an act of it is refused."""
        demands = merged(choice.wants)
        case = self.known.cases.get(goal.case)
        lacking = [cell for cell, demand in demands.items() if not self.scene.holds(cell, demand)]
        later = postponed(demands, self.scene)
        for cell in sorted(lacking, key=lambda one: (ORDER.get(one.kind, 9), one.order)):
            demand = demands[cell]
            if cell == TODAY or cell.kind == "explanation" or cell in later:
                continue
            if case is not None and fills(found.step, cell, case):
                continue
            if case is None and cell.case == goal.case and cell.name in found.step.fill_in:
                continue
            if not self.scene.holds(cell, demand) and not self.change(cell, demand):
                return False
        day = day_to_wait_for(demands, self.scene)
        if day is None:
            return False
        if day != self.day:
            self.settle(day)
        return True

    def change(self, cell: Cell, demand: Allowed, by: str | None = None) -> bool:
        """Have something allowed put in a cell; `by` has it done by, or for, that party."""
        if cell.kind == "state":
            return self._move(cell, demand)
        if cell.kind == "step":
            return self._do(cell, demand, by)
        if cell.kind == "copy":
            return self._open_copy(cell, by)
        for command in command_for(self.scene, cell, demand, self.id, by):
            if self.does(command, {cell: demand}):
                return True
        if by is not None or cell.kind != "fact":
            return False
        return self._fill_in(cell, demand) or bring_sent(self, cell, demand)

    def _fill_in(self, cell: Cell, demand: Allowed) -> bool:
        """A fact that nobody records alone is filled in with a step of its case."""
        case = self.known.cases.get(cell.case)
        if case is None or cell.who is not None:
            return False
        held = dict(self.filling)
        self.filling[cell] = demand
        try:
            return any(
                self.reach(self.goal(case.id, found))
                for found in self.compiled.of(case).steps.values()
                if found.lifecycle.name == case.lifecycle
                and found.step.automatic is None
                and fills(found.step, cell, case)
            )
        finally:
            self.filling = held

    def goal(self, case: str, found: CompiledStep, actor: str | None = None) -> Do:
        """A step to be done in a case, by whoever may."""
        return Do(id=self.id, actor=actor, moment=self.moment, day=self.day, case=case,
                  step=found.step.full_name)  # fmt: skip

    def _do(self, cell: Cell, demand: Allowed, by: str | None) -> bool:
        """Do the demanded step, unless it was done and only has to grow older."""
        entry = self.scene.entry(cell)
        if entry is not None and all(
            test.op in ("there", "aged_at_least", "aged_more")
            or test.holds(entry, self.day, self.scene.value)
            for test in demand.tests
        ):
            return True
        case = self.known.cases.get(cell.case)
        found = None if case is None else self.scene.step(
            case.id, f"{case.lifecycle}.{cell.name}"
        )
        if case is None or found is None or demand.has("absent"):
            return False
        if found.step.automatic is not None:
            return self.let_happen(case, found)
        if found.step.for_each is not None and cell.who is not None:
            goal = attrs.evolve(self.goal(case.id, found, by), for_each=(cell.who,))
            return self.reach(goal) and self.scene.entry(cell) is not None
        who = cell.who or by
        if who is None:
            return self.reach(self.goal(case.id, found))
        if who not in doers_of(found.step, self.scene.view(case)):
            return False
        acts, on = step_acts(found.step, found.lifecycle.subject)
        for actor in voices(self.scene, case, who, acts, on):
            goal = self.goal(case.id, found, actor)
            party = None if actor == who else who
            if self.reach(attrs.evolve(goal, on_behalf_of=party)):
                return cell.who is None or self.scene.entry(cell) is not None
        return False

    def _open_copy(self, cell: Cell, by: str | None) -> bool:
        """Have the copy of a party opened, by the party or by seeing to it that it comes."""
        party = cell.who or ""
        if by not in (None, party):
            return False
        above = self.scene.case(cell)
        for found in self.scene.opening(cell.name):
            case = new_copy(cell.name, self.known, above, party, self.day)
            goal = attrs.evolve(self.goal(case.id, found, party), parent=case.parent)
            if found.step.automatic is not None:
                choices = options(step_way(self.scene, found, goal), self.scene)
                if any(self._bring(choice, found, goal) for choice in choices):
                    self.settle()
            else:
                acts, on = step_acts(found.step, found.lifecycle.subject)
                for actor in voices(self.scene, above or case, party, acts, on):
                    behalf = None if actor == party else party
                    if self.reach(attrs.evolve(goal, actor=actor, on_behalf_of=behalf)):
                        break
            if self.scene.copy(cell) is not None:
                return True
        return False

    def _move(self, cell: Cell, demand: Allowed) -> bool:
        """Move a case, step by step, to a state that is allowed."""
        case = self.known.cases.get(cell.case)
        if case is None or case.over:
            return False
        lifecycle = self.scene.workflow(case).lifecycles[case.lifecycle]
        targets = states_of(lifecycle.states, case, demand, self.scene)
        barred: frozenset[str] = frozenset()
        came: dict[str, int] = {}
        last = ""
        # a step that each must do takes as many doings as there are parties
        for _ in range(3 * len(lifecycle.steps) + len(self.known.register.parties)):
            case = self.known.cases[case.id]
            if case.state in targets:
                return True
            if case.state != last:
                came[case.state] = came.get(case.state, 0) + 1
                if came[case.state] > CIRCLES:
                    return False  # it is brought back each time: going round helps nobody
            last = case.state
            path = path_to(lifecycle, case, targets, barred)
            if not path:
                return False
            if not self.moves(case, self.compiled.of(case).steps[path[0].full_name]):
                barred |= {path[0].name}
        return False

    def moves(self, case: Case, found: CompiledStep) -> bool:
        """Whether this step could be done and something changed; else all is as it was."""
        before, day, kept = self.known, self.day, len(self.done)
        if found.step.automatic is not None:
            moved = self.let_happen(case, found)
        else:
            moved = self.reach(self.goal(case.id, found))
        if moved and self.known.sequence != before.sequence:
            return True
        self.known, self.day = before, day
        del self.done[kept:]
        return False

    def let_happen(self, case: Case, found: CompiledStep) -> bool:
        """See to it that an automatic step happens: meet its needs, or wait for its day."""
        before = (self.known.sequence, self.day)
        if found.once_past is not None:
            past = found.once_past(self.scene.view(case))
            if isinstance(past, date) and self.day <= past < date.max:
                self.day = past + timedelta(days=1)
        else:
            goal = self.goal(case.id, found)
            choices = options(step_way(self.scene, found, goal), self.scene)
            if not any(self._bring(choice, found, goal) for choice in choices):
                return False
        self.settle()
        return (self.known.sequence, self.day) != before


def states_of(
    states: Mapping[str, object], case: Case, demand: Allowed, scene: Scene
) -> frozenset[str]:
    """The states that a demand on a case's state allows."""
    return frozenset(
        state
        for state in states
        if demand.holds(attrs.evolve(case.opened, value=state), scene.day, scene.value)
    )


def on_the_way(wants: Sequence[Want], scene: Scene) -> dict[Cell, Allowed]:
    """Demands on facts that nobody records alone: a step on the way must fill them in."""
    return {
        cell: demand
        for cell, demand in merged(wants).items()
        if cell.kind == "fact" and not who_may(scene, cell)
    }


def merged(wants: Sequence[Want]) -> dict[Cell, Allowed]:
    """Demands by cell, those on one cell met together."""
    demands: dict[Cell, Allowed] = {}
    for want in wants:
        cell, allowed = want.cell, want.allowed
        demands[cell] = demands[cell].meet(allowed) if cell in demands else allowed
    return demands
