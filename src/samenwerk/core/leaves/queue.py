"""`queue`: whether a case stands first among those that wait."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

import attrs

from samenwerk.core.allowed import ABSENT, THERE, allow
from samenwerk.core.leaf import Cut, Evaluate, Key, Leaf, Line
from samenwerk.core.operands import cells, entry_in, getter
from samenwerk.core.view import View, located
from samenwerk.core.ways import Unadvisable, Want, Way, any_of, every
from samenwerk.values.case import Case
from samenwerk.values.cell import Cell, Value
from samenwerk.values.finding import NO, YES
from samenwerk.values.message import Message, Name
from samenwerk.values.operand import Operand


@attrs.frozen
class Queue:
    """The case of the lifecycle waits in the state, and no other stands before it.

    Earliest first by each of `order`, what is not known last; then by `ties`, then by opening.
    """

    name: str
    lifecycle: str
    state: str
    order: tuple[Operand, ...]
    ties: Operand | None = None

    word: ClassVar[str] = "queue"
    definite: ClassVar[bool] = True
    KEYS: ClassVar[Mapping[str, Key]] = {
        "queue": Key("queue", "de wachtrij", "the queue", needed=True),
        "first": Key("constant", "true: dit dossier is aan de beurt",
                     "true: it is the turn of this case", needed=True),
    }  # fmt: skip
    WORDING: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "nl": {
            "queue.met": "{queue}: {case} is aan de beurt ({place} van {total})",
            "queue.unmet": "{queue}: {case} is nummer {place} van {total}; eerst: {before}",
            "queue.outside": "{queue}: {case} staat daar niet in",
            "queue.nowhere": "er is hier geen dossier voor {queue}",
        },
        "en": {
            "queue.met": "{queue}: it is the turn of {case} ({place} of {total})",
            "queue.unmet": "{queue}: {case} is number {place} of {total}; first: {before}",
            "queue.outside": "{queue}: {case} is not in it",
            "queue.nowhere": "there is no case here for {queue}",
        },
    }

    @classmethod
    def read(cls, line: Line) -> Leaf | None:
        """Of `{ queue = "waiting", first = true }`."""
        found = line.declared("queue", "queue")
        if found is not None and line.words("first") != (True,):
            line.fault("SW106", "first", written="first", allowed=("true",))
            return None
        if found is None:
            return None
        queue = found[0]
        return cls(queue.name, queue.lifecycle, queue.state, queue.order, queue.ties)

    @property
    def key(self) -> str:
        """As `queue waiting first`."""
        return f"queue {self.name} first"

    def evaluate(self) -> Evaluate:
        """Yes or no: who stands first is always known."""

        def evaluate(view: View) -> int:
            mine = self._mine(view)
            row = self._row(view)
            return YES if mine is not None and row and row[0].id == mine.id else NO

        return evaluate

    def reads(self, view: View) -> tuple[Cell, ...]:
        """Where every case of the lifecycle stands, and what its place rests on."""
        found = [Cell("", "cases", self.lifecycle)]
        for case in self._cases(view):
            found.append(Cell(case.id, "state", "state"))
            found += [cell for one in self.parts for cell in cells(one, view.in_case(case))]
        return tuple(dict.fromkeys(found))

    def message(self, view: View, truth: int) -> Message:
        """The place of the case, of how many, and who is first."""
        mine = self._mine(view)
        told: dict[str, object] = {"queue": Name("queue", self.name)}
        if mine is None:
            return Message("queue.nowhere", told)
        told["case"] = mine.id
        row = [case.id for case in self._row(view)]
        if mine.id not in row:
            return Message("queue.outside", told)
        told |= {"place": row.index(mine.id) + 1, "total": len(row), "before": row[0]}
        return Message("queue.met" if truth == YES else "queue.unmet", told)

    def ways(self, view: View, wanted: bool) -> Way:
        """All before it leave the queue; or it leaves, or another stays before it."""
        mine = self._mine(view)
        row = self._row(view)
        if mine is None:
            outside = Unadvisable(self.message(view, NO))
            return outside if wanted else every([])
        here = Want(Cell(mine.id, "state", "state"), allow("is", self.state), self.key)
        ids = [case.id for case in row]
        if wanted:
            if mine.id not in ids:
                return Unadvisable(self.message(view, NO))
            return every([here, *(self._gone(one) for one in row[: ids.index(mine.id)])])
        before = row[: ids.index(mine.id)] if mine.id in ids else []
        stays = [
            every([here, *self._kept(view, mine), *self._kept(view, one)]) for one in before
        ]
        return any_of([self._gone(mine), *stays], self.message(view, NO))

    def _gone(self, case: Case) -> Way:
        cell = Cell(case.id, "state", "state")
        return Want(cell, allow("none_of", frozenset[Value]((self.state,))), self.key)

    def _kept(self, view: View, case: Case) -> Iterator[Way]:
        """That a case keeps its place: where it is, and what its order rests on."""
        yield Want(Cell(case.id, "state", "state"), allow("is", case.state), self.key)
        for cell in (cell for one in self.parts for cell in cells(one, view.in_case(case))):
            entry = entry_in(view, cell)
            same = ABSENT if entry is None else THERE.meet(
                allow("dated_by", entry.day) if cell.kind == "step" else allow("is", entry.value)
            )  # fmt: skip
            yield Want(cell, same, self.key)

    def abstract(self, view: View) -> tuple[Cut, ...]:
        """Every place apart."""
        return tuple(Cut(cell, exact=True) for cell in self.reads(view) if cell.case)

    def implies(self, other: Leaf, wanted: bool) -> bool:
        """Only itself."""
        return self == other

    @property
    def parts(self) -> tuple[Operand, ...]:
        """What the place of a case rests on, the first thing first."""
        return self.order if self.ties is None else (*self.order, self.ties)

    def _mine(self, view: View) -> Case | None:
        return located(view, self.lifecycle)

    def _cases(self, view: View) -> list[Case]:
        known = view.collaboration
        ids = known.by_lifecycle.get(self.lifecycle)
        found = [view.case if id == view.case.id else known.cases[id] for id in ids or ()]
        return sorted(found, key=lambda case: (case.opened.sequence, case.id))

    def _row(self, view: View) -> list[Case]:
        """Those that wait, in their order."""
        waiting = [case for case in self._cases(view) if case.state == self.state]
        return sorted(waiting, key=lambda case: self._place(view.in_case(case)))

    def _place(self, view: View) -> Any:
        values = [_rank(getter(one)(view)) for one in self.parts]
        return (*values, view.case.opened.sequence, view.case.id)


def _rank(value: Value | None) -> tuple[int, Any]:
    """Earliest and lowest first, yes before no, and what is not known last."""
    if value is None:
        return (1, 0)
    if isinstance(value, bool):
        return (0, 0 if value else 1)
    return (0, value.toordinal() if isinstance(value, date) else value)
