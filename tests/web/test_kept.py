"""What is kept for the portfolio: the page is the same as one that is made anew, whoever looks."""

import sqlite3
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest
from starlette.requests import Request
from tests.handmade import enrolled, judged, workflow
from tests.hooks.zoo import facts, marked
from tests.web.visiting import get, text

from samenwerk import Engine, MemoryStore, Party, Plugins, Room, Sight, Span, open_store
from samenwerk.core.policies import everything, own_cases
from samenwerk.engine.summing import summaries
from samenwerk.reporting.portfolio.told import Summary
from samenwerk.values.case import Collaboration
from samenwerk.web import pages
from samenwerk.web.kept import ITSELF, Kept

BEGAN = datetime(2027, 2, 10, 12, tzinfo=UTC)
IDS = ("noordrand", "oefening", "zuidrand")
READERS = ("", "noord", "oost", "vreemd")


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = BEGAN

    def __call__(self) -> datetime:
        return self.now


def made(clock: Clock, store: Any = None) -> Engine:
    """Three collaborations, one of them a rehearsal, each with an open budget."""
    engine = Engine(store or MemoryStore(), plugins=Plugins.of(), clock=clock)
    for id in IDS:
        room = engine.start(workflow(), id, rehearsal=id == "oefening")
        enrolled(room)
        assert room.do("collaboration.found", case="c", actor="noord").carried_out
        assert room.do("budget.draft", case="b", actor="noord").carried_out
    return engine


@pytest.fixture
def clock() -> Clock:
    """A clock at noon on 10 February 2027."""
    return Clock()


@pytest.fixture
def engine(clock: Clock) -> Iterator[Engine]:
    """The three collaborations in memory."""
    with made(clock) as engine:
        yield engine


def signed_in(request: Request) -> str | None:
    """Who a request is of, as a test says in a header."""
    return request.headers.get("x-party")


def one_act(dice: Random, engine: Engine, clock: Clock, at: int) -> None:
    """Something that may happen: an act, somebody new, somebody who leaves, or a day later."""
    room, actor = engine.room(dice.choice(IDS)), dice.choice(("noord", "zuid", "oost"))
    cases = [one for one in room.collaboration.cases if one != "c"]
    match dice.randrange(7):
        case 0:
            room.do("budget.draft", case=f"b{at}", parent="c", actor=actor)
        case 1:
            room.hand_in("note", f"Nota {at}", case=dice.choice(cases), actor=actor)
        case 2:
            room.say("support", "for", case=dice.choice(cases), actor=actor)
        case 3:
            room.do("budget.agree", case=dice.choice(cases), actor="zuid")
        case 4:
            room.enrol(parties=[Party("vreemd", "provider", span=Span(date(2027, 2, 1)))])
        case 5:
            left = Span(date(2027, 1, 1), clock.now.date())
            room.enrol(parties=[Party("oost", "provider", span=left)])
        case _:
            clock.now += timedelta(days=dice.choice((1, 3, 40)))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("policy", [own_cases, everything])
def test_the_page_is_the_same_as_one_made_anew(
    engine: Engine, clock: Clock, seed: int, policy: Any
) -> None:
    """After acts, on other days, for other readers and in both languages; to the last byte."""
    dice = Random(seed)
    apps = {who: pages(engine, reader=signed_in if who else None, policy=policy) for who in READERS}
    for at in range(12):
        one_act(dice, engine, clock, at)
        for who in dice.sample(READERS, 2):
            day = clock.now.date() + timedelta(days=dice.choice((0, 0, 60)))
            asked = f"/portfolio?lang={dice.choice(('nl', 'en'))}&day={day}"
            anew = pages(engine, reader=signed_in if who else None, policy=policy)
            wanted, found = (get(one, asked, x_party=who) for one in (anew, apps[who]))
            assert (200, wanted.text) == (found.status_code, found.text)


def kept(
    known: Kept, engine: Engine, party: str | None = None, policy: Any = own_cases,
    day: date | None = None, lang: str = "nl",
) -> dict[str, Summary]:  # fmt: skip
    """What is found for a reader, by the collaboration."""
    return {one.id: one for one in known.summaries(engine, party, policy, day, lang)}


def again(before: dict[str, Summary], after: dict[str, Summary]) -> list[str]:
    """Which of them were not worked out again."""
    return [id for id, one in after.items() if before.get(id) is one]


def test_only_what_changed_is_worked_out_again(engine: Engine) -> None:
    """The others are what they were; of another reader, language or day nothing is at hand."""
    known = Kept()
    before = kept(known, engine)
    assert engine.room("zuidrand").do("budget.draft", case="more", parent="c", actor="oost")
    after = kept(known, engine)
    assert ["noordrand", "oefening"] == again(before, after)
    assert list(summaries(engine._desk, "nl", None)) == list(after.values())
    assert (1, 2) == (before["zuidrand"].open - 1, after["zuidrand"].open - 1)
    for other in ({"party": "noord"}, {"lang": "en"}, {"day": date(2027, 4, 1)}):
        assert [] == again(after, kept(known, engine, **other))  # type: ignore[arg-type]
    assert list(IDS) == again(after, kept(known, engine))


