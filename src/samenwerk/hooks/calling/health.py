"""How plugins fare: how often each was asked, how long that took, and which are set aside.

Shared by everything that one engine asks. What is set aside is not asked again until somebody
says so, or until the program starts anew.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from typing import Any

import attrs

from samenwerk.values.errors import PluginError
from samenwerk.values.message import Message

IN_A_ROW = 3
"""After so many failures in a row something of a plugin is set aside."""
SLOW = 0.5
"""An answer that took longer than this, in seconds, is counted as slow: somebody waits for it."""


@attrs.frozen
class Calls:
    """How often something of a plugin was asked, and how long it took, in seconds.

    `hook` is the hook and the name of what was asked. `slow` is how many of the times took longer
    than half a second, `failing` in how many decisions in a row it went wrong, `last` what
    was wrong then.
    """

    plugin: str
    hook: str
    times: int = 0
    failed: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    slow: int = 0
    failing: int = 0
    last: Message | None = None

    @property
    def set_aside(self) -> bool:
        """Whether it is no longer asked."""
        return self.failing >= IN_A_ROW


class Health:
    """The calls of one engine. Safe from several threads."""

    def __init__(self) -> None:
        self._tallies: dict[tuple[str, str], _Tally] = {}
        self._lock = threading.Lock()
        self._here = threading.local()

    def __iter__(self) -> Iterator[Calls]:
        with self._lock:
            found = [Calls(*key, *one.told()) for key, one in self._tallies.items()]
        return iter(sorted(found, key=lambda one: (-one.slowest, one.plugin, one.hook)))

    @contextlib.contextmanager
    def occasion(self) -> Iterator[None]:
        """One decision of this thread: what fails several times in it fails once in a row."""
        self._here.failed = set()
        try:
            yield
        finally:
            self._here.failed = None

    def check(self, plugin: str, hook: str) -> None:
        """Raise PluginError when this is set aside."""
        known = self._tallies.get((plugin, hook))
        if known is not None and known.failing >= IN_A_ROW:
            raise PluginError(
                f"plugin {plugin} went wrong at {hook} {known.failing} times in a row",
                what="set_aside", plugin=plugin, hook=hook, times=known.failing, last=known.last,
            )  # fmt: skip

    def note(self, plugin: str, hook: str, seconds: float, fault: PluginError | None) -> bool:
        """One more call, and what went wrong with it; whether it is set aside by that."""
        key = (plugin, hook)
        with self._lock:
            known = self._tallies.get(key)
            if known is None:
                known = self._tallies[key] = _Tally()
            known.times += 1
            known.seconds += seconds
            known.slowest = max(known.slowest, seconds)
            known.slow += seconds > SLOW
            if fault is None:
                known.failing = 0
                return False
            known.failed += 1
            known.last = _said(fault)
            first = self._first(key)
            known.failing += first
            return first and known.failing == IN_A_ROW

    def _first(self, key: tuple[str, str]) -> bool:
        """Whether this fails for the first time in the decision at hand."""
        failed: set[tuple[str, str]] | None = getattr(self._here, "failed", None)
        if failed is None:
            return True
        first = key not in failed
        failed.add(key)
        return first

    def anew(self, plugin: str | None = None) -> None:
        """Ask what is set aside again, of this plugin or of all."""
        with self._lock:
            for key, known in self._tallies.items():
                if plugin in (None, key[0]):
                    known.failing = 0


@attrs.define(eq=False)
class _Tally:
    """The figures of `Calls` while they grow."""

    times: int = 0
    failed: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    slow: int = 0
    failing: int = 0
    last: Message | None = None

    def told(self) -> tuple[Any, ...]:
        """All of them, in the order of `Calls`."""
        return attrs.astuple(self, recurse=False)


def _said(fault: PluginError) -> Message:
    """What went wrong, as a sentence to say later."""
    placed = ".placed" if fault.params.get("place") else ""
    return Message(f"{fault.id}.{fault.params['what']}{placed}", fault.params)
