"""How plugins fare: how often each was asked, how long that took, and which are set aside.

Shared by everything that one engine asks. What is set aside is not asked again until somebody
says so, or until the program starts anew.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator

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
        self._calls: dict[tuple[str, str], Calls] = {}
        self._lock = threading.Lock()
        self._here = threading.local()

    def __iter__(self) -> Iterator[Calls]:
        with self._lock:
            found = tuple(self._calls.values())
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
        known = self._calls.get((plugin, hook))
        if known is not None and known.set_aside:
            raise PluginError(
                f"plugin {plugin} went wrong at {hook} {known.failing} times in a row",
                what="set_aside", plugin=plugin, hook=hook, times=known.failing, last=known.last,
            )  # fmt: skip

    def note(self, plugin: str, hook: str, seconds: float, fault: PluginError | None) -> None:
        """One more call, and what went wrong with it."""
        failed = fault is not None
        before: set[tuple[str, str]] | None = getattr(self._here, "failed", None)
        again = failed and before is not None and (plugin, hook) in before
        if failed and before is not None:
            before.add((plugin, hook))
        with self._lock:
            known = self._calls.get((plugin, hook)) or Calls(plugin, hook)
            self._calls[plugin, hook] = attrs.evolve(
                known,
                times=known.times + 1,
                failed=known.failed + failed,
                seconds=known.seconds + seconds,
                slowest=max(known.slowest, seconds),
                slow=known.slow + (seconds > SLOW),
                failing=known.failing + (not again) if failed else 0,
                last=known.last if fault is None else _said(fault),
            )

    def anew(self, plugin: str | None = None) -> None:
        """Ask what is set aside again, of this plugin or of all."""
        with self._lock:
            for key, known in self._calls.items():
                if plugin in (None, known.plugin):
                    self._calls[key] = attrs.evolve(known, failing=0)


def _said(fault: PluginError) -> Message:
    """What went wrong, as a sentence to say later."""
    return Message(f"{fault.id}.{fault.params['what']}", fault.params)
