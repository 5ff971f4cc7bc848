"""A case: one running lifecycle, with everything recorded in it.

Values only; how a case changes is `core.evolve`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import attrs
from immutables import Map

from samenwerk.values.cell import Cell, Entry
from samenwerk.values.register import Register

if TYPE_CHECKING:
    from samenwerk.values.effect import OpenEffect
    from samenwerk.values.event import CaseKept

Entries: TypeAlias = Map[str | None, Entry]
"""Per party (None: of the case itself, or the latest by anyone) what was recorded."""

NOTHING: Entries = Map()

Changed = TypeVar("Changed")


def _changed(value: Changed, changes: dict[str, Any]) -> Changed:
    # a tenth of the time of attrs.evolve, which asks the class for its fields each time
    made = object.__new__(type(value))
    made.__dict__.update(value.__dict__)
    made.__dict__.update(changes)
    return made


@attrs.frozen(slots=False)
class Case:
    """One case as it stands.

    `trail` holds the states it came through, without repeats: going back pops it. `entered`
    is the day it came into its present state, `state_since` the sequence of that step. `roles`
    are the holders of each role of this case that anybody holds. `of` is the party of which a
    copy is, where each of a group has one; `rests_on` the earlier case that this one builds on.
    `came_from` are the cases that it was split off from, or that were merged into it. `clocks`
    are the days from which the terms of the states that it was in count.
    `breaches` are steps that happened though they were refused. `effects` say of each effect what
    became of it the last time it was asked. `definition` is the digest of
    what it is judged by; `kept` says why it stayed there when another definition took effect.
    """

    id: str
    lifecycle: str
    state: str
    parent: str | None
    definition: str
    opened: Entry
    entered: date
    state_since: int
    over: bool = False
    trail: tuple[str, ...] = ()
    facts: Map[str, Entries] = Map()
    documents: Map[str, Entries] = Map()
    positions: Map[str, Entries] = Map()
    steps: Map[str, Entries] = Map()
    breaches: Map[str, Entries] = Map()
    effects: Map[str, Entries] = Map()
    roles: Map[str, tuple[str, ...]] = Map()
    of: str | None = None
    rests_on: str | None = None
    came_from: tuple[str, ...] = ()
    clocks: Map[str, date] = Map()
    kept: CaseKept | None = None

    @property
    def clock(self) -> date:
        """The day from which the term of its present state counts."""
        return self.clocks.get(self.state, self.entered)

    def changed(self, **changes: Any) -> Case:
        """The same case with other fields."""
        return _changed(self, changes)

    def entry(self, kind: str, name: str, who: str | None = None) -> Entry | None:
        """What stands under this kind and name, or None."""
        shelf: Map[str, Entries] = getattr(self, kind)
        found = shelf.get(name)
        return None if found is None else found.get(who)


@attrs.frozen(slots=False)
class Collaboration:
    """Everything recorded in one stream: the parties and the tree of cases.

    `by_state` lists the cases by lifecycle and state, `by_lifecycle` by lifecycle alone; the
    number with each is its place in the order of opening. `moved` is what was moved to each end,
    less what was moved from it. New cases come under `definition`; `earlier` are the digests of
    those that were in effect before it. `effects` are those that were asked and have no end yet,
    by their keys.
    """

    id: str
    workflow: str
    definition: str
    started: date
    zone: str
    rehearsal: bool
    register: Register
    sequence: int = 0
    head: str = ""
    cases: Map[str, Case] = Map()
    by_state: Map[tuple[str, str], Map[str, int]] = Map()
    by_lifecycle: Map[str, Map[str, int]] = Map()
    latest: date | None = None
    moved: Map[Cell, Entry] = Map()
    earlier: tuple[str, ...] = ()
    effects: Map[str, OpenEffect] = Map()

    def changed(self, **changes: Any) -> Collaboration:
        """The same collaboration with other fields."""
        return _changed(self, changes)
