"""Supposing: what would become of a command, how it would stand then, and that nothing is kept."""

from datetime import date

import pytest
from tests.handmade import started

from samenwerk import Misuse, Room, UnknownName
from samenwerk.values.command import Do, HandIn, Record, Say


@pytest.fixture
def room() -> Room:
    """A room with a budget that waits for its note and the support of its members."""
    return started()[1]


def test_what_is_supposed_is_what_doing_it_gives(room: Room) -> None:
    """The outcome, what is recorded, and how the case stands after it."""
    supposed = room.suppose(HandIn, case="b", actor="noord", document="note", title="Nota")
    done = room.hand_in("note", "Nota", case="b", actor="noord")
    assert (done.verdict, done.findings) == (supposed.outcome.verdict, supposed.outcome.findings)
    assert not supposed.outcome.carried_out
    assert [(one.sequence, one.case, type(one.what)) for one in done.events] == [
        (one.sequence, one.case, type(one.what)) for one in supposed.events
    ]
    now = room.collaboration.cases["b"].documents
    assert set(now) == set(supposed.after.cases["b"].documents)
    assert supposed.needs("budget.agree", "b") == room.needs("budget.agree", case="b")


def test_nothing_is_kept(room: Room) -> None:
    """The record, and what is known of it, stay what they were."""
    before, lines = room.collaboration, list(room.history())
    for kind, asked in (
        (Do, {"step": "budget.work"}), (Say, {"decision": "support", "position": "for"}),
        (Record, {"fact": "amount", "value": 3}), (HandIn, {"document": "note", "title": "N"}),
    ):  # fmt: skip
        assert room.suppose(kind, case="b", actor="noord", **asked).events
    assert (before, lines) == (room.collaboration, list(room.history()))


def test_what_is_refused_leaves_all_as_it_is(room: Room) -> None:
    """With the reasons and the way out that doing it would give."""
    supposed = room.suppose(Do, case="b", actor="zuid", step="budget.agree")
    asked = room.ask("budget.agree", case="b", actor="zuid")
    assert asked == supposed.outcome
    assert asked.needs == supposed.outcome.needs
    assert ((), supposed.before) == (supposed.events, supposed.after)


def test_on_a_day_to_come_time_has_passed(room: Room) -> None:
    """What can be done today comes too late then."""
    supposed = room.suppose(Do, case="b", actor="noord", step="budget.work", day=date(2027, 6, 1))
    assert (False, ()) == (supposed.outcome.allowed, supposed.events)
    assert room.suppose(Do, case="b", actor="noord", step="budget.work").outcome.allowed
    assert "drafted" == room.collaboration.cases["b"].state


def test_what_makes_no_sense_is_raised_as_by_the_act(room: Room) -> None:
    """A name that is not there, or a position that nobody can give."""
    with pytest.raises(UnknownName):
        room.suppose(Do, case="nergens", actor="noord", step="budget.work")
    with pytest.raises((Misuse, UnknownName)):
        room.suppose(Say, case="b", actor="noord", decision="support", position="ja")


def test_acts_are_supposed_one_after_another_with_days_between(room: Room) -> None:
    """What comes of all of them is what doing them gives; nothing of it is kept."""
    before = room.collaboration
    then = room.suppose(HandIn, case="b", actor="noord", document="note", title="Nota")
    for at, who in enumerate(("noord", "zuid", "oost"), start=11):
        then = then.then(Say, case="b", actor=who, decision="support", position="for",
                         day=date(2027, 2, at))  # fmt: skip
    assert then.needs("budget.agree", "b").kind == "nothing"
    agreed = then.then(Do, case="b", actor="zuid", step="budget.agree")
    assert (True, "agreed") == (agreed.outcome.allowed, agreed.after.cases["b"].state)
    assert date(2027, 2, 13) == agreed.events[0].effective
    assert (before.sequence + 4, [before.sequence + 5]) == (
        agreed.before.sequence, [one.sequence for one in agreed.events]
    )  # fmt: skip
    assert before == room.collaboration
    late = then.then(Do, case="b", actor="zuid", step="budget.agree", day=date(2027, 6, 1))
    assert (False, ()) == (late.outcome.allowed, late.events)


def test_what_is_supposed_can_be_read_and_not_acted_in(room: Room) -> None:
    """It stands as it would after the act; there is no way to record or erase there."""
    there = room.suppose(HandIn, case="b", actor="noord", document="note", title="Nota").room
    assert "note" in there.whole(record=False).collaboration.cases["b"].documents
    assert [] == [one for one in ("do", "say", "enrol", "erase") if hasattr(there, one)]
