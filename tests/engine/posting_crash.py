"""A worker of its own process, that is killed with -9 at a chosen point: for the tests beside."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.engine.posting import PLAN, Outside

from samenwerk import Delivered, Engine, Plugins, Sending
from samenwerk.store.sqlite import SqliteStore

AHEAD = PLAN.lease + timedelta(minutes=1)
"""So far the clock of each next worker is ahead, so that nobody waits for a lease."""


def killed() -> None:
    """Here the machine stops."""
    os.kill(os.getpid(), signal.SIGKILL)


class Folder(Outside):
    """An outside that stays when the process is gone: a file for each time that a letter came."""

    def __init__(self, folder: Path, point: str = "", take: int = 1) -> None:
        super().__init__()
        self.folder = folder
        self.point = point
        self.left = take
        self.together: Any = None

    def at(self, point: str) -> None:
        """Stop here, when this is the point, at the time that was chosen."""
        if point == self.point:
            self.left -= 1
            if self.left <= 0:
                killed()

    def deliver(self, sending: Sending) -> Delivered:
        """One more file of this letter."""
        self.at("before deliver")
        if self.together is not None:
            self.together.wait(60)
            self.together = None
        count = len(list(self.folder.glob(f"{sending.key}.*")))
        (self.folder / f"{sending.key}.{count}.{os.getpid()}").touch()
        self.at("after deliver")
        return Delivered({"number": 7})

    def look_up(self, sending: Sending) -> Delivered | None:
        """Whether there is a file of it."""
        self.at("before look_up")
        there = list(self.folder.glob(f"{sending.key}.*"))
        self.at("after look_up")
        return Delivered({"number": 7}) if there else None

    def times(self) -> dict[str, int]:
        """How often each letter came."""
        found: dict[str, int] = {}
        for path in self.folder.iterdir():
            key = path.name.partition(".")[0]
            found[key] = found.get(key, 0) + 1
        return found


class Stopping(SqliteStore):
    """A store that stops the machine before or after something is kept."""

    outside: Folder

    def lease(self, *given: Any, **named: Any) -> Any:
        """As the store does."""
        return self._around("lease", lambda: SqliteStore.lease(self, *given, **named))

    def append(self, *given: Any, **named: Any) -> None:
        """As the store does."""
        self._around("append", lambda: SqliteStore.append(self, *given, **named))

    def put_back(self, *given: Any, **named: Any) -> bool:
        """As the store does."""
        return bool(self._around("put_back", lambda: SqliteStore.put_back(self, *given, **named)))

    def _around(self, name: str, call: Callable[[], Any]) -> Any:
        self.outside.at(f"before {name}")
        found = call()
        self.outside.at(f"after {name}")
        return found


def work(
    file: Path, folder: Path, point: str, take: int, workers: int, together: Any = None
) -> None:
    """A worker that sends until nothing is due; its clock is ahead by so many workers.

    With `together`, a barrier, it delivers its first letter when each of them has one in hand.
    """
    outside = Folder(folder, point, take)
    outside.together = together
    store = Stopping(file)
    store.outside = outside
    ahead = AHEAD * workers
    engine = Engine(store, plugins=Plugins.of(office=outside),
                    clock=lambda: datetime.now(UTC) + ahead)  # fmt: skip
    sender = engine.sender(dice=lambda: 0.0)
    sender.restore()
    for _ in sender.due():
        pass
    os._exit(0)
