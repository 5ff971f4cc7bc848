"""Loading a plugin in a process of its own first, within limits: what fails there is not loaded.

What comes through is loaded in our process after that, where nothing bounds it any more.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from samenwerk.hooks.calling.apart import Apart
from samenwerk.hooks.families import HOOKS
from samenwerk.hooks.plugins import Plugin
from samenwerk.values.errors import PluginError
from samenwerk.values.message import Message

if TYPE_CHECKING:
    from samenwerk.hooks.gather import Source

STOPPED = ("hung", "busy", "memory", "exited", "killed", "garbled")
"""What ends a process while it loads a plugin."""

WITHIN: ContextVar[Apart | None] = ContextVar("WITHIN", default=None)
"""The limits within which whoever looks for plugins here tries them first."""

_LOCK = threading.Lock()
_KNOWN: dict[tuple[str, str, str], PluginError | None] = {}
"""What came of it, for the rest of this process."""


@contextmanager
def trying(apart: Apart | None) -> Iterator[None]:
    """Inside it plugins are tried within these limits before they are loaded."""
    before = WITHIN.set(apart or WITHIN.get())
    try:
        yield
    finally:
        WITHIN.reset(before)


def try_first(source: Source) -> None:
    """Raise PluginError for a plugin that could not be loaded apart, now or before.

    Without limits nothing is tried; what went wrong before is still known. A plugin that cannot
    be imported elsewhere is not tried.
    """
    apart = WITHIN.get()
    if source.origin is None:
        return
    key = source.name, source.version, source.origin
    with _LOCK:
        if apart is not None and key not in _KNOWN:
            _KNOWN[key] = _tried(source, apart)
        fault = _KNOWN.get(key)
    if fault is not None:
        raise fault


def try_anew(plugin: str | None = None) -> None:
    """Forget what came of it, for this plugin or for all."""
    with _LOCK:
        for key in [one for one in _KNOWN if plugin in (None, one[0])]:
            del _KNOWN[key]


def _tried(source: Source, apart: Apart) -> PluginError | None:
    from samenwerk.hooks.calling.rooms import Rooms

    rooms = Rooms(apart)
    plugin = Plugin(name=source.name, version=source.version, origin=source.origin)
    try:
        rooms.asked(plugin, "import", " ".join(HOOKS), "", ())
    except PluginError as fault:
        what = fault.params.get("what")
        return _stopped(source.name, str(what), fault) if what in STOPPED else None
    finally:
        rooms.close()
    return None


def _stopped(plugin: str, what: str, fault: PluginError) -> PluginError:
    known = {name: value for name, value in fault.params.items()
             if name in ("seconds", "megabytes", "code", "signal")}  # fmt: skip
    return PluginError(
        f"plugin {plugin} cannot be loaded: {what} {known or ''}".strip(),
        what="import", plugin=plugin, hook="import",
        detail=Message(f"plugin.loading.{what}", known),
    )  # fmt: skip
