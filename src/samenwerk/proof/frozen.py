"""Conditions whose answer can no longer change, because what they look at is fixed by a step.

A fact that is `fixed_from` a step keeps its value from then on, so that what a condition about it
answered at that step it answers for ever. Control search remembers those answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from samenwerk.core.compiled import Compiled
from samenwerk.core.each import EachTree
from samenwerk.core.tree import AskTree, Tree
from samenwerk.core.view import View
from samenwerk.values.cell import Cell

MOST = 4
"""So many conditions of one lifecycle are remembered; what the others answer stays open."""


@attrs.frozen(eq=False)
class Frozen:
    """A condition, and the steps (short names) after which its answer stays what it is."""

    tree: AskTree
    steps: frozenset[str]


def frozen(compiled: Compiled, view: View, trees: Iterable[Tree]) -> tuple[Frozen, ...]:
    """The conditions in these trees that are only about fixed facts of the case of the view."""
    found: dict[str, Frozen] = {}
    for tree in trees:
        for one in _asked(tree):
            steps = _fixed_from(compiled, view, one)
            if steps and len(found) < MOST:
                found.setdefault(one.key, Frozen(one, steps))
    return tuple(found.values())


def _asked(tree: Tree) -> Iterator[AskTree]:
    if isinstance(tree, AskTree):
        yield tree
    elif not isinstance(tree, EachTree):  # in a quantifier it is asked of others too
        for part in tree.parts:
            yield from _asked(part)


def _fixed_from(compiled: Compiled, view: View, tree: AskTree) -> frozenset[str] | None:
    steps: set[str] = set()
    for cell in tree.reads(view):
        step = fixed_from(compiled, view, cell)
        if step is None or cell.case != view.case.id:
            return None
        steps.add(step)
    return frozenset(steps)


def fixed_from(compiled: Compiled, view: View, cell: Cell) -> str | None:
    """The step after which a fact stays what it is; None for what is no such fact."""
    if cell.kind != "fact":
        return None
    case = view.case if cell.case == view.case.id else view.collaboration.cases.get(cell.case)
    if case is None:
        return None
    workflow = compiled.workflow
    fact = workflow.in_lifecycle(workflow.facts, case.lifecycle, cell.name)
    step: str | None = None if fact is None else fact.fixed_from
    return step
