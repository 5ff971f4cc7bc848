"""The example plugin, without being installed and as part of a collaboration."""

from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import samenwerk_voorbeeld
from samenwerk import (
    Engine,
    Holding,
    MemoryStore,
    Party,
    PluginError,
    Plugins,
    Room,
    Verdict,
    check,
    load,
    render,
)
from samenwerk.definitions.read import read_text
from samenwerk.hooks.families import HOOKS
from samenwerk.hooks.gather import gather, source_of
from samenwerk.values.event import FactRecorded
from samenwerk_voorbeeld import bearers
from samenwerk_voorbeeld.command import command
from samenwerk_voorbeeld.fair_share import FAIR_SHARE
from samenwerk_voorbeeld.sharing import Deviation, deviations

FOLDER = Path(__file__).resolve().parents[1] / "workflow"
MOMENT = datetime(2027, 2, 10, 12, tzinfo=UTC)
TENTH = Fraction(1, 10)

amounts = st.decimals(0, 10**9, places=2)


@pytest.fixture
def plugins() -> Plugins:
    """This plugin alone, by all of its hooks."""
    return gather([source_of(samenwerk_voorbeeld)], HOOKS)


@pytest.fixture
def room(plugins: Plugins) -> Room:
    """Three parties with a sharing that is open, and what each can bear."""
    engine = Engine(MemoryStore(), plugins=plugins, clock=lambda: MOMENT)
    room = engine.start(load(FOLDER, plugins=plugins), "regio")
    parties = [Party(one, "provider", (("nl", f"Zorg {one.title()}"),)) for one in BEARS]
    room.enrol(parties=parties, holds=[Holding("treasurer", "noord")])
    room.do("sharing.open_sharing", case="v", actor="noord")
    for who, amount in BEARS.items():
        room.record("capacity", Decimal(amount), who=who, case="v", actor="noord")
    return room


BEARS = {"noord": 3000, "zuid": 1000, "oost": 1000}


def contribute(room: Room, **amounts: int) -> None:
    """What each contributes."""
    for who, amount in amounts.items():
        outcome = room.record("contribution", Decimal(amount), who=who, case="v", actor=who)
        assert outcome.carried_out


def test_the_workflow_beside_it_has_no_faults(plugins: Plugins) -> None:
    """The workflow that needs this plugin is sound, and without it names what is missing."""
    assert () == check(FOLDER, plugins=plugins).diagnostics
    without = check(FOLDER, plugins=Plugins.of()).diagnostics
    assert {"SW120"} == {one.code for one in without}


def test_installed_it_is_found_by_its_name() -> None:
    """A workflow that names it finds the installed plugin."""
    assert "voorbeeld" == load(FOLDER).name


def test_a_fair_sharing_is_agreed(room: Room) -> None:
    """When everyone contributes what fits, the step is done and the count is recorded with it."""
    contribute(room, noord=300, zuid=100, oost=100)
    outcome = room.do("sharing.agree", case="v", actor="noord")
    assert outcome.carried_out
    told = outcome.events[0].what
    assert isinstance(told, FactRecorded)
    assert ("participants", 3, "voorbeeld 0.1.0") == (told.fact.name, told.fact.value, told.plugin)
    assert "elk van de 3 bijdragen past" in render(outcome, "nl", room)


def test_an_unfair_sharing_is_refused_with_a_way_out(room: Room) -> None:
    """Who is furthest off is named with its fair share, and everyone hears what would fit."""
    contribute(room, noord=332, zuid=68, oost=100)
    outcome = room.do("sharing.agree", case="v", actor="noord")
    assert Verdict.NOT_YET == outcome.verdict
    assert "Zorg Zuid draagt € 68,00 bij" in render(outcome, "nl", room)
    assert "closer to €100.00" in render(outcome, "en", room)
    assert ["voorbeeld.closer", "voorbeeld.closer"] == [way.id for way in outcome.way_out]


def test_what_is_not_known_yet_is_asked_for(room: Room) -> None:
    """Without a contribution of each the answer is not known, and that is no yes."""
    asked = room.ask("sharing.agree", case="v", actor="noord")
    assert [1] == [one.truth for one in asked.findings[1].children]
    contribute(room, noord=300, zuid=100)
    asked = room.ask("sharing.agree", case="v", actor="noord")
    assert "Zorg Oost" in render(asked, "nl", room)


