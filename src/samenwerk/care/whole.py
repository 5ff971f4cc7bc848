"""One collaboration read out whole, judged whole, and taken in whole by another store.

How it stands in files is `care.bundle`; what is right and wrong about it is `care.verifying`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import attrs

from samenwerk.care.anchors import Anchors
from samenwerk.care.faults import Fault, fault
from samenwerk.care.stream import Stream
from samenwerk.care.verifying import verify_store
from samenwerk.core.chain import breaks
from samenwerk.store.contract import Store
from samenwerk.store.looking_after import WholeRecord
from samenwerk.store.memory import MemoryStore
from samenwerk.store.outbox import Posted, Posting
from samenwerk.values.errors import UnknownName

_MADE_ANEW = "care.outbox_missing"


@attrs.frozen
class Taken:
    """What became of taking a record in: "in", "there" (it was there already), or "broken".

    `effects` are the keys of what was being sent, and now waits for a person.
    """

    how: Literal["in", "there", "broken"]
    faults: tuple[Fault, ...] = ()
    effects: tuple[str, ...] = ()


def whole_record(store: Store, id: str) -> tuple[WholeRecord, tuple[Posted, ...]]:
    """A collaboration as it stands in a store, with all that belongs to it; what is in the outbox
    of it stands beside, for a reader.

    Others may go on meanwhile: what they add is left out. Raises UnknownName when there is none
    of this id, and RecordBroken when a line cannot be read.
    """
    tip = store.tip(id)
    if tip is None:
        raise UnknownName(what="collaboration", name=id)
    lines = tuple(line for line in store.read(id) if line.event.sequence <= tip[0])
    stream = Stream(id)
    for line in lines:
        stream.mention(line.event, line.body)
    definitions: dict[str, tuple[str, Mapping[str, str]]] = {}
    for digest in sorted(stream.definitions):
        kept = store.definition(digest)
        if kept is not None:
            definitions[digest] = kept
    whole = WholeRecord(
        id, lines, tuple(one for one in store.commands(id) if one.last <= tip[0]),
        tuple(store.sealed(sorted(stream.seals))), definitions,
    )  # fmt: skip
    return whole, tuple(one for one in store.outbox(id) if one.sequence <= tip[0])


def judged(
    whole: WholeRecord, anchors: Anchors | None = None, expect: str | None = None
) -> tuple[Fault, ...]:
    """Everything that is wrong with a whole record; none when it can be taken in.

    `expect` is a head that must be in it.
    """
    rows = [(line.event.sequence, line.body, line.hash) for line in whole.lines]
    id = whole.collaboration
    found = [Fault(one, id, _sequence(one.params)) for one in breaks(rows, id)]
    if not rows:
        found.append(fault("care.anchor_gone", id))
    if expect is not None and expect not in {line.hash for line in whole.lines}:
        found.append(fault("care.anchor_head", id, head=expect))
    if found:
        return tuple(found)
    with_all = MemoryStore()
    with_all.take_in(attrs.evolve(whole, postings=()))
    noted = Anchors() if anchors is None else Anchors(
        {one: each for one, each in anchors.collaborations.items() if one == id},
        {one: each for one, each in anchors.definitions.items() if one in whole.definitions},
    )  # fmt: skip
    report = verify_store(with_all, noted)
    return tuple(one for one in report.faults if one.what.id != _MADE_ANEW)


def take_in(
    store: Store,
    whole: WholeRecord,
    *,
    anchors: Anchors | None = None,
    expect: str | None = None,
    held: str = "",
) -> Taken:
    """Have a store take a record in, when nothing at all is wrong with it.

    What was being sent is held for a person, with `held` as the reason: nobody can know whether
    the store it comes from has sent it, or still will. Raises Conflict (`what` is "taken") when
    there is another record of this id.
    """
    faults = judged(whole, anchors, expect)
    if faults:
        return Taken("broken", faults)
    postings = held_back(whole, held)
    fresh = store.take_in(attrs.evolve(whole, postings=postings))
    return Taken("in", (), tuple(one.key for one in postings)) if fresh else Taken("there")


def held_back(whole: WholeRecord, held: str) -> tuple[Posting, ...]:
    """What is open in a record, to be put in an outbox where nobody sends it by himself."""
    stream = Stream(whole.collaboration)
    for line in whole.lines:
        stream.mention(line.event, line.body)
    if stream.rehearsal:
        return ()
    at = whole.lines[-1].event.recorded
    return tuple(
        Posting("dead", key, one.sequence, one.plugin, at, True, held)
        for key, one in stream.effects.items()
    )


def _sequence(params: Mapping[str, object]) -> int:
    found = params["sequence"]
    return found if isinstance(found, int) else 0
