"""Which conditions of a step have to do with what is asked: those that share cells with it.

What the others look at can be brought about whatever is asked, or makes the step impossible
altogether; leaving them out misses no path.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from samenwerk.core.each import EachTree
from samenwerk.core.node import Tree
from samenwerk.core.tree import AllTree, NamedTree
from samenwerk.core.view import View
from samenwerk.proof.asked import MET, Wish
from samenwerk.values.cell import TODAY

Seen = tuple[str, str, str]
"""A cell of any case of a lifecycle and of any party."""


def parts_of(tree: Tree) -> Iterator[Tree]:
    """The conditions that must all be met for this one to be."""
    if isinstance(tree, NamedTree | AllTree):
        for part in tree.parts:
            yield from parts_of(part)
    else:
        yield tree


def apart(wishes: Iterable[Wish]) -> tuple[Wish, ...]:
    """The same wishes, each as small as it can be."""
    return tuple(
        Wish(part, wish.truths)
        for wish in wishes
        for part in (parts_of(wish.tree) if wish.truths == MET else (wish.tree,))
    )


def linked(view: View, wishes: Iterable[Wish], condition: Tree) -> tuple[Wish, ...]:
    """Those of the wishes that share a cell with the condition, or with another that does.

    Asked in a view in which there is one of everything.
    """
    left = [(wish, _seen(wish.tree, view)) for wish in apart(wishes)]
    touched = _seen(condition, view)
    found: list[Wish] = []
    while near := [one for one in left if one[1] & touched]:
        for wish, cells in near:
            found.append(wish)
            touched |= cells
        left = [one for one in left if one not in near]
    return tuple(found)


def _seen(tree: Tree, view: View) -> set[Seen]:
    found: set[Seen] = set()
    timed = not _about_many(tree)
    for cell in tree.reads(view):
        if cell == TODAY:
            # whoever decides does so in time; that alone links no two decisions
            found |= {("", "day", "today")} if timed else set()
            continue
        known = view.collaboration.cases
        case = view.case if cell.case == view.case.id else known.get(cell.case)
        if cell.kind == "members":
            found.add(("", "members", ""))  # how many there are is one thing for all who look
        elif cell.kind != "cases":
            found.add(("" if case is None else case.lifecycle, cell.kind, cell.name))
    return found


def _about_many(tree: Tree) -> bool:
    return isinstance(tree, EachTree) or any(_about_many(part) for part in tree.parts)
