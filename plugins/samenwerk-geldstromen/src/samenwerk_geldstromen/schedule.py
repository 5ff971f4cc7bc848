"""When which part of an award falls due: in yearly parts beforehand, or after a milestone. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

import attrs

from samenwerk_geldstromen.dividing import parts

NOTHING = Decimal("0.00")


@attrs.frozen
class Part:
    """One part of an award: its number from 1, its amount, and the day on which it falls due."""

    number: int
    amount: Decimal
    day: date


def yearly(amount: Decimal, count: int, first: date) -> tuple[Part, ...]:
    """All of it in advance: the first part on the first day, the others each year after."""
    return tuple(
        Part(number + 1, one, _years_on(first, number))
        for number, one in enumerate(parts(amount, count))
    )


def by_milestone(
    amount: Decimal, count: int, confirmed: Mapping[int, date]
) -> tuple[Part, ...]:
    """Only the parts whose milestone was confirmed, each on the day that it was.

    >>> by_milestone(Decimal("10.00"), 3, {1: date(2027, 5, 1)})[0].amount
    Decimal('3.34')
    """
    return tuple(
        Part(number, one, confirmed[number])
        for number, one in enumerate(parts(amount, count), 1)
        if number in confirmed
    )


def together(some: Iterable[Part]) -> Decimal:
    """The amounts of these parts together."""
    return sum((one.amount for one in some), NOTHING)


def due_now(some: Iterable[Part], day: date, paid: Decimal) -> Decimal:
    """What must be paid on a day: all that fell due by then, less what was paid."""
    return max(together(one for one in some if one.day <= day) - paid, NOTHING)


def paid_on(
    some: Iterable[Part], paid: Iterable[tuple[date, Decimal]]
) -> Mapping[int, date]:
    """The day on which each part was paid whole, the parts in their order."""
    found: dict[int, date] = {}
    left, needed = list(paid), NOTHING
    reached, day = NOTHING, None
    for part in some:
        needed += part.amount
        while reached < needed and left:
            day, amount = left.pop(0)
            reached += amount
        if reached < needed:
            break
        found[part.number] = day or part.day
    return found


def _years_on(day: date, years: int) -> date:
    if day.month == 2 and day.day == 29:
        return date(day.year + years, 2, 28) if years % 4 else date(day.year + years, 2, 29)
    return date(day.year + years, day.month, day.day)
