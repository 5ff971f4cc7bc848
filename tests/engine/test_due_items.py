"""Days that plugins know of: beside our own, recorded nowhere, and no plugin spoils the list."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from tests.handmade import DAY, judged, started
from tests.hooks.zoo import plugin, rule, small

from samenwerk import DueItem, Message, PluginDue, PluginError, Plugins, Question, Room

LATE, LATER = date(2027, 1, 15), date(2028, 1, 15)
WHAT = Message("proef.tell")
SAID = {"nl": {"proef.tell": "vertel het"}, "en": {"proef.tell": "tell it"}}


def item(day: date = LATER, key: str = "k", who: tuple[str, ...] = ("noord",)) -> DueItem:
    """A day of the plugin."""
    return DueItem(day, WHAT, who, key, "Verzonnen")


def with_dues(*dues: PluginDue) -> Room:
    """A room whose plugin knows of these days."""
    brought = plugin("1.0", rules=[rule(small)], due_items=list(dues), messages=SAID)
    return started(judged(), Plugins.of(proef=brought))[1]


def gives(answer: Any, *lifecycles: str, name: str = "yearly") -> PluginDue:
    """A due that gives this for each case, or what it is when called with the question."""
    items: Callable[[Question], Any] = answer if callable(answer) else lambda question: answer
    return PluginDue(name, {"nl": "elk jaar", "en": "each year"}, items, lifecycles)


def test_a_day_of_a_plugin_stands_beside_our_own() -> None:
    """In the order of the days, with the plugin, a key of its own, and whether it has passed."""
    room = with_dues(gives([item(), item(LATE, "old")], "budget"))
    ours = [one for one in room.due() if one.plugin is None]
    theirs = [one for one in room.due() if one.plugin is not None]
    assert 1 == len(ours)
    assert [
        ("b", LATE, ("noord",), True, "proef", "yearly.old", "Verzonnen", WHAT),
        ("b", LATER, ("noord",), False, "proef", "yearly.k", "Verzonnen", WHAT),
    ] == [
        (one.case, one.day, one.who, one.overdue, one.plugin, one.key, one.source, one.what)
        for one in theirs
    ]
    days = [one.day for one in room.due()]
    assert sorted(days) == days


def test_it_is_asked_for_each_open_case_of_its_lifecycles() -> None:
    """With the case and the day; of every lifecycle when none is named; not when it is over."""
    asked: list[tuple[str, date]] = []

    def items(question: Question) -> list[DueItem]:
        asked.append((question.case.id, question.day))
        return []

    room = with_dues(gives(items, "budget"))
    room.due()
    assert [("b", DAY)] == asked
    asked.clear()
    everywhere = with_dues(gives(items))
    everywhere.due()
    assert {("b", DAY), ("c", DAY)} == set(asked)
    asked.clear()
    everywhere.due(day=LATER)  # by then time has closed the budget
    assert [("c", LATER)] == asked


def test_it_stands_in_the_list_of_who_must_do_it() -> None:
    """For those who are named and nobody else, with its last day and its plugin."""
    room = with_dues(gives([item(who=("noord", "zuid"))], "budget"))
    (task,) = [one for one in room.todo("zuid") if one.plugin == "proef"]
    assert ("b", "", WHAT, LATER, "Verzonnen") == (
        task.case, task.step, task.obligation.act, task.obligation.due, task.obligation.source,
    )  # fmt: skip
    assert [] == [one for one in room.todo("oost") if one.plugin]


def test_nothing_is_recorded_by_asking() -> None:
    """The record ends where it did."""
    room = with_dues(gives([item()]))
    before = (room.collaboration.sequence, room.collaboration.head)
    room.due()
    room.todo("noord")
    assert before == (room.collaboration.sequence, room.collaboration.head)


def raising(question: Question) -> list[DueItem]:
    """A plugin that goes wrong."""
    raise RuntimeError("no answer")


def exiting(question: Question) -> list[DueItem]:
    """A plugin that wants to end the process."""
    raise SystemExit(9)


BAD = {
    "raises": (raising, "RuntimeError: no answer"),
    "exits": (exiting, "SystemExit: 9"),
    "nothing": (None, "a list of DueItem"),
    "text": ("soon", "a list of DueItem"),
    "other": (["soon"], "DueItem"),
    "day": ([DueItem("2027-01-01", WHAT, (), "k")], "a DueItem whose day is a date"),  # type: ignore[arg-type]
    "what": ([DueItem(LATER, "do it", (), "k")], "a DueItem whose what is a Message"),  # type: ignore[arg-type]
    "who": ([DueItem(LATER, WHAT, "noord", "k")], "a DueItem whose who are ids of parties"),  # type: ignore[arg-type]
    "party": ([item(who=("nobody",))], "a party of the register, not nobody"),
    "key": ([item(key="")], "a DueItem with a key"),
    "keys": ([item(), item(LATE)], "one item with the key k"),
    "many": ([item(key=str(one)) for one in range(1001)], "at most 1000 items"),
}


@pytest.mark.parametrize("how", BAD)
def test_a_plugin_that_goes_wrong_is_named_and_the_rest_is_told(how: str) -> None:
    """Nothing of it is told; its neighbour and our own days are, and todo goes on too."""
    answer, why = BAD[how]
    room = with_dues(gives(answer), gives([item(key="fine")], "budget", name="other"))
    faults: list[PluginError] = []
    found = room.due(failed=faults.append)
    assert ["other.fine"] == [one.key for one in found if one.plugin]
    assert 1 == sum(one.plugin is None for one in found)
    (fault,) = faults
    assert "proef" == fault.params["plugin"]
    assert why in str(fault)
    again: list[PluginError] = []
    assert any(one.plugin for one in room.todo("noord", failed=again.append))
    assert [str(fault)] == [str(one) for one in again]
    assert list(found) == list(room.due())


def test_a_question_cannot_be_used_to_change_the_register() -> None:
    """What a plugin remembers in the register that it was given reaches nobody."""

    def items(question: Question) -> list[DueItem]:
        question.collaboration.register.memo["parties"] = {}
        return []

    room = with_dues(gives(items))
    room.due()
    assert room.collaboration.register.party("noord") is not None
