"""`evolve`: what one recorded event makes of a collaboration.

No definition, no plugin and no clock is needed: everything stands in the event. The state of a
collaboration is the fold of `evolve` over its stream.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import reduce
from typing import Any, TypeVar

import attrs
from immutables import Map

from samenwerk.core.dividing import divided, moved_shelf, taken_in
from samenwerk.core.effected import EFFECTS, effected
from samenwerk.core.facts import facts_of
from samenwerk.core.holders import with_holders
from samenwerk.core.migrated import migrated
from samenwerk.core.moving import moved
from samenwerk.core.trail import moved_trail
from samenwerk.values.case import Case, Collaboration, Entries
from samenwerk.values.cell import Entry
from samenwerk.values.event import (
    CaseKept,
    CaseMoved,
    CollaborationStarted,
    DefinitionChanged,
    DocumentHandedIn,
    DocumentIn,
    Enrolled,
    FactRecorded,
    FactValue,
    Line,
    PositionGiven,
    RecordedEvent,
    Sealed,
    StepDone,
    TextsErased,
)
from samenwerk.values.register import (
    Giving,
    Holding,
    Located,
    Party,
    Register,
    Seat,
    same_line,
)

Shelf = Map[str, Entries]
Listed = TypeVar("Listed", Party, Seat, Holding, Giving, Located)
EMPTY: Entries = Map()


def replay(lines: Iterable[Line], start: Collaboration | None = None) -> Collaboration | None:
    """The collaboration that a stream of lines tells; None for an empty stream."""
    return reduce(lambda known, line: evolve(known, line.event, line.hash), lines, start)


def evolve(known: Collaboration | None, event: RecordedEvent, hash: str = "") -> Collaboration:
    """The collaboration after the event; `hash` is that of the event's own text."""
    what = event.what
    if known is None:
        assert isinstance(what, CollaborationStarted)
        known = Collaboration(
            event.collaboration, what.workflow, event.definition, event.effective, what.zone,
            what.rehearsal, Register(),
        )  # fmt: skip
    changes: dict[str, Any] = {}
    if isinstance(what, Enrolled):
        changes["register"] = enrolled(known.register, what)
    elif isinstance(what, StepDone):
        changes = _step_done(known, event, what)
    elif isinstance(what, DefinitionChanged | CaseMoved | CaseKept):
        changes = migrated(known, event, what)
    elif isinstance(what, EFFECTS):
        changes = effected(known, event, what)
        if facts_of(what) and event.case is not None:
            case = changes["cases"][event.case]
            case = case.changed(facts=_with_facts(case.facts, facts_of(what), event))
            changes["cases"] = known.cases.set(case.id, case)
    elif event.case is not None and not isinstance(
        what, CollaborationStarted | TextsErased
    ):
        case = known.cases[event.case]
        changes["cases"] = known.cases.set(case.id, _noted(case, event, what))
    latest = known.latest
    if latest is None or event.effective >= latest:
        latest = event.effective
    return known.changed(sequence=event.sequence, head=hash, latest=latest, **changes)


def _noted(
    case: Case, event: RecordedEvent, what: PositionGiven | FactRecorded | DocumentHandedIn
) -> Case:
    match what:
        case PositionGiven(decision=decision, position=position):
            entry = Entry(position, event.effective, event.sequence, event.actor)
            voter = event.on_behalf_of or event.actor
            return case.changed(positions=_put(case.positions, decision, voter, entry))
        case FactRecorded(fact=fact):
            return case.changed(facts=_with_facts(case.facts, (fact,), event))
    papers = _with_documents(case.documents, (what.document,), event)
    return case.changed(documents=papers)


def _put(shelf: Shelf, name: str, who: str | None, entry: Entry) -> Shelf:
    return shelf.set(name, shelf.get(name, EMPTY).set(who, entry))


def _with_facts(shelf: Shelf, facts: tuple[FactValue, ...], event: RecordedEvent) -> Shelf:
    for fact in facts:
        value = fact.value.sealed if isinstance(fact.value, Sealed) else fact.value
        entry = Entry(value, event.effective, event.sequence, event.actor)
        shelf = _put(shelf, fact.name, fact.who, entry)
    return shelf


