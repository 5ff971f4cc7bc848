"""The report `summary`: each plan in short, for others to imitate; it holds nothing but what is
meant for everybody."""

from __future__ import annotations

from collections.abc import Iterator

from samenwerk import (
    Block,
    Heading,
    Message,
    Name,
    Page,
    Paragraph,
    PluginReport,
    Point,
    Points,
    Speaks,
    Whole,
)
from samenwerk.values.case import Case
from samenwerk.values.cell import Value

PLAN, MILESTONE = "plan", "milestone"
"""The lifecycles of which it tells."""
PUBLIC = ("impact_area", "starts", "ends", "clients_reached", "hours_saved")
"""The facts of a plan that everybody may know, in the order in which they are told."""


def render(whole: Whole, lang: str, format: str) -> str:
    """The page in Dutch or English, as text or Markdown."""
    speaker = whole.speaker(lang)
    title = _words(speaker, "title", id=whole.collaboration.id)
    return Page(title, tuple(_blocks(whole, speaker))).written(format)


def _words(speaker: Speaks, id: str, /, **params: object) -> str:
    said = speaker.sentence(Message(f"verantwoording.summary.{id}", params))
    return said.removesuffix(":")


def _blocks(whole: Whole, speaker: Speaks) -> Iterator[Block]:
    yield Paragraph(_words(speaker, "intro", day=whole.day))
    plans = [case for case in whole.cases if case.lifecycle == PLAN]
    if not plans:
        yield Paragraph(_words(speaker, "none"))
    for plan in plans:
        yield Heading(plan.id)
        yield Points(tuple(Point(one) for one in _lines(whole, speaker, plan)))
    if plans:
        yield Heading(_words(speaker, "with"))
        parties = sorted(
            speaker.tell(Name("party", one.id))
            for one in whole.collaboration.register.parties
            if one.span.covers(whole.day)
        )
        yield Points(tuple(Point(one) for one in parties))


def _lines(whole: Whole, speaker: Speaks, plan: Case) -> Iterator[str]:
    yield _words(
        speaker, "state", lifecycle=Name("lifecycle", PLAN), state=_state(plan), since=plan.entered
    )
    for fact in PUBLIC:
        value = whole.fact(plan, fact)
        if value is not None:
            told = _told(fact, value)
            yield _words(speaker, "fact", fact=Name("fact", f"{PLAN}.{fact}"), value=told)
    for case in whole.cases:
        if case.lifecycle == MILESTONE and case.parent == plan.id:
            day = whole.fact(case, "day")
            id = "milestone" if day is None else "milestone.day"
            yield _words(speaker, id, case=case.id, day=day, state=_state(case))


def _told(fact: str, value: Value) -> object:
    return Name("word", f"{PLAN}.{fact}={value}") if isinstance(value, str) else value


def _state(case: Case) -> Name:
    return Name("state", f"{case.lifecycle}.{case.state}")


SUMMARY = PluginReport(
    name="summary",
    labels={"nl": "openbare samenvatting van de plannen", "en": "public summary of the plans"},
    formats=("text", "markdown"),
    render=render,
)
