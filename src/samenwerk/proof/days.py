"""Which days are worth trying where days are compared: enough to bring about every order of them.

What is compared is given as sides that only grow with their day; so every order that exists at
all exists with days on which some side just reaches another, along a chain of comparisons.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
    found: dict[Spot, set[date]] = {spot: set() for spot in free}
    for group in _groups(pairs, free):
        if not any(_anchored(pair, free) for pair in pairs if _touches(pair, group)):
            found[min(group, key=_order)] = {plain}
    all_there = _closed(pairs, known, found)
    days = {day for each in (*found.values(), *known.values()) for day in each} | {plain}
    days |= {side.then(side.at) for pair in pairs for side in pair if side.at is not None}
    long_ago = _before(min(days), pairs)
    for each in found.values():
        each.add(long_ago)
    all_there = _closed(pairs, known, found) and all_there
    return Days({spot: tuple(sorted(each)) for spot, each in found.items()}, all_there)


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


def _closed(
    pairs: tuple[Pair, ...], known: Mapping[Spot, set[date]], found: dict[Spot, set[date]]
) -> bool:
    """Whether nothing new comes any more within so many rounds as there are spots."""
    for _ in range(len(found) + 1):
        grown = False
        for pair in pairs:
            for side, other in (pair, pair[::-1]):
                if side.spot is None or side.spot not in found:
                    continue
                mine = found[side.spot]
                for day in _of(other, known, found):
                    for past in (False, True):
                        first = first_day(side.then, day, past)
                        if first is not None and first not in mine:
                            mine.add(first)
                            grown = True
                if len(mine) > MOST:
                    return False
        if not grown:
            return True
    return True


def _of(
    side: Side, known: Mapping[Spot, set[date]], found: Mapping[Spot, set[date]]
) -> list[date]:
    if side.spot is None:
        return [] if side.at is None else [side.then(side.at)]
    days = known.get(side.spot) or found.get(side.spot) or set()
    return [side.then(day) for day in sorted(days)]
