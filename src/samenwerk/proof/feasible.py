"""Whether a move can be made in a control state: asked of worlds, once for all that look alike.

A table of answers per move, place and the slow cells that its conditions look at. What control
search does with the answers is `proof.searching`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

import attrs

from samenwerk.core.leaf import ACTOR
from samenwerk.core.refusals import everyone
from samenwerk.core.tree import AskTree, SomeTree, Tree
from samenwerk.core.view import View
from samenwerk.proof.asked import MET, Found, Limits, Nowhere, Undecided, Wish
from samenwerk.proof.components import Sites, at
from samenwerk.proof.control import Board, Control
from samenwerk.proof.doing import brand_new, by_doer, filled
from samenwerk.proof.frozen import Frozen
from samenwerk.proof.kept import Kept, kept
from samenwerk.proof.question import Move
from samenwerk.proof.worlds import find
from samenwerk.values.cell import Cell

SLOW = ("state", "step", "breach", "cases")

Answer = Found | Nowhere | Undecided
ANYHOW = Undecided("nothing_asked")
"""The answer where nothing is wished: whatever the world, it can be done."""


@attrs.define(eq=False)
class Feasible:
    """The answers of one setting. `frozen` lists, by lifecycle, conditions that stay answered;
    `parties` are the sets of parties of which its register has so many on purpose."""

    board: Board
    limits: Limits
    frozen: dict[str, tuple[Frozen, ...]] = attrs.field(factory=dict)
    parties: frozenset[str] = frozenset()
    worlds: int = 0
    _memo: dict[Hashable, Answer] = attrs.field(factory=dict)
    _without: dict[str, bool] = attrs.field(factory=dict)

    def move(
        self, control: Control, place: int, move: Move, wishes: Sequence[Wish]
    ) -> Answer:
        """A world in which the move can be made with these wishes fulfilled."""
        if self._nobody(move):
            return Nowhere(0)
        if not wishes:
            return ANYHOW
        view = self.board.view(control, place)
        trees = tuple(wish.tree for wish in wishes)
        wanted = (*wishes, *filled(move, view, trees))
        fixed = brand_new(move, view)
        views = tuple(by_doer(move, view, trees))
        return self._asked(control, place, move, wanted, views, fixed)

    def _nobody(self, move: Move) -> bool:
        """Whether nobody there can be, of all who may do the step."""
        known = self._without.get(move.found.step.full_name)
        if known is None:
            known = self._without[move.found.step.full_name] = self._has_nobody(move)
        return known

    def _has_nobody(self, move: Move) -> bool:
        step = move.found.step
        if step.automatic is not None or not all(who.key in self.parties for who in step.by):
            return False
        view = self.board.setting.view
        return not any(who.lifecycle or who.of for who in step.by) and not everyone(step.by, view)

    def still(self, control: Control, place: int, wishes: Sequence[Wish]) -> Answer:
        """A world in which nothing is done and these wishes are fulfilled."""
        view = self.board.view(control, place)
        return self._asked(control, place, None, tuple(wishes), (view,), lambda cell: False)

    def _asked(
        self, control: Control, place: int, move: Move | None, wishes: tuple[Wish, ...],
        views: tuple[View, ...], empty: Callable[[Cell], bool],
    ) -> Answer:  # fmt: skip
        remembered = self._remembered(control, place)
        wishes = (*wishes, *remembered)
        answers: list[Answer] = []
        for view in views:
            read = {cell for wish in wishes for cell in wish.tree.reads(view)}
            slow, key = self._slow(control, read)
            actor = (view.actor, view.speaks_for) if ACTOR in read else None
            asked = tuple((_name(wish.tree), wish.truths) for wish in wishes)
            opens = move is not None and move.found.step.opens
            whole = (place, opens and id(move), actor, asked, key, control[place] is None)
            known = self._memo.get(whole)
            if known is None:
                known = self._memo[whole] = self._find(view, wishes, slow, empty)
                self.worlds += known.worlds if not isinstance(known, Found) else 1
            if isinstance(known, Found):
                return known
            answers.append(known)
        unclear = (one for one in answers if isinstance(one, Undecided))
        return next(unclear, Nowhere(sum(one.worlds for one in answers
                                         if isinstance(one, Nowhere))))  # fmt: skip

    def _remembered(self, control: Control, place: int) -> tuple[Wish, ...]:
        here = control[place]
        if here is None or not here.answers:
            return ()
        known = dict(here.answers)
        those = self.frozen.get(self.board.places[place].lifecycle, ())
        return tuple(
            Wish(one.tree, frozenset((known[one.tree.key],)))
            for one in those if one.tree.key in known
        )  # fmt: skip

    def _slow(self, control: Control, read: set[Cell]) -> tuple[dict[Cell, bool], Hashable]:
        """Of the slow cells that are read whether they are as they are (True) or empty (False),
        and all that matters of them."""
        places = {one.id: number for number, one in enumerate(self.board.places)}
        found: dict[Cell, bool] = {}
        key: set[Hashable] = set()
        for cell in read:
            if cell.kind == "cases":
                ids = tuple(
                    one.id for one, here in zip(self.board.places, control, strict=True)
                    if one.lifecycle == cell.name and here is not None
                )  # fmt: skip
                key.add((cell, ids))
            if cell.kind not in SLOW or cell.case not in places:
                continue
            here = control[places[cell.case]]
            if here is None:
                continue
            if cell.kind == "state":
                found[cell] = True
                key.add((cell, here.state))
            elif f"{self.board.places[places[cell.case]].lifecycle}.{cell.name}" in (
                self.board.looked_at
            ):
                there = cell.name in (here.done if cell.kind == "step" else here.breached)
                found[cell.of_nobody] = there
                key.add((cell.case, cell.kind, cell.name, there))
        return found, frozenset(key)

    def _find(
        self, view: View, wishes: tuple[Wish, ...], slow: dict[Cell, bool],
        empty: Callable[[Cell], bool],
    ) -> Answer:  # fmt: skip
        read = {cell for wish in wishes for cell in wish.tree.reads(view)}
        aged = _aged(view, [wish.tree for wish in wishes])
        sure: list[Wish] = []
        still: set[Cell] = set()
        for cell, there in slow.items():
            if not there:
                still.add(cell)
            elif cell.kind != "state":
                sure.append(Wish(kept(cell), MET))
                by = self._by(view, cell)
                mine = {one for one in read if one.who and one.of_nobody == cell}
                if by is not None and mine:
                    still |= {one for one in mine if one.who not in by}
                    done = [kept(attrs.evolve(cell, who=one)) for one in by]
                    sure.append(Wish(SomeTree(1, done), MET))
            elif cell in aged:
                state = self._state(view, cell)
                sure.append(Wish(kept(cell, state), MET))
            else:
                still.add(cell)

        def fixed(cell: Cell) -> bool:
            if cell == ACTOR or cell in still or empty(cell):
                return True
            return cell.kind in ("step", "breach") and cell.of_nobody in still

        return find(view, (*wishes, *sure), fixed=fixed, limits=self.limits)

    def _by(self, view: View, cell: Cell) -> tuple[str, ...] | None:
        """Those of whom one did a step that was done; None where that changes with the case."""
        case = view.case if cell.case == view.case.id else view.collaboration.cases[cell.case]
        found = self.board.compiled.step(f"{case.lifecycle}.{cell.name}")
        if cell.kind != "step" or found is None or found.step.automatic is not None:
            return None
        step = found.step
        by = step.by if step.for_each is None else (step.for_each,)
        if step.per is not None or any(who.lifecycle or who.of for who in by):
            return None
        return everyone(by, view) or None

    def _state(self, view: View, cell: Cell) -> str:
        case = view.case if cell.case == view.case.id else view.collaboration.cases[cell.case]
        return case.state


def _name(tree: Tree) -> Hashable:
    """What tells a condition apart: of what must be kept the cell, else the tree itself."""
    made = isinstance(tree, AskTree) and isinstance(tree.leaf, Kept)
    return tree.key if made else id(tree)


def _aged(view: View, trees: Sequence[Tree]) -> set[Cell]:
    """The states of cases that are looked at with their age."""
    sites = Sites()
    for tree in trees:
        sites.add(tree, view)
    return {
        cut.cell
        for site in sites.all
        for cut in site.leaf.abstract(at(view, (site.case, site.who)))
        if cut.cell.kind == "state" and (cut.exact or cut.terms or cut.days or cut.newer_than)
    }
