"""A machine of a fleet as a program: `python machine.py ADDRESS TENANT FOLDER NAME`.

Letters are files in the folder: each delivery adds a line with the name of the machine. One that is
called doomed delivers its first letter, says so, and then hangs until it is killed.
"""

from __future__ import annotations

import sys
import time
from datetime import timedelta
from pathlib import Path

from tests.engine.posting import Outside

from samenwerk import Delivered, Engine, Plugins, Sending, open_store
from samenwerk_procrastinate.fleet import Fleet, Pace

PACE = Pace(jobs=2, every=1, lease=timedelta(seconds=6), stalled=3.0)


class Post(Outside):
    """The world as a folder that all machines share."""

    def __init__(self, folder: Path, name: str) -> None:
        super().__init__()
        self.folder = folder
        self.name = name

    def deliver(self, sending: Sending) -> Delivered:
        """Add a line to the letter of this key."""
        with (self.folder / sending.key).open("a", encoding="utf-8") as letter:
            letter.write(f"{self.name}\n")
        if self.name == "doomed":
            (self.folder / "hangs").touch()
            time.sleep(600)
        return Delivered({"number": 7})

    def look_up(self, sending: Sending) -> Delivered | None:
        """Whether there is such a letter."""
        return Delivered({"number": 7}) if (self.folder / sending.key).exists() else None


def fleet(address: str, tenant: str, folder: Path, name: str) -> Fleet:
    """A machine with such a world."""

    def engine() -> Engine:
        plugins = Plugins.of(office=Post(folder, name))
        return Engine(open_store(address, tenant=tenant, create=False), plugins=plugins)

    return Fleet(address, tenant, engine, PACE)


if __name__ == "__main__":
    fleet(sys.argv[1], sys.argv[2], Path(sys.argv[3]), sys.argv[4]).run()
