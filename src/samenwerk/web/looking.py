"""Who looks at what: all of a collaboration, or what one party sees of it.

Both give the same answers to a page; which of the two it is, is decided once for each request.
"""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable, Iterable, Iterator
from datetime import date, datetime, time
from itertools import islice, takewhile
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

import attrs
from starlette.requests import Request

from samenwerk.core.authority import in_register
from samenwerk.core.policies import Policy
from samenwerk.core.refusals import doers_of
from samenwerk.core.view import View
from samenwerk.definitions.laying.faults import nearest
from samenwerk.engine import Engine
from samenwerk.engine.acting import civil_day
from samenwerk.engine.before import moment
from samenwerk.engine.readable import Readable
from samenwerk.engine.room import Room
from samenwerk.engine.seen import Seen
from samenwerk.engine.supposing import Supposed
from samenwerk.front import speaker_for
from samenwerk.hooks.whole import Whole, seals_in
from samenwerk.language.catalogue import Speaker
from samenwerk.values.case import Case
from samenwerk.values.command import Do, HandIn, Record, Say
from samenwerk.values.declared import Step, Workflow
from samenwerk.values.errors import RecordBroken, UnknownName
from samenwerk.values.event import RecordedEvent
from samenwerk.values.outcome import Outcome
from samenwerk.web.asked import NotAsked

Reader: TypeAlias = Callable[[Request], str | Awaitable[str | None] | None]
"""From a request to the party it is of, or None for who is not let in."""


COMPARED = 1000
"""With so many names at most one that nothing has is compared: an address costs no more."""


@attrs.frozen(eq=False, slots=False)
class Look:
    """One collaboration on a day (None: today), as its reader may see it.

    `seen` is None for who reads everything; `latest` is today.
    """

    room: Readable
    seen: Seen | None
    day: date | None
    latest: date

    @functools.cached_property
    def whole(self) -> Whole:
        """How it stands; it has no record: that is read page by page."""
        return (self.seen or self.room).whole(day=self.day, record=False)

    @property
    def id(self) -> str:
        """The id of the collaboration."""
        return self.room.id

    @property
    def party(self) -> str | None:
        """The party that looks; None for who reads everything."""
        return None if self.seen is None else self.seen.party

    def speaker(self, lang: str) -> Speaker:
        """Who calls everything by its label, as far as it is in sight."""
        return speaker_for(lang, self.seen or self.room)

    def case(self, id: str) -> Case:
        """A case; raises UnknownName for one that is not there or not in sight."""
        cases = self.whole.collaboration.cases
        found = cases.get(id)
        if found is None:
            raise not_known("case", id, cases)
        return found

    def workflow(self, case: str) -> Workflow:
        """The workflow that a case is judged by."""
        return self.room.workflow_of(case)

    def parties(self) -> tuple[str, ...]:
        """Who takes part on the day, as far as it is in sight, in the order of the register."""
        lines = self.whole.collaboration.register.parties
        found = dict.fromkeys(one.id for one in lines if one.span.covers(self.whole.day))
        return tuple(found)

    def doer(self, step: Step, case: Case) -> str | None:
        """Who a question about a step is asked for: the reader, else the first who can do it."""
        if self.party is not None:
            return self.party
        view = View(self.whole.collaboration, case, self.whole.day)
        return next(iter(doers_of(step, view)), None)

    def suppose(
        self, kind: type[Do | Say | Record | HandIn], **asked: Any
    ) -> tuple[Outcome, Supposed | None]:
        """What would become of a command, and how it would stand then; the latter only for who
        reads everything."""
        day = self.whole.day
        if self.seen is None:
            found = self.room.suppose(kind, day=day, **asked)
            return found.outcome, found
        return self.seen.suppose(kind, day=day, **asked), None

    def events(self, before: int, most: int) -> tuple[RecordedEvent, ...]:
        """The latest events before a sequence, the last first."""
        if self.seen is not None:
            found = [one for one in self.seen.history() if one.sequence < before]
            return tuple(reversed(found[-most:]))
        lines = self.room.history(max(0, before - most - 1))
        known = takewhile(lambda line: line.event.sequence < before, lines)
        return tuple(reversed([line.event for line in known]))

    def unsealed(self, seals: Iterable[str]) -> dict[str, str]:
        """The free texts behind these seals, as far as they are in sight."""
        if self.seen is not None:
            return self.seen.unsealed(seals)
        found = {seal: self.room.text(seal) for seal in seals if seal}
        return {seal: text for seal, text in found.items() if text is not None}

    def texts(self, events: tuple[RecordedEvent, ...]) -> dict[str, str]:
        """The free texts behind the seals of events that are in sight."""
        return {
            seal: text
            for one in events for seal in seals_in(one)
            if seal and (text := self.room.text(seal)) is not None
        }  # fmt: skip


def looked_at(
    engine: Engine, id: str, party: str | None, policy: Policy, day: date | None
) -> Look:
    """A collaboration as a party sees it (None: all of it), on a day or today.

    Raises UnknownName where it is not there, or the party is not in it; NotAsked for a day that
    has passed: what was recorded since cannot be thought away.
    """
    try:
        room = present(engine, id)
    except UnknownName as fault:
        if party is not None:
            raise
        raise not_known("collaboration", id, engine.collaborations()) from fault
    today = today_of(room)
    if party is not None and not in_register(room.collaboration.register, party, today):
        raise UnknownName(what="collaboration", name=id)
    if day is not None and day < today:
        raise NotAsked("asked.passed", day=day, today=today)
    not_far(day, today)
    asked = None if day == today else day
    seen = None if party is None else room.seen_by(party, policy)
    return Look(room, seen, asked, today)


def not_known(what: str, name: str, known: Iterable[str]) -> UnknownName:
    """The fault of a name that nothing has, with the nearest of those in sight."""
    near = nearest(name, islice(known, COMPARED))
    return UnknownName(what=what, name=name, **({} if near is None else {"nearest": near}))


def not_far(day: date | None, today: date) -> None:
    """Raise NotAsked for a day that is too far to look at."""
    if day is not None and day.year > today.year + 100:
        raise NotAsked("asked.far", day=day)


def present(engine: Engine, id: str) -> Room:
    """A room at the present: that of a rehearsal is the last day it was recorded for."""
    room = engine.room(id)
    known = room.collaboration
    if not known.rehearsal or known.latest is None:
        return room
    noon = datetime.combine(known.latest, time(12), ZoneInfo(known.zone))
    return engine.at(noon).room(id)


def collaborations(engine: Engine, party: str | None) -> Iterator[str]:
    """The ids of the collaborations that a reader may come into, in order.

    One whose record is broken keeps no other from a party: whose it is cannot be known.
    """
    for id in engine.collaborations():
        if party is None:
            yield id
            continue
        try:
            room = present(engine, id)
        except RecordBroken:
            continue
        if in_register(room.collaboration.register, party, today_of(room)):
            yield id


def today_of(room: Room) -> date:
    """Today by the clock of the engine; of a rehearsal the last day it was recorded for."""
    known = room.collaboration
    return (known.latest if known.rehearsal else None) or civil_day(moment(room), known.zone)
