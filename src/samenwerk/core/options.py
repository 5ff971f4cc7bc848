"""Choosing in a way tree: which demands to meet, when there is a choice.

Gives whole sets of demands, the cheapest first: what holds already costs nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice, product

import attrs

from samenwerk.core.cells import can_change
from samenwerk.core.scene import Scene
from samenwerk.core.ways import (
    AnyOf,
    Bound,
    Bounds,
    Every,
    Hopeless,
    Least,
    Unadvisable,
    Want,
    Way,
)
from samenwerk.values.cell import Cell

BREADTH = 6
"""So many choices are kept at each node; a plan that needs a rarer one is not advised."""


@attrs.frozen
class Option:
    """One set of demands that would do, and how many of them still ask for something."""

    wants: tuple[Want, ...]
    cost: int


def holds(way: Way, scene: Scene) -> bool:
    """Whether the demands of a way are met as things stand."""
    match way:
        case Want(cell=cell, allowed=allowed):
            return scene.holds(cell, allowed)
        case Every(ways=ways):
            return all(holds(one, scene) for one in ways)
        case AnyOf(ways=ways):
            return any(holds(one, scene) for one in ways)
        case Least(count=count, ways=ways):
            return sum(holds(one, scene) for one in ways) >= count
        case Bounds(bounds=bounds):
            return all(short_of(bound, scene) <= 0 for bound in bounds)
    return False


def short_of(bound: Bound, scene: Scene) -> int:
    """How much weight a bound still lacks."""
    have = sum(weight for cell, weight in bound.cells if scene.holds(cell, bound.allowed))
    return bound.total - have


def options(way: Way, scene: Scene) -> list[Option]:
    """Sets of demands that would do, cheapest first; empty when there is none to advise."""
    found = sorted(_options(way, scene), key=lambda one: one.cost)
    return found[:BREADTH]


def _options(way: Way, scene: Scene) -> Iterator[Option]:
    match way:
        case Want(cell=cell, allowed=allowed):
            if scene.holds(cell, allowed):
                yield Option((way,), 0)
            elif not allowed.has("absent") and _movable(cell, scene):
                yield Option((way,), 1)
        case Every(ways=ways):
            yield from _joined([options(one, scene) for one in ways])
        case AnyOf(ways=ways):
            for one in ways:
                yield from options(one, scene)
        case Least(count=count, ways=ways):
            ranked = sorted(
                (found for one in ways if (found := options(one, scene))),
                key=lambda found: found[0].cost,
            )
            if len(ranked) >= count:
                yield from _joined(ranked[:count])
        case Bounds(bounds=bounds):
            chosen = _covering(bounds, scene)
            if chosen is not None:
                yield chosen
        case Hopeless() | Unadvisable():
            return


def _joined(parts: list[list[Option]]) -> Iterator[Option]:
    """Every combination, as far as there is room; the cheapest of each part come first."""
    if all(len(part) == 1 for part in parts):
        yield Option(
            tuple(want for part in parts for want in part[0].wants),
            sum(part[0].cost for part in parts),
        )
        return
    for combination in islice(product(*parts), BREADTH * BREADTH):
        wants = tuple(want for option in combination for want in option.wants)
        yield Option(wants, sum(option.cost for option in combination))


def _movable(cell: Cell, scene: Scene) -> bool:
    """Whether anybody could change the cell at all; steps and facts may have a way of their own."""
    match cell.kind:
        case "answer" | "actor" | "breach":
            return False
        case "document" if scene.case(cell) is None:
            return True  # it is handed in with the step that opens the case
        case "position" | "document":
            return can_change(scene, cell)
    return True


def _covering(bounds: tuple[Bound, ...], scene: Scene) -> Option | None:
    """Few cells that meet all bounds at once: those that serve most bounds go first."""
    wants: dict[Cell, Want] = {}
    for bound in bounds:
        for cell, _ in bound.cells:
            if scene.holds(cell, bound.allowed):
                wants[cell] = Want(cell, bound.allowed)
    kept = len(wants)
    lacking = [short_of(bound, scene) for bound in bounds]
    serves = _serves(bounds, wants, scene)
    while any(short > 0 for short in lacking):
        best, most = None, 0
        for cell, parts in serves.items():
            gains = [min(weight, lacking[index]) for index, weight in parts if lacking[index] > 0]
            if gains and (best is None or sum(gains) > most):
                best, most = cell, sum(gains)
        if best is None:
            return None
        for index, served in serves.pop(best):
            lacking[index] -= served
            demand = bounds[index].allowed
            wants[best] = Want(best, demand.meet(wants[best].allowed) if best in wants
                               else demand)  # fmt: skip
    return Option(tuple(wants.values()), len(wants) - kept)


def _serves(
    bounds: tuple[Bound, ...], wants: Collection[Cell], scene: Scene
) -> dict[Cell, list[tuple[int, int]]]:
    """The cells that can still be changed, in their fixed order: by bound, what each weighs."""
    found: dict[Cell, list[tuple[int, int]]] = {}
    for index, bound in enumerate(bounds):
        for cell, weight in bound.cells:
            if cell not in wants:
                found.setdefault(cell, []).append((index, weight))
    return {cell: found[cell] for cell in sorted(found, key=lambda cell: cell.order)
            if _movable(cell, scene)}  # fmt: skip
