"""What can always still be done: the steps out of a state that no path and no day can close.

A step counts only when all that it needs is in the hands of those who take part, or is sure in
that state. So it is never said of a step that may be closed; of some it is not said though it
holds, since what happens in other cases is not followed here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

import attrs

from samenwerk.core.cells import can_change
from samenwerk.core.compiled import Compiled, CompiledStep
from samenwerk.core.each import EachTree
from samenwerk.core.leaves.case import CaseState
from samenwerk.core.machine import BACK, destination
from samenwerk.core.operands import cells
from samenwerk.core.scene import Scene
from samenwerk.core.tree import AllTree, AskTree, NamedTree, SomeTree, Tree
from samenwerk.core.view import View
from samenwerk.proof.asked import Found, Limits, Setting, Undecided, Wish
from samenwerk.proof.doing import by_doer, needs_of
from samenwerk.proof.grounds import grounds, standing_in, unlike, walk
from samenwerk.proof.question import Move
from samenwerk.proof.surely import Sure, back_to, before, edges, surely
from samenwerk.proof.worlds import find
from samenwerk.values.cell import TODAY, Cell
from samenwerk.values.declared import Decision, Step

MUCH_LATER = date(2099, 1, 1)
"""A day on which every term that began has passed: whoever waits long enough comes there."""
MOST_WORLDS = 1_000
"""Worlds that are tried for one step in one state."""
MOST_CELLS = 40
"""A step whose needs look at more than this is not asked about: nothing is said of it."""
_SETTLED = ("members", "day", "actor", "state")


@attrs.frozen(eq=False)
class Way:
    """A step that can always still be done from a state, and where it leads (a step back: any of
    these)."""

    step: Step
    to: frozenset[str]


@attrs.define(eq=False)
class Lasting:
    """The ways that stay open, by lifecycle and state; each lifecycle is worked out once.

    `ending` are the lifecycles known to end: what waits for their cases can be waited for. A step
    whose question was too large is not asked again.
    """

    compiled: Compiled
    limits: Limits
    ending: set[str] = attrs.field(factory=set)
    members: int = 0
    worlds: int = 0
    _heavy: set[str] = attrs.field(factory=set)
    _settings: dict[str, tuple[Setting, ...]] = attrs.field(factory=dict)

    @property
    def quick(self) -> Limits:
        """Limits for one of the many small questions: what takes more than this is left open."""
        return attrs.evolve(self.limits, worlds=min(self.limits.worlds, MOST_WORLDS))

    def states(self, lifecycle: str) -> Mapping[str, Sure]:
        """The states that steps lead to, with what is sure there."""
        return surely(self.compiled.workflow.lifecycles[lifecycle])

    def ways(self, lifecycle: str, state: str) -> tuple[Way, ...]:
        """The ways out of a state that stay open: steps of people, and steps that come by
        themselves or in time."""
        declared = self.compiled.workflow.lifecycles[lifecycle]
        sure = self.states(lifecycle)[state]
        known: dict[str, CompiledStep] = {}
        grown = True
        while grown:
            grown = False
            for step in declared.steps.values():
                if state not in step.sources or step.name in known:
                    continue
                found = self.compiled.steps[step.full_name]
                if self._open(found, state, sure, frozenset(known)):
                    known[step.name] = found
                    grown = True
                    if destination(step) is None and not step.each and step.for_each is None:
                        roles = sure.roles | ({step.takes} if step.takes else set())
                        sure = attrs.evolve(
                            sure, steps=sure.steps | {step.name}, roles=frozenset(roles),
                            filled=sure.filled | set(step.fill_in),
                        )  # fmt: skip
        return tuple(
            Way(one.step, targets) for one in known.values()
            if (targets := self._targets(lifecycle, state, one.step))
        )  # fmt: skip

    def _targets(self, lifecycle: str, state: str, step: Step) -> frozenset[str]:
        to = destination(step)
        if to == BACK:
            return back_to(self.compiled.workflow.lifecycles[lifecycle], state, step)
        return frozenset() if to is None or to == state else frozenset({to})

    def _open(
        self, found: CompiledStep, state: str, sure: Sure, again: frozenset[str]
    ) -> bool:
        step = found.step
        if step.full_name in self._heavy:
            return False
        inside = {who.name for who in step.by if who.lifecycle == step.lifecycle}
        if step.splits is not None or step.merges is not None:
            return False  # whether there is anything to divide or take in is not sure
        if inside and not inside & sure.roles and all(who.lifecycle for who in step.by):
            return False
        move = Move(step.automatic or "step", found, destination(step))
        wishes = needs_of(move)
        here = self._here(step.lifecycle)
        for setting in here:
            for holders in (1, None):
                view = _later(standing_in(setting.view, state, sure, holders=holders))
                if not self._in(view, move, wishes, state, sure, again):
                    return False
        return bool(here)

    def _here(self, lifecycle: str) -> tuple[Setting, ...]:
        found = self._settings.get(lifecycle)
        if found is None:
            steps = self.compiled.workflow.lifecycles[lifecycle].steps.values()
            trees = [need.tree for step in steps
                     for need in self.compiled.steps[step.full_name].needs]  # fmt: skip
            found = tuple(grounds(self.compiled, lifecycle, trees, self.limits, cases=0))
            self._settings[lifecycle] = found
            sizes = [max(one.sizes.values(), default=1) for one in found]
            self.members = max([self.members, *sizes])
        return found

    def _in(
        self, view: View, move: Move, wishes: tuple[Wish, ...], state: str, sure: Sure,
        again: frozenset[str],
    ) -> bool:  # fmt: skip
        step = move.found.step
        views = tuple(by_doer(move, view, tuple(wish.tree for wish in wishes)))
        mine = Cell(view.case.id, "step", step.name)
        if step.automatic is None and not can_change(self._scene(view), mine):
            return False
        wished = {
            cell for cell in _day_of(step, view)
            if cell.kind != "fact" or (cell.case == view.case.id and cell.name in sure.filled)
        }  # fmt: skip

        def in_hand(tree: Tree) -> bool:
            return self._others_end(tree) and all(
                cell in wished or self._known(cell, view, step, state, sure, again)
                or (cell.name in sure.filled and _matched(cell, tree, step, view))
                for cell in tree.reads(view)
            )  # fmt: skip

        wanted: list[Wish] = []
        for wish in wishes:
            part = _in_reach(wish.tree, in_hand)
            if part is None:
                return False
            wanted.append(Wish(part, wish.truths))

        if len({cell for wish in wanted for cell in wish.tree.reads(view)}) > MOST_CELLS:
            self._heavy.add(step.full_name)
            return False

        def fixed(cell: Cell) -> bool:
            return cell.kind != "fact" and not self._free(cell, view, step, state, again)

        for one in unlike(views):
            answer = find(one, wanted, fixed=fixed, limits=self.quick)
            self.worlds += 1
            if isinstance(answer, Found):
                return True
            if isinstance(answer, Undecided):
                self._heavy.add(step.full_name)
                return False
        return False

    def _known(
        self, cell: Cell, view: View, step: Step, state: str, sure: Sure, again: frozenset[str]
    ) -> bool:
        """Whether what stands in a cell is sure in this state, or can be made anything."""
        if cell.kind == "cases":
            return cell.name in self.ending
        if cell.kind in _SETTLED:
            return cell.kind != "state" or cell.case == view.case.id
        if cell.case == view.case.id and cell.kind == "step" and cell.name in sure.steps:
            return True
        if cell.case == view.case.id and cell.kind == "document" and cell.name in sure.filled:
            return True
        if cell.kind == "position" and not can_change(self._scene(view), cell):
            return True  # who may never speak has never spoken
        return self._free(cell, view, step, state, again)

    def _free(
        self, cell: Cell, view: View, step: Step, state: str, again: frozenset[str]
    ) -> bool:
        """Whether somebody can always still put something else there."""
        mine = cell.case == view.case.id
        if cell.kind == "step":
            return mine and cell.name in again
        if cell.kind == "fact":
            return mine and self._fact(cell, view, step, state)
        if cell.kind == "document":
            return mine and (cell.name in step.fill_in or can_change(self._scene(view), cell))
        if cell.kind == "position":
            return mine and self._position(cell, view)
        return False

    def _fact(self, cell: Cell, view: View, step: Step, state: str) -> bool:
        workflow = self.compiled.workflow
        fact = workflow.in_lifecycle(workflow.facts, view.case.lifecycle, cell.name)
        if fact is None or (fact.fixed_from and self._after(view, fact.fixed_from, state)):
            return False
        return cell.name in step.fill_in or can_change(self._scene(view), cell)

    def _after(self, view: View, fixing: str, state: str) -> bool:
        """Whether a case may be in the state after a step was done."""
        lifecycle = self.compiled.workflow.lifecycles[view.case.lifecycle]
        reached = {to for _, to, step in edges(lifecycle) if step.name == fixing}
        reached |= {source for source in lifecycle.steps[fixing].sources
                    if destination(lifecycle.steps[fixing]) is None}  # fmt: skip
        come = {state} | before(lifecycle, state)
        for step in lifecycle.steps.values():  # a step back brings what was fixed along
            if destination(step) == BACK:
                for source in step.sources:
                    if back_to(lifecycle, source, step) & come:
                        come |= {source} | before(lifecycle, source)
        return bool(reached & come)

    def _position(self, cell: Cell, view: View) -> bool:
        workflow = self.compiled.workflow
        decision: Decision | None = workflow.in_lifecycle(
            workflow.decisions, view.case.lifecycle, cell.name
        )
        if decision is None or decision.closes is not None or decision.answer_within is not None:
            return False
        return can_change(self._scene(view), cell)

    def _scene(self, view: View) -> Scene:
        return Scene(self.compiled, view.collaboration, view.day)

    def _others_end(self, tree: Tree) -> bool:
        """Whether all that is asked of other cases is that they are over, or not there."""
        for one in walk((tree,)):
            inside: tuple[Tree, ...] = ()
            if isinstance(one, EachTree) and one.each.cases is not None:
                if one.each.per is not None or one.each.cases not in self.ending:
                    return False
                inside = one.parts
            elif isinstance(one, AskTree) and isinstance(one.leaf, CaseState):
                inside = () if one.leaf.where == "here" else (one,)
            if any(self._looks_for_an_end(leaf) for leaf in _states(inside)):
                return False
        return True

    def _looks_for_an_end(self, leaf: CaseState) -> bool:
        declared = self.compiled.workflow.lifecycles[leaf.lifecycle]
        return any(declared.states[one].final for one in leaf.states)


def _in_reach(tree: Tree, in_hand: Callable[[Tree], bool]) -> Tree | None:
    """What is left of a condition of the parts that are in hand, so that it is met when this is;
    None when too few of them are."""
    if isinstance(tree, SomeTree):
        kept = [part for one in tree.parts if (part := _in_reach(one, in_hand)) is not None]
        return SomeTree(tree.count, kept) if len(kept) >= tree.count else None
    if isinstance(tree, AllTree | NamedTree):
        every = [part for one in tree.parts if (part := _in_reach(one, in_hand)) is not None]
        return AllTree(every) if len(every) == len(tree.parts) else None
    return tree if in_hand(tree) else None


def _states(trees: Iterable[Tree]) -> Iterator[CaseState]:
    for one in walk(trees):
        if isinstance(one, AskTree) and isinstance(one.leaf, CaseState):
            yield one.leaf


def _matched(cell: Cell, tree: Tree, step: Step, view: View) -> bool:
    """Whether a value that stays is only compared with one that the step has filled in, so that
    whatever it is something fits."""
    own = {attrs.evolve(cell, name=name) for name in step.fill_in}
    for one in walk((tree,)):
        if not isinstance(one, AskTree) or cell not in one.reads(view):
            continue
        cuts = one.leaf.abstract(view)
        mine = [cut for cut in cuts if cut.cell == cell]
        linked = any(set(cut.links) & own for cut in mine) or any(
            cell in cut.links and cut.cell in own for cut in cuts
        )
        bare = not any(cut.points or cut.words or cut.exact for cut in cuts)
        if not (linked and bare and len({cut.cell for cut in cuts}) <= 2):
            return False
    return True


def _later(view: View) -> View:
    return View(view.collaboration, view.case, MUCH_LATER, view.actor, view.speaks_for)


def _day_of(step: Step, view: View) -> tuple[Cell, ...]:
    """What the day is reckoned from on which a step comes by itself: it will have come."""
    if step.once_past is None:
        return ()
    return tuple(one for one in cells(step.once_past, view) if one != TODAY)
