"""Whether one condition follows from others by how they are made, without looking at worlds.

Never wrong when it says so, and often silent: `find` then looks. It walks both trees in both
polarities, and leaves answer for themselves (`Leaf.implies`).
"""

from __future__ import annotations

from collections.abc import Sequence

from samenwerk.core.each import EachTree
from samenwerk.core.tree import AllTree, AskTree, NamedTree, NotTree, SomeTree, Tree
from samenwerk.core.versions import VersionsTree

Said = tuple[Tree, bool]
"""A condition that is met (True), or definitely not met (False)."""


def follows(given: Sequence[Tree], goal: Tree) -> bool:
    """Whether the goal is met whenever all of the given conditions are."""
    return _follows(tuple((one, True) for one in given), (goal, True))


def _follows(given: tuple[Said, ...], goal: Said) -> bool:
    tree, wanted = _bare(goal)
    count, parts = _counted(tree)
    if parts is not None:
        enough = count if wanted else len(parts) - count + 1
        shown = sum(_follows(given, (part, wanted)) for part in parts)
        if shown >= enough:
            return True
    return any(_one(said, (tree, wanted)) for said in given)


def _one(said: Said, goal: Said) -> bool:
    """Whether the goal follows from one condition."""
    (mine, so), (its, wanted) = _bare(said), _bare(goal)
    if mine is its and so == wanted:
        return True
    if isinstance(mine, AskTree) and isinstance(its, AskTree):
        return so == wanted and mine.leaf.implies(its.leaf, wanted)
    if isinstance(mine, EachTree) and isinstance(its, EachTree) and _each(mine, so, its, wanted):
        return True
    count, parts = _counted(mine)
    if parts is None:
        return False
    # of so many parts it is certain; one of those must be a part that says the goal
    certain = count if so else len(parts) - count + 1
    saying = sum(_follows(((part, so),), (its, wanted)) for part in parts)
    return saying > len(parts) - certain


def _bare(said: Said) -> Said:
    """Without names and denials around it."""
    tree, wanted = said
    while isinstance(tree, NamedTree | NotTree):
        wanted = wanted != isinstance(tree, NotTree)
        tree = tree.parts[0]
    return tree, wanted


def _counted(tree: Tree) -> tuple[int, tuple[Tree, ...] | None]:
    """How many of which parts must be met; no parts for a condition that is not made of any."""
    match tree:
        case AllTree(parts=parts):
            return len(parts), parts
        case SomeTree(count=count, parts=parts):
            return count, parts
        case VersionsTree(parts=parts):
            return 1, parts
    return 0, None


def _each(mine: EachTree, so: bool, its: EachTree, wanted: bool) -> bool:
    """Between conditions about each of one and the same set."""
    one, other = mine.each, its.each
    if type(mine) is not type(its):
        return False
    if (one.among, one.cases, one.home, one.per, one.under) != (
        other.among, other.cases, other.home, other.per, other.under
    ):  # fmt: skip
        return False
    same = (one.quantifier, one.count, one.share, one.met_when_empty) == (
        other.quantifier, other.count, other.share, other.met_when_empty
    )  # fmt: skip
    if same and so == wanted and _part(mine, its, one.quantifier != "no", so):
        return True
    if not (so and wanted):
        return False
    up = _part(mine, its, True, True)
    match one.quantifier, other.quantifier:
        case "every", "every":
            return up and (other.met_when_empty or not one.met_when_empty)
        case "every", "some":
            return up and not one.met_when_empty
        case "count", "some":
            return up and one.count >= 1
        case "some", "count":
            return up and other.count <= 1
        case "count", "count":
            return up and one.count >= other.count
        case "share", "share" if one.share is not None and other.share is not None:
            more = one.share.part * other.share.whole >= other.share.part * one.share.whole
            return up and more and (other.met_when_empty or not one.met_when_empty)
        case "every", "share":
            return up and (other.met_when_empty or not one.met_when_empty)
    return False


def _part(mine: EachTree, its: EachTree, straight: bool, so: bool) -> bool:
    """Whether for each of the set an answer of the one part is the same answer of the other."""
    if mine.part is None or its.part is None:
        return mine.part is its.part
    says = so if straight else not so
    return _follows(((mine.part, says),), (its.part, says))
