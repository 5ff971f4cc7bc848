"""What an invariant with `always` asks: that in every state somebody can go on, that every case
can still end, that something follows when a term has passed.

Proved from the ways that stay open (`lasting`); a state without any way that can ever be done
(`possible`) is where a case is stuck for good.
"""

from __future__ import annotations

import functools

import attrs

from samenwerk.core.compiled import Compiled
from samenwerk.proof.answer import Bounds, Proved
from samenwerk.proof.asked import Limits, Undecided
from samenwerk.proof.lasting import Lasting, Way
from samenwerk.proof.possible import Possible
from samenwerk.values.cell import Cell
from samenwerk.values.declared import Invariant, Lifecycle

PLAIN_LIMITS = Limits()
STUCK = "stuck"
"""Why: there are states from which it can never be."""
NOT_SURE = "not_sure"
"""Why: there are states from which it depends on what cannot be followed here."""


@attrs.define(eq=False)
class Always:
    """The answers about one workflow, from the same ways for each question."""

    compiled: Compiled
    limits: Limits = PLAIN_LIMITS
    lasting: Lasting = attrs.field(init=False)
    possible: Possible = attrs.field(init=False)
    _ways: dict[tuple[str, str], tuple[Way, ...]] = attrs.field(factory=dict)
    _settled: bool = False

    def __attrs_post_init__(self) -> None:
        self.lasting = Lasting(self.compiled, self.limits)
        self.possible = Possible(self.compiled, self.limits)

    def prove(self, invariant: Invariant) -> Proved | Undecided:
        """Proved, or the states of which it was not shown, as cells; `stuck` when there is one
        from which it can certainly never be."""
        names = invariant.lifecycles or tuple(self.compiled.workflow.lifecycles)
        left = [(name, state) for name in names for state in self.unsure(invariant.always, name)]
        stuck = [one for one in left if one[1] in self.stuck(invariant.always, one[0])]
        if not left:
            return Proved("enumerated", self.bounds, self.lasting.worlds)
        cells = tuple(Cell(name, "state", state) for name, state in stuck or left)
        return Undecided(STUCK if stuck else NOT_SURE, cells, self.worlds)

    @property
    def bounds(self) -> Bounds:
        """Up to which sizes it was tried."""
        return Bounds(self.lasting.members)

    @property
    def worlds(self) -> int:
        """How many questions about worlds were asked."""
        return self.lasting.worlds + self.possible.worlds

    def unsure(self, asked: str | None, lifecycle: str) -> tuple[str, ...]:
        """The states of a lifecycle of which it was not shown."""
        self._settle()
        declared = self._of(lifecycle)
        open_ = [one for one in declared.states.values()
                 if not one.final and one.name in self.lasting.states(lifecycle)]  # fmt: skip
        if asked == "can_end":
            good = self._can_end(lifecycle)
            return tuple(one.name for one in open_ if one.name not in good)
        due = self._timed(lifecycle) if asked == "escalates" else None
        return tuple(
            one.name for one in open_
            if (due is None or one.name in due) and not self.ways(lifecycle, one.name)
        )  # fmt: skip

    def stuck(self, asked: str | None, lifecycle: str) -> frozenset[str]:
        """Those from which it can certainly never be, as far as `possible` looked."""
        unsure = self.unsure(asked, lifecycle)
        here = [one for one in unsure if one in self.possible.states(lifecycle)]
        if asked != "can_end":
            return frozenset(one for one in here if not self.possible.out_of(lifecycle, one))
        good = {one.name for one in self._of(lifecycle).states.values() if one.final}
        return frozenset(here) - self._towards(good, {
            one: list(self.possible.out_of(lifecycle, one).values())
            for one in self.possible.states(lifecycle) - good
        }, every=False)  # fmt: skip

    def ways(self, lifecycle: str, state: str) -> tuple[Way, ...]:
        """The ways out of a state that stay open."""
        self._settle()
        return self._ways[lifecycle, state]

    def _settle(self) -> None:
        """Work out the ways, until no more lifecycle is found to end always."""
        if self._settled:
            return
        left = list(self.compiled.workflow.lifecycles)
        grown = True
        while grown:
            grown = False
            for name in tuple(left):
                for state in self.lasting.states(name):
                    if not self._of(name).states[state].final:
                        self._ways[name, state] = self.lasting.ways(name, state)
                if set(self.lasting.states(name)) <= self._can_end(name):
                    self.lasting.ending.add(name)
                    left.remove(name)
                    grown = True
        self._settled = True  # not before: who is interrupted begins again

    def _can_end(self, lifecycle: str) -> frozenset[str]:
        states = self.lasting.states(lifecycle)
        good = {one for one in states if self._of(lifecycle).states[one].final}
        return self._towards(good, {
            one: [way.to for way in self._ways.get((lifecycle, one), ())]
            for one in states if one not in good
        }, every=True)  # fmt: skip

    def _towards(
        self, good: set[str], ways: dict[str, list[frozenset[str]]], *, every: bool
    ) -> frozenset[str]:
        """The states from which ways lead into the good ones; of a way that may lead to several
        states all of them must be good, or (not `every`) one."""
        found = set(good)
        grown = True
        while grown:
            grown = False
            for state, those in ways.items():
                hit = any(to and (to <= found if every else to & found) for to in those)
                if hit and state not in found:
                    found.add(state)
                    grown = True
        return frozenset(found)

    def _timed(self, lifecycle: str) -> frozenset[str]:
        """The states in which a term runs: of the state, or of a duty."""
        found = {one.name for one in self._of(lifecycle).states.values() if one.due is not None}
        for duty in self.compiled.workflow.duties.values():
            if duty.lifecycle == lifecycle:
                found |= set(duty.while_in or self._of(lifecycle).states)
        return frozenset(found)

    def _of(self, lifecycle: str) -> Lifecycle:
        return self.compiled.workflow.lifecycles[lifecycle]


@functools.lru_cache(maxsize=2)
def always_of(compiled: Compiled, limits: Limits) -> Always:
    """The same for every question about a workflow, so that its ways are worked out once."""
    return Always(compiled, limits)