def _with_documents(
    shelf: Shelf, documents: tuple[DocumentIn, ...], event: RecordedEvent
) -> Shelf:
    for document in documents:
        title = document.title.sealed if document.title is not None else ""
        entry = Entry(title, event.effective, event.sequence, event.actor)
        shelf = _put(shelf, document.name, None, entry)
    return shelf


def _step_done(
    known: Collaboration, event: RecordedEvent, what: StepDone
) -> dict[str, Any]:
    assert event.case is not None
    assert event.step is not None
    assert event.to_state is not None
    doer = event.on_behalf_of or event.actor
    entry = Entry(True, event.effective, event.sequence, event.actor)
    changes: dict[str, Any] = {}
    if what.opens is not None:
        assert event.lifecycle is not None
        case = Case(
            event.case, event.lifecycle, event.to_state, what.opens or None, event.definition,
            entry if doer == event.actor else attrs.evolve(entry, by=doer), event.effective,
            event.sequence, of=what.of, rests_on=what.rests_on,
        )  # fmt: skip
        listed = known.by_lifecycle.get(case.lifecycle, Map())
        changes["by_lifecycle"] = known.by_lifecycle.set(
            case.lifecycle, listed.set(case.id, event.sequence)
        )
        order, old = event.sequence, None
    else:
        case = known.cases[event.case]
        order, old = known.by_lifecycle[case.lifecycle][case.id], case.state
    shelf: Shelf = case.breaches if what.breach else case.steps
    done = shelf.get(event.step, EMPTY).set(None, entry)
    for one in what.for_each or (() if doer is None else (doer,)):
        done = done.set(one, entry)
    kept = "breaches" if what.breach else "steps"
    fields: dict[str, Any] = {kept: shelf.set(event.step, done), "over": what.over}
    if what.facts:
        fields["facts"] = _with_facts(case.facts, what.facts, event)
    if what.documents:
        fields["documents"] = _with_documents(case.documents, what.documents, event)
    if what.roles or what.joined or what.left:
        fields["roles"] = with_holders(case.roles, what.roles, what.joined, what.left)
    if what.moved and event.from_state is not None:
        fields |= {
            "state": event.to_state,
            "entered": event.effective,
            "state_since": event.sequence,
            "trail": moved_trail(case.trail, case.state, event.to_state),
            "clocks": _clocks(case, event, what.stopped),
        }
    if what.moves:
        changes["moved"] = moved(known.moved, what.moves, event)
    before, case = case, case.changed(**fields)
    changes["cases"] = known.cases.set(case.id, case)
    if old != case.state:
        changes["by_state"] = moved_shelf(known.by_state, case, old, order)
    if what.split is None and what.merged is None:
        return changes
    known = known.changed(**changes)
    after = divided(known, before, what.split, event) if what.split else known
    after = taken_in(after, case.id, what.merged, event) if what.merged else after
    shelves = ("cases", "by_state", "by_lifecycle", "moved")
    return changes | {name: getattr(after, name) for name in shelves}


def _clocks(case: Case, event: RecordedEvent, stopped: int | None) -> Map[str, date]:
    """Since when the term of each state counts, after a move; what stood still is added."""
    assert event.to_state is not None
    clocks = case.clocks.set(case.state, case.clock)
    if stopped:
        for state in case.trail:
            if state in clocks:
                clocks = clocks.set(state, clocks[state] + timedelta(days=stopped))
    if stopped is not None and event.to_state in case.trail and event.to_state in clocks:
        return clocks
    return clocks.set(event.to_state, event.effective)


def enrolled(register: Register, lines: Enrolled) -> Register:
    """The register with the lines added; a line that stands there already is replaced."""
    return Register(
        _merged(register.parties, lines.parties),
        _merged(register.sits, lines.sits),
        _merged(register.holds, lines.holds),
        _merged(register.gives, lines.gives),
        _merged(register.regions, lines.regions),
    )


def _merged(old: tuple[Listed, ...], new: tuple[Listed, ...]) -> tuple[Listed, ...]:
    lines = {same_line(line): line for line in old}
    lines.update((same_line(line), line) for line in new)
    return tuple(lines.values())
