"""Which feasts are days off, by whom: in the Netherlands, for the law on terms, and for banks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from samenwerk import Parameter, PluginCalendar
from samenwerk.hooks.values import Given
from samenwerk_termijnen.feasts import easter, from_easter, kings_day

ALWAYS, EVERY_FIVE, NEVER = "every_year", "every_five_years", "never"
"""In which years Liberation Day is a day off."""


def nederland(year: int, given: Mapping[str, Given]) -> Mapping[date, str]:
    """The days that are off for most people; what differs by agreement is a parameter.

    Raises ValueError for another word at `liberation_day` than there is.
    """
    liberation = given["liberation_day"]
    if liberation not in (ALWAYS, EVERY_FIVE, NEVER):
        raise ValueError(f"liberation_day = {ALWAYS}, {EVERY_FIVE} or {NEVER}, not {liberation}")
    days = {
        date(year, 1, 1): "Nieuwjaarsdag",
        easter(year): "Eerste paasdag",
        from_easter(year, 1): "Tweede paasdag",
        kings_day(year): "Koningsdag" if year >= 2014 else "Koninginnedag",
        from_easter(year, 39): "Hemelvaartsdag",
        from_easter(year, 49): "Eerste pinksterdag",
        from_easter(year, 50): "Tweede pinksterdag",
        date(year, 12, 25): "Eerste kerstdag",
        date(year, 12, 26): "Tweede kerstdag",
    }
    if given["good_friday"]:
        days[from_easter(year, -2)] = "Goede Vrijdag"
    if liberation == ALWAYS or (liberation == EVERY_FIVE and year % 5 == 0):
        days.setdefault(date(year, 5, 5), "Bevrijdingsdag")
    return days


def termijnenwet(year: int, given: Mapping[str, Given]) -> Mapping[date, str]:
    """The days of article 3 of the law on terms, Good Friday among them.

    Days that the King puts on a par are announced for a few years at a time: they are the
    workflow's to write, with where they stand.
    """
    days = {
        date(year, 1, 1): "Nieuwjaarsdag",
        from_easter(year, -2): "Goede Vrijdag",
        from_easter(year, 1): "Tweede paasdag",
        kings_day(year): "Koningsdag" if year >= 2014 else "Koninginnedag",
        from_easter(year, 39): "Hemelvaartsdag",
        from_easter(year, 50): "Tweede pinksterdag",
        date(year, 12, 25): "Eerste kerstdag",
        date(year, 12, 26): "Tweede kerstdag",
    }
    days.setdefault(date(year, 5, 5), "5 mei")  # in some years Ascension Day is on it
    return days


def bank_days(year: int, given: Mapping[str, Given]) -> Mapping[date, str]:
    """The days on which no payments go between banks in the euro area."""
    return {
        date(year, 1, 1): "Nieuwjaarsdag",
        from_easter(year, -2): "Goede Vrijdag",
        from_easter(year, 1): "Tweede paasdag",
        date(year, 5, 1): "Dag van de Arbeid",
        date(year, 12, 25): "Eerste kerstdag",
        date(year, 12, 26): "Tweede kerstdag",
    }


CALENDARS = (
    PluginCalendar(
        "nederland",
        {"nl": "Vrije dagen in Nederland", "en": "Days off in the Netherlands"},
        nederland,
        (
            Parameter("liberation_day", "text", EVERY_FIVE,
                      {"nl": "wanneer Bevrijdingsdag vrij is", "en": "when Liberation Day is off"}),
            Parameter("good_friday", "yes_no", False,
                      {"nl": "of Goede Vrijdag vrij is", "en": "whether Good Friday is off"}),
        ),
        "Rijksoverheid, feestdagen en vrije dagen",
    ),
    PluginCalendar(
        "termijnenwet",
        {"nl": "Dagen van de Algemene termijnenwet", "en": "Days of the Dutch act on terms"},
        termijnenwet,
        (),
        "Algemene termijnenwet, artikel 3",
    ),
    PluginCalendar(
        "bank_days",
        {"nl": "Dagen waarop banken elkaar niet betalen", "en": "Days without bank payments"},
        bank_days,
        (),
        "Europese Centrale Bank, sluitingsdagen van TARGET",
    ),
)  # fmt: skip
