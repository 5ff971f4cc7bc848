"""What happened, for the wall: how much was done when, what was confirmed, and what went back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from samenwerk.hooks.whole import Speaks, Whole
from samenwerk.reporting.wall.told import Beat, Confirmed, Moment, Taken
from samenwerk.values.event import (
    DocumentHandedIn,
    FactRecorded,
    PositionGiven,
    RecordedEvent,
    StepDone,
)
from samenwerk.values.message import Message, Name
from samenwerk.values.time import Term

MOST_BEATS = 12
"""So many quarters back."""
MOST_LATELY = 12
LOOKING_BACK = Term(3, "month")


def beats(whole: Whole, speaker: Speaks) -> tuple[Beat, ...]:
    """For each quarter how much was done, by how many, and how often a case went back."""
    done = _done(whole)
    found = []
    for at in _quarters(done, whole.day):
        own = [one for one in done if _quarter(one.effective) == at]
        back = sum(isinstance(one.what, StepDone) and one.what.back for one in own)
        told = {"quarter": at % 4 + 1, "in": str(at // 4)}
        found.append(Beat(
            label=speaker.say(Message("report.wall.quarter", told)), year=at // 4,
            quarter=at % 4 + 1, acts=len(own), parties=len({_who(one) for one in own}), back=back,
        ))  # fmt: skip
    return tuple(found)


def taken(whole: Whole, speaker: Speaks) -> tuple[Taken, ...]:
    """How often each party acted in each of the same quarters, in the order of their names."""
    done = _done(whole)
    counts = Counter((_who(one), _quarter(one.effective)) for one in done)
    quarters = _quarters(done, whole.day)
    named = {who: speaker.tell(Name("party", who)) for who in {_who(one) for one in done}}
    return tuple(
        Taken(party=named[who], counts=tuple(counts[who, at] for at in quarters))
        for who in sorted(named, key=lambda one: named[one].casefold())
        if any(counts[who, at] for at in quarters)
    )


def confirmed(whole: Whole, speaker: Speaks) -> tuple[Confirmed, ...]:
    """Steps that leave an open case where it is and that a party did again later: tests, renewals.

    Doing it again within the same quarter does not count.
    """
    open = {one.id for one in whole.cases if not one.over}
    days: dict[tuple[str, str], dict[str, list[date]]] = {}
    for event in whole.history:
        stays = isinstance(event.what, StepDone) and event.from_state == event.to_state
        if stays and event.case in open and event.step is not None and event.actor is not None:
            name = f"{event.lifecycle}.{event.step.rpartition('.')[2]}"
            days.setdefault((event.case, name), {}).setdefault(_who(event), []).append(
                event.effective
            )
    found = []
    for (case, step), each in days.items():
        if all(_quarter(min(one)) == _quarter(max(one)) for one in each.values()):
            continue
        told = tuple(sorted(day for one in each.values() for day in one))
        said = speaker.say(Message("report.wall.confirmed", {"count": len(told), "day": told[-1]}))
        label = speaker.tell(Name("step", step))
        found.append(Confirmed(label=label, case=case, days=told, said=said))
    return tuple(sorted(found, key=lambda one: (one.case, one.label)))


def backs(whole: Whole, speaker: Speaks) -> tuple[Moment, ...]:
    """What went back, the latest first: from where to where, and not by whom."""
    return tuple(_back(whole, speaker))[::-1]


def _back(whole: Whole, speaker: Speaks) -> Iterator[Moment]:
    for event in whole.history:
        if not (isinstance(event.what, StepDone) and event.what.back):
            continue
        came, went = (
            Name("state", f"{event.lifecycle}.{one}") for one in (event.from_state, event.to_state)
        )
        text = speaker.say(Message("report.wall.back", {
            "case": event.case or "", "came": came, "went": went,
        }))  # fmt: skip
        yield Moment(day=speaker.tell(event.effective), text=text)


def lately(whole: Whole, speaker: Speaks) -> tuple[Moment, ...]:
    """What was decided and done of late, the latest first."""
    since = whole.since or LOOKING_BACK.before(whole.day)
    found: list[Moment] = []
    for event in reversed(whole.history):
        what = event.what
        moved = isinstance(what, StepDone) and not what.waits and (what.moved or what.breach)
        if not moved or event.effective < since:
            continue
        day = speaker.tell(event.effective)
        told = speaker.event(event).removeprefix(day).strip()
        found.append(Moment(day=day, text=told))
        if len(found) == MOST_LATELY:
            break
    return tuple(found)


def _done(whole: Whole) -> list[RecordedEvent]:
    """What parties did themselves."""
    kinds = StepDone | PositionGiven | FactRecorded | DocumentHandedIn
    return [one for one in whole.history if isinstance(one.what, kinds) and one.actor is not None]


def _who(event: RecordedEvent) -> str:
    return event.on_behalf_of or event.actor or ""


def _quarters(done: list[RecordedEvent], day: date) -> range:
    """The quarters that are told of, up to that of the day; none where nothing was done."""
    if not done:
        return range(0)
    last = _quarter(day)
    first = min(_quarter(one.effective) for one in done)
    return range(max(first, last - MOST_BEATS + 1), last + 1)


def _quarter(day: date) -> int:
    """Quarters since the year 0."""
    return day.year * 4 + (day.month - 1) // 3
