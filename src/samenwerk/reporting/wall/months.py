"""How many days come in each month, where there are too many to draw each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from samenwerk.reporting.wall.told import Month

MONTHS = 12


def by_month(
    days: Iterable[tuple[date, int, bool]], today: date, names: Sequence[str], passed: str
) -> tuple[Month, ...]:
    """How many days have passed, and how many come in each of the twelve months from today on.

    Of each day is given how far it is away, counted from a day of its own, and whether it is late.
    `names` are the short names of the months, `passed` what is said of those that have passed.
    """
    counts: Counter[int] = Counter()
    for day, away, late in days:
        began = date.fromordinal(day.toordinal() - away)
        months = (day.year - began.year) * 12 + day.month - began.month
        counts[-1 if late else months] += 1
    found = [Month(label=passed, count=counts[-1], late=True)]
    for at in range(MONTHS):
        month = today.month - 1 + at
        year = f" {today.year + month // 12}" if month % 12 == 0 else ""
        found.append(Month(label=names[month % 12] + year, count=counts[at]))
    return tuple(found)
