"""`facts`: what a plugin can find out about a case by itself, and how it is asked.

When it is asked, and what becomes of what it tells, is `engine.consulting`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from samenwerk.hooks.shapes import can_be_called, is_name, labelled, listed, texts, wrong
from samenwerk.values.cell import Value
from samenwerk.values.errors import PluginError

if TYPE_CHECKING:
    from samenwerk.hooks.calling.caller import Caller
    from samenwerk.hooks.plugins import Plugin, Plugins
    from samenwerk.hooks.values import Question
    from samenwerk.values.declared import Fact


@attrs.frozen(eq=False)
class PluginFacts:
    """Facts that a plugin can find out by itself.

    `provides` are the names of the facts, as a workflow must declare them. `collect` gives a
    value for each one it knows; of a fact that is kept per party, a value for each party.
    """

    name: str
    provides: tuple[str, ...]
    collect: Callable[[Question], Mapping[str, Value | Mapping[str, Value]]]
    labels: Mapping[str, str] = attrs.field(factory=dict)


def fits(plugin: str, answer: object) -> tuple[PluginFacts, ...]:
    """The providers a plugin gave; raises PluginError."""

    def right(one: Any) -> bool:
        return (
            isinstance(one, PluginFacts)
            and is_name(one.name)
            and labelled(one.labels)
            and can_be_called(one.collect)
            and texts(one.provides)
        )

    return listed(plugin, "facts", answer, right, "PluginFacts")


def names(brought: tuple[PluginFacts, ...]) -> tuple[str, ...]:
    """The facts that they provide: two plugins cannot both tell one."""
    return tuple(name for one in brought for name in one.provides)


@attrs.frozen
class Told:
    """What a plugin told of one fact: of the case, or of party `who`."""

    fact: str
    value: Value
    plugin: str
    version: str
    who: str | None = None


def collected(
    caller: Caller,
    question: Question,
    wanted: Mapping[str, Fact],
    rests: Callable[[tuple[str, ...]], bool] = lambda provides: True,
) -> tuple[Told, ...]:
    """What plugins know of the facts that are `wanted`, in the order of their names.

    One that goes wrong, or tells what does not fit its fact, stops no other; but what it provides
    is not known then. Raises its PluginError when the question `rests` on that.
    """
    found: list[Told] = []
    for plugin, provider in caller.plugins.each("facts"):
        if not any(name in wanted for name in provider.provides):
            continue
        right = functools.partial(_told, plugin, provider, wanted)
        try:
            found += caller.asked(
                plugin.name, "facts", provider.name, "collect", question, right=right
            )
        except PluginError:
            if rests(provider.provides):
                raise
    return tuple(sorted(found, key=lambda one: (one.fact, one.who or "")))


def provided(plugins: Plugins) -> frozenset[str]:
    """The names of all facts that these plugins provide."""
    return frozenset(name for _, one in plugins.each("facts") for name in one.provides)


def _told(
    plugin: Plugin, provider: PluginFacts, wanted: Mapping[str, Fact], answer: Any
) -> list[Told]:
    """What an answer tells of what is wanted; raises PluginError."""
    from samenwerk.core.collected import check_told

    hook = f"facts {provider.name}"
    if not isinstance(answer, dict):
        raise wrong(plugin.name, hook, answer, "Mapping[str, Value]")
    found: list[Told] = []
    for name, value in answer.items():
        if name not in provider.provides:
            raise wrong(plugin.name, hook, name, " | ".join(provider.provides))
        for who, one in value.items() if isinstance(value, dict) else ((None, value),):
            if who is not None and not isinstance(who, str):
                raise wrong(plugin.name, hook, who, "str")
            if name in wanted:
                told = Told(name, one, plugin.name, plugin.version, who)
                check_told(wanted[name], told)
                found.append(told)
    return found
