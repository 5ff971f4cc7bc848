"""`effects`: what a plugin brings about outside, and how it is asked to.

When it is asked, how often, and what is recorded of it, is `engine.sending`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from samenwerk.hooks.shapes import (
    can_be_called,
    is_name,
    labelled,
    listed,
    parameters,
    shown,
    wrong,
)
from samenwerk.values.cell import Value
from samenwerk.values.errors import PluginError
from samenwerk.values.given import PARAMETER_TYPES, Given, Parameter, given_value
from samenwerk.values.register import Party
from samenwerk.values.share import Share

if TYPE_CHECKING:
    from samenwerk.hooks.calling.caller import Caller

Along: TypeAlias = Given | tuple[Party, ...]
"""What a plugin gets along under one name: a value, or the parties that are meant."""

PARTIES = "parties"
"""The type of a parameter that says who: the parties that hold a role, say."""

NOTHING: Mapping[str, Any] = MappingProxyType({})


@attrs.frozen(eq=False)
class Sending:
    """One effect that is to come about: what the workflow gives along, and what tells it apart.

    `key` is the same at every attempt and of no other effect, anywhere: hand it to the outside, so
    that a second attempt is known there. `day` is that of the step, `party` who did it. Only what
    the workflow gives along is in `parameters`, free text among it.
    """

    key: str
    effect: str
    collaboration: str
    case: str
    day: date
    parameters: Mapping[str, Along] = NOTHING
    party: Party | None = None
    attempt: int = 1


@attrs.frozen
class Delivered:
    """It came about. `gives` is what came back, by the names that the effect declares.

    >>> Delivered({"number": 12}).gives["number"]
    12
    """

    gives: Mapping[str, Value] = attrs.field(factory=dict)


@attrs.frozen(eq=False)
class PluginEffect:
    """Something that a plugin brings about, asked in a workflow as `plugin = "name.effect"`.

    `deliver` does it, and raises when it could not. `look_up` says whether it came about already,
    by the key; None when it did not. `gives` are what comes back. See `hooks.spec.effects`.
    """

    name: str
    labels: Mapping[str, str]
    deliver: Callable[[Sending], Delivered]
    look_up: Callable[[Sending], Delivered | None]
    parameters: tuple[Parameter, ...] = ()
    gives: tuple[Parameter, ...] = ()


def fits(plugin: str, answer: object) -> tuple[PluginEffect, ...]:
    """The effects a plugin gave; raises PluginError."""

    def right(one: Any) -> bool:
        return (
            isinstance(one, PluginEffect)
            and is_name(one.name)
            and labelled(one.labels)
            and can_be_called(one.deliver)
            and can_be_called(one.look_up)
            and parameters(one.parameters, (*PARAMETER_TYPES, PARTIES))
            and parameters(one.gives)
        )

    return listed(plugin, "effects", answer, right, "PluginEffect")


def names(brought: tuple[PluginEffect, ...]) -> tuple[str, ...]:
    """What workflows call them, after the name of the plugin."""
    return tuple(one.name for one in brought)


def delivered(caller: Caller, plugin: str, name: str, sending: Sending) -> Delivered:
    """What came of bringing it about; raises PluginError when it did not."""
    right = functools.partial(_came, caller, plugin, name, False)
    found = caller.asked(plugin, "effects", name, "deliver", sending, right=right)
    assert found is not None
    return found


def looked_up(caller: Caller, plugin: str, name: str, sending: Sending) -> Delivered | None:
    """Whether it came about already; raises PluginError when that could not be seen."""
    right = functools.partial(_came, caller, plugin, name, True)
    return caller.asked(plugin, "effects", name, "look_up", sending, right=right)


def _came(
    caller: Caller, plugin: str, name: str, none: bool, answer: Any
) -> Delivered | None:
    hook, wanted = f"effects {name}", "Delivered(gives)" + (" or None" if none else "")
    if answer is None and none:
        return None
    if not isinstance(answer, Delivered) or not isinstance(answer.gives, Mapping):
        raise wrong(plugin, hook, answer, wanted)
    effect = caller.plugins.found("effects", plugin, name)
    known = {one.name: one for one in effect.gives}
    gives: dict[str, Value] = {}
    for key, value in dict(answer.gives).items():
        if key not in known:
            raise wrong(plugin, hook, key, "one of " + (", ".join(known) or "nothing"))
        try:
            fitting = given_value(known[key].type, value)
        except ValueError:
            raise wrong(plugin, hook, value, f"{key}: {known[key].type}") from None
        gives[key] = str(fitting) if isinstance(fitting, Share) else fitting
    return Delivered(MappingProxyType(gives))


def along(plugin: str, effect: PluginEffect, written: Mapping[str, Any]) -> Mapping[str, Along]:
    """What goes along, in the types that the effect declares.

    Raises PluginError for a name that it does not know, a value of another type, or one that is
    needed and not known.
    """
    known = {one.name: one for one in effect.parameters}
    for name in written:
        if name not in known:
            raise unfit(plugin, effect.name, f"{name}?")
    found: dict[str, Along] = {}
    for name, parameter in known.items():
        if name in written:
            try:
                found[name] = _value(parameter.type, written[name])
            except ValueError:
                detail = f"{name} = {shown(written[name])}, {parameter.type}?"
                raise unfit(plugin, effect.name, detail) from None
        elif parameter.default is None:
            raise unfit(plugin, effect.name, f"{name} = ?")
        else:
            found[name] = parameter.default
    return MappingProxyType(found)


def _value(type: str, written: Any) -> Along:
    if (type == PARTIES) != isinstance(written, tuple):
        raise ValueError(f"no {type}: {written}")
    return written if isinstance(written, tuple) else given_value(type, written)


def unfit(plugin: str, effect: str, detail: str) -> PluginError:
    """What goes along does not fit the effect: no other attempt will help."""
    return PluginError(
        f"effect {effect} of plugin {plugin}: {detail}",
        what="effect", plugin=plugin, effect=effect, detail=detail,
    )  # fmt: skip
