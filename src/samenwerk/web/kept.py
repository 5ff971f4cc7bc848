"""The collaborations of a reader in a few numbers, for the portfolio; kept as long as they hold.

Kept is what was worked out for one reader by a policy of ours, for one language and day, until the
record goes on or another day begins. A policy of the host may look elsewhere and is asked anew, and
so is a plugin that may look outside or that went wrong: of those nothing is kept.
"""

from __future__ import annotations

import functools
import threading
from collections import OrderedDict
from collections.abc import Iterator
from datetime import date, datetime
from typing import TypeAlias

import attrs

from samenwerk.core.authority import in_register
from samenwerk.core.policies import Policy, everything, own_cases
from samenwerk.engine import Engine
from samenwerk.engine.acting import civil_day
from samenwerk.engine.before import moment, tip
from samenwerk.engine.room import Room
from samenwerk.engine.summing import summary
from samenwerk.hooks.whole import Whole
from samenwerk.reporting.portfolio.told import Summary
from samenwerk.values.errors import RecordBroken, SamenwerkError
from samenwerk.web.looking import present, today_of

MOST = 100_000
"""So many states and days are kept at most, of all summaries together: some 20 MB."""
ITSELF = 5
"""So many of those a summary counts for without any."""
PURE: tuple[Policy, ...] = (own_cases, everything)
"""The policies that look at nothing but the collaboration and the day."""

_Key: TypeAlias = tuple[str, str | None, Policy | None, str, date | None]


@attrs.frozen
class Worked:
    """What was worked out for a reader: None where it may not come in.

    It holds as long as the record ends in `tip` and it is `today` there; `zone` and `own` (the last
    day of a rehearsal) are what that day follows from.
    """

    summary: Summary | None
    tip: tuple[int, str]
    today: date
    zone: str
    own: date | None

    def holds(self, tip: tuple[int, str], now: datetime) -> bool:
        """Whether nothing was recorded since, and it is the same day."""
        return self.tip == tip and self.today == (self.own or civil_day(now, self.zone))

    @property
    def size(self) -> int:
        """How much it holds, in things that are told."""
        told = self.summary
        if told is None:
            return ITSELF
        lists = (told.ahead, told.purses, told.beats, *(one.places for one in told.ways))
        return ITSELF + sum(len(one) for one in lists)


class Kept:
    """What was worked out, at hand. Safe from several threads; what was asked for longest ago goes
    first where there is too much."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._size = 0
        self._lock = threading.Lock()
        self._found: OrderedDict[_Key, Worked] = OrderedDict()

    def summaries(
        self, engine: Engine, party: str | None, policy: Policy, day: date | None, lang: str
    ) -> Iterator[Summary]:
        """The collaborations that a reader may come into, each as far as it is in sight; on a day
        to come, or on today where that has passed already.

        For a `party` one whose record is broken is left out: whose it is cannot be known.
        """
        for id in engine.collaborations():
            told = self._told(engine, id, party, policy, day, lang)
            if told is not None:
                yield told

    def _told(
        self, engine: Engine, id: str, party: str | None, policy: Policy, day: date | None,
        lang: str,
    ) -> Summary | None:  # fmt: skip
        pure = party is None or any(policy is one for one in PURE)
        before = tip(engine, id)
        if not pure or before is None:
            return _made(engine, id, party, policy, day, lang)[0]
        key = (id, party, None if party is None else policy, lang, day)
        found = self._at_hand(key, before, moment(engine))
        if found is not None:
            return found.summary
        told, room, today = _made(engine, id, party, policy, day, lang)
        # What was read between two looks at the same end, and on one day, is of that end and day.
        if room is None or tip(engine, id) != before or today_of(room) != today:
            return told
        if _lasts(engine, room, told):
            known = room.collaboration
            own = known.latest if known.rehearsal else None
            self._keep(key, Worked(told, before, today, known.zone, own))
        return told

    def _at_hand(self, key: _Key, ends: tuple[int, str], now: datetime) -> Worked | None:
        with self._lock:
            found = self._found.get(key)
            if found is None or not found.holds(ends, now):
                return None
            self._found.move_to_end(key)
            return found

    def _keep(self, key: _Key, worked: Worked) -> None:
        with self._lock:
            old = self._found.pop(key, None)
            self._found[key] = worked
            self._size += worked.size - (0 if old is None else old.size)
            while self._size > self._most:
                self._size -= self._found.popitem(last=False)[1].size


def _made(
    engine: Engine, id: str, party: str | None, policy: Policy, day: date | None, lang: str
) -> tuple[Summary | None, Room | None, date]:
    """A summary of one as its reader sees it, with its room (None: it is broken) and today."""
    try:
        room = present(engine, id)
        today = today_of(room)
        if party is not None and not in_register(room.collaboration.register, party, today):
            return None, room, today
    except SamenwerkError as fault:
        if party is None:
            return summary(id, functools.partial(_fails, fault), lang), None, date.min
        if isinstance(fault, RecordBroken):
            return None, None, date.min
        raise
    asked = None if day is None or day <= today else day
    seen = room if party is None else room.seen_by(party, policy)
    return summary(id, functools.partial(seen.whole, day=asked), lang), room, today


def _fails(fault: SamenwerkError) -> Whole:
    raise fault


def _lasts(engine: Engine, room: Room, told: Summary | None) -> bool:
    """Whether the same record on the same day gives the same again: what looks outside, or went
    wrong and may go well later, has no part in it."""
    if told is None:
        return True
    if told.faults:
        return False
    names = {need.name for one in (room.workflow, *room.earlier) for need in one.plugins}
    if not names:
        return True
    brought = room.plugins
    if not names <= set(brought.named) or any(brought.named[one].all("facts") for one in names):
        return False
    return not any(one.failed for one in engine.calls if one.plugin in names)
