"""The days that stand in a calendar, said to its reader: what is due, and when it must begin.

How they are written is `agenda`.
"""

from __future__ import annotations

from datetime import date

import attrs

from samenwerk.hooks.whole import Speaks, Whole
from samenwerk.values.message import Message, Name
from samenwerk.values.waiting import Due, Start

MOST = 40
"""Of so many cases it is worked out when work must begin, those with the nearest day first."""


@attrs.frozen
class Day:
    """A day: `kind` is what is asked on it without the day itself, which may move."""

    kind: str
    day: date
    summary: str
    described: tuple[str, ...]


def days(whole: Whole, speaker: Speaks) -> tuple[Day, ...]:
    """Every day that is coming or has passed, and the latest starts of what is asked by a day."""
    starts = _starts(whole)
    found = [_due(due, _beside(due, starts), speaker) for due in whole.due]
    for start in (one for each in starts.values() for one in each):
        if start.latest is not None and start.latest < start.by:
            found.append(_start(start, start.latest, speaker))
        if not any(_of(due, start) for due in whole.due):
            found.append(_last(start, speaker))
    return tuple(sorted(found, key=lambda one: one.day))


def _starts(whole: Whole) -> dict[str, tuple[Start, ...]]:
    """For each case that was looked at its steps that have a last day."""
    until = {one.case: one.day for one in reversed(whole.due)}
    running = [one.id for one in whole.cases if not one.over]
    near = sorted(running, key=lambda one: until.get(one, date.max))[:MOST]
    return {
        case: tuple(
            one for step in whole.steps(case) if (one := whole.start(step, case)) is not None
        )
        for case in near
    }  # fmt: skip


def _of(due: Due, start: Start) -> bool:
    """Whether a last day is told already, as that of the state."""
    return (due.case, due.day, due.what.id) == (start.case, start.by, "due.state")


def _beside(due: Due, starts: dict[str, tuple[Start, ...]]) -> tuple[Message, ...]:
    """What is said with the last day of a state about when its steps must begin."""
    if due.what.id != "due.state" or due.overdue:
        return ()
    if due.case not in starts:
        return (Message("export.agenda.not_looked"),)
    return tuple(_said(one) for one in starts[due.case] if one.by <= due.day)


def _said(start: Start) -> Message:
    step = {"step": Name("step", start.step)}
    if start.why is not None:
        return Message("export.agenda.no_start", {**step, "why": start.why})
    if start.latest == start.by:
        return Message("export.agenda.same_day", {**step, "day": start.by})
    return Message("export.agenda.begin_by", {**step, "day": start.latest})


def _due(due: Due, beside: tuple[Message, ...], speaker: Speaks) -> Day:
    said = [Message("export.agenda.late")] if due.overdue else []
    if due.who:
        who = tuple(Name("party", one) for one in due.who)
        said.append(Message("export.agenda.who", {"who": who}))
    if due.source is not None:
        said.append(Message("export.agenda.source", {"source": due.source}))
    told = {"case": due.case, "what": due.what}
    return Day(
        _kind(due), due.day, speaker.say(Message("export.agenda.summary", told)),
        tuple(speaker.sentence(one) for one in (*said, *beside)),
    )  # fmt: skip


def _start(start: Start, latest: date, speaker: Speaks) -> Day:
    """The day on which it must begin."""
    told = {"case": start.case, "step": Name("step", start.step), "day": start.by}
    said = [Message("export.agenda.start.by", told)]
    if start.act is not None:
        said.append(Message("export.agenda.start.with", {"act": start.act}))
    if start.who:
        who = tuple(Name("party", one) for one in start.who)
        said.append(Message("export.agenda.who", {"who": who}))
    return Day(
        repr((start.case, "start", start.step)), latest,
        speaker.say(Message("export.agenda.start", told)), tuple(map(speaker.sentence, said)),
    )  # fmt: skip


def _last(start: Start, speaker: Speaks) -> Day:
    """The last day of a step, where it is not that of the state."""
    told = {"case": start.case, "step": Name("step", start.step)}
    said = () if start.why is None and start.latest == start.by else (_said(start),)
    return Day(
        repr((start.case, "last", start.step)), start.by,
        speaker.say(Message("export.agenda.last", told)), tuple(map(speaker.sentence, said)),
    )  # fmt: skip


def _kind(due: Due) -> str:
    """What is asked, without the day by which: that may move."""
    if due.key is not None:
        return repr((due.case, due.plugin, due.key))
    return repr((due.case, due.what.id, _named(due.what)))


def _named(what: Message) -> list[str]:
    """The names that a message speaks of, also where it holds another."""
    found: list[str] = []
    for key, value in sorted(what.params.items()):
        if isinstance(value, Message):
            found += [value.id, *_named(value)]
        elif isinstance(value, Name):
            found.append(f"{key}={value.family}:{value.name}")
    return found
