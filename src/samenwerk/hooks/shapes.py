"""What families look at in what a plugin gave: names, labels, lists, parameters, functions.

Each says yes or no, or raises the PluginError that names plugin and hook; what a family wants as a
whole is in its own file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any, TypeAlias

import attrs

from samenwerk.hooks.calling.contained import contained
from samenwerk.values.errors import PluginError
from samenwerk.values.given import PARAMETER_TYPES, Parameter
from samenwerk.values.message import Message
from samenwerk.values.share import Share
from samenwerk.values.time import Term

Fields: TypeAlias = Mapping[str, tuple[Callable[[Any], bool], str]]
"""Fields of a value that only its family knows: whether one fits, and what belongs there."""
NO_FIELDS: Fields = MappingProxyType({})
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
    asked = wanted if isinstance(wanted, str) else in_english(wanted)
    return PluginError(
        f"plugin {plugin} answered {hook} with {given}, asked is {asked}",
        what="answered", plugin=plugin, hook=hook, answer=given, wanted=wanted,
    )  # fmt: skip


def in_english(wanted: Message) -> str:
    """What is asked, for who reads the error itself and not what is said of it."""
    from samenwerk.hooks.wording import WORDING

    return WORDING["en"][wanted.id].format_map(wanted.params)


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
           wanted: str, fields: Fields = NO_FIELDS) -> tuple[Any, ...]:  # fmt: skip
    """The items of a list that are all `right`; raises PluginError for the first that is not,
    with the field that does not fit where that can be told."""
    if isinstance(answer, str) or not isinstance(answer, Sequence):
        raise wrong(plugin, hook, answer, f"Sequence[{wanted}]")
    items = contained(plugin, hook, lambda: tuple(answer))
    for one in items:
        if not contained(plugin, hook, lambda one=one: right(one)):  # type: ignore[misc]
            unfit = None
            if type(one).__name__ == wanted:
                unfit = contained(plugin, hook, lambda one=one: _unfit(one, fields))  # type: ignore[misc]
            raise wrong(plugin, hook, one, wanted) if unfit is None else wrong(plugin, hook, *unfit)
    return tuple(items)


def _unfit(one: Any, fields: Fields) -> tuple[object, str] | None:
    """What stands in the first field that does not fit, and what belongs there; None where it is
    not in one field alone."""
    kind = type(one)
    for field in attrs.fields(kind) if attrs.has(kind) else ():
        typed, value = str(field.type), getattr(one, field.name)
        place = f"{kind.__name__}.{field.name}"
        fits, belongs = fields.get(field.name) or _known(field.name, typed)
        if not fits(value):
            return value, f"{place}: {belongs}"
        unfit = _unfit_parameter(value, place) if typed == "tuple[Parameter, ...]" else None
        if unfit is not None:
            return unfit
    return None


def _known(name: str, typed: str) -> tuple[Callable[[Any], bool], str]:
    """Whether a value fits a field of this name and type, and what belongs there."""
    if name == "name":
        return is_name, "a name of letters, digits and _ (ASCII)"
    if typed.startswith("Callable[") and not typed.endswith(" | None"):
        return can_be_called, typed
    return _FITS.get(typed, lambda value: True), typed


def _unfit_parameter(given: tuple[Parameter, ...], place: str) -> tuple[object, str] | None:
    for it in given:
        if it.type not in (*PARAMETER_TYPES, "parties"):  # parties: of an effect
            return it.type, f"{place}: Parameter.type {' | '.join(PARAMETER_TYPES)}"
        if not is_name(it.name):
            return it.name, f"{place}: Parameter.name of letters, digits and _ (ASCII)"
        if not labelled(it.labels):
            return it.labels, f"{place}: Parameter.labels Mapping[str, str]"
        if not _is_of(it.type, it.default):
            return it.default, f"{place}: Parameter.default of {it.name}, of type {it.type}"
        if [one.name for one in given].count(it.name) > 1:
            return it.name, f"{place}: one Parameter of each name"
    return None


def is_name(name: object) -> bool:
    """Whether a workflow can write this name."""
    return isinstance(name, str) and name.isidentifier() and name.isascii()


def can_be_called(what: object) -> bool:
    """Whether this is a function, or acts as one."""
    return callable(what)


def parameters(given: object, types: Sequence[str] = PARAMETER_TYPES) -> bool:
    """Whether these are parameters of types that there are, each with a name of its own and a
    default, if any, of its type."""
    return (
        isinstance(given, tuple)
        and all(isinstance(one, Parameter) and one.type in types for one in given)
        and _unfit_parameter(given, "") is None
    )


def is_day(day: object) -> bool:
    """Whether this is a day, without an hour."""
    return isinstance(day, date) and not isinstance(day, datetime)


def _is_of(type: str, default: object) -> bool:
    if default is None or type not in _DEFAULTS:
        return True
    if type == "date":
        return is_day(default)
    return isinstance(default, _DEFAULTS[type]) and (type == "yes_no") is isinstance(default, bool)


_DEFAULTS: Mapping[str, Any] = {
    "text": str, "whole_number": int, "money": (Decimal, int), "date": date, "term": Term,
    "share": Share, "yes_no": bool,
}  # fmt: skip


def texts(names: object) -> bool:
    """Whether this is a tuple of texts."""
    return isinstance(names, tuple) and all(isinstance(name, str) for name in names)


def labelled(labels: object) -> bool:
    """Whether this is a text for each of some languages (or sentences by id)."""
    return isinstance(labels, Mapping) and all(
        isinstance(lang, str) and isinstance(text, str) for lang, text in labels.items()
    )


def _are_parameters(given: object) -> bool:
    return isinstance(given, tuple) and all(isinstance(one, Parameter) for one in given)


_FITS: Mapping[str, Callable[[Any], bool]] = {
    "str": lambda value: isinstance(value, str),
    "date": is_day,
    "Message": lambda value: isinstance(value, Message),
    "Mapping[str, str]": labelled,
    "tuple[str, ...]": texts,
    "tuple[Parameter, ...]": _are_parameters,
}
"""Whether a value fits a field, by how its type is written; of other types nothing is known."""
