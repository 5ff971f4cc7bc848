"""Joining demands: a way tree in which one cell is asked for once in every branch.

Neighbours that ask for the same cell are met together before anybody is told, so that doing
the one never undoes the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from math import comb

import attrs

from samenwerk.core.allowed import Allowed
from samenwerk.core.ways import AnyOf, Bounds, Every, Least, Want, Way
from samenwerk.values.cell import TODAY, Cell

CHOICES = 12
"""So many combinations of linked alternatives are written out; beyond, they stand side by side."""


def joined(way: Way) -> Way:
    """The same demands, with those on one cell together."""
    match way:
        case Every(ways=ways):
            return _every([joined(one) for one in ways])
        case AnyOf(ways=ways):
            return _any([joined(one) for one in ways])
        case Least(count=count, ways=ways):
            least = Least(count, tuple(joined(one) for one in ways))
            return _spread(least) if _alike([cells_of(one) for one in ways]) else least
    return way


def _spread(least: Least) -> Way:
    """So many of the ways, written out as the choice that it is, when that is not too much."""
    if comb(len(least.ways), least.count) > CHOICES:
        return least
    return _any([_every(some) for some in combinations(least.ways, least.count)])


def _alike(groups: Sequence[Iterable[Cell]]) -> bool:
    """Whether two of the groups share a cell."""
    seen: set[Cell] = set()
    for group in groups:
        mine = set(group)
        if seen & mine:
            return True
        seen |= mine
    return False


def _every(ways: Sequence[Way]) -> Way:
    flat: list[Way] = []
    for way in ways:
        flat += way.ways if isinstance(way, Every) else (way,)
    for index, way in enumerate(flat):
        others = [cells_of(one) for at, one in enumerate(flat) if at != index]
        mine = set(cells_of(way)) if isinstance(way, Least) else set()
        if isinstance(way, Least) and any(mine & set(other) for other in others):
            flat[index] = _spread(way)
    wants: dict[Cell, Want] = {}
    choices: list[AnyOf] = []
    rest: list[Way] = []
    for way in flat:
        if isinstance(way, Want):
            old = wants.get(way.cell)
            wants[way.cell] = way if old is None else _met(old, way.allowed)
        elif isinstance(way, AnyOf):
            choices.append(way)
        else:
            rest.append(way)
    for way in rest:  # who is counted and asked by itself says what fits both
        for bound in way.bounds if isinstance(way, Bounds) else ():
            for cell, _ in bound.cells:
                if cell in wants:
                    wants[cell] = _met(wants[cell], bound.allowed)
    choices = _linked(choices)
    for index, choice in enumerate(choices):
        inside = set(cells_of(choice))
        own = [cell for cell in wants if cell in inside]
        if own:
            pushed = [wants[cell] for cell in own]
            choices[index] = AnyOf(tuple(_every([*pushed, one]) for one in choice.ways))
            for cell in own:
                del wants[cell]
    parts = [*wants.values(), *rest, *choices]
    return parts[0] if len(parts) == 1 else Every(tuple(parts))


def _any(ways: Sequence[Way]) -> Way:
    flat: list[Way] = []
    for way in ways:
        flat += way.ways if isinstance(way, AnyOf) else (way,)
    flat = list(dict.fromkeys(flat))
    return flat[0] if len(flat) == 1 else AnyOf(tuple(flat))


def _linked(choices: list[AnyOf]) -> list[AnyOf]:
    """Choices that share cells are written out together, when that is not too much."""
    left: list[AnyOf] = []
    for choice in choices:
        mine = set(cells_of(choice))
        other = next((one for one in left if mine & set(cells_of(one))), None)
        if other is None or len(other.ways) * len(choice.ways) > CHOICES:
            left.append(choice)
            continue
        left.remove(other)
        together = [_every(pair) for pair in product(other.ways, choice.ways)]
        found = _any(together)
        left.append(found if isinstance(found, AnyOf) else AnyOf((found,)))
    return left


def _met(want: Want, allowed: Allowed) -> Want:
    return attrs.evolve(want, allowed=want.allowed.meet(allowed))


def cells_of(way: Way) -> Iterator[Cell]:
    """The cells that a way asks for, the day apart."""
    match way:
        case Want(cell=cell):
            if cell != TODAY:
                yield cell
        case Every(ways=ways) | AnyOf(ways=ways) | Least(ways=ways):
            for one in ways:
                yield from cells_of(one)
        case Bounds(bounds=bounds):
            for bound in bounds:
                for cell, _ in bound.cells:
                    yield cell
