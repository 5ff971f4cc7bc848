"""Ways: what would have to stand where, for a condition to be met, or definitely not.

A way is a tree of demands on cells, never a flat list of acts: who acts, and when, follows
from the kind of cell. What already stands right is demanded too: keep it so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import attrs

from samenwerk.core.allowed import Allowed
from samenwerk.values.cell import Cell
from samenwerk.values.message import Message


@attrs.frozen
class Want:
    """This must stand in this cell. `why` names the condition that asks it."""

    cell: Cell
    allowed: Allowed
    why: str | None = attrs.field(default=None, eq=False)


@attrs.frozen
class Every:
    """All of these."""

    ways: tuple[Way, ...]


@attrs.frozen
class AnyOf:
    """One of these."""

    ways: tuple[Way, ...]


@attrs.frozen
class Least:
    """So many of these."""

    count: int
    ways: tuple[Way, ...]


@attrs.frozen
class Bound:
    """The weights of those cells that hold something allowed, together, at least `total`."""

    total: int
    cells: tuple[tuple[Cell, int], ...]
    allowed: Allowed


@attrs.frozen
class Bounds:
    """Several counts over overlapping cells, to be met together (share, sorts, quorum)."""

    bounds: tuple[Bound, ...]
    why: str | None = attrs.field(default=None, eq=False)


@attrs.frozen
class Hopeless:
    """No way, on this ground: over, forbidden, or nobody."""

    ground: Message


@attrs.frozen
class Unadvisable:
    """There may be a way, but nobody here can say which."""

    what: Message


Way: TypeAlias = Want | Every | AnyOf | Least | Bounds | Hopeless | Unadvisable

NOTHING_NEEDED = Every(())


def every(ways: Sequence[Way]) -> Way:
    """All of the ways, flattened; hopeless as soon as one of them is."""
    flat: list[Way] = []
    for way in ways:
        if isinstance(way, Hopeless):
            return way
        flat.extend(way.ways if isinstance(way, Every) else (way,))
    flat = list(dict.fromkeys(flat))
    return flat[0] if len(flat) == 1 else Every(tuple(flat))


def any_of(ways: Sequence[Way], nobody: Message) -> Way:
    """One of the ways, flattened and without the hopeless ones; `nobody` when none is left."""
    flat: list[Way] = []
    for way in ways:
        if not isinstance(way, Hopeless):
            flat.extend(way.ways if isinstance(way, AnyOf) else (way,))
    flat = list(dict.fromkeys(flat))
    if not flat:
        grounds = [way for way in ways if isinstance(way, Hopeless)]
        return grounds[0] if len(grounds) == 1 else Hopeless(nobody)
    return flat[0] if len(flat) == 1 else AnyOf(tuple(flat))


def least(count: int, ways: Sequence[Way], nobody: Message) -> Way:
    """At least `count` of the ways."""
    left = [way for way in ways if not isinstance(way, Hopeless)]
    if count <= 0:
        return NOTHING_NEEDED
    if count > len(left):
        return Hopeless(nobody)
    if count == len(left):
        return every(left)
    if count == 1:
        return any_of(left, nobody)
    return Least(count, tuple(left))


def asks_too_much(way: Way) -> bool:
    """Whether a count in it asks more than there is."""
    match way:
        case Every(ways=ways):
            return any(asks_too_much(one) for one in ways)
        case Bounds(bounds=bounds):
            return any(sum(weight for _, weight in one.cells) < one.total for one in bounds)
    return False
