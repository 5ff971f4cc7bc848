"""Upkeep: what time made due is recorded, and what waits is kept in lists that say their age."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import attrs
import pytest
from tests.handmade import judged, read
from tests.hooks.zoo import plugin, rule, small

from samenwerk import Engine, MemoryStore, Misuse, Party, Plugins, Room, open_store
from samenwerk.engine.everywhere import known_party, told
from samenwerk.engine.upkeep import Upkept
from samenwerk.store.contract import Store
from samenwerk.values.declared import Workflow
from samenwerk.values.errors import StoreError, UnknownName
from samenwerk.values.listed import Freshness, Listing, Lists
from samenwerk.values.register import Span
from samenwerk.values.waiting import Blocked, Due, Task

TEXT = """\
[workflow]
id = "verzoeken"
version = "1"
nl = "Verzoeken"
[sort.gemeente]
nl = "Gemeente"
[lifecycle.verzoek]
nl = "Verzoek"
[lifecycle.verzoek.state]
open = { nl = "Open", due = "2 weeks" }
verlopen = { nl = "Verlopen", final = true }
klaar = { nl = "Klaar", final = true }
[lifecycle.verzoek.document.antwoord]
nl = "Antwoord"
by = "gemeente"
[lifecycle.verzoek.date.laatste]
nl = "Laatste dag"
term = "4 weeks"
after = "vragen"
[lifecycle.verzoek.step]
vragen = { nl = "Vragen", to = "open", by = "gemeente" }
[lifecycle.verzoek.step.afronden]
nl = "Afronden"
from = "open"
to = "klaar"
by = "gemeente"
needs = [{ document = "antwoord" }]
[lifecycle.verzoek.step.verlopen]
nl = "Verlopen"
from = "open"
to = "verlopen"
by = "time"
once_past = "laatste"
"""
NOON = datetime(2027, 2, 1, 11, tzinfo=UTC)
DAY = date(2027, 2, 1)


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.moment = NOON

    def __call__(self) -> datetime:
        return self.moment

    def on(self, day: date) -> None:
        """Noon of a day."""
        self.moment = datetime(day.year, day.month, day.day, 11, tzinfo=UTC)


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Each store in turn."""
    made: Store = MemoryStore() if request.param == "memory" else open_store(tmp_path / "s.db")
    yield made
    made.close()


@pytest.fixture
def clock() -> Clock:
    """The clock of the engines."""
    return Clock()


@pytest.fixture
def engine(store: Store, clock: Clock) -> Engine:
    """An engine with two collaborations in which one request is open."""
    made = Engine(store, plugins=Plugins.of(), clock=clock)
    for id in ("dal", "berg"):
        opened(made.start(workflow(), id))
    return made


def workflow() -> Workflow:
    """Requests that lapse after four weeks."""
    return read(TEXT)


def opened(room: Room) -> None:
    """Two municipalities, and a request by one of them."""
    parties = [Party(one, "gemeente", (("nl", one.title()),)) for one in ("noord", "zuid")]
    assert room.enrol(parties=parties).carried_out
    assert room.do("verzoek.vragen", case="v", actor="noord").carried_out


def test_what_waits_everywhere_is_what_each_room_tells(engine: Engine) -> None:
    """For every party, kind by kind, as if each collaboration had been asked; nothing before."""
    assert () == engine.everywhere("todo", "noord") == engine.everywhere("due")
    done = list(engine.upkeep().due())
    assert ["berg", "dal"] == [one.collaboration for one in done]
    for party in ("noord", "zuid"):
        for id in ("berg", "dal"):
            room = engine.room(id)
            mine = [one.what for one in engine.everywhere("todo", party)
                    if one.collaboration == id]  # fmt: skip
            assert list(room.todo(party)) == mine != []
            dues = [one.what for one in engine.everywhere("due", None) if one.collaboration == id]
            assert list(room.due()) == dues != []
    assert () == engine.everywhere("todo", "oost")
    assert () == engine.everywhere("blockers")


def test_the_lists_say_how_old_they_are(engine: Engine, clock: Clock) -> None:
    """What never was worked out, what went on since, and since when."""
    upkeep = engine.upkeep()
    assert Freshness(2, 2, 2) == upkeep.freshness()
    assert 2 == len(list(upkeep.due()))
    assert Freshness(2, 0) == upkeep.freshness()
    assert [] == list(upkeep.due())
    clock.moment += timedelta(hours=1)
    engine.room("dal").hand_in("antwoord", "brief.pdf", case="v", actor="zuid")
    assert Freshness(2, 1, 0, NOON) == upkeep.freshness()
    assert [Upkept("dal", 0, date(2027, 2, 16))] == list(upkeep.due())


