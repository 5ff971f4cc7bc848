"""Who may do what: the actor of every command is checked, and nobody acts under another's name."""

import inspect
import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import attrs
import pytest
from tests.engine.posting import Office
from tests.handmade import DAY, NOON, TEXT, read

from samenwerk import (
    CommandReused,
    Engine,
    Giving,
    Holding,
    MemoryStore,
    Misuse,
    NotYou,
    Offices,
    Outcome,
    Party,
    Plugins,
    Room,
    Span,
    UnknownName,
    Verdict,
    render,
)
from samenwerk.core.authority import office_of
from samenwerk.engine.by import By, RoomBy
from samenwerk.values import command as commands
from samenwerk.values.command import Command

MANDATES = """
[lifecycle.budget.document.letter]
nl = "Brief"
[lifecycle.budget.step.spend]
nl = "Uitgeven"
en = "Spend"
from = "drafted"
to = "agreed"
by = "chair"
needs = ["support"]
done_anyway = "agreed"
[mandate.acting]
nl = "Handelen voor een ander"
en = "Acting for another"
giver = "chair"
"""
WORKFLOW = read(TEXT.format(plugins="", needs="") + MANDATES)
NEXT = read(TEXT.format(plugins="", needs="").replace('version = "1"', 'version = "2"') + MANDATES)
SINCE = Span(date(2027, 1, 1))
LEFT = Span(date(2027, 1, 1), DAY - timedelta(days=1))


def region(**given: Any) -> tuple[Engine, Room]:
    """A rehearsal of noord, oost and chair zuid, with an open budget; west left yesterday."""
    engine = Engine(MemoryStore(), plugins=Plugins.of(), clock=lambda: NOON, **given)
    room = engine.start(WORKFLOW, "regio", rehearsal=True)
    parties = [Party(one, "provider", span=SINCE) for one in ("noord", "oost", "zuid")]
    room.enrol(
        parties=[*parties, Party("west", "provider", span=LEFT)],
        holds=[Holding("chair", "zuid", SINCE)],
    )
    room.do("collaboration.found", case="c", actor="noord")
    assert room.do("budget.draft", case="b", actor="noord").carried_out
    return engine, room


ACTS: dict[str, tuple[type[Command], Callable[[RoomBy], Outcome]]] = {
    "do": (commands.Do, lambda room: room.do("budget.work", case="b")),
    "ask": (commands.Do, lambda room: room.ask("budget.work", case="b")),
    "breach": (commands.Do, lambda room: room.do("budget.spend", case="b", anyway=True)),
    "say": (commands.Say, lambda room: room.say("support", "for", case="b")),
    "record": (commands.Record, lambda room: room.record("amount", 1, case="b")),
    "hand_in": (commands.HandIn, lambda room: room.hand_in("letter", "brief.pdf", case="b")),
    "enrol": (commands.Enrol, lambda room: room.enrol(parties=[Party("new", "provider")])),
    "migrate": (commands.Migrate, lambda room: room.migrate(NEXT)),
}
"""Every act that a party can ask in a room, in its simplest form."""
OFFICES = {"breach": "breach", "enrol": "register", "migrate": "migrate"}


@pytest.mark.parametrize("name", ACTS)
@pytest.mark.parametrize("actor", ["west", "nobody"])
def test_who_is_not_in_the_register_that_day_does_nothing(name: str, actor: str) -> None:
    """A stranger and who has left are refused whatever they ask, with a way out, and nothing is
    recorded or kept."""
    engine, room = region()
    before, kept = room.collaboration.head, engine._desk.store.definition(NEXT.digest)
    outcome = ACTS[name][1](engine.by(actor).room("regio"))
    assert (Verdict.NOT_YOU, "authority.stranger", False) == (
        outcome.verdict, outcome.headline and outcome.headline.id, outcome.carried_out)  # fmt: skip
    assert 1 == len(outcome.way_out)
    assert actor not in outcome.can
    assert before == room.collaboration.head
    assert kept is engine._desk.store.definition(NEXT.digest)


