"""How a collaboration stands, for its first page: its cases, who they wait for, the days to come.

What a case needs is only worked out for the cases that are shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from samenwerk.hooks.whole import Point, Speaks, Whole
from samenwerk.values.case import Case
from samenwerk.values.message import Message, Name
from samenwerk.values.obligation import Obligation
from samenwerk.values.waiting import Task

CASES = 25
"""So many cases stand on one page."""
DAYS = 12
_WITH_THE_STEP = ("act.fill_in", "act.explain")


@attrs.frozen
class Line:
    """A case on a line; `how` is late, ready, waits, stuck or over, `waits_for` are parties.

    One that is late can be `ready` too.
    """

    case: str
    kind: str
    state: str
    since: date
    how: str
    waits_for: tuple[str, ...] = ()
    due: date | None = None
    ready: bool = False


@attrs.frozen
class Day:
    """A day that is coming, or has passed, in a case."""

    day: date
    case: str
    text: str
    who: tuple[str, ...]
    late: bool


@attrs.frozen
class Cases:
    """The cases of one page, out of `count`; `pages` is how many pages that makes."""

    lines: tuple[Line, ...]
    count: int
    pages: int


def cases_of(whole: Whole, speaker: Speaks, over: bool, page: int) -> Cases:
    """The cases that run, those that are late and wait longest first; or those that are over."""
    late = {one.case for one in whole.due if one.overdue}
    found = [one for one in whole.cases if one.over is over]
    if over:
        found.sort(key=lambda one: (-one.state_since, one.id))
    else:
        found.sort(key=lambda one: (one.id not in late, one.entered, one.id))
    shown = found[(page - 1) * CASES : page * CASES]
    until = {one.case: one.day for one in reversed(whole.due)}
    lines = tuple(line_of(one, whole, speaker, late, until.get(one.id)) for one in shown)
    return Cases(lines, len(found), max(1, -(-len(found) // CASES)))


def line_of(
    case: Case, whole: Whole, speaker: Speaks, late: set[str], due: date | None
) -> Line:
    """A case with where it is, and for whom it waits where nothing can be done in it now."""
    how, waits = ("over", ()) if case.over else _how(case, whole)
    return Line(
        case.id, kind_of(case, speaker),
        speaker.tell(Name("state", f"{case.lifecycle}.{case.state}")), case.entered,
        "late" if case.id in late and not case.over else how,
        tuple(speaker.tell(Name("party", one)) for one in waits), None if case.over else due,
        how == "ready",
    )  # fmt: skip


def kind_of(case: Case, speaker: Speaks) -> str:
    """What a case is called by its lifecycle, and of whom it is."""
    lifecycle = Name("lifecycle", case.lifecycle)
    if case.of is None:
        return speaker.tell(lifecycle)
    told = {"lifecycle": lifecycle, "party": Name("party", case.of)}
    return speaker.say(Message("cases.of", told))


def _how(case: Case, whole: Whole) -> tuple[str, tuple[str, ...]]:
    needed = [whole.needs(step, case.id) for step in whole.steps(case.id)]
    if any(one.kind == "nothing" for one in needed):
        return "ready", ()
    waits = dict.fromkeys(who for one in needed for who in awaited(one))
    return ("waits" if waits else "stuck"), tuple(waits)


def awaited(needed: Obligation) -> tuple[str, ...]:
    """Who can do what goes before a step; who can do the step itself, where that is all."""
    acts = [one for one in needed.acts if one.act is not None]
    before = [one for one in acts if one.act is not None and not _itself(one.act.id)]
    return tuple(dict.fromkeys(who for one in before or acts for who in one.who))


def _itself(id: str) -> bool:
    return id in _WITH_THE_STEP or id.startswith("act.do")


def days_of(whole: Whole, speaker: Speaks, case: str | None = None) -> Iterator[Day]:
    """The first days that are coming, of all cases or of one; those that passed among them."""
    found = [one for one in whole.due if case is None or one.case == case]
    for one in found[:DAYS]:
        who = tuple(speaker.tell(Name("party", party)) for party in one.who)
        yield Day(one.day, one.case, speaker.say(one.what), who, one.overdue)


@attrs.frozen
class Asked:
    """What is asked of a party in a case, by the step it is for; `ready`: it can be done now.

    A step that is ready needs nothing before it; None stands for a duty.
    """

    ready: bool
    case: str
    steps: dict[str | None, tuple[Point, ...]]


def asked_of(tasks: Iterable[Task], speaker: Speaks) -> tuple[Asked, ...]:
    """What can be done now first, then what is needed; each case once, and in it each step."""
    found: dict[tuple[bool, str], dict[str | None, tuple[Point, ...]]] = {}
    for one in sorted(tasks, key=lambda one: (not one.ready, one.case)):
        steps = found.setdefault((one.ready, one.case), {})
        label = speaker.tell(Name("step", one.step)) if one.step else None
        here = one.obligation.case in (None, one.case)
        told = attrs.evolve(one.obligation, case=None) if here else one.obligation
        points = () if one.ready and label else speaker.needed(told)
        steps[label] = tuple(dict.fromkeys((*steps.get(label, ()), *points)))
    return tuple(Asked(ready, case, steps) for (ready, case), steps in found.items())


def named_in(said: str, case: str | None) -> tuple[str, str | None, str]:
    """A line of the record with its case cut out of it, where it leads on: what stands before the
    name, the name, and what stands behind it. A line that does not name it has it at the end.

    >>> named_in("dossier b gaat naar bezig", "b"), named_in("oprichten", "b")
    (('dossier ', 'b', ' gaat naar bezig'), ('oprichten ', 'b', ''))
    """
    if case is None:
        return said, None, ""
    found = list(re.finditer(rf"(?<![\w'’]){re.escape(case)}(?!\w)", said))
    if not found:
        return f"{said} ", case, ""
    at = found[-1]
    return said[: at.start()], case, said[at.end() :]
