"""The engine: from a caller to the record and back, over both stores."""

import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from tests.handmade import DAY, NOON, enrolled, started, workflow

from samenwerk import (
    CommandReused,
    Conflict,
    Engine,
    MemoryStore,
    Misuse,
    Party,
    Plugins,
    RecordBroken,
    Room,
    StoreError,
    UnknownName,
    Verdict,
    open_store,
)
from samenwerk.core.evolve import replay
from samenwerk.definitions.laying.effective import effective_text
from samenwerk.engine.acting import civil_day
from samenwerk.store.contract import Store
from samenwerk.values.case import Collaboration
from samenwerk.values.event import DocumentHandedIn, PositionGiven, StepDone


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Each store in turn."""
    made: Store = MemoryStore() if request.param == "memory" else open_store(tmp_path / "s.db")
    yield made
    made.close()


def whole(known: Collaboration) -> tuple[object, ...]:
    """A collaboration by content."""
    return (known.id, known.sequence, known.head, known.cases, known.by_state, known.by_lifecycle,
            known.register.lines, known.latest, known.definition)  # fmt: skip


def agreed(room: Room) -> None:
    """All that `agree` needs."""
    assert room.hand_in("note", "nota.pdf", case="b", actor="noord").carried_out
    for party in ("noord", "oost"):
        assert room.say("support", "for", case="b", actor=party).carried_out


def test_a_process_from_start_to_end(store: Store) -> None:
    """Everything that is done stands in the record, and what is read back is what was answered."""
    _, room = started(store=store)
    refused = room.do("budget.agree", case="b", actor="zuid")
    assert (Verdict.NOT_YET, False, ()) == (refused.verdict, refused.carried_out, refused.lines)
    agreed(room)
    outcome = room.do("budget.agree", case="b", actor="zuid")
    assert (True, "agreed") == (outcome.carried_out, room.collaboration.cases["b"].state)
    lines = list(room.history())
    assert outcome.lines == tuple(lines[-1:])
    assert outcome.head == lines[-1].hash == room.collaboration.head
    told = replay(lines)
    assert told is not None
    assert whole(told) == whole(room.collaboration)
    report = room.verify(outcome.head)
    assert (True, len(lines), True) == (report.whole, report.count, report.anchored)


def test_another_engine_sees_the_same(store: Store) -> None:
    """What one engine wrote, another reads from the store alone, its workflow too."""
    _, room = started(store=store)
    other = Engine(store, plugins=Plugins.of(), clock=lambda: NOON)
    assert ("regio",) == other.collaborations()
    seen = other.room("regio")
    assert whole(room.collaboration) == whole(seen.collaboration)
    assert (room.workflow.digest, room.workflow.sources) == (
        seen.workflow.digest, seen.workflow.sources)  # fmt: skip
    agreed(seen)
    assert seen.do("budget.agree", case="b", actor="zuid").carried_out
    assert "agreed" == room.collaboration.cases["b"].state


def test_a_workflow_stays_what_it_was() -> None:
    """A collaboration goes on by the text it was started with, whatever the file says later."""
    store = MemoryStore()
    engine, room = started(store=store)
    easier = workflow(needs="")
    engine.start(easier, "elders", rehearsal=True)
    assert Verdict.NOT_YET == room.do("budget.agree", case="b", actor="zuid").verdict
    again = Engine(store, plugins=Plugins.of(), clock=lambda: NOON)
    assert Verdict.NOT_YET == again.room("regio").do("budget.agree", case="b", actor="zuid").verdict
    assert easier.digest == again.room("elders").workflow.digest


def test_a_definition_that_was_changed_is_not_run() -> None:
    """A store that gives another text under a digest is not believed; the record is still read."""
    store = MemoryStore()
    started(store=store)
    digest = workflow().digest
    store._definitions[digest] = (effective_text(workflow(needs="").effective), {})
    room = Engine(store, plugins=Plugins.of(), clock=lambda: NOON).room("regio")
    with pytest.raises(RecordBroken) as broken:
        room.do("budget.agree", case="b", actor="zuid")
    assert "definition" == broken.value.params["what"]
    assert 4 == len(list(room.history()))


def test_asking_records_nothing(store: Store) -> None:
    """All questions leave the record as it is, and `ask` gives what `do` would give."""
    _, room = started(store=store)
    before = whole(room.collaboration)
    assert Verdict.NOT_YET == room.ask("budget.agree", case="b", actor="zuid").verdict
    assert "nothing" != room.needs("budget.agree", case="b").kind
    room.todo("noord")
    room.due()
    room.blockers("budget.agree", case="b")
    assert "lapsed" == room.standing(day=DAY + timedelta(weeks=7)).cases["b"].state
    assert before == whole(room.collaboration)
    agreed(room)
    asked = room.ask("budget.agree", case="b", actor="zuid")
    done = room.do("budget.agree", case="b", actor="zuid")
    assert (done.verdict, done.findings) == (asked.verdict, asked.findings)
    assert ((), False) == (asked.lines, asked.carried_out)


def test_a_refusal_names_who_can_do_what() -> None:
    """A refusal comes with the ways out that planning found, and with who can act."""
    _, room = started()
    refused = room.do("budget.agree", case="b", actor="zuid")
    assert {"noord", "zuid", "oost"} == set(refused.can)
    assert ["way.act_one", "way.act"] == [way.id for way in refused.way_out]


def test_a_command_is_done_once(store: Store) -> None:
    """The same command again gives the outcome of the first time and records nothing more."""
    _, room = started(store=store)
    agreed(room)
    ask = {"case": "b", "actor": "zuid", "command_id": "k-1"}
    first = room.do("budget.agree", **ask)  # type: ignore[arg-type]
    again = room.do("budget.agree", **ask)  # type: ignore[arg-type]
    assert (first.verdict, first.lines, first.head, True) == (
        again.verdict, again.lines, again.head, again.carried_out)  # fmt: skip
    assert (False, True) == (first.repeated, again.repeated)
    assert first.lines[-1].event.sequence == room.collaboration.sequence


def test_a_command_sent_again_on_another_day_is_the_same(store: Store) -> None:
    """Who names no day and sends again after midnight means the day of the first time."""
    engine, room = started(store=store)
    sent = {"case": "b", "actor": "noord", "command_id": "k-1"}
    first = room.hand_in("note", "nota.pdf", **sent)  # type: ignore[arg-type]
    later = engine.at(NOON + timedelta(days=3)).room("regio")
    assert first.lines == later.hand_in("note", "nota.pdf", **sent).lines  # type: ignore[arg-type]
    with pytest.raises(CommandReused):
        later.hand_in("note", "nota.pdf", day=DAY + timedelta(days=2), **sent)  # type: ignore[arg-type]


def test_a_command_with_other_content_is_refused(store: Store) -> None:
    """An id that was used for something else cannot be used again, whatever the kind of act."""
    _, room = started(store=store)
    room.hand_in("note", "nota.pdf", case="b", actor="noord", command_id="k-1")
    before = room.collaboration.sequence
    with pytest.raises(CommandReused):
        room.hand_in("note", "andere.pdf", case="b", actor="noord", command_id="k-1")
    with pytest.raises(CommandReused):
        room.say("support", "for", case="b", actor="noord", command_id="k-1")
    assert before == room.collaboration.sequence


def test_a_refused_command_is_decided_again() -> None:
    """A refusal is not remembered: the same command may be allowed later."""
    _, room = started()
    ask = {"case": "b", "actor": "zuid", "command_id": "k-1"}
    assert not room.do("budget.agree", **ask).carried_out  # type: ignore[arg-type]
    agreed(room)
    outcome = room.do("budget.agree", **ask)  # type: ignore[arg-type]
    assert (True, False) == (outcome.carried_out, outcome.repeated)


def test_starting_twice() -> None:
    """A collaboration starts once; only the command that started it may be sent again."""
    engine = Engine(MemoryStore(), plugins=Plugins.of(), clock=lambda: NOON)
    engine.start(workflow(), "regio", command_id="s-1")
    assert 1 == engine.start(workflow(), "regio", command_id="s-1").collaboration.sequence
    with pytest.raises(Misuse) as twice:
        engine.start(workflow(), "regio")
    assert "started" == twice.value.params["what"]
    with pytest.raises(CommandReused):
        engine.start(workflow(needs=""), "regio", command_id="s-1")
    with pytest.raises(Misuse):
        engine.start(workflow(), "  ")


def test_a_room_that_is_not_there() -> None:
    """An unknown collaboration is told with the nearest name that is known."""
    engine, _ = started()
    with pytest.raises(UnknownName) as unknown:
        engine.room("reggio")
    assert "regio" == unknown.value.params["nearest"]


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 3, 28, 22, 59, tzinfo=UTC), date(2026, 3, 28)),
        (datetime(2026, 3, 28, 23, 30, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), date(2026, 10, 26)),
    ],
)
def test_the_day_is_that_of_the_zone(moment: datetime, day: date) -> None:
    """An instant is turned into a civil day once, by the clock of the workflow's zone."""
    assert day == civil_day(moment, "Europe/Amsterdam")
    engine = Engine(MemoryStore(), plugins=Plugins.of(), clock=lambda: moment)
    room = engine.start(workflow(), "regio")
    (line,) = room.history()
    assert (day, moment) == (line.event.effective, line.event.recorded)


