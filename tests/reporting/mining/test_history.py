"""When something happened and what it is called: the same in every export, told by `history`."""

import csv
import io
import itertools
from datetime import date, datetime, timedelta

import pytest
from tests.handmade import started, workflow
from tests.reporting.mining.played import STORIES, played

from samenwerk import Room
from samenwerk.reporting.mining.activities import Activity, called
from samenwerk.values.message import Message, Name

BEAT = timedelta(milliseconds=1)


def rows(room: Room, lang: str = "nl") -> list[dict[str, str]]:
    """The table as a program reads it."""
    text = room.export("history", lang=lang).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def times(found: list[dict[str, str]], case: str) -> list[datetime]:
    """When each thing in a case happened."""
    return [datetime.fromisoformat(one["time"]) for one in found if one["case"] == case]


def test_what_counts_on_another_day_happened_then() -> None:
    """Told today of last week, it happened last week; within its case never out of order."""
    room = started(workflow())[1]
    begun = times(rows(room), "b")
    assert room.do("budget.draft", case="e", actor="noord", day=date(2027, 2, 3)).carried_out
    assert room.record("amount", 1, case="b", actor="noord", day=date(2027, 2, 3)).carried_out
    found = rows(room)
    assert ["2027-02-02T23:00:00.000Z"] == [one["time"] for one in found if one["case"] == "e"]
    assert [*begun, begun[0] + BEAT] == times(found, "b")
    assert ["2027-02-03", "2027-02-10T12:00:00.000Z"] == [found[-1]["day"], found[-1]["recorded"]]


def test_what_is_about_no_case_stands_there_without_one() -> None:
    """The beginning, and the register."""
    assert [("", "started"), ("", "enrolled")] == [
        (one["case"], one["name"]) for one in rows(started(workflow())[1])[:2]
    ]


@pytest.mark.parametrize(("work", "story"), STORIES)
def test_in_every_story(work: str, story: str) -> None:
    """Each event stands there in the order of the record, each case has some, none at once."""
    room = played(work, story)
    found = rows(room)
    assert [line.event.sequence for line in room.history()] == list(
        dict.fromkeys(map(int, (one["sequence"] for one in found)))
    )
    assert set(room.collaboration.cases) == {one["case"] for one in found if one["case"]}
    for case in room.collaboration.cases:
        at = times(found, case)
        assert all(later - earlier >= BEAT for earlier, later in itertools.pairwise(at))
    names: dict[tuple[str, str], set[str]] = {}
    for one in found:
        names.setdefault((one["lifecycle"], one["activity"]), set()).add(one["name"])
    assert {} == {label: known for label, known in names.items() if len(known) > 1}


def test_a_case_that_was_split_off_begins_with_the_split() -> None:
    """And one that went into another ends with that."""
    room = played("dienstrooster-achterhoek", "weer_samen")
    split, merged = [
        line.event for line in room.history() if line.event.what and (
            getattr(line.event.what, "split", None) or getattr(line.event.what, "merged", None)
        )
    ]  # fmt: skip
    told = [(one["case"], int(one["sequence"])) for one in rows(room)]
    for new, _ in split.what.split.into:
        assert (new, split.sequence) == next(one for one in told if one[0] == new)
    for gone in merged.what.merged.cases:
        assert (gone, merged.sequence) == next(one for one in reversed(told) if one[0] == gone)


class Bare:
    """Says everything alike."""

    def say(self, message: Message) -> str:
        """Only what kind it is."""
        return message.id

    def tell(self, value: object) -> str:
        """The same for every name."""
        assert isinstance(value, Name)
        return "doen"


def test_two_that_are_called_the_same_are_told_apart() -> None:
    """In one lifecycle; a step of another is of another trace."""
    one, other, elsewhere = (
        Activity("step", "a", "x"), Activity("step", "a", "y"), Activity("step", "b", "x")
    )  # fmt: skip
    assert {one: "doen (step.a.x)", other: "doen (step.a.y)", elsewhere: "doen"} == called(
        (one, other, one, elsewhere), Bare()  # type: ignore[arg-type]
    )  # fmt: skip
