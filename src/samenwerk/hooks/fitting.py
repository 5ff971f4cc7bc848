"""Whether a plugin is made for this version of samenwerk: what it says, and what is here.

Whether a workflow accepts the version of a plugin is `Plugins.chosen`.
"""

from __future__ import annotations

import functools
import re
from typing import Any

from samenwerk.definitions.resolving.versions import accepts, readable
from samenwerk.hooks.calling.contained import contained
from samenwerk.hooks.entries import version_of
from samenwerk.values.errors import PluginError

DECLARED = "__samenwerk__"
"""Under this name a plugin says which versions it is made for: `__samenwerk__ = ">=0.1,<1"`."""
_REQUIRED = re.compile(r"samenwerk\s*\(?([^;)]*)\)?\s*(;.*)?")


def made_for(name: str, plugin: Any, required: str | None) -> str | None:
    """The versions of samenwerk a plugin is made for: as it says, or else its package does.

    Raises PluginError for what says no versions.
    """
    declared = contained(name, "import", lambda: getattr(plugin, DECLARED, None))
    if declared is None:
        return required
    if not isinstance(declared, str) or not readable(declared):
        raise PluginError(
            f"plugin {name} is made for {declared!r}",
            what="answered", plugin=name, hook=DECLARED, answer=repr(declared)[:60],
            wanted='">=0.1,<1"',
        )  # fmt: skip
    return declared


def check_fits(name: str, version: str, wanted: str | None) -> None:
    """Raise PluginError when a plugin is made for other versions of samenwerk than this one."""
    here = own_version() if wanted else None
    if wanted and here and not accepts(wanted, here):
        raise PluginError(
            f"plugin {name} {version} is made for samenwerk {wanted}, this is {here}",
            what="unfit", plugin=name, version=version, wanted=wanted, here=here,
        )  # fmt: skip


def required_by(headers: tuple[str, ...]) -> str | None:
    """The versions of samenwerk that a package asks for, as far as they can be read."""
    start = "Requires-Dist: "
    for one in headers:
        found = _REQUIRED.fullmatch(one[len(start) :].strip()) if one.startswith(start) else None
        if found is not None and found[1].strip() and readable(found[1]):
            return found[1].strip()
    return None


@functools.cache
def own_version() -> str | None:
    """The version of samenwerk itself; None when it is not installed."""
    return version_of("samenwerk")
