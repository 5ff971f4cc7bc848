"""What must stand in a cell, as a condition that no text can write: for questions about worlds.

So a search can ask that a case is in a state, or that a step was done, and leave its age open.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from samenwerk.core.allowed import THERE, allow
from samenwerk.core.leaf import Cut, Evaluate, Key, Leaf, Line
from samenwerk.core.operands import entry_in
from samenwerk.core.tree import AskTree
from samenwerk.core.view import View
from samenwerk.core.ways import Unadvisable, Want, Way
from samenwerk.values.cell import Cell, Value
from samenwerk.values.finding import NO, YES
from samenwerk.values.message import Message


@attrs.frozen
class Kept:
    """Something stands in the cell: one of these words, or (without words) anything."""

    cell: Cell
    words: frozenset[Value] = frozenset()

    word: ClassVar[str] = "kept"
    KEYS: ClassVar[Mapping[str, Key]] = {}
    WORDING: ClassVar[Mapping[str, Mapping[str, str]]] = {}

    @classmethod
    def read(cls, line: Line) -> Leaf | None:
        """Of no line: only a search asks this."""
        return None

    @property
    def key(self) -> str:
        """As `kept change-1 step adopt`."""
        where = " ".join(part for part in self.cell.order if part)
        return f"kept {where}" + "".join(f" {word}" for word in sorted(map(str, self.words)))

    def evaluate(self) -> Evaluate:
        """Yes or no."""
        cell, words = self.cell, self.words

        def evaluate(view: View) -> int:
            entry = entry_in(view, cell)
            return YES if entry is not None and (not words or entry.value in words) else NO

        return evaluate

    def reads(self, view: View) -> tuple[Cell, ...]:
        """The cell."""
        return (self.cell,)

    def message(self, view: View, truth: int) -> Message:
        """The cell's name, for who looks into a search."""
        return Message("tree.no_way", {"condition": self.key})

    def ways(self, view: View, wanted: bool) -> Way:
        """Have it put there; that it is not there is not advised on."""
        if not wanted:
            return Unadvisable(self.message(view, NO))
        return Want(self.cell, allow("one_of", self.words) if self.words else THERE, self.key)

    def abstract(self, view: View) -> tuple[Cut, ...]:
        """There or not, and its words."""
        return (Cut(self.cell, words=self.words),)

    def implies(self, other: Leaf, wanted: bool) -> bool:
        """Only itself."""
        return self == other


def kept(cell: Cell, *words: Value) -> AskTree:
    """The condition that something (one of these words) stands in the cell."""
    return AskTree(Kept(cell, frozenset(words)))
