"""What every store keeps beside the record to spare work: snapshots, and what waits in lists.

All of it is made of the record and can be made anew; nothing here is ever trusted over it. When
it is made and used is `engine.remembering` and `engine.upkeep`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Protocol

from samenwerk.values.listed import Freshness, Listed, Lists
from samenwerk.values.snapshot import Snapshot


class Cache(Protocol):
    """Keeps what can be made anew. Safe as `Store`; errors are those of the store."""

    def keep_snapshot(self, snapshot: Snapshot) -> None:
        """Keep this one for its collaboration, in place of any other."""

    def snapshot(self, collaboration: str) -> Snapshot | None:
        """What was kept last, just as it stands; None when there is none or it is no text."""

    def drop_snapshots(self, collaboration: str | None = None) -> int:
        """Drop that of one collaboration, or all of them; says how many there were."""

    def keep_lists(self, lists: Lists) -> None:
        """Keep what waits in a collaboration, in place of what was kept; lets go of its lease."""

    def kept_lists(self, collaboration: str) -> Lists | None:
        """What was kept of a collaboration, each party of an entry once, in alphabetical order;
        None when nothing was.

        Raises StoreError (`damaged`) when its rows do not belong together.
        """

    def drop_lists(self, collaboration: str | None = None) -> None:
        """Drop what was kept of one collaboration, or of all, with every lease on them; also what
        belongs to none that has a stream. From then on they are stale."""

    def lists(
        self, kind: str, party: str | None = None, limit: int | None = None
    ) -> tuple[Listed, ...]:
        """What waits of a kind, of all collaborations or of what concerns a party in them.

        In the order of the days, what has none at the end; then by collaboration, and in each as
        it was kept. No record is opened for it.
        """

    def about(self, collaborations: Collection[str]) -> Mapping[str, str]:
        """What was kept about these collaborations themselves (the kind `about`)."""

    def freshness(self, now: datetime) -> Freshness:
        """How much of the lists is up to date.

        Not up to date is a collaboration whose stream is not where it was, or whose time to look
        again has come. A moment and not a day, for each has a zone of its own.
        """

    def stale(self, now: datetime, limit: int | None = None) -> tuple[str, ...]:
        """The collaborations that are not up to date and with nobody, in the order of their ids."""

    def take_stale(
        self, owner: str, now: datetime, until: datetime, limit: int = 1
    ) -> tuple[str, ...]:
        """Take some of those for this owner, so that nobody else is given them before `until`."""

    def next_wake(self) -> datetime | None:
        """When time alone first makes one of those that are kept stale; None when it never does."""
