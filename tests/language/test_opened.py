"""Findings opened: the whole tree in words, what stands in the way first, with what it rests on."""

from datetime import date

from tests.handmade import started

from samenwerk.front import speaker_for
from samenwerk.language.opened import Opened, opened
from samenwerk.values.cell import Cell, Entry
from samenwerk.values.finding import Finding
from samenwerk.values.message import Message


def test_the_tree_of_a_step_in_words() -> None:
    """What is met comes last, and says on which recorded event it rests."""
    _, room = started()
    assert room.hand_in("note", "Nota", case="b", actor="noord").carried_out
    outcome = room.ask("budget.agree", case="b", actor="zuid")
    tree = opened(outcome.findings, speaker_for("en", room))
    assert ["unknown", "yes"] == [one.answer for one in tree]
    entry = room.collaboration.cases["b"].entry("documents", "note")
    assert entry is not None
    assert (entry.sequence,) == tree[1].rests_on
    assert tree[0].said.startswith("Support: still open")


def test_what_a_part_rests_on_is_not_told_twice() -> None:
    """Of the whole only what none of its parts says."""
    cell, entry = Cell("c", "facts", "a"), Entry(True, _day(), 7)
    part = Finding("p", 2, Message("tree.all"), ((cell, entry),))
    whole = Finding("w", 0, Message("tree.all"), ((cell, entry),), (part, Finding(
        "q", 0, Message("tree.all"))))  # fmt: skip
    found = opened((whole,), speaker_for("nl"))[0]
    assert ((), [(), (7,)]) == (found.rests_on, [one.rests_on for one in found.below])
    assert ["no", "yes"] == [one.answer for one in found.below]
    assert isinstance(found, Opened)


def _day() -> date:
    return date(2027, 1, 1)
