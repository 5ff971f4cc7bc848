"""Feasts as they were published, and what holds of them in every year."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerk_termijnen.days_off import CALENDARS, bank_days, nederland, termijnenwet
from samenwerk_termijnen.feasts import easter, kings_day

GIVEN = {"liberation_day": "every_year", "good_friday": True}
PUBLISHED = {
    2022: "01-01 04-15 04-17 04-18 04-27 05-05 05-26 06-05 06-06 12-25 12-26",
    2025: "01-01 04-18 04-20 04-21 04-26 05-05 05-29 06-08 06-09 12-25 12-26",
    2026: "01-01 04-03 04-05 04-06 04-27 05-05 05-14 05-24 05-25 12-25 12-26",
    2027: "01-01 03-26 03-28 03-29 04-27 05-05 05-06 05-16 05-17 12-25 12-26",
    2028: "01-01 04-14 04-16 04-17 04-27 05-05 05-25 06-04 06-05 12-25 12-26",
}
"""Holidays with Good Friday and 5 May, as lists of holidays give them."""
EASTERS = {
    1981: "04-19", 1999: "04-04", 2000: "04-23", 2008: "03-23", 2011: "04-24", 2019: "04-21",
    2024: "03-31", 2038: "04-25", 2049: "04-18", 2076: "04-19",
}  # fmt: skip
"""Easter Sundays, the earliest and latest of these times among them."""
DAY = timedelta(days=1)

years = st.integers(1980, 2299)


def named(days: Mapping[date, str]) -> str:
    """The days of a year as a list has them."""
    return " ".join(f"{day:%m-%d}" for day in sorted(days))


@pytest.mark.parametrize(("year", "expected"), PUBLISHED.items())
def test_days_off_are_those_that_were_published(year: int, expected: str) -> None:
    """Of several years, one with Easter in March and one with King's Day on a Sunday."""
    assert expected == named(nederland(year, GIVEN))


@pytest.mark.parametrize(("year", "expected"), EASTERS.items())
def test_easter(year: int, expected: str) -> None:
    """The reckoning gives the Sundays that the calendar knows."""
    assert expected == f"{easter(year):%m-%d}"


@pytest.mark.parametrize(
    ("year", "expected"),
    [(2013, "04-30"), (2006, "04-29"), (2014, "04-26"), (2020, "04-27"), (2031, "04-26")],
)
def test_kings_day_is_never_on_a_sunday(year: int, expected: str) -> None:
    """It is celebrated the day before; until 2013 it was the Queen's."""
    assert expected == f"{kings_day(year):%m-%d}"


def test_before_1980_another_rule_held() -> None:
    """Nothing is made up for it."""
    with pytest.raises(ValueError, match="1980"):
        kings_day(1979)


@given(years)
def test_easter_is_a_sunday_within_its_bounds(year: int) -> None:
    """From 22 March to 25 April."""
    assert 6 == easter(year).weekday()
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


@given(years)
def test_the_law_counts_weekdays_that_are_off(year: int) -> None:
    """Its days are those of the Netherlands but the two Sundays, with Good Friday and 5 May."""
    sundays = {easter(year), easter(year) + 49 * DAY}
    assert set(nederland(year, GIVEN)) - sundays == set(termijnenwet(year, {}))
    assert all(day.year == year for day in (*termijnenwet(year, {}), *bank_days(year, {})))


@given(years, st.sampled_from(["every_year", "every_five_years", "never"]), st.booleans())
def test_what_differs_by_agreement(year: int, liberation: str, friday: bool) -> None:
    """Liberation Day every year, once in five years or never; Good Friday or not."""
    days = nederland(year, {"liberation_day": liberation, "good_friday": friday})
    wanted = liberation == "every_year" or (liberation == "every_five_years" and year % 5 == 0)
    assert wanted is (days.get(date(year, 5, 5)) == "Bevrijdingsdag") or (
        days[date(year, 5, 5)] == "Hemelvaartsdag"  # as in 2005 and 2016
    )
    assert friday == ("Goede Vrijdag" in days.values())


def test_another_word_for_liberation_day_is_told() -> None:
    """With the words that there are."""
    with pytest.raises(ValueError, match="every_five_years"):
        nederland(2027, {"liberation_day": "sometimes", "good_friday": True})


def test_every_calendar_says_where_its_days_stand() -> None:
    """And is called something in both languages."""
    assert all(one.source and {"nl", "en"} == {*one.labels} for one in CALENDARS)
