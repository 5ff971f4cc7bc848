"""Telling what happens: commands, and a store whose appends and reads are told.

Only an engine that somebody listens to comes here; any other does none of this.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

from samenwerk.store.contract import Kept, Store
from samenwerk.store.outbox import Posting
from samenwerk.telling.happened import Happened, Tell, fault_of
from samenwerk.values.errors import Conflict
from samenwerk.values.event import Line, SealedText
from samenwerk.values.outcome import Outcome

if TYPE_CHECKING:
    from samenwerk.engine.upkeep import Upkept


def command_told(
    tell: Tell, collaboration: str, command: str, carried_out: Callable[[], Outcome]
) -> Outcome:
    """Carry out a command of this kind and tell what came of it; raises what that does."""
    tell(Happened(what="began", of="command", collaboration=collaboration, command=command))
    started = time.perf_counter()
    try:
        outcome = carried_out()
    except BaseException as error:
        tell(Happened(what="failed", of="command", collaboration=collaboration, command=command,
                      fault=fault_of(error), seconds=time.perf_counter() - started))  # fmt: skip
        raise
    what = "repeated" if outcome.repeated else "decided" if outcome.carried_out else "refused"
    tell(Happened(what=what, collaboration=collaboration, command=command,
                  verdict=outcome.verdict.value, count=len(outcome.lines),
                  seconds=time.perf_counter() - started))  # fmt: skip
    return outcome


def upkeep_told(tell: Tell, collaboration: str, kept_up: Callable[[], Upkept]) -> Upkept:
    """Bring a collaboration up to date and tell what came of it; raises what that does."""
    tell(Happened(what="began", of="upkeep", collaboration=collaboration))
    started = time.perf_counter()
    try:
        found = kept_up()
    except BaseException as error:
        tell(Happened(what="failed", of="upkeep", collaboration=collaboration,
                      fault=fault_of(error), seconds=time.perf_counter() - started))  # fmt: skip
        raise
    fault = None if found.fault is None else fault_of(found.fault)
    tell(Happened(what="kept_up", collaboration=collaboration, count=found.steps, fault=fault,
                  seconds=time.perf_counter() - started))  # fmt: skip
    return found


def told_store(store: Store, tell: Tell) -> Store:
    """The same store, of which each append and each read is told."""
    return cast("Store", _ToldStore(store, tell))


class _ToldStore:
    """A store in front of another: it passes everything on."""

    def __init__(self, store: Store, tell: Tell) -> None:
        self._store = store
        self._tell = tell

    def __repr__(self) -> str:
        return repr(self._store)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def append(
        self, collaboration: str, after: int, lines: Sequence[Line],
        sealed: Sequence[SealedText], kept: Kept, postings: Sequence[Posting] = (),
    ) -> None:  # fmt: skip
        """As `Store.append`."""
        started = time.perf_counter()
        try:
            self._store.append(collaboration, after, lines, sealed, kept, postings)
        except Conflict:
            self._tell(Happened(what="conflicted", collaboration=collaboration,
                                seconds=time.perf_counter() - started))  # fmt: skip
            raise
        self._tell(Happened(what="appended", collaboration=collaboration, count=len(lines),
                            seconds=time.perf_counter() - started))  # fmt: skip

    def read(self, collaboration: str, after: int = 0) -> Iterator[Line]:
        """As `Store.read`; the seconds are until the last line was taken."""
        started, count = time.perf_counter(), 0
        for line in self._store.read(collaboration, after):
            count += 1
            yield line
        self._tell(Happened(what="read", collaboration=collaboration, count=count,
                            seconds=time.perf_counter() - started))  # fmt: skip