def test_too_few_parties_stop_the_step(room: Room) -> None:
    """The plugin counts who takes part; the workflow says how many there must be."""
    contribute(room, noord=300, zuid=100, oost=100)
    room.enrol(parties=[Party("oost", "provider", belongs_to="zuid")])
    refused = room.do("sharing.agree", case="v", actor="noord")
    assert [2, 2, 0] == [one.truth for one in refused.findings]


def test_a_record_is_read_without_it(room: Room) -> None:
    """Without the plugin the record can be read, and only the step that needs it is refused."""
    contribute(room, noord=300, zuid=100, oost=100)
    bare = Engine(room._desk.store, plugins=Plugins.of(), clock=lambda: MOMENT).room("regio")
    assert 10 == len(list(bare.history()))
    with pytest.raises(PluginError):
        bare.do("sharing.agree", case="v", actor="noord")
    assert bare.do("sharing.drop", case="v", actor="noord").carried_out


def test_the_check_finds_its_own_example() -> None:
    """The check finds nothing in its good example and one fault per fact in its bad one."""
    good, bad = (read_text(text, checks=()) for text in (bearers.good, bearers.bad))
    assert [] == list(bearers.check(good))
    assert list(FAIR_SHARE.reads) == [one.params["fact"] for one in bearers.check(bad)]


def test_every_sentence_is_there_in_both_languages(plugins: Plugins) -> None:
    """What is said in Dutch is said in English too, with the same holes."""
    messages = dict(plugins.named["voorbeeld"].all("messages"))
    assert messages["nl"].keys() == messages["en"].keys()


@given(st.dictionaries(st.sampled_from("abcdef"), amounts, min_size=1), amounts)
def test_in_proportion_is_always_fair(capacities: dict[str, Decimal], factor: Decimal) -> None:
    """Who contributes in proportion to what he can bear deviates from nothing."""
    exact = {who: Decimal(one * 2) for who, one in capacities.items()}
    assert () == deviations(exact, capacities, Fraction(0))


@given(st.dictionaries(st.sampled_from("abcdef"), st.tuples(amounts, amounts)), amounts)
def test_a_wider_margin_never_finds_more(
    given: dict[str, tuple[Decimal, Decimal]], extra: Decimal
) -> None:
    """Whoever fits within a margin fits within a wider one."""
    contributions = {who: one for who, (one, _) in given.items()}
    capacities = {who: one for who, (_, one) in given.items()}
    near = {one.party for one in deviations(contributions, capacities, TENTH)}
    wide = {one.party for one in deviations(contributions, capacities, TENTH + Fraction(extra))}
    assert wide <= near


def test_who_cannot_bear_anything_pays_nothing() -> None:
    """Without any capacity every contribution is too much."""
    found = deviations({"a": Decimal(1)}, {"a": Decimal(0)}, TENTH)
    assert (Deviation("a", Decimal("1.00"), Decimal("0.00")),) == found


def test_the_command_reckons_without_a_collaboration() -> None:
    """The command says who deviates, and ends with 1 when anybody does."""
    run = CliRunner().invoke
    fits = run(command, ["noord:300:3000", "zuid:100:1000"])
    assert (0, "Elke bijdrage past bij de draagkracht.\n") == (fits.exit_code, fits.output)
    wrong = run(command, ["noord:300:3000", "zuid:50:1000", "--marge", "0/1"])
    assert (1, 2) == (wrong.exit_code, len(wrong.output.splitlines()))
    for odd in ("noord", "noord:1", "noord:veel:1", "noord:-1:2", "noord:NaN:1"):
        assert 2 == run(command, [odd]).exit_code
    assert 2 == run(command, ["noord:1:1", "--marge", "0.1"]).exit_code


def test_the_version_is_that_of_the_package() -> None:
    """What is said of the version in two places is the same."""
    text = (FOLDER.parent / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{samenwerk_voorbeeld.__version__}"' in text
