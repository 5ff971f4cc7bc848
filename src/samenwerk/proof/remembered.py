"""Tables that were worked out before: for every collaboration that looks the same from there.

A component looks at some parties, and at what the register and the cases say of those; where all
that is the same, so is its table. Who counts as looked at is told here, in one place; how a table
is worked out is `proof.tables`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, MutableMapping, Sequence
from typing import Any

from samenwerk.core.leaf import ACTOR, Leaf
from samenwerk.core.operands import entry_in
from samenwerk.core.view import View
from samenwerk.core.who import members, turning_days
from samenwerk.proof.components import Component, Site, at
from samenwerk.proof.doers import doers_in, made_of
from samenwerk.proof.placing import Imagined, text_of
from samenwerk.proof.tables import Table
from samenwerk.values.register import Register
from samenwerk.values.who import Who

MOST_TABLES = 30_000
"""So many are remembered; then all are forgotten."""

Shelf = MutableMapping[object, Any]


def remembered(
    component: Component, sites: Sequence[Site], start: View, groups: Sequence[Sequence[str]],
    most: int, work_out: Callable[[], Table],
) -> Table:  # fmt: skip
    """The table of a component, worked out when none is known for what it looks at."""
    shelf = shelf_of(start)
    key = (_asked(component, sites, start, groups, shelf), most)
    known: Table | None = shelf.get(key)
    if known is None:
        if len(shelf) >= MOST_TABLES:
            shelf.clear()
        known = shelf[key] = work_out()
    return known


def shelf_of(view: View) -> Shelf:
    """What the made-up collaborations of one text remember together."""
    known = view.collaboration
    if isinstance(known, Imagined):
        return known.shelf
    return known.register.memo.setdefault("tables", {})  # type: ignore[return-value]


def _asked(
    component: Component, sites: Sequence[Site], start: View, groups: Sequence[Sequence[str]],
    shelf: Shelf,
) -> Hashable:  # fmt: skip
    """Everything that a table can depend on."""
    asked = [sites[number] for number in component.sites]
    places = [at(start, (site.case, site.who)) for site in asked]
    reads = [site.leaf.reads(there) for site, there in zip(asked, places, strict=True)]
    varied = frozenset(component.cells)
    held = tuple(
        (cell, entry_in(start, cell)) for those in reads for cell in those if cell not in varied
    )
    meant = tuple(
        tuple(members(who, there) for who in _whos(site.leaf, shelf))
        for site, there in zip(asked, places, strict=True)
    )
    looked_at = {who for each in meant for those in each for who in those}
    looked_at |= {site.who for site in asked if site.who is not None}
    cells = (*component.cells, *(cell for cell, _ in held))
    # of a mandate a cell names its giver and its holder
    looked_at |= {one for cell in cells if cell.who is not None for one in cell.who.split(">")}
    # who acts matters only where somebody looks at it
    acts = any(ACTOR in those for those in reads)
    actor = (start.actor, start.speaks_for) if acts else (None, None)
    looked_at |= {one for one in actor if one is not None}
    register = start.collaboration.register
    looked_at |= {one for gift in register.gives for one in (*gift.who, gift.to)}
    alike = tuple(
        (those, len(those) == len(group)) for group in groups
        if (those := tuple(who for who in group if who in looked_at))
    )  # fmt: skip
    return (
        tuple(asked), component.cells, held, meant, alike, start.day, *actor,
        _lines(register, looked_at), _cases(start, looked_at), id(text_of(start)),
    )  # fmt: skip


def _lines(register: Register, looked_at: set[str]) -> Hashable:
    """What the register says of these parties, and when anything of it changes."""
    return (
        tuple(one for one in register.parties if one.id in looked_at),
        tuple(one for one in register.sits if one.who in looked_at),
        tuple(one for one in register.holds if one.who in looked_at),
        register.gives,
        tuple(one for one in register.regions if one.who in looked_at),
        turning_days(register),
    )


def _cases(view: View, looked_at: set[str]) -> Hashable:
    """Which cases there are, where they hang, and what these parties are in them."""
    cases = view.collaboration.cases
    those = cases if view.case.id in cases else cases.set(view.case.id, view.case)
    return (view.case.id, tuple(
        (one.id, one.lifecycle, one.parent, one.of, one.rests_on, one.opened.day,
         one.opened.sequence, one.opened.by if one.opened.by in looked_at else None,
         tuple((role, tuple(who for who in holders if who in looked_at))
               for role, holders in one.roles.items()))
        for one in those.values()
    ))  # fmt: skip


def _whos(leaf: Leaf, shelf: Shelf) -> tuple[Who, ...]:
    key = ("whos", leaf)
    known: tuple[Who, ...] | None = shelf.get(key)
    if known is None:
        known = shelf[key] = tuple(
            dict.fromkeys(part for who in doers_in(leaf) for part in made_of(who))
        )
    return known
