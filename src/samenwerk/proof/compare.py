"""Where a step answers otherwise than it did: newly allowed, newly refused, refused otherwise.

First by what its conditions come to, and where that differs by looking for a world in which old
and new answer otherwise. Which declared things differ is `declared`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from samenwerk.core.compiled import Compiled, CompiledStep
from samenwerk.core.leaves.case import CaseState
from samenwerk.core.node import AskTree
from samenwerk.core.tree import AllTree, Tree
from samenwerk.proof.anywhere import Somewhere, anywhere, directed
from samenwerk.proof.asked import MET, Limits, Nowhere, Undecided, Wish
from samenwerk.proof.asked_of import Line, Lines, apart, lines_of
from samenwerk.proof.implied import follows
from samenwerk.values.finding import NO, UNKNOWN, YES

MAYBE = frozenset({UNKNOWN, YES})
USUAL = Limits()


@attrs.frozen(eq=False)
class Shift:
    """One way in which a step answers otherwise, with the conditions that make it so.

    `kind` is `allowed`, `refused`, `otherwise` (no became unknown, or the other way round),
    `unexplained` (no explanation is needed any more), `explained`, `unwarned`, `warned`,
    `untipped` or `tipped`. `answer` is the world found, or why it is not known; `explained`
    tells that the one that allows it there asks an explanation. `whole` is all that the old and
    the new one ask before they stop nothing.
    """

    kind: str
    was: tuple[Line, ...]
    now: tuple[Line, ...]
    answer: Somewhere | Undecided
    explained: bool = False
    whole: tuple[tuple[Line, ...], tuple[Line, ...]] = ((), ())


@attrs.frozen(eq=False)
class Compared:
    """What comparing two steps found, and whether that there is no more rests on a search."""

    shifts: tuple[Shift, ...] = ()
    searched: bool = False


def compare_steps(
    old: CompiledStep, new: CompiledStep, within: Compiled, limits: Limits = USUAL
) -> Compared:
    """Every way in which two steps of one name answer otherwise in the same world.

    Worlds are made up by the workflow `within`; the states in which both can be done count.
    """
    memo: dict[Any, Tree] = {}
    pair = _Pair(old, new, lines_of(old, memo), lines_of(new, memo), within, limits)
    return Compared(tuple(pair.shifts()), pair.asked > 0)


@attrs.define(eq=False)
class _Pair:
    """Two steps of one name, and how often a world was looked for."""

    old: CompiledStep
    new: CompiledStep
    was: Lines
    now: Lines
    within: Compiled
    limits: Limits
    asked: int = 0

    def shifts(self) -> Iterator[Shift]:
        """The verdict first, then what is only asked to be explained, then what only warns."""
        first = [
            *self._towards("allowed", self.was.stops, self.now.stops, ()),
            *self._towards("refused", self.now.stops, self.was.stops, (), turned=True),
        ]
        yield from first
        if not first:
            yield from self._otherwise()
        both = (*self.was.stops, *self.now.stops)
        for kinds, one, other in (
            (("unexplained", "explained"), self.was.plain, self.now.plain),
            (("unwarned", "warned"), self.was.warns, self.now.warns),
            (("untipped", "tipped"), self.was.hints, self.now.hints),
        ):
            yield from self._towards(kinds[0], one, other, both)
            yield from self._towards(kinds[1], other, one, both, turned=True)

    def _towards(
        self, kind: str, mine: Sequence[Line], its: Sequence[Line], also: Sequence[Line],
        turned: bool = False,
    ) -> Iterator[Shift]:  # fmt: skip
        """Worlds in which all of `its` stop nothing, and one of `mine` that they lack does."""
        only, others = apart(tuple(mine), tuple(its))
        for line in only:
            if any((line.meaning, line.good) == (one.meaning, one.good) for one in also):
                continue  # it stopped the step then and now
            given = [*its, *also]
            met = [one.tree for one in given if one.good == MET]
            if line.good == MET and follows(met, line.tree):
                continue
            answer = self._broken(line, given, others)
            if not isinstance(answer, Nowhere):
                side = self.was if turned else self.now  # the one that stops nothing there
                beside = _otherwise_asked(line, side) or _beside(line, only, others)
                was, now = (beside, (line,)) if turned else ((line,), beside)
                yield self._shift(kind, was, now, answer, _asks(side.plain, answer))

    def _shift(
        self, kind: str, was: tuple[Line, ...], now: tuple[Line, ...],
        answer: Somewhere | Undecided, explained: bool,
    ) -> Shift:  # fmt: skip
        return Shift(kind, was, now, answer, explained, (self.was.stops, self.now.stops))

    def _broken(
        self, line: Line, given: Sequence[Line], others: Sequence[Line]
    ) -> Somewhere | Nowhere | Undecided:
        """A world in which this line stops the step while none of the given ones does: first
        among those that look at the same, for nowhere there is nowhere at all. Where that is too
        much to try, around a world in which old and new of this line differ."""
        near = [one for one in given if one in others or one.topics & line.topics]
        open_ = False
        if len(near) < len(given):
            first = self._find([*(one.wish for one in near), line.broken])
            if isinstance(first, Nowhere):
                return first
            open_ = isinstance(first, Undecided)
        found = self._around(line, given, others) if open_ else None
        if found is not None:
            return found
        answer = self._find([*(one.wish for one in given), line.broken])
        if isinstance(answer, Undecided) and not open_:
            return self._around(line, given, others) or answer
        return answer

    def _around(
        self, line: Line, given: Sequence[Line], others: Sequence[Line]
    ) -> Somewhere | None:
        core = [one for one in given if one in others and one.topics & line.topics]
        rest = [one.wish for one in given if one not in core]
        return directed(
            self.within, self.new.step.lifecycle, [line.broken, *(one.wish for one in core)],
            [*rest, *self._here()], self.limits,
        )  # fmt: skip

    def _otherwise(self) -> Iterator[Shift]:
        """Worlds in which no became unknown, or unknown no; refused then and now."""
        only, others = apart(self.was.stops, self.now.stops)
        common = [one for one in self.was.stops if one not in only]
        for mine, its in ((only, others), (others, only)):
            answer = self._refused_otherwise(mine, its, common)
            if not isinstance(answer, Nowhere):
                yield self._shift("otherwise", tuple(only), tuple(others), answer, False)
                return

    def _refused_otherwise(
        self, no: Sequence[Line], unknown: Sequence[Line], common: Sequence[Line]
    ) -> Somewhere | Nowhere | Undecided:
        if not no or any(one.good != MET for one in (*no, *unknown, *common)):
            return Nowhere(0)
        wrong = Wish(_all(no), frozenset({NO}))
        open_ = frozenset({UNKNOWN})
        asked: list[tuple[list[Wish], list[Wish]]] = []
        if unknown:
            rest = [one.among(MAYBE) for one in common]
            asked.append(([wrong, Wish(_all(unknown), open_)], rest))
        if common:
            asked.append(([wrong, *(one.wish for one in unknown)], [Wish(_all(common), open_)]))
        undecided = None
        for near, wishes in asked:
            if isinstance(self._find(near), Nowhere):
                continue  # nor then in a world in which more is asked
            answer = self._find([*near, *wishes])
            if isinstance(answer, Somewhere):
                return answer
            undecided = answer if isinstance(answer, Undecided) else undecided
        return undecided or Nowhere(0)

    def _find(self, wishes: list[Wish]) -> Somewhere | Nowhere | Undecided:
        self.asked += 1
        lifecycle = self.new.step.lifecycle
        return anywhere(self.within, lifecycle, [*wishes, *self._here()], self.limits)

    def _here(self) -> list[Wish]:
        """That the case is in a state in which both can be done."""
        step = self.new.step
        states = frozenset(self.old.step.sources) & frozenset(step.sources)
        if not states:
            return []
        return [Wish(AskTree(CaseState("here", step.lifecycle, states)), MET)]


def _all(lines: Sequence[Line]) -> Tree:
    return lines[0].tree if len(lines) == 1 else AllTree([one.tree for one in lines])


def _asks(plain: Sequence[Line], answer: Somewhere | Undecided) -> bool:
    """Whether one of these asks an explanation in the world that was found."""
    if not isinstance(answer, Somewhere):
        return False
    view = answer.found.view
    return any(one.severity == "explain" and one.tree.truth(view) != YES for one in plain)


def _otherwise_asked(line: Line, side: Lines) -> tuple[Line, ...]:
    """The same condition where it has another weight."""
    every = (*side.stops, *side.plain, *side.warns, *side.hints)
    same = [one for one in every if one.meaning == line.meaning and one.severity != line.severity]
    return tuple(same[:1])


def _beside(line: Line, only: Sequence[Line], others: Sequence[Line]) -> tuple[Line, ...]:
    """What the other one asks instead: what looks at the same, or stands in the same rule."""
    same = [one for one in others if one.topics & line.topics]
    if not same and line.rules:
        same = [one for one in others if one.rules[:1] == line.rules[:1]]
    if not same and len(only) == len(others) == 1:
        same = list(others)
    return tuple(same)
