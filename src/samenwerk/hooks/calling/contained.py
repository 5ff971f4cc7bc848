"""One call of a plugin, with whatever it raises made into an error that names the plugin.

Nothing is measured or remembered here.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from types import TracebackType
from typing import Any

from samenwerk.hooks.calling.voices import speaking
from samenwerk.values.errors import PluginError

MOST_TOLD = 300
"""So much of what an exception says of itself is passed on."""


def contained(plugin: str, hook: str, call: Callable[[], Any]) -> Any:
    """What the call gives; whatever a plugin raises becomes a PluginError that names it.

    Only who stops the program (KeyboardInterrupt) is let through.
    """
    try:
        with speaking(plugin):
            return call()
    except KeyboardInterrupt:
        raise
    except BaseException as fault:
        raise went_wrong(plugin, hook, told(fault), place_of(fault)) from fault


def went_wrong(plugin: str, hook: str, detail: str, place: str | None = None) -> PluginError:
    """A plugin raised something, or could not be imported; `place` says where in its package."""
    return PluginError(
        f"plugin {plugin} went wrong at {hook}{f' ({place})' if place else ''}: {detail}",
        what="import" if hook == "import" else "raised", plugin=plugin, hook=hook, detail=detail,
        place=place,
    )  # fmt: skip


def place_of(fault: BaseException) -> str | None:
    """Where in the package of a plugin it went wrong, as `package/file.py:12`; None outside one.

    The first that is not ours is the plugin; of what it does the deepest line of its own is told.
    """
    found, own = None, None
    trace = fault.__traceback__
    while trace is not None:
        room = str(trace.tb_frame.f_globals.get("__name__", ""))
        top = room.partition(".")[0]
        if own is None and top not in NOT_A_PLUGIN and not _is_ours(trace):
            own = top
        if own is not None and top == own:
            found = _told_place(room, trace)
        trace = trace.tb_next
    if isinstance(fault, SyntaxError) and fault.filename and found is None:
        found = f"{os.path.basename(fault.filename)}:{fault.lineno}"
    return found


def place_in(package: str, fault: BaseException) -> str | None:
    """Where this package raised it, or what it called that is not ours; None when it did not."""
    trace, found = fault.__traceback__, None
    while trace is not None:
        room = str(trace.tb_frame.f_globals.get("__name__", ""))
        if room.partition(".")[0] == package:
            found = _told_place(room, trace)
        elif _is_ours(trace):
            found = None  # what we do with what it asks of us is not its fault
        trace = trace.tb_next
    return found


NOT_A_PLUGIN = ("importlib", "pluggy", "_frozen_importlib", "")
"""What stands between our question and the code of a plugin, beside ourselves."""
_HOUSE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))) + os.sep


def _is_ours(trace: TracebackType) -> bool:
    return trace.tb_frame.f_code.co_filename.startswith(("<", _HOUSE))


def _told_place(room: str, trace: TracebackType) -> str:
    file = trace.tb_frame.f_code.co_filename.replace("\\", "/")
    parts = room.count(".") + 1 + file.endswith("/__init__.py")
    return f"{'/'.join(file.split('/')[-parts:])}:{trace.tb_lineno}"


def told(fault: BaseException) -> str:
    """What an exception says of itself, on one line; a plugin's may go wrong in saying it."""
    try:
        said = " ".join(str(fault).split())[:MOST_TOLD]
        # so that it can be kept: no half characters, and no U+0000
        said = said.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", "\\x00")
    except KeyboardInterrupt:
        raise
    except BaseException:
        said = "it cannot say what"
    return f"{type(fault).__name__}: {said}" if said else type(fault).__name__
