"""The report `status`: where a collaboration stands, for who decides and not for who runs it.

Where each case is, what is needed from whom by when, and what was decided since a day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from samenwerk.hooks.whole import Point, Speaks, Whole
from samenwerk.reporting.page import Block, Heading, Page, Paragraph, Points
from samenwerk.values.case import Case
from samenwerk.values.event import RecordedEvent, StepDone
from samenwerk.values.message import Message, Name
from samenwerk.values.obligation import Obligation
from samenwerk.values.time import Term
from samenwerk.values.waiting import Due

MOST = 40
"""Of so many cases it tells what they need: it is to be read, and each takes time to work out."""
LOOKING_BACK = Term(3, "month")
"""So far back it tells what was decided, when nobody says since when."""


def render(whole: Whole, lang: str, format: str) -> str:
    """The report in Dutch or English, as text or Markdown."""
    speaker = whole.speaker(lang)
    head = {"id": whole.collaboration.id, "day": whole.day}
    return Page(_words(speaker, "title", **head), tuple(_blocks(whole, speaker))).written(format)


def _words(speaker: Speaks, id: str, /, **params: object) -> str:
    return speaker.sentence(Message(f"report.status.{id}", params)).removesuffix(":")


def _blocks(whole: Whole, speaker: Speaks) -> Iterator[Block]:
    open_cases = sum(not one.over for one in whole.cases)
    known = whole.collaboration
    yield Paragraph(_words(
        speaker, "rehearsal" if known.rehearsal else "head", workflow=whole.workflow.name,
        version=whole.workflow.version, open=open_cases, over=len(whole.cases) - open_cases,
    ))  # fmt: skip
    yield Heading(_words(speaker, "cases"))
    cases = _tree(whole, speaker)
    yield Points(cases) if cases else Paragraph(_words(speaker, "cases.none"))
    yield Heading(_words(speaker, "due"))
    dues = tuple(_due(one, speaker) for one in whole.due)
    yield Points(dues) if dues else Paragraph(_words(speaker, "due.none"))
    for fault in whole.faults:
        yield Paragraph(_words(speaker, "fault", why=speaker.fault(fault)))
    yield Heading(_words(speaker, "needs"))
    needs = tuple(_needs(whole, speaker))
    yield Points(needs) if needs else Paragraph(_words(speaker, "needs.none"))
    since = whole.since or LOOKING_BACK.before(whole.day)
    yield Heading(_words(speaker, "since", day=since))
    done = tuple(Point(speaker.event(one)) for one in whole.history if _counts(one, since))
    yield Points(done) if done else Paragraph(_words(speaker, "since.none"))


def _tree(whole: Whole, speaker: Speaks) -> tuple[Point, ...]:
    """Every case, also what is over, each with those below it."""
    known = whole.collaboration.cases
    below: dict[str | None, list[Case]] = {}
    for case in whole.cases:
        at = case.parent if case.parent in known else None
        below.setdefault(at, []).append(case)

    def points(at: str | None) -> tuple[Point, ...]:
        return tuple(Point(_case(one, speaker), points(one.id)) for one in below.get(at, ()))

    return points(None)


def _case(case: Case, speaker: Speaks) -> str:
    state = Name("state", f"{case.lifecycle}.{case.state}")
    lifecycle: object = Name("lifecycle", case.lifecycle)
    if case.of is not None:
        of = {"lifecycle": lifecycle, "party": Name("party", case.of)}
        lifecycle = Message("cases.of", of)
    id = "cases.over" if case.over else "cases.case"
    told = {"case": case.id, "lifecycle": lifecycle, "state": state, "since": case.entered}
    return speaker.say(Message(id, told))


def _due(one: Due, speaker: Speaks) -> Point:
    who = tuple(Name("party", party) for party in one.who)
    id = "due.late" if one.overdue else "due.line"
    told = {"day": one.day, "case": one.case, "what": speaker.say(one.what), "who": who}
    return Point(_words(speaker, id if who else f"{id}.nobody", **told))


def _needs(whole: Whole, speaker: Speaks) -> Iterator[Point]:
    running = [case for case in whole.cases if not case.over]
    for case in running[:MOST]:
        for step in whole.steps(case.id):
            needed = whole.needs(step, case.id)
            if needed.kind == "never":
                continue
            told = {"case": case.id, "step": Name("step", step), "who": _doers(needed)}
            id = "step" if needed.kind != "nothing" else "ready" if told["who"] else "ready.free"
            # a case is called exactly by its name, so without a capital of ours
            said = speaker.say(Message(f"report.status.needs.{id}", told))
            yield Point(said, speaker.needed(needed))
    if len(running) > MOST:
        more = {"count": len(running) - MOST}
        yield Point(speaker.say(Message("report.status.needs.more", more)))


def _doers(needed: Obligation) -> tuple[Name, ...]:
    """Who can do the step that nothing is needed for any more."""
    acts = (one for one in needed.acts if one.act is not None and one.act.id.startswith("act.do"))
    return tuple(dict.fromkeys(Name("party", who) for one in acts for who in one.who))


def _counts(event: RecordedEvent, since: date) -> bool:
    """Whether it moved a case on or opened one, in the time that is told of."""
    what = event.what
    return (
        isinstance(what, StepDone)
        and event.effective >= since
        and not what.waits
        and (what.moved or what.breach)
    )
