"""Planning by trying: a way is carried out on a copy before anybody is told of it.

The planner does what a way demands, in a safe order (what others rest on goes first), waits
where only time helps, asks again, and gives the commands that really ended in the step being
done. It knows nothing of conditions: it only reads ways and calls `decide`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta

import attrs

from samenwerk.core.allowed import Allowed
from samenwerk.core.cells import Scene, command_for, fills, is_doer, value_for
from samenwerk.core.compiled import Compiled, CompiledStep
from samenwerk.core.decide import decide
from samenwerk.core.do_step import parents_for, unopened
from samenwerk.core.evolve import replay
from samenwerk.core.options import Option, options
from samenwerk.core.refusals import everyone, path_to
from samenwerk.core.step_way import step_way
from samenwerk.core.view import NO_ANSWERS
from samenwerk.core.ways import Way
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.cell import TODAY, Cell, Value
from samenwerk.values.command import Command, Do, Settle
from samenwerk.values.errors import Misuse
from samenwerk.values.outcome import Outcome
from samenwerk.values.time import Term

ROUNDS = 8
DEPTH = 5
ORDER = {"mandate": 0, "holder": 1, "fact": 2, "document": 3, "step": 4, "state": 5,
         "position": 6, "day": 7}  # fmt: skip


@attrs.frozen
class Plan:
    """Commands that end in the step being done, the last one; and the way of each round."""

    commands: tuple[Command, ...]
    rounds: tuple[tuple[Way, Scene], ...] = attrs.field(default=(), eq=False)

    @property
    def acts(self) -> tuple[Command, ...]:
        """What goes before the step itself."""
        return self.commands[:-1]


@attrs.define(eq=False)
class Planner:
    """A copy of a collaboration to try things on. Nothing of it is ever recorded."""

    compiled: Compiled
    known: Collaboration
    day: date
    answers: Mapping[str, int] = NO_ANSWERS
    frozen: frozenset[str] = frozenset()
    done: list[Command] = attrs.field(factory=list)
    rounds: list[tuple[Way, Scene]] = attrs.field(factory=list)
    _goals: list[tuple[str, str]] = attrs.field(factory=list)

    @property
    def scene(self) -> Scene:
        """How things stand now."""
        return Scene(self.compiled, self.known, self.day, self.answers, self.frozen)

    @property
    def id(self) -> str:
        """An id for the next command."""
        return f"plan-{len(self.done) + 1}"

    @property
    def moment(self) -> datetime:
        """The moment at which the next command is tried."""
        return datetime.combine(self.day, time(12), UTC)

    def attempt(self, command: Command) -> Outcome | None:
        """Carry a command out on the copy; None when it is refused."""
        try:
            outcome = decide(
                self.compiled, self.known, command, self.answers, seal=False, look=False
            )
        except Misuse:
            return None
        if not outcome.carried_out:
            return None
        known = replay(outcome.lines, self.known)
        assert known is not None
        self.known = known
        self.done.append(command)
        return outcome

    def settle(self) -> None:
        """Let automatic steps happen up to the day."""
        self.attempt(Settle(id=self.id, actor=None, moment=self.moment, day=self.day))
        if self.done and isinstance(self.done[-1], Settle):
            self.done.pop()

    def reach(self, goal: Do, way: Way | None = None) -> bool:
        """Get the goal's step done, by whoever may; `way` is the one to take in the first round."""
        found = self.compiled.step(goal.step)
        key = (goal.case, goal.step)
        if found is None or key in self._goals or len(self._goals) >= DEPTH:
            return False
        self._goals.append(key)
        try:
            return self._rounds(found, goal, way)
        finally:
            self._goals.pop()

    def _rounds(self, found: CompiledStep, goal: Do, way: Way | None) -> bool:
        top = len(self._goals) == 1
        for _ in range(ROUNDS):
            now = way if way is not None else step_way(self.scene, found, goal)
            way = None
            if top:
                self.rounds.append((now, self.scene))
            choices = options(now, self.scene)
            if self._finish(found, goal, choices[0] if choices else Option((), 0)):
                return True
            before, day, kept = self.known, self.day, len(self.done)
            for choice in choices:
                if self._bring(choice, found, goal):
                    break
                self.known, self.day = before, day  # what was tried in vain is not built upon
                del self.done[kept:]
            if (self.known.sequence, self.day) == (before.sequence, day):
                return any(self._finish(found, goal, choice) for choice in choices[1:])
        return False

    def _finish(self, found: CompiledStep, goal: Do, choice: Option) -> bool:
        """Try the step itself, by each who may, without and with an explanation."""
        step = found.step
        case = self.known.cases.get(goal.case)
        if case is None:
            if not step.opens:
                return False
            parent = parents_for(found, self.known, goal.parent)
            case = unopened(found, self.known, goal, parent, goal.actor)
        doers = [one for one in everyone(step.by, self.scene.view(case, goal.actor))
                 if one not in self.frozen]  # fmt: skip
        if goal.actor is not None:
            doers = [goal.actor, *(one for one in doers if one != goal.actor)]
        facts, papers, roles = self._filled(found, goal, case, choice)
        for doer in doers:
            for explanation in (None, goal.explanation or "…"):
                command = attrs.evolve(
                    goal, id=self.id, actor=doer, day=self.day, moment=self.moment, salt=self.id,
                    facts={**facts, **goal.facts}, documents={**papers, **goal.documents},
                    roles={**roles, **goal.roles}, explanation=explanation,
                )  # fmt: skip
                if self.attempt(command) is not None:
                    return True
        return False

    def _filled(
        self, found: CompiledStep, goal: Do, case: Case, choice: Option
    ) -> tuple[dict[str, Value], dict[str, str], dict[str, str]]:
        """What to fill in with the step, so that its needs see it."""
        workflow = self.compiled.workflow
        demands = merged(choice.wants)
        facts: dict[str, Value] = {}
        papers: dict[str, str] = {}
        roles: dict[str, str] = {}
        for name in found.step.fill_in:
            cell = Cell(goal.case, "fact", name)
            if workflow.in_lifecycle(workflow.facts, case.lifecycle, name) is not None:
                demand = demands.get(cell, Allowed(frozenset()))
                if name not in case.facts or not self.scene.holds(cell, demand):
                    value = value_for(self._with(case), case, cell, demand)
                    if value is not None:
                        facts[name] = value
            elif workflow.in_lifecycle(workflow.documents, case.lifecycle, name) is not None:
                if name not in case.documents:
                    papers[name] = "…"
            elif name not in case.roles:
                role = workflow.roles.get(f"{case.lifecycle}.{name}")
                fit = [p.id for p in self.known.register.parties
                       if role is None or not role.sort or p.sort in role.sort]  # fmt: skip
                if fit:
                    roles[name] = fit[0]
        return facts, papers, roles

    def _with(self, case: Case) -> Scene:
        known = attrs.evolve(self.known, cases=self.known.cases.set(case.id, case))
        return attrs.evolve(self.scene, collaboration=known)

    def _bring(self, choice: Option, found: CompiledStep, goal: Do) -> bool:
        """Bring about what one choice demands; False when an act of it is refused."""
        demands = merged(choice.wants)
        case = self.known.cases.get(goal.case)
        lacking = [cell for cell, demand in demands.items() if not self.scene.holds(cell, demand)]
        for cell in sorted(lacking, key=lambda one: (ORDER.get(one.kind, 9), one.order)):
            demand = demands[cell]
            if case is not None and fills(found.step, cell, case):
                continue
            if case is None and cell.case == goal.case and cell.name in found.step.fill_in:
                continue
            if self.scene.holds(cell, demand) or cell == TODAY:
                continue
            if not self._change(cell, demand):
                return False
        return self._wait(demands)

    def _change(self, cell: Cell, demand: Allowed) -> bool:
        if cell.kind == "state":
            return self._move(cell, demand)
        if cell.kind == "step":
            return self._do(cell, demand)
        scene = self.scene
        for command in command_for(scene, cell, demand, self.id):
            if self.attempt(command) is not None:
                return True
        return cell.kind == "fact" and self._fill_in(cell, demand)

    def _fill_in(self, cell: Cell, demand: Allowed) -> bool:
        """A fact that nobody records alone is filled in with a step of its case."""
        case = self.known.cases.get(cell.case)
        if case is None or cell.who is not None:
            return False
        value = value_for(self.scene, case, cell, demand)
        for found in self.compiled.steps.values():
            if value is None or found.lifecycle.name != case.lifecycle:
                continue
            if found.step.automatic is None and cell.name in found.step.fill_in:
                goal = self.goal(case.id, found, {cell.name: value})
                if self.reach(goal):
                    return True
        return False

    def goal(
        self, case: str, found: CompiledStep, facts: Mapping[str, Value] | None = None
    ) -> Do:
        """A step to be done in a case, by whoever may."""
        return Do(id=self.id, actor=None, moment=self.moment, day=self.day, case=case,
                  step=found.step.full_name, facts=facts or {})  # fmt: skip

    def _do(self, cell: Cell, demand: Allowed) -> bool:
        """Do the demanded step, unless it was done and only has to grow older."""
        entry = self.scene.entry(cell)
        if entry is not None and all(
            test.op in ("there", "aged_at_least", "aged_more")
            or test.holds(entry, self.day, self.scene.value)
            for test in demand.tests
        ):
            return True
        case = self.known.cases.get(cell.case)
        found = None if case is None else self.compiled.step(f"{case.lifecycle}.{cell.name}")
        if case is None or found is None or demand.has("absent"):
            return False
        if found.step.automatic is not None:
            return self._let_happen(case, found)
        if cell.who is None:
            return self.reach(self.goal(case.id, found))
        if cell.who in self.frozen or not is_doer(self.scene, found.step, case, cell.who):
            return False
        goal = attrs.evolve(self.goal(case.id, found), actor=cell.who)
        return self.reach(goal) and self.scene.entry(cell) is not None

    def _move(self, cell: Cell, demand: Allowed) -> bool:
        """Move a case, step by step, to a state that is allowed."""
        case = self.known.cases.get(cell.case)
        if case is None or case.over:
            return False
        lifecycle = self.compiled.workflow.lifecycles[case.lifecycle]
        targets = frozenset(
            state
            for state in lifecycle.states
            if all(t.holds(attrs.evolve(case.opened, value=state), self.day, self.scene.value)
                   for t in demand.tests)
        )  # fmt: skip
        for _ in range(2 * len(lifecycle.states)):
            case = self.known.cases[case.id]
            if case.state in targets:
                return True
            path = path_to(lifecycle, case, targets)
            if not path:
                return False
            found = self.compiled.steps[path[0].full_name]
            before = self.known.sequence
            if found.step.automatic is not None:
                moved = self._let_happen(case, found)
            else:
                moved = self.reach(self.goal(case.id, found))
            if not moved or self.known.sequence == before:
                return False
        return False

    def _let_happen(self, case: Case, found: CompiledStep) -> bool:
        """See to it that an automatic step happens: meet its needs, or wait for its day."""
        before = (self.known.sequence, self.day)
        if found.once_past is not None:
            past = found.once_past(self.scene.view(case))
            if isinstance(past, date) and self.day <= past < date.max:
                self.day = past + timedelta(days=1)
        else:
            choices = options(step_way(self.scene, found, self.goal(case.id, found)), self.scene)
            if not any(self._bring(choice, found, self.goal(case.id, found))
                       for choice in choices):  # fmt: skip
                return False
        self.settle()
        return (self.known.sequence, self.day) != before

    def _wait(self, demands: Mapping[Cell, Allowed]) -> bool:
        """Go to the first day on which everything about days and ages holds."""
        days: set[date] = set()
        timed: dict[Cell, Allowed] = {}
        for cell, demand in demands.items():
            entry = self.scene.entry(cell)
            for test in demand.tests:
                operand = test.operand
                if isinstance(operand, Cell):
                    operand = self.scene.value(operand)
                if test.op.startswith("aged_") and entry is not None and isinstance(operand, Term):
                    reached = operand.after(entry.day)
                    days |= {reached, min(reached, date.max - timedelta(days=1)) + timedelta(1)}
                    timed[cell] = demand
                elif cell == TODAY and isinstance(operand, date) and operand < date.max:
                    days |= {operand, operand + timedelta(days=1)}
                    timed[cell] = demand
        if not timed:
            return True
        for day in sorted({self.day} | {one for one in days if one >= self.day}):
            scene = attrs.evolve(self.scene, day=day)
            if all(scene.holds(cell, demand) for cell, demand in timed.items()):
                if day != self.day:
                    self.day = day
                    self.settle()
                return True
        return False


