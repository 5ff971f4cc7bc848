"""Installed plugins: found by entry-point group `samenwerk`, and loaded only when they are needed.

Looking for them takes a while, so nothing here happens before a workflow names a plugin or the
command line asks for their commands.
"""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from samenwerk.hooks.calling.trying import try_first
from samenwerk.hooks.calling.watching import loading
from samenwerk.hooks.entries import entries
from samenwerk.hooks.families import RUNNING
from samenwerk.hooks.fitting import required_by
from samenwerk.hooks.gather import Source, gather
from samenwerk.hooks.plugins import Plugins
from samenwerk.hooks.spec import GROUP


def sources() -> tuple[Source, ...]:
    """Every installed plugin, by name; what is imported of it is nothing yet.

    Looked up anew when something was installed since.
    """
    return _sources(tuple((one, _changed(one)) for one in sys.path))


def _changed(folder: str) -> float:
    try:
        return os.stat(folder).st_mtime
    except OSError:
        return 0.0


@functools.lru_cache(4)
def _sources(path: tuple[tuple[str, float], ...]) -> tuple[Source, ...]:
    found = {}
    for entry in entries(GROUP):
        package, version = entry.header("Name"), entry.header("Version") or "0"
        # the same distribution can be seen twice where a path is listed twice
        required = functools.partial(required_by, entry.headers)
        found[entry.name, package] = Source(
            entry.name, version, entry.load, package, entry.origin, required
        )
    return tuple(source for _, source in sorted(found.items(), key=lambda one: str(one[0])))


def installed(names: Iterable[str] | None = None, hooks: Sequence[str] = RUNNING) -> Plugins:
    """The installed plugins of these names (None: all of them), and samenwerk's own.

    A name that no plugin has is simply not among them; `Plugins.chosen` tells who needs it. One
    that is loaded for long is told of; inside `trying` each is loaded apart first.
    """
    wanted = None if names is None else set(names)
    if wanted is not None and not wanted:
        return own(tuple(hooks))
    found = [one for one in sources() if wanted is None or one.name in wanted]
    return gather([_watched(one) for one in found], hooks, try_first)


def _watched(source: Source) -> Source:
    """The same, with somebody told when loading it takes long."""

    def load() -> object:
        with loading(source.name):
            return source.load()

    return attrs.evolve(source, load=load)


@functools.cache
def own(hooks: tuple[str, ...] = RUNNING) -> Plugins:
    """samenwerk's own things alone."""
    return gather((), hooks)


class InstalledVersions(Mapping[str, str]):
    """The versions of installed plugins by name; looked up only when somebody asks."""

    @functools.cached_property
    def _known(self) -> dict[str, str]:
        return {one.name: one.version for one in sources()}

    def __getitem__(self, name: str) -> str:
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


class InstalledByName(Mapping[str, Any]):
    """What installed plugins bring by a hook, as `plugin.name`; loaded when it is asked for.

    What a plugin that cannot be loaded brings is not there: the fault is told where it is run.
    Where it is `needed`, to read a text, it is raised at once.
    """

    def __init__(self, hook: str, needed: bool = False) -> None:
        self._hook, self._needed = hook, needed
        self._loaded: dict[str, Plugins] = {}

    def _of(self, plugin: str) -> Mapping[str, Any]:
        if plugin not in self._loaded:
            self._loaded[plugin] = installed((plugin,), (self._hook,))
        if self._needed and plugin in self._loaded[plugin].faults:
            raise self._loaded[plugin].faults[plugin]
        return self._loaded[plugin].by_name(self._hook)

    def __getitem__(self, name: str) -> Any:
        return self._of(name.partition(".")[0])[name]

    def __iter__(self) -> Iterator[str]:
        return (name for plugins in self._loaded.values() for name in plugins.by_name(self._hook))

    def __len__(self) -> int:
        return sum(len(plugins.by_name(self._hook)) for plugins in self._loaded.values())
