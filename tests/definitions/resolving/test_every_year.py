"""Days that are off every year: written once, known in every year of the calendar."""

from datetime import date
from pathlib import Path

import pytest

from samenwerk import check
from samenwerk.definitions.read import read_text
from samenwerk.engine.speaking import speaker_for
from samenwerk.language.explained_calendar import calendar_says
from samenwerk.values.calendar import Calendar

HEAD = """
[workflow]
id = "x"
version = "1"
nl = "X"

[calendar.werk]
nl = "Werkdagen"
first_year = 2027
last_year = 2029
"""


def made(more: str) -> Calendar:
    """The calendar with these lines."""
    reading = read_text(HEAD + more)
    assert reading.workflow is not None, [one.code for one in reading.diagnostics]
    return reading.workflow.calendars["werk"]


def test_a_day_is_off_in_every_year() -> None:
    """From the first to the last, and explained by year."""
    calendar = made('every_year = { 12-25 = "Eerste kerstdag" }')
    assert tuple((date(year, 12, 25), "Eerste kerstdag") for year in (2027, 2028, 2029)) == (
        calendar.days_off
    )
    assert not calendar.works(date(2028, 12, 25))
    told = [*calendar_says(calendar, speaker_for("nl"))]
    assert "vrij in 2028: 25 december (Eerste kerstdag)" in told


def test_29_february_is_off_where_there_is_one() -> None:
    """Only in a leap year."""
    calendar = made('every_year = { 02-29 = "Schrikkeldag" }')
    assert ((date(2028, 2, 29), "Schrikkeldag"),) == calendar.days_off


def test_what_is_said_of_one_day_goes_first() -> None:
    """The day of one year keeps its own reason; both lists count."""
    calendar = made(
        'every_year = { 01-01 = "Nieuwjaar" }\n'
        'days_off = { 2028-01-01 = "Dicht", 2028-05-05 = "Bevrijdingsdag" }'
    )
    assert (
        (date(2027, 1, 1), "Nieuwjaar"), (date(2028, 1, 1), "Dicht"),
        (date(2028, 5, 5), "Bevrijdingsdag"), (date(2029, 1, 1), "Nieuwjaar"),
    ) == calendar.days_off  # fmt: skip


@pytest.mark.parametrize("day", ["12-32", "13-01", "02-30", "1-1", "2027-01-01", "kerst"])
def test_what_is_no_day_of_a_year(day: str) -> None:
    """Pointed at where it stands."""
    reading = read_text(f'{HEAD}every_year = {{ {day} = "Nooit" }}\n')
    assert [("SW125", "day_of_year", day)] == [
        (one.code, one.params["case"], one.params["written"]) for one in reading.diagnostics
        if one.serious
    ]  # fmt: skip


def test_a_day_needs_a_reason() -> None:
    """A text, as everywhere."""
    reading = read_text(f"{HEAD}every_year = {{ 01-01 = true }}\n")
    assert reading.workflow is None


@pytest.mark.parametrize(("day", "faults"), [("12-25", 0), ("01-01", 1)])
def test_a_region_adds_days_and_changes_none(day: str, faults: int, tmp_path: Path) -> None:
    """Where the base says `range`: a day more every year, and none that the base has."""
    base = f'{HEAD}overlay = "range"\nevery_year = {{ 01-01 = "Nieuwjaar" }}\n'
    (tmp_path / "base.toml").write_text(base, encoding="utf-8")
    (tmp_path / "workflow.toml").write_text(
        '[workflow]\nid = "y"\nversion = "1"\nnl = "Y"\nextends = "./base.toml@1"\n'
        f'[calendar.werk]\nevery_year = {{ {day} = "Anders" }}\n', encoding="utf-8",
    )  # fmt: skip
    found = check(tmp_path).diagnostics
    assert faults == sum(one.serious for one in found), [one.params for one in found]
