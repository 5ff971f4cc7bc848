"""What must be so at the moment a step is done: the wishes of its needs, who acts, what is new.

What must have happened before is control search; here only that one moment is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from samenwerk.core.compiled import CompiledStep
from samenwerk.core.each import EachTree
from samenwerk.core.leaf import ACTOR
from samenwerk.core.leaves.fact import Fact as FactLeaf
from samenwerk.core.node import Tree
from samenwerk.core.refusals import doers_of
from samenwerk.core.tree import AllTree, AskTree
from samenwerk.core.view import View
from samenwerk.proof.asked import MET, Wish
from samenwerk.proof.kept import kept
from samenwerk.proof.question import Move
from samenwerk.values.cell import Cell
from samenwerk.values.finding import NO, YES
from samenwerk.values.operand import Today
from samenwerk.values.tree import All, Each

EXCUSED = frozenset({NO, YES})
"""What an explained condition may answer: an explanation covers a no, and no doubt."""


def needs_of(move: Move) -> tuple[Wish, ...]:
    """What must be so for the move. What may be explained or only warns protects nothing."""
    found, step = move.found, move.found.step
    if move.how in ("anyway", "merge"):
        return ()
    wishes: list[Wish] = []
    if step.for_each is not None:
        hard = [need for need in found.needs if need.severity == "block"]
        if hard:
            # it may be done for one alone, so that much is certain
            node = All(tuple(need.part for need in step.needs if need.severity == "block"))
            part = AllTree([need.tree.parts[0] for need in hard])
            wishes.append(Wish(EachTree(Each("some", step.for_each, None, "", node), part), MET))
        return tuple(wishes)
    for need in found.needs:
        if need.severity == "block" or (need.severity == "explain" and step.automatic):
            wishes.append(Wish(need.tree, MET))
        elif need.severity == "explain" and not (need.rule and need.rule.unknown_too):
            wishes.append(Wish(need.tree, EXCUSED))
    if step.once_past is not None:
        past = FactLeaf(Today(), (("after", step.once_past),))
        wishes.append(Wish(AskTree(past), MET))
    return tuple(wishes)


def certain(move: Move) -> tuple[Tree, ...]:
    """The conditions that are met whenever the move is made."""
    return tuple(wish.tree for wish in needs_of(move) if wish.truths == MET)


def leaving(found: CompiledStep) -> Tree | None:
    """What makes a step that nobody does happen; None for one that waits for nothing."""
    parts = [wish.tree for wish in needs_of(Move("itself", found, None))]
    return AllTree(parts) if parts else None


def filled(move: Move, view: View, trees: tuple[Tree, ...]) -> tuple[Wish, ...]:
    """That what a step has filled in is there, as far as these conditions look at it."""
    asked = set(move.found.step.fill_in)
    if not asked or move.how in ("itself", "time", "merge"):
        return ()
    read = (cell for tree in trees for cell in tree.reads(view))
    mine = (
        cell for cell in read
        if cell.case == view.case.id and cell.kind in ("fact", "document")
        and cell.who is None and cell.name in asked
    )  # fmt: skip
    return tuple(Wish(kept(cell), MET) for cell in dict.fromkeys(mine))


def brand_new(move: Move, view: View) -> Callable[[Cell], bool]:
    """What cannot be in a case that is just opened: all that is not filled in with the step."""
    if not move.found.step.opens:
        return lambda cell: False
    case, asked = view.case.id, frozenset(move.found.step.fill_in)

    def empty(cell: Cell) -> bool:
        own = cell.case == case and cell.kind in ("fact", "document", "position", "step", "breach")
        return own and (cell.kind not in ("fact", "document") or cell.name not in asked)

    return empty


def by_doer(move: Move, view: View, trees: tuple[Tree, ...]) -> Iterator[View]:
    """The view of each who may do the step, alone or for another; one view where nothing looks
    at who acts. Who has a role changes with the days, so that nobody is left out for want of it.
    """
    step = move.found.step
    if step.automatic is not None or move.how == "merge":
        yield view
        return
    doers = doers_of(step, view)
    if not any(ACTOR in tree.reads(view) for tree in trees):
        yield _acted(view, doers[0], doers[0]) if doers else view
        return
    everybody = tuple(one.id for one in view.collaboration.register.parties)
    for party in doers or everybody:
        for actor in dict.fromkeys((party, *everybody)):
            yield _acted(view, party, actor)


def _acted(view: View, party: str, actor: str) -> View:
    return View(view.collaboration, view.case, view.day, actor, party, view.answers)
