"""The outbox in memory, for tests and for trying things out."""

from __future__ import annotations

import threading
from collections.abc import Collection, Sequence
from datetime import datetime

import attrs

from samenwerk.store.outbox import Posted, Posting


class MemoryOutbox:
    """The contract of `Outbox` without a disk; changes are made under the lock of its store."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._posted: dict[str, Posted] = {}

    def _check(self, *texts: str) -> None:
        """Raise what the store does when it is closed, or when a text is none."""

    def _post(self, collaboration: str, postings: Sequence[Posting]) -> None:
        """Make these changes; the lock is held."""
        for one in postings:
            known = self._posted.get(one.key)
            made = Posted(one.key, collaboration, one.sequence, one.plugin, one.at,
                          tried=one.tried or bool(known and known.tried))  # fmt: skip
            match one.change:
                case "done":
                    self._posted.pop(one.key, None)
                case "send":
                    self._posted[one.key] = made
                case "restore":
                    self._posted.setdefault(one.key, made)
                case "dead":
                    self._posted[one.key] = attrs.evolve(
                        known or made, dead=True, owner=None, until=None,
                        fault=one.fault or (None if known is None else known.fault),
                    )  # fmt: skip

    def post(self, collaboration: str, postings: Sequence[Posting]) -> None:
        """As `Outbox.post`."""
        self._check(collaboration, *(one.key for one in postings))
        with self._lock:
            self._post(collaboration, postings)

    def outbox(self, collaboration: str | None = None) -> tuple[Posted, ...]:
        """As `Outbox.outbox`."""
        self._check()
        with self._lock:
            found = list(self._posted.values())
        wanted = (one for one in found if collaboration in (None, one.collaboration))
        return tuple(sorted(wanted, key=_in_order))

    def lease(
        self,
        owner: str,
        now: datetime,
        until: datetime,
        limit: int = 1,
        without: Collection[str] = (),
        only: str | None = None,
    ) -> tuple[Posted, ...]:
        """As `Outbox.lease`."""
        self._check(owner, *without, *(() if only is None else (only,)))
        with self._lock:
            free = [one for one in sorted(self._posted.values(), key=_in_order)
                    if one.owner is None or one.until is None or one.until <= now]  # fmt: skip
            if only is not None:
                free = [one for one in free if one.key == only]
            else:
                free = [one for one in free if not one.dead and one.next_try <= now
                        and one.plugin not in without]  # fmt: skip
            taken = [
                attrs.evolve(one, owner=owner, until=until, attempts=one.attempts + 1)
                for one in free[:limit]
            ]
            self._posted.update({one.key: attrs.evolve(one, tried=True) for one in taken})
        return tuple(taken)

    def put_back(
        self,
        key: str,
        owner: str,
        next_try: datetime,
        fault: str | None = None,
        counted: bool = True,
    ) -> bool:
        """As `Outbox.put_back`."""
        self._check(key, owner, fault or "")
        with self._lock:
            known = self._posted.get(key)
            if known is None or known.owner != owner:
                return False
            self._posted[key] = attrs.evolve(
                known, owner=None, until=None, next_try=next_try, fault=fault,
                attempts=known.attempts - (not counted),
            )  # fmt: skip
        return True


def _in_order(one: Posted) -> tuple[datetime, str]:
    return one.next_try, one.key
