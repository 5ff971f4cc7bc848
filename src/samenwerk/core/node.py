"""A node of the evaluated tree: what every node answers, and the simplest one, a leaf.

How nodes are combined is `core.tree`; conditions about each of a set are `core.each`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from samenwerk.core.leaf import Leaf
from samenwerk.core.operands import entry_in, read
from samenwerk.core.view import View
from samenwerk.core.ways import Way
from samenwerk.values.cell import Cell
from samenwerk.values.finding import NO, UNKNOWN, YES, Finding

Judge = Callable[[View, list[int]], int]


class Tree:
    """A compiled node. `judge` gives the truth and writes one truth per leaf into the record."""

    judge: Judge
    parts: tuple[Tree, ...] = ()

    def truth(self, view: View) -> int:
        """The truth alone."""
        return self.judge(view, [])

    def finding(self, view: View) -> Finding:
        """What it answered, opened for reading."""
        raise AssertionError

    def ways(self, view: View, wanted: bool) -> Way:
        """What would have to stand where."""
        raise AssertionError

    def reads(self, view: View) -> tuple[Cell, ...]:
        """Every cell its answer can depend on, in this view."""
        found = (cell for part in self.parts for cell in part.reads(view))
        return tuple(dict.fromkeys(found))

    def sequences(self, view: View) -> set[int]:
        """The sequences of the entries it read; the day and the register came by no event."""
        found: set[int] = set()
        for cell in self.reads(view):
            entry = entry_in(view, cell) if cell.case else None
            if entry is not None and entry.sequence:
                found.add(entry.sequence)
        return found

    def recorded(self) -> tuple[Tree, ...]:
        """The nodes that write into the record, in the order in which they write."""
        return tuple(node for part in self.parts for node in part.recorded())

    @property
    def key(self) -> str:
        """The stable name of this node in the record."""
        raise AssertionError


class AskTree(Tree):
    """A leaf."""

    def __init__(self, leaf: Leaf) -> None:
        self.leaf, self._key = leaf, leaf.key
        evaluate = self.evaluate = leaf.evaluate()

        def judge(view: View, record: list[int]) -> int:
            truth = evaluate(view)
            record.append(truth)
            return truth

        self.judge = judge

    @property
    def key(self) -> str:
        """The leaf's own."""
        return self._key

    def finding(self, view: View) -> Finding:
        """The leaf's message, and the entries it read."""
        truth = self.evaluate(view)
        evidence = read(view, self.leaf.reads(view))
        message = self.leaf.message(view, truth)
        return Finding(self.key, truth, message, tuple(e for e in evidence if e[1].sequence))

    def ways(self, view: View, wanted: bool) -> Way:
        """The leaf's own."""
        return self.leaf.ways(view, wanted)

    def reads(self, view: View) -> tuple[Cell, ...]:
        """The leaf's own."""
        return self.leaf.reads(view)

    def recorded(self) -> tuple[Tree, ...]:
        """Itself."""
        return (self,)


def counted(truths: Sequence[int], enough: int) -> int:
    """At least so many: decided as soon as the unknown ones cannot change it."""
    yes = truths.count(YES)
    if yes >= enough:
        return YES
    return UNKNOWN if yes + truths.count(UNKNOWN) >= enough else NO
