"""What the front door gives a program that builds samenwerk in: registers, words and data."""

import json
import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import samenwerk
from samenwerk import (
    Apart,
    Engine,
    Giving,
    MemoryStore,
    Message,
    Misuse,
    Name,
    NotReadable,
    Party,
    Room,
    SamenwerkError,
    Seat,
    UnknownName,
    as_data,
    check,
    fields,
    load,
    load_register,
    open_store,
    own_cases,
    render,
    typed,
)
from samenwerk.values.waiting import Blocked

DESK = Path(__file__).parents[1] / "examples" / "shared-desk"
DAY = date(2027, 2, 8)
SLIPS: dict[str, tuple[Callable[[Any, Any], object], str]] = {
    "store": (lambda engine, room: Engine("region.db"), "str"),
    "plugins": (lambda engine, room: Engine(MemoryStore(), plugins=[json]), "list"),
    "known": (lambda engine, room: Engine(MemoryStore(), known=["x"]), "str"),
    "workflow": (lambda engine, room: engine.start("landelijk", "r"), "str"),
    "collaboration": (lambda engine, room: engine.start(room.workflow, 5), "int"),
    "kind": (lambda engine, room: engine.everywhere("dues"), "'dues'"),
    "sees": (lambda engine, room: engine.by("zuid", "own"), "str"),
    "case": (
        lambda engine, room: room.do("desk.begin", case=room.collaboration.cases["b"],
                                     actor="noord"), "Case"),
    "actor": (lambda engine, room: room.say("open_together", "for", case="b", actor=5), "int"),
    "day": (lambda engine, room: room.settle(day="2027-02-09"), "str"),
    "day and hour": (lambda engine, room: room.due(day=datetime(2027, 2, 9)), "datetime"),
    "register": (lambda engine, room: room.enrol(Party("x", "care")), "Party"),
    "parties": (lambda engine, room: room.enrol(parties=Party("x", "care")), "Party"),
    "sits": (lambda engine, room: room.enrol(sits=["zuid"]), "str"),
    "span": (lambda engine, room: room.enrol(sits=[Seat("t", "zuid", "2027")]), "str"),
    "who": (lambda engine, room: room.enrol(gives=[Giving("m", "noord", "zuid")]), "str"),
    "render": (lambda engine, room: render(room.collaboration, "en", room), "Collaboration"),
    "render many": (lambda engine, room: render(["text"]), "str"),
    "room": (lambda engine, room: render(Name("state", "desk.planned"), "en", "balie"), "str"),
    "as_data": (lambda engine, room: as_data(Message("x")), "Message"),
    "workflow to load": (lambda engine, room: load(None), "NoneType"),
    "workflow to check": (lambda engine, room: check(b"landelijk"), "bytes"),
    "plugins to load with": (lambda engine, room: load(DESK, plugins=[json]), "list"),
    "plugins to check with": (lambda engine, room: check(DESK, plugins=json), "module"),
    "find": (lambda engine, room: load(DESK, find="landelijk"), "str"),
    "find gives": (lambda engine, room: check("gone", find=lambda name: name), "str"),
    "store to open": (lambda engine, room: open_store(None), "NoneType"),
    "register to load": (lambda engine, room: load_register(None, room), "NoneType"),
    "room to load for": (lambda engine, room: load_register(DESK, engine), "Engine"),
    "workflow of fields": (lambda engine, room: fields("desk.plan", None), "NoneType"),
    "workflow of typed": (lambda engine, room: typed("desk.plan", {}, room), "Room"),
    "step": (lambda engine, room: fields(Name("step", "desk.plan"), room.workflow), "Name"),
    "form": (lambda engine, room: typed("desk.plan", [("costs", "5")], room.workflow), "list"),
    "seconds": (lambda engine, room: Apart(seconds="10"), "str"),
    "seconds as yes": (lambda engine, room: Apart(seconds=True), "bool"),
    "megabytes": (lambda engine, room: Apart(megabytes=0.5), "float"),
}
"""What a program may give by mistake, by the name that is told, with the type that it gave."""


