"""Whether one party gets a case somewhere by its own acts: steps, positions, what it records.

Whatever stands in other cases may be the work of others; in the case itself everything is its own
work, or comes by itself. What it does on the mandate of another counts as done by that other. Of
each sort there is at least one party: that there is nobody else is no way round anything.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

import attrs
from immutables import Map

from samenwerk.core.cells import who_may
from samenwerk.core.compiled import Compiled
from samenwerk.core.refusals import doers_of
from samenwerk.core.scene import Scene
from samenwerk.core.view import View
from samenwerk.core.who import members
from samenwerk.proof.alike import alike
from samenwerk.proof.answer import Bounds, Candidate, Proved, Stride
from samenwerk.proof.asked import Found, Limits, Nowhere, Setting, Undecided, Wish
from samenwerk.proof.doing import needs_of
from samenwerk.proof.grounds import grounds
from samenwerk.proof.placing import placed
from samenwerk.proof.question import Move, moves
from samenwerk.proof.worlds import find
from samenwerk.values.cell import Cell, Entry
from samenwerk.values.declared import Invariant
from samenwerk.values.register import Holding

PLAIN_LIMITS = Limits()
MOST_WORLDS = 2_000
"""Worlds that are tried for one step of one party."""
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
    worlds = most = 0
    for setting in grounds(compiled, lifecycle, trees, limits):
        most = max([most, *(setting.sizes[one] for one in compiled.workflow.sorts)])
        for view in _one_by_one(compiled, setting, invariant):
            search = _Alone(compiled, invariant, view, setting, limits)
            found = search.path()
            worlds += search.worlds
            if isinstance(found, Candidate):
                yield found
                unclear = unclear or Undecided("no_more", worlds=worlds)
            elif isinstance(found, Undecided):
                unclear = unclear or found
    bounds = Bounds(most, mandates=bool(compiled.workflow.mandates))
    yield Proved("enumerated", bounds, worlds) if unclear is None else unclear


def _one_by_one(compiled: Compiled, setting: Setting, invariant: Invariant) -> Iterator[View]:
    """For each party that differs from the others the view in which it has every role that it can
    have, and others have those it cannot; once more with what others can be named to be."""
    view = setting.view
    like = {one: group[0] for group in alike(view) for one in group}
    for party in view.collaboration.register.parties:
        if like.get(party.id, party.id) != party.id:
            continue
        for named in (False, True):
            seen = _in_its_hands(compiled, view, party.id, named)
            if seen is None:
                continue
            who = invariant.not_alone
            if isinstance(who, bool) or party.id in members(who, seen):
                yield seen


def _in_its_hands(compiled: Compiled, view: View, party: str, named: bool) -> View | None:
    known, case = view.collaboration, view.case
    register, workflow = known.register, compiled.workflow
    sort = next(one.sort for one in register.parties if one.id == party)
    mine = [one.name for one in workflow.roles.values()
            if one.lifecycle is None and (not one.sort or sort in one.sort)]  # fmt: skip
    single = {one for one in mine if workflow.roles[one].exactly == 1}
    holds = tuple(one for one in register.holds if one.role not in single)
    holds += tuple(Holding(role, party) for role in mine
                   if all((one.role, one.who) != (role, party) for one in holds))  # fmt: skip
    filled = {name for step in workflow.lifecycles[case.lifecycle].steps.values()
              for name in step.fill_in}  # fmt: skip
    roles = {}
    changed = False
    for name, who in case.roles.items():
        role = workflow.roles.get(f"{case.lifecycle}.{name}")
        fits = role is None or not role.sort or sort in role.sort
        others = tuple(one for one in who if one != party)
        if named and name in filled and others:
            roles[name], changed = others[:1], True
        else:
            roles[name] = (party,) if fits else who[:1]
    if named and not changed:
        return None
    case = case.changed(roles=Map(roles))
    known = known.changed(
        register=attrs.evolve(register, holds=holds), cases=known.cases.set(case.id, case)
    )
    return View(known, case, view.day, party, party)


@attrs.frozen(eq=False)
class _Reached:
    """A state, and how it was reached; sure when every step on the way has a world."""

    strides: tuple[Stride, ...]
    sure: bool


@attrs.define(eq=False)
class _Alone:
    """The search of one party: which states it gets the case to."""

    compiled: Compiled
    invariant: Invariant
    view: View
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
                if state not in (move.sources or (None,)) or move.how == "merge":
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
        return Setting(self.view, self.setting.sizes)

    def _is_it(self, move: Move, to: str | None) -> bool:
        step = move.found.step
        if self.invariant.on_step is not None:
            return step.full_name == self.invariant.on_step
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
        if step.automatic is None:
            doers = doers_of(step, view)
            if party not in doers or (step.each and set(doers) != {party}):
                return Nowhere(0)
        scene = Scene(self.compiled, view.collaboration, view.day)

        @functools.cache
        def fixed(cell: Cell) -> bool:
            if cell.kind in ("actor", "mandate"):
                return True
            if cell.case != view.case.id:
                return False
            if cell.kind == "answer":
                return False  # what a plugin answers is no party's work: it may say anything
            if cell.kind not in _OWN:
                return True
            if cell.name in step.fill_in:
                return False
            return party not in who_may(scene, cell)

        wishes: tuple[Wish, ...] = needs_of(move)
        if not wishes:
            return Found(view, {})
        limits = attrs.evolve(self.limits, worlds=min(self.limits.worlds, MOST_WORLDS))
        self.worlds += 1
        return find(view, wishes, fixed=fixed, limits=limits)

    def _stride(self, move: Move, answer: Found | Undecided) -> Stride:
        contents = answer.contents if isinstance(answer, Found) else {}
        step = move.found.step
        return Stride(
            step.full_name, self.view.case.id, "step" if move.how == "each" else move.how,
            needs_of(move), contents, None if step.automatic else self.view.actor, self.view.day,
        )  # fmt: skip
