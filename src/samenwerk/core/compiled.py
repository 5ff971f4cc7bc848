"""A workflow made ready to judge by: trees compiled once, one machine per lifecycle."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

import attrs

from samenwerk.core.for_tree import for_each
from samenwerk.core.leaf import Consulting, Leaf, consulting
from samenwerk.core.leaves.queue import Queue
from samenwerk.core.machine import LifecycleMachine
from samenwerk.core.operands import Getter, getter, of_own_case
from samenwerk.core.tree import AskTree, Judge, NamedTree, Tree, compile_tree
from samenwerk.core.view import View
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.declared import Lifecycle, Step, Workflow
from samenwerk.values.effect import Effect
from samenwerk.values.finding import YES
from samenwerk.values.tree import Need, Rule
from samenwerk.values.who import Role


@attrs.frozen(eq=False)
class CompiledNeed:
    """One line of `needs`: its tree, and what it means when it is not met."""

    tree: Tree
    severity: str
    rule: Rule | None

    def stands_in_the_way(self, truth: int, explained: bool) -> bool:
        """Whether this answer stops the step, with or without an explanation."""
        if truth == YES or self.severity in ("warn", "hint"):
            return False
        if self.severity == "block":
            return True
        excusable = truth == 0 or (self.rule is not None and self.rule.unknown_too)
        return not (explained and excusable)


@attrs.frozen(eq=False)
class CompiledStep:
    """A step with its needs compiled; `recorded` are the nodes that write its record.

    `asked` are the plugin conditions it rests on, `queues` those in which a turn is waited for.
    """

    step: Step
    lifecycle: Lifecycle
    machine: LifecycleMachine
    needs: tuple[CompiledNeed, ...]
    recorded: tuple[Tree, ...]
    once_past: Getter | None
    asked: tuple[Consulting, ...]
    queues: tuple[Queue, ...]
    judges: tuple[Judge, ...]

    @functools.cached_property
    def own_day(self) -> bool:
        """Whether its day rests on its own case alone: it is the same as long as that is."""
        return self.step.once_past is not None and of_own_case(self.step.once_past)

    def judge(self, view: View) -> tuple[list[int], list[int]]:
        """The truth of every need, and the record of every leaf, none left out."""
        record: list[int] = []
        return [judge(view, record) for judge in self.judges], record

    def met(self, truths: list[int]) -> bool:
        """Whether nothing stands in the way, without any explanation."""
        return not any(
            need.stands_in_the_way(truth, False)
            for need, truth in zip(self.needs, truths, strict=True)
        )


@attrs.frozen(eq=False)
class Compiled:
    """A workflow with every step compiled.

    `automatic` lists, by lifecycle and state, the steps that nobody does; `copying` those with
    which nobody opens copies. `others` are all that cases of one collaboration are judged by, by
    digest, itself among them; none where there is only this one. `memo` remembers what was worked
    out of this very workflow; it is no state.
    """

    workflow: Workflow
    steps: Mapping[str, CompiledStep]
    automatic: Mapping[tuple[str, str], tuple[CompiledStep, ...]]
    copying: tuple[CompiledStep, ...] = ()
    others: Mapping[str, Compiled] = attrs.field(factory=dict, repr=False)
    memo: dict[object, Any] = attrs.field(factory=dict, init=False, repr=False)

    @property
    def each(self) -> tuple[Compiled, ...]:
        """Everything that cases are judged by."""
        return tuple(self.others.values()) or (self,)

    def of(self, case: Case) -> Compiled:
        """What a case is judged by: its own definition."""
        return self.others.get(case.definition, self) if self.others else self

    def now(self, known: Collaboration) -> Compiled:
        """What new cases are judged by: the definition in effect."""
        return self.others.get(known.definition, self) if self.others else self

    def at(self, known: Collaboration, case: str) -> Compiled:
        """What the case of this id is judged by; one that is not there yet would be a new one."""
        found = known.cases.get(case) if self.others else None
        return self.now(known) if found is None else self.of(found)

    def opening(self, lifecycle: str) -> tuple[CompiledStep, ...]:
        """The steps that open a case of a lifecycle."""
        known = self.workflow.lifecycles.get(lifecycle)
        declared = () if known is None else known.steps.values()
        return tuple(self.steps[step.full_name] for step in declared if step.opens)

    @functools.cached_property
    def by_time(self) -> Mapping[tuple[str, str], tuple[CompiledStep, ...]]:
        """Of the automatic steps those that a day makes due."""
        return _some(self.automatic, lambda step: step.once_past is not None)

    @functools.cached_property
    def by_themselves(self) -> Mapping[tuple[str, str], tuple[CompiledStep, ...]]:
        """Of the automatic steps those that their conditions alone make due."""
        return _some(self.automatic, lambda step: step.once_past is None)

    @functools.cached_property
    def days_are_own(self) -> bool:
        """Whether every day that makes a step due rests on its own case alone."""
        each = (steps for one in self.each for steps in one.by_time.values())
        return all(step.own_day for steps in each for step in steps)

    @functools.cached_property
    def days(self) -> dict[tuple[str, str], tuple[Case, date | None]]:
        """By case and step the day after which a step is due, with the case it was reckoned for:
        for a while, and no state."""
        return {}

    @functools.cached_property
    def effects_of(self) -> Mapping[str, tuple[Effect, ...]]:
        """What each step sets going outside, by the full name of the step."""
        found: dict[str, tuple[Effect, ...]] = {}
        for effect in self.workflow.effects.values():
            step = f"{effect.lifecycle}.{effect.on_step}"
            found[step] = (*found.get(step, ()), effect)
        return found

    @functools.cached_property
    def asks_plugins(self) -> bool:
        """Whether any step rests on a plugin's rule."""
        return any(step.asked for one in self.each for step in one.steps.values())

    @functools.cached_property
    def waits_for_plugins(self) -> bool:
        """Whether any step that nobody does rests on a plugin's rule."""
        each = self.each
        by_state = (step for one in each for steps in one.automatic.values() for step in steps)
        copying = (step for one in each for step in one.copying)
        return any(step.asked for step in (*by_state, *copying))

    def step(self, full_name: str) -> CompiledStep | None:
        """The compiled step of this `lifecycle.step` name."""
        return self.steps.get(full_name)

    def role(self, name: str) -> Role | None:
        """The role of this name."""
        return self.workflow.roles.get(name)


