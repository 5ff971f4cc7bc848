"""What families look at in what a plugin gave: names, labels, lists, parameters, functions.

Each says yes or no, or raises the PluginError that names plugin and hook; what a family wants as a
whole is in its own file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs

from samenwerk.hooks.calling.contained import contained
from samenwerk.values.errors import PluginError
from samenwerk.values.given import PARAMETER_TYPES, Parameter
from samenwerk.values.message import Message

OWN = "samenwerk"
"""The name under which samenwerk's own things come in."""


def wrong(
    plugin: str, hook: str, answer: object, wanted: str | Message, told: str | None = None
) -> PluginError:
    """A plugin gave something else than a hook asks for.

    `wanted` is a type as a program writes it, or a message; `told` is the answer as people write
    it, where that is more than what it is to Python.
    """
    given = shown(answer) if told is None else told
    asked = wanted if isinstance(wanted, str) else wanted.id
    return PluginError(
        f"plugin {plugin} answered {hook} with {given}, asked is {asked}",
        what="answered", plugin=plugin, hook=hook, answer=given, wanted=wanted,
    )  # fmt: skip


def not_plain(plugin: str, hook: str, detail: str) -> PluginError:
    """A plugin gave something that is no value at all."""
    return PluginError(
        f"plugin {plugin} answered {hook} with what is no value: {detail}",
        what="not_plain", plugin=plugin, hook=hook, answer=detail,
    )  # fmt: skip


def shown(answer: object) -> str:
    """What a plugin gave, in a few words for a message."""
    try:
        text = repr(answer)
    except KeyboardInterrupt:
        raise
    except BaseException:
        text = "something that cannot be shown"
    kind = type(answer).__name__
    return text[:80] if text.startswith(f"{kind}(") else f"{kind} {text[:60]}"


def listed(plugin: str, hook: str, answer: object, right: Callable[[Any], bool],
           wanted: str) -> tuple[Any, ...]:  # fmt: skip
    """The items of a list that are all `right`; raises PluginError for the first that is not."""
    if isinstance(answer, str) or not isinstance(answer, Sequence):
        raise wrong(plugin, hook, answer, f"Sequence[{wanted}]")
    items = contained(plugin, hook, lambda: tuple(answer))
    for one in items:
        if not contained(plugin, hook, lambda one=one: right(one)):  # type: ignore[misc]
            unfit = None
            if type(one).__name__ == wanted:
                unfit = contained(plugin, hook, lambda one=one: _unfit(one))  # type: ignore[misc]
            raise wrong(plugin, hook, one, wanted) if unfit is None else wrong(plugin, hook, *unfit)
    return tuple(items)


def _unfit(one: Any) -> tuple[object, str] | None:
    """What stands in the first field that does not fit, and what belongs there; None where it is
    not in one field alone."""
    kind = type(one)
    for field in attrs.fields(kind) if attrs.has(kind) else ():
        typed, value = str(field.type), getattr(one, field.name)
        place = f"{kind.__name__}.{field.name}"
        if field.name == "name" and not is_name(value):
            return value, f"{place}: a name of letters, digits and _ (ASCII)"
        if typed.startswith("Mapping[str, str]") and not labelled(value):
            return value, f"{place}: {typed}"
        if typed.startswith("Callable[") and not (callable(value) or typed.endswith(" | None")):
            return value, f"{place}: {typed}"
        if typed == "tuple[str, ...]" and not texts(value):
            return value, f"{place}: {typed}"
        if typed == "tuple[Parameter, ...]":
            if not isinstance(value, tuple) or not all(isinstance(it, Parameter) for it in value):
                return value, f"{place}: {typed}"
            for it in value:
                if it.type not in (*PARAMETER_TYPES, "parties"):  # parties: of an effect
                    return it.type, f"{place}: Parameter.type {' | '.join(PARAMETER_TYPES)}"
    return None


def is_name(name: object) -> bool:
    """Whether a workflow can write this name."""
    return isinstance(name, str) and name.isidentifier() and name.isascii()


def can_be_called(what: object) -> bool:
    """Whether this is a function, or acts as one."""
    return callable(what)


def parameters(given: object) -> bool:
    """Whether these are parameters of types that there are."""
    return isinstance(given, tuple) and all(
        isinstance(one, Parameter) and one.type in PARAMETER_TYPES for one in given
    )


def texts(names: object) -> bool:
    """Whether this is a tuple of texts."""
    return isinstance(names, tuple) and all(isinstance(name, str) for name in names)


def labelled(labels: object) -> bool:
    """Whether this is a text for each of some languages (or sentences by id)."""
    return isinstance(labels, Mapping) and all(
        isinstance(lang, str) and isinstance(text, str) for lang, text in labels.items()
    )
