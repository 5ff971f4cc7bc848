"""Gathering: every hook of every plugin asked once, by our own caller, and what came of it checked.

pluggy finds the hooks and checks their signatures. A plugin that does not fit is left out with a
fault that names it; two that offer the same name are both named.
"""

from __future__ import annotations

import difflib
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import ModuleType
from typing import Any

import attrs

from samenwerk.hooks.plugins import OWN, Plugin, Plugins
from samenwerk.hooks.values import PARAMETER_TYPES, Parameter, PluginFacts, PluginRule
from samenwerk.values.errors import PluginError

RUNNING = ("leaf_kinds", "rules", "facts", "messages")
"""What is asked for before a workflow is run; checks and commands only by who needs them."""


@attrs.frozen(eq=False)
class Source:
    """A plugin before it is asked: where it came from, and how to get hold of it."""

    name: str
    version: str
    load: Callable[[], object]
    distribution: str | None = None


def source_of(plugin: object, name: str | None = None) -> Source:
    """A module or object at hand as a source."""
    if name is None:
        own = plugin.__name__ if isinstance(plugin, ModuleType) else type(plugin).__name__
        name = own.rpartition(".")[2].removeprefix("samenwerk_")
    version = getattr(plugin, "__version__", "0")
    return Source(name, str(version), lambda: plugin)


def gather(sources: Iterable[Source], hooks: Sequence[str] = RUNNING) -> Plugins:
    """Ask these plugins, after samenwerk's own, for what they bring by these hooks.

    Gives the frozen whole. Each fault stands under the name of its plugin, and that plugin
    is left out; samenwerk's own never are. Raises nothing of a plugin's making.
    """
    found: list[Plugin] = [_own(hooks)]
    faults: dict[str, PluginError] = {}
    for source in sources:
        try:
            if source.name in faults:
                continue
            plugin = _asked(source, hooks)
            _check_clash(found, plugin)
        except PluginError as fault:
            faults[source.name] = fault
            found = [one for one in found if one.name not in fault.params.get("both", ())]  # type: ignore[operator]
            for name in fault.params.get("both", ()):  # type: ignore[attr-defined]
                faults[name] = fault
            continue
        found.append(plugin)
    return Plugins(tuple(found), faults)


def _own(hooks: Sequence[str]) -> Plugin:
    from samenwerk.hooks import builtin

    return _asked(Source(OWN, "0", lambda: builtin), hooks)


def _asked(source: Source, hooks: Sequence[str]) -> Plugin:
    started = time.perf_counter()
    plugin = contained(source.name, "import", source.load)
    functions = _functions(source.name, plugin)
    brought: dict[str, Any] = {}
    for hook in hooks:
        if hook in functions:
            answer = contained(source.name, hook, functions[hook])
            brought[_FIELDS.get(hook, hook)] = _CHECKED[hook](source.name, answer)
    seconds = time.perf_counter() - started
    return Plugin(name=source.name, version=source.version, distribution=source.distribution,
                  seconds=seconds, **brought)  # fmt: skip


_FIELDS = {"cli_commands": "commands"}


def contained(plugin: str, hook: str, call: Callable[[], Any]) -> Any:
    """What the call gives; whatever a plugin raises becomes a PluginError that names it."""
    try:
        return call()
    except (Exception, SystemExit) as fault:
        what = "import" if hook == "import" else "raised"
        raise PluginError(
            f"plugin {plugin} went wrong at {hook}: {type(fault).__name__}: {fault}",
            what=what, plugin=plugin, hook=hook, detail=f"{type(fault).__name__}: {fault}",
        ) from fault  # fmt: skip


