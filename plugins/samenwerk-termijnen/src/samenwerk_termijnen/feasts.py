"""When the Dutch feasts are, in any year of the present calendar.

Which of them are days off is in `days_off`.
"""

from __future__ import annotations

from datetime import date, timedelta

_SUNDAY = 6


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian reckoning (Meeus, Jones and Butcher).

    >>> easter(2027)
    datetime.date(2027, 3, 28)
    """
    golden = year % 19
    century, rest = divmod(year, 100)
    leap_centuries, left = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon + 15) % 30
    leap_years, years = divmod(rest, 4)
    weekday = (32 + 2 * left + 2 * leap_years - epact - years) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def from_easter(year: int, days: int) -> date:
    """So many days after Easter Sunday."""
    return easter(year) + timedelta(days=days)


def kings_day(year: int) -> date:
    """The day on which the birthday of the King, or before 2014 that of the Queen, is celebrated.

    27 April, on a Sunday the day before; from 1980 to 2013 30 April likewise. Raises ValueError
    for a year before that, when another rule held.

    >>> kings_day(2025), kings_day(2026)
    (datetime.date(2025, 4, 26), datetime.date(2026, 4, 27))
    """
    if year < 1980:
        raise ValueError(f"King's Day is known from 1980 on, not in {year}")
    day = date(year, 4, 27 if year >= 2014 else 30)
    return day - timedelta(days=1) if day.weekday() == _SUNDAY else day
