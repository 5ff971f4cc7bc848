"""Calendars: which days are working days over a span of years, and how a term ends by them.

A calendar is what its definition says and nothing else: who read it in has written out every day
off. Which terms count by it is the definition's to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import attrs

from samenwerk.values.who import Declared

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = timedelta(days=1)


Days = Mapping[date, str] | tuple[tuple[date, str], ...]


def _sorted(days: Days) -> tuple[tuple[date, str], ...]:
    return tuple(sorted(days.items() if isinstance(days, Mapping) else days))


@attrs.frozen(kw_only=True, cache_hash=True)
class Calendar(Declared):
    """Days off between a first and a last day; outside those nobody knows which days are off.

    With `moves` a term does not end on a day off, and a term of `holds_from` days or longer holds
    at least `holds` working days. Both are for terms up to what `up_to` says for their unit; where
    that says nothing at all, for every term.

    >>> spring = Calendar(name="c", first=date(2027, 1, 1), last=date(2027, 12, 31),
    ...                   days_off={date(2027, 3, 29): "Easter Monday"})
    >>> spring.works(date(2027, 3, 29)), str(spring.next(date(2027, 3, 27)))
    (False, '2027-03-30')
    """

    first: date
    last: date
    days_off: tuple[tuple[date, str], ...] = attrs.field(converter=_sorted)
    weekend: tuple[str, ...] = ("saturday", "sunday")
    moves: bool = False
    holds: int = 0
    holds_from: int = 0
    up_to: tuple[tuple[str, int], ...] = ()
    _off: frozenset[date] = attrs.field(init=False, eq=False, repr=False)
    _weekend: frozenset[int] = attrs.field(init=False, eq=False, repr=False)

    @_off.default
    def _every_day_off(self) -> frozenset[date]:
        return frozenset(day for day, _ in self.days_off)

    @_weekend.default
    def _numbered(self) -> frozenset[int]:
        return frozenset(WEEKDAYS.index(one) for one in self.weekend)

    def works(self, day: date) -> bool:
        """Whether it is a working day."""
        return day.weekday() not in self._weekend and day not in self._off

    def next(self, day: date) -> date:
        """The day itself, or the first working day after it."""
        while not self.works(day) and day < date.max:
            day += _DAY
        return day

    def count(self, day: date, number: int) -> date:
        """The so-many-th working day after a day; before it when the number is negative."""
        step = _DAY if number > 0 else -_DAY
        left = abs(number)
        while left:
            if day in (date.max, date.min):
                return day
            day += step
            left -= self.works(day)
        return day

    def ends(self, begun: date, end: date, count: int, unit: str) -> date:
        """Where a term that began after `begun` ends, when it would by itself on `end`."""
        if not self.minds(count, unit):
            return end
        if self.holds and (unit != "day" or count >= self.holds_from):
            end = max(end, self.count(begun, self.holds))
        return self.next(end)

    def minds(self, count: int, unit: str) -> bool:
        """Whether a term of this length moves by it."""
        if not self.moves or unit == "working day":
            return False
        limits = dict(self.up_to)
        return not limits or count <= limits.get(unit, -1)

    def knows(self, *days: date) -> bool:
        """Whether all these days lie in its span."""
        return all(self.first <= day <= self.last for day in days)