def _functions(name: str, plugin: object) -> dict[str, Callable[[], Any]]:
    """The hooks that a plugin fills in, by name; unknown ones are told all at once."""
    from pluggy import PluginValidationError

    from samenwerk.hooks.spec import HOOKS, manager

    made = manager()
    if plugin is None:
        raise _wrong(name, "import", plugin, "a module")
    marked = {}
    for attribute in dir(plugin):
        marks = contained(name, attribute, lambda a=attribute: made.parse_hookimpl_opts(plugin, a))  # type: ignore[misc]
        if marks is not None:
            marked[attribute] = marks.get("specname") or attribute
    unknown = sorted(set(marked.values()) - set(HOOKS))
    if unknown:
        raise _unknown(name, unknown, HOOKS)
    if not marked:
        raise PluginError(f"plugin {name} fills in no hook", what="empty", plugin=name)
    try:
        made.register(plugin, name=name)
    except (PluginValidationError, ValueError) as fault:
        detail = str(fault).strip().splitlines()[-1]
        raise PluginError(f"plugin {name} has a hook with another form: {detail}",
                          what="signature", plugin=name, detail=detail) from fault  # fmt: skip
    found = {}
    for hook in HOOKS:
        for filled in getattr(made.hook, hook).get_hookimpls():
            found[hook] = filled.function
    return found


def _unknown(name: str, unknown: Sequence[str], known: Sequence[str]) -> PluginError:
    near = {one: difflib.get_close_matches(one, known, 1, 0.5) for one in unknown}
    told = [f"{one} ({found[0]}?)" if found else one for one, found in near.items()]
    return PluginError(
        f"plugin {name} fills in hooks that are not there: {', '.join(told)}",
        what="hooks", plugin=name, hooks=tuple(told),
        nearest=tuple(found[0] if found else "" for found in near.values()),
    )  # fmt: skip


def _wrong(plugin: str, hook: str, answer: object, wanted: str) -> PluginError:
    return PluginError(
        f"plugin {plugin} answered {hook} with {shown(answer)}, asked is {wanted}",
        what="answered", plugin=plugin, hook=hook, answer=shown(answer), wanted=wanted,
    )  # fmt: skip


def shown(answer: object) -> str:
    """What a plugin gave, in a few words for a message."""
    try:
        text = repr(answer)
    except Exception:
        text = "something that cannot be shown"
    return f"{type(answer).__name__} {text[:60]}"


def _listed(plugin: str, hook: str, answer: object, fits: Callable[[Any], bool],
            wanted: str) -> tuple[Any, ...]:  # fmt: skip
    if isinstance(answer, str) or not isinstance(answer, Sequence):
        raise _wrong(plugin, hook, answer, f"a list of {wanted}")
    for one in answer:
        if not contained(plugin, hook, lambda one=one: fits(one)):  # type: ignore[misc]
            raise _wrong(plugin, hook, one, wanted)
    return tuple(answer)


def _is_name(name: object) -> bool:
    return isinstance(name, str) and name.isidentifier() and name.isascii()


def _can_be_called(what: object) -> bool:
    return callable(what)


def _is_parameter(what: object) -> bool:
    return isinstance(what, Parameter) and what.type in PARAMETER_TYPES


def _texts(names: object) -> bool:
    return isinstance(names, tuple) and all(isinstance(name, str) for name in names)


def _labelled(labels: object) -> bool:
    return isinstance(labels, Mapping) and all(
        isinstance(lang, str) and isinstance(text, str) for lang, text in labels.items()
    )


def _rules(plugin: str, answer: object) -> tuple[PluginRule, ...]:
    def fits(one: Any) -> bool:
        return (
            isinstance(one, PluginRule)
            and _is_name(one.name)
            and _labelled(one.labels)
            and _can_be_called(one.judge)
            and all(map(_is_parameter, one.parameters))
            and _texts(one.reads)
        )

    found = _listed(plugin, "rules", answer, fits, "PluginRule")
    _check_twice(plugin, "rules", (rule.name for rule in found))
    return found


def _facts(plugin: str, answer: object) -> tuple[PluginFacts, ...]:
    def fits(one: Any) -> bool:
        return (
            isinstance(one, PluginFacts)
            and _can_be_called(one.collect)
            and _texts(one.provides)
        )

    found = _listed(plugin, "facts", answer, fits, "PluginFacts")
    _check_twice(plugin, "facts", (name for one in found for name in one.provides))
    return found