def test_deadlines_follow_from_the_record_alone(engine: Engine, clock: Clock) -> None:
    """What a day makes due is recorded on its day, and nobody had to put it in a queue."""
    upkeep = engine.upkeep()
    assert {date(2027, 2, 16)} == {one.wakes for one in upkeep.due()}
    assert datetime(2027, 2, 15, 23, tzinfo=UTC) == upkeep.next_wake()
    clock.on(date(2027, 2, 16))
    late = [one.what for one in engine.everywhere("due") if isinstance(one.what, Due)]
    assert not any(one.overdue for one in late)
    assert [Upkept(one, 0, date(2027, 3, 2)) for one in ("berg", "dal")] == list(upkeep.due())
    late = [one.what for one in engine.everywhere("due") if isinstance(one.what, Due)]
    assert any(one.overdue for one in late)
    clock.on(date(2027, 3, 2))
    assert [Upkept(one, 1, None) for one in ("berg", "dal")] == list(upkeep.due())
    assert "verlopen" == engine.room("dal").collaboration.cases["v"].state
    assert () == engine.everywhere("todo") == engine.everywhere("due")


def test_who_only_looks_records_nothing(engine: Engine, clock: Clock) -> None:
    """Without settling the lists tell what time has made due, and the records stay as they are."""
    clock.on(date(2027, 3, 2))
    before = engine.room("dal").collaboration.head
    assert [0, 0] == [one.steps for one in engine.upkeep(settling=False).due()]
    assert before == engine.room("dal").collaboration.head
    assert () == engine.everywhere("todo")


def test_a_rehearsal_is_left_alone(engine: Engine, clock: Clock) -> None:
    """It has a calendar of its own: nothing is recorded in it, and nothing of it is listed."""
    opened(engine.start(workflow(), "oefening", rehearsal=True))
    clock.on(date(2027, 6, 1))
    found = {one.collaboration: one.steps for one in engine.upkeep().due()}
    assert {"berg": 1, "dal": 1, "oefening": 0} == found
    assert "open" == engine.room("oefening").collaboration.cases["v"].state
    assert () == engine.everywhere("todo")
    with pytest.raises(Misuse):
        engine.at(NOON).upkeep()


def test_one_that_goes_wrong_holds_up_no_other(engine: Engine, store: Store, clock: Clock) -> None:
    """It is said, the others are brought up to date, and it is tried again after a while."""
    used = attrs.evolve(workflow(), digest="f" * 64)
    opened(engine.start(used, "anders"))
    fresh = Engine(store, plugins=Plugins.of(), clock=clock)
    found = {one.collaboration: one.fault is not None for one in fresh.upkeep().due()}
    assert {"anders": True, "berg": False, "dal": False} == found
    ((id, why),) = fresh.upkeep().freshness().faults
    assert ("anders", True) == (id, why.startswith("RecordBroken: "))
    assert [] == list(fresh.upkeep().due())
    clock.moment += timedelta(hours=1)
    assert ["anders"] == [one.collaboration for one in fresh.upkeep().due()]


def test_several_at_work_share_it(engine: Engine) -> None:
    """What one took another is not given, and each collaboration is done once."""
    first, second = engine.upkeep(owner="een"), engine.upkeep(owner="twee")
    one, other = first.one(), second.one()
    assert one is not None
    assert other is not None
    assert {"berg", "dal"} == {one.collaboration, other.collaboration}
    assert first.one() is None


def test_where_plugins_have_a_say_each_day_is_looked_at(store: Store, clock: Clock) -> None:
    """What a plugin answers is of today alone: the lists are worked out again tomorrow."""
    brought = Plugins.of(proef=plugin("1.0", rules=[rule(small)]))
    engine = Engine(store, plugins=brought, clock=clock)
    room = engine.start(judged(), "regio")
    since = Span(date(2027, 1, 1))
    room.enrol(parties=[Party("noord", "provider", span=since)])
    room.do("collaboration.found", case="c", actor="noord")
    room.do("budget.draft", case="b", actor="noord")
    assert [Upkept("regio", 0, date(2027, 2, 2))] == list(engine.upkeep().due())
    mine = [one.what for one in engine.everywhere("todo", "noord")]
    assert list(room.todo("noord")) == mine != []


