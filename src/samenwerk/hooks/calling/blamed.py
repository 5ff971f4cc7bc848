"""Whose a fault of a plugin is, and how to go on: said behind what went wrong.

What went wrong is said by who found it; a fault that one can mend oneself says so there.
"""

from __future__ import annotations

from samenwerk.values.errors import PluginError
from samenwerk.values.message import Message

AT_LOADING = ("import", "hooks", "empty", "signature", "twice", "hidden")
"""Faults of a plugin that cannot be loaded: nothing of it can be used."""
AT_ASKING = (
    "raised", "answered", "not_plain", "unbalanced", "fact", "hung", "busy", "memory", "exited",
    "killed", "garbled", "unfinished",
)  # fmt: skip
"""Faults of one answer: the rest of the plugin, and everything beside it, goes on."""


def blame(
    fault: PluginError, plugin: str, package: str | None, version: str, loading: bool = False
) -> PluginError:
    """The same fault, with who is to mend it and how to go on without: by `mend`, a message.

    Left as it is when it says that itself, or was told already.
    """
    what = fault.params.get("what")
    if "mend" in fault.params or what not in (*AT_LOADING, *AT_ASKING):
        return fault
    id = "plugin.mend.loading" if loading or what in AT_LOADING else "plugin.mend.asking"
    mend = Message(id, {"made": f"{package or plugin} {version}"})
    fault.params.update(package=package, version=version, mend=mend)
    return fault
