"""What spares work, in memory: kept as long as the store in memory itself.

The promises are `store.cache`.
"""

from __future__ import annotations

from samenwerk.store.memory_outbox import MemoryOutbox
from samenwerk.values.snapshot import Snapshot


class MemoryCache(MemoryOutbox):
    """The contract of `Cache` without a disk, beside that of `Outbox`."""

    def __init__(self) -> None:
        super().__init__()
        self._snapshots: dict[str, Snapshot] = {}

    def keep_snapshot(self, snapshot: Snapshot) -> None:
        """As `Cache.keep_snapshot`."""
        self._check(snapshot.collaboration, snapshot.head, snapshot.body, snapshot.digest)
        with self._lock:
            self._snapshots[snapshot.collaboration] = snapshot

    def snapshot(self, collaboration: str) -> Snapshot | None:
        """As `Cache.snapshot`."""
        self._check(collaboration)
        return self._snapshots.get(collaboration)

    def drop_snapshots(self, collaboration: str | None = None) -> int:
        """As `Cache.drop_snapshots`."""
        self._check(collaboration or "")
        with self._lock:
            if collaboration is not None:
                return int(self._snapshots.pop(collaboration, None) is not None)
            count = len(self._snapshots)
            self._snapshots.clear()
            return count
