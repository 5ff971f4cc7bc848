"""Reminders: a party hears of a day that is coming, once, by the way that every effect goes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.engine.test_upkeep import DAY, NOON, TEXT, Clock, opened
from tests.handmade import read
from tests.hooks.zoo import plugin

from samenwerk import (
    Delivered,
    DueItem,
    Engine,
    Happened,
    MemoryStore,
    Message,
    Misuse,
    Parameter,
    PluginDue,
    PluginEffect,
    Plugins,
    Question,
    Sending,
    hookimpl,
    open_store,
    render,
)
from samenwerk.engine.reminding import Reminded
from samenwerk.store.contract import Store
from samenwerk.values.event import EffectAsked, Sealed

NAMED = TEXT.replace('nl = "Verzoeken"\n', 'nl = "Verzoeken"\nplugins = ["post>=0"]\n', 1)
ENDS = DAY + timedelta(weeks=2)


class Post:
    """A plugin that brings letters, and one effect that knows no reminders."""

    def __init__(self) -> None:
        self.came: dict[str, tuple[list[str], object, object]] = {}
        self.works = True

    def deliver(self, sending: Sending) -> Delivered:
        """Keep the letter."""
        if not self.works:
            raise OSError("no post today")
        to, subject, text = (sending.parameters[one] for one in ("to", "subject", "text"))
        assert isinstance(to, tuple)
        self.came[sending.key] = ([one.id for one in to], subject, text)
        return Delivered()

    def look_up(self, sending: Sending) -> Delivered | None:
        """Whether it came."""
        return Delivered() if sending.key in self.came else None

    @hookimpl
    def effects(self) -> list[PluginEffect]:
        """A letter and a bell."""
        takes = tuple(Parameter(name, kind) for name, kind in
                      (("to", "parties"), ("subject", "text"), ("text", "text")))  # fmt: skip
        return [
            PluginEffect("letter", {"nl": "brief"}, self.deliver, self.look_up, takes),
            PluginEffect("bell", {"nl": "bel"}, self.deliver, self.look_up),
        ]


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
def post() -> Post:
    """The world."""
    return Post()


@pytest.fixture
def engine(store: Store, clock: Clock, post: Post) -> Engine:
    """An engine with a collaboration in which one request is open for two weeks."""
    plugins = Plugins.of(post=post)
    made = Engine(store, plugins=plugins, clock=clock)
    opened(made.start(read(NAMED), "dal"))
    return made


def reminded(engine: Engine, days: int = 7, by: str = "post.letter") -> list[tuple[str, date]]:
    """Who is reminded now of which day, after upkeep."""
    list(engine.upkeep().due())
    found = list(engine.remind(by, days))
    assert all(isinstance(one, Reminded) and one.fault is None for one in found), found
    return [(one.party, one.day) for one in found]


def test_each_party_hears_of_each_day_once(engine: Engine, clock: Clock, post: Post) -> None:
    """Not before its time, and then one letter each, however often is looked."""
    assert [] == reminded(engine)
    clock.on(ENDS - timedelta(days=7))
    both = [("noord", ENDS), ("zuid", ENDS)]
    assert both == reminded(engine)
    assert [] == reminded(engine)
    clock.on(ENDS - timedelta(days=6))
    assert [] == reminded(engine)
    assert ["delivered", "delivered"] == [one.how for one in engine.sender().due()]
    assert [] == reminded(engine)
    assert [["noord"], ["zuid"]] == sorted(to for to, _, _ in post.came.values())
    subject, text = {(subject, text) for _, subject, text in post.came.values()}.pop()
    assert "Herinnering: 15 februari 2027, dossier v" == subject
    assert text == (
        'Op 15 februari 2027: De tijd voor de fase "Open" is om. Het gaat om dossier v van dal.'
    )


def test_two_plugins_may_know_of_the_same_day(store: Store, clock: Clock, post: Post) -> None:
    """Each counts its own things: what one calls by a key is not what another calls by it."""

    def brought(id: str) -> object:
        def items(question: Question) -> list[DueItem]:
            return [DueItem(DAY + timedelta(days=3), Message(id), ("noord",), "k")]

        yearly = PluginDue("yearly", {"nl": "elk jaar", "en": "each year"}, items)
        said = {"nl": {id: "vertel het"}, "en": {id: "tell it"}}
        return plugin("1.0", due_items=[yearly], messages=said)

    plugins = Plugins.of(post=post, een=brought("een.tell"), twee=brought("twee.tell"))
    named = NAMED.replace('"post>=0"', '"post>=0", "een>=0", "twee>=0"')
    engine = Engine(store, plugins=plugins, clock=clock)
    opened(engine.start(read(named), "dal"))
    assert [("noord", DAY + timedelta(days=3))] * 2 == reminded(engine, 3)
    assert [] == reminded(engine, 3)


def test_what_it_says_is_not_in_the_record(engine: Engine, store: Store, clock: Clock) -> None:
    """It stands behind a seal beside the record, where the law can have it erased."""
    clock.on(ENDS - timedelta(days=3))
    assert 2 == len(reminded(engine))
    room = engine.room("dal")
    asked = [line for line in room.history() if isinstance(line.event.what, EffectAsked)]
    assert not [line for line in asked if "Herinnering" in line.body or "Op 15" in line.body]
    seals = [fact.value for line in asked for fact in line.event.what.given]
    texts = [store.unseal(one.sealed) for one in seals if isinstance(one, Sealed)]
    assert 4 == len(seals) == len(texts)
    assert "Herinnering: 15 februari 2027, dossier v" == texts[0]


def test_it_is_told(engine: Engine, store: Store, clock: Clock, post: Post) -> None:
    """Who listens hears of each reminder, and not of whom."""
    heard: list[Happened] = []
    clock.on(ENDS - timedelta(days=3))
    other = Engine(store, plugins=Plugins.of(post=post), clock=clock, tell=heard.append)
    assert 2 == len(reminded(other))
    told = [one.data for one in heard if one.what == "reminded"]
    assert [{"what": "reminded", "collaboration": "dal", "count": 1}] * 2 == told
    assert "noord" not in str(heard)


def test_a_day_that_moves_or_has_passed(engine: Engine, clock: Clock) -> None:
    """What is over is not reminded of; another day is another reminder."""
    clock.on(ENDS + timedelta(days=1))
    late = ENDS + timedelta(weeks=2)
    assert [] == [one for one in reminded(engine, 20) if one[1] == ENDS]
    assert {late} >= {day for _, day in reminded(engine, 20)}


def test_it_stands_in_the_record_as_every_effect(engine: Engine, clock: Clock) -> None:
    """History tells of it, the chain holds, and a store that lost its outbox has it sent."""
    clock.on(ENDS - timedelta(days=3))
    assert 2 == len(reminded(engine))
    room = engine.room("dal")
    assert 2 == len(room.collaboration.effects)
    assert room.verify().whole
    for one in engine.outbox():
        from samenwerk.store.outbox import Posting

        gone = Posting("done", one.key, one.sequence, one.plugin, NOON)
        engine._desk.store.post("dal", [gone])
    assert 2 == engine.sender().restore()
    assert ["delivered", "delivered"] == [one.how for one in engine.sender().due()]
    assert {} == dict(room.collaboration.effects)
    assert "delivered" == room.collaboration.cases["v"].effects["reminder"][None].value


def test_one_that_fails_waits_for_a_person(engine: Engine, clock: Clock, post: Post) -> None:
    """It is tried again as every effect, and given up by a person."""
    post.works = False
    clock.on(ENDS - timedelta(days=3))
    assert 2 == len(reminded(engine))
    assert ["failed", "failed"] == [one.how for one in engine.sender().due()]
    for one in engine.outbox():
        engine.give_up(one.key, because="by telephone")
    assert () == engine.outbox()
    assert [] == reminded(engine)


def test_two_who_look_at_once_record_it_once(
    engine: Engine, clock: Clock, store: Store, post: Post
) -> None:
    """Another machine that looked at the same lists adds nothing, also in other words."""
    clock.on(ENDS - timedelta(days=3))
    list(engine.upkeep().due())
    other = Engine(store, plugins=Plugins.of(post=post), clock=clock)
    first, second = engine.remind("post.letter", 7), other.remind("post.letter", 7, lang="en")
    assert [next(first).party, *(one.party for one in second)] == ["noord", "zuid"]
    assert [] == [one.party for one in first]
    assert 2 == len(engine.room("dal").collaboration.effects)


def test_who_has_no_such_plugin_is_passed_by(
    engine: Engine, store: Store, clock: Clock
) -> None:
    """A workflow that does not name the plugin has no such letters; a rehearsal neither."""
    opened(engine.start(read(TEXT), "berg"))
    opened(engine.start(read(NAMED), "spel", rehearsal=True))
    clock.on(ENDS - timedelta(days=3))
    list(engine.upkeep().due())
    assert {"dal"} == {one.collaboration for one in engine.remind("post.letter", 7)}


def test_an_effect_that_knows_no_reminders(engine: Engine, clock: Clock) -> None:
    """It is said, in both languages, and nothing is recorded."""
    clock.on(ENDS - timedelta(days=3))
    with pytest.raises(Misuse) as fault:
        reminded(engine, by="post.bell")
    assert "Post.bell kan niet herinneren" in render(fault.value, "nl")
    assert "Post.bell cannot remind" in render(fault.value, "en")
    with pytest.raises(Misuse):
        reminded(engine, -1)
    list(engine.upkeep().due())
    (one, *_) = engine.remind("post.nothing", 7)
    assert one.fault is not None
    assert {} == dict(engine.room("dal").collaboration.effects)


def test_nobody_else_can_have_it_recorded(engine: Engine, clock: Clock) -> None:
    """The ids of reminders are for workers."""
    with pytest.raises(Misuse):
        engine.room("dal").record(
            "x", True, case="v", actor="noord", command_id="effect/abc/asked"
        )  # fmt: skip
