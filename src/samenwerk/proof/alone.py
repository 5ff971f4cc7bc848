"""Whether one party gets a case somewhere by its own acts: steps, positions, what it records.

Whatever stands in other cases may be the work of others; in the case itself everything is its own
work, or comes by itself. What it does for another is its own work too: it is asked first without
mandates, and then with every mandate that anybody can give it. Of each sort there is at least one
party: that there is nobody else is no way round anything.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

import attrs

from samenwerk.core.cells import can_change, step_acts, voices
from samenwerk.core.compiled import Compiled
from samenwerk.core.leaf import ACTOR
from samenwerk.core.refusals import doers_of
from samenwerk.core.scene import Scene
from samenwerk.core.view import View
from samenwerk.proof.alike import alike
from samenwerk.proof.answer import Bounds, Candidate, Proved, Stride
from samenwerk.proof.asked import Found, Limits, Nowhere, Setting, Undecided, Wish
from samenwerk.proof.doing import needs_of
from samenwerk.proof.grounds import grounds
from samenwerk.proof.in_hands import one_by_one
from samenwerk.proof.placing import placed
from samenwerk.proof.question import Move, moves
from samenwerk.proof.worlds import find
from samenwerk.values.cell import Cell, Entry
from samenwerk.values.declared import Invariant
from samenwerk.values.register import Register

PLAIN_LIMITS = Limits()
MOST_WORLDS = 2_000
"""Worlds that are tried for one step of one party."""
OPEN = 4
"""So many parties may get there with mandates before it is no longer asked of others: it is then
proved without them only, unless one of the paths plays."""
_OWN = ("fact", "document", "position", "step", "breach")


def answers_alone(
    compiled: Compiled, invariant: Invariant, limits: Limits = PLAIN_LIMITS
) -> Iterator[Proved | Candidate | Undecided]:
    """A path for each party that may get there alone, and last what is left: proved when there
    was none, else not decided."""
    target = invariant.to_reach or invariant.on_step
    assert target is not None
    lifecycle = target.partition(".")[0]
    steps = compiled.workflow.lifecycles[lifecycle].steps.values()
    trees = [need.tree for step in steps for need in compiled.steps[step.full_name].needs]
    unclear: Undecided | None = None
    worlds = most = open_ = 0
    counted = invariant.mandates == "giver" and bool(compiled.workflow.mandates)
    for setting in grounds(compiled, lifecycle, trees, limits):
        most = max([most, *(setting.sizes[one] for one in compiled.workflow.sorts)])
        for view, register in one_by_one(compiled, setting, invariant):
            if register.gives and open_ >= OPEN:
                continue
            search = _Alone(compiled, invariant, view, register, setting, limits)
            found = search.path()
            worlds += search.worlds
            if isinstance(found, Nowhere):
                continue
            if isinstance(found, Candidate):
                yield found
            if register.gives:
                open_ += 1  # proved no further than without them
            else:
                unclear = unclear or (
                    found if isinstance(found, Undecided) else Undecided("no_more", worlds=worlds)
                )
    bounds = Bounds(most, mandates=open_ > 0 or counted)
    yield Proved("enumerated", bounds, worlds) if unclear is None else unclear


@attrs.frozen(eq=False)
class _Reached:
    """A state, and how it was reached; sure when every step on the way has a world."""

    strides: tuple[Stride, ...]
    sure: bool


@attrs.define(eq=False)
class _Alone:
    """The search of one party: which states it gets the case to, with the mandates that this
    register says it has. They are no part of the view: so others stay alike."""

    compiled: Compiled
    invariant: Invariant
    view: View
    register: Register
    setting: Setting
    limits: Limits
    worlds: int = 0
    _memo: dict[tuple[str, str, str | None], Found | Nowhere | Undecided] = attrs.field(
        factory=dict
    )

    def path(self) -> Candidate | Nowhere | Undecided:
        """The first way there is, or why not."""
        lifecycle = self.view.case.lifecycle
        every = moves(self.compiled, lifecycle, self.invariant.breaches)
        reached: dict[str | None, _Reached] = {None: _Reached((), True)}
        todo: list[str | None] = [None]
        maybe = False
        while todo:
            state = todo.pop(0)
            for move in every:
                if move.how == "merge":
                    maybe = maybe or self._taken_in(move, state)
                    continue
                if state not in (move.sources or (None,)):
                    continue
                answer = self._asked(move, state)
                if isinstance(answer, Nowhere):
                    continue
                sure = isinstance(answer, Found) and reached[state].sure
                strides = (*reached[state].strides, self._stride(move, answer))
                for to in self._to(move, state):
                    if self._is_it(move, to):
                        if sure:
                            return Candidate(strides, self._own_setting)
                        maybe = True
                    elif to not in reached or (sure and not reached[to].sure):
                        reached[to] = _Reached(strides, sure)
                        todo.append(to)
        return Undecided("not_sure", worlds=self.worlds) if maybe else Nowhere(self.worlds)

    @property
    def _own_setting(self) -> Setting:
        view = self.view
        known = view.collaboration.changed(register=self.register)
        view = View(known, view.case, view.day, view.actor, view.speaks_for)
        return Setting(view, self.setting.sizes)

    def _taken_in(self, move: Move, state: str | None) -> bool:
        """Whether it can come there from a state by being taken in by another case. Of that case
        nothing is known here: it may be the party that does it."""
        states = move.found.lifecycle.states
        return state is not None and not states[state].final and self._is_it(move, move.to)

    def _is_it(self, move: Move, to: str | None) -> bool:
        step = move.found.step
        if self.invariant.on_step is not None:
            return move.how != "merge" and step.full_name == self.invariant.on_step
        return move.how != "back" and f"{step.lifecycle}.{to}" == self.invariant.to_reach

    def _to(self, move: Move, state: str | None) -> tuple[str | None, ...]:
        if move.how == "back":  # to where it was already, so that nothing new is reached
            return (state,)
        return (state if move.to is None else move.to,)

    def _asked(self, move: Move, state: str | None) -> Found | Nowhere | Undecided:
        key = (move.found.step.name, move.how, state)
        if key not in self._memo:
            self._memo[key] = self._worked_out(move, state)
        return self._memo[key]

    def _worked_out(self, move: Move, state: str | None) -> Found | Nowhere | Undecided:
        step, view = move.found.step, self.view
        party = view.actor or ""
        if state is not None:
            cell = Cell(view.case.id, "state", "state")
            view = placed(view, {cell: Entry(state, view.collaboration.started, 1)})
        known = view.collaboration.changed(register=self.register)
        scene = Scene(self.compiled, known, view.day, only={view.case.id: party})
        can: tuple[str, ...] = (party,)
        if step.automatic is None:
            doers = doers_of(step, view)
            acts = step_acts(step, move.found.lifecycle.subject)
            can = tuple(one for one in doers if voices(scene, view.case, one, *acts))
            if not can or (step.each and can != doers):
                return Nowhere(0)

        @functools.cache
        def fixed(cell: Cell) -> bool:
            if cell.kind == "actor":
                return True
            if cell.kind == "mandate":
                return False  # who gives one acts elsewhere
            if cell.case != view.case.id:
                return False
            if cell.kind == "answer":
                return False  # what a plugin answers is no party's work: it may say anything
            if cell.kind not in _OWN:
                return True
            if cell.name in step.fill_in:
                return False
            return not can_change(scene, cell)

        wishes: tuple[Wish, ...] = needs_of(move)
        if not wishes:
            return Found(view, {})
        limits = attrs.evolve(self.limits, worlds=min(self.limits.worlds, MOST_WORLDS))
        answer: Found | Nowhere | Undecided = Nowhere(0)
        for one in self._unlike(view, can, wishes):
            self.worlds += 1
            on = View(view.collaboration, view.case, view.day, party, one)
            found = find(on, wishes, fixed=fixed, limits=limits)
            if isinstance(found, Found):
                return found
            if isinstance(answer, Nowhere):
                answer = found
        return answer

    def _unlike(
        self, view: View, can: tuple[str, ...], wishes: tuple[Wish, ...]
    ) -> tuple[str, ...]:
        """For whom it does the step, as far as that makes a difference."""
        if not any(ACTOR in wish.tree.reads(view) for wish in wishes):
            return can[:1]
        like = {one: group[0] for group in alike(view) for one in group}
        return tuple({like.get(one, one): one for one in can}.values())

    def _stride(self, move: Move, answer: Found | Undecided) -> Stride:
        contents = answer.contents if isinstance(answer, Found) else {}
        step = move.found.step
        return Stride(
            step.full_name, self.view.case.id, "step" if move.how == "each" else move.how,
            needs_of(move), contents, None if step.automatic else self.view.actor, self.view.day,
        )  # fmt: skip
