"""How far something that takes long has come, on one line of standard error.

Only for somebody who watches: where the answer goes to a file or another program, nothing is
shown.
"""

from __future__ import annotations

import math
import sys
import time
from types import TracebackType

from samenwerk.cli.door import Door

_BAR = 20
_EVERY = 0.1
"""The line is written again after so many seconds, and not for every little thing."""
_PATIENCE = 1.0
"""Before so many seconds nobody needs to hear how long it still takes."""


class Progress:
    """A bar with how many of how many, and how long it still takes; wiped out when it is done.

    `id` is the sentence that says what is being done.
    """

    def __init__(self, door: Door, id: str, whole: int) -> None:
        self._door = door
        self._what = door.words(id)
        self._whole = whole
        self._shown = door.on_terminal and whole > 0
        self._began = self._last = time.monotonic()
        self._width = 0

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._write("")

    def at(self, count: int) -> None:
        """So many are done."""
        now = time.monotonic()
        if not self._shown or now - self._last < _EVERY:
            return
        self._last = now
        left = None
        if now - self._began >= _PATIENCE and 0 < count:
            left = math.ceil((now - self._began) * (self._whole - count) / count)
        self._write(line(self._door, self._what, count, self._whole, left))

    def _write(self, text: str) -> None:
        if not self._shown or (not text and not self._width):
            return
        wiped = " " * max(0, self._width - len(text))
        sys.stderr.write(f"\r{text}{wiped}" + ("" if text else "\r"))
        sys.stderr.flush()
        self._width = len(text)


def line(door: Door, what: str, count: int, whole: int, left: int | None) -> str:
    """The line itself, never as wide as the terminal; `left` is in seconds.

    >>> line(Door("test", "en"), "Playing", 5, 20, 61)
    'Playing  [#####...............]  5 of 20, 1:01 to go'
    """
    full = min(_BAR, _BAR * count // whole)
    bar = "#" * full + "." * (_BAR - full)
    told = door.words("test.of", both=count, all=whole)
    if left is not None:
        told += ", " + door.words("test.left", time=f"{left // 60}:{left % 60:02}")
    said = f"{what}  [{bar}]  {told}"
    return said if len(said) < door.width else told[: door.width - 1]
