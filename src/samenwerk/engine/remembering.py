"""Remembering: snapshots of collaborations are kept in the store, used, and let go of.

A snapshot spares reading old lines and is never trusted over the record: what does not fit it, or
cannot be read, is dropped. The text of one is `core.snapshot`.
"""

from __future__ import annotations

import contextlib

from samenwerk.core.chain import checked
from samenwerk.core.evolve import replay
from samenwerk.core.snapshot import EVERY, SHAPE, resumed, snapshot_of, snapshot_text
from samenwerk.store.contract import Store
from samenwerk.values.case import Collaboration
from samenwerk.values.errors import Misuse, StoreError
from samenwerk.values.event import Line
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


def snapshot_differs(store: Store, id: str) -> str | None:
    """What is wrong with the snapshot of a collaboration; None when it has none or all is well.

    Works it out anew from the record: `unsound` (it is not what was kept), `beyond` (the record
    has no such line), `head` (the record has another line there), `content` (it tells another
    collaboration than the record). One in the shape of another version is not judged. Raises
    RecordBroken when the record itself is broken.
    """
    snapshot = store.snapshot(id)
    if snapshot is None or snapshot.shape != SHAPE:
        return None
    if not snapshot.sound:
        return "unsound"
    lines: list[Line] = []
    known: Collaboration | None = None
    for line in checked(store.read(id)):
        lines.append(line)
        if len(lines) == 500 or line.event.sequence == snapshot.sequence:
            known, lines = replay(lines, known), []
        if line.event.sequence == snapshot.sequence:
            break
    if known is None or known.sequence != snapshot.sequence:
        return "beyond"
    if known.head != snapshot.head:
        return "head"
    return None if snapshot_text(known) == snapshot.body else "content"