def _leaf_kinds(plugin: str, answer: object) -> tuple[Any, ...]:
    asked = ("KEYS", "WORDING", "read", "key", "evaluate", "reads", "message", "ways",
             "abstract", "implies")  # fmt: skip

    def fits(one: Any) -> bool:
        word = getattr(one, "word", None)
        return isinstance(one, type) and _is_name(word) and all(hasattr(one, a) for a in asked)

    found = _listed(plugin, "leaf_kinds", answer, fits, "a class that keeps the leaf protocol")
    _check_twice(plugin, "leaf_kinds", (kind.word for kind in found))
    return found


def _messages(plugin: str, answer: object) -> Mapping[str, Mapping[str, str]]:
    if not isinstance(answer, Mapping) or not all(map(_labelled, answer.values())):
        raise _wrong(plugin, "messages", answer, "language to id to sentence")
    return {str(lang): dict(table) for lang, table in answer.items()}


def _checks(plugin: str, answer: object) -> tuple[Any, ...]:
    def fits(one: Any) -> bool:
        return isinstance(one.code, str) and isinstance(one.TEXTS, Mapping) and callable(one.check)

    found = _listed(plugin, "checks", answer, fits, "a check with code, TEXTS and check")
    _check_twice(plugin, "checks", (check.code for check in found))
    if plugin == OWN:
        return found
    return tuple(_Contained(plugin, check) for check in found)


class _Contained:
    """A plugin's check whose exceptions are named."""

    def __init__(self, plugin: str, check: Any) -> None:
        self._plugin, self._check = plugin, check
        self.code: str = check.code
        self.TEXTS = check.TEXTS
        self.good: str = getattr(check, "good", "")
        self.bad: str = getattr(check, "bad", "")

    def check(self, reading: Any) -> Iterator[Any]:
        """What the plugin's check finds."""
        from samenwerk.values.diagnostic import Diagnostic

        hook = f"check {self.code}"
        found = contained(self._plugin, hook, lambda: list(self._check.check(reading)))
        for one in found:
            if not isinstance(one, Diagnostic):
                raise _wrong(self._plugin, hook, one, "Diagnostic")
            yield one


def _commands(plugin: str, answer: object) -> tuple[Any, ...]:
    import click

    def fits(one: Any) -> bool:
        return isinstance(one, click.Command) and bool(one.name)

    found = _listed(plugin, "cli_commands", answer, fits, "click.Command with a name")
    _check_twice(plugin, "cli_commands", (command.name for command in found))
    return found


_CHECKED: Mapping[str, Callable[[str, object], Any]] = {
    "leaf_kinds": _leaf_kinds,
    "rules": _rules,
    "facts": _facts,
    "messages": _messages,
    "checks": _checks,
    "cli_commands": _commands,
}


def _check_twice(plugin: str, hook: str, names: Iterable[str | None]) -> None:
    seen: set[str | None] = set()
    for name in names:
        if name in seen:
            raise PluginError(f"plugin {plugin} brings {name} twice by {hook}",
                              what="twice", plugin=plugin, hook=hook, name=name)  # fmt: skip
        seen.add(name)


def _check_clash(found: Sequence[Plugin], plugin: Plugin) -> None:
    """No two plugins may bring the same name; rules have the name of their plugin before them."""
    for other in found:
        if other.name == plugin.name:
            both = (other, plugin)
            where = [one.distribution or f"version {one.version}" for one in both]
            raise PluginError(f"two plugins are called {plugin.name}: {where[0]} and {where[1]}",
                              what="clash", plugin=plugin.name, other=other.name, hook="name",
                              name=plugin.name, where=tuple(where),
                              both=(plugin.name,))  # fmt: skip
        theirs, ours = _names(other), _names(plugin)
        for hook, name in sorted(theirs & ours):
            both_names = (plugin.name,) if other.name == OWN else (other.name, plugin.name)
            raise PluginError(f"plugins {other.name} and {plugin.name} both bring {name} by {hook}",
                              what="clash", plugin=plugin.name, other=other.name, hook=hook,
                              name=name, both=both_names)  # fmt: skip


def _names(plugin: Plugin) -> set[tuple[str, str]]:
    brought = {k: v for k, v in plugin.brought().items() if k not in ("rules", "messages")}
    found = {(hook, name) for hook, names in brought.items() for name in names}
    for table in plugin.messages.values():
        found |= {("messages", id) for id in table}
    return found