def planned() -> tuple[Engine, Room]:
    """The shared desk of the examples, planned and not yet agreed."""
    engine = Engine(MemoryStore(), clock=lambda: datetime(2027, 2, 8, 9, tzinfo=UTC))
    room = engine.start(load(DESK), "balie", rehearsal=True, day=date(2027, 1, 4))
    room.enrol(load_register(DESK, room), day=date(2027, 1, 4))
    room.do("collaboration.begin", case="s", actor="zuid", day=date(2027, 2, 8))
    room.do("desk.plan", case="b", actor="noord", facts={"costs": Decimal(48000)},
            documents={"impact_note": "Nota"})  # fmt: skip
    return engine, room


def test_a_register_is_taken_up_whole(tmp_path: Path) -> None:
    """All lines of a file go in at once, beside lines that a program makes itself; one that
    stands there may be named, and a file with a fault gives nothing but its faults."""
    _, room = planned()
    known = room.collaboration.register
    assert ["noord", "zuid", "west", "gids"] == [one.id for one in known.parties]
    assert [("chair", "zuid"), ("supporter", "gids"), ("desk_keeper", "noord")] == [
        (one.role, one.who) for one in known.holds
    ]
    later = tmp_path / "register.toml"
    seat = '[register]\nsits = [{ table = "regional_table", who = "%s" }]\n'
    later.write_text(seat % "gids", encoding="utf-8")
    assert ["gids"] == [one.who for one in load_register(later, room).sits]
    later.write_text(seat % "oost", encoding="utf-8")
    with pytest.raises(NotReadable) as faults:
        load_register(later, room)
    assert "oost" in render(faults.value, "en")
    with pytest.raises(NotReadable):
        load_register(tmp_path / "none.toml", room)


def test_a_party_takes_up_a_register_by_its_office() -> None:
    """Who was let in gives a register as the host does, and is refused without the office."""
    engine, room = planned()
    zuid = engine.by("zuid").room("balie")
    assert not zuid.enrol(load_register(DESK, room)).carried_out


def test_what_waits_is_said_in_one_line() -> None:
    """A task, a day and a step that is held up can be said as they come, and names too."""
    engine, room = planned()
    seen = engine.by("west", own_cases).room("balie").seen
    tasks = [one for one in seen.todo() if one.case == "b"]
    assert [
        "Geef een standpunt over besluit om de balie te openen: voor (nodig voor: de balie openen)."
    ] == [render(one, "nl", seen) for one in tasks]
    ready = [one for one in seen.todo() if one.ready]
    assert "Confirm the urgency." in [render(one, "en", seen) for one in ready]
    assert (
        "1 March 2027: The round on decision to open the desk closes."
        " Up to: Care North, Care South and Care West."
    ) == render(seen.due()[0], "en", seen)
    blocked = Blocked("b", "desk.begin", room.blockers("desk.begin", case="b"))
    assert "De balie openen: niet zonder Zorg Noord." == render(blocked, "nl", room)
    assert "gepland" == render(Name("state", "desk.planned"), "nl", room)
    assert "Care West" == render(Name("party", "west"), "en", room)


def test_the_room_of_a_party_speaks_too() -> None:
    """What came from a room of `by` is said with that same room."""
    west = planned()[0].by("west", own_cases).room("balie")
    outcome = west.ask("desk.begin", case="b")
    assert render(outcome, "nl", west) == render(outcome, "nl", west.seen)
    assert "Zorg Noord" in render(outcome, "nl", west)


def test_every_answer_is_data_as_the_command_line_has_it() -> None:
    """What is given can be written as JSON at once, with sentences in the language asked."""
    _, room = planned()
    refused = room.ask("desk.begin", case="b", actor="noord", facts={"trial_end": DAY})
    told = as_data(refused, "en", room)
    assert ("not_yet", False) == (told["verdict"], told["carried_out"])
    events = [as_data(one.event, "en", room) for one in room.history()]
    assert ["CollaborationStarted", "Enrolled", "StepDone", "StepDone"] == [
        one["type"] for one in events
    ]
    others = (refused.findings[0], room.needs("desk.begin", case="b"), *room.todo("west"),
              *room.due())  # fmt: skip
    for one in others:
        assert as_data(one, "nl", room) == json.loads(json.dumps(as_data(one, "nl", room)))


def test_a_value_of_another_type_names_its_fact() -> None:
    """A program that gives an amount as a whole number is told which type it should be."""
    _, room = planned()
    with pytest.raises(Misuse, match="the fact trial_end takes date, not int") as fault:
        room.ask("desk.begin", case="b", actor="noord", facts={"trial_end": 48000})
    assert 'This value does not fit trial_end: it is no "date".' == render(fault.value, "en")


