"""What can change while a case stays in a state: which parts, and what cannot be lost again.

A condition that held on the way in holds until something changes that it looks at. What nobody
does, but happens as soon as it no longer holds, takes the case away before anybody can act.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from samenwerk.core.compiled import Compiled
from samenwerk.core.node import Tree
from samenwerk.core.view import View
from samenwerk.proof.asked import MET, NOT_MET, Limits, Nowhere, Wish
from samenwerk.proof.doing import leaving
from samenwerk.proof.kept import kept
from samenwerk.proof.linked import parts_of
from samenwerk.proof.slow import roles_inside
from samenwerk.proof.worlds import find

STAYS = ("fact", "document", "position", "step", "breach")
"""What stands in such a cell can become something else, and never nothing."""


@attrs.frozen(eq=False)
class Part:
    """A part of what must hold, and what must be so for it to be broken while in the state."""

    tree: Tree
    wishes: tuple[Wish, ...]


def lasting(
    condition: Tree, view: View, limits: Limits, left: tuple[str, ...] = ()
) -> tuple[Part, ...]:
    """The parts of a condition that was met, with what can no longer be missing when one of them
    is met no more; cells of the kinds that are `left` can."""
    found = []
    for part in parts_of(condition):
        there = tuple(Wish(one, MET) for one in _there(part, view, limits, left))
        found.append(Part(part, (Wish(part, NOT_MET), *there)))
    return tuple(found)


def inside(
    compiled: Compiled, lifecycle: str, state: str, condition: Tree, view: View, limits: Limits,
    left: tuple[str, ...] = (),
) -> tuple[Part, ...]:  # fmt: skip
    """The parts that can be broken while in the state, in a view in which it is; none where no
    case stays in it. Cells of the kinds that are `left` behind in a split can be empty."""
    waiting: list[Wish] = []
    for step in compiled.workflow.lifecycles[lifecycle].steps.values():
        if step.automatic is None or state not in step.sources or step.to == "stays":
            continue
        happens = leaving(compiled.steps[step.full_name])
        if happens is None:
            return ()
        waiting.append(Wish(happens, NOT_MET))
    return tuple(
        Part(one.tree, (*one.wishes, *waiting)) for one in lasting(condition, view, limits, left)
    )


def _there(
    part: Tree, view: View, limits: Limits, left: tuple[str, ...]
) -> Iterator[Tree]:
    """That something stands in each cell without which the part could not have been met."""
    changing = roles_inside(part)
    for cell in part.reads(view):
        if cell.kind not in STAYS or cell.kind in left or not cell.case:
            continue
        if cell.who is not None and changing:
            continue
        stands = kept(cell)
        wishes = (Wish(part, MET), Wish(stands, NOT_MET))
        if isinstance(find(view, wishes, limits=limits), Nowhere):
            yield stands

