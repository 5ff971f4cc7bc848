"""Walking through what a workflow asks: conditions, leaves and operands, wherever they are.

For checks that look for a use of something; what a leaf means is the leaf's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from samenwerk.core.leaves.decision import Decision as DecisionLeaf
from samenwerk.core.leaves.done import Done
from samenwerk.values.declared import Step, Workflow
from samenwerk.values.operand import DayOfStep
from samenwerk.values.tree import All, Ask, Each, Named, Node, Not


def inside(value: Any) -> Iterator[Any]:
    """A value and everything that stands in it."""
    yield value
    if attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from inside(getattr(value, field.name))
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from inside(one)


def asked_in(value: Any, home: str | None) -> Iterator[tuple[Any, str | None]]:
    """A value and everything in it, each with the lifecycle of the case in which it is asked."""
    yield value, home
    match value:
        case Each(cases=str() as cases):
            yield from asked_in(value.part, cases)
            return
        case DecisionLeaf(above=str() as above):
            home = above
    if attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from asked_in(getattr(value, field.name), home)
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from asked_in(one, home)


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


def opposed(one: Node, other: Node) -> bool:
    """Whether two conditions can never be met at once, as far as their form shows."""
    match one, other:
        case Not(part=part), _ if part == other:
            return True
        case _, Not(part=part) if part == one:
            return True
        case Each(), Each():
            words = {one.quantifier, other.quantifier}
            return words == {"some", "no"} and one == attrs.evolve(
                other, quantifier=one.quantifier
            )
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
