"""How a collaboration stands, for its first page: its cases, who they wait for, the days to come.

What a case needs is only worked out for the cases that are shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from samenwerk.hooks.whole import Speaks, Whole
from samenwerk.values.case import Case
from samenwerk.values.message import Message, Name
from samenwerk.values.obligation import Obligation

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
