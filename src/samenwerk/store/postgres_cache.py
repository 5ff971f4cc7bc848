"""What spares work, in PostgreSQL: tables beside the record, written apart from it.

The tables are `store.postgres_schema`, the promises `store.cache`.
"""

from __future__ import annotations

from samenwerk.store.contract import check_text
from samenwerk.store.postgres_asked import PostgresAsked
from samenwerk.values.snapshot import Snapshot

_KEEP = """INSERT INTO @.snapshot (collaboration, sequence, head, shape, body, digest)
    VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT (collaboration) DO UPDATE SET
    sequence = excluded.sequence, head = excluded.head, shape = excluded.shape,
    body = excluded.body, digest = excluded.digest"""
_SNAPSHOT = """SELECT collaboration, sequence, head, shape, body, digest FROM @.snapshot
    WHERE collaboration = %s"""


class PostgresCache(PostgresAsked):
    """The contract of `Cache`, over the connections of a store."""

    def keep_snapshot(self, snapshot: Snapshot) -> None:
        """As `Cache.keep_snapshot`."""
        one = snapshot
        check_text(one.collaboration, one.head, one.body, one.digest)
        row = (one.collaboration, one.sequence, one.head, one.shape, one.body, one.digest)
        self._changed(one.collaboration, _KEEP, *row)

    def snapshot(self, collaboration: str) -> Snapshot | None:
        """As `Cache.snapshot`."""
        found = self._asked(_SNAPSHOT, collaboration)
        return Snapshot(*found[0]) if found else None

    def drop_snapshots(self, collaboration: str | None = None) -> int:
        """As `Cache.drop_snapshots`."""
        check_text(collaboration or "")
        if collaboration is None:
            return self._changed("snapshots", "DELETE FROM @.snapshot")
        one = "DELETE FROM @.snapshot WHERE collaboration = %s"
        return self._changed(collaboration, one, collaboration)
