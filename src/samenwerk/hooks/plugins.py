"""What plugins brought, as frozen values: one `Plugin` each, `Plugins` together.

How they are gathered is `gather`, where installed ones are found `installed`, and how they are
asked `caller`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import attrs

from samenwerk.core.leaf import Leaf
from samenwerk.definitions.resolving.versions import accepts
from samenwerk.hooks.values import PluginFacts, PluginRule
from samenwerk.values.declared import PluginNeed
from samenwerk.values.errors import PluginError

if TYPE_CHECKING:
    import click

    from samenwerk.definitions.checks import Check

OWN = "samenwerk"
"""The name under which samenwerk's own things come in."""

Wording = Mapping[str, Mapping[str, str]]


@attrs.frozen(kw_only=True)
class Plugin:
    """One plugin, with everything it brought.

    `distribution` is the package it was installed with, `seconds` how long it took to ask it.
    """

    name: str
    version: str
    distribution: str | None = None
    rules: tuple[PluginRule, ...] = ()
    facts: tuple[PluginFacts, ...] = ()
    leaf_kinds: tuple[type[Leaf], ...] = ()
    checks: tuple[Check, ...] = ()
    commands: tuple[click.Command, ...] = ()
    messages: Wording = MappingProxyType({})
    seconds: float = attrs.field(default=0.0, eq=False)

    def brought(self) -> Mapping[str, tuple[str, ...]]:
        """The names of what it brought, by hook; hooks that brought nothing are left out."""
        named = {
            "leaf_kinds": tuple(kind.word for kind in self.leaf_kinds),
            "rules": tuple(rule.name for rule in self.rules),
            "facts": tuple(name for one in self.facts for name in one.provides),
            "messages": tuple(sorted(self.messages)),
            "checks": tuple(check.code for check in self.checks),
            "cli_commands": tuple(command.name or "" for command in self.commands),
        }
        return {hook: names for hook, names in named.items() if names}


@attrs.frozen
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
        gathered = gather(sources)
        for fault in gathered.faults.values():
            raise fault
        return gathered

    @property
    def named(self) -> Mapping[str, Plugin]:
        """The plugins beside samenwerk's own, by name."""
        return {one.name: one for one in self.plugins if one.name != OWN}

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

    def rule(self, plugin: str, name: str) -> PluginRule:
        """A rule of a plugin; raises PluginError when the plugin or the rule is not there."""
        found = self.named.get(plugin)
        if found is None:
            raise self.faults.get(plugin) or missing(plugin)
        for rule in found.rules:
            if rule.name == name:
                return rule
        raise PluginError(
            f"plugin {plugin} {found.version} has no rule {name}",
            what="rule", plugin=plugin, version=found.version, rule=name,
        )  # fmt: skip

    def check(self) -> None:
        """Raise the first fault, if there is any."""
        for fault in self.faults.values():
            raise fault

    @property
    def kinds(self) -> Mapping[str, type[Leaf]]:
        """The kinds of conditions by their words, as reading a workflow asks for them."""
        return {kind.word: kind for one in self.plugins for kind in one.leaf_kinds}

    @property
    def checks(self) -> tuple[Check, ...]:
        """The checks, samenwerk's own first."""
        return tuple(check for one in self.plugins for check in one.checks)

    @property
    def versions(self) -> Mapping[str, str]:
        """The version of each plugin by its name."""
        return {name: one.version for name, one in self.named.items()}

    @property
    def rules(self) -> Mapping[str, PluginRule]:
        """The rules by `plugin.rule`."""
        return {
            f"{name}.{rule.name}": rule for name, one in self.named.items() for rule in one.rules
        }

    @property
    def wordings(self) -> tuple[tuple[str, Wording], ...]:
        """Tables of sentences with who brought them, the labels of rules among them."""
        found: list[tuple[str, Wording]] = []
        for one in self.plugins:
            table: dict[str, dict[str, str]] = {lang: dict(t) for lang, t in one.messages.items()}
            for rule in one.rules:
                for lang, label in rule.labels.items():
                    table.setdefault(lang, {})[f"word.plugin_rule.{rule.name}"] = label
            if table:
                found.append((one.name, table))
        return tuple(found)

    @property
    def commands(self) -> tuple[tuple[str, click.Command], ...]:
        """The commands for the command line, with the plugin that brought each."""
        return tuple((one.name, command) for one in self.plugins for command in one.commands)


def missing(name: str, **more: Any) -> PluginError:
    """A workflow names a plugin that is not there."""
    return PluginError(f"plugin {name} is not installed", what="missing", plugin=name, **more)


def unfit(plugin: Plugin, wanted: str) -> PluginError:
    """A workflow accepts other versions of a plugin than the one that is there."""
    return PluginError(
        f"plugin {plugin.name} is version {plugin.version}, asked is {wanted}",
        what="version", plugin=plugin.name, version=plugin.version, wanted=wanted,
    )  # fmt: skip