def test_a_stranger_hears_who_can() -> None:
    """The refusal names those who may do it on that day, in both languages."""
    engine, room = region()
    outcome = engine.by("nobody").room("regio").do("budget.work", case="b")
    assert ("noord", "oost", "zuid") == outcome.can
    nl, en = (" ".join(render(outcome, lang, room).split()) for lang in ("nl", "en"))
    assert "Nobody staat op 10 februari 2027 niet in het register." in nl
    assert "Nobody is not in the register on 10 February 2027." in en


@pytest.mark.parametrize("name", [name for name in ACTS if name not in OFFICES])
def test_who_is_in_the_register_acts_by_the_workflow(name: str) -> None:
    """What a step, a decision, a fact or a document gives to somebody needs no office."""
    engine, _ = region()
    outcome = ACTS[name][1](engine.by("noord").room("regio"))
    assert Verdict.ALLOWED is outcome.verdict


def test_the_last_day_in_the_register_counts() -> None:
    """An act that counts on the last day of a party is its own; one of the day after is not."""
    engine, _ = region()
    west = engine.by("west").room("regio")
    work = {"case": "b"}
    assert west.do("budget.work", day=LEFT.last_day, **work).carried_out  # type: ignore[arg-type]
    assert Verdict.NOT_YOU is west.do("budget.work", **work).verdict  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "office"), OFFICES.items())
def test_an_office_is_nobodys_until_the_host_gives_it(name: str, office: str) -> None:
    """Keeping the register, moving to another workflow and recording a breach are refused to who
    was let in, unless the host gave that office to it, by its id or by its role."""
    engine, _ = region()
    outcome = ACTS[name][1](engine.by("zuid").room("regio"))
    assert (Verdict.NOT_YOU, "authority.office", ("way.host",)) == (
        outcome.verdict, outcome.headline and outcome.headline.id,
        tuple(way.id for way in outcome.way_out),
    )  # fmt: skip
    for held in ("zuid", "chair", ["oost", "zuid"], "provider"):
        engine, _ = region(offices=Offices(**{office: held}))
        assert ACTS[name][1](engine.by("zuid").room("regio")).carried_out
    engine, _ = region(offices=Offices(**{office: ("oost",)}))
    outcome = ACTS[name][1](engine.by("zuid").room("regio"))
    assert ((False, ("oost",))) == (outcome.carried_out, outcome.can)


def test_the_host_itself_is_not_asked() -> None:
    """Without an actor it is the host that acts; what it may is not for the engine to say. A party
    that the host names must be in the register, and hold the office where one was given."""
    _, room = region()
    assert room.enrol(parties=[Party("new", "provider")]).carried_out
    assert room.enrol(parties=[Party("other", "provider")], actor="noord").carried_out
    assert not room.enrol(parties=[Party("third", "provider")], actor="nobody").carried_out
    _, room = region(offices=Offices(register="zuid", migrate="zuid"))
    assert not room.enrol(parties=[Party("third", "provider")], actor="noord").carried_out
    assert not room.migrate(NEXT, actor="noord").carried_out
    assert room.migrate(NEXT, actor="zuid").carried_out


def test_starting_is_an_office_too() -> None:
    """Before there is a register only a party that the host named can start a collaboration."""
    engine, _ = region(offices=Offices(start="noord"))
    with pytest.raises(NotYou) as refused:
        engine.by("zuid").start(WORKFLOW, "elders")
    said = render(refused.value, "nl")
    assert "Dit mag u niet doen: een samenwerking beginnen is niet aan zuid." == said
    assert "regio" == engine.by("noord").room("regio").id
    assert "elders" == engine.by("noord").start(WORKFLOW, "elders").id
    closed, _ = region()
    with pytest.raises(NotYou):
        closed.by("noord").start(WORKFLOW, "elders")
    assert ("regio",) == closed.collaborations()


