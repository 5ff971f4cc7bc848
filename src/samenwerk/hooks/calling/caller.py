"""Our own caller: the one way in which anything of a plugin is asked; contains and measures.

It decides nothing and remembers only how often it asked and how long that took. What is asked and
what may come back is for the families, in `hooks.families`.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

import attrs

from samenwerk.hooks.calling.contained import contained
from samenwerk.hooks.plugins import Plugins

T = TypeVar("T")


@attrs.frozen
class Calls:
    """How often something of a plugin was asked, and how long it took, in seconds."""

    plugin: str
    hook: str
    times: int
    failed: int
    seconds: float
    slowest: float


class Caller:
    """Asks plugins. Safe from several threads; plugins themselves must be so too."""

    def __init__(self, plugins: Plugins, now: Callable[[], float] = time.perf_counter) -> None:
        self.plugins = plugins
        self._now = now
        self._calls: dict[tuple[str, str], Calls] = {}
        self._lock = threading.Lock()

    @property
    def calls(self) -> tuple[Calls, ...]:
        """What was asked so far, the slowest first."""
        with self._lock:
            found = tuple(self._calls.values())
        return tuple(sorted(found, key=lambda one: (-one.slowest, one.plugin, one.hook)))

    def asked(
        self, plugin: str, hook: str, what: str, call: str, *given: Any, right: Callable[[Any], T]
    ) -> T:
        """What a plugin answers: function `call` of what it brought by `hook` under name `what`.

        `given` are values, for they may travel to another process; `right` gives the answer as it
        should be or raises PluginError (`hooks.shapes.wrong`). Raises PluginError when the plugin
        is not there, does not bring it, or goes wrong in any way.

        >>> caller.asked("post", "effects", "letter", "deliver", sending,      # doctest: +SKIP
        ...              right=delivered)
        """
        member = self.plugins.found(hook, plugin, what)
        named = f"{hook} {what}"

        def ask() -> T:
            return right(contained(plugin, named, lambda: getattr(member, call)(*given)))

        return self._timed(plugin, named, ask)

    def _timed(self, plugin: str, hook: str, ask: Callable[[], T]) -> T:
        started, failed = self._now(), 1
        try:
            answer = ask()
            failed = 0
            return answer
        finally:
            took = self._now() - started
            with self._lock:
                known = self._calls.get((plugin, hook)) or Calls(plugin, hook, 0, 0, 0.0, 0.0)
                self._calls[plugin, hook] = Calls(
                    plugin, hook, known.times + 1, known.failed + failed, known.seconds + took,
                    max(known.slowest, took),
                )  # fmt: skip
