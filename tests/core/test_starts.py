"""Latest starts: who begins on that day is in time, and who begins a day later is not."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from tests.handmade import DAY, TEXT, read, started

from samenwerk import Message, Name, Room
from samenwerk.values.declared import Workflow
from samenwerk.values.waiting import Start

WORK = '{ done = "work", ago = "4 weeks" }'
BY = DAY + timedelta(weeks=8)
CALENDAR = """
[calendar.week]
nl = "De werkweek"
en = "The working week"
first_year = 2027
last_year = 2028
"""
STATE = 'state.drafted = {{ nl = "Ontwerp", en = "Draft" }}'


def workflow(needs: str = WORK, due: str = "8 weeks", more: str = "") -> Workflow:
    """Budgets that must be agreed on within `due`, after what `needs` asks."""
    text = TEXT.replace(STATE, STATE.replace(" }}", f', due = "{due}" }}}}') if due else STATE)
    text = text.replace("needs = [{needs}]", f"needs = [{{needs}}]\n{more}")
    text = text.partition("[lifecycle.budget.step.lapse]")[0]
    if "working" in needs:
        text = text.replace("{plugins}", '{plugins}\ncalendar = "week"') + CALENDAR
    return read(text.format(plugins="", needs=needs))


def room_of(used: Workflow) -> Room:
    """A room with the draft of a budget, made on the tenth of February."""
    return started(used)[1]


def start(room: Room, day: date = DAY) -> Start | None:
    """When work on agreeing must begin, as seen on a day."""
    return room.whole(day=day).start("budget.agree", "b")


def in_time(used: Workflow, begun: date, by: date) -> bool:
    """Whether the budget can be agreed on by a day when it was worked on on another."""
    engine, room = started(used)
    for step, day, actor in (("work", begun, "noord"), ("agree", by, "zuid")):
        noon = datetime.combine(day, time(12), UTC)
        done = engine.at(noon).room(room.id).do(f"budget.{step}", case="b", actor=actor)
    return done.carried_out


def test_what_must_lie_still_begins_that_much_earlier() -> None:
    """Four weeks before the last day, told with what it begins with and who can do that."""
    told = start(room_of(workflow()))
    assert told is not None
    assert (BY, BY - timedelta(weeks=4)) == (told.by, told.latest)
    assert told.act is not None
    assert Name("step", "budget.work") == told.act.params["step"]
    assert ("noord", "zuid", "oost") == told.who
    assert told.why is None


@pytest.mark.parametrize("term", ["1 day", "3 weeks", "1 month", "10 working days"])
@pytest.mark.parametrize("later", [0, 1])
def test_the_day_is_the_last_one(term: str, later: int) -> None:
    """Begun on it the step is done in time; begun a day later it is refused on the last day."""
    used = workflow(f'{{ done = "work", ago = "{term}" }}')
    told = start(room_of(used))
    assert told is not None
    assert told.latest is not None
    assert (later == 0) == in_time(used, told.latest + timedelta(days=later), told.by)


def test_what_takes_no_time_can_begin_on_the_last_day() -> None:
    """Nothing has to be begun earlier; also when what takes time was begun already."""
    told = start(room_of(workflow('{ document = "note" }')))
    assert told is not None
    assert BY == told.latest
    room = room_of(workflow())
    assert room.do("budget.work", case="b", actor="noord").carried_out
    assert start(room) == Start("b", "budget.agree", BY, BY)


def test_what_cannot_be_in_time_any_more_says_when_it_can() -> None:
    """The day after the latest start there is none: it says the first day on which it can be."""
    late = BY - timedelta(weeks=4) + timedelta(days=1)
    told = start(room_of(workflow()), late)
    why = Message("start.too_late", {"day": BY + timedelta(days=1)})
    assert Start("b", "budget.agree", BY, why=why) == told


def test_the_last_day_of_the_step_itself_counts_too() -> None:
    """Where it is nearer than that of the state, and where the state has none."""
    for due in ("8 weeks", ""):
        told = start(room_of(workflow(due=due, more="not_after = 2027-03-20")))
        assert told is not None
        assert (date(2027, 3, 20), date(2027, 2, 20)) == (told.by, told.latest)


def test_without_a_last_day_there_is_no_latest_start() -> None:
    """Neither where the workflow names none, nor where it has passed."""
    assert start(room_of(workflow(due=""))) is None
    assert start(room_of(workflow()), BY + timedelta(days=1)) is None


def test_where_the_workflow_does_not_say_enough_it_says_why() -> None:
    """A fact that nobody may record leaves no way, so no day either."""
    told = start(room_of(workflow('{ fact = "counted", at_least = 2 }')))
    assert told is not None
    assert told.latest is None
    assert told.why is not None