def test_who_decides_about_effects() -> None:
    """An effect that failed is sent again or given up by who has that office; who has not leaves
    it as it stood."""
    office = Office(MemoryStore())
    key = office.ask()
    held = office.engine()
    before = office.store.outbox()
    for stranger in ("p", "nobody"):
        with pytest.raises(NotYou):
            held.by(stranger).send_again(key)
        with pytest.raises(NotYou):
            held.by(stranger).give_up(key, because="geen zin")
    assert before == office.store.outbox()
    held = Engine(office.store, plugins=Plugins.of(office=office.outside),
                  clock=lambda: office.now, offices=Offices(effects="p"))  # fmt: skip
    assert key == held.by("p").send_again(key).key
    assert key == held.by("p").give_up(key, because="Verhuisd").key
    assert () == office.store.outbox()


def test_who_may_erase_is_for_the_host_to_say() -> None:
    """A party that is not in the register, or does not hold the office, erases nothing; it is not
    offered to who was let in."""
    engine, room = region(offices=Offices(erase="zuid"))
    said = {"case": "b", "actor": "noord", "reasons": "over haar"}
    assert room.say("support", "against", **said).carried_out  # type: ignore[arg-type]
    (found,) = room.texts()
    head = room.collaboration.head
    for actor in ("nobody", "noord"):
        erased = room.erase(found.where.seal, because="op verzoek", actor=actor)
        assert erased.outcome is not None
        assert (Verdict.NOT_YOU, 0) == (erased.outcome.verdict, erased.count)
    assert (head, "over haar") == (room.collaboration.head, room.text(found.where.seal))
    assert 1 == room.erase(found.where.seal, because="op verzoek", actor="zuid").count
    assert not hasattr(engine.by("zuid").room("regio"), "erase")


def test_nobody_names_another() -> None:
    """What is handed to a party has no place for another's name, and the room below refuses it."""
    for made in (By, RoomBy):
        for name, method in inspect.getmembers(made, inspect.isfunction):
            takes = inspect.signature(method).parameters
            assert name.startswith("__") or "actor" not in takes
    engine, room = region()
    below = engine.by("noord").room("regio")._room
    asks: list[Callable[[], object]] = [
        lambda: below.do("budget.work", case="b", actor="zuid"),
        lambda: below.say("support", "for", case="b", actor="zuid"),
        lambda: below.record("amount", 1, case="b", actor="zuid"),
        lambda: below.hand_in("note", "n", case="b", actor="zuid"),
        lambda: below.enrol(parties=[Party("x", "provider")]),
        lambda: below.migrate(NEXT),
        lambda: below.conclude("again", key="k"),
        lambda: By(below._desk, "zuid"),
        lambda: engine.by(" "),
        lambda: engine.by(None),  # type: ignore[arg-type]
    ]
    head = room.collaboration.head
    for ask in asks:
        with pytest.raises(Misuse) as refused:
            ask()
        assert "bound" == refused.value.params["what"]
    assert head == room.collaboration.head


REMINDS = ("case", "party", "key", "plugin", "subject", "text")


def test_every_command_stands_in_these_tests() -> None:
    """A command that is added must say here who may give it."""
    known = {one for one in vars(commands).values()
             if isinstance(one, type) and issubclass(one, Command) and one is not Command}
    tried = {kind for kind, _ in ACTS.values()}
    by_itself = {commands.Start, commands.Conclude, commands.Remind, commands.Settle}
    assert known == tried | by_itself | {commands.Erase}
    assert {"start", "register", "migrate", "effects", "erase", "breach"} == {
        office_of(kind(**{"id": "", "actor": "", "moment": NOON, "day": DAY, **more}))
        for kind, more in (
            (commands.Start, {"collaboration": "", "workflow": "", "definition": ""}),
            (commands.Enrol, {}),
            (commands.Erase, {"seals": (), "because": ""}),
            (commands.Migrate, {"workflow": "", "definition": ""}),
            (commands.Conclude, {"how": ""}),
            (commands.Remind, dict.fromkeys(REMINDS, "")),
            (commands.Do, {"case": "", "step": "", "anyway": True}),
        )
    }  # fmt: skip


