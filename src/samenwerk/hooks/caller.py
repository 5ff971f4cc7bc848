"""Our own caller: asks a plugin's rules and facts, contains what goes wrong, measures how long.

It decides nothing and remembers only how often it asked and how long that took.
"""

from __future__ import annotations

import functools
import threading
import time
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import attrs

from samenwerk.core.asking import Asking
from samenwerk.hooks.gather import contained, shown
from samenwerk.hooks.plugins import Plugins, missing
from samenwerk.hooks.values import Answer, Given, PluginRule, Question, given_value
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.cell import Value
from samenwerk.values.errors import PluginError
from samenwerk.values.message import Message


@attrs.frozen
class Calls:
    """How often something of a plugin was asked, and how long it took, in seconds."""

    plugin: str
    hook: str
    times: int
    failed: int
    seconds: float
    slowest: float


@attrs.frozen
class Told:
    """What a plugin told of one fact: of the case, or of party `who`."""

    fact: str
    value: Value
    plugin: str
    version: str
    who: str | None = None


class Caller:
    """Asks plugins. Safe from several threads; plugins themselves must be so too."""

    def __init__(self, plugins: Plugins, now: Callable[[], float] = time.perf_counter) -> None:
        self.plugins = plugins
        self._now = now
        self._calls: dict[tuple[str, str], Calls] = {}
        self._lock = threading.Lock()

    @property
    def calls(self) -> tuple[Calls, ...]:
        """What was asked so far, the slowest first."""
        with self._lock:
            found = tuple(self._calls.values())
        return tuple(sorted(found, key=lambda one: (-one.slowest, one.plugin, one.hook)))

    def judge(self, asking: Asking) -> Answer:
        """What a rule answers; raises PluginError when it is not there or went wrong."""
        leaf, view = asking.leaf, asking.view
        rule = self.plugins.rule(leaf.plugin, leaf.rule)
        question = question_of(
            view.collaboration, view.case, view.day, view.speaks_for, view.who,
            given(leaf.plugin, rule, dict(leaf.given)),
        )  # fmt: skip
        hook = f"rule {leaf.rule}"

        def ask() -> Answer:
            answer = contained(leaf.plugin, hook, lambda: rule.judge(question))
            if not _is_answer(answer):
                wanted = "Answer(0, 1 or 2, message, ways)"
                raise PluginError(
                    f"plugin {leaf.plugin} answered {hook} with {shown(answer)}",
                    what="answered", plugin=leaf.plugin, hook=hook, answer=shown(answer),
                    wanted=wanted,
                )  # fmt: skip
            return answer  # type: ignore[no-any-return]

        answer: Answer = self._timed(leaf.plugin, hook, ask)
        return answer

    def collect(self, question: Question, wanted: Callable[[str], bool]) -> tuple[Told, ...]:
        """What plugins know of the facts that are `wanted`, in the order of their names."""
        found: list[Told] = []
        for plugin in self.plugins.plugins:
            for provider in plugin.facts:
                if not any(wanted(name) for name in provider.provides):
                    continue
                hook = f"facts {provider.name}"

                def ask(plugin: Any = plugin, provider: Any = provider, hook: str = hook) -> Any:
                    answer = contained(plugin.name, hook, lambda: provider.collect(question))
                    return _facts(plugin.name, hook, provider.provides, answer)

                answer = self._timed(plugin.name, hook, ask)
                found += [
                    Told(name, value, plugin.name, plugin.version, who)
                    for name, who, value in answer
                    if wanted(name)
                ]
        return tuple(sorted(found, key=lambda one: (one.fact, one.who or "")))

    def _timed(self, plugin: str, hook: str, ask: Callable[[], Any]) -> Any:
        started, failed = self._now(), 1
        try:
            answer = ask()
            failed = 0
            return answer
        finally:
            took = self._now() - started
            with self._lock:
                known = self._calls.get((plugin, hook)) or Calls(plugin, hook, 0, 0, 0.0, 0.0)
                self._calls[plugin, hook] = Calls(
                    plugin, hook, known.times + 1, known.failed + failed, known.seconds + took,
                    max(known.slowest, took),
                )  # fmt: skip


