"""A day that minds what it is held against, so that one can tell on which day answers may change.

Whatever asks only how this day compares with other days answers the same until the first day on
which one of those comparisons turns out otherwise: `Passing.until`. Values only.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

_LAST = date.max.toordinal()
ordinal = date.toordinal
"""The number of a day, as a key: a day that passes is asked nothing by it."""

Moved = Callable[[date], date]


class Passing:
    """What was asked of one day as it passes."""

    def __init__(self, today: date) -> None:
        self.today = date(today.year, today.month, today.day)
        self._now = self.today.toordinal()
        self._until = _LAST + 1

    @property
    def day(self) -> date:
        """Today, as a day that minds."""
        return _made(self, self.today, 0, 0)

    @property
    def until(self) -> date | None:
        """The first day on which anything that was asked can turn out otherwise; None: never."""
        return None if self._until > _LAST else date.fromordinal(self._until)

    def turns(self, ordinal: int) -> None:
        """Something can be otherwise from this day on; what is over already turns no more."""
        self._until = min(self._until, max(ordinal, self._now + 1))

    def tomorrow(self) -> None:
        """Something was asked that each day answers for itself."""
        self.turns(self._now + 1)


class PassingDay(date):
    """A day that lies from `low` to `high` days beyond a today that passes.

    Equal to the plain day that it is now. Who asks for its hash may find it among other days or
    not, each day anew; `ordinal` is the key of what is remembered within one answer.
    """

    passing: Passing
    low: int
    high: int

    def _held(self, other: object, on: bool, beyond: bool) -> None:
        """Mind a comparison whose answer turns `on` reaching the other day, or on going `beyond`
        it."""
        if isinstance(other, PassingDay):
            if (self.low, self.high) == (other.low, other.high) and self.low == self.high:
                return
            if self is other or self.high < other.low or other.high < self.low:
                return
            self.passing.tomorrow()
        elif isinstance(other, date):
            mine, there = date.toordinal(self), date.toordinal(other)
            if mine < there and (on or beyond):
                self.passing.turns(there - self.high + (not on))
            elif mine == there and beyond:
                self.passing.tomorrow()

    def __lt__(self, other: Any) -> bool:
        self._held(other, True, False)
        return date.__lt__(self, other)

    def __le__(self, other: Any) -> bool:
        self._held(other, False, True)
        return date.__le__(self, other)

    def __gt__(self, other: Any) -> bool:
        self._held(other, False, True)
        return date.__gt__(self, other)

    def __ge__(self, other: Any) -> bool:
        self._held(other, True, False)
        return date.__ge__(self, other)

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        self._held(other, True, True)
        return date.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        self.passing.tomorrow()
        return date.__hash__(self)

    def __add__(self, other: timedelta) -> PassingDay:
        return _made(self.passing, date.__add__(self, other), self.low + other.days,
                     self.high + other.days)  # fmt: skip

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, PassingDay) or self.low != self.high or other.low != other.high:
            self.passing.tomorrow()
        return date.__sub__(self, other)

    def __rsub__(self, other: Any) -> Any:
        self.passing.tomorrow()
        return date.__sub__(other, self)

    def moved(self, by: Moved, low: int, high: int) -> date:
        """The day that a term leads to from here, which lies from `low` to `high` days on."""
        found = by(date.fromordinal(date.toordinal(self)))
        if found in (date.min, date.max):
            self.passing.tomorrow()
            return found
        return _made(self.passing, found, self.low + low, self.high + high)

    @property
    def plain(self) -> date:
        """The day itself; whoever takes it has an answer of this very day."""
        self.passing.tomorrow()
        return date.fromordinal(date.toordinal(self))

    # whatever else is asked of a day is asked of this very day

    @property
    def year(self) -> int:
        """As of any day."""
        return self.plain.year

    @property
    def month(self) -> int:
        """As of any day."""
        return self.plain.month

    @property
    def day(self) -> int:
        """As of any day."""
        return self.plain.day

    def toordinal(self) -> int:
        """As of any day."""
        return self.plain.toordinal()

    def isoformat(self) -> str:
        """As of any day."""
        return self.plain.isoformat()

    def weekday(self) -> int:
        """As of any day."""
        return self.plain.weekday()

    def isoweekday(self) -> int:
        """As of any day."""
        return self.plain.isoweekday()

    def isocalendar(self) -> Any:
        """As of any day."""
        return self.plain.isocalendar()

    def replace(self, *given: Any, **named: Any) -> date:  # type: ignore[override]
        """As of any day."""
        return self.plain.replace(*given, **named)

    def strftime(self, format: str) -> str:
        """As of any day."""
        return self.plain.strftime(format)

    def timetuple(self) -> Any:
        """As of any day."""
        return self.plain.timetuple()

    def __str__(self) -> str:
        return str(self.plain)

    def __format__(self, spec: str) -> str:
        return format(self.plain, spec)

    def __repr__(self) -> str:
        return repr(self.plain)

    def __reduce__(self) -> Any:
        return self.plain.__reduce__()


class PassingMoment(datetime):
    """Noon of such a day: on which day it lies is that day itself."""

    passing_day: PassingDay

    def date(self) -> date:
        """The day that passes."""
        return self.passing_day


def noon(day: date) -> datetime:
    """Noon of a day, in UTC.

    >>> noon(date(2027, 2, 1)).isoformat()
    '2027-02-01T12:00:00+00:00'
    """
    whole = datetime.combine(day, time(12), UTC)
    if type(day) is not PassingDay:
        return whole
    made = PassingMoment.combine(whole.date(), time(12), UTC)
    made.passing_day = day
    return made


def _made(passing: Passing, day: date, low: int, high: int) -> PassingDay:
    whole = date.fromordinal(date.toordinal(day))
    made = date.__new__(PassingDay, whole.year, whole.month, whole.day)
    made.passing, made.low, made.high = passing, low, high
    return made
