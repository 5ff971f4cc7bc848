"""The plugin for accounting: its days, its rule and its reports, and the workflow that needs it."""

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samenwerk_verantwoording
from samenwerk import (
    Engine,
    Holding,
    MemoryStore,
    Party,
    Plugins,
    Room,
    Verdict,
    check,
    load,
    render,
)
from samenwerk.language.catalogue import gaps
from samenwerk.values.waiting import Due
from samenwerk_verantwoording.national import days, subjects
from samenwerk_verantwoording.rounds import HALF_YEAR, QUARTER, periods
from samenwerk_verantwoording.wording import WORDING

FOLDER = Path(__file__).resolve().parents[1] / "workflow"
PLUGINS = Plugins.of(samenwerk_verantwoording)
START = date(2027, 1, 4)


@pytest.fixture
def engine() -> Engine:
    """An engine on the first day."""
    moment = datetime(2027, 1, 4, 12, tzinfo=UTC)
    return Engine(MemoryStore(), plugins=PLUGINS, clock=lambda: moment)


@pytest.fixture
def room(engine: Engine) -> Room:
    """Four parties that work together, with a grant over 2027 and 2028."""
    room = engine.start(load(FOLDER, plugins=PLUGINS), "regio", rehearsal=True)
    sorts = {"duin": "municipality", "veen": "municipality", "kreek": "provider",
             "halm": "insurer"}  # fmt: skip
    roles = {"chair": "kreek", "mandate_holder": "duin", "coordinator": "halm"}
    room.enrol(
        parties=[Party(id, sort, (("nl", id.title()),)) for id, sort in sorts.items()],
        holds=[Holding(role, who) for role, who in roles.items()],
    )
    assert room.do("collaboration.found", case="s", actor="kreek").carried_out
    assert room.do("grant.award", case="u", actor="duin").carried_out
    tell(room, first_year=2027, last_year=2028, granted=Decimal(400000))
    return room


def tell(room: Room, who: str = "duin", of: str | None = None, **facts: object) -> None:
    """Record facts of the grant."""
    for name, value in facts.items():
        outcome = room.record(name, value, case="u", actor=who, who=of)  # type: ignore[arg-type]
        assert outcome.carried_out, render(outcome, "en", room)


def keys(room: Room, prefix: str, on: date = START) -> list[tuple[str, str, tuple[str, ...]]]:
    """Day, key and who of the days of one kind."""
    return [
        (str(one.day), str(one.key).removeprefix(prefix), one.who)
        for one in dues(room, on)
        if str(one.key).startswith(prefix)
    ]


def dues(room: Room, on: date = START) -> list[Due]:
    """What this plugin knows of, and that it went well."""

    def failed(fault: Exception) -> None:
        raise fault

    return [one for one in room.due(day=on, failed=failed) if one.plugin == "verantwoording"]


def says(room: Room, on: date = START) -> list[str]:
    """What is due, in Dutch."""
    return [render(one.what, "nl", room) for one in dues(room, on)]


def test_every_sentence_is_there_in_both_languages() -> None:
    """None is missing, and none has other holes."""
    assert [] == gaps(WORDING)


def test_its_workflow_has_no_faults() -> None:
    """It is checked with this plugin alone."""
    assert () == check(FOLDER, plugins=PLUGINS).diagnostics


def test_a_grant_is_accounted_for_each_year_on_15_july(room: Room) -> None:
    """In the year after, by the mandate holder, until it was done."""
    first, second = (("2028-07-15", "2027", ("duin",)), ("2029-07-15", "2028", ("duin",)))
    assert [first, second] == keys(room, "sisa.")
    tell(room, accounted_until=2027)
    assert [second] == keys(room, "sisa.")
    tell(room, accounted_until=2028)
    assert [] == keys(room, "sisa.")


def test_what_was_passed_on_comes_a_year_later(room: Room) -> None:
    """Who got it accounts for it first; who passed it on a year after that."""
    tell(room, of="veen", passed_on=Decimal(90000))
    tell(room, accounted_until=2028)
    whole = [
        ("2028-07-15", "2027.veen", ("veen",)),
        ("2029-07-15", "2027.passed_on", ("duin",)),
        ("2029-07-15", "2028.veen", ("veen",)),
        ("2030-07-15", "2028.passed_on", ("duin",)),
    ]
    assert whole == keys(room, "sisa.")
    tell(room, "veen", of="veen", sub_accounted_until=2027)
    tell(room, passed_on_accounted_until=2027)
    assert whole[2:] == keys(room, "sisa.")
    tell(room, of="veen", passed_on=Decimal(0))
    assert [] == keys(room, "sisa.")


def test_an_accountant_signs_from_the_amount_of_the_scheme(room: Room) -> None:
    """At that amount and above; while nobody knows the amount it is not asked."""
    assert "De uitkering over 2027 verantwoorden." == says(room)[0]
    tell(room, statement_from=Decimal("400000.01"), sisa_code="x2")
    assert "De uitkering over 2027 verantwoorden (code X2)." == says(room)[0]
    tell(room, statement_from=Decimal(400000))
    told = "De uitkering over 2027 verantwoorden (code X2), met een verklaring van de accountant."
    assert told == says(room)[0]


@pytest.mark.parametrize(("first", "last"), [(2028, 2027), (0, 2027), (2027, 999999)])
def test_years_that_make_no_sense_do_no_harm(room: Room, first: int, last: int) -> None:
    """No days for a stretch that ends before it begins; at most 31 years of any."""
    tell(room, first_year=first, last_year=last)
    assert len(keys(room, "sisa.")) in (0, 31)


