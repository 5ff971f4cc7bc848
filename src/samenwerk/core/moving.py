"""Moving money: what pools and cases hold, and what a step moves from one to the other.

A balance is never kept by itself: it is what the recorded movements come to, so that what one
end gives another end gets. Whether a step may move it is asked by the leaf `pool`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from immutables import Map

from samenwerk.core.calculating import amount_of_cents, fraction_of
from samenwerk.core.view import View
from samenwerk.values.cell import Cell, Entry, Value
from samenwerk.values.declared import Moves
from samenwerk.values.operand import Held, Operand

if TYPE_CHECKING:
    from samenwerk.values.event import Movement, RecordedEvent

Getter = Callable[[View], Value | None]
OUTSIDE = "outside"
CASE = "case"
NOTHING = Decimal("0.00")


def held_cell(held: Held, view: View, of: Callable[[Operand], Getter]) -> Cell | None:
    """Where the movements of an end are added up; None as long as the year is not known."""
    if held.pool is None:
        return Cell(view.case.id, "pool", "this")
    year = ""
    if held.chosen_on is not None:
        day = of(held.chosen_on)(view)
        if not isinstance(day, date):
            return None
        year = f" {day.year}"
    return Cell("", "pool", held.pool + year)


def held_value(held: Held, of: Callable[[Operand], Getter]) -> Getter:
    """A function from a view to what an end holds: what was put there, and what was moved."""
    begun = None if held.amount is None else of(held.amount)
    rows = {str(year): amount for year, amount in held.rows}

    def value(view: View) -> Value | None:
        cell = held_cell(held, view, of)
        if cell is None:
            return None
        first: Value | None = NOTHING
        if begun is not None:
            first = begun(view)
        elif rows:
            first = rows.get(cell.name.rpartition(" ")[2], NOTHING)
        start = fraction_of(first)
        if start is None:
            return None
        entry = view.collaboration.moved.get(cell)
        net = fraction_of(None if entry is None else entry.value) or 0
        return amount_of_cents(int((start + net) * 100))

    return value


def movements(moves: Moves | None, view: View, of: Callable[[Operand], Getter]) -> tuple[
    Movement, ...
]:  # fmt: skip
    """What a step moves when it is done in this view; nothing that its end does not hold."""
    if moves is None:
        return ()
    amount = of(moves.amount)(view)
    ends = [_end(held, view, of) for held in (moves.out_of, moves.into)]
    if not isinstance(amount, Decimal) or amount <= 0 or None in ends:
        return ()
    if moves.out_of is not None:
        held = of(moves.out_of)(view)
        if not isinstance(held, Decimal) or held < amount:
            return ()
    from samenwerk.values.event import Movement

    return (Movement(amount, str(ends[0]), str(ends[1])),)


def _end(held: Held | None, view: View, of: Callable[[Operand], Getter]) -> str | None:
    if held is None:
        return OUTSIDE
    cell = held_cell(held, view, of)
    if cell is None:
        return None
    return CASE if held.pool is None else f"pool {cell.name}"


def moved(
    known: Map[Cell, Entry], movements: Iterable[Movement], event: RecordedEvent
) -> Map[Cell, Entry]:
    """The balances after the movements of an event."""
    for one in movements:
        for end, amount in ((one.out_of, -one.amount), (one.into, one.amount)):
            known = _added(known, _cell(end, event.case or ""), amount, event)
    return known


def taken_over(
    known: Map[Cell, Entry], old: str, new: str, event: RecordedEvent
) -> Map[Cell, Entry]:
    """The balances after all that one case held went to another."""
    left = known.get(_cell(CASE, old))
    if left is None:
        return known
    assert isinstance(left.value, Decimal)
    return _added(known.delete(_cell(CASE, old)), _cell(CASE, new), left.value, event)


def _added(
    known: Map[Cell, Entry], cell: Cell, amount: Decimal, event: RecordedEvent
) -> Map[Cell, Entry]:
    entry = known.get(cell)
    before = Decimal(0) if entry is None else entry.value
    assert isinstance(before, Decimal)
    after = amount_of_cents(int((Fraction(before) + Fraction(amount)) * 100))
    return known.set(cell, Entry(after, event.effective, event.sequence, event.actor))


def _cell(end: str, case: str) -> Cell:
    if end == CASE:
        return Cell(case, "pool", "this")
    if end == OUTSIDE:
        return Cell("", "pool", "")
    return Cell("", "pool", end.removeprefix("pool "))