@pytest.mark.parametrize(
    ("span", "day", "may"),
    [
        (Span(DAY), DAY, True),
        (Span(DAY), DAY - timedelta(days=1), False),
        (Span(DAY + timedelta(days=1)), DAY, False),
        (Span(None, DAY), DAY, True),
        (Span(None, DAY - timedelta(days=1)), DAY, False),
        (Span(None, DAY - timedelta(days=1)), DAY - timedelta(days=1), True),
    ],
)
def test_a_mandate_counts_on_the_day_of_the_act(span: Span, day: date, may: bool) -> None:
    """Acting for another needs a mandate of the register that is live on the day of the act."""
    engine, room = region()
    room.enrol(gives=[Giving("acting", ("zuid",), "noord", span)])
    noord = engine.by("noord").room("regio")
    outcome = noord.do("budget.agree", case="b", on_behalf_of="zuid", day=day)
    assert may is outcome.carried_out
    if may:
        event = outcome.events[-1]
        assert ("noord", "zuid", "acting") == (event.actor, event.on_behalf_of, event.mandate)


def test_a_mandate_of_who_has_left_is_none() -> None:
    """It ends with its giver, though its own line goes on."""
    engine, room = region()
    room.enrol(gives=[Giving("acting", ("west",), "noord", SINCE)])
    outcome = engine.by("noord").room("regio").do("budget.work", case="b", on_behalf_of="west")
    assert Verdict.NOT_YOU is outcome.verdict


EARLIER = DAY - timedelta(days=60)


@pytest.mark.parametrize(
    ("actor", "giving", "may"),
    [
        ("zuid", Giving("acting", ("zuid",), "noord", Span(DAY)), True),
        ("zuid", Giving("acting", ("zuid",), "noord", Span(EARLIER)), False),
        ("zuid", Giving("acting", ("zuid",), "noord"), False),
        ("zuid", Giving("acting", ("zuid",), "nobody", Span(DAY)), False),
        ("zuid", Giving("acting", ("noord",), "zuid", Span(DAY)), False),
        ("zuid", Giving("acting", ("zuid", "noord"), "oost", Span(DAY)), False),
        ("zuid", Giving("unknown", ("zuid",), "noord", Span(DAY)), False),
        ("noord", Giving("acting", ("zuid",), "noord", Span(DAY)), False),
        ("noord", Giving("acting", ("noord",), "oost", Span(DAY)), False),
    ],
)
def test_a_party_gives_only_mandates_of_its_own(actor: str, giving: Giving, may: bool) -> None:
    """With `own_mandates` it gives what the workflow lets it give, for itself alone, to somebody
    who is there, and not from a day so long ago that no act could have it."""
    text = TEXT.format(plugins="", needs="")
    text = text.replace("[workflow]", '[workflow]\nback_dating = "4 weeks"')
    engine = Engine(MemoryStore(), plugins=Plugins.of(), clock=lambda: NOON,
                    offices=Offices(own_mandates=True))  # fmt: skip
    room = engine.start(read(text + MANDATES), "regio", rehearsal=True)
    room.enrol(parties=[Party(one, "provider", span=SINCE) for one in ("noord", "oost", "zuid")],
               holds=[Holding("chair", "zuid", SINCE)])  # fmt: skip
    seat = engine.by(actor).room("regio")
    assert may is seat.enrol(gives=[giving]).carried_out
    assert not seat.enrol(gives=[giving], holds=[Holding("chair", actor, SINCE)]).carried_out
    if may:
        ended = attrs.evolve(giving, span=Span(DAY, DAY))
        assert seat.enrol(gives=[ended]).carried_out


