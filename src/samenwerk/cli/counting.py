"""The counters of an engine in a file, for who keeps an eye on a worker."""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from samenwerk.cli.failing import Fail
from samenwerk.cli.output import check_kept
from samenwerk.cli.placing import placed, usual_mode
from samenwerk.telling.counters import Counters

if TYPE_CHECKING:
    from samenwerk.telling.happened import Happened, Tell

EVERY = 1.0
"""Seconds between two times that the file is written, while something happens."""
_ENDS = ("sent", "kept_up", "reminded")
"""After these nothing may happen for a long time: they are written at once."""


@contextlib.contextmanager
def kept_counts(path: str | None) -> Iterator[tuple[Tell, ...]]:
    """Inside it what is told is counted in this file, which is replaced whole each time.

    Gives who counts; nobody without a path. Raises Fail when the file cannot be written.
    """
    if path is None:
        yield ()
        return
    check_kept(path)
    if os.path.exists(path) and not os.path.isfile(path):
        raise Fail("output.unwritable", file=path)  # a device or a pipe is no file to replace
    kept = _Kept(Path(path))
    try:
        kept.write()
    except (OSError, ValueError):
        raise Fail("output.unwritable", file=path) from None
    try:
        yield (kept,)
    finally:
        with contextlib.suppress(OSError):
            kept.write()


class _Kept:
    """Counters that write themselves to a file now and then."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._counters = Counters()
        self._written = 0.0

    def __call__(self, happened: Happened) -> None:
        self._counters(happened)
        if happened.what in _ENDS or time.monotonic() - self._written >= EVERY:
            self.write()

    def write(self) -> None:
        """Put the numbers as they are now in the file."""
        self._written = time.monotonic()
        text = json.dumps(self._counters.snapshot(), indent=2) + "\n"
        placed(self._path, text.encode(), usual_mode())
