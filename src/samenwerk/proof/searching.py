"""Control search: breadth-first over what is slow, the path with the fewest acts first.

Paths to where an invariant is broken come out one after another, as candidates. A move of which
it is not known whether it can be made is taken to be possible, so that nothing is missed.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence
from itertools import count, product

import attrs

from samenwerk.core.refusals import doers_of
from samenwerk.core.tree import Tree
from samenwerk.core.view import View
from samenwerk.proof.answer import Candidate, Stride, Undecided
from samenwerk.proof.asked import MET, NOT_MET, Found, Nowhere, Wish
from samenwerk.proof.control import Board, Control, Here
from samenwerk.proof.doing import filled, needs_of
from samenwerk.proof.feasible import ANYHOW, Answer, Feasible
from samenwerk.proof.inside import Part
from samenwerk.proof.question import Move, Question, of_others
from samenwerk.proof.slow import turns
from samenwerk.values.finding import NO, UNKNOWN, YES

ACTS = ("fact", "document", "position", "mandate")
"""What must be recorded apart from the step itself."""


@attrs.frozen(eq=False)
class Node:
    """A control state and by which move it was reached, in which world; `broken` when the
    invariant is, by that move (None: by a change of what is recorded)."""

    control: Control
    cost: int = 0
    before: Node | None = None
    place: int = 0
    move: Move | None = None
    wishes: tuple[Wish, ...] = ()
    answer: Answer | None = None
    broken: bool = False


@attrs.define(eq=False)
class Search:
    """A search in one setting. `wishes` are the needs that count of each move, by its step and
    how it is made; `hits` the moves that may break what is asked, and `parts` what can break
    while in the state, or since the step, that is asked about (`parted`: of a case that came of a
    split). At most `most` control states are
    visited."""

    question: Question
    board: Board
    feasible: Feasible
    wishes: Mapping[tuple[str, str], tuple[Wish, ...]]
    hits: frozenset[tuple[str, str]]
    most: int
    parts: tuple[Part, ...] = ()
    parted: tuple[Part, ...] = ()
    unclear: Undecided | None = None
    visited: int = 0
    _heap: list[tuple[int, int, Node]] = attrs.field(factory=list)
    _order: Iterator[int] = attrs.field(factory=count)
    _others: Tree | None = None
    _turning: dict[tuple[int, bool], bool] = attrs.field(factory=dict)

    def candidates(self) -> Iterator[Candidate]:
        """Every path found on which it is broken; afterwards `unclear` says what stayed open."""
        seen: set[Control] = set()
        self._push(Node(self.board.start))
        while self._heap:
            node = heapq.heappop(self._heap)[2]
            if node.broken:
                yield Candidate(self._path(node), self.board.setting)
                continue
            alike = self.board.alike(node.control)
            if alike in seen:
                continue
            seen.add(alike)
            self.visited += 1
            if self.visited > self.most:
                self.unclear = Undecided("too_many", worlds=self.feasible.worlds)
                return
            self._stay(node)
            for place, move in self.board.open_to(node.control):
                self._go(node, place, move)

    def _push(self, node: Node) -> None:
        heapq.heappush(self._heap, (node.cost, next(self._order), node))

    def _stay(self, node: Node) -> None:
        """What can break while cases stay where they are."""
        for place, here in enumerate(node.control):
            own = self.board.places[place].lifecycle == self.question.lifecycle
            if here is None or not own or here.state != self.question.reach:
                continue
            for part in self._parts(here) if self.question.within else ():
                answer = self.feasible.still(node.control, place, part.wishes)
                self._break(node, place, None, part.wishes[:1], answer)

    def _stays(self, node: Node, place: int, move: Move) -> bool:
        """Whether it is a split of a case that is where what is asked held already."""
        here = node.control[place]
        return move.how == "split" and self.question.within and (
            here is not None and here.state == self.question.reach
        )  # fmt: skip

    def _parts(self, here: Here) -> tuple[Part, ...]:
        return self.parted if here.parted else self.parts

    def _go(self, node: Node, place: int, move: Move) -> None:
        """A move: where it would break what is asked, and where it leads."""
        needs = self.wishes.get((move.found.step.full_name, move.how), ())
        condition = self.question.condition
        if self._hit(node.control, place, move):
            if self.question.at_most is not None:
                if move.how == "split" or self._too_many(node.control, place):
                    self._break(node, place, move, (), self._ask(node, place, move, needs))
            else:
                if self.question.since is not None and not self._held(node, place, move):
                    self._break(node, place, move, (), self._ask(node, place, move, needs))
                for unmet in () if self._stays(node, place, move) else self._unmet(
                    node.control[place], move
                ):
                    answer = self._ask(node, place, move, (*needs, *unmet))
                    self._break(node, place, move, unmet, answer)
                if self.question.since is None and not self.question.within and (
                    move.how != "merge"
                ):  # fmt: skip
                    needs = (*needs, Wish(condition, MET))
        if self.question.within and self.question.hits(move) and move.how != "merge":
            needs = (*needs, Wish(condition, MET))
        for held, more in self._since(node.control, place, move):
            self._pass(node, place, move, held, (*needs, *more))

    def _ask(self, node: Node, place: int, move: Move, wishes: Sequence[Wish]) -> Answer:
        if move.how != "merge":
            return self.feasible.move(node.control, place, move, wishes)
        answers = [
            self.feasible.move(node.control, host, move, wishes)
            for host in self.board.hosts(node.control, place, move)
        ]
        found = [one for one in answers if isinstance(one, Found)]
        unclear = [one for one in answers if isinstance(one, Undecided)]
        return (found or unclear or answers)[0]

    def _about(self, move: Move) -> Tree:
        if move.how != "merge":
            return self.question.condition
        if self._others is None:
            self._others = of_others(self.question)
        return self._others

    def _hit(self, control: Control, place: int, move: Move) -> bool:
        here = control[place]
        if (move.found.step.full_name, move.how) not in self.hits:
            return False
        if move.how == "split" and here is not None:
            return self.question.reach == (move.to or here.state)
        if self.question.on is None and here is not None and move.to == here.state:
            return False  # it was there already
        if move.how == "back" and self.question.on is None:
            return here is not None and self.board.back(here, move) == self.question.reach
        return True

    def _too_many(self, control: Control, place: int) -> bool:
        """Whether there is no room left for one more."""
        here, most = control[place], self.question.at_most
        assert most is not None
        if self.question.on is not None:
            return (0 if here is None else here.count) >= most
        if here is not None and here.state == self.question.reach:
            return False
        mine = self.board.places[place]
        there = [
            one for one, other in zip(control, self.board.places, strict=True)
            if one is not None and one.state == self.question.reach
            and (other.lifecycle, other.above) == (mine.lifecycle, mine.above)
        ]  # fmt: skip
        return len(there) >= most

    def _held(self, node: Node, place: int, move: Move) -> bool:
        here = node.control[place]
        begins = move.found.step.name == self.question.since
        return begins or (here is not None and here.held is True)

    def _since(
        self, control: Control, place: int, move: Move
    ) -> Iterator[tuple[bool | None, tuple[Wish, ...]]]:
        """What can be said after a move of whether it held since the step, and when."""
        here, since = control[place], self.question.since
        known = None if here is None else here.held
        own = self.board.places[place].lifecycle == self.question.lifecycle
        begins = move.found.step.name == since and move.how not in ("merge", "anyway")
        if since is None or not own or move.how == "merge" or (not begins and known is not True):
            yield known, ()
            return
        yield True, (Wish(self.question.condition, MET),)
        for unmet in self._unmet(here, move):
            yield False, unmet

    def _unmet(self, here: Here | None, move: Move) -> Iterator[tuple[Wish, ...]]:
        """The ways in which what is asked is not met at a move."""
        if here is not None and here.held is True:
            yield from (part.wishes for part in self._parts(here))
        else:
            yield (Wish(self._about(move), NOT_MET),)

    def _pass(
        self, node: Node, place: int, move: Move, held: bool | None, wishes: tuple[Wish, ...]
    ) -> None:
        counts = self.question.at_most if (
            self.question.on is not None and self.question.at_most is not None
            and self._hit(node.control, place, move)
        ) else None  # fmt: skip
        after = self.board.after(node.control, place, move, held, counts)
        # who has a role in the case may be another later on
        enters = self.question.within and self.question.hits(move)
        steady = tuple(wish for wish in wishes if not self._turns(wish.tree, enters))
        for answers, more in self._frozen(after, place):
            answer = self._ask(node, place, move, (*steady, *more))
            if isinstance(answer, Nowhere):
                continue
            here = after[place]
            assert here is not None
            control = after
            if answers != here.answers:
                new = attrs.evolve(here, answers=answers)
                control = (*after[:place], new, *after[place + 1:])
            self._push(Node(
                control, node.cost + _cost(answer), node, place, move, (*wishes, *more), answer
            ))  # fmt: skip

    def _turns(self, tree: Tree, enters: bool) -> bool:
        key = (id(tree), enters)
        if key not in self._turning:
            inside = f"{self.question.lifecycle}.{self.question.reach}" if enters else None
            self._turning[key] = turns(self.board.compiled, tree, inside)
        return self._turning[key]

    def _frozen(
        self, after: Control, place: int
    ) -> Iterator[tuple[tuple[tuple[str, int], ...], tuple[Wish, ...]]]:
        """The answers that can no longer change after a move, in every combination."""
        here = after[place]
        assert isinstance(here, Here)
        those = self.feasible.frozen.get(self.board.places[place].lifecycle, ())
        if not those:
            yield here.answers, ()
            return
        known = {key for key, _ in here.answers}
        new = [one for one in those if one.tree.key not in known and one.steps <= here.done]
        for truths in product((YES, NO, UNKNOWN), repeat=len(new)):
            pairs = tuple(zip(new, truths, strict=True))
            yield (
                (*here.answers, *((one.tree.key, truth) for one, truth in pairs)),
                tuple(Wish(one.tree, frozenset((truth,))) for one, truth in pairs),
            )

    def _break(
        self, node: Node, place: int, move: Move | None, unmet: tuple[Wish, ...], answer: Answer
    ) -> None:
        if isinstance(answer, Nowhere):
            return
        if isinstance(answer, Undecided) and answer is not ANYHOW:
            self.unclear = self.unclear or answer
            return
        wishes = unmet if move is None else (*needs_of(move), *unmet)
        self._push(Node(
            node.control, node.cost + _cost(answer), node, place, move, wishes, answer, True
        ))  # fmt: skip

    def _path(self, node: Node) -> tuple[Stride, ...]:
        """The strides that lead to a node."""
        found: list[Stride] = []
        while node.before is not None:
            assert node.answer is not None
            control = node.before.control
            found.append(
                self._stride(control, node.place, node.move, node.wishes, node.answer)
            )
            if node.move is not None and node.move.how == "split":
                found += self._joining(control, node.place, node.move)
            node = node.before
        return tuple(reversed(found))

    def _joining(self, control: Control, place: int, move: Move) -> Iterator[Stride]:
        """Who is to be divided must take part first: as many as the groups ask for."""
        view, here, step = self.board.view(control, place), control[place], move.found.step
        assert here is not None
        for joins in self.board.moves[self.board.places[place].lifecycle]:
            own = joins.found.step
            if own.takes != step.splits or own.opens or here.state not in own.sources:
                continue
            for party in doers_of(own, view)[: 2 * max(1, step.group_at_least)]:
                yield Stride(own.full_name, view.case.id, actor=party, day=view.day)
            return

    def _stride(
        self, control: Control, place: int, move: Move | None, wishes: tuple[Wish, ...],
        answer: Answer,
    ) -> Stride:  # fmt: skip
        found = answer if isinstance(answer, Found) else None
        view: View | None = None if found is None else found.view
        contents = {} if found is None else found.contents
        told = {
            "contents": contents, "actor": None if view is None else view.actor,
            "day": None if view is None else view.day,
        }  # fmt: skip
        if move is None:
            return Stride(None, self.board.places[place].id, "change", wishes, **told)  # type: ignore[arg-type]
        if move.how == "merge":
            place = self.board.hosts(control, place, move)[0]
        how = "step" if move.how in ("back", "each") else move.how
        own = self.board.view(control, place)
        trees = tuple(wish.tree for wish in wishes)
        whole = (*wishes, *filled(move, own, trees))
        case = self.board.places[place].id
        return Stride(move.found.step.full_name, case, how, whole, **told)  # type: ignore[arg-type]


def _cost(answer: Answer) -> int:
    """How many acts a stride takes: the step, and what is to be recorded for it."""
    if not isinstance(answer, Found):
        return 1
    return 1 + sum(
        entry is not None and cell.kind in ACTS for cell, entry in answer.contents.items()
    )
