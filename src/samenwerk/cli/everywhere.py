"""What waits in all collaborations of a store, as `todo`, `due` and `blockers` tell it.

It is read from the lists; how old they are is always told along. One collaboration is told by the
commands themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

import attrs

from samenwerk.cli.door import Door
from samenwerk.cli.failing import Fail
from samenwerk.cli.logging_to import logging_to
from samenwerk.cli.stores import opened_there
from samenwerk.cli.stores import told as told_store
from samenwerk.engine import Engine
from samenwerk.engine.everywhere import Awaited, Told, awaited, known_party
from samenwerk.engine.everywhere import told as told_of
from samenwerk.engine.upkeep import Upkeep
from samenwerk.language.catalogue import Speaker
from samenwerk.language.layout import wrap
from samenwerk.store.contract import Store
from samenwerk.values.errors import SamenwerkError, StoreError
from samenwerk.values.listed import Freshness
from samenwerk.values.register import Register

FEW = 10
"""So many that are not up to date are worked out on the spot; the rest is for `upkeep`."""

SHOWN = 100
"""So many things are told as text."""


@attrs.frozen(eq=False)
class Everywhere:
    """What was found (of `count` as much as is told), with who speaks of each collaboration."""

    door: Door
    found: tuple[Awaited, ...]
    count: int
    freshness: Freshness
    speakers: dict[str, Speaker]
    party: str | None
    store: str

    def speaker(self, collaboration: str) -> Speaker:
        """Who calls everything in a collaboration by its label."""
        return self.speakers.get(collaboration) or self.door.speaker()

    def name(self) -> str:
        """What the party is called, where one was asked for."""
        for one in self.speakers.values():
            if one.register is not None and one.register.party(self.party or "") is not None:
                return one.labels.party(self.party or "")
        return self.party or ""

    def told(self, rows: list[str], more: int) -> str:
        """The rows, with below them what is left out and how old the lists are."""
        door = self.door
        below = []
        if more > 0:
            below.append(door.words("everywhere.more", count=more))
        below += _age(door, self.freshness, self.store)
        for why in below:
            rows += ["", *wrap(why, door.width)]
        return "\n".join(rows).strip("\n")

    def data(self) -> dict[str, object]:
        """How old the lists are, as data."""
        fresh = self.freshness
        return {
            "everywhere": True,
            "collaborations": fresh.collaborations,
            "stale": fresh.stale,
            "never": fresh.never,
            "since": None if fresh.since is None else fresh.since.isoformat(),
            "faults": [f"{id}: {why}" for id, why in fresh.faults],
        }


def is_everywhere(
    asked: bool, store: str, collaboration: str | None, day: date | None, now: datetime | None
) -> bool:
    """Whether all collaborations are meant: asked for, or there are several and none is named.

    Raises Fail where that makes no sense.
    """
    if asked and collaboration is not None:
        raise Fail("everywhere.in")
    if asked and (day is not None or now is not None):
        raise Fail("everywhere.day")
    if asked or collaboration is not None or day is not None or now is not None:
        return asked
    kept = opened_there(store)
    try:
        return len(kept.collaborations()) > 1
    finally:
        kept.close()


@contextmanager
def looked(door: Door, store: str, kind: str, party: str | None = None) -> Iterator[Everywhere]:
    """What waits of a kind, of all or of what concerns a party."""
    with logging_to(door) as tell:
        kept = opened_there(store)
        with Engine(kept, tell=tell) as engine:
            upkeep = engine.upkeep(settling=False)
            _worked_out(upkeep)
            id = None if party is None else known_party(kept, kind, party)
            listed = kept.lists(kind, id)
            count, listed = len(listed), listed if door.format == "json" else listed[:SHOWN]
            found = tuple(map(awaited, listed))
            ids = tuple(dict.fromkeys(one.collaboration for one in found))
            speakers = _speakers(door, engine, kept, ids)
            door = next((attrs.evolve(door, lang=one.lang) for one in speakers.values()), door)
            yield Everywhere(door, found, count, upkeep.freshness(), speakers, id, store)


def _worked_out(upkeep: Upkeep) -> None:
    """A few that are not up to date; in a store that is only read it is told that they are not."""
    try:
        list(upkeep.due(FEW))
    except StoreError as refused:
        if refused.params.get("what") != "read_only":
            raise


def _speakers(
    door: Door, engine: Engine, store: Store, ids: tuple[str, ...]
) -> dict[str, Speaker]:
    """For each collaboration a speaker in one language: that of the first, if none was asked."""
    whole = told_of(store, ids)
    made: dict[str, Speaker] = {}
    of: dict[str, Speaker] = {}
    for id in ids:
        one = whole.get(id)
        if one is None:
            continue
        if one.definition not in of:
            of[one.definition] = _of(door, engine, one)
        first = next(iter(made.values()), None)
        lang = of[one.definition].lang if first is None else first.lang
        made[id] = attrs.evolve(of[one.definition], register=one.register, lang=lang)
    return made


def _of(door: Door, engine: Engine, one: Told) -> Speaker:
    try:
        workflow = engine.workflow(one.definition)
    except SamenwerkError:
        return door.speaker(None, one.register)  # it is told in bare names
    return door.with_workflow(workflow).speaker(workflow, Register())


def _age(door: Door, fresh: Freshness, store: str) -> list[str]:
    """How much is not up to date and since when, what went wrong, and how to go on."""
    rows = []
    if fresh.stale:
        old = fresh.stale - fresh.never
        since = "" if fresh.since is None else fresh.since.astimezone().strftime("%Y-%m-%d %H:%M")
        id = "never" if not old else "stale" if not fresh.never else "some"
        told = {"stale": fresh.stale, "never": fresh.never, "count": fresh.collaborations}
        rows.append(door.words(f"everywhere.{id}", **told, since=since, store=told_store(store)))
    for id, why in fresh.faults[:FEW]:
        rows.append(door.words("everywhere.fault", collaboration=id, why=why))
    if len(fresh.faults) > FEW:
        rows.append(door.words("everywhere.faults", count=len(fresh.faults) - FEW))
    return rows


def by_collaboration(found: Sequence[Awaited]) -> Iterator[tuple[str, list[Awaited]]]:
    """What was found, collaboration by collaboration; the one with the first day comes first."""
    each: dict[str, list[Awaited]] = {}
    for one in found:
        each.setdefault(one.collaboration, []).append(one)
    yield from each.items()


def answered(
    at: Everywhere, code: int, key: str, rows: Callable[[Sequence[Awaited]], list[str]],
    data: Callable[[Any, Speaker], dict[str, object]],
) -> int:  # fmt: skip
    """Tell it as text or as data."""
    return at.door.answer(
        code,
        lambda: at.told(rows(at.found), at.count - len(at.found)),
        lambda: {
            **at.data(),
            **({} if at.party is None else {"party": at.party}),
            key: [
                {"collaboration": one.collaboration,
                 **data(one.what, at.speaker(one.collaboration).inside(one.lifecycle))}
                for one in at.found
            ],
        },
    )  # fmt: skip
