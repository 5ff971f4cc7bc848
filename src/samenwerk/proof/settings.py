"""Settings to ask in: whole made-up collaborations, of which contents are varied afterwards.

Everything that is no content of a cell is chosen here: how many parties of which sort there are,
who holds which role, and which cases there are. All cases began on one day, and nobody has a
mandate yet: that is varied as contents are.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import product

import attrs

from samenwerk.core.compiled import Compiled
from samenwerk.core.each import EachTree
from samenwerk.core.tree import AskTree, Tree
from samenwerk.proof.asked import Limits, Setting
from samenwerk.proof.doers import doers_in, made_of
from samenwerk.proof.making import Counts, made_up
from samenwerk.values.declared import Workflow
from samenwerk.values.who import Role, Who


def settings(
    compiled: Compiled, lifecycle: str, trees: Sequence[Tree], limits: Limits,
    full: bool = False,
) -> Iterator[Setting]:  # fmt: skip
    """The settings in which trees can be asked of a case of a lifecycle, the smallest first.

    Each set of parties that a tree looks at has none up to `limits.members`, however they are of
    the sorts that trees tell apart; and once there is one of every sort. There are none up to
    `limits.cases` of each lifecycle of which a tree looks for cases. Of everything else there is
    one: a party of each sort, a holder of each role, and everybody sits at each table. Where
    roles are looked at, the same party has them all, and next they are spread. With `full` only
    those that have a party of every sort.
    """
    workflow = compiled.workflow
    axes = _axes(trees, workflow, lifecycle, limits)
    apart = _roles_matter(trees)
    for sizes in _in_order(axes, limits.members, full):
        size = dict(zip((axis.name for axis in axes), sizes, strict=True))
        for spread in (False, True) if apart else (False,):
            counts = _counts(axes, sizes, workflow)
            yield Setting(made_up(workflow, lifecycle, counts, spread, compiled.memo), size)


Key = tuple[str, str]
"""The kind and the name of a doer."""


@attrs.frozen
class _Axis:
    """Something of which there can be more or fewer: `of` are sorts, or one other name.

    `by` are the sets that these sorts belong to; those with one `like` can change places.
    """

    name: str
    kind: str
    of: tuple[str, ...]
    most: int
    by: tuple[Key, ...] = ()
    like: Hashable = None


def _axes(
    trees: Sequence[Tree], workflow: Workflow, lifecycle: str, limits: Limits
) -> list[_Axis]:
    whos = {(one.kind, one.full_name): one for who in _whos(trees) for one in made_of(who)}
    named: dict[str, tuple[str, ...]] = {}
    for tree in _walk(trees):
        if isinstance(tree, AskTree):
            for one in getattr(getattr(tree.leaf, "declared", None), "sorts", ()):
                named[one] = (*named.get(one, ()), tree.key)
    told: dict[tuple[tuple[Key, ...], str | None], list[str]] = {}
    for sort in workflow.sorts:
        by = tuple(key for key, who in whos.items() if sort in _sorts_of(who, workflow))
        if by:
            told.setdefault((by, sort if sort in named else None), []).append(sort)
    found: list[_Axis] = []
    for (by, one_sort), sorts in told.items():
        name = next(iter(whos))[1] if len(told) == 1 else sorts[0]
        like = None if one_sort is None else (by, named[one_sort])
        found.append(_Axis(name, "sort", tuple(sorts), limits.members, by, like))
    for (kind, name), who in whos.items():
        if kind == "role":
            many = who.role is not None and _several(who.role)
            found.append(_Axis(name, kind, (name,), limits.members if many else 1))
    for other in _others(trees, workflow, lifecycle):
        most = 1 if workflow.lifecycles[other].one else limits.cases
        found.append(_Axis(other, "case", (other,), most))
    return found


def _several(role: Role) -> bool:
    """Whether more than one party can have a role at a time."""
    if role.lifecycle is not None:
        return role.many
    return role.exactly is None or role.exactly > 1


def _others(trees: Sequence[Tree], workflow: Workflow, lifecycle: str) -> list[str]:
    """The lifecycles of which trees look for cases, whichever there are."""
    sorts = dict.fromkeys(workflow.sorts, 1)
    bare = made_up(workflow, lifecycle, Counts(sorts, {}, {}), spread=False)
    above = {one.lifecycle for one in bare.collaboration.cases.values()}
    full = Counts(sorts, {}, dict.fromkeys(workflow.lifecycles, 1))
    view = made_up(workflow, lifecycle, full, spread=False)
    cells = {cell.name for tree in trees for cell in tree.reads(view) if cell.kind == "cases"}
    return sorted(name for name in cells if (found := workflow.lifecycles.get(name)) is not None
                  and not (found.one and name in above))  # fmt: skip


def _in_order(
    axes: Sequence[_Axis], members: int, full: bool
) -> Iterator[tuple[int, ...]]:
    """Every choice of a size for each, those first that are fewest together."""
    found = set(_one_of_each(axes))
    if not full:
        found |= set(_sizes(axes, members, {}))
    yield from sorted(found, key=lambda one: (sum(one), one))


def _sizes(
    axes: Sequence[_Axis], members: int, used: Mapping[Hashable, int]
) -> Iterator[tuple[int, ...]]:
    if not axes:
        yield ()
        return
    first = axes[0]
    room = [members - used.get(key, 0) for key in first.by]
    # of sorts that can change places the first is the largest
    room += [used[first.like]] if first.like in used else []
    for size in range(min([first.most, *room]) + 1):
        more: dict[Hashable, int] = {key: used.get(key, 0) + size for key in first.by}
        like = {} if first.like is None else {first.like: size}
        for rest in _sizes(axes[1:], members, {**used, **more, **like}):
            yield (size, *rest)


def _one_of_each(axes: Sequence[_Axis]) -> Iterator[tuple[int, ...]]:
    if any(axis.kind == "sort" for axis in axes):
        yield from product(*(
            (len(axis.of),) if axis.kind == "sort" else range(axis.most + 1) for axis in axes
        ))  # fmt: skip


def _counts(
    axes: Iterable[_Axis], sizes: Sequence[int], workflow: Workflow
) -> Counts:
    sorts = dict.fromkeys(workflow.sorts, 1)
    other: dict[str, dict[str, int]] = {"role": {}, "case": {}}
    seen: set[str] = set()
    for axis, size in zip(axes, sizes, strict=True):
        if axis.kind == "sort":
            seen |= set(axis.of)
            whole, rest = divmod(size, len(axis.of))
            sorts |= {sort: whole + (place < rest) for place, sort in enumerate(axis.of)}
        else:
            other[axis.kind][axis.of[0]] = size
    for name, size in other["role"].items():  # who holds a role must be there
        role = workflow.roles.get(name)
        fit = () if role is None else role.sort or tuple(workflow.sorts)
        free = next((sort for sort in fit if sort not in seen), None)
        if free is not None:
            sorts[free] = max(sorts[free], size + 1)  # and somebody who does not hold it
    return Counts(sorts, other["role"], other["case"])


def _roles_matter(trees: Sequence[Tree]) -> bool:
    second = any(getattr(getattr(tree.leaf, "declared", None), "second_person", False)
                 for tree in _walk(trees) if isinstance(tree, AskTree))  # fmt: skip
    whos = {(one.kind, one.full_name) for who in _whos(trees) for one in made_of(who)}
    return second or any(kind == "role" for kind, _ in whos)


def _walk(trees: Iterable[Tree]) -> Iterator[Tree]:
    for tree in trees:
        yield tree
        yield from _walk(tree.parts)


def _whos(trees: Iterable[Tree]) -> Iterator[Who]:
    for tree in _walk(trees):
        if isinstance(tree, EachTree):
            yield from (one for one in (tree.each.among, tree.each.per) if one is not None)
        elif isinstance(tree, AskTree):
            yield from doers_in(tree.leaf)


def _sorts_of(who: Who, workflow: Workflow) -> tuple[str, ...]:
    """The sorts of which parties are meant by what they are."""
    if who.kind == "sort":
        return (who.name,)
    if who.kind == "group" and who.group is not None:
        group = who.group
        narrowed = group.role or group.table
        return group.sorts or (() if narrowed else tuple(workflow.sorts))
    if who.kind == "table" and who.table is not None and not who.table.members:
        return tuple(workflow.sorts)
    return ()
