"""Which days are worth trying where days are compared: enough to bring about every order of them.

What is compared is given as sides that only grow with their day; so every order that exists at
all exists with days on which some side just reaches another, along a chain of comparisons.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeAlias

import attrs

from samenwerk.values.cell import Cell

Spot: TypeAlias = tuple[Cell, str]
"""A day that can be varied: the value of a cell ("value"), or the day of its entry ("day")."""

MOST = 400
"""More days than this for one spot are not tried."""


def itself(day: date) -> date:
    """The day."""
    return day


@attrs.frozen(eq=False)
class Side:
    """One side of a comparison: `then` of the day of a spot, or (no spot) one fixed day."""

    spot: Spot | None
    then: Callable[[date], date] = itself
    at: date | None = None


Pair: TypeAlias = tuple[Side, Side]


def first_day(then: Callable[[date], date], reaches: date, past: bool) -> date | None:
    """The first day of which `then` reaches a day, or lies past it; None where there is none.

    >>> first_day(itself, date(2027, 2, 1), past=True)
    datetime.date(2027, 2, 2)
    """
    low, high = date.min.toordinal(), date.max.toordinal()

    def there(number: int) -> bool:
        day = then(date.fromordinal(number))
        return day > reaches if past else day >= reaches

    for span in (3, 40, 800, 20_000):  # nearly always near: then few days are asked
        below, above = reaches.toordinal() - span, reaches.toordinal() + span
        if low <= below and above <= high and there(above) and not there(below):
            low, high = below + 1, above
            break
    if not there(high):
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if there(middle) else (middle + 1, high)
    return date.fromordinal(low)


@attrs.frozen(eq=False)
class Days:
    """The days to try at each spot; `all` is False when there were too many to list."""

    at: Mapping[Spot, tuple[date, ...]]
    all: bool = True


def days_to_try(
    pairs: Iterable[Pair], given: Mapping[Spot, Iterable[date]], plain: date
) -> Days:
    """The days for every spot in the pairs that is not given; `plain` where nothing is compared
    with a day that is known."""
    pairs = tuple(pairs)
    known = {spot: set(days) for spot, days in given.items()}
    free = {side.spot for pair in pairs for side in pair if side.spot is not None} - set(known)
    walk = _Walk(pairs, free)
    for pair in pairs:
        for side, other in (pair, pair[::-1]):
            days = known.get(other.spot, ()) if other.spot is not None else (other.at,)
            for day in days:
                if day is not None and side.spot in free:
                    walk.reach(side, other.then(day), frozenset())
    for group in _groups(pairs, free):
        if not any(_anchored(pair, free) for pair in pairs if _touches(pair, group)):
            walk.add(min(group, key=_order), plain, frozenset())
    walk.finish()
    days = {day for each in (*walk.found.values(), *known.values()) for day in each} | {plain}
    days |= {side.then(side.at) for pair in pairs for side in pair if side.at is not None}
    long_ago = _before(min(days), pairs)
    for spot in sorted(free, key=_order):
        walk.add(spot, long_ago, frozenset())
    walk.finish()
    return Days({spot: tuple(sorted(each)) for spot, each in walk.found.items()}, not walk.full)


class _Walk:
    """Days reached along chains of comparisons, in which no spot comes twice."""

    def __init__(self, pairs: Sequence[Pair], free: Iterable[Spot]) -> None:
        self.found: dict[Spot, set[date]] = {spot: set() for spot in free}
        self.full = False
        self._seen: set[tuple[Spot, date, frozenset[Spot]]] = set()
        self._open: list[tuple[Spot, date, frozenset[Spot]]] = []
        self._from: dict[Spot, list[Pair]] = {}
        for pair in pairs:
            for side, other in (pair, pair[::-1]):
                if other.spot in self.found and side.spot in self.found:
                    assert other.spot is not None
                    self._from.setdefault(other.spot, []).append((side, other))

    def add(self, spot: Spot, day: date, by: frozenset[Spot]) -> None:
        """A day for a spot, reached by way of other spots."""
        place = (spot, day, by | {spot})
        if place not in self._seen:
            self._seen.add(place)
            self.found[spot].add(day)
            self._open.append(place)

    def reach(self, side: Side, day: date, by: frozenset[Spot]) -> None:
        """The first days on which a side reaches that day, and lies past it."""
        assert side.spot is not None
        for past in (False, True):
            first = first_day(side.then, day, past)
            if first is not None:
                self.add(side.spot, first, by)

    def finish(self) -> None:
        """Walk on until nothing new is reached, or there are too many."""
        while self._open and not self.full:
            spot, day, by = self._open.pop()
            for side, other in self._from.get(spot, ()):
                if side.spot not in by:
                    self.reach(side, other.then(day), by)
            self.full = len(self._seen) > MOST * max(1, len(self.found))


def _groups(pairs: Iterable[Pair], free: set[Spot]) -> list[set[Spot]]:
    """The spots that are compared with each other, directly or by others."""
    groups: list[set[Spot]] = [{spot} for spot in sorted(free, key=_order)]
    for pair in pairs:
        met = [one for one in groups if _touches(pair, one)]
        groups = [one for one in groups if one not in met] + ([set().union(*met)] if met else [])
    return groups


def _touches(pair: Pair, spots: set[Spot]) -> bool:
    return any(side.spot in spots for side in pair)


def _anchored(pair: Pair, free: set[Spot]) -> bool:
    return any(side.spot is None or side.spot not in free for side in pair)


def _order(spot: Spot) -> tuple[str, ...]:
    return (*spot[0].order, spot[1])


def _before(first: date, pairs: Iterable[Pair]) -> date:
    """So long before that no chain of comparisons comes back to it."""
    near = timedelta(days=40)
    if first - date.min < near:
        return date.min
    shifts = [abs((side.then(first) - first).days) for pair in pairs for side in pair
              if side.spot is not None]  # fmt: skip
    number = first.toordinal() - 1 - sum(shifts)
    return date.fromordinal(max(number, date.min.toordinal()))

