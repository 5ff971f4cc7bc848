"""The menu of support: what it holds, how old that is, and how it advises."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import samenwerk_menukaart
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
from samenwerk_menukaart.command import command
from samenwerk_menukaart.offers import KINDS, PROBLEMS, Offer, fitting, offers, read
from samenwerk_menukaart.wording import wording

FOLDER = Path(__file__).resolve().parents[1] / "workflow"
PLUGINS = Plugins.of(samenwerk_menukaart)
DAY = date(2027, 1, 4)
WHOLE: dict[str, Any] = {
    "nl": "a", "en": "b", "what": {"nl": "c", "en": "d"}, "for": {"nl": "e", "en": "f"},
    "kinds": ["subsidy"], "helps": ["money"], "source": "g",
}  # fmt: skip


@pytest.fixture
def room() -> Room:
    """A project that is being prepared."""
    engine = Engine(
        MemoryStore(), plugins=PLUGINS, clock=lambda: datetime(2027, 1, 4, 12, tzinfo=UTC)
    )
    room = engine.start(load(FOLDER, plugins=PLUGINS), "regio")
    room.enrol(parties=[Party("duin", "provider")], holds=[Holding("lead", "duin")])
    assert room.do("collaboration.found", case="s", actor="duin").carried_out
    assert room.do("project.prepare", case="p", actor="duin").carried_out
    return room


def run(*words: str) -> tuple[int, str]:
    """The command, with its exit code and what it prints on one line."""
    ran = CliRunner().invoke(command, [*words, "--op", "2027-01-04"], env={"SAMENWERK_LANG": "nl"})
    return ran.exit_code, " ".join(ran.output.split())


def test_its_sentences_and_its_workflow_are_whole() -> None:
    """Both languages have every sentence, and the workflow has no faults."""
    assert [] == gaps(wording())
    assert () == check(FOLDER, plugins=PLUGINS).diagnostics


def test_every_offer_says_what_it_is_for_whom_and_from_which_source() -> None:
    """With a kind and a problem that are known; each of them is there at least once."""
    assert set(KINDS) == {kind for one in offers() for kind in one.kinds}
    assert set(PROBLEMS) == {problem for one in offers() for problem in one.helps}
    for one in offers():
        assert all((one.names["nl"], one.what["nl"], one.for_whom["en"], one.source))


@pytest.mark.parametrize(
    "wrong",
    [{"kinds": ["gift"]}, {"kinds": []}, {"helps": "money"}, {"price": "5"}, {"what": "x"},
     {"checked": "2027"}, {"until": datetime(2027, 1, 1)}, {"for": {"nl": "x"}}],
)  # fmt: skip
def test_what_is_no_offer_is_refused(wrong: dict[str, Any]) -> None:
    """The error names it; a whole one is read."""
    assert "x" == read("x", WHOLE).id
    with pytest.raises(ValueError, match="x: "):
        read("x", {**WHOLE, **wrong})


@pytest.mark.parametrize(
    ("checked", "old"),
    [(None, True), (date(2026, 1, 3), True), (date(2026, 1, 4), False), (DAY, False)],
)
def test_an_offer_is_old_when_nobody_looked_for_a_year(checked: date | None, old: bool) -> None:
    """The same day of the next year still counts; who does not know the day is told so."""
    one = read("x", {**WHOLE, **({} if checked is None else {"checked": checked})})
    assert old is one.old(DAY)


def test_what_has_ended_is_left_out() -> None:
    """On its last day it is there; after that only for who asks."""
    (subsidy,) = fitting(date(2022, 12, 31), kind="subsidy")
    assert "transitiemiddelen" == subsidy.id
    assert () == fitting(DAY, kind="subsidy")
    assert (subsidy,) == fitting(DAY, kind="subsidy", also_over=True)


def test_those_that_were_looked_at_come_first() -> None:
    """They are the surest."""
    found = fitting(DAY, problem="example")
    assert "kennisbank" == found[0].id
    assert all(isinstance(one, Offer) and "example" in one.helps for one in found)


def test_the_command_shows_what_is_asked_for() -> None:
    """By kind and by problem, with a word about its age."""
    code, told = run("--soort", "expertise")
    assert 0 == code
    assert "RegioKracht" in told
    assert "Kennisbank" not in told
    assert "niet bekend wanneer dit is nagekeken" in told
    assert "niet meer nagekeken sinds 10 februari 2023" in run("--bij", "voorbeelden")[1]
    assert "Menu of support" in run("--lang", "en")[1]


def test_the_command_says_when_nothing_fits() -> None:
    """With exit code 1."""
    assert (1, "Ondersteuning voor samenwerken in de regio") == (
        run("--soort", "subsidie")[0], run("--soort", "subsidie")[1].partition(" ===")[0],
    )  # fmt: skip
    ended = run("--soort", "subsidie", "--ook-afgelopen")[1]
    assert "Afgelopen sinds 31 december 2022" in ended


def test_a_step_advises_where_help_is(room: Room) -> None:
    """It may be done, and the finding names what fits the problem; once looked, it is silent."""
    room.record("support_about", "people", case="p", actor="duin")
    asked = room.ask("project.start", case="p", actor="duin")
    assert Verdict.ALLOWED == asked.verdict
    said = " ".join(render(asked, "nl", room).split())
    assert "kijk eens bij Kennisbank Duurzame Medische Zorg, RegioKracht" in said
    room.record("support_looked_at", DAY, case="p", actor="duin")
    later = " ".join(render(room.ask("project.start", case="p", actor="duin"), "nl", room).split())
    assert "kijk eens" not in later


def test_who_is_stuck_looks_for_help_first(room: Room) -> None:
    """The refusal says who can help with the process; a look of long ago does not count."""
    room.record("support_looked_at", date(2026, 10, 3), case="p", actor="duin")
    room.do("project.start", case="p", actor="duin")
    room.do("project.get_stuck", case="p", actor="duin")
    refused = room.do("project.go_on", case="p", actor="duin")
    assert Verdict.NOT_YET == refused.verdict
    said = " ".join(render(refused, "nl", room).split())
    assert "3 oktober 2026 voor het laatst naar ondersteuning gekeken" in said
    assert "Kijk of RegioKracht past, en leg de dag vast" in said
    room.record("support_looked_at", date(2026, 10, 4), case="p", actor="duin")
    assert room.do("project.go_on", case="p", actor="duin").carried_out


def test_the_report_begins_with_what_is_asked_for(room: Room) -> None:
    """Cases that ask for help come with what fits them; without any that is said."""
    assert "In geen dossier is naar ondersteuning gevraagd." in room.report("menukaart.menu", "nl")
    room.record("support_about", "technology", case="p", actor="duin")
    told = room.report("menukaart.menu", "en", "markdown")
    assert "- p: technology\n  - Working differently in care\n" in told
    assert "## All that there is" in told
