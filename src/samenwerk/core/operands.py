"""What an operand is worth in a view, and on which cells that rests."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date

from samenwerk.core.calculating import calculated, cells_of, spelled_name
from samenwerk.core.moving import held_cell, held_value
from samenwerk.core.view import View, located
from samenwerk.core.who import mandates_between
from samenwerk.values.cell import TODAY, Cell, Entry, Value
from samenwerk.values.operand import (
    Calculated,
    Constant,
    DayInYear,
    DayOfStep,
    FactOf,
    FirstAfter,
    Held,
    Latest,
    Operand,
    Shifted,
    Today,
    Unset,
)
from samenwerk.values.time import Term

Getter = Callable[[View], Value | None]


def getter(operand: Operand) -> Getter:
    """A function from a view to the operand's value; None when it is not known."""
    match operand:
        case Constant(value=value):
            return lambda view: value
        case Unset():
            return lambda view: None
        case FactOf():
            return _fact(operand)
        case Today():
            return lambda view: view.day
        case DayOfStep(step=step, above=above):
            return lambda view: _day_of_step(view, step, above)
        case Shifted(base=base):
            base_of, shift = getter(base), _known(operand)
            return lambda view: None if (day := _day(base_of(view))) is None else shift(day)
        case DayInYear(year=year):
            year_of, in_year = getter(year), _known(operand)
            return lambda view: None if (day := _day(year_of(view))) is None else in_year(day)
        case FirstAfter(what=what, base=base):
            base_of = getter(base)
            return lambda view: None if (day := _day(base_of(view))) is None else _first(what, day)
        case Latest(parts=parts):
            each = [getter(part) for part in parts]
            counted = [part for part in parts if by_calendar(part)]

            def latest(view: View) -> Value | None:
                if any(ended(part, view) for part in counted):
                    return None
                known = [day for one in each if (day := _day(one(view))) is not None]
                return max(known) if known else None

            return latest
        case Calculated():
            return calculated(operand, getter)
        case Held():
            return held_value(operand, getter)


def of_own_case(operand: Operand) -> bool:
    """Whether a day rests on what is kept in the case at hand and on nothing else."""
    match operand:
        case Constant() | Unset():
            return True
        case FactOf(above=above, per=per):
            return above is None and not per
        case DayOfStep(above=above):
            return above is None
        case Shifted(base=base) | DayInYear(year=base) | FirstAfter(base=base):
            return of_own_case(base)
        case Latest(parts=parts):
            return all(of_own_case(part) for part in parts)
    return False


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


def reckoned(operand: Shifted | DayInYear | FirstAfter, day: date) -> date:
    """What becomes of the day that it is reckoned from, also where a calendar does not reach."""
    match operand:
        case Shifted(term=term, back=back):
            return term.before(day) if back else term.after(day)
        case DayInYear(plus=plus):
            found = in_year(operand, day)
            return found if plus is None else plus.after(found)
    return _first(operand.what, day)


def in_year(operand: DayInYear, day: date) -> date:
    """The day of the calendar in the year of a day, before anything is added to it."""
    last = calendar.monthrange(day.year, operand.month)[1]
    return date(day.year, operand.month, min(operand.day, last))


def _known(operand: Shifted | DayInYear) -> Callable[[date], date | None]:
    """What becomes of a day; None where a calendar would have to reach further than it does."""
    term = operand.term if isinstance(operand, Shifted) else operand.plus
    if term is None or term.calendar is None:
        return lambda day: reckoned(operand, day)

    def known(day: date) -> date | None:
        begun = day if isinstance(operand, Shifted) else in_year(operand, day)
        back = isinstance(operand, Shifted) and operand.back
        return None if term.beyond(begun, back) else reckoned(operand, day)

    return known


def by_calendar(operand: Operand) -> bool:
    """Whether a term in it counts by a calendar."""
    match operand:
        case Shifted(base=base, term=term):
            return term.calendar is not None or by_calendar(base)
        case DayInYear(year=base, plus=plus):
            return (plus is not None and plus.calendar is not None) or by_calendar(base)
        case FirstAfter(base=base):
            return by_calendar(base)
        case Latest(parts=parts):
            return any(by_calendar(part) for part in parts)
    return False