def compile_workflow(workflow: Workflow) -> Compiled:
    """Compile once; a workflow without faults always compiles."""
    memo: dict[Any, Tree] = {}
    steps: dict[str, CompiledStep] = {}
    for lifecycle in workflow.lifecycles.values():
        machine = LifecycleMachine(lifecycle)
        for step in lifecycle.steps.values():
            steps[step.full_name] = compile_step(step, lifecycle, machine, memo)
    return _whole(workflow, steps)


def together(compiled: Compiled, others: Iterable[Compiled]) -> Compiled:
    """The same, with the others that cases of the same collaboration are judged by."""
    shelf: dict[str, Compiled] = {}
    for one in (*others, compiled):
        shelf[one.workflow.digest] = attrs.evolve(one, others=shelf)
    return shelf[compiled.workflow.digest]


def recompiled(compiled: Compiled, workflow: Workflow, changed: Iterable[str]) -> Compiled:
    """The same, with the steps of these full names as another version of its workflow has them.

    That version must have the same lifecycles with the same states, and the same steps between.
    """
    memo: dict[Any, Tree] = {}
    steps = dict(compiled.steps)
    for name in changed:
        old, step = steps[name], workflow.step(name)
        assert step is not None
        lifecycle = workflow.lifecycles[step.lifecycle]
        steps[name] = compile_step(step, lifecycle, old.machine, memo)
    return _whole(workflow, steps)


def _some(
    automatic: Mapping[tuple[str, str], tuple[CompiledStep, ...]],
    which: Callable[[CompiledStep], bool],
) -> Mapping[tuple[str, str], tuple[CompiledStep, ...]]:
    found = {key: tuple(filter(which, steps)) for key, steps in automatic.items()}
    return {key: steps for key, steps in found.items() if steps}


def _whole(workflow: Workflow, steps: Mapping[str, CompiledStep]) -> Compiled:
    automatic: dict[tuple[str, str], tuple[CompiledStep, ...]] = {}
    for compiled in steps.values():
        step = compiled.step
        for state in step.sources if step.automatic is not None else ():
            key = (step.lifecycle, state)
            automatic[key] = (*automatic.get(key, ()), compiled)
    copying = tuple(
        one for one in steps.values()
        if one.step.automatic is not None and one.step.opens and one.step.per is not None
    )  # fmt: skip
    return Compiled(workflow, steps, automatic, copying)


def compile_step(
    step: Step, lifecycle: Lifecycle, machine: LifecycleMachine, memo: dict[Any, Tree]
) -> CompiledStep:
    """One step; equal conditions share one compiled tree through `memo`."""
    needs = tuple(
        CompiledNeed(_tree(step, need, memo), need.severity, need.rule)
        for need in step.needs
    )
    leaves = [leaf for need in needs for leaf in _leaves(need.tree)]
    return CompiledStep(
        step, lifecycle, machine, needs,
        tuple(node for need in needs for node in need.tree.recorded()),
        None if step.once_past is None else getter(step.once_past),
        tuple(dict.fromkeys(found for leaf in leaves if (found := consulting(leaf)) is not None)),
        tuple(dict.fromkeys(leaf for leaf in leaves if isinstance(leaf, Queue))),
        tuple(need.tree.judge for need in needs),
    )  # fmt: skip


def _tree(step: Step, need: Need, memo: dict[Any, Tree]) -> Tree:
    tree = compile_tree(need.part, memo)
    return tree if step.for_each is None else for_each(step.for_each, need, tree)


def _leaves(tree: Tree) -> list[Leaf]:
    if isinstance(tree, AskTree):
        return [tree.leaf]
    return [leaf for part in tree.parts for leaf in _leaves(part)]


def rules_of(tree: Tree) -> tuple[str, ...]:
    """The names of the rules that stand in a tree, outermost first."""
    inner = tuple(name for part in tree.parts for name in rules_of(part))
    return (tree.rule.name, *inner) if isinstance(tree, NamedTree) else inner


