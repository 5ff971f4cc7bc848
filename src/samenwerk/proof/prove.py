"""Proving an invariant about a state or a step: from the cheapest way to see it to the dearest.

First how the needs are made; then, per way in, whether any world at all meets the needs and not
the condition; then control search. `answers` gives every path found, in order of length.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain as chain_

import attrs

from samenwerk.core.compiled import Compiled
from samenwerk.core.tree import Tree, compile_tree
from samenwerk.core.view import View
from samenwerk.proof.alone import answers_alone
from samenwerk.proof.always import always_of
from samenwerk.proof.answer import Bounds, Candidate, Proved, Undecided
from samenwerk.proof.asked import NOT_MET, Limits, Nowhere, Setting, Wish
from samenwerk.proof.control import Board, before, standing
from samenwerk.proof.doing import brand_new, by_doer, certain, filled, needs_of
from samenwerk.proof.implied import follows
from samenwerk.proof.inside import Part, inside, lasting
from samenwerk.proof.levels import Wishes, by_level
from samenwerk.proof.linked import linked
from samenwerk.proof.question import Move, Question, asked, moves
from samenwerk.proof.readying import Allowance, ready
from samenwerk.proof.settings import settings
from samenwerk.proof.slow import beside, whos
from samenwerk.proof.worlds import find
from samenwerk.values.cell import Cell
from samenwerk.values.declared import Invariant
from samenwerk.values.tree import Each

PLAIN_LIMITS = Limits()
CHEAP = 3
SHARE, DEAR = 40, 200
"""For so many worlds that may be tried one control state may be visited, on the first levels and
on those after them."""

Answer = Proved | Candidate | Undecided


def prove(compiled: Compiled, invariant: Invariant, limits: Limits = PLAIN_LIMITS) -> Answer:
    """The first answer: that it holds, the shortest path on which it may not, or why not known.

    A candidate breaks it only when it replays; when it does not, ask `answers` for the next.
    """
    return next(answers(compiled, invariant, limits))


def answers(
    compiled: Compiled, invariant: Invariant, limits: Limits = PLAIN_LIMITS
) -> Iterator[Answer]:
    """Every path that may break it, the shortest of each setting first; the last answer is what
    is left when none of them does: proved (there was none) or not decided."""
    question = asked(compiled, invariant)
    if question is None:
        yield from _others(compiled, invariant, limits)
        return
    yield from _Proof(compiled, question, limits).answers()


def _others(compiled: Compiled, invariant: Invariant, limits: Limits) -> Iterator[Answer]:
    """The forms that ask no condition of a moment."""
    if invariant.always is not None:
        yield always_of(compiled, limits).prove(invariant)
    elif invariant.not_alone is not False:
        yield from answers_alone(compiled, invariant, limits)
    else:
        yield Undecided("other_question")


@attrs.define(eq=False)
class _Room:
    """How many control states may still be visited, which sets of parties are looked at, and
    what stayed open."""

    left: int
    parties: frozenset[str] = frozenset()
    unclear: Undecided | None = None


@attrs.define(eq=False, slots=False)
class _Proof:
    """One question on its way to an answer."""

    compiled: Compiled
    question: Question
    limits: Limits
    worlds: int = 0
    control: int = 0
    unclear: Undecided | None = None
    sizes: dict[str, set[int]] = attrs.field(factory=dict)

    def answers(self) -> Iterator[Answer]:
        """In the order of work: by how it is made, in one moment, along paths."""
        question = self.question
        ways = tuple(
            move for move in moves(self.compiled, question.lifecycle, question.breaches)
            if question.hits(move)
        )  # fmt: skip
        if question.at_most is None and question.since is None:
            ways = tuple(move for move in ways if not self._shown(move))
            if not ways and not question.within:
                yield Proved("shown")
                return
            ways = self._in_one_moment(ways)
            if not ways and not self._inside_open():
                yield self._proved()
                return
        found = False
        for candidate in self._along_paths(ways):
            found = True
            yield candidate
        if self.unclear is not None or found:
            yield self.unclear or Undecided("no_more", worlds=self.worlds)
            return
        yield self._proved()

    def _proved(self) -> Proved:
        return Proved("enumerated", self._bounds(), self.worlds, self.control)

    def _bounds(self) -> Bounds | None:
        declared = self.compiled.workflow.lifecycles
        vary = [name for name, sizes in self.sizes.items() if len(sizes) > 1]
        cases = max((max(self.sizes[one]) for one in vary if one in declared), default=None)
        people = [max(self.sizes[one]) for one in vary if one not in declared]
        members = max(people, default=None)
        return None if cases is None and members is None else Bounds(members, cases)

    def _shown(self, move: Move) -> bool:
        if move.how == "split" and self.question.within:
            return False  # not all that the old case had comes along
        return move.how not in ("anyway", "merge") and follows(
            certain(move), self.question.condition
        )

    def _settings(self, trees: Sequence[Tree]) -> Iterator[Setting]:
        known = list(trees)
        limits = self.limits
        merges = any(move.how == "merge" for move in moves(
            self.compiled, self.question.lifecycle, False
        ))  # fmt: skip
        if self.question.at_most is not None and self.question.on is None:
            # what is taken in needs a case that takes it in, which need not come there itself
            limits = attrs.evolve(limits, cases=self.question.at_most + merges)
            known.append(_some(self.question.lifecycle))
        if merges:
            known.append(_some(self.question.lifecycle))
        known += [_some(one) for one in beside(self.compiled, self.question.lifecycle,
                                               tuple(trees))]  # fmt: skip
        for setting in settings(self.compiled, self.question.lifecycle, known, limits):
            for name, size in setting.sizes.items():
                self.sizes.setdefault(name, set()).add(size)
            yield setting

    def _in_one_moment(self, ways: tuple[Move, ...]) -> tuple[Move, ...]:
        """The ways in of which some world has the needs and not the condition."""
        apart = ("merge", "split") if self.question.within else ("merge",)
        left = tuple(move for move in ways if move.how in apart)
        ways = tuple(move for move in ways if move.how not in apart)
        condition = self.question.condition
        if not ways:
            return left
        needs = {move: self._linked(move) for move in ways}
        trees = (condition, *(wish.tree for those in needs.values() for wish in those))
        open_ = dict.fromkeys(ways, False)
        for setting in self._settings(trees):
            board = Board(self.compiled, setting, frozenset(), False)
            for move in [one for one, known in open_.items() if not known]:
                open_[move] = any(
                    self._possible(move, view, needs[move]) for view in before(board, move)
                )
            if all(open_.values()):
                break
        return (*left, *(move for move, known in open_.items() if known))

    def _linked(self, move: Move) -> tuple[Wish, ...]:
        """The needs of a move that have to do with what is asked."""
        hosting = attrs.evolve(move, how="step") if move.how == "merge" else move
        return linked(self._one_of_each, needs_of(hosting), self.question.condition)

    @cached_property
    def _one_of_each(self) -> View:
        """A view of a case in a setting in which there is one of everything."""
        lifecycle = self.question.lifecycle
        own = [move for move in moves(self.compiled, lifecycle, True) if self.question.hits(move)]
        asked_ = (self.question.condition, *(
            wish.tree for move in own for wish in needs_of(attrs.evolve(move, how="step"))
        ))  # fmt: skip
        trees = [_some(one) for one in beside(self.compiled, lifecycle, asked_)]
        found = settings(self.compiled, lifecycle, trees, Limits(0, 1, 1))
        return list(found)[-1].view

    def _possible(self, move: Move, view: View, needs: tuple[Wish, ...]) -> bool:
        wishes = (*needs, Wish(self.question.condition, NOT_MET))
        trees = tuple(wish.tree for wish in wishes)
        wishes = (*wishes, *filled(move, view, trees))
        empty, own = brand_new(move, view), Cell(view.case.id, "state", "state")
        for one in by_doer(move, view, trees):
            answer = find(
                one, wishes, limits=self.limits,
                fixed=lambda cell: cell == own or cell.kind == "actor" or empty(cell),
            )  # fmt: skip
            if not isinstance(answer, Nowhere):
                return True
            self.worlds += answer.worlds
        return False

    def _inside_open(self) -> bool:
        """Whether what must hold while in the state can break there, in any world at all."""
        question = self.question
        if not question.within:
            return False
        for setting in self._settings((question.condition,)):
            board = Board(self.compiled, setting, frozenset(), False)
            view = standing(board, question.reach)
            parts = self._parts(view)
            own = {Cell(view.case.id, "state", "state")}
            for part in parts:
                answer = find(view, part.wishes, limits=self.limits, fixed=own.__contains__)
                if not isinstance(answer, Nowhere):
                    return True
                self.worlds += answer.worlds
        return False

    def _parts(self, view: View, parted: bool = False) -> tuple[Part, ...]:
        """What can break while in the state, or since the step that is asked about; `parted`: of
        a case that came of a split."""
        question = self.question
        steps = self.compiled.workflow.lifecycles[question.lifecycle].steps.values()
        left = ("document",) if parted and any(step.carry.heir for step in steps) else ()
        if question.since is not None:
            return lasting(question.condition, view, self.limits, left)
        if not question.within or question.reach is None:
            return ()
        return inside(
            self.compiled, question.lifecycle, question.reach, question.condition, view,
            self.limits, left,
        )  # fmt: skip

    def _along_paths(self, ways: tuple[Move, ...]) -> Iterator[Candidate]:
        """Search with ever more of the needs; where fewer of them show it, that is enough."""
        question = self.question
        asked_ = (question.condition, *(wish.tree for move in ways for wish in self._linked(move)))
        hits = frozenset((move.found.step.full_name, move.how) for move in ways)
        pending: Iterator[Candidate] = iter(())
        sizes = self.sizes
        for number, wishes in enumerate(
            by_level(self.compiled, question, hits, asked_, self._linked)
        ):
            self.sizes = {name: {*those} for name, those in sizes.items()}
            room = _Room(self.limits.worlds // (SHARE if number < CHEAP else DEAR))
            trees = (*asked_, *(wish.tree for found in wishes.values() for wish in found))
            room.parties = frozenset(who for tree in trees for who in whos(tree))
            found = self._searched(tuple(dict.fromkeys(trees)), hits, wishes, room)
            first = next(found, None)
            if first is None and room.unclear is None:
                return
            if first is None:
                self.unclear = room.unclear
                break  # what fewer of the needs leave open is tried instead
            pending = chain_([first], found)
        yield from pending

    def _searched(
        self, trees: tuple[Tree, ...], hits: frozenset[tuple[str, str]], wishes: Wishes,
        room: _Room,
    ) -> Iterator[Candidate]:  # fmt: skip
        """The paths that break it in any setting of some trees."""
        for setting in self._settings(trees):
            if room.left <= 0:
                room.unclear = Undecided("too_many", worlds=self.worlds)
                return
            yield from self._search(setting, hits, wishes, room)

    def _search(
        self, setting: Setting, hits: frozenset[tuple[str, str]], wishes: Wishes, room: _Room
    ) -> Iterator[Candidate]:
        search = ready(
            self.compiled, setting, self.question, hits, wishes, self._parts,
            Allowance(self.limits, room.left, room.parties),
        )  # fmt: skip
        before = 0
        for candidate in search.candidates():
            room.left -= search.visited - before
            before = search.visited
            yield candidate
        room.left -= search.visited - before
        room.unclear = room.unclear or search.unclear
        self.worlds += search.feasible.worlds
        self.control += search.visited


def _some(lifecycle: str) -> Tree:
    """A condition about cases of a lifecycle, so that a setting has some."""
    return compile_tree(Each("some", None, lifecycle, "", None))
