"""Settings to ask in: whole made-up collaborations, of which contents are varied afterwards.

Everything that is no content of a cell is chosen here: how many parties of which sort there are,
who holds which role, and which cases there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from samenwerk.core.compiled import Compiled
from samenwerk.core.each import EachTree
from samenwerk.core.tree import AskTree, Tree
from samenwerk.proof.asked import Limits, Setting
from samenwerk.proof.making import Counts, made_up
from samenwerk.values.declared import Workflow
from samenwerk.values.who import Who


def settings(
    compiled: Compiled, lifecycle: str, trees: Sequence[Tree], limits: Limits
) -> Iterator[Setting]:
    """The settings in which trees can be asked of a case of a lifecycle, the smallest first.

    Of each set of parties that a tree looks at there are none up to `limits.members` (sorts that
    no tree tells apart are one set, of which there is also one of each), and so many cases of the
    lifecycles that it looks at as a set as `limits.cases`. Of everything else there is one: a
    party of each sort, a holder of each role, somebody at each table and in each region. Where
    roles are looked at, the same party has them all, and next they are spread.
    """
    workflow = compiled.workflow
    axes = _axes(trees, workflow, lifecycle, limits)
    apart = _roles_matter(trees)
    for sizes in _smallest_first(axes):
        size = dict(zip((axis.name for axis in axes), sizes, strict=True))
        for spread in (False, True) if apart else (False,):
            counts = _counts(axes, sizes, workflow)
            yield Setting(made_up(workflow, lifecycle, counts, spread), size)


@attrs.frozen
class _Axis:
    """Something of which there can be more or fewer: `of` are sorts, or one other name."""

    name: str
    kind: str
    of: tuple[str, ...]
    sizes: tuple[int, ...]


def _axes(
    trees: Sequence[Tree], workflow: Workflow, lifecycle: str, limits: Limits
) -> list[_Axis]:
    whos = {(one.kind, one.full_name): one for who in _whos(trees) for one in _parts(who)}
    named = {one for tree in _walk(trees) if isinstance(tree, AskTree)
             for one in getattr(getattr(tree.leaf, "declared", None), "sorts", ())}  # fmt: skip
    few = tuple(range(limits.members + 1))
    told: dict[tuple[tuple[tuple[str, str], ...], str | None], list[str]] = {}
    for sort in workflow.sorts:
        by = tuple(key for key, who in whos.items() if sort in _sorts_of(who, workflow))
        if by:
            told.setdefault((by, sort if sort in named else None), []).append(sort)
    found: list[_Axis] = []
    for sorts in told.values():
        name = next(iter(whos))[1] if len(told) == 1 else sorts[0]
        sizes = few if len(sorts) <= limits.members else (*few, len(sorts))
        found.append(_Axis(name, "sort", tuple(sorts), sizes))
    for (kind, name), who in whos.items():
        if kind == "role":
            many = who.role is not None and (who.role.many or (who.role.exactly or 1) > 1)
            found.append(_Axis(name, kind, (name,), few if many else (0, 1)))
    for other in _others(trees, workflow, lifecycle):
        most = 1 if workflow.lifecycles[other].one else limits.cases
        found.append(_Axis(other, "case", (other,), tuple(range(most + 1))))
    return found


def _others(trees: Sequence[Tree], workflow: Workflow, lifecycle: str) -> list[str]:
    """The lifecycles of which trees look for cases, whichever there are."""
    counts = Counts(dict.fromkeys(workflow.sorts, 1), {}, dict.fromkeys(workflow.lifecycles, 1))
    view = made_up(workflow, lifecycle, counts, spread=False)
    cells = {cell for tree in trees for cell in tree.reads(view) if cell.kind == "cases"}
    return sorted(cell.name for cell in cells if cell.name in workflow.lifecycles)


def _smallest_first(axes: Sequence[_Axis]) -> Iterator[tuple[int, ...]]:
    """Every choice of a size for each, those first that are fewest together."""
    for total in range(sum(axis.sizes[-1] for axis in axes) + 1):
        yield from _adding_up(axes, total)


def _adding_up(axes: Sequence[_Axis], total: int) -> Iterator[tuple[int, ...]]:
    if not axes:
        if total == 0:
            yield ()
        return
    for size in axes[0].sizes:
        if size <= total <= size + sum(axis.sizes[-1] for axis in axes[1:]):
            yield from ((size, *rest) for rest in _adding_up(axes[1:], total - size))


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
        for sort in role.sort[:1] if role is not None else ():
            if sort not in seen:
                sorts[sort] = max(sorts[sort], size)
    return Counts(sorts, other["role"], other["case"])


def _roles_matter(trees: Sequence[Tree]) -> bool:
    second = any(getattr(getattr(tree.leaf, "declared", None), "second_person", False)
                 for tree in _walk(trees) if isinstance(tree, AskTree))  # fmt: skip
    whos = {(one.kind, one.full_name) for who in _whos(trees) for one in _parts(who)}
    return second or (len(whos) > 1 and any(kind == "role" for kind, _ in whos))


def _parts(who: Who) -> Iterator[Who]:
    """A doer and those that it is made of."""
    yield who
    if who.group is not None:
        for one in (who.group.role, who.group.table, *who.group.not_in):
            if one is not None:
                yield from _parts(one)
    if who.table is not None:
        for one in who.table.members:
            yield from _parts(one)


def _walk(trees: Iterable[Tree]) -> Iterator[Tree]:
    for tree in trees:
        yield tree
        yield from _walk(tree.parts)


def _whos(trees: Iterable[Tree]) -> Iterator[Who]:
    for tree in _walk(trees):
        if isinstance(tree, EachTree):
            yield from (one for one in (tree.each.among, tree.each.per) if one is not None)
        elif isinstance(tree, AskTree):
            yield from _meant(tree.leaf)


def _meant(value: object) -> Iterator[Who]:
    """Every doer that stands anywhere in a leaf."""
    if isinstance(value, Who):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _meant(one)
    elif attrs.has(type(value)):
        for name in (one.name for one in attrs.fields(type(value))):  # type: ignore[arg-type]
            if name not in ("labels", "way_out", "instead"):
                yield from _meant(getattr(value, name))


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
