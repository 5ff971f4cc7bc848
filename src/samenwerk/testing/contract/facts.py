"""Whether the facts that a plugin tells are of the types that a workflow declares for them.

Where no workflow declares a fact, nobody could use it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samenwerk.core.fitting import fits
from samenwerk.values.declared import Fact


def wrong_facts(provider: Any, answer: Any, declared: Mapping[str, Fact]) -> str | None:
    """The first thing that does not fit in what a provider told; None when all of it does."""
    if not isinstance(answer, Mapping):
        given = f"{type(answer).__name__} {answer!r:.60}"
        return f"gives {given}; a mapping of facts to values is asked"
    for name, value in answer.items():
        if name not in provider.provides:
            return f"tells {name}, and provides only {', '.join(provider.provides)}"
        if name not in declared:
            return f"tells {name}, and no workflow beside it declares that fact"
        wrong = _misfit(declared[name], value)
        if wrong is not None:
            return wrong
    return None


def _misfit(fact: Fact, value: Any) -> str | None:
    if fact.type == "text":
        return f"tells {fact.name}, which is text: that is for people to write"
    if fact.per != isinstance(value, Mapping):
        wanted = "a value for each party" if fact.per else "one value"
        return f"gives {value!r:.60} for {fact.name}; {wanted} is asked"
    for one in value.values() if isinstance(value, Mapping) else (value,):
        if not fits(fact, one):
            return f"gives {one!r:.60} for {fact.name}, which is of type {fact.type}"
    return None
