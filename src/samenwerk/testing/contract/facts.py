"""Whether the facts that a plugin tells are of the types that a workflow declares for them.

Where no workflow declares a fact, only its name is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from samenwerk.core.filled import fits
from samenwerk.hooks.plugins import Plugin
from samenwerk.testing.contract.answers import Answered
from samenwerk.values.declared import Fact


def wrong_values(answered: Answered, plugin: Plugin, declared: Mapping[str, Fact]) -> Iterator[str]:
    """What does not fit in what was told."""
    (provider,) = (one for one in plugin.all("facts") if one.name == answered.name)
    who = f"facts {answered.name}"
    for name, value in answered.first.answer.items():
        fact = declared.get(name)
        if name not in provider.provides:
            yield f"{who} tells {name}, and provides only {', '.join(provider.provides)}"
        elif fact is None:
            yield f"{who} tells {name}, and no workflow beside it declares that fact"
        else:
            yield from _misfits(who, fact, value)


def _misfits(who: str, fact: Fact, value: Any) -> Iterator[str]:
    if fact.type == "text":
        yield f"{who} tells {fact.name}, which is text: that is for people to write"
        return
    if fact.per != isinstance(value, Mapping):
        wanted = "a value for each party" if fact.per else "one value"
        yield f"{who} gives {value!r:.60} for {fact.name}; {wanted} is asked"
        return
    for one in value.values() if isinstance(value, Mapping) else (value,):
        if not fits(fact, one):
            yield f"{who} gives {one!r:.60} for {fact.name}, which is of type {fact.type}"
