"""Civil days and terms: how far a day lies from another.

A term in months or years keeps the day number, clipped to the end of the month; a term in
weeks ends on the same weekday. Clocks and zones are no business of this file.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

import attrs

UNITS = ("day", "week", "month", "year")
_WRITTEN = re.compile(r"([0-9]{1,4}) (day|week|month|year)s?\Z")


@attrs.frozen
class Term:
    """So many days, weeks, months or years.

    >>> Term.parse("4 weeks").after(date(2027, 2, 1))
    datetime.date(2027, 3, 1)
    >>> Term.parse("1 month").after(date(2027, 1, 31))
    datetime.date(2027, 2, 28)
    """

    count: int
    unit: str

    @classmethod
    def parse(cls, text: str) -> Term:
        """Read `"4 weeks"`; raises ValueError for anything else."""
        found = _WRITTEN.match(text)
        if found is None:
            raise ValueError(text)
        return cls(int(found[1]), found[2])

    def __str__(self) -> str:
        return f"{self.count} {self.unit}" + ("" if self.count == 1 else "s")

    def after(self, day: date) -> date:
        """The day that lies this term after `day`; the last day there is when it lies beyond."""
        return _shifted(day, self.count, self.unit)

    def before(self, day: date) -> date:
        """The day that lies this term before `day`."""
        return _shifted(day, -self.count, self.unit)


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
