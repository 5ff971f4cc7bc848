"""The plugin in a collaboration: what is recorded, what is asked, what a refusal says."""

from datetime import UTC, datetime
from pathlib import Path

import attrs
import pytest

import samenwerk_besluitvorming
from samenwerk import (
    Engine,
    Holding,
    MemoryStore,
    Party,
    PluginError,
    Plugins,
    Room,
    Seat,
    Verdict,
    check,
    load,
    render,
)
from samenwerk.core.leaves.decision import Decision
from samenwerk.core.view import View
from samenwerk.definitions.read import read_workflow
from samenwerk.upgrade.recorded_acts import answers_of

FOLDER = Path(__file__).resolve().parents[1] / "workflow"
MOMENT = datetime(2027, 2, 10, 12, tzinfo=UTC)
ADOPTED = "budget.by_inhabitants"
TOWNS = {"stad": 88000, "veen": 21500, "duin": 14200, "kreek": 3100}


@pytest.fixture
def plugins() -> Plugins:
    """This plugin alone."""
    return Plugins.of(besluitvorming=samenwerk_besluitvorming)


@pytest.fixture
def room(plugins: Plugins) -> Room:
    """Four municipalities with a budget that was tabled."""
    engine = Engine(MemoryStore(), plugins=plugins, clock=lambda: MOMENT)
    room = engine.start(load(FOLDER, plugins=plugins), "regio")
    parties = [Party(one, "municipality") for one in TOWNS]
    room.enrol(
        parties=[*parties, Party("leiding", "provider")],
        sits=[Seat("region", one) for one in TOWNS],
        holds=[Holding("chair", "leiding"), Holding("treasurer", "veen")],
    )
    room.do("collaboration.found", case="s", actor="leiding")
    for one, number in TOWNS.items():
        room.record("inhabitants", number, who=one, case="s", actor=one)
    room.do("budget.draft", case="b", actor="leiding")
    room.hand_in("budget", "v1", case="b", actor="leiding")
    room.do("budget.table_it", case="b", actor="leiding")
    return room


def says(room: Room, **words: str) -> None:
    """What each says of the budget."""
    for one, word in words.items():
        assert room.say("by_inhabitants", word, case="b", actor=one).carried_out


def recorded(room: Room) -> list[tuple[str, int, str | None, int | None]]:
    """What the last line says of each condition."""
    last = list(room.history())[-1].event
    return [(one.leaf, one.truth, one.asked, one.answer) for one in last.findings]


def test_the_workflow_has_no_faults_with_it_and_one_without(plugins: Plugins) -> None:
    """Without the plugin it is told that it is missing."""
    assert () == check(FOLDER, plugins=plugins).diagnostics
    assert {"SW120"} == {one.code for one in check(FOLDER, plugins=Plugins.of()).diagnostics}


def test_the_answer_stands_in_the_record(room: Room) -> None:
    """With the version of the plugin, so that a replay never asks again."""
    says(room, stad="for", veen="for")
    outcome = room.do("budget.adopt", case="b", actor="leiding")
    assert "63 van 82 stemmen voor, nodig 42" in render(outcome, "nl", room)
    asked = (
        "decision budget.by_inhabitants by besluitvorming.weighted "
        'cap="1/2" heads="1/2" most=45 per=1000 of collaboration.inhabitants'
    )
    assert [("decision budget.by_inhabitants", 2, asked, 2)] == recorded(room)
    (finding,) = list(room.history())[-1].event.findings
    assert "besluitvorming 0.1.0" == finding.plugin


def test_who_has_not_spoken_is_asked_and_hears_what_counts(room: Room) -> None:
    """The chair sees who is still to speak, and how many votes each has."""
    says(room, stad="for")
    refused = room.do("budget.adopt", case="b", actor="leiding")
    assert Verdict.NOT_YET == refused.verdict
    said = render(refused, "nl", room)
    assert "41 van 82 stemmen voor, nodig 42; nog 1 te gaan" in said
    assert "Veen heeft 22 stemmen" in said
    assert "veen, duin en kreek" in render(
        room.needs("budget.adopt", case="b", actor="leiding"), "nl", room
    )
    assert ["budget.adopt"] == [one.step for one in room.todo("kreek")]


def test_a_veto_is_told_as_ours(room: Room) -> None:
    """The method would have decided; that the treasurer is against is no answer of the plugin."""
    says(room, stad="for", duin="for", kreek="for", veen="against")
    refused = room.ask("budget.adopt", case="b", actor="leiding")
    (finding,) = refused.findings
    assert (0, "decision.veto", None) == (finding.truth, finding.message.id, finding.plugin)


def test_a_replay_takes_what_was_answered_and_asks_nobody(room: Room, plugins: Plugins) -> None:
    """By the same text nothing goes otherwise; by another share nobody knows what it would say."""
    says(room, stad="for", veen="for")
    assert room.do("budget.adopt", case="b", actor="leiding").carried_out
    text = read_workflow(FOLDER / "workflow.toml", plugin_parts=plugins.by_name("parts")).workflow
    other = attrs.evolve(text, decisions={
        **text.decisions, ADOPTED: attrs.evolve(text.decisions[ADOPTED], given=(("per", 1),)),
    })  # fmt: skip
    (line,) = [one for one in room.history() if one.event.step == "adopt"]
    (asked,) = answers_of(line.event)
    mine, its = (
        Decision(one.decisions[ADOPTED]).question(room_view(room)) for one in (text, other)
    )
    assert (asked, 2) == (mine, answers_of(line.event)[mine])
    assert its not in answers_of(line.event)


def room_view(room: Room) -> View:
    """The budget as it stands."""
    known = room.collaboration
    return View(known, known.cases["b"], MOMENT.date())


def test_without_it_the_record_can_be_read_and_the_step_waits(room: Room) -> None:
    """Whoever opens the store without the plugin reads everything and decides nothing."""
    says(room, stad="for", veen="for")
    bare = Engine(room._desk.store, plugins=Plugins.of(), clock=lambda: MOMENT).room("regio")
    assert len(list(room.history())) == len(list(bare.history()))
    with pytest.raises(PluginError):
        bare.do("budget.adopt", case="b", actor="leiding")
    assert bare.do("budget.drop", case="b", actor="leiding").carried_out


REGION = """\
[workflow]
id = "regio"
version = "1"
extends = "landelijk@2026.1"
nl = "Regio"
en = "Region"
plugins = ["besluitvorming>=0.1,<1"]
uses = ["besluitvorming.{form}"]
"""


@pytest.mark.parametrize("form", [one.name for one in samenwerk_besluitvorming.parts()])
def test_a_form_can_be_laid_over_the_national_base(
    form: str, plugins: Plugins, tmp_path: Path
) -> None:
    """Each form fits what samenwerk brings as a base, without a fault or a warning."""
    (tmp_path / "workflow.toml").write_text(REGION.format(form=form), encoding="utf-8")
    assert () == check(tmp_path, plugins=plugins).diagnostics


def test_the_workflow_uses_every_form_and_every_method(plugins: Plugins) -> None:
    """What the plugin brings is shown in its own stories."""
    text = (FOLDER / "workflow.toml").read_text(encoding="utf-8")
    brought = (*samenwerk_besluitvorming.parts(), *samenwerk_besluitvorming.methods())
    assert [] == [one.name for one in brought if f"besluitvorming.{one.name}" not in text]
