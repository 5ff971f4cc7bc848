"""Where a duty stands: until when, for whom, and what is still to be done.

Whether its conditions are met is asked beside it, where the duty is used.
"""

from __future__ import annotations

from datetime import date

import attrs

from samenwerk.core.operands import ended, entry_in, getter
from samenwerk.core.view import View, located
from samenwerk.core.who import members
from samenwerk.values.case import Case
from samenwerk.values.cell import Cell, Entry
from samenwerk.values.duty import Duty
from samenwerk.values.finding import NO, UNKNOWN, YES
from samenwerk.values.time import Term


@attrs.frozen(eq=False)
class Owed:
    """A duty in its case, on the day of a view; `last` is its last day, None: not known.

    `done` has for each cell what stands in it. A duty that does not exist here and now is met.
    `beyond` is the term whose calendar ends before the last day.
    """

    duty: Duty
    case: Case
    exists: bool
    last: date | None
    day: date
    done: dict[Cell, Entry | None]
    beyond: Term | None = None

    def _late(self, entry: Entry | None) -> bool:
        """Whether it was done after the last day, or that day passed without it."""
        return self.last is not None and (self.day if entry is None else entry.day) > self.last

    @property
    def open(self) -> tuple[Cell, ...]:
        """The cells in which nothing stands yet."""
        return tuple(cell for cell, entry in self.done.items() if entry is None)

    @property
    def overdue(self) -> bool:
        """Whether the last day passed while something is still to be done."""
        return self.exists and bool(self.open) and self._late(None)

    @property
    def late(self) -> tuple[Cell, ...]:
        """The cells of what was done after the last day."""
        return tuple(one for one, entry in self.done.items() if entry and self._late(entry))

    def truth(self) -> int:
        """Yes when it was done in time or does not exist, no when it was not, else unknown."""
        if not self.exists:
            return YES
        if self.overdue or self.late:
            return NO
        if self.beyond is not None:
            return UNKNOWN
        return UNKNOWN if self.open or not self.done else YES


def owed(duty: Duty, above: str | None, view: View) -> Owed | None:
    """Where a duty stands in the case it belongs to; None when there is no such case."""
    case = located(view, above)
    if case is None:
        return None
    there = view if case is view.case else view.in_case(case)
    exists = case.state in duty.while_in if duty.while_in else not case.over
    since = case.clock if duty.while_in else case.opened.day
    beyond: Term | None = None
    if isinstance(duty.due, Term):
        last: object = duty.due.after(since)
        beyond = duty.due if duty.due.beyond(since) else None
    else:
        last = getter(duty.due)(there)
        beyond = ended(duty.due, there)
    last = last if beyond is None else None
    who: tuple[str | None, ...] = (None,)
    if duty.each:
        who = tuple(dict.fromkeys(one for by in duty.by for one in members(by, there)))
    cells = [Cell(case.id, duty.kind, duty.must, one) for one in who]
    done = {cell: entry_in(there, cell) for cell in cells}
    return Owed(duty, case, exists, last if isinstance(last, date) else None, view.day, done,
                beyond)  # fmt: skip


def holders(duty: Duty, view: View) -> tuple[str, ...]:
    """Who must see to it, in the case of the view."""
    return tuple(dict.fromkeys(one for by in duty.by for one in members(by, view)))