def merged(wants: Sequence[object]) -> dict[Cell, Allowed]:
    """Demands by cell, those on one cell met together."""
    demands: dict[Cell, Allowed] = {}
    for want in wants:
        cell, allowed = want.cell, want.allowed  # type: ignore[attr-defined]
        demands[cell] = demands[cell].meet(allowed) if cell in demands else allowed
    return demands


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
    return Plan(tuple(planner.done), tuple(planner.rounds))


def shrunk(
    compiled: Compiled, known: Collaboration, plan: Plan, answers: Mapping[str, int] = NO_ANSWERS
) -> Plan:
    """The plan without any act or wait that can be left out; the step itself stays."""
    commands = list(plan.commands)
    index = len(commands) - 2
    while index >= 0:
        fewer = commands[:index] + commands[index + 1 :]
        if works(compiled, known, fewer, answers):
            commands = fewer
        index -= 1
    start = commands[0].day if len(commands) > 1 else commands[-1].day
    for day in sorted({start, *(one.day for one in commands)}):
        sooner = [one if one.day <= day else _on(one, day) for one in commands]
        if works(compiled, known, sooner, answers):
            return Plan(tuple(sooner), plan.rounds)
    return Plan(tuple(commands), plan.rounds)


def _on(command: Command, day: date) -> Command:
    return attrs.evolve(command, day=day, moment=datetime.combine(day, time(12), UTC))


def works(
    compiled: Compiled,
    known: Collaboration,
    commands: Sequence[Command],
    answers: Mapping[str, int] = NO_ANSWERS,
) -> bool:
    """Whether all of the commands, one after another, are carried out."""
    planner = Planner(compiled, known, known.started, answers)
    return all(planner.attempt(command) is not None for command in commands)