def question_of(
    collaboration: Collaboration,
    case: Case,
    day: Any,
    actor: str | None = None,
    party: str | None = None,
    parameters: Mapping[str, Given] | None = None,
) -> Question:
    """A question that shares nothing with the engine that could be changed.

    A register remembers what was worked out about it; a plugin gets one with a memory of its own.
    """
    apart = attrs.evolve(collaboration, register=attrs.evolve(collaboration.register))
    return Question(case, apart, day, actor, party, MappingProxyType(dict(parameters or {})))


def given(plugin: str, rule: PluginRule, written: Mapping[str, object]) -> Mapping[str, Given]:
    """What a workflow gives a rule, in the types that the rule declares.

    Raises PluginError for a name the rule does not know, a value of another type, or one that
    is needed and not given.
    """

    def wrong(detail: str) -> PluginError:
        return PluginError(
            f"rule {rule.name} of plugin {plugin}: {detail}",
            what="parameters", plugin=plugin, rule=rule.name, detail=detail,
        )  # fmt: skip

    known = {one.name: one for one in rule.parameters}
    for name in written:
        if name not in known:
            raise wrong(f"{name}?")
    found: dict[str, Given] = {}
    for name, parameter in known.items():
        if name in written:
            try:
                found[name] = given_value(parameter.type, written[name])
            except ValueError:
                raise wrong(f"{name} = {shown(written[name])}, {parameter.type}?") from None
        elif parameter.default is None:
            raise wrong(f"{name} = ?")
        else:
            found[name] = parameter.default
    return found


def fact_providers(plugins: Plugins) -> frozenset[str]:
    """The names of all facts that these plugins provide."""
    return frozenset(
        name for one in plugins.plugins for provider in one.facts for name in provider.provides
    )


def fault_of(plugins: Plugins, name: str) -> PluginError:
    """Why a plugin that is needed cannot be asked."""
    return plugins.faults.get(name) or missing(name)


def _is_answer(answer: object) -> bool:
    return (
        isinstance(answer, Answer)
        and _is_truth(answer.truth)
        and (answer.message is None or _are_messages((answer.message,)))
        and _are_messages(answer.ways)
    )


def _is_truth(truth: object) -> bool:
    return type(truth) is int and truth in (0, 1, 2)


def _are_messages(found: object) -> bool:
    return isinstance(found, tuple) and all(isinstance(one, Message) for one in found)


def _facts(
    plugin: str, hook: str, provides: tuple[str, ...], answer: object
) -> list[tuple[str, str | None, Any]]:
    def wrong(given: object, wanted: str) -> PluginError:
        return PluginError(
            f"plugin {plugin} answered {hook} with {shown(given)}, asked is {wanted}",
            what="answered", plugin=plugin, hook=hook, answer=shown(given), wanted=wanted,
        )  # fmt: skip

    if not isinstance(answer, Mapping):
        raise wrong(answer, "a mapping of facts to values")
    found: list[tuple[str, str | None, Any]] = []
    pairs: list[tuple[Any, Any]] = contained(plugin, hook, functools.partial(_pairs, answer))
    for name, value in pairs:
        if name not in provides:
            raise wrong(name, "one of " + ", ".join(provides))
        if isinstance(value, Mapping):
            each: list[tuple[Any, Any]] = contained(plugin, hook, functools.partial(_pairs, value))
            for who, one in each:
                if not isinstance(who, str):
                    raise wrong(who, "the id of a party")
                found.append((name, who, one))
        else:
            found.append((name, None, value))
    return found


def _pairs(mapping: Mapping[Any, Any]) -> list[tuple[Any, Any]]:
    return list(mapping.items())
