"""Latest starts: the last day on which work on a step can begin for the step to be in time.

Nothing is reckoned with lengths: the plan that makes the step happen is carried out on a copy,
from one day and from another, and the last day from which it is in time is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import attrs

from samenwerk.core.closing import look_ahead
from samenwerk.core.compiled import Compiled
from samenwerk.core.obligations import needs, standing
from samenwerk.core.plan import make_plan
from samenwerk.core.telling import Answers
from samenwerk.core.view import NO_ANSWERS
from samenwerk.core.ways import Every, Want, Way
from samenwerk.values.case import Collaboration
from samenwerk.values.cell import TODAY
from samenwerk.values.command import Do
from samenwerk.values.message import Message
from samenwerk.values.obligation import Obligation
from samenwerk.values.passing import noon
from samenwerk.values.waiting import Start

_DAY = timedelta(days=1)
_ALONG = ("act.fill_in", "act.explain")
"""What goes with a step is not what it begins with."""

Ends = Callable[[date], date | None]


def latest_start(
    compiled: Compiled, known: Collaboration, goal: Do, answers: Answers = NO_ANSWERS
) -> Start | None:
    """When work on a step must begin; None where no last day is known, or it has passed.

    The last day is that of the state the case is in, or one after which the step itself is not
    allowed, whichever comes first.
    """
    now = standing(compiled, known, goal, answers)
    by = _last_day(compiled, now, goal, answers)
    if by is None or by < goal.day:
        return None

    def ends(day: date) -> date | None:
        plan = make_plan(compiled, now, attrs.evolve(goal, day=day, moment=noon(day)), answers)
        return None if plan is None else plan.commands[-1].day

    start = Start(goal.case, goal.step, by)
    on_the_day = ends(by)
    if on_the_day is not None and on_the_day <= by:
        return attrs.evolve(start, latest=by)
    today = on_the_day if by == goal.day else ends(goal.day)
    if today is None:
        needed = needs(compiled, known, goal, answers)
        told = needed.act if needed.kind in ("never", "unadvised") else None
        return attrs.evolve(start, why=told or Message("start.unknown"))
    if today > by:
        return attrs.evolve(start, why=Message("start.too_late", {"day": today}))
    latest = _latest(ends, goal.day, by, on_the_day)
    first = _first(needs(compiled, known, goal, answers))
    if first is None:
        return attrs.evolve(start, latest=latest)
    return attrs.evolve(start, latest=latest, act=first.act, who=first.who)


def _latest(ends: Ends, first: date, by: date, on_the_day: date | None) -> date:
    """The last day from which it is in time; from `first` it is, from `by` it is not."""
    good, bad = first, by

    def tried(day: date) -> None:
        nonlocal good, bad
        end = ends(day)
        if end is not None and end <= by:
            good = day
        else:
            bad = day

    if on_the_day is not None:  # as long as it takes later it mostly takes earlier
        guess = by - (on_the_day - by)
        for day in (guess, guess + _DAY, guess - _DAY):
            if good < day < bad:
                tried(day)
    while bad - good > _DAY:
        tried(good + (bad - good) // 2)
    return good


def _last_day(
    compiled: Compiled, now: Collaboration, goal: Do, answers: Answers
) -> date | None:  # fmt: skip
    """The day by which a step must be done, as far as the workflow names one."""
    case = now.cases.get(goal.case)
    if case is None or case.over:
        return None
    found = []
    state = compiled.of(case).workflow.lifecycles[case.lifecycle].states[case.state]
    if state.due is not None and not state.due.beyond(case.clock):
        found.append(state.due.after(case.clock))
    way = look_ahead(compiled, now, goal, answers).way
    if isinstance(way, Every | Want):
        found += _until(way)
    return min(found, default=None)


def _until(way: Way) -> Iterator[date]:
    """The days after which it cannot be any more, whatever else is chosen."""
    if isinstance(way, Every):
        for one in way.ways:
            yield from _until(one)
    elif isinstance(way, Want) and way.cell == TODAY:
        for test in way.allowed.tests:
            if isinstance(test.operand, date) and test.op in ("at_latest", "before"):
                yield test.operand if test.op == "at_latest" else test.operand - _DAY


def _first(needed: Obligation) -> Obligation | None:
    """What it begins with."""
    return next(
        (one for one in needed.acts if one.act is not None and one.act.id not in _ALONG), None
    )


WORDING = {
    "nl": {
        "start.unknown": "er is nu geen weg bekend waarlangs dit kan",
        "start.too_late": "dit kan niet meer op tijd: op zijn vroegst op {day}",
    },
    "en": {
        "start.unknown": "no way is known now by which this can be done",
        "start.too_late": "this cannot be in time any more: {day} at the earliest",
    },
}
