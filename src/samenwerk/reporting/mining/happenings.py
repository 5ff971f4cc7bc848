"""Every recorded event as tools want it: when, what, in which cases, and what stands with it.

What it is called is `activities`; in which format it is spelled is `xes`, `ocel` and `tables`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import attrs

from samenwerk.hooks.whole import Whole
from samenwerk.reporting.mining.activities import Activity, activity, called
from samenwerk.reporting.mining.attribute import Attribute, Unseal, attribute, of_facts
from samenwerk.values.cell import Value
from samenwerk.values.event import (
    CaseKept,
    CaseMoved,
    DefinitionChanged,
    DocumentHandedIn,
    DocumentIn,
    EffectAgain,
    EffectAsked,
    EffectDone,
    EffectDropped,
    EffectFailed,
    FactRecorded,
    PositionGiven,
    RecordedEvent,
    Sealed,
    StepDone,
    TextsErased,
)

_BEAT = timedelta(milliseconds=1)
"""Most tools see no less: what happened at once is told apart by as much."""


@attrs.frozen
class Happening:
    """One recorded event.

    `cases` are the case in which it happened and those that it made or ended, by id. Within a
    case every event is later than the one before it.
    """

    event: RecordedEvent
    time: datetime
    activity: Activity
    label: str
    cases: tuple[str, ...]
    attributes: tuple[Attribute, ...]


def happenings(whole: Whole) -> tuple[Happening, ...]:
    """Every event of the record in order; free text in it is its seal unless it was asked for."""
    activities = [activity(one) for one in whole.history]
    labels = called(activities, whole.speaker(whole.lang))
    times = _times(whole)
    unseal = unsealing(whole)
    return tuple(
        Happening(event, at, one, labels[one], cases_of(event),
                  tuple(_attributes(event, one, unseal)))
        for event, at, one in zip(whole.history, times, activities, strict=True)
    )  # fmt: skip


def unsealing(whole: Whole) -> Unseal:
    """Gives the text behind a seal, or `sealed:` and the seal where it was not given along."""

    def text(sealed: Sealed) -> str:
        found = whole.text(sealed)
        return f"sealed:{sealed.sealed}" if found is None else found

    return text


def cases_of(event: RecordedEvent) -> tuple[str, ...]:
    """The case of an event, those that went out of it, and those that came into it."""
    found = [] if event.case is None else [event.case]
    if isinstance(event.what, StepDone):
        if event.what.split is not None:
            found += [id for id, _ in event.what.split.into]
        if event.what.merged is not None:
            found += event.what.merged.cases
    return tuple(dict.fromkeys(found))


def _times(whole: Whole) -> Iterator[datetime]:
    """When each event happened.

    That is when it was recorded, if that was on the day on which it counts; otherwise that day
    begins. In a case, and among what falls at the same instant, the record gives the order.
    """
    zone = ZoneInfo(whole.collaboration.zone)
    reached: dict[object, datetime] = {}
    for event in whole.history:
        at = event.recorded
        if at.astimezone(zone).date() != event.effective:
            at = datetime.combine(event.effective, time(0), zone).astimezone(UTC)
        at = at.replace(microsecond=at.microsecond // 1000 * 1000)
        same = at
        for key in (same, *cases_of(event)):
            if key in reached:
                at = max(at, reached[key] + _BEAT)
        for key in (same, *cases_of(event)):
            reached[key] = at
        yield at


def _attributes(event: RecordedEvent, one: Activity, unseal: Unseal) -> Iterator[Attribute]:
    yield attribute("activity", one.name)
    yield attribute("sequence", event.sequence)
    yield attribute("effective", event.effective)
    yield attribute("recorded", event.recorded)
    plain = ("actor", "on_behalf_of", "mandate", "lifecycle", "from_state", "to_state")
    yield from _given({name: getattr(event, name) for name in plain})
    what = event.what
    match what:
        case StepDone():
            yield from _of_step(what, unseal)
        case PositionGiven():
            yield attribute("position", what.position)
            yield from _text("reasons", what.reasons, unseal)
        case FactRecorded():
            yield from of_facts((what.fact,), unseal)
            yield from _given({"plugin": what.plugin})
        case DocumentHandedIn():
            yield from _documents((what.document,), unseal)
        case EffectAsked() | EffectDone() | EffectFailed() | EffectAgain() | EffectDropped():
            yield from _of_effect(what, unseal)
        case CaseMoved() | DefinitionChanged():
            yield attribute("definition", event.definition)
            yield attribute("was", what.was)
        case CaseKept():
            yield from _given({"clause": what.clause, "until": what.until})
        case TextsErased():
            yield from _text("because", what.because, unseal)


def _of_step(what: StepDone, unseal: Unseal) -> Iterator[Attribute]:
    yield from (
        attribute(name, True) for name in ("waits", "back", "breach", "over") if getattr(what, name)
    )
    if not what.moved:
        yield attribute("moved", False)
    yield from _given({"stopped": what.stopped, "cause": what.cause})
    yield from of_facts(what.facts, unseal)
    yield from _documents(what.documents, unseal)
    yield from _text("explanation", what.explanation, unseal)


def _of_effect(
    what: EffectAsked | EffectDone | EffectFailed | EffectAgain | EffectDropped, unseal: Unseal
) -> Iterator[Attribute]:
    yield attribute("effect_key", what.key)
    match what:
        case EffectAsked():
            yield attribute("plugin", what.plugin)
            yield from of_facts(what.given, unseal)
        case EffectDone():
            yield from _given({"plugin": what.plugin, "attempts": what.attempts})
            yield from of_facts(what.facts, unseal)
        case EffectFailed():
            known = {"plugin": what.plugin, "attempts": what.attempts, "fault": what.fault or None}
            yield from _given(known)
            yield from _text("said", what.said, unseal)
        case EffectDropped():
            yield from _text("because", what.because, unseal)


def _documents(found: Iterable[DocumentIn], unseal: Unseal) -> Iterator[Attribute]:
    for one in found:
        yield attribute(f"document.{one.name}", "" if one.title is None else unseal(one.title))


def _text(key: str, sealed: Sealed | None, unseal: Unseal) -> Iterator[Attribute]:
    if sealed is not None:
        yield attribute(key, unseal(sealed))


def _given(found: Mapping[str, Value | None]) -> Iterator[Attribute]:
    yield from (attribute(key, value) for key, value in found.items() if value is not None)
