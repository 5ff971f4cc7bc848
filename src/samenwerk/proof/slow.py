"""Which conditions look at what is slow: states of cases, steps done, facts fixed by a step.

Read off from how they are made, before there is any case to ask them of.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from samenwerk.core.compiled import Compiled
from samenwerk.core.each import EachTree
from samenwerk.core.leaves.breach import Breach
from samenwerk.core.leaves.case import CaseState
from samenwerk.core.leaves.done import Done
from samenwerk.core.tree import AskTree, Tree
from samenwerk.values.declared import Decision, Lifecycle
from samenwerk.values.operand import DayOfStep, FactOf, Summed
from samenwerk.values.who import Who


def is_slow(compiled: Compiled, tree: Tree) -> bool:
    """Whether its answer depends on what only steps change."""
    if any(True for _ in _lifecycles(tree)):
        return True
    facts = compiled.workflow.facts
    for one in _inside(tree):
        if isinstance(one, FactOf):
            found = facts.get(one.full_name) or facts.get(one.name)
            if found is not None and found.fixed_from is not None:
                return True
    return False


def is_plain(compiled: Compiled, lifecycle: str, tree: Tree) -> bool:
    """Whether it looks at one case and those above it, and at no set of parties or cases."""
    return not _of_many(tree) and not beside(compiled, lifecycle, (tree,))


def _of_many(tree: Tree) -> bool:
    return isinstance(tree, EachTree) or any(_of_many(part) for part in tree.parts)


def whos(tree: Tree) -> set[str]:
    """Which sets of parties it looks at, by their keys."""
    found = {one.key for one in _inside(tree, deep=False) if isinstance(one, Who)}
    if isinstance(tree, EachTree):
        found |= {one.key for one in (tree.each.among, tree.each.per) if one is not None}
    return found.union(*(whos(part) for part in tree.parts))


def roles_inside(tree: Tree) -> bool:
    """Whether it looks at who has a role in a case: that changes while the case runs."""
    return any(_of_case(one) for one in _asked_of(tree))


def turns(compiled: Compiled, tree: Tree, inside: str | None = None) -> bool:
    """Whether it looks at a role in a case that can come to another after the case was opened;
    `inside` (the full name of a state): of cases of that lifecycle, as long as they are there."""
    home, _, state = (inside or "").partition(".")
    return any(
        one.kind == "role" and one.lifecycle is not None
        and one.name in _turning(compiled.workflow.lifecycles[one.lifecycle],
                                 state if one.lifecycle == home else "")
        for one in _asked_of(tree)
    )  # fmt: skip


def _turning(lifecycle: Lifecycle, state: str) -> set[str | None]:
    found: set[str | None] = set()
    for step in lifecycle.steps.values():
        into = step.splits is not None and step.carry.state == state
        if state and state not in step.sources and not into:
            continue
        found |= {step.gives_up, step.splits}
        if not step.opens:
            found |= {step.takes, *step.fill_in}
        if step.splits is not None or step.merges is not None:
            # who goes to one of the new cases has no role in the others; who comes along has one
            return {*found, *(one for other in lifecycle.steps.values()
                              for one in (other.takes, *other.fill_in))}
    return found


def _asked_of(tree: Tree) -> Iterator[Who]:
    if isinstance(tree, EachTree):
        yield from (one for one in (tree.each.among, tree.each.per) if one is not None)
    yield from (one for one in _inside(tree, deep=False) if isinstance(one, Who))
    for part in tree.parts:
        yield from _asked_of(part)


def _of_case(who: Who) -> bool:
    return who.lifecycle is not None or who.of is not None


def _lifecycles(tree: Tree) -> Iterator[str]:
    if isinstance(tree, EachTree) and tree.each.cases is not None:
        yield tree.each.cases
    for one in _inside(tree, deep=False):
        if isinstance(one, Done | CaseState | Breach):
            yield one.lifecycle
        elif isinstance(one, Decision):
            if one.opens_at is not None and one.lifecycle is not None:
                yield one.lifecycle  # nobody is heard before its round
        elif isinstance(one, DayOfStep) and one.home is not None:
            yield one.home
        elif isinstance(one, Summed) and one.cases is not None:
            yield one.cases
    for part in tree.parts:
        yield from _lifecycles(part)


def _inside(tree: Tree, deep: bool = True) -> Iterator[object]:
    if isinstance(tree, AskTree):
        yield from _values(tree.leaf)
    for part in tree.parts if deep else ():
        yield from _inside(part)


def _values(value: object) -> Iterator[object]:
    yield value
    if isinstance(value, tuple):
        for one in value:
            yield from _values(one)
    elif attrs.has(type(value)) and not isinstance(value, Who):
        for field in attrs.fields(type(value)):  # type: ignore[arg-type]
            yield from _values(getattr(value, field.name))


def concerned(compiled: Compiled, lifecycle: str, trees: tuple[Tree, ...]) -> tuple[str, ...]:
    """The lifecycles of which cases matter to these conditions, and those above them."""
    found: dict[str, None] = {}
    waiting = [lifecycle, *(one for tree in trees for one in _lifecycles(tree))]
    while waiting:
        name = waiting.pop()
        declared = compiled.workflow.lifecycles.get(name)
        if declared is None or name in found:
            continue
        found[name] = None
        waiting += [one for one in (declared.under, declared.rests_on) if one is not None]
        for step in declared.steps.values():
            for need in compiled.steps[step.full_name].needs:
                waiting += list(_lifecycles(need.tree))
    return tuple(found)


def chain(compiled: Compiled, lifecycle: str) -> tuple[str, ...]:
    """A lifecycle and those above it."""
    found: list[str] = []
    at: str | None = lifecycle
    while at is not None and at not in found:
        found.append(at)
        at = compiled.workflow.lifecycles[at].under
    return tuple(found)


def beside(compiled: Compiled, lifecycle: str, trees: tuple[Tree, ...]) -> tuple[str, ...]:
    """The lifecycles that these conditions look at elsewhere than in a case and those above it."""
    above = chain(compiled, lifecycle)
    named = (one for tree in trees for one in _lifecycles(tree))
    return tuple(one for one in dict.fromkeys(named) if one not in above)
