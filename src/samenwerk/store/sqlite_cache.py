"""What spares work, in a SQLite file: tables beside the record, written apart from it.

Opening and errors are `store.link`, the tables `store.schema`, the promises `store.cache`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod

from samenwerk.store.contract import check_text
from samenwerk.store.link import Link
from samenwerk.values.snapshot import Snapshot

_KEEP = """INSERT OR REPLACE INTO snapshot (collaboration, sequence, head, shape, body, digest)
    VALUES (?, ?, ?, ?, ?, ?)"""
_SNAPSHOT = """SELECT sequence, CAST(head AS BLOB), shape, CAST(body AS BLOB),
    CAST(digest AS BLOB) FROM snapshot WHERE collaboration = ?"""


class SqliteCache(ABC):
    """The contract of `Cache`, for a store that gives a link to its file."""

    @abstractmethod
    def _link(self, *texts: str) -> Link:
        """The connection of this thread; raises Misuse for a text that is none."""

    def keep_snapshot(self, snapshot: Snapshot) -> None:
        """As `Cache.keep_snapshot`."""
        one = snapshot
        check_text(one.collaboration, one.head, one.body, one.digest)
        row = (one.collaboration, one.sequence, one.head, one.shape, one.body, one.digest)
        with self._link() as db:
            db.execute("BEGIN IMMEDIATE")
            db.execute(_KEEP, row)
            db.execute("COMMIT")

    def snapshot(self, collaboration: str) -> Snapshot | None:
        """As `Cache.snapshot`."""
        check_text(collaboration)
        with self._link() as db:
            found = db.execute(_SNAPSHOT, (collaboration,)).fetchone()
        if found is None:
            return None
        sequence, head, shape, body, digest = found
        try:
            texts = [one.decode() for one in (head, body, digest)]
        except UnicodeDecodeError:
            return None
        return Snapshot(collaboration, sequence, texts[0], shape, texts[1], texts[2])

    def drop_snapshots(self, collaboration: str | None = None) -> int:
        """As `Cache.drop_snapshots`."""
        check_text(collaboration or "")
        where = "" if collaboration is None else " WHERE collaboration = ?"
        asked = () if collaboration is None else (collaboration,)
        with self._link() as db:
            db.execute("BEGIN IMMEDIATE")
            count = db.execute(f"DELETE FROM snapshot{where}", asked).rowcount
            db.execute("COMMIT")
        return count
