"""Is a store whole? Every line, text, definition and command, compared with the others.

One collaboration is `care.stream`, heads that were noted earlier are `care.anchors`.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal

from samenwerk.care.anchors import Anchors, anchored
from samenwerk.care.faults import Fault, Looked, StoreReport, fault
from samenwerk.care.listed import listed_wrong
from samenwerk.care.stream import Stream, commands_digest
from samenwerk.core.evolve import replay
from samenwerk.core.snapshot import SHAPE, snapshot_of
from samenwerk.definitions.laying.effective import digest_of, effective_text
from samenwerk.store.contract import Store
from samenwerk.store.outbox import Posted
from samenwerk.values.errors import SamenwerkError, StoreError
from samenwerk.values.message import Message

Tell = Callable[[int], None]


def verify_store(
    store: Store,
    anchors: Anchors | None = None,
    *,
    only: str | None = None,
    tell: Tell | None = None,
) -> StoreReport:
    """Look at everything that a store keeps, and say what is wrong, with its place.

    With `anchors` it finds what was cut off at the end and what was written anew; without them
    the report says that it cannot know. With `only` it looks at one collaboration and what that
    mentions. `tell` hears of so many lines more that were looked at. Raises StoreError when the
    store can not be read at all.

    >>> verify_store(store).whole                                               # doctest: +SKIP
    True
    """
    noted = anchors or Anchors()
    faults = [] if only is not None else [
        fault(f"care.damage_{word}", about=about) for word, about in store.damage()
    ]  # fmt: skip
    there = store.collaborations() if only is None else (only,)
    streams: list[Stream] = []
    looked: list[Looked] = []
    for id in there:
        stream = Stream(id, noted.sequences(id))
        stream.look(store, tell)
        reached = 0
        for one in anchored(stream, noted.collaborations.get(id, ())):
            if isinstance(one, Fault):
                stream.faults.append(one)
            else:
                reached = one
        commands = commands_digest(stream.kept, stream.count)
        looked.append(Looked(id, stream.count, stream.head, reached, commands))
        streams.append(stream)
        faults += sorted(stream.faults, key=lambda one: one.sequence or 0)
    if only is None:
        faults += _gone(store, noted, there)
    faults += _texts(store, streams, only is None)
    kept, sources = _definitions(store, streams, noted, only is None)
    faults += kept
    faults += _outbox(store, streams, only)
    faults += _snapshots(store, streams)
    faults += listed_wrong(store, [one.id for one in streams], only is None)
    return StoreReport(
        tuple(faults), tuple(looked), len(store.seals()), len(sources), sources,
        tuple(_unknown(looked, noted, anchors is not None)),
    )  # fmt: skip


def _gone(store: Store, noted: Anchors, there: Iterable[str]) -> Iterator[Fault]:
    """Collaborations that are not there though something points to them."""
    here = set(there)
    for id in sorted(noted.collaborations.keys() - here):
        yield fault("care.anchor_gone", id)
    for id in sorted(set(store.commanded()) - here):
        for one in store.commands(id):
            yield fault("care.command_alone", id, one.first, command=one.command)


def _texts(store: Store, streams: list[Stream], all_of_them: bool) -> Iterator[Fault]:
    mentioned: dict[str, tuple[str, int]] = {}
    erased: dict[str, tuple[str, int]] = {}
    for stream in streams:
        for seal, sequence in stream.seals.items():
            mentioned.setdefault(seal, (stream.id, sequence))
        for seal, sequence in stream.erased.items():
            erased.setdefault(seal, (stream.id, sequence))
    there = set(store.seals())
    asked = sorted(there) if all_of_them else sorted(there & mentioned.keys())
    for one in store.sealed(asked):
        where = mentioned.get(one.sealed)
        told = f"{one.salt}\x00{one.text}".encode("utf-8", "surrogatepass")
        true = hashlib.sha256(told).hexdigest()
        if where is None:
            yield fault("care.text_alone", seal=one.sealed)
        elif one.sealed in erased:
            yield fault("care.text_back", *erased[one.sealed], seal=one.sealed)
        if true != one.sealed:
            yield fault("care.text_changed", *(where or (None, None)), seal=one.sealed, there=true)
    for seal, where in mentioned.items():
        if seal not in there and seal not in erased:
            yield fault("care.text_missing", *where, seal=seal)


def _definitions(
    store: Store, streams: list[Stream], noted: Anchors, all_of_them: bool
) -> tuple[list[Fault], tuple[tuple[str, str], ...]]:
    """What is wrong with definitions, and the digest of the sources of each."""
    used: dict[str, tuple[str, int]] = {}
    faults: list[Fault] = []
    sources: list[tuple[str, str]] = []
    there = set(store.digests())
    for stream in streams:
        for digest, sequence in stream.definitions.items():
            used.setdefault(digest, (stream.id, sequence))
            if digest not in there:
                faults.append(
                    fault("care.definition_missing", stream.id, sequence, digest=digest)
                )
    for digest in sorted(there if all_of_them else there & used.keys()):
        kept = store.definition(digest)
        if kept is None:
            continue
        effective, files = kept
        where = used.get(digest, (None, None))
        said = _said_wrong(digest, effective)
        if said is not None:
            faults.append(fault(said[0], *where, digest=digest, there=said[1]))
        elif digest not in used:
            faults.append(fault("care.definition_alone", digest=digest))
        sources.append((digest, sources_digest(files)))
        if noted.definitions.get(digest, sources[-1][1]) != sources[-1][1]:
            faults.append(fault("care.anchor_sources", *where, digest=digest))
    if all_of_them:
        faults += [fault("care.anchor_definition", digest=digest)
                   for digest in sorted(noted.definitions.keys() - there)]  # fmt: skip
    return faults, tuple(sources)


def _said_wrong(digest: str, effective: str) -> tuple[str, str] | None:
    """What is wrong with the text of a definition and the digest it has, or None."""
    try:
        values = tomllib.loads(effective, parse_float=Decimal)
        true = digest_of(values)
        spelled = effective_text(values)
    except (ValueError, TypeError, RecursionError):
        return "care.definition_changed", "?"
    if true != digest:
        return "care.definition_changed", true
    return None if spelled == effective else ("care.definition_spelled", true)


def sources_digest(sources: Mapping[str, str]) -> str:
    """What stands for the sources of a definition: SHA-256 over their names and texts."""
    told = json.dumps(dict(sorted(sources.items())), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def _outbox(store: Store, streams: list[Stream], only: str | None) -> Iterator[Fault]:
    try:
        posted = store.outbox(only)
    except StoreError as broken:
        yield fault("care.unreadable", table="outbox", detail=broken.params.get("detail", ""))
        return
    there: dict[str, dict[str, Posted]] = {}
    for one in posted:
        there.setdefault(one.collaboration, {})[one.key] = one
    for stream in streams:
        rows = there.pop(stream.id, {})
        effects = {} if stream.rehearsal else stream.effects
        for key, row in rows.items():
            effect = effects.get(key)
            if effect is None:
                yield fault("care.outbox_alone", stream.id, row.sequence, key=key)
                continue
            asked: tuple[tuple[str, object, object], ...] = (
                ("sequence", row.sequence, effect.sequence), ("plugin", row.plugin, effect.plugin),
                ("dead", row.dead or not effect.failed, True),
                ("tried", row.tried or not row.attempts, True),
            )  # fmt: skip
            for name, found, wanted in asked:
                if found != wanted:
                    yield fault("care.outbox_differs", stream.id, effect.sequence, key=key,
                                column=name, there=found, wanted=wanted)  # fmt: skip
        for key in effects.keys() - rows.keys():
            yield fault("care.outbox_missing", stream.id, effects[key].sequence, key=key)
    for id, rows in there.items():
        for key, row in rows.items():
            yield fault("care.outbox_alone", id, row.sequence, key=key)


def _snapshots(store: Store, streams: list[Stream]) -> Iterator[Fault]:
    """Snapshots that say something else than the lines they stand for: an engine would believe
    them, and no chain covers them."""
    for stream in streams:
        kept = store.snapshot(stream.id)
        if kept is None or kept.shape != SHAPE or not kept.sound or kept.sequence > stream.count:
            continue  # an engine drops these by itself
        first = itertools.islice(store.read(stream.id), kept.sequence)
        try:
            known = replay(first)
        except (SamenwerkError, LookupError, TypeError, ValueError, AssertionError):
            continue  # what is wrong with the lines was told already
        if known is not None and snapshot_of(known) != kept:
            yield fault("care.snapshot", stream.id, kept.sequence)


def _unknown(looked: list[Looked], noted: Anchors, given: bool) -> Iterator[Message]:
    """What nobody can see for want of heads that were noted elsewhere."""
    if not given:
        yield Message("care.unknown.all")
        return
    fresh = [one.collaboration for one in looked if not noted.collaborations.get(one.collaboration)]
    if fresh:
        yield Message("care.unknown.fresh", {"names": tuple(fresh)})
    later = [one.collaboration for one in looked if 0 < one.anchored < one.count]
    if later:
        yield Message("care.unknown.later", {"names": tuple(later)})