def test_a_clock_without_a_zone_is_refused() -> None:
    """An instant must say in which zone it is; one in another zone is recorded in UTC."""
    naive = Engine(MemoryStore(), plugins=Plugins.of(), clock=lambda: datetime(2027, 1, 1))
    with pytest.raises(Misuse):
        naive.start(workflow(), "regio")


def test_time_that_passed_is_settled_before_an_act() -> None:
    """What time made due is recorded first, so that nobody acts in a case that is over."""
    engine, room = started()
    later = engine.at(NOON + timedelta(weeks=7)).room("regio")
    refused = later.do("budget.work", case="b", actor="noord")
    assert (Verdict.NEVER, "over") == (refused.verdict, refused.ground)
    assert "drafted" == room.collaboration.cases["b"].state
    settled = later.settle()
    assert ["lapse"] == [event.step for event in settled.events]
    assert "lapsed" == room.collaboration.cases["b"].state
    assert () == later.settle().lines


def test_only_a_rehearsal_may_pretend() -> None:
    """A real record cannot be dated by pretending that it is another day."""
    store = MemoryStore()
    engine = Engine(store, plugins=Plugins.of(), clock=lambda: NOON)
    engine.start(workflow(), "echt")
    engine.start(workflow(), "oefening", rehearsal=True)
    then = engine.at(NOON - timedelta(days=100))
    with pytest.raises(Misuse):
        then.room("echt")
    with pytest.raises(Misuse):
        then.start(workflow(), "nog een")
    room = then.room("oefening")
    enrolled(room)
    *_, last = room.history()
    assert NOON - timedelta(days=100) == last.event.recorded
    with pytest.raises(Misuse):
        engine.at(datetime(2027, 1, 1))