def ended(operand: Operand, view: View) -> Term | None:
    """The term by which a day is not known because its calendar does not reach, or None."""
    match operand:
        case Shifted(base=base, term=term, back=back):
            day = _day(getter(base)(view))
            found = term if day is not None and term.beyond(day, back) else None
            return found or ended(base, view)
        case DayInYear(year=base, plus=plus):
            day = _day(getter(base)(view))
            late = plus is not None and day is not None and plus.beyond(in_year(operand, day))
            return plus if late else ended(base, view)
        case FirstAfter(base=base):
            return ended(base, view)
        case Latest(parts=parts):
            return next((one for part in parts if (one := ended(part, view)) is not None), None)
    return None


def _first(what: str, day: date) -> date:
    if day.day == 1 and (what == "new_month" or day.month == 1):
        return day
    if what == "new_year" or day.month == 12:
        return date(day.year + 1, 1, 1) if day.year < 9999 else date.max
    return date(day.year, day.month + 1, 1)


def _day(value: Value | None) -> date | None:
    return value if isinstance(value, date) else None


def cells(operand: Operand, view: View) -> tuple[Cell, ...]:
    """The cells that the operand's value rests on, in this view."""
    match operand:
        case Constant() | Unset():
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
        case Calculated():
            return cells_of(operand, view, cells)
        case Held():
            cell = held_cell(operand, view, getter)
            rests = [one for one in (operand.amount, operand.chosen_on) if one is not None]
            inner = (one for part in rests for one in cells(part, view))
            return tuple(dict.fromkeys((*inner, *(() if cell is None else (cell,)))))


SHELVES = {"fact": "facts", "document": "documents", "position": "positions", "step": "steps",
           "breach": "breaches"}  # fmt: skip
"""Where a case keeps the entries of each kind of cell."""


def entry_in(view: View, cell: Cell) -> Entry | None:
    """What stands in a cell in this view, or None.

    What the view itself says (the day, who acts, a plugin's answer) and what the register says
    (a mandate) has sequence 0.
    """
    shelf = SHELVES.get(cell.kind)
    if cell.kind == "pool":
        return view.collaboration.moved.get(cell)
    if shelf is None and cell.kind != "state":
        value = _told(view, cell)
        return None if value is None else Entry(value, view.day, 0)
    case = view.case if cell.case == view.case.id else view.collaboration.cases.get(cell.case)
    if case is None:
        return None
    if shelf is None:
        return Entry(case.state, case.entered, case.state_since)
    return case.entry(shelf, cell.name, cell.who)


def _told(view: View, cell: Cell) -> Value | None:
    match cell.kind:
        case "day":
            return view.day
        case "actor":
            return None if view.actor is None else f"{view.speaks_for or view.actor}>{view.actor}"
        case "answer":
            return view.answers.get(question(cell))
        case "mandate":
            giver, _, holder = (cell.who or "").partition(">")
            held = mandates_between(view.collaboration.register, giver, holder, view.day)
            return True if any(one.mandate == cell.name for one in held) else None
    return None


def question(cell: Cell) -> str:
    """The name under which a plugin's answer, asked for this cell, travels with a command."""
    return f"{cell.name} @{cell.case}" + (f" {cell.who}" if cell.who else "")


def spelled(operand: Operand) -> str:
    """The operand in the key of a condition: the same for equal ones, another for others."""
    match operand:
        case Constant(value=value, name=name):
            plain = f'"{value}"' if isinstance(value, str) else str(value)
            return plain if name is None else f"{name}={plain}"
        case Unset(name=unset):
            return f"{unset}=?"
        case FactOf(name=name, above=above):
            return f"{above}.{name}" if above else name
        case Today():
            return "today"
        case DayOfStep(step=step, above=above):
            return f"day of {above}.{step}" if above else f"day of {step}"
        case Shifted(base=base, term=term, back=back):
            return f"({spelled(base)} {'-' if back else '+'} {term.key})"
        case DayInYear(month=month, day=day, year=year, plus=plus):
            later = "" if plus is None else f" + {plus.key}"
            return f"({month:02}-{day:02} in {spelled(year)}{later})"
        case FirstAfter(what=what, base=base):
            return f"({what} from {spelled(base)})"
        case Latest(parts=parts):
            return f"latest({', '.join(spelled(part) for part in parts)})"
        case Calculated():
            return spelled_name(operand)
        case Held(pool=pool):
            return f"held by {pool or 'this'}"


def read(view: View, cells_read: tuple[Cell, ...]) -> tuple[tuple[Cell, Entry], ...]:
    """Those of the cells that hold something, with what they hold."""
    pairs = ((cell, entry_in(view, cell)) for cell in cells_read)
    return tuple((cell, entry) for cell, entry in pairs if entry is not None)
