"""Remembering: snapshots of collaborations are kept in the store, used, and let go of.

A snapshot spares reading old lines: one that does not fit the record, or cannot be read, is
dropped. One that was made to fit is found by verifying a store. The text of one is `core.snapshot`.
"""

from __future__ import annotations

import contextlib

from samenwerk.core.chain import checked
from samenwerk.core.evolve import replay
from samenwerk.core.snapshot import EVERY, SHAPE, resumed, snapshot_of
from samenwerk.store.contract import Store
from samenwerk.values.case import Collaboration
from samenwerk.values.errors import Misuse, StoreError
from samenwerk.values.snapshot import Snapshot

PER_CASE = 4
"""With many cases reading a snapshot takes longer too: so many lines for each of them."""


def remembered(store: Store, id: str, tip: tuple[int, str]) -> tuple[Collaboration | None, int]:
    """A collaboration as recorded, and up to which line a snapshot of it is kept (0: none is).

    A snapshot that does not fit is dropped, one is kept where much had to be read. Raises
    RecordBroken when the lines do not form one chain.
    """
    snapshot = store.snapshot(id)
    if snapshot is not None:
        if snapshot.sequence > tip[0]:
            tip = store.tip(id) or tip  # somebody went on meanwhile
        known = resumed(snapshot, tip, lambda after: store.read(id, after))
        if known is not None:
            return known, kept(store, known, snapshot.sequence)
        forget(store, snapshot)
    known = replay(checked(store.read(id)))
    return known, 0 if known is None else kept(store, known, 0)


def kept(store: Store, known: Collaboration, since: int) -> int:
    """Keep a snapshot when the last one, of line `since`, lies far back; says which there is.

    That a cache cannot be written is no reason to fail: then there is none.
    """
    if known.sequence - since < max(EVERY, PER_CASE * len(known.cases)):
        return since
    try:
        store.keep_snapshot(snapshot_of(known))
    except (StoreError, Misuse):
        return since
    return known.sequence


def forget(store: Store, snapshot: Snapshot) -> None:
    """Drop a snapshot that does not fit; one of another version of samenwerk is left to it."""
    if snapshot.shape == SHAPE:
        with contextlib.suppress(StoreError):  # else it is found again, and costs as much again
            store.drop_snapshots(snapshot.collaboration)