def test_the_lists_carry_data_and_the_names_of_parties(engine: Engine, store: Store) -> None:
    """Values of our own, from which sentences are made when they are shown."""
    list(engine.upkeep().due())
    kinds = {type(one.what) for kind in ("todo", "due", "blockers") for one in engine.everywhere(
        kind)}  # fmt: skip
    assert {Task, Due} <= kinds <= {Task, Due, Blocked}
    known = told(store, ("dal",))["dal"]
    assert ("verzoeken", "Europe/Amsterdam") == (known.workflow, known.zone)
    party = known.register.party("noord")
    assert party is not None
    assert (("nl", "Noord"),) == party.names


@pytest.mark.parametrize(
    ("label", "asked"),
    [("Noord", "NOORD"), ("Één Zorg", "één zorg"), ("één zorg", "ÉÉN ZORG"),
     ('De "Bron"', 'de "bron"'), ("Straße", "strasse"), ("strasse", "STRA\u1e9eE"),
     ("C:\\zorg", "c:\\zorg")],
)  # fmt: skip
def test_a_party_is_found_by_its_name(store: Store, clock: Clock, label: str, asked: str) -> None:
    """In capitals or not, with letters that are not plain, and with signs that JSON escapes."""
    engine = Engine(store, plugins=Plugins.of(), clock=clock)
    room = engine.start(workflow(), "dal")
    room.enrol(parties=[Party("n", "gemeente", (("nl", label),)), Party("z", "gemeente")])
    list(engine.upkeep().due())
    assert "n" == known_party(store, "todo", asked)
    with pytest.raises(UnknownName):
        known_party(store, "todo", f"{asked}!")


def test_a_name_that_two_parties_have_names_neither(store: Store, clock: Clock) -> None:
    """Whose tasks are told must not be chance; by their ids both are found."""
    engine = Engine(store, plugins=Plugins.of(), clock=clock)
    for id, party in (("dal", "n"), ("berg", "m")):
        room = engine.start(workflow(), id)
        room.enrol(parties=[Party(party, "gemeente", (("nl", "Noord"),))])
    list(engine.upkeep().due())
    with pytest.raises(UnknownName):
        known_party(store, "todo", "noord")
    assert ["n", "m"] == [known_party(store, "todo", one) for one in ("n", "m")]


@pytest.mark.parametrize("body", ["", "[1]", '["value", "os", "system", {}]', '["list", []]'])
def test_an_entry_that_was_spoiled_is_a_store_error(
    engine: Engine, store: Store, body: str
) -> None:
    """Nothing is guessed and nothing is carried out; upkeep makes it anew."""
    engine.upkeep().of("dal")
    tip = store.tip("dal")
    assert tip is not None
    entries = (Listing("todo", body), Listing("about", body))
    store.keep_lists(Lists("dal", *tip, NOON, None, "", entries))
    with pytest.raises(StoreError):
        engine.everywhere("todo")
    with pytest.raises(StoreError):
        told(store, ("dal",))
    engine.upkeep().of("dal")
    assert engine.everywhere("todo")



def test_lists_are_made_anew_also_when_they_are_up_to_date(
    engine: Engine, store: Store, clock: Clock
) -> None:
    """Of one or of all; the others are left alone, and what is listed of none goes."""
    list(engine.upkeep().due())
    good = {id: store.kept_lists(id) for id in ("berg", "dal")}
    bent = tuple(attrs.evolve(one, entries=()) for one in good.values() if one is not None)
    for one in (*bent, attrs.evolve(bent[0], collaboration="weg")):
        store.keep_lists(one)
    assert [] == list(engine.upkeep().due())
    assert ["dal"] == [one.collaboration for one in engine.upkeep().anew("dal")]
    assert (bent[0], good["dal"]) == (store.kept_lists("berg"), store.kept_lists("dal"))
    with pytest.raises(UnknownName):
        engine.upkeep().anew("weg")
    assert ["berg", "dal"] == [one.collaboration for one in engine.upkeep().anew()]
    assert good == {id: store.kept_lists(id) for id in ("berg", "dal")}
    assert store.kept_lists("weg") is None
