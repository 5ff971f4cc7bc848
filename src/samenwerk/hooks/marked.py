"""The hooks that a plugin fills in, found by their marks; pluggy checks their signatures.

What they give is looked at by `gather`.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Sequence
from types import CodeType, ModuleType
from typing import Any

from samenwerk.hooks.calling.contained import contained
from samenwerk.hooks.families import HOOKS
from samenwerk.hooks.shapes import wrong
from samenwerk.values.errors import PluginError


def functions(name: str, plugin: object) -> dict[str, Callable[[], Any]]:
    """The hooks that a plugin fills in, by name.

    Raises PluginError for unknown ones, all at once, for one of another form, and for none.
    """
    if plugin is None:
        raise wrong(name, "import", plugin, "module")
    with _ONE_AT_A_TIME:
        return _found(name, plugin, _manager())


_ONE_AT_A_TIME = threading.RLock()
"""The manager below holds one plugin at a time."""


@functools.cache
def _manager() -> Any:
    """One manager for all: reading the specifications takes longer than looking at a plugin."""
    from samenwerk.hooks.spec import manager

    return manager()


def _found(name: str, plugin: object, made: Any) -> dict[str, Callable[[], Any]]:
    from pluggy import PluginValidationError

    marked = {}
    for attribute in contained(name, "import", lambda: dir(plugin)):
        marks = contained(name, attribute, lambda a=attribute: made.parse_hookimpl_opts(plugin, a))  # type: ignore[misc]
        if marks is not None:
            marked[attribute] = marks.get("specname") or attribute
    _check_hidden(name, plugin, set(marked.values()))
    unknown = sorted(set(marked.values()) - set(HOOKS))
    if unknown:
        raise _unknown(name, unknown, HOOKS)
    if not marked:
        raise PluginError(f"plugin {name} fills in no hook", what="empty", plugin=name)
    try:
        made.register(plugin, name=name)
    except (PluginValidationError, ValueError) as fault:
        _manager.cache_clear()  # half of the plugin may be in it
        detail = str(fault).strip().splitlines()[-1]
        raise PluginError(f"plugin {name} has a hook with another form: {detail}",
                          what="signature", plugin=name, detail=detail) from fault  # fmt: skip
    found = {}
    for hook in HOOKS:
        for filled in getattr(made.hook, hook).get_hookimpls():
            found[hook] = filled.function
    made.unregister(plugin)
    return found


def _check_hidden(name: str, plugin: object, filled: set[str]) -> None:
    """Raise PluginError for a hook in whose place a module of the plugin stands.

    Python puts a module that is imported under its name in the package: `samenwerk_x/facts.py`
    takes the place of the function `facts`.
    """
    if not isinstance(plugin, ModuleType):
        return
    for hook in sorted(set(HOOKS) - filled):
        there = vars(plugin).get(hook)
        if isinstance(there, ModuleType) and there.__name__ == f"{plugin.__name__}.{hook}":
            if hook in _functions_of(plugin):
                own = plugin.__name__.rpartition(".")[2]
                raise PluginError(
                    f"plugin {name}: {own}/{hook}.py hides hook {hook}",
                    what="hidden", plugin=name, hook=hook, place=f"{own}/{hook}.py",
                )  # fmt: skip


def _functions_of(module: ModuleType) -> set[str]:
    """The functions that the text of a module defines, by name; none where there is no text."""
    loader = getattr(module.__spec__, "loader", None)
    try:
        code = loader.get_code(module.__name__)  # type: ignore[union-attr]
    except (AttributeError, ImportError, SyntaxError, OSError):
        return set()
    return {one.co_name for one in getattr(code, "co_consts", ()) if isinstance(one, CodeType)}


def _unknown(name: str, unknown: Sequence[str], known: Sequence[str]) -> PluginError:
    import difflib

    near = {one: difflib.get_close_matches(one, known, 1, 0.5) for one in unknown}
    told = [f"{one} ({found[0]}?)" if found else one for one, found in near.items()]
    return PluginError(
        f"plugin {name} fills in hooks that are not there: {', '.join(told)}",
        what="hooks", plugin=name, hooks=tuple(told),
        nearest=tuple(found[0] if found else "" for found in near.values()),
    )  # fmt: skip
