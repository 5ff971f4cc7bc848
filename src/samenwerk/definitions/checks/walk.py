"""Walking through what a workflow asks: conditions, leaves and operands, wherever they are.

For checks that look for a use of something; what a leaf means is the leaf's.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from samenwerk.core.leaves.decision import Decision as DecisionLeaf
from samenwerk.core.leaves.done import Done
from samenwerk.core.leaves.say import Say as SayLeaf
from samenwerk.values.declared import Step, Workflow
from samenwerk.values.operand import DayOfStep
from samenwerk.values.tree import All, Ask, Each, Named, Node, Not, Some


def inside(*values: Any) -> Iterator[Any]:
    """These values and everything that stands in them; what stands there twice, once.

    >>> [one for one in inside(All((All(()),))) if isinstance(one, tuple)]
    [(All(parts=()),), ()]
    """
    return (one for one, _ in asked_in(None, *values))


def asked_in(home: str | None, *values: Any) -> Iterator[tuple[Any, str | None]]:
    """The same, each with the lifecycle of the case in which it is asked."""
    seen: set[tuple[int, str | None]] = set()
    waiting = [(value, home) for value in reversed(values)]
    while waiting:
        value, home = waiting.pop()
        parts = _parts(value)
        if parts is None or (id(value), home) in seen:
            continue
        seen.add((id(value), home))
        yield value, home
        if isinstance(value, Each) and value.cases is not None:
            waiting.append((value.part, value.cases))
            continue
        if isinstance(value, DecisionLeaf | SayLeaf) and value.above is not None:
            home = value.above
        waiting += [(one, home) for one in reversed(parts)]


def _parts(value: Any) -> tuple[Any, ...] | None:
    if isinstance(value, tuple | frozenset):
        return tuple(value)
    names = _fields(type(value))  # type: ignore[arg-type]
    return None if names is None else tuple(getattr(value, name) for name in names)


@functools.cache
def _fields(kind: type) -> tuple[str, ...] | None:
    return tuple(field.name for field in attrs.fields(kind)) if attrs.has(kind) else None


def steps_of(workflow: Workflow) -> Iterator[Step]:
    """Every step of every lifecycle."""
    for lifecycle in workflow.lifecycles.values():
        yield from lifecycle.steps.values()


def atoms(part: Node) -> Iterator[Node]:
    """The conditions that must all be met for this one, rules opened up.

    >>> list(atoms(All(())))
    []
    """
    match part:
        case All(parts=parts):
            for one in parts:
                yield from atoms(one)
        case Named(rule=rule):
            yield from atoms(rule.part)
        case _:
            yield part


def demands(step: Step, severities: Iterable[str] = ("block", "explain")) -> frozenset[Node]:
    """The conditions that stand in the way of a step as long as they are not met."""
    wanted = tuple(severities)
    needs = (need.part for need in step.needs if need.severity in wanted)
    return frozenset(one for part in needs for one in atoms(part))


def contradictory(asked: Iterable[Node]) -> bool:
    """Whether conditions can never all be met at once, as far as their form shows."""
    known = frozenset(asked)
    for one in known:
        if isinstance(one, Not):
            refused = one.part.parts if isinstance(one.part, Some) else (one.part,)
            if any(frozenset(atoms(part)) <= known for part in refused):
                return True
        if isinstance(one, Each) and one.quantifier == "no":
            if attrs.evolve(one, quantifier="some") in known:
                return True
    return False


def asks_about_step(value: Any, names: Iterable[str]) -> bool:
    """Whether the doing of one of these steps, in the case at hand, is asked somewhere in it."""
    known = frozenset(names)
    for one in inside(value):
        if isinstance(one, Done | DayOfStep) and one.above is None and one.step in known:
            return True
    return False


def leaf_of(part: Node) -> Any:
    """The leaf of a condition that only asks one; else None."""
    return part.leaf if isinstance(part, Ask) else None