def test_who_gives_out_mandates_does_no_more_than_that() -> None:
    """The office of mandates covers lines that give one, and no other line of the register."""
    engine, _ = region(offices=Offices(mandates="oost"))
    oost = engine.by("oost").room("regio")
    giving = Giving("acting", ("zuid",), "noord", Span(DAY))
    assert oost.enrol(gives=[giving]).carried_out
    assert not oost.enrol(gives=[giving], parties=[Party("x", "provider")]).carried_out
    assert not oost.enrol().carried_out


@pytest.mark.parametrize("days", [-4000, 3])
def test_a_party_does_not_date_the_register_as_it_likes(days: int) -> None:
    """An entry by a party is dated back or ahead no further than any act; the host is free."""
    engine, room = region(offices=Offices(register="zuid"))
    told = {"parties": [Party("x", "provider")], "day": DAY + timedelta(days=days)}
    assert not engine.by("zuid").room("regio").enrol(**told).carried_out  # type: ignore[arg-type]
    assert room.enrol(**told).carried_out  # type: ignore[arg-type]


def test_a_command_id_of_another_gives_nothing_away() -> None:
    """Who sends a command id that somebody else used gets no outcome, and nothing is done."""
    engine, room = region()
    room.do("budget.work", case="b", actor="noord", command_id="k-1")
    head = room.collaboration.head
    with pytest.raises(CommandReused):
        engine.by("oost").room("regio").do("budget.work", case="b", command_id="k-1")
    assert head == room.collaboration.head


@pytest.mark.parametrize("name", [name for name in ACTS if name not in ("ask", "enrol", "migrate")])
def test_nobody_takes_the_ids_of_workers(name: str) -> None:
    """A worker tells what became of an effect under an id of its own, once: nobody can use it up
    beforehand, so that the effect would be sent for ever."""
    engine, room = region()
    head = room.collaboration.head
    kind, _ = ACTS[name]
    asked = {"id": "effect/k/done", "actor": "noord", "moment": NOON, "day": DAY, "case": "b"}
    more: dict[type[Command], dict[str, Any]] = {
        commands.Do: {"step": "budget.work"},
        commands.Say: {"decision": "support", "position": "for"},
        commands.Record: {"fact": "amount", "value": 1},
        commands.HandIn: {"document": "note", "title": "n"},
    }
    from samenwerk.core.authority import outside

    running = engine._desk.shelf.judging(room.collaboration)
    with pytest.raises(Misuse):
        outside(running.compiled, room.collaboration, kind(**asked, **more[kind]))
    with pytest.raises(Misuse):
        engine.by("noord").room("regio").settle(command_id="effect/k/done")
    assert head == room.collaboration.head


def test_a_room_that_is_not_there_names_no_other() -> None:
    """A party that mistypes a collaboration is not told which others there are."""
    engine, _ = region()
    with pytest.raises(UnknownName) as unknown:
        engine.by("noord").room("reggio")
    assert None is unknown.value.params.get("nearest")


def test_what_by_offers_is_written_down() -> None:
    """Nothing that reads all, erases or tells the outcome of an effect is handed to a party."""
    offered = {
        made.__name__: sorted(name for name in vars(made) if not name.startswith("_"))
        for made in (By, RoomBy)
    }
    assert {
        "By": ["give_up", "room", "send_again", "start"],
        "RoomBy": ["ask", "do", "enrol", "hand_in", "migrate", "record", "say", "settle",
                   "workflow", "workflow_of"],
    } == offered


def test_the_page_names_tests_that_are_there() -> None:
    """Each test that docs/who-may.md appeals to stands here or beside it."""
    from tests.engine import test_seen

    page = (Path(__file__).parents[2] / "docs" / "who-may.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(test_\w+)`", page))
    assert set() == named - set(globals()) - set(vars(test_seen))
    assert 8 < len(named)
