"""Gathering: every hook of every plugin asked once, by our own caller, and what came of it checked.

A plugin that does not fit is left out with a fault that names it; two that offer the same name are
both named. What fits is for each family to say.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import ModuleType
from typing import Any

import attrs

from samenwerk.hooks.calling.blamed import blame
from samenwerk.hooks.calling.contained import contained
from samenwerk.hooks.families import FAMILIES, RUNNING, family
from samenwerk.hooks.fitting import check_fits, made_for
from samenwerk.hooks.marked import functions
from samenwerk.hooks.plugins import OWN, Plugin, Plugins
from samenwerk.values.errors import PluginError


@attrs.frozen(eq=False)
class Source:
    """A plugin before it is asked: where it came from, and how to get hold of it.

    `origin` is where it can be imported again, as `module` or `module:attribute`,
    `required` gives the versions of samenwerk that its package asks for.
    """

    name: str
    version: str
    load: Callable[[], object]
    distribution: str | None = None
    origin: str | None = None
    required: Callable[[], str | None] = lambda: None


def source_of(plugin: object, name: str | None = None) -> Source:
    """A module or object at hand as a source."""
    if name is None:
        own = plugin.__name__ if isinstance(plugin, ModuleType) else type(plugin).__name__
        name = own.rpartition(".")[2].removeprefix("samenwerk_")
    version = getattr(plugin, "__version__", "0")
    origin = plugin.__name__ if isinstance(plugin, ModuleType) and plugin.__spec__ else None
    return Source(name, str(version), lambda: plugin, origin=origin)


def gather(
    sources: Iterable[Source],
    hooks: Sequence[str] = RUNNING,
    tried: Callable[[Source], None] | None = None,
) -> Plugins:
    """Ask these plugins, after samenwerk's own, for what they bring by these hooks.

    Gives the frozen whole. Each fault stands under the name of its plugin, and that plugin
    is left out; samenwerk's own never are. `tried` looks at a plugin before it is loaded, and
    raises the PluginError by which it is left out. Raises nothing of a plugin's making.
    """
    found: list[Plugin] = [_own(hooks)]
    faults: dict[str, PluginError] = {}
    for source in sources:
        try:
            if source.name in faults:
                continue
            if tried is not None:
                tried(source)
            plugin = _asked(source, hooks)
            _check_clash(found, plugin)
        except PluginError as fault:
            blame(fault, source.name, source.distribution, source.version, loading=True)
            faults[source.name] = fault
            found = [one for one in found if one.name not in fault.params.get("both", ())]  # type: ignore[operator]
            for name in fault.params.get("both", ()):  # type: ignore[attr-defined]
                faults[name] = fault
            continue
        found.append(plugin)
    return Plugins(tuple(found), faults)


def _own(hooks: Sequence[str]) -> Plugin:
    return Plugin(name=OWN, version="0", brought=_Own(tuple(hooks)))


class _Own(Mapping[str, tuple[Any, ...]]):
    """What samenwerk itself brings: asked by the same hooks, but not before it is needed.

    It cannot be left out with a fault, so that nobody need know it beforehand; and its reports
    need not be read by who only wants to know where a case stands.
    """

    def __init__(self, hooks: tuple[str, ...]) -> None:
        from samenwerk.hooks import builtin

        self._builtin = builtin
        self._hooks = tuple(hook for hook in hooks if hasattr(builtin, hook))
        self._asked: dict[str, tuple[Any, ...]] = {}

    def __getitem__(self, hook: str) -> tuple[Any, ...]:
        if hook not in self._asked:
            if hook not in self._hooks:
                raise KeyError(hook)
            room = family(hook).room
            self._asked[hook] = room.fits(OWN, getattr(self._builtin, hook)())
            _check_twice(OWN, hook, room.names(self._asked[hook]))
        return self._asked[hook]

    def __iter__(self) -> Iterator[str]:
        return iter(self._hooks)

    def __len__(self) -> int:
        return len(self._hooks)


def _asked(source: Source, hooks: Sequence[str]) -> Plugin:
    started = time.perf_counter()
    plugin = contained(source.name, "import", source.load)
    wanted = made_for(source.name, plugin, source.required())
    check_fits(source.name, source.version, wanted)
    filled = functions(source.name, plugin)
    brought: dict[str, tuple[Any, ...]] = {}
    for hook in hooks:
        if hook in filled:
            room = family(hook).room
            brought[hook] = room.fits(source.name, contained(source.name, hook, filled[hook]))
    for hook in brought:
        _check_twice(source.name, hook, _all_names(hook, brought))
    seconds = time.perf_counter() - started
    return Plugin(
        name=source.name, version=source.version, distribution=source.distribution,
        origin=source.origin, made_for=wanted, seconds=seconds, brought=brought,
    )  # fmt: skip


def _all_names(hook: str, brought: Mapping[str, tuple[Any, ...]]) -> Iterator[str]:
    """The names that a plugin brings by this hook, and by those whose names are among them."""
    for one in FAMILIES:
        if one.hook in brought and hook in (one.hook, one.among):
            yield from one.room.names(brought[one.hook])


def _check_twice(plugin: str, hook: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise PluginError(f"plugin {plugin} brings {name} twice by {hook}",
                              what="twice", plugin=plugin, hook=hook, name=name)  # fmt: skip
        seen.add(name)


def _check_clash(found: Sequence[Plugin], plugin: Plugin) -> None:
    """No two plugins may bring the same name, unless the name of the plugin stands before it."""
    taken = _taken(plugin)
    for other in found:
        if other.name == plugin.name:
            both = (other, plugin)
            where = [one.distribution or f"version {one.version}" for one in both]
            raise PluginError(f"two plugins are called {plugin.name}: {where[0]} and {where[1]}",
                              what="same_name", plugin=plugin.name, first=where[0],
                              second=where[1], both=(plugin.name,))  # fmt: skip
        for hook, name in sorted(_taken(other) & taken):
            both_names = (plugin.name,) if other.name == OWN else (other.name, plugin.name)
            raise PluginError(f"plugins {other.name} and {plugin.name} both bring {name} by {hook}",
                              what="clash", plugin=plugin.name, other=other.name, hook=hook,
                              name=name, both=both_names)  # fmt: skip


def _taken(plugin: Plugin) -> set[tuple[str, str]]:
    return {
        (one.among or one.hook, name)
        for one in FAMILIES
        if not one.prefixed and plugin.all(one.hook)
        for name in one.room.names(plugin.all(one.hook))
    }