def test_a_text_can_be_erased_and_the_record_still_verifies(store: Store) -> None:
    """Free text stands beside the record; erased it is gone, and the chain holds."""
    _, room = started(store=store)
    outcome = room.say("support", "against", case="b", actor="noord", reasons="ik ken haar")
    what = outcome.events[-1].what
    assert isinstance(what, PositionGiven)
    assert what.reasons is not None
    assert "ik ken haar" == room.text(what.reasons)
    assert "ik ken haar" not in "".join(line.body for line in room.history())
    erased = [room.erase(what.reasons, because="asked for") for _ in range(2)]
    assert [1, 0] == [one.count for one in erased]
    assert None is room.text(what.reasons)
    assert room.verify(outcome.head).whole


def test_only_newer_lines_are_fetched() -> None:
    """A step costs no more after a thousand events: what is at hand is not read again."""

    class Counting(MemoryStore):
        fetched = 0

        def read(self, collaboration: str, after: int = 0):  # type: ignore[no-untyped-def]
            for line in super().read(collaboration, after):
                Counting.fetched += 1
                yield line

    store = Counting()
    _, room = started(store=store)
    other = Engine(store, plugins=Plugins.of(), clock=lambda: NOON).room("regio")
    assert 4 == other.collaboration.sequence
    Counting.fetched = 0
    for _ in range(5):
        assert room.do("budget.work", case="b", actor="noord").carried_out
    assert 0 == Counting.fetched
    assert 9 == other.collaboration.sequence
    assert 5 == Counting.fetched


def test_memory_is_bounded() -> None:
    """Of many collaborations only some are held in memory; the others are read again."""
    engine = Engine(MemoryStore(), plugins=Plugins.of(), clock=lambda: NOON)
    for number in range(70):
        engine.start(workflow(), f"regio-{number:02}")
    assert 64 == len(engine._desk.shelf._known)
    assert "regio-00" == engine.room("regio-00").collaboration.id


