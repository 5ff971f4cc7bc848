"""Upkeep: what time has made due is recorded, and lists over many collaborations are kept.

What waits in a collaboration is worked out once, kept beside its record, and worked out anew when
its stream went on or its day came. Deadlines follow from the record alone: nothing here is work
that can get lost. Who asks the lists is `engine.everywhere`, what waits is `core.listing`.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import attrs

from samenwerk.core.chain import checked
from samenwerk.core.evolve import replay
from samenwerk.core.listing import moves_on, waiting
from samenwerk.engine.acting import Desk, act
from samenwerk.engine.asked import read_on
from samenwerk.engine.room import Room
from samenwerk.engine.shelf import Running, Shelf
from samenwerk.engine.telling import upkeep_told
from samenwerk.hooks.calling.packed import packed
from samenwerk.hooks.plugins import Plugins
from samenwerk.store.contract import Store
from samenwerk.values.case import Collaboration
from samenwerk.values.command import Settle
from samenwerk.values.errors import (
    Conflict,
    Misuse,
    RecordBroken,
    SamenwerkError,
    StoreError,
    StoreVersion,
    UnknownName,
)
from samenwerk.values.listed import Freshness, Listing, Lists
from samenwerk.values.register import Party
from samenwerk.values.waiting import Blocked, Due, Task, Waiting

LEASE = timedelta(minutes=2)
"""So long nobody else works on what was taken; whoever stops halfway holds it up no longer."""

AGAIN = timedelta(hours=1)
"""After so long something that went wrong is tried again, also when nobody acted."""

_DAY = timedelta(days=1)
_OF_ONE = (Conflict, RecordBroken, StoreVersion)


@attrs.frozen
class Upkept:
    """What became of one collaboration: how many steps time had made due, and on which day it is
    to be looked at again (None: when somebody acts). `fault` says why it could not be worked out.
    """

    collaboration: str
    steps: int = 0
    wakes: date | None = None
    fault: SamenwerkError | None = None


class Upkeep:
    """Brings collaborations up to date, one after another. Several may work on one store.

    With `settling` False nothing is recorded: only the lists are worked out. A rehearsal has a
    calendar of its own: it is left alone, and nothing of it stands in the lists. Not safe from
    several threads: give each its own. Raises Misuse when the clock pretends.
    """

    def __init__(
        self, desk: Desk, owner: str | None = None, lease: timedelta = LEASE,
        settling: bool = True,
    ) -> None:  # fmt: skip
        if desk.pretends:
            raise Misuse("only a rehearsal can be at another moment", what="rehearsal", name="")
        self._desk = desk
        self._lease = lease
        self._settling = settling
        self.owner = owner or uuid.uuid4().hex

    def one(self) -> Upkept | None:
        """Bring one collaboration up to date that is not; None when there is none to take.

        Raises StoreError when it cannot be kept: then it is taken again when its lease is over.
        """
        now = self._desk.moment()
        taken = self._desk.store.take_stale(self.owner, now, now + self._lease)
        return self.of(taken[0]) if taken else None

    def due(self, limit: int | None = None) -> Iterator[Upkept]:
        """Everything that is not up to date now, each once; at most so many."""
        seen: set[str] = set()
        while (limit is None or len(seen) < limit) and (done := self.one()) is not None:
            yield done
            if done.collaboration in seen:
                return
            seen.add(done.collaboration)

    def anew(self, collaboration: str | None = None) -> Iterator[Upkept]:
        """Drop the lists of all collaborations, or of this one, and make them of the record again.

        That goes for lists that are up to date by their mark too, and what is listed of a
        collaboration that is not there goes. Of all, who stops halfway leaves the others not up to
        date; another may bring them up to date in between. Raises UnknownName for no such one.
        """
        store = self._desk.store
        if collaboration is not None and store.tip(collaboration) is None:
            raise UnknownName(what="collaboration", name=collaboration)
        store.drop_lists(collaboration)
        return self.due() if collaboration is None else iter((self.of(collaboration),))

    def of(self, collaboration: str) -> Upkept:
        """Bring this one up to date, whether or not that is needed."""
        if self._desk.tell is None:
            return self._of(collaboration)
        return upkeep_told(self._desk.tell, collaboration, lambda: self._of(collaboration))

    def _of(self, collaboration: str) -> Upkept:
        store, now = self._desk.store, self._desk.moment()
        tip = store.tip(collaboration) or (0, "")
        try:
            done, lists = self._worked_out(collaboration, now)
        except SamenwerkError as fault:
            if isinstance(fault, StoreError) and not isinstance(fault, _OF_ONE):
                raise  # none could be brought up to date then
            lists = Lists(collaboration, *tip, now, now + AGAIN, f"{type(fault).__name__}: {fault}")
            done = Upkept(collaboration, fault=fault)
        store.keep_lists(lists)
        return done

    def freshness(self) -> Freshness:
        """How much of the lists is up to date now."""
        return self._desk.store.freshness(self._desk.moment())

    def next_wake(self) -> datetime | None:
        """When time alone first makes something stale that is up to date."""
        return self._desk.store.next_wake()

    def _worked_out(self, id: str, now: datetime) -> tuple[Upkept, Lists]:
        desk, steps = self._desk, 0
        known = desk.known(id)
        if known.rehearsal:
            return Upkept(id), Lists(id, known.sequence, known.head, now)
        if self._settling:
            steps = len(act(desk, id, Settle, day=None, command_id=None, actor=None).lines)
            known = desk.known(id)
        running = desk.shelf.judging(known)
        at = read_on(desk.command(Settle, known.zone, None, None, actor=None))
        found = (
            _with_plugins(Room(desk, id), known, running, at)
            if any(one.plugins.named for one in (running, *running.others.values()))
            else waiting(running.compiled, known, at)
        )
        return Upkept(id, steps, found.holds_until), _lists(known, running, found, now)


def worked_again(store: Store) -> Callable[[Lists], Lists | None]:
    """What works lists out once more, of the record and the moment that kept ones are of.

    Nothing is recorded or kept, and no plugin is asked: it gives None where plugins have a say,
    and where the record went on or cannot be judged.
    """
    shelf = Shelf(store, lambda _: Plugins.of())

    def again(kept: Lists) -> Lists | None:
        desk = Desk(store, shelf, lambda: kept.worked, lambda: "again")
        try:
            known = replay(checked(store.read(kept.collaboration)))
            if known is None or (known.sequence, known.head) != (kept.sequence, kept.head):
                return None
            if known.rehearsal:
                return Lists(known.id, known.sequence, known.head, kept.worked)
            running = shelf.judging(known)
            if any(one.workflow.plugins for one in (running, *running.others.values())):
                return None
            at = read_on(desk.command(Settle, known.zone, None, None, actor=None))
            return _lists(known, running, waiting(running.compiled, known, at), kept.worked)
        except StoreError as fault:
            if not isinstance(fault, _OF_ONE):
                raise
            return None
        except Exception:
            # A record that was tampered with: what is wrong with it is told elsewhere.
            return None

    return again


def _lists(known: Collaboration, running: Running, found: Waiting, now: datetime) -> Lists:
    day = found.holds_until
    wakes = None if day is None else _begins(day, known.zone)
    entries = tuple(_entries(known, running, found))
    return Lists(known.id, known.sequence, known.head, now, wakes, "", entries)


def _begins(day: date, zone: str) -> datetime:
    """The first moment of a day in a zone."""
    return datetime.combine(day, time(0), ZoneInfo(zone))


def _with_plugins(room: Room, known: Collaboration, running: Running, at: Settle) -> Waiting:
    """What waits where plugins have a say: what they answer is of this day alone."""
    there = room.standing(day=at.day)
    parties = [one.id for one in known.register.parties if one.span.covers(at.day)]
    blocked = tuple(
        Blocked(case, step, who)
        for case, step in moves_on(running.compiled, there)
        if (who := room.blockers(step, case=case, day=at.day))
    )
    faults: list[SamenwerkError] = []  # one that goes wrong keeps no other from being told
    todo = {party: room.todo(party, day=at.day, failed=faults.append) for party in parties}
    return Waiting(todo, room.due(day=at.day, failed=faults.append), blocked, at.day + _DAY)


def _entries(known: Collaboration, running: Running, found: Waiting) -> Iterator[Listing]:
    """What waits as entries: what several parties are asked stands there once."""
    parties = tuple(Party(one.id, one.sort, one.names) for one in known.register.parties)
    told = (running.workflow.name, known.definition, known.zone, parties)
    yield Listing("about", packed(told))
    tasks: dict[Task, list[str]] = {}
    for party, asked in found.todo.items():
        for task in asked:
            tasks.setdefault(task, []).append(party)
    ready = sorted(tasks, key=lambda one: not one.ready)
    yield from (_entry(known, "todo", one, one.obligation.due, tasks[one]) for one in ready)
    yield from (_entry(known, "due", one, one.day, one.who) for one in found.due)
    yield from (_entry(known, "blockers", one, None, one.who) for one in found.blockers)


def _entry(
    known: Collaboration, kind: str, what: Task | Due | Blocked, day: date | None,
    who: Iterable[str],
) -> Listing:  # fmt: skip
    case = known.cases.get(what.case)
    lifecycle = None if case is None else case.lifecycle
    return Listing(kind, packed((lifecycle, what)), day, tuple(who))
