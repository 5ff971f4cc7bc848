"""Opening a store and the collaboration that a command is about."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import attrs

from samenwerk.cli.door import Door
from samenwerk.cli.failing import Fail
from samenwerk.cli.logging_to import logging_to
from samenwerk.cli.stores import opened_there, told
from samenwerk.engine import Engine
from samenwerk.engine.acting import civil_day
from samenwerk.engine.room import Room
from samenwerk.engine.running import now as present
from samenwerk.front import speaker_for
from samenwerk.hooks.calling.apart import Apart
from samenwerk.language.catalogue import Speaker
from samenwerk.language.clean import one_line
from samenwerk.store.contract import Store
from samenwerk.values.declared import Workflow
from samenwerk.values.errors import SamenwerkError


@attrs.frozen(eq=False)
class At:
    """The collaboration at hand, with the door that speaks its language."""

    room: Room
    door: Door
    moment: datetime

    @property
    def speaker(self) -> Speaker:
        """Who calls everything by its label."""
        return speaker_for(self.door.lang, self.room)

    def day(self, asked: date | None) -> date:
        """The civil day that is asked for, or today in the workflow's zone."""
        if asked is not None:
            return asked
        return civil_day(self.moment, self.room.collaboration.zone)


@contextmanager
def opened(
    door: Door, store: str, collaboration: str | None, now: datetime | None,
    record_refusals: bool = False,
) -> Iterator[At]:  # fmt: skip
    """The collaboration of this id, or the only one of a store that is there.

    With `now` it is that moment, which only a rehearsal allows; without it a rehearsal stands on
    the last day that something was recorded for. Raises Fail and SamenwerkError.
    """
    apart = Apart() if door.apart else None
    with (
        logging_to(door) as tell,
        Engine(
            opened_there(store), apart=apart, tell=tell,
            record_refusals=record_refusals,
        ) as engine,
    ):  # fmt: skip
        id = collaboration if collaboration is not None else only(engine, store)
        room = engine.room(id)
        known, moment = room.collaboration, present()
        if now is not None and not known.rehearsal:
            raise Fail("store.no_rehearsal", name=id)
        if now is None and known.rehearsal and known.latest is not None:
            now = datetime.combine(known.latest, time(12))  # a calendar of its own
        if now is not None:
            moment = in_zone(now, known.zone)
            room = engine.at(moment).room(id)
        try:
            yield At(room, door.with_workflow(workflow_of(room)), moment)
        finally:  # what a plugin prints is not among what we say
            for name, line in engine.said:
                sys.stderr.write(f"{name}: {one_line(line)}\n")


@contextmanager
def opened_store(store: str) -> Iterator[Store]:
    """The store alone, for who reads the record itself; raises Fail when there is none."""
    found = opened_there(store)
    try:
        yield found
    finally:
        found.close()


def only(engine: Engine | Store, store: str) -> str:
    """The only collaboration there is; raises Fail when there are none or several."""
    ids = engine.collaborations()
    if not ids:
        raise Fail("store.empty", file=told(store))
    if len(ids) > 1:
        raise Fail("store.several", names=ids)
    return ids[0]


def workflow_of(room: Room) -> Workflow | None:
    """The workflow of a room, or None when it can no longer be read."""
    try:
        return room.workflow
    except SamenwerkError:
        return None


def in_zone(moment: datetime, zone: str) -> datetime:
    """A moment on the clock of a zone, as an aware one."""
    return moment.replace(tzinfo=ZoneInfo(zone))