def test_progress_is_told_each_quarter(room: Room) -> None:
    """Those behind us and the one we are in; what was done in one settles those before it."""
    room.do("plan.begin", case="p", actor="kreek")
    for name, day in (("progress_from", date(2027, 2, 1)), ("progress_until", date(2027, 11, 1))):
        assert room.record(name, day, case="p", actor="kreek").carried_out
    assert [] == keys(room, "progress.", date(2026, 12, 31))
    assert [("2027-03-31", "2027.1", ("kreek",))] == keys(room, "progress.", date(2027, 3, 31))
    four = [f"2027.{one}" for one in (1, 2, 3, 4)]
    assert four == [key for _, key, _ in keys(room, "progress.", date(2030, 1, 1))]
    done = room.do("plan.report_progress", case="p", actor="kreek", day=date(2027, 1, 4))
    assert done.carried_out
    assert four[1:] == [key for _, key, _ in keys(room, "progress.", date(2030, 1, 1))]


def test_the_test_comes_twice_a_year(room: Room) -> None:
    """For the collaboration as a whole, seen to by the chair."""
    for name, day in (("tests_from", START), ("tests_until", date(2028, 6, 1))):
        assert room.record(name, day, case="s", actor="kreek").carried_out
    assert [
        ("2027-06-30", "2027.1", ("kreek",)),
        ("2027-12-31", "2027.2", ("kreek",)),
        ("2028-06-30", "2028.1", ("kreek",)),
    ] == keys(room, "tests.", date(2029, 1, 1))


def test_national_days_are_for_who_takes_part(room: Room) -> None:
    """The first that is not settled; what was done in its year settles it."""
    assert [] == keys(room, "national.")
    for name in ("recalibrates", "scans"):
        assert room.record(name, True, case="s", actor="kreek").carried_out
    assert [
        ("2027-12-31", "scan.2027", ("kreek",)), ("2028-12-31", "recalibration.2028", ("kreek",)),
    ] == keys(room, "national.")  # fmt: skip
    assert room.do("collaboration.scan", case="s", actor="kreek").carried_out
    left = [key for _, key, _ in keys(room, "national.")]
    assert ["recalibration.2028", "scan.2028"] == left


def test_recalibration_comes_back_every_five_years() -> None:
    """In 2028, 2033 and so on; the scan ends with its last day."""
    recalibration, scan = subjects()
    assert [2028, 2033, 2038] == [day.year for day in days(recalibration)][:3]
    assert [date(2027, 12, 31), date(2028, 12, 31)] == list(days(scan))


def test_the_rule_names_what_is_late(engine: Engine, room: Room) -> None:
    """On the day itself it is still in time; the day after it is not."""
    last, after = (
        engine.at(datetime(2028, 7, day, 12, tzinfo=UTC)).room(room.id) for day in (15, 16)
    )
    in_time = last.ask("grant.settle", case="u", actor="duin")
    assert Verdict.ALLOWED == in_time.verdict
    late = after.ask("grant.settle", case="u", actor="duin")
    assert Verdict.NOT_YET == late.verdict
    said = " ".join(render(late, "nl", room).split())
    assert "dit had er op 15 juli 2028 moeten zijn: de uitkering over 2027 verantwoorden" in said
    assert "doe dit eerst" in said.lower()


def test_the_summary_tells_what_is_public_and_nothing_else(room: Room) -> None:
    """Where a plan stands, its public facts and its milestones; no days of quarters."""
    room.do("plan.begin", case="p", actor="kreek")
    room.record("impact_area", "staff", case="p", actor="kreek")
    room.record("progress_from", date(2027, 2, 1), case="p", actor="kreek")
    milestone = {"case": "m", "actor": "kreek", "parent": "p", "facts": {"day": date(2027, 6, 1)}}
    assert room.do("milestone.agree", **milestone).carried_out  # type: ignore[arg-type]
    told = room.report("verantwoording.summary", "nl")
    for part in ("Plannen van regio in het kort", "Waar het plan effect heeft: personeel.",
                 "Mijlpaal m, 1 juni 2027: Afgesproken.", "- Duin"):  # fmt: skip
        assert part in told
    assert "februari" not in told
    english = room.report("verantwoording.summary", "en", "markdown")
    assert english.startswith("# Plans of regio in short\n")


def test_the_account_of_a_year(room: Room) -> None:
    """What was granted and passed on, what is open, and what happened."""
    tell(room, of="veen", passed_on=Decimal(90000))
    told = room.report("verantwoording.account", "nl", day=date(2028, 8, 1))
    for part in ("Verantwoording van regio over 2027", "€ 400.000,00", "€ 90.000,00",
                 "volgt in 2029", "15 juli 2028, u: de uitkering over 2027 verantwoorden",
                 "Toekennen; dossier u"):  # fmt: skip
        assert part in told
    none = room.report("verantwoording.account", "en", day=START, since=date(2020, 5, 1))
    assert "There are no grants for 2020." in none
    assert "No case moved on in 2020." in none


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.dates(date(1990, 1, 1), date(2090, 1, 1)),
       st.sampled_from([QUARTER, HALF_YEAR]))  # fmt: skip
def test_periods_follow_each_other_without_gaps(first: date, last: date, months: int) -> None:
    """The first holds the first day, each begins the day after the one before, none is empty."""
    found = list(periods(first, last, months))
    if first <= last:
        assert found[0][0] <= first <= found[0][1]
    for (_, end), (start, _) in pairwise(found):
        assert 1 == (start - end).days
    assert all(start <= last and start < end for start, end in found)
