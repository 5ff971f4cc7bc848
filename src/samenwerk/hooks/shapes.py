"""What families look at in what a plugin gave: names, labels, lists, parameters, functions.

Each says yes or no, or raises the PluginError that names plugin and hook; what a family wants as a
whole is in its own file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from samenwerk.hooks.calling.contained import contained
from samenwerk.hooks.values import PARAMETER_TYPES, Parameter
from samenwerk.values.errors import PluginError

OWN = "samenwerk"
"""The name under which samenwerk's own things come in."""


def wrong(plugin: str, hook: str, answer: object, wanted: str) -> PluginError:
    """A plugin gave something else than a hook asks for."""
    return PluginError(
        f"plugin {plugin} answered {hook} with {shown(answer)}, asked is {wanted}",
        what="answered", plugin=plugin, hook=hook, answer=shown(answer), wanted=wanted,
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
    return f"{type(answer).__name__} {text[:60]}"


def listed(plugin: str, hook: str, answer: object, right: Callable[[Any], bool],
           wanted: str) -> tuple[Any, ...]:  # fmt: skip
    """The items of a list that are all `right`; raises PluginError for the first that is not."""
    if isinstance(answer, str) or not isinstance(answer, Sequence):
        raise wrong(plugin, hook, answer, f"Sequence[{wanted}]")
    items = contained(plugin, hook, lambda: tuple(answer))
    for one in items:
        if not contained(plugin, hook, lambda one=one: right(one)):  # type: ignore[misc]
            raise wrong(plugin, hook, one, wanted)
    return tuple(items)


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
