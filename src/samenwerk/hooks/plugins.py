"""What plugins brought, as frozen values: one `Plugin` each, `Plugins` together.

How they are gathered is `gather`, where installed ones are found `installed`, and how they are
asked `calling`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import attrs

from samenwerk.definitions.resolving.versions import accepts
from samenwerk.hooks.families import FAMILIES, LOADED, family
from samenwerk.hooks.shapes import OWN as OWN
from samenwerk.values.errors import PluginError

if TYPE_CHECKING:
    import click

    from samenwerk.core.leaf import Leaf
    from samenwerk.definitions.checks import Check
    from samenwerk.hooks.families.rules import PluginRule
    from samenwerk.values.declared import PluginNeed

Wording = Mapping[str, Mapping[str, str]]


def _frozen(brought: Mapping[str, tuple[Any, ...]]) -> Mapping[str, tuple[Any, ...]]:
    return MappingProxyType(brought)


@attrs.frozen(kw_only=True)
class Plugin:
    """One plugin, with everything it `brought`, by hook.

    `distribution` is the package it was installed with, `origin` where it is imported from (None:
    it is an object at hand), `made_for` the versions of samenwerk that it fits, `seconds` how long
    it took to load and ask it.
    """

    name: str
    version: str
    distribution: str | None = None
    origin: str | None = None
    made_for: str | None = None
    brought: Mapping[str, tuple[Any, ...]] = attrs.field(factory=dict, converter=_frozen)
    seconds: float = attrs.field(default=0.0, eq=False)

    def all(self, hook: str) -> tuple[Any, ...]:
        """What it brought by a hook; nothing when it did not fill it in or was not asked."""
        return self.brought.get(hook, ())

    @property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """The names of what it brought, by hook; hooks that brought nothing are left out."""
        return {hook: family(hook).room.names(one) for hook, one in self.brought.items() if one}


@attrs.frozen(slots=False)
class Plugins:
    """Several plugins, gathered once; samenwerk's own things come first.

    `faults` says by name why a plugin could not be taken along: it is missing, does not fit, or
    went wrong. Whoever needs it gets that error; nobody else does.
    """

    plugins: tuple[Plugin, ...]
    faults: Mapping[str, PluginError] = attrs.field(factory=dict)

    @classmethod
    def of(cls, *plugins: object, **named: object) -> Plugins:
        """These modules or objects, for a test or a host that brings its own.

        The name of a module is its own without `samenwerk_`, its version its `__version__`; an
        object is given with its name. Raises PluginError for the first that does not fit.

        >>> Plugins.of().named
        {}
        """
        from samenwerk.hooks.gather import gather, source_of

        sources = [source_of(one) for one in plugins]
        sources += [source_of(one, name) for name, one in named.items()]
        gathered = gather(sources, LOADED)
        for fault in gathered.faults.values():
            raise fault
        return gathered

    @property
    def named(self) -> Mapping[str, Plugin]:
        """The plugins beside samenwerk's own, by name."""
        return {one.name: one for one in self.plugins if one.name != OWN}

    def each(self, hook: str) -> Iterator[tuple[Plugin, Any]]:
        """Everything brought by a hook with the plugin that did, samenwerk's own first."""
        return ((plugin, one) for plugin in self.plugins for one in plugin.all(hook))

    def by_name(self, hook: str) -> Mapping[str, Any]:
        """What plugins brought by a hook, as `plugin.name`; samenwerk's own by its name alone."""
        named = family(hook).room.names
        return {
            name if plugin.name == OWN else f"{plugin.name}.{name}": one
            for plugin, one in self.each(hook)
            for name in named((one,))
        }

    def found(self, hook: str, plugin: str, name: str) -> Any:
        """What a plugin brought by a hook under its own name, or one that it answers for.

        Raises PluginError when the plugin is not there or does not bring it.
        """
        key = plugin, hook
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._of(plugin, hook)
        if name in known:
            return known[name]
        there = {one.name: one for one in self.plugins}[plugin]
        raise PluginError(
            f"plugin {plugin} {there.version} brings no {name} by {hook}",
            what="absent", plugin=plugin, version=there.version, hook=hook, name=name,
        )  # fmt: skip

    @functools.cached_property
    def _known(self) -> dict[tuple[str, str], Mapping[str, Any]]:
        """What was looked up, by plugin and hook."""
        return {}

    def _of(self, plugin: str, hook: str) -> Mapping[str, Any]:
        """What a plugin brought by a hook, by its own names before those it answers for."""
        there = {one.name: one for one in self.plugins}.get(plugin)
        if there is None:
            raise self.faults.get(plugin) or missing(plugin)
        named = family(hook).room.names
        others = {name: one for one in there.all(hook) for name in named((one,))}
        own = {getattr(one, "name", None): one for one in there.all(hook)}
        return {**others, **{name: one for name, one in own.items() if isinstance(name, str)}}

    def chosen(self, needs: Iterable[PluginNeed]) -> Plugins:
        """Those that a workflow names, and samenwerk's own.

        What is named and not there, or of another version than is accepted, stands in the faults.
        """
        named, faults = self.named, {}
        kept = [one for one in self.plugins if one.name == OWN]
        for need in needs:
            if need.name in self.faults:
                faults[need.name] = self.faults[need.name]
            elif need.name not in named:
                faults[need.name] = missing(need.name)
            elif not accepts(need.versions, named[need.name].version):
                faults[need.name] = unfit(named[need.name], need.versions)
            else:
                kept.append(named[need.name])
        return Plugins(tuple(kept), faults)

    def check(self) -> None:
        """Raise the first fault, if there is any."""
        for fault in self.faults.values():
            raise fault

    @property
    def versions(self) -> Mapping[str, str]:
        """The version of each plugin by its name."""
        return {name: one.version for name, one in self.named.items()}

    @property
    def kinds(self) -> Mapping[str, type[Leaf]]:
        """The kinds of conditions by their words, as reading a workflow asks for them."""
        return {kind.word: kind for _, kind in self.each("leaf_kinds")}

    @property
    def checks(self) -> tuple[Check, ...]:
        """The checks, samenwerk's own first."""
        return tuple(check for _, check in self.each("checks"))

    @property
    def rules(self) -> Mapping[str, PluginRule]:
        """The rules by `plugin.rule`."""
        return self.by_name("rules")

    @property
    def wordings(self) -> tuple[tuple[str, Wording], ...]:
        """Tables of sentences with who brought them, the labels of what it brought among them."""
        found: list[tuple[str, Wording]] = []
        for plugin in self.plugins:
            table: dict[str, dict[str, str]] = {
                lang: dict(sentences) for lang, sentences in plugin.all("messages")
            }
            for one in FAMILIES:
                for value in plugin.all(one.hook) if one.word else ():
                    for lang, label in value.labels.items():
                        table.setdefault(lang, {})[f"word.{one.word}.{value.name}"] = label
            for kind in plugin.all("leaf_kinds"):
                for lang, sentences in kind.WORDING.items():
                    table.setdefault(lang, {}).update(sentences)
            if table:
                found.append((plugin.name, table))
        return tuple(found)

    @property
    def commands(self) -> tuple[tuple[str, click.Command], ...]:
        """The commands for the command line, with the plugin that brought each."""
        return tuple((plugin.name, one) for plugin, one in self.each("cli_commands"))


def missing(name: str, **more: Any) -> PluginError:
    """A workflow names a plugin that is not there."""
    return PluginError(f"plugin {name} is not installed", what="missing", plugin=name, **more)


def unfit(plugin: Plugin, wanted: str) -> PluginError:
    """A workflow accepts other versions of a plugin than the one that is there."""
    return PluginError(
        f"plugin {plugin.name} is version {plugin.version}, asked is {wanted}",
        what="version", plugin=plugin.name, version=plugin.version, wanted=wanted,
    )  # fmt: skip
