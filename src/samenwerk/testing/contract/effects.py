"""Whether an effect comes about once for a key, however often it is asked.

What it does outside is for a test of its own; here it is really asked to do it, where its author
says with what.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from samenwerk.hooks.calling.caller import Caller
from samenwerk.hooks.families.effects import Sending, delivered, looked_up
from samenwerk.hooks.plugins import Plugin, Plugins
from samenwerk.values.errors import PluginError


def effect_faults(
    plugins: Plugins, plugin: Plugin, sendings: Mapping[str, Iterable[Sending]],
    outside: Iterable[str],
) -> Iterator[str]:  # fmt: skip
    """What goes otherwise than agreed; `sendings` are what to try, by the name of the effect."""
    left_out = set(outside)
    for effect in plugin.all("effects"):
        tried = tuple(sendings.get(effect.name, ()))
        if not tried and effect.name not in left_out:
            yield (
                f"effects {effect.name} is not tried: give a Sending of it in `sendings`, "
                "or name it in `outside` and try it yourself"
            )
        for one in tried:
            try:
                yield from _tried(plugins, plugin.name, effect.name, one)
            except PluginError as fault:
                yield f"effects {effect.name}: {fault}"


def _tried(plugins: Plugins, plugin: str, name: str, sending: Sending) -> Iterator[str]:
    caller, who = Caller(plugins), f"effects {name}"
    other = attrs.evolve(sending, key=f"{sending.key[::-1]}0")
    before = looked_up(caller, plugin, name, sending)
    if before is not None:
        yield f"{who}: look_up knows it before it was delivered: {before}"
    first = delivered(caller, plugin, name, sending)
    after = looked_up(caller, plugin, name, sending)
    if after is None:
        yield f"{who}: look_up does not know it after it was delivered: it would be sent twice"
    elif after != first:
        yield f"{who}: look_up gives {after}, and delivering gave {first}"
    second = delivered(caller, plugin, name, attrs.evolve(sending, attempt=2))
    if second != first:
        yield f"{who}: a second attempt with the same key gives {second}, the first gave {first}"
    if looked_up(caller, plugin, name, other) is not None:
        yield f"{who}: look_up knows a key that was never delivered"