def test_on_the_next_day_only_a_rehearsal_is_as_it_was(engine: Engine, clock: Clock) -> None:
    """It stands on its own last day; of the others it may be another day by their zone already."""
    known = Kept()
    before = kept(known, engine)
    clock.now = datetime(2027, 2, 10, 23, 30, tzinfo=UTC)  # half past midnight in Amsterdam
    after = kept(known, engine)
    assert ["oefening"] == again(before, after)
    assert date(2027, 2, 11) == after["noordrand"].day


def test_who_leaves_the_register_finds_nothing_more(engine: Engine, clock: Clock) -> None:
    """What was kept while it took part is not shown any more from the day after its last."""
    app = pages(engine, reader=signed_in)
    seen = get(app, "/portfolio?lang=en", x_party="oost")
    for id in IDS:
        left = Span(date(2027, 1, 1), date(2027, 2, 10))
        assert engine.room(id).enrol(parties=[Party("oost", "provider", span=left)]).carried_out
    clock.now += timedelta(days=1)
    after = get(app, "/portfolio?lang=en", x_party="oost")
    assert [True, False] == ["noordrand" in one.text for one in (seen, after)]


def test_a_policy_of_the_host_is_asked_each_time(engine: Engine) -> None:
    """It may look elsewhere: what it hides from now on is hidden from now on."""
    hidden: set[str] = set()

    def policy(party: str, known: Collaboration, of: object, day: object) -> Sight:
        return Sight(who=party, cases=frozenset(known.cases) - hidden)

    app = pages(engine, reader=signed_in, policy=policy)
    assert "6 cases are running" in text(get(app, "/portfolio?lang=en", x_party="noord"))
    hidden.add("b")
    assert "3 cases are running" in text(get(app, "/portfolio?lang=en", x_party="noord"))


def test_what_a_plugin_found_outside_is_asked_each_time(clock: Clock) -> None:
    """A fact from elsewhere may be another one now."""
    plugin = SimpleNamespace(
        __version__="1.0", facts=marked("facts", [facts(lambda question: {"counted": 3})])
    )
    used = judged('"counted_enough"')
    with Engine(MemoryStore(), plugins=Plugins.of(proef=plugin), clock=clock) as engine:
        enrolled(engine.start(used, "regio"))
        known = Kept()
        assert [] == again(kept(known, engine), kept(known, engine))


def test_no_more_is_kept_than_fits(engine: Engine) -> None:
    """What was asked for longest ago goes first; what is told stays the same."""
    known = Kept(most=ITSELF)
    assert kept(Kept(), engine) == kept(known, engine) == kept(known, engine)
    assert [] == again(kept(known, engine), kept(known, engine))
    strangers = Kept(most=3 * ITSELF)  # of who is nowhere in the register only that is kept
    for who in ("a", "b"):
        assert {} == kept(strangers, engine, who)
    assert {("b", id) for id in IDS} == {(key[1], key[0]) for key in strangers._found}


def test_many_readers_at_once_while_things_are_recorded(tmp_path: Path, clock: Clock) -> None:
    """Nobody is shown what never was, and afterwards everybody what is."""
    with made(clock, open_store(tmp_path / "many.db")) as engine:
        known, faults = Kept(most=60), list[object]()
        ends = threading.Event()

        def look(who: str | None, lang: str) -> None:
            opened = dict.fromkeys(IDS, 0)
            try:
                while True:
                    last = ends.is_set()
                    for id, one in kept(known, engine, who, everything, lang=lang).items():
                        if one.open < opened[id] or one.faults:
                            faults.append((id, one))
                        opened[id] = one.open
                    if last:
                        return
            except Exception as fault:  # what a thread raises is seen by nobody else
                faults.append(fault)

        readers = [threading.Thread(target=look, args=(who, lang))
                   for who in (None, "noord") for lang in ("nl", "en")]  # fmt: skip
        for one in readers:
            one.start()
        for at in range(20):
            room: Room = engine.room(IDS[at % 3])
            assert room.do("budget.draft", case=f"b{at}", parent="c", actor="noord").carried_out
        ends.set()
        for one in readers:
            one.join()
        assert [] == faults
        assert kept(Kept(), engine, "noord") == kept(known, engine, "noord")


def test_one_that_cannot_be_read_keeps_no_other_from_a_reader(
    tmp_path: Path, clock: Clock
) -> None:
    """Whose it is cannot be known: a party sees the others, who reads everything what is wrong."""
    path = tmp_path / "broken.db"
    made(clock, open_store(path)).close()
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE event SET body = 'x' WHERE collaboration = 'noordrand'")
    with Engine(open_store(path), plugins=Plugins.of(), clock=clock) as engine:
        for page in ("portfolio?lang=en", "?lang=en"):
            said = get(pages(engine, reader=signed_in), f"/{page}", x_party="noord")
            assert (200, True, False) == (
                said.status_code, "zuidrand" in said.text, "noordrand" in said.text,
            )  # fmt: skip
        assert "noordrand" in get(pages(engine), "/portfolio?lang=en").text
