"""What is needed now, for the A4: what is late first, then what has a day, then what can be done.

It is worked out for the cases that are late or wait longest, because each takes time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from samenwerk.hooks.whole import Speaks, Whole
from samenwerk.reporting.a4.sheet import Row
from samenwerk.reporting.wall.needed import needed_for
from samenwerk.values.message import Message, Name

LOOKED_AT = 40
"""Of so many cases it is worked out what they need: more would not fit."""
NAMED = 3
"""So many parties are named for one thing."""


@attrs.frozen(kw_only=True)
class Wanted:
    """One thing that is needed: what, in which case, of whom, by when."""

    what: str
    case: str
    who: tuple[str, ...]
    day: date | None
    late: bool
    ready: bool
    step: str = ""

    @property
    def order(self) -> tuple[bool, bool, date, bool]:
        """What is late first, then by day, then what others wait for before what just can be."""
        return (not self.late, self.day is None, self.day or date.max, self.ready)


def needed(whole: Whole, speaker: Speaks) -> Iterator[Row]:
    """What is needed of whom, the most urgent first."""
    found: dict[tuple[str, str], Wanted] = {}
    for one in _wanted(whole, speaker):
        known = found.get((one.case, one.what))
        if known is None or one.order < known.order:
            found[(one.case, one.what)] = one
    for one in sorted(found.values(), key=lambda one: one.order):
        yield Row(_said(one, speaker), lead=_who(one.who, speaker), late=one.late)
    running = sum(not one.over for one in whole.cases)
    if running > LOOKED_AT:
        told = {"count": running - LOOKED_AT}
        yield Row(speaker.sentence(Message("report.a4.not_looked", told)))


def _wanted(whole: Whole, speaker: Speaks) -> Iterator[Wanted]:
    for due in whole.due:
        if due.who and (due.plugin is not None or due.what.id != "due.state"):
            what = speaker.say(due.what)
            yield Wanted(what=what, case=due.case, who=due.who, day=due.day, late=due.overdue,
                         ready=False)  # fmt: skip
    days = {one.case: one for one in reversed(whole.due)}
    late = {one.case for one in whole.due if one.overdue}
    running = [one for one in whole.cases if not one.over]
    for case in sorted(running, key=lambda one: (one.id not in late, one.entered))[:LOOKED_AT]:
        until = days.get(case.id)
        asked = [needed_for(whole, case, step) for step in whole.steps(case.id)]
        for one in asked:
            if one.ready:
                yield Wanted(
                    what=speaker.tell(Name("step", one.step)), case=case.id, who=one.doers or (),
                    day=None if until is None else until.day, late=case.id in late, ready=True,
                )  # fmt: skip
        if any(one.ready for one in asked):
            continue  # what an other way asks is no more than another way
        for one in asked:
            for act in one.awaited:
                assert act.act is not None
                yield Wanted(
                    what=speaker.say(act.act), case=case.id, who=act.who, day=act.due,
                    late=act.due is not None and act.due < whole.day, ready=False,
                    step=speaker.tell(Name("step", one.step)),
                )  # fmt: skip


def _said(one: Wanted, speaker: Speaks) -> str:
    told: dict[str, object] = {
        "what": one.what, "case": one.case, "day": one.day, "step": one.step,
    }  # fmt: skip
    how = "step" if one.step else "ready" if one.ready else "plain"
    how = how if one.day is None else "late" if one.late else "by"
    return speaker.say(Message(f"report.a4.need.{how}", told))


def _who(parties: tuple[str, ...], speaker: Speaks) -> str:
    if not parties:
        return ""
    names = tuple(Name("party", one) for one in parties)
    if len(names) <= NAMED:
        return speaker.say(Message("report.a4.who", {"who": names}))
    first = ", ".join(map(speaker.tell, names[: NAMED - 1]))
    told = {"who": first, "count": len(names) - NAMED + 1}
    return speaker.say(Message("report.a4.who.many", told))
