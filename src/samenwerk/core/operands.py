"""What an operand is worth in a view, and on which cells that rests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from samenwerk.core.view import View, located
from samenwerk.values.cell import TODAY, Cell, Entry, Value
from samenwerk.values.operand import (
    Constant,
    DayInYear,
    DayOfStep,
    FactOf,
    FirstAfter,
    Latest,
    Operand,
    Shifted,
    Today,
)

Getter = Callable[[View], Value | None]


def getter(operand: Operand) -> Getter:
    """A function from a view to the operand's value; None when it is not known."""
    match operand:
        case Constant(value=value):
            return lambda view: value
        case FactOf():
            return _fact(operand)
        case Today():
            return lambda view: view.day
        case DayOfStep(step=step, above=above):
            return lambda view: _day_of_step(view, step, above)
        case Shifted(base=base, term=term, back=back):
            base_of = getter(base)
            shift = term.before if back else term.after
            return lambda view: None if (day := base_of(view)) is None else shift(_day(day))
        case DayInYear(month=month, day=number, year=year, plus=plus):
            year_of = getter(year)

            def in_year(view: View) -> Value | None:
                base = year_of(view)
                if base is None:
                    return None
                found = date(_day(base).year, month, number)
                return found if plus is None else plus.after(found)

            return in_year
        case FirstAfter(what=what, base=base):
            base_of = getter(base)
            return lambda view: None if (day := base_of(view)) is None else _first(what, _day(day))
        case Latest(parts=parts):
            each = [getter(part) for part in parts]

            def latest(view: View) -> Value | None:
                known = [_day(day) for one in each if (day := one(view)) is not None]
                return max(known) if known else None

            return latest


def _fact(operand: FactOf) -> Getter:
    name, above, per, silence = operand.name, operand.above, operand.per, operand.silence
    if above is None and not per:

        def plain(view: View) -> Value | None:
            entries = view.case.facts.get(name)
            entry = None if entries is None else entries.get(None)
            return silence if entry is None else entry.value

        return plain

    def general(view: View) -> Value | None:
        case = located(view, above)
        entry = None if case is None else case.entry("facts", name, view.who if per else None)
        return silence if entry is None else entry.value

    return general


def _day_of_step(view: View, step: str, above: str | None) -> Value | None:
    case = located(view, above)
    entry = None if case is None else case.entry("steps", step)
    return None if entry is None else entry.day


def _first(what: str, day: date) -> date:
    if day.day == 1 and (what == "new_month" or day.month == 1):
        return day
    if what == "new_year" or day.month == 12:
        return date(day.year + 1, 1, 1) if day.year < 9999 else date.max
    return date(day.year, day.month + 1, 1)


def _day(value: Value) -> date:
    if not isinstance(value, date):
        raise TypeError(value)
    return value


def cells(operand: Operand, view: View) -> tuple[Cell, ...]:
    """The cells that the operand's value rests on, in this view."""
    match operand:
        case Constant():
            return ()
        case Today():
            return (TODAY,)
        case FactOf(name=name, above=above, per=per):
            found = located(view, above)
            who = view.who if per else None
            return () if found is None else (Cell(found.id, "fact", name, who),)
        case DayOfStep(step=step, above=above):
            found = located(view, above)
            return () if found is None else (Cell(found.id, "step", step),)
        case Shifted(base=base) | DayInYear(year=base) | FirstAfter(base=base):
            return cells(base, view)
        case Latest(parts=parts):
            return tuple(cell for part in parts for cell in cells(part, view))


SHELVES = {"fact": "facts", "document": "documents", "position": "positions", "step": "steps"}
"""Where a case keeps the entries of each kind of cell."""


def entry_in(view: View, cell: Cell) -> Entry | None:
    """What stands in a cell in this view, or None."""
    if cell.kind == "day":
        return Entry(view.day, view.day, 0)
    case = view.case if cell.case == view.case.id else view.collaboration.cases.get(cell.case)
    if case is None:
        return None
    if cell.kind == "state":
        return Entry(case.state, case.entered, case.state_since)
    shelf = SHELVES.get(cell.kind)
    return None if shelf is None else case.entry(shelf, cell.name, cell.who)


def read(view: View, cells_read: tuple[Cell, ...]) -> tuple[tuple[Cell, Entry], ...]:
    """Those of the cells that hold something, with what they hold."""
    pairs = ((cell, entry_in(view, cell)) for cell in cells_read)
    return tuple((cell, entry) for cell, entry in pairs if entry is not None)
