"""A node or a value with something in it put in the place of something else, all the way down."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import attrs

from samenwerk.values.operand import Constant
from samenwerk.values.tree import Named, Node

T = TypeVar("T")


def swapped(value: T, change: Callable[[Any], Any]) -> T:
    """The same with everything that `change` gives another value for; what it gives is not
    looked into again. What nothing changes in stays the same object."""
    other = change(value)
    if other is not value:
        return other  # type: ignore[no-any-return]
    if isinstance(value, tuple):
        parts = tuple(swapped(one, change) for one in value)
        same = all(one is before for one, before in zip(parts, value, strict=True))
        return value if same else parts  # type: ignore[return-value]
    if not attrs.has(type(value)):
        return value
    changed = {}
    for field in attrs.fields(type(value)):
        before = getattr(value, field.name)
        after = swapped(before, change)
        if after is not before:
            changed[field.alias] = after
    return attrs.evolve(value, **changed) if changed else value


def without_names(node: Node, rules: bool = False) -> Node:
    """A condition with the values of its parameters in place of their names, and with `rules`
    also with what its rules ask in place of theirs."""

    def change(value: Any) -> Any:
        if isinstance(value, Constant) and value.name is not None:
            return Constant(value.value)
        if rules and isinstance(value, Named):
            return swapped(value.rule.part, change)
        return value

    return swapped(node, change)