def test_a_conflict_is_decided_again(store: Store) -> None:
    """Who comes second reads what the first one did and decides on that."""
    _, room = started(store=store)
    agreed(room)
    rival = Engine(store, plugins=Plugins.of(), clock=lambda: NOON).room("regio")
    original, met = store.append, []

    def append(*arguments: object) -> None:
        if not met:
            met.append(True)
            assert rival.do("budget.agree", case="b", actor="zuid").carried_out
        original(*arguments)  # type: ignore[arg-type]

    store.append = append  # type: ignore[method-assign]
    outcome = room.do("budget.work", case="b", actor="noord")
    assert (Verdict.NEVER, "over") == (outcome.verdict, outcome.ground)
    assert room.verify().whole


def test_the_same_command_from_two_sides_is_done_once(store: Store) -> None:
    """When both send one command, the second gets the outcome of the first."""
    _, room = started(store=store)
    rival = Engine(store, plugins=Plugins.of(), clock=lambda: NOON).room("regio")
    original, met = store.append, []
    sent = {"case": "b", "actor": "noord", "command_id": "k-1"}

    def append(*arguments: object) -> None:
        if not met:
            met.append(True)
            met.append(rival.hand_in("note", "n.pdf", **sent))  # type: ignore[arg-type]
        original(*arguments)  # type: ignore[arg-type]

    store.append = append  # type: ignore[method-assign]
    outcome = room.hand_in("note", "n.pdf", **sent)  # type: ignore[arg-type]
    assert (True, met[1].lines) == (outcome.repeated, outcome.lines)
    papers = [one for one in room.history() if isinstance(one.event.what, DocumentHandedIn)]
    assert 1 == len(papers)


def test_a_store_that_will_not_be_written_to_ends() -> None:
    """Trying again ends when nobody gets further: the conflict is told."""

    class Stubborn(MemoryStore):
        refuses = False

        def append(self, *arguments: object) -> None:  # type: ignore[override]
            if self.refuses:
                raise Conflict("no")
            super().append(*arguments)  # type: ignore[arg-type]

    store = Stubborn()
    _, room = started(store=store)
    store.refuses = True
    with pytest.raises(Conflict):
        room.do("budget.work", case="b", actor="noord")


def test_a_record_that_was_cut_off_is_read_anew() -> None:
    """What is at hand is never believed above the store."""
    store = MemoryStore()
    _, room = started(store=store)
    head = room.do("budget.work", case="b", actor="noord").head
    del store._streams["regio"][-1]
    assert 4 == room.collaboration.sequence
    assert (False, "chain.expect") == (
        room.verify(head).whole, room.verify(head).what.id)  # type: ignore[union-attr]  # fmt: skip
    assert room.do("budget.work", case="b", actor="noord").carried_out


def test_threads_share_an_engine(store: Store) -> None:
    """Eight threads act in one collaboration at once: nothing is lost, nothing is doubled."""
    _, room = started(store=store)
    faults: list[BaseException] = []

    def work(thread: int) -> None:
        try:
            for turn in range(6):
                parties = [Party(f"p{thread}-{turn}", "provider")]
                assert room.enrol(parties=parties, command_id=f"{thread}-{turn}").carried_out
                room.todo("noord")
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert [] == faults
    assert 3 + 48 == len(room.collaboration.register.parties)
    commands = [line.event.command for line in room.history()]
    assert len(commands) == len(set(commands)) == 4 + 48
    assert room.verify().whole


def test_what_is_sent_is_not_shared() -> None:
    """A caller who changes what he gave changes nothing that was recorded."""
    _, room = started()
    roles: dict[str, str] = {}
    outcome = room.do("budget.work", case="b", actor="noord", roles=roles)
    roles["later"] = "x"
    assert isinstance(outcome.events[-1].what, StepDone)
    assert () == outcome.events[-1].what.roles
    with pytest.raises(Misuse):
        room.do("budget.work", case="b", actor="noord", facts=["amount"])  # type: ignore[arg-type]


def test_closing_the_engine_closes_the_store() -> None:
    """After closing nothing can be read or recorded."""
    with Engine(MemoryStore(), plugins=Plugins.of()) as engine:
        engine.start(workflow(), "regio")
    with pytest.raises(StoreError):
        engine.collaborations()
