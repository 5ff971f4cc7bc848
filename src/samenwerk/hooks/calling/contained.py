"""One call of a plugin, with whatever it raises made into an error that names the plugin.

Nothing is measured or remembered here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from samenwerk.values.errors import PluginError


def contained(plugin: str, hook: str, call: Callable[[], Any]) -> Any:
    """What the call gives; whatever a plugin raises becomes a PluginError that names it."""
    try:
        return call()
    except PluginError:
        raise
    except (Exception, SystemExit) as fault:
        what = "import" if hook == "import" else "raised"
        raise PluginError(
            f"plugin {plugin} went wrong at {hook}: {type(fault).__name__}: {fault}",
            what=what, plugin=plugin, hook=hook, detail=f"{type(fault).__name__}: {fault}",
        ) from fault  # fmt: skip
