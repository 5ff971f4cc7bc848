"""What an event or a case has to do with which objects: by object, in one word.

An event has to do with an object in one way only, the most telling: some tools keep no more.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from samenwerk.reporting.mining.happenings import Happening
from samenwerk.values.case import Case
from samenwerk.values.event import EffectAsked, EffectDone, Enrolled, FactRecorded, StepDone

Relations: TypeAlias = dict[str, str]
"""By the id of an object how something has to do with it."""

Found: TypeAlias = Iterator[tuple[str, str]]


def case_id(id: str) -> str:
    """The object of a case."""
    return f"case:{id}"


def party_id(id: str) -> str:
    """The object of a party."""
    return f"party:{id}"


def of_case(case: Case) -> Relations:
    """What a case hangs under, builds on and came from, and who holds which of its roles."""
    return _first(_case(case))


def of_event(happening: Happening) -> Relations:
    """In which case something happened, who did it, and for whom."""
    return _first(_event(happening))


def _first(found: Found) -> Relations:
    known: Relations = {}
    for id, how in found:
        known.setdefault(id, how)
    return known


def _case(case: Case) -> Found:
    if case.parent:
        yield case_id(case.parent), "under"
    if case.rests_on is not None:
        yield case_id(case.rests_on), "rests_on"
    yield from ((case_id(one), "came_from") for one in case.came_from)
    if case.of is not None:
        yield party_id(case.of), "of"
    for role in sorted(case.roles):
        yield from ((party_id(one), f"role.{role}") for one in case.roles[role])


def _event(happening: Happening) -> Found:
    event, what = happening.event, happening.event.what
    if event.case is not None:
        yield case_id(event.case), "in"
    else:
        yield "whole", "in"
    if event.actor is not None:
        yield party_id(event.actor), "actor"
    if event.on_behalf_of is not None:
        yield party_id(event.on_behalf_of), "on_behalf_of"
    match what:
        case StepDone():
            yield from _step(what)
        case FactRecorded() if what.fact.who is not None:
            yield party_id(what.fact.who), "of"
        case EffectDone():
            yield from ((party_id(one.who), "of") for one in what.facts if one.who is not None)
        case EffectAsked():
            for role, who in what.roles:
                yield from ((party_id(one), f"role.{role}") for one in who)
        case Enrolled():
            yield from _enrolled(what)


def _step(what: StepDone) -> Found:
    if what.split is not None:
        yield from ((case_id(id), "split") for id, _ in what.split.into)
    if what.merged is not None:
        yield from ((case_id(id), "merged") for id in what.merged.cases)
    if what.opens:
        yield case_id(what.opens), "under"
    if what.rests_on is not None:
        yield case_id(what.rests_on), "rests_on"
    if what.of is not None:
        yield party_id(what.of), "of"
    yield from ((party_id(one), "for") for one in what.for_each)
    for role, who in what.roles:
        yield from ((party_id(one), f"role.{role}") for one in who)
    yield from ((party_id(who), f"joined.{role}") for role, who in what.joined)
    yield from ((party_id(who), f"left.{role}") for role, who in what.left)
    yield from ((party_id(one.who), "of") for one in what.facts if one.who is not None)


def _enrolled(what: Enrolled) -> Found:
    yield from ((party_id(one.id), "enrolled") for one in what.parties)
    yield from ((party_id(one.who), f"table.{one.table}") for one in what.sits)
    yield from ((party_id(one.who), f"role.{one.role}") for one in what.holds)
    for giving in what.gives:
        yield from ((party_id(one), f"mandate.{giving.mandate}") for one in giving.who)
        yield party_id(giving.to), f"mandate.{giving.mandate}"
    yield from ((party_id(one.who), f"region.{one.map}") for one in what.regions)
