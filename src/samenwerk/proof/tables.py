"""What the sites of a component can answer together: a table of truths, each with a witness.

Which worlds are tried is `proof.varying`; how the truths of several components go together is
`proof.joining`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from math import prod

import attrs

from samenwerk.core.leaf import possible
from samenwerk.core.view import View
from samenwerk.proof.components import Component, Site, at
from samenwerk.proof.contents import Choice, choice, linked_numbers, pairs_of
from samenwerk.proof.days import days_to_try
from samenwerk.proof.numbers import NO_SOLVER, amounts, has_solver, reckoned
from samenwerk.proof.placing import placed
from samenwerk.proof.varying import Contents, Varying
from samenwerk.values.cell import TODAY, Cell

Truths = tuple[int, ...]
QUICK = 200
"""So many worlds from here and there are tried first: often they show every truth there is."""
SAMPLE = 1500
"""So many worlds are tried of a component that has too many."""


@attrs.frozen(eq=False)
class Table:
    """Which truths the sites of a component can have together, and contents that give them.

    `why` says, in one word, why there may be more than these; None: these are all.
    """

    rows: Mapping[Truths, Contents]
    why: str | None
    worlds: int
    cells: tuple[Cell, ...]


def table(
    component: Component, sites: Sequence[Site], view: View,
    groups: Sequence[Sequence[str]], most: int,
) -> Table:  # fmt: skip
    """The table of a component in a view of the day that is asked about.

    `groups` are parties that are alike; more than `most` worlds are not all tried. Amounts of
    which not all can be tried are left to a solver, where there is one.
    """
    choices = _choices(component, view)
    uncut = tuple(cell for cell in component.cells
                  if not choices[cell].all or cell in component.uncut)  # fmt: skip
    varying = Varying(component, sites, view, choices, groups)
    asked = {number: (sites[number].leaf.evaluate(), (sites[number].case, sites[number].who))
             for number in component.sites}  # fmt: skip
    every = prod(len(possible(sites[number].leaf)) for number in component.sites)
    rows: dict[Truths, Contents] = {}
    worlds, size = 0, varying.size

    def answered(there: View, numbers: Sequence[int]) -> Truths:
        return tuple([asked[one][0](at(there, asked[one][1])) for one in numbers])

    # where it would not be all of them anyway, not everything is tried
    whole = size <= (min(SAMPLE, most) if uncut else most)
    solvable = (uncut or not whole) and amounts(component.cells, view)
    solver = solvable and has_solver()
    for contents in varying.some(
        QUICK if solver else SAMPLE if not whole else QUICK if size > QUICK else 0
    ):
        worlds += 1
        rows.setdefault(answered(placed(view, contents), component.sites), contents)
        if len(rows) == every:  # more truths than these there are not
            return Table(rows, None, worlds, component.cells)
    if solver:
        reckoning = reckoned([sites[one] for one in component.sites], component.cells, view, rows)
        if reckoning is not None:
            return Table(reckoning, None, max(worlds, len(reckoning)), component.cells)
        for contents in () if whole else varying.some(SAMPLE):
            worlds += 1
            rows.setdefault(answered(placed(view, contents), component.sites), contents)
    seen: list[tuple[frozenset[Truths], ...]] = []
    for outside in varying.outside() if whole else ():
        found: list[dict[Truths, Contents]] = []
        for part in varying.parts:
            own: dict[Truths, Contents] = {}
            for contents in varying.inside(part, outside):
                worlds += 1
                there = placed(view, {**outside, **contents})
                own.setdefault(answered(there, part.sites), contents)
            found.append(own)
        truths_of = tuple(frozenset(own) for own in found)
        if any(all(map(frozenset.issubset, truths_of, known)) for known in seen):
            continue  # no row that is not there already
        seen.append(truths_of)
        order = [number for part in varying.parts for number in part.sites]
        back = [order.index(number) for number in component.sites]
        if len(rows) + prod(map(len, found)) > most:
            return Table(rows, "too_many", worlds, component.cells)
        for joined in product(*(own.items() for own in found)):
            mixed = [truth for truths, _ in joined for truth in truths]
            truths = tuple(mixed[place] for place in back)
            if truths not in rows:
                rows[truths] = dict(outside)
                for _, contents in joined:
                    rows[truths].update(contents)
        if len(rows) == every:
            return Table(rows, None, worlds, component.cells)
    why = "no_cut" if uncut else None if whole else "too_many"
    if why is not None and solvable and not has_solver():
        why = NO_SOLVER
    return Table(rows, why, worlds, uncut or component.cells)


def _choices(component: Component, view: View) -> dict[Cell, Choice]:
    cells = component.cells
    cuts = [cut for those in component.cuts.values() for cut in those]
    spots = [(cell, what) for cell in cells for what in ("value", "day")]
    pairs = pairs_of(cuts, view, cells)
    used = {side.spot for pair in pairs for side in pair}
    days = days_to_try(pairs, {(TODAY, "value"): (view.day,)}, view.day)
    days = attrs.evolve(days, at={spot: days.at[spot] for spot in spots if spot in used})
    numbers = linked_numbers(
        {cell: component.cuts.get(cell, ()) for cell in {*cells, *component.cuts}}, view, cells
    )
    return {
        cell: choice(cell, component.cuts.get(cell, ()), view, days, numbers) for cell in cells
    }
