"""The lists over many collaborations in memory; the promises are `store.cache`."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection, Mapping
from datetime import date, datetime

import attrs

from samenwerk.store.memory_cache import MemoryCache
from samenwerk.values.listed import Freshness, Listed, Lists


class MemoryLists(MemoryCache):
    """What `Cache` promises of lists, without a disk."""

    def __init__(self) -> None:
        super().__init__()
        self._lists: dict[str, Lists] = {}
        self._leases: dict[str, datetime] = {}

    @abstractmethod
    def _tip(self, collaboration: str) -> tuple[int, str] | None:
        """Where a stream stands."""

    @abstractmethod
    def collaborations(self) -> tuple[str, ...]:
        """The collaborations that have a stream, in the order of their ids."""

    def keep_lists(self, lists: Lists) -> None:
        """As `Cache.keep_lists`."""
        bodies = (text for one in lists.entries for text in (one.kind, one.body, *one.who))
        self._check(lists.collaboration, lists.head, lists.fault, *bodies)
        with self._lock:
            self._lists[lists.collaboration] = lists
            self._leases.pop(lists.collaboration, None)

    def kept_lists(self, collaboration: str) -> Lists | None:
        """As `Cache.kept_lists`."""
        self._check(collaboration)
        with self._lock:
            kept = self._lists.get(collaboration)
        if kept is None:
            return None
        entries = tuple(
            attrs.evolve(
                one, who=() if one.kind == "about" else tuple(sorted({*one.who} - {""}))
            )
            for one in kept.entries
        )
        return attrs.evolve(kept, entries=entries)

    def drop_lists(self, collaboration: str | None = None) -> None:
        """As `Cache.drop_lists`."""
        self._check(collaboration or "")
        with self._lock:
            for id in (*self._lists, *self._leases) if collaboration is None else (collaboration,):
                self._lists.pop(id, None)
                self._leases.pop(id, None)

    def lists(
        self, kind: str, party: str | None = None, limit: int | None = None
    ) -> tuple[Listed, ...]:
        """As `Cache.lists`."""
        self._check(kind, party or "")
        with self._lock:
            found = [
                ((one.day or date.max, lists.collaboration, place),
                 Listed(lists.collaboration, kind, one.body, one.day))
                for lists in self._lists.values()
                for place, one in enumerate(lists.entries)
                if one.kind == kind and (party is None or party in one.who)
            ]  # fmt: skip
        return tuple(one for _, one in sorted(found, key=lambda pair: pair[0])[:limit])

    def about(self, collaborations: Collection[str]) -> Mapping[str, str]:
        """As `Cache.about`."""
        self._check(*collaborations)
        with self._lock:
            kept = {id: self._lists[id].entries for id in collaborations if id in self._lists}
        return {id: one.body for id, each in kept.items() for one in each if one.kind == "about"}

    def freshness(self, now: datetime) -> Freshness:
        """As `Cache.freshness`."""
        ids = self.collaborations()
        with self._lock:
            stale = [id for id in ids if self._is_stale(id, now)]
            worked = [self._lists[id].worked for id in stale if id in self._lists]
            faults = [(id, self._lists[id].fault) for id in ids
                      if id in self._lists and self._lists[id].fault]  # fmt: skip
        return Freshness(
            len(ids), len(stale), len(stale) - len(worked), min(worked, default=None),
            tuple(faults),
        )  # fmt: skip

    def stale(self, now: datetime, limit: int | None = None) -> tuple[str, ...]:
        """As `Cache.stale`."""
        ids = self.collaborations()
        with self._lock:
            return self._free(ids, now)[:limit]

    def take_stale(
        self, owner: str, now: datetime, until: datetime, limit: int = 1
    ) -> tuple[str, ...]:
        """As `Cache.take_stale`."""
        self._check(owner)
        ids = self.collaborations()
        with self._lock:
            taken = self._free(ids, now)[:limit]
            self._leases.update(dict.fromkeys(taken, until))
        return taken

    def next_wake(self) -> datetime | None:
        """As `Cache.next_wake`."""
        self._check()
        with self._lock:
            wakes = [one.wakes for one in self._lists.values() if one.wakes is not None]
        return min(wakes, default=None)

    def _free(self, ids: Collection[str], now: datetime) -> tuple[str, ...]:
        return tuple(
            id for id in ids
            if self._is_stale(id, now) and not (id in self._leases and self._leases[id] > now)
        )  # fmt: skip

    def _is_stale(self, id: str, now: datetime) -> bool:
        known = self._lists.get(id)
        if known is None or (known.wakes is not None and known.wakes <= now):
            return True
        return (known.sequence, known.head) != self._tip(id)
