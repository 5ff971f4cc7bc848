"""The export `agenda`, read back by a library that is not ours: days, and the same day moved."""

from datetime import date, timedelta

import attrs
import pytest
from icalendar import Calendar
from tests.core.test_starts import workflow as lying
from tests.handmade import started, workflow

from samenwerk import Room
from samenwerk.reporting.agenda import export

HOSTILE = "nota;\\n,BEGIN:VALARM\r\nUID:x"


@pytest.fixture
def room() -> Room:
    """A room with a budget that lapses by itself after six weeks."""
    return started(workflow())[1]


def events(room: Room, lang: str = "nl", day: date | None = None) -> list[dict[str, object]]:
    """What a calendar reads, the most telling of each event."""
    read = Calendar.from_ical(room.export("agenda", lang=lang, day=day))
    return [
        {name: event.decoded(name) for name in ("uid", "dtstart", "dtend", "sequence")}
        | {name: str(event.get(name, "")) for name in ("summary", "description")}
        for event in read.walk("VEVENT")
    ]


def test_every_day_that_is_due_is_an_event_of_a_whole_day(room: Room) -> None:
    """One for each, on its day, saying in which case and what."""
    dues = room.due()
    found = events(room)
    assert [(one.day, one.day + timedelta(days=1)) for one in dues] == [
        (one["dtstart"], one["dtend"]) for one in found
    ]
    assert dues
    assert all(str(one["summary"]).startswith("b: ") for one in found)


def test_it_speaks_the_language_of_who_asks(room: Room) -> None:
    """The names and days are the same, the sentences are not."""
    nl, en = events(room), events(room, "en")
    assert [one["uid"] for one in nl] == [one["uid"] for one in en]
    assert [one["summary"] for one in nl] != [one["summary"] for one in en]


def test_a_newer_file_updates_and_doubles_nothing(room: Room) -> None:
    """The identity of a day stays, and what is newer has a higher number."""
    before = events(room)
    assert room.record("amount", 150, case="b", actor="noord").carried_out
    after = events(room)
    assert [one["uid"] for one in before] == [one["uid"] for one in after]
    assert all(
        int(str(old["sequence"])) < int(str(new["sequence"]))
        for old, new in zip(before, after, strict=True)
    )
    assert room.export("agenda") == room.export("agenda")


def test_the_same_thing_on_two_days_is_two_events(room: Room) -> None:
    """Told apart by which comes first; the very last day there is ends on itself."""
    (due, *_) = [one for one in room.due() if one.case == "b"]
    last = attrs.evolve(due, day=date.max)
    read = Calendar.from_ical(export(attrs.evolve(room.whole(), due=(due, last))))
    found = [
        (event.decoded("dtstart"), event.decoded("dtend"), event.decoded("uid"))
        for event in read.walk("VEVENT")
        if event.decoded("dtstart") in (due.day, date.max)
    ]
    assert [(due.day, due.day + timedelta(days=1)), (date.max, date.max)] == [
        one[:2] for one in found
    ]
    assert found[0][2] != found[1][2]


def test_no_two_events_have_one_identity(room: Room) -> None:
    """Not between cases either."""
    for case in ("d", "e"):
        assert room.do("budget.draft", case=case, parent="c", actor="noord").carried_out
    found = [one["uid"] for one in events(room)]
    assert len(found) == len(set(found)) >= 3


def test_a_hostile_name_stays_within_its_line(room: Room) -> None:
    """What would begin something of its own in such a file is text there."""
    assert room.do("budget.draft", case=HOSTILE, parent="c", actor="noord").carried_out
    read = Calendar.from_ical(room.export("agenda"))
    assert not read.walk("VALARM")
    assert len(room.due()) == len(read.walk("VEVENT"))


def test_the_latest_start_stands_on_its_own_day() -> None:
    """What takes time before the last day is told on the day on which it must begin."""
    room = started(lying())[1]
    begin = [one for one in events(room) if "uiterlijk vandaag beginnen" in str(one["summary"])]
    (told,) = begin
    assert date(2027, 3, 10) == told["dtstart"]
    assert "b: uiterlijk vandaag beginnen aan: Vaststellen" == told["summary"]
    assert "7 april 2027" in str(told["description"])
    (last,) = [one for one in events(room) if date(2027, 4, 7) == one["dtstart"]]
    assert "Vaststellen: begin uiterlijk op 10 maart 2027" in str(last["description"])


def test_what_was_begun_need_not_begin_any_more() -> None:
    """The day goes out of a newer file, and the last day says that it can still be done then."""
    room = started(lying())[1]
    assert room.do("budget.work", case="b", actor="noord").carried_out
    found = events(room, "en")
    assert not [one for one in found if "begin today" in str(one["summary"])]
    (last,) = [one for one in found if date(2027, 4, 7) == one["dtstart"]]
    assert "can still be done on 7 April 2027 itself" in str(last["description"])


def test_where_no_start_can_be_told_the_last_day_says_why() -> None:
    """It does not guess."""
    room = started(lying('{ fact = "counted", at_least = 2 }'))[1]
    (last,) = [one for one in events(room) if date(2027, 4, 7) == one["dtstart"]]
    assert "is niet te zeggen; " in str(last["description"])
