"""What every outbox promises: the effects that are due to be sent, beside the record.

The record is the truth and the outbox a list of work made of it: it says what is still to be
sent, who is at it, and when to try again. What is sent how is `engine.sending`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Literal, Protocol, TypeAlias

import attrs

Change: TypeAlias = Literal["send", "restore", "dead", "done"]
"""What becomes of an entry: sent from now on, put back when it is missing, dead, or gone."""


@attrs.frozen
class Posting:
    """A change in the outbox that goes with events.

    `sequence` is that of the event that asked the effect, `at` from when it can be sent. `tried`:
    it may have been sent before, so that the outside is looked at first. `fault` is what went
    wrong; None leaves what stood there.
    """

    change: Change
    key: str
    sequence: int
    plugin: str
    at: datetime
    tried: bool = False
    fault: str | None = None


@attrs.frozen
class Posted:
    """An effect in the outbox.

    `attempts` counts those that were begun since it was asked (again). While `owner` is at it,
    nobody else takes it before `until`. `fault` is what went wrong last. `dead`: it is not tried
    any more before a person says so.
    """

    key: str
    collaboration: str
    sequence: int
    plugin: str
    next_try: datetime
    attempts: int = 0
    tried: bool = False
    owner: str | None = None
    until: datetime | None = None
    fault: str | None = None
    dead: bool = False


class Outbox(Protocol):
    """Keeps what is to be sent. Safe from several threads and processes at once.

    Moments are aware and in UTC. Errors are those of the store.
    """

    def post(self, collaboration: str, postings: Sequence[Posting]) -> None:
        """Make these changes, all of them or none.

        "send" begins anew, also for what is there; "restore" adds what is missing and leaves
        alone what is there; "dead" marks, and adds when it is missing; "done" takes away.
        """

    def outbox(self, collaboration: str | None = None) -> tuple[Posted, ...]:
        """All that is in it, or that of one collaboration, in the order of the next try."""

    def lease(
        self,
        owner: str,
        now: datetime,
        until: datetime,
        limit: int = 1,
        without: Collection[str] = (),
        only: str | None = None,
    ) -> tuple[Posted, ...]:
        """Take up to `limit` that are due, none of the plugins in `without`, for this owner.

        Due is what is not dead, has its next try now or earlier, and is with nobody, or with
        somebody whose time is up. No two owners are ever given the same at once. What is taken
        counts as an attempt, durably, before it is given; `tried` tells of the attempts before
        this one. With `only` that one key is taken, also before its next try and when it is dead;
        not while somebody else is at it.
        """

    def put_back(
        self,
        key: str,
        owner: str,
        next_try: datetime,
        fault: str | None = None,
        counted: bool = True,
    ) -> bool:
        """Give one back, to be tried again from then on; whether it was still this owner's.

        `counted` False: it was not tried after all.
        """
