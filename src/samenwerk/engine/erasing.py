"""Erasing by law: free texts found, taken away for good, and the fact of it recorded.

The record comes first: a machine that stops in between leaves an event that says what is still to
be done, and erasing again does it. The chain does not change.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import date, timedelta

import attrs

from samenwerk.core.personal import Personal, erased_by, personal
from samenwerk.engine.acting import Desk, act
from samenwerk.values.command import Erase
from samenwerk.values.errors import Misuse, UnknownName
from samenwerk.values.event import EffectFailed
from samenwerk.values.listed import Lists
from samenwerk.values.outcome import Outcome


@attrs.frozen
class Erased:
    """What came of erasing: what was recorded (None when nothing had to be), how many texts were
    still there and are gone now, and the keys of effects of which the outbox could not be cleaned
    because they were being sent."""

    outcome: Outcome | None
    count: int
    busy: tuple[str, ...] = ()


@attrs.frozen
class Found:
    """A free text that is still there: where it stands in the record, and the text itself."""

    where: Personal
    text: str


def found(
    desk: Desk,
    id: str,
    *,
    of: str | None = None,
    containing: str | None = None,
    sequence: int | None = None,
) -> tuple[Found, ...]:
    """The free texts of a collaboration that are still there, each once, where it first stands.

    `of` are those that came from a party or are kept of it; `containing` those with these words
    in them, capitals or not; `sequence` those of one event.
    """
    desk.known(id)
    wanted: dict[str, Personal] = {}
    for line in desk.store.read(id):
        for one in personal(line.event):
            if of is not None and of not in one.who:
                continue
            if sequence is None or one.sequence == sequence:
                wanted.setdefault(one.seal, one)
    words = None if containing is None else containing.casefold()
    return tuple(
        Found(wanted[one.sealed], one.text)
        for one in desk.store.sealed(wanted)
        if words is None or words in one.text.casefold()
    )


def erase(
    desk: Desk,
    id: str,
    seals: Iterable[str],
    *,
    because: str,
    actor: str | None = None,
    day: date | None = None,
    command_id: str | None = None,
) -> Erased:
    """Record that these texts are erased, and why, and erase them.

    Raises UnknownName for a seal that the record does not mention, and Misuse without a reason
    or without any text.
    """
    wanted = tuple(dict.fromkeys(seals))
    mentioned = {one.seal for line in desk.store.read(id) for one in personal(line.event)}
    for seal in wanted:
        if seal not in mentioned:
            raise UnknownName(what="text", name=seal)
    if not wanted:
        raise Misuse("no text was named", what="erase_nothing", name=id)
    if not because.strip():
        raise Misuse("erasing takes a reason", what="erase_because", name=id)
    outcome = act(
        desk, id, Erase, day=day, command_id=command_id, actor=actor, seals=wanted,
        because=because,
    )  # fmt: skip
    if not outcome.carried_out:
        return Erased(outcome, 0)
    return attrs.evolve(finish(desk, id), outcome=outcome)


def finish(desk: Desk, id: str) -> Erased:
    """Erase whatever the record of a collaboration says was erased, and is still there.

    That is: the texts with their salts, what their commands asked, what plugins said of effects
    in the outbox, and what spares work (lists, snapshots). Raises StoreError (`erase_waits`) as
    the store does.
    """
    gone: set[str] = set()
    commands: dict[str, str] = {}
    keys: dict[str, str] = {}
    for line in desk.store.read(id):
        event = line.event
        gone.update(erased_by(event))
        for one in personal(event):
            commands.setdefault(one.seal, event.command)  # who wrote it; others only point to it
            if isinstance(event.what, EffectFailed) and one.kind == "said":
                keys[one.seal] = event.what.key
    if not gone:
        return Erased(None, 0)
    seals = sorted(gone)
    texts = [one.text for one in desk.store.sealed(seals)]
    busy = _hushed(desk, id, {keys[seal] for seal in seals if seal in keys}, texts)
    # the digest of what was asked would let anybody try whether he guesses the text
    desk.store.blank(id, sorted({commands[seal] for seal in seals if seal in commands}))
    # what waits was told in the words of plugins, and is made anew from what there is now
    desk.store.keep_lists(Lists(id, 0, "", desk.moment(), desk.moment()))
    desk.store.drop_snapshots(id)
    return Erased(None, desk.store.erase(seals), busy)


def _hushed(desk: Desk, id: str, keys: set[str], texts: list[str]) -> tuple[str, ...]:
    """Take what plugins said out of the outbox, where it is or may hold a text that is erased."""
    busy: list[str] = []
    for one in desk.store.outbox(id):
        if one.fault is None or not (
            one.key in keys or any(text and text in one.fault for text in texts)
        ):
            continue
        now, owner = desk.moment(), uuid.uuid4().hex
        if not desk.store.lease(owner, now, now + timedelta(minutes=1), only=one.key):
            busy.append(one.key)
            continue
        desk.store.put_back(one.key, owner, one.next_try, None, counted=False)
    return tuple(busy)
