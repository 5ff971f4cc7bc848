"""Civil days and terms: how far a day lies from another.

A term in months or years keeps the day number, clipped to the end of the month; a term in
weeks ends on the same weekday; which days are working days is for its calendar. Clocks and zones
are no business of this file.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

import attrs

from samenwerk.values.calendar import Calendar
from samenwerk.values.passing import PassingDay

UNITS = ("day", "week", "month", "year", "working day")
WORKING = "working day"
_WRITTEN = re.compile(r"([0-9]{1,4}) (working day|day|week|month|year)s?\Z")
_DAYS = {"day": (1, 1), "week": (7, 7), "month": (28, 31), "year": (365, 366)}
_PLAIN = Calendar(name="", first=date.min, last=date.max, days_off={})


@attrs.frozen
class Term:
    """So many days, weeks, months, years or working days, by a calendar where one is given.

    >>> Term.parse("4 weeks").after(date(2027, 2, 1))
    datetime.date(2027, 3, 1)
    >>> Term.parse("1 month").after(date(2027, 1, 31))
    datetime.date(2027, 2, 28)
    >>> Term.parse("2 working days").after(date(2027, 1, 1))
    datetime.date(2027, 1, 5)
    """

    count: int
    unit: str
    calendar: Calendar | None = None

    @classmethod
    def parse(cls, text: str) -> Term:
        """Read `"4 weeks"`; raises ValueError for anything else."""
        found = _WRITTEN.match(text)
        if found is None:
            raise ValueError(text)
        return cls(int(found[1]), found[2])

    def __str__(self) -> str:
        return f"{self.count} {self.unit}" + ("" if self.count == 1 else "s")

    @property
    def key(self) -> str:
        """The term with the calendar that it counts by, the same for equal ones alone."""
        return str(self) if self.calendar is None else f"{self} by {self.calendar.name}"

    def by(self, calendar: Calendar | None) -> Term:
        """The same term by a calendar; without one where that makes no difference."""
        if calendar is None or not (self.working or calendar.minds(self.count, self.unit)):
            return attrs.evolve(self, calendar=None)
        return attrs.evolve(self, calendar=calendar)

    @property
    def working(self) -> bool:
        """Whether it counts working days."""
        return self.unit == WORKING

    @property
    def moves(self) -> bool:
        """Whether its last day moves on to a working day."""
        return self.calendar is not None and not self.working

    def after(self, day: date) -> date:
        """The day that lies this term after `day`; the last day there is when it lies beyond.

        Outside the span of its calendar that is no more than a direction to look in: `beyond`
        tells when.
        """
        if type(day) is PassingDay:
            return day.moved(self.after, *self._reach(day))
        if self.working:
            return (self.calendar or _PLAIN).count(day, self.count)
        end = _shifted(day, self.count, self.unit)
        return end if self.calendar is None else self.calendar.ends(day, end, self.count, self.unit)

    def before(self, day: date) -> date:
        """The day that lies this term before `day`; counting back, no day moves."""
        if type(day) is PassingDay:
            low, high = self._reach(day)
            return day.moved(self.before, -high, -low)
        if self.working:
            return (self.calendar or _PLAIN).count(day, -self.count)
        return _shifted(day, -self.count, self.unit)

    def since(self, day: date) -> date:
        """The first day that the calendar is asked about, for a term after `day`."""
        if type(day) is PassingDay:
            return self.since(day.plain)
        if self.working or (self.calendar is not None and self.calendar.holds):
            return day
        return _shifted(day, self.count, self.unit)

    def beyond(self, day: date, back: bool = False) -> bool:
        """Whether its end cannot be known, because the calendar does not reach so far."""
        if self.calendar is None or (back and not self.working):
            return False
        day = day.plain if type(day) is PassingDay else day
        first, last = (self.before(day), day) if back else (self.since(day), self.after(day))
        return not self.calendar.knows(first, last)


    def _reach(self, day: PassingDay) -> tuple[int, int]:
        """From how many to how many days it lies ahead, whatever day it is counted from."""
        days = _DAYS.get(self.unit)
        if days is None or self.calendar is not None:
            day.passing.tomorrow()  # what a calendar says is of this very day
            return (0, 0)
        return (days[0] * self.count, days[1] * self.count)


def _shifted(day: date, count: int, unit: str) -> date:
    try:
        if unit == "day":
            return day + timedelta(days=count)
        if unit == "week":
            return day + timedelta(weeks=count)
        months = day.year * 12 + day.month - 1 + (count if unit == "month" else 12 * count)
        year, month = divmod(months, 12)
        last = calendar.monthrange(year, month + 1)[1]
        return date(year, month + 1, min(day.day, last))
    except (OverflowError, ValueError):
        return date.max if count > 0 else date.min
