"""Whoever waits for a plugin that is being loaded is told for which: one look-out for the process.

Loading goes on: it cannot be stopped in our process. What stops it in another one is `trying`.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from typing import TypeAlias

PATIENCE = 5.0
"""After so many seconds somebody is told; then after twice as many, and so on."""

Tell: TypeAlias = Callable[[str, float], None]
"""Gets the name of a plugin, and for how many seconds it has been loading."""

TELLER: ContextVar[Tell | None] = ContextVar("TELLER", default=None)
"""Who says it; None: the log."""


@contextlib.contextmanager
def loading(plugin: str) -> Iterator[None]:
    """Inside it a plugin is loaded; who waits long is told so."""
    mine = _Load(plugin, TELLER.get() or _log)
    with _LOCK:
        _LOADS.append(mine)
        if not _LOOKING:
            _LOOKING.append(threading.Thread(target=_look, daemon=True, name="samenwerk-loading"))
            _LOOKING[0].start()
    try:
        yield
    finally:
        with _LOCK:
            _LOADS.remove(mine)


class _Load:
    """One plugin that is being loaded."""

    def __init__(self, plugin: str, tell: Tell) -> None:
        self.plugin = plugin
        self.tell = tell
        self.began = time.monotonic()
        self.next = PATIENCE


_LOCK = threading.Lock()
_LOADS: list[_Load] = []
_LOOKING: list[threading.Thread] = []
"""The thread that looks out, while there is one: it goes when nothing is loaded."""


def _look() -> None:
    while True:
        time.sleep(PATIENCE / 5)
        now = time.monotonic()
        with _LOCK:
            if not _LOADS:
                _LOOKING.clear()
                return
            late = [one for one in _LOADS if now - one.began >= one.next]
        for one in late:
            one.next *= 2
            with contextlib.suppress(Exception):  # who cannot be told need not be
                one.tell(one.plugin, now - one.began)


def _log(plugin: str, seconds: float) -> None:
    import logging

    logging.getLogger("samenwerk").warning("still loading plugin %s (%.0f s)", plugin, seconds)
