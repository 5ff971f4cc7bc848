"""What is refused can be kept: beside the record, without texts, bounded, and forgotten in time."""

from datetime import timedelta
from typing import Any

import pytest
from tests.engine.test_who_may import ACTS, NEXT, WORKFLOW, region
from tests.handmade import NOON

from samenwerk import Engine, NotYou, Plugins, StoreError, open_store
from samenwerk.core.attempts import told_of
from samenwerk.engine.by import RoomBy

SECRET = "Mevrouw De Vries belde"


def tried(engine: Engine, collaboration: str = "regio") -> list[dict[str, Any]]:
    """What is kept of refused attempts."""
    return [dict(told_of(one)) for one in engine.attempts(collaboration)]


def test_nothing_is_kept_unless_it_is_asked() -> None:
    """An engine keeps no refusals of itself."""
    engine, _ = region()
    assert not engine.by("nobody").room("regio").do("budget.work", case="b").carried_out
    assert () == engine.attempts()


@pytest.mark.parametrize("name", [name for name in ACTS if name != "ask"])
def test_every_command_that_is_refused_is_kept(name: str) -> None:
    """Who, what and why not; the record and its head stay as they are."""
    engine, room = region(record_refusals=True)
    before = [line.hash for line in room.history()]
    outcome = ACTS[name][1](engine.by("nobody").room("regio"))
    assert not outcome.carried_out
    (told,) = tried(engine)
    words = ("actor", "command", "verdict", "reason", "day")
    wanted = ("nobody", ACTS[name][0].__name__, "not_you", "authority.stranger", "2027-02-10")
    assert wanted == tuple(told[word] for word in words)
    assert before == [line.hash for line in room.history()]
    assert room.verify(before[-1]).whole


def test_asking_is_no_attempt() -> None:
    """Who only asks whether something may happen tries nothing; what was done is no refusal."""
    engine, _ = region(record_refusals=True)
    noord = engine.by("noord").room("regio")
    assert not noord.ask("budget.agree", case="b").carried_out
    assert noord.do("budget.work", case="b").carried_out
    assert () == engine.attempts()


def test_the_findings_are_kept_as_data() -> None:
    """Each condition with its truth and the events it rests on, as in the record."""
    engine, room = region(record_refusals=True)
    room.say("support", "against", case="b", actor="noord")
    last = room.collaboration.sequence
    assert not engine.by("zuid").room("regio").do("budget.spend", case="b").carried_out
    (told,) = tried(engine)
    assert {
        "actor": "zuid", "command": "Do", "day": "2027-02-10", "verdict": "not_yet",
        "reason": "decide.not_met", "asked": {"case": "b", "step": "budget.spend"},
        "findings": [["decision budget.support", "unknown", [last]]],
    } == told  # fmt: skip


def test_no_text_and_no_value_is_kept() -> None:
    """Explanations, reasons, titles, free text and amounts are nowhere in what is kept."""
    engine, _ = region(record_refusals=True)
    room: RoomBy = engine.by("nobody").room("regio")
    room.do("budget.agree", case="b", explanation=SECRET, facts={"remark": SECRET, "amount": 4711},
            documents={"note": SECRET})  # fmt: skip
    room.say("support", "object", case="b", reasons=SECRET)
    room.record("remark", SECRET, case="b")
    room.record("amount", 4711, case="b")
    room.hand_in("note", SECRET, case="b")
    kept = engine.attempts()
    assert 5 == len(kept)
    assert [] == [one for one in kept if SECRET in one.body or "4711" in one.body]
    assert ["amount", "note", "remark"] == told_of(kept[0])["asked"]["filled"]


def test_a_refusal_is_decided_again() -> None:
    """Keeping it uses up no command id: the same command is carried out when it may be."""
    engine, room = region(record_refusals=True)
    zuid = engine.by("zuid").room("regio")
    assert not zuid.do("budget.spend", case="b", command_id="k-1").carried_out
    for party in ("noord", "oost"):
        room.say("support", "for", case="b", actor=party)
    done = zuid.do("budget.spend", case="b", command_id="k-1")
    assert (True, False) == (done.carried_out, done.repeated)
    assert 1 == len(engine.attempts())


def test_who_is_refused_all_day_is_counted() -> None:
    """The same try again is one row with a count; others do not come second because of it."""
    engine, room = region(record_refusals=True)
    head = room.collaboration.head
    for _ in range(7):
        engine.by("nobody").room("regio").do("budget.work", case="b")
    (kept,) = engine.attempts()
    assert (7, head) == (kept.times, room.collaboration.head)
    assert room.migrate(NEXT, expect=head).carried_out


def test_what_could_not_begin_is_kept_under_no_collaboration() -> None:
    """A start that was refused does not take the name that was asked for."""
    engine, _ = region(record_refusals=True)
    with pytest.raises(NotYou):
        engine.by("noord").start(WORKFLOW, "elders")
    (told,) = tried(engine, "")
    assert ("Start", "elders") == (told["command"], told["asked"]["collaboration"])
    assert "elders" == engine.start(WORKFLOW, "elders").id


def test_attempts_are_forgotten_by_their_term() -> None:
    """The host forgets what is older than it may keep."""
    engine, _ = region(record_refusals=True)
    engine.by("nobody").room("regio").do("budget.work", case="b")
    assert 0 == engine.forget_attempts(NOON)
    assert 1 == engine.forget_attempts(NOON + timedelta(seconds=1), "regio")
    assert () == engine.attempts()


def test_a_refusal_that_cannot_be_kept_is_an_error() -> None:
    """Who asked for a log is not told no without it."""
    engine, room = region(record_refusals=True)
    store = engine._desk.store

    def full(attempt: object, most: int = 0) -> None:
        raise StoreError("full", what="full")

    store.keep_attempt = full  # type: ignore[assignment,method-assign]
    with pytest.raises(StoreError):
        engine.by("nobody").room("regio").do("budget.work", case="b")
    assert room.do("budget.work", case="b", actor="noord").carried_out


def test_forgotten_attempts_are_gone_from_the_file(tmp_path: Any) -> None:
    """Nothing of them is left in the file of the store or its log."""
    path = tmp_path / "s.db"
    engine = Engine(open_store(path), plugins=Plugins.of(), clock=lambda: NOON,
                    record_refusals=True)  # fmt: skip
    engine.start(WORKFLOW, "regio")
    assert not engine.by("persoon-77123").room("regio").enrol().carried_out
    files = [path, path.with_name("s.db-wal")]
    assert any(b"persoon-77123" in one.read_bytes() for one in files)
    engine.forget_attempts(NOON + timedelta(days=1))
    assert not any(b"persoon-77123" in one.read_bytes() for one in files if one.exists())
