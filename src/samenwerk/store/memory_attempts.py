"""Refused attempts in memory, for tests and for trying things out."""

from __future__ import annotations

from datetime import date, datetime

from samenwerk.store.attempts import MOST
from samenwerk.store.memory_outbox import MemoryOutbox
from samenwerk.values.attempt import Attempt

Place = tuple[str, str, date, str]


class MemoryAttempts(MemoryOutbox):
    """The contract of `Attempts` without a disk."""

    def __init__(self) -> None:
        super().__init__()
        self._attempts: dict[Place, Attempt] = {}

    def keep_attempt(self, attempt: Attempt, most: int = MOST) -> None:
        """As `Attempts.keep_attempt`."""
        self._check(attempt.collaboration, attempt.actor, attempt.key, attempt.body)
        with self._lock:
            before = self._attempts.get(_place(attempt))
            if before is None:
                of_day = _place(attempt)[:3]
                kept = sum(place[:3] == of_day and place[3] != "" for place in self._attempts)
                if kept >= most:
                    attempt = attempt.many
                    before = self._attempts.get(_place(attempt))
            self._attempts[_place(attempt)] = attempt if before is None else before.again(attempt)

    def attempts(self, collaboration: str | None = None) -> tuple[Attempt, ...]:
        """As `Attempts.attempts`."""
        self._check(collaboration or "")
        with self._lock:
            return tuple(
                one for one in self._attempts.values()
                if collaboration in (None, one.collaboration)
            )  # fmt: skip

    def forget_attempts(self, before: datetime, collaboration: str | None = None) -> int:
        """As `Attempts.forget_attempts`."""
        self._check(collaboration or "")
        with self._lock:
            gone = [
                place for place, one in self._attempts.items()
                if one.last < before and collaboration in (None, one.collaboration)
            ]  # fmt: skip
            for place in gone:
                del self._attempts[place]
            return len(gone)


def _place(attempt: Attempt) -> Place:
    return attempt.collaboration, attempt.actor, attempt.day, attempt.key
