"""Which declared things of two workflows differ, by name, and in which fields.

What a step needs is no field here: whether other needs answer otherwise is for `compare`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import attrs

from samenwerk.proof.meaning import fields, meaning, of_field
from samenwerk.proof.swapping import swapped
from samenwerk.values.declared import Decision, Lifecycle, Parameter, Workflow
from samenwerk.values.duty import Duty
from samenwerk.values.say import Say
from samenwerk.values.who import Declared, Role, Table, Who

SHELVES: Mapping[str, str] = {
    "sort": "sorts", "group": "groups", "map": "maps", "table": "tables", "role": "roles",
    "subject": "subjects", "mandate": "mandates", "fact": "facts", "document": "documents",
    "calendar": "calendars", "parameter": "parameters", "pool": "pools",
    "decision": "decisions", "say": "says", "duty": "duties", "window": "windows",
    "queue": "queues", "invariant": "invariants", "effect": "effects",
    "transition": "transitions",
}  # fmt: skip
"""Families whose things are compared by name, with the field of a workflow they stand in."""
_BY_USE = ("group", "calendar", "parameter", "window", "queue")
"""What is only a name for what its users say: there or not makes no difference of its own."""
_NO_FIELD: Mapping[str, tuple[str, ...]] = {
    "step": ("needs", "lifecycle"), "lifecycle": ("states", "steps"), "parameter": ("value",),
    "fact": ("lifecycle", "question"), "document": ("lifecycle",), "role": ("lifecycle",),
}  # fmt: skip


@attrs.frozen(eq=False)
class Changed:
    """A thing that was added (`old` None), removed (`new` None) or is otherwise in these `keys`.

    `through` are keys that are written alike, and mean another thing because a group or a
    table that they name is another one.
    """

    family: str
    name: str
    old: Declared | None
    new: Declared | None
    keys: tuple[str, ...] = ()
    through: tuple[str, ...] = ()


def changed_things(old: Workflow, new: Workflow) -> tuple[Changed, ...]:
    """Everything declared that differs: the whole, lifecycles with what is in them, the rest.

    An invariant counts by its own text: what lies beneath it is told where it stands."""
    return (*_whole(old, new), *_lifecycles(old, new), *_things(old, new))


def _whole(old: Workflow, new: Workflow) -> Iterator[Changed]:
    keys = tuple(
        key for key in ("zone", "back_dating", "plugins")
        if of_field(old, key) != of_field(new, key)
    )  # fmt: skip
    if keys:
        yield Changed("workflow", new.name, old, new, keys)


def _things(old: Workflow, new: Workflow) -> Iterator[Changed]:
    apart = set(old.lifecycles) ^ set(new.lifecycles)  # what is in one is told with it
    for family, shelf in SHELVES.items():
        before: Mapping[str, Declared] = getattr(old, shelf)
        after: Mapping[str, Declared] = getattr(new, shelf)
        for name in _names(before, after):
            one, other = before.get(name), after.get(name)
            if one is not None and other is not None:
                yield from _fields(family, name, one, other)
            elif family not in _BY_USE and name.rpartition(".")[0] not in apart:
                yield Changed(family, name, one, other)


def _lifecycles(old: Workflow, new: Workflow) -> Iterator[Changed]:
    for name in _names(old.lifecycles, new.lifecycles):
        one, other = old.lifecycles.get(name), new.lifecycles.get(name)
        if one is None or other is None:
            yield Changed("lifecycle", name, one, other)
            continue
        yield from _fields("lifecycle", name, one, other)
        yield from _inside(name, one, other)


def _inside(name: str, old: Lifecycle, new: Lifecycle) -> Iterator[Changed]:
    pairs: tuple[tuple[str, Mapping[str, Any], Mapping[str, Any]], ...] = (
        ("state", old.states, new.states), ("step", old.steps, new.steps),
    )  # fmt: skip
    for family, before, after in pairs:
        for short in _names(before, after):
            full, one, other = f"{name}.{short}", before.get(short), after.get(short)
            if one is None or other is None:
                yield Changed(family, full, one, other)
            else:
                yield from _fields(family, full, one, other)


def _fields(family: str, name: str, old: Declared, new: Declared) -> Iterator[Changed]:
    skipped = _NO_FIELD.get(family, ())
    known = [key for key in fields(type(new)) if key not in skipped]
    if isinstance(new, Parameter):
        known = ["at_least", "at_most", "one_of"]
    if family == "invariant":
        old_said, new_said = swapped(old, _by_name), swapped(new, _by_name)
        known = [key for key in known if of_field(old_said, key) != of_field(new_said, key)]
    other = [key for key in known if of_field(old, key) != of_field(new, key)]
    named = tuple(key for key in other if _named(getattr(old, key)) != _named(getattr(new, key)))
    if other:
        through = tuple(key for key in other if key not in named)
        yield Changed(family, name, old, new, named, through)


def _by_name(value: Any) -> Any:
    """A thing that is told itself where it differs, by its name alone."""
    if isinstance(value, Decision | Say | Duty | Role | Table):
        return (type(value).__name__, getattr(value, "lifecycle", None), value.name)
    return value


def _named(value: Any) -> Hashable:
    """What a field says, where those who are meant count by their name alone."""
    match value:
        case Who():
            return (value.kind, value.full_name, value.of)
        case tuple() if value and all(isinstance(one, Who) for one in value):
            return frozenset(_named(one) for one in value)
    return meaning(value)


def _names(old: Mapping[str, object], new: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*old, *new)))