def test_what_an_act_is_about() -> None:
    """A page can offer the right buttons: the step, or the decision, that is asked of a party."""
    _, room = planned()
    asked = [one.obligation.what for one in room.todo("west") if one.case == "b"]
    assert [Name("decision", "desk.open_together")] == asked
    assert "open_together" == Name("decision", "desk.open_together").short
    steps = {one.obligation.what for one in room.todo("noord") if one.case == "b" and one.ready}
    assert {Name("step", "desk.drop")} == steps
    assert room.needs("desk.begin", case="b").what is None


@pytest.mark.parametrize("slip", SLIPS)
def test_a_value_of_another_type_is_told_by_name(slip: str) -> None:
    """What a program gives by mistake is Misuse that names what was asked for and what came, in
    both languages; nothing is recorded."""
    engine, room = planned()
    before = room.collaboration.head
    act, given = SLIPS[slip]
    with pytest.raises(Misuse) as told:
        act(engine, room)
    params = told.value.params
    name = slip.split()[0]
    assert ("wrong_type", name, given) == (params["what"], params["name"], params["given"])
    for lang in ("nl", "en"):
        said = render(told.value, lang)
        assert [] == [one for one in (name, given, str(params["wanted"])) if one not in said]
    assert before == room.collaboration.head


def test_a_language_that_is_not_there_is_told() -> None:
    """`nl-NL` is no silent English."""
    for lang in ("fr", "nl-NL", ""):
        with pytest.raises(Misuse) as told:
            render(Name("state", "desk.planned"), lang)
        assert ("language", lang) == (told.value.params["what"], told.value.params["name"])


def test_one_party_may_be_named_alone() -> None:
    """Where several names are taken, one is not read letter by letter."""
    _, room = planned()
    alone = room.ask("desk.begin", case="b", actor="noord", for_each="zuid")
    assert room.ask("desk.begin", case="b", actor="noord", for_each=["zuid"]) == alone


def test_a_party_takes_its_names_as_labels() -> None:
    """As everywhere else in the interface: a mapping by language."""
    party = Party("oost", "care_provider", {"nl": "Zorg Oost", "en": "Care East"})
    assert Party("oost", "care_provider", (("nl", "Zorg Oost"), ("en", "Care East"))) == party


def test_errors_say_in_a_log_what_they_are_about(tmp_path: Path) -> None:
    """Also where nobody renders them: the name, the nearest, the places; and after pickling."""
    text = tmp_path / "workflow.toml"
    text.write_text('[workflow]\nid = "x"\nversion = "1"\n[lifecycle.a.step.go]\n'
                    'to = "no"\nby = "nobody"\nneeds = ["none", "neither", "nor"]\n')  # fmt: skip
    with pytest.raises(NotReadable) as faults:
        load(text)
    where = [f"{one.place}: {one.code}" for one in faults.value.diagnostics if one.serious]
    count = len(faults.value.diagnostics)
    assert f"{count} faults: {'; '.join(where[:3])}; and {count - 3} more" == str(faults.value)
    with pytest.raises(UnknownName) as unknown:
        load("landelyk")
    assert (
        "there is no workflow named 'landelyk'; did you mean 'landelijk'?" == str(unknown.value)
    )
    errors: list[SamenwerkError] = [faults.value, unknown.value]
    for error in errors:
        again = pickle.loads(pickle.dumps(error))
        assert (str(error), error.params) == (str(again), again.params)
        assert render(error, "en") == render(again, "en")


def test_what_a_debugger_shows_is_short() -> None:
    """A reading holds a whole text with all its places, a workflow all that it says: they are
    named, not printed, and so are stores and engines."""
    engine, room = planned()
    named = "Workflow('shared-desk', version='2027.1', digest='{}')"
    workflow = named.format(room.workflow.digest[:12])
    assert [workflow, f"Reading({workflow}, 0 diagnostics)", "Engine(MemoryStore())"] == [
        repr(room.workflow), repr(check(DESK)), repr(engine)
    ]  # fmt: skip
    reading = check(DESK)
    assert 10_000 > len(repr(reading.sources)) + len(repr(reading.node("workflow")))


def test_the_package_says_its_version() -> None:
    """As metadata has it, and as people look for it."""
    assert samenwerk.__version__[0].isdigit()
