"""One call of a plugin, with whatever it raises made into an error that names the plugin.

Nothing is measured or remembered here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from samenwerk.values.errors import PluginError

MOST_TOLD = 300
"""So much of what an exception says of itself is passed on."""


def contained(plugin: str, hook: str, call: Callable[[], Any]) -> Any:
    """What the call gives; whatever a plugin raises becomes a PluginError that names it.

    Only who stops the program (KeyboardInterrupt) is let through.
    """
    try:
        return call()
    except KeyboardInterrupt:
        raise
    except BaseException as fault:
        raise went_wrong(plugin, hook, told(fault)) from fault


def went_wrong(plugin: str, hook: str, detail: str, what: str = "raised") -> PluginError:
    """A plugin raised something, or could not be imported."""
    return PluginError(
        f"plugin {plugin} went wrong at {hook}: {detail}",
        what="import" if hook == "import" else what, plugin=plugin, hook=hook, detail=detail,
    )  # fmt: skip


def told(fault: BaseException) -> str:
    """What an exception says of itself, on one line; a plugin's may go wrong in saying it."""
    try:
        said = " ".join(str(fault).split())[:MOST_TOLD]
        said = said.encode("utf-8", "backslashreplace").decode("utf-8")  # so that it can be kept
    except KeyboardInterrupt:
        raise
    except BaseException:
        said = "it cannot say what"
    return f"{type(fault).__name__}: {said}" if said else type(fault).__name__
