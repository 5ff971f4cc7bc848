"""What could stand in a cell: one content of each class that the conditions tell apart.

The classes come from the cuts of the leaves, what there is at all from the text of the workflow.
Where no finite choice covers everything the choice says so. Nothing is recorded for a day after
the one that is asked about: acts that are dated back behind later ones are not tried.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import product

import attrs

from samenwerk.core.fitting import candidates
from samenwerk.core.leaf import Cut
from samenwerk.core.operands import SHELVES, cells, entry_in, reckoned
from samenwerk.core.view import View
from samenwerk.proof.days import Days, Pair, Side, itself
from samenwerk.proof.placing import text_of
from samenwerk.values.case import Case
from samenwerk.values.cell import TODAY, Cell, Entry, Value
from samenwerk.values.declared import POSITIONS, Fact
from samenwerk.values.finding import NO, UNKNOWN, YES
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
from samenwerk.values.time import Term

KINDS = (*SHELVES, "state", "answer", "pool", "mandate")
"""The kinds of cells of which the content can be varied, beside the day and who acts."""
PLAIN = 10**6
"""The sequence of what is placed; above whatever was recorded before."""
OTHER = "…"
"""A text that nothing names."""

_FAR = (Decimal(100), Decimal(10**6))

Numbers = Mapping[Cell, tuple[Value, ...]]


@attrs.frozen(eq=False)
class Choice:
    """The contents to try in a cell; `all` is False when they may not cover everything.

    The first is the one that changes least.
    """

    contents: tuple[Entry | None, ...]
    all: bool


def case_of(view: View, cell: Cell) -> Case | None:
    """The case of a cell."""
    return view.case if cell.case == view.case.id else view.collaboration.cases.get(cell.case)


def fact_in(view: View, cell: Cell) -> Fact | None:
    """The fact as it is declared, where the text is known."""
    text, case = text_of(view), case_of(view, cell)
    if text is None or case is None or cell.kind != "fact":
        return None
    found = text.in_lifecycle(text.facts, case.lifecycle, cell.name)
    return found if isinstance(found, Fact) else None


def type_of(view: View, cell: Cell, cuts: Sequence[Cut] = ()) -> str:
    """The type of what a cell holds; guessed from what it is compared with, without a text."""
    declared = fact_in(view, cell)
    if declared is not None:
        return declared.type
    if cell == TODAY:
        return "date"
    entry = entry_in(view, cell)
    values = [point for cut in cuts for point in (*cut.points, *cut.words)]
    for value in (*values, *([] if entry is None else [entry.value])):
        for type, name in _TYPES:
            if isinstance(value, type):
                return name
    return "text"


_TYPES: tuple[tuple[type, str], ...] = (
    (bool, "yes_no"), (int, "whole_number"), (Decimal, "money"), (date, "date"), (Term, "term"),
    (str, "choice"),
)  # fmt: skip


def pairs_of(cuts: Iterable[Cut], view: View, free: Iterable[Cell]) -> list[Pair]:
    """Which days are compared with which, by these cuts."""
    varied = {*free, TODAY}

    def day_of(cell: Cell, what: str) -> Side:
        if cell in varied:
            return Side((cell, what))
        entry = entry_in(view, cell)
        held = None if entry is None else entry.value if what == "value" else entry.day
        return Side(None, at=held if isinstance(held, date) else None)

    today, pairs = day_of(TODAY, "value"), []
    for cut in cuts:
        own = day_of(cut.cell, "day")
        for term in cut.terms:
            if own.spot is not None or own.at is not None:
                pairs.append((attrs.evolve(own, then=term.after), today))
                pairs += _spans(own, term)
        pairs += [(own, Side(None, at=day)) for day in cut.days]
        value = day_of(cut.cell, "value")
        pairs += [(value, Side(None, at=one)) for one in (*cut.points, *cut.words)
                  if isinstance(one, date)]  # fmt: skip
        if type_of(view, cut.cell, [cut]) == "date" or TODAY in cut.links:
            pairs += [(value, day_of(other, "value")) for other in cut.links]
        case = view.case if cut.at in ("", view.case.id) else view.collaboration.cases[cut.at]
        there = view if case is view.case else view.in_case(case)
        for one, other in cut.sides:
            pairs += product(sides_of(one, there, day_of), sides_of(other, there, day_of))
            pairs += [*spans_of(one, there, day_of), *spans_of(other, there, day_of)]
        for one in cut.until:
            pairs += [(own, side) for side in sides_of(one, there, day_of)]
            pairs += spans_of(one, there, day_of)
    varying = [pair for pair in pairs if any(side.spot is not None for side in pair)]
    own_days = {side.spot for pair in varying for side in pair
                if side.spot is not None and side.spot[1] == "day"}  # fmt: skip
    # nothing is recorded for a day that is still to come
    return [*varying, *((Side(spot), today) for spot in sorted(own_days, key=str))]


def sides_of(
    operand: Operand, view: View, day_of: Callable[[Cell, str], Side]
) -> list[Side]:
    """The days of which an operand is made, each with what becomes of it there."""
    match operand:
        case Constant(value=value):
            return [Side(None, at=value)] if isinstance(value, date) else []
        case FactOf() | DayOfStep() | Today():
            what = "day" if isinstance(operand, DayOfStep) else "value"
            return [day_of(cell, what) for cell in cells(operand, view)]
        case Shifted(base=base) | FirstAfter(base=base):
            return [_then(side, operand) for side in sides_of(base, view, day_of)]
        case DayInYear(year=base):
            return [_then(side, operand) for side in sides_of(base, view, day_of)]
        case Latest(parts=parts):
            return [side for part in parts for side in sides_of(part, view, day_of)]
    return []


def _then(side: Side, operand: Shifted | DayInYear | FirstAfter) -> Side:
    return Side(side.spot, lambda day: reckoned(operand, side.then(day)), side.at)


def spans_of(
    operand: Operand, view: View, day_of: Callable[[Cell, str], Side]
) -> Iterator[Pair]:
    """The days of which an operand is made, beside the ends of the calendars it counts by: beyond
    those it is not known."""
    match operand:
        case Shifted(base=base, term=term, back=back):
            for side in sides_of(base, view, day_of):
                yield from _spans(side, term, back)
            yield from spans_of(base, view, day_of)
        case DayInYear(year=base, plus=plus):
            for side in sides_of(base, view, day_of) if plus is not None else ():
                assert plus is not None
                begun = _then(side, attrs.evolve(operand, plus=None))
                yield from _spans(begun, plus)
            yield from spans_of(base, view, day_of)
        case FirstAfter(base=base):
            yield from spans_of(base, view, day_of)
        case Latest(parts=parts):
            for part in parts:
                yield from spans_of(part, view, day_of)


def _spans(side: Side, term: Term, back: bool = False) -> Iterator[Pair]:
    """Where a term after (or before) a side comes to lie outside its calendar."""
    calendar = term.calendar
    if calendar is None or (back and not term.working):
        return
    low, high = (term.before, itself) if back else (term.since, term.after)
    for then, end in ((low, calendar.first), (high, calendar.last)):
        yield Side(side.spot, _after(side, then), side.at), Side(None, at=end)


def _after(side: Side, then: Callable[[date], date]) -> Callable[[date], date]:
    return lambda day: then(side.then(day))


def linked_numbers(
    cuts: Mapping[Cell, Sequence[Cut]], view: View, free: Iterable[Cell]
) -> Numbers:
    """The numbers to try in each cell that is compared by size, alike for those compared with
    each other: each point, and as many between two of them as there are cells."""
    varied = set(free)
    groups: list[set[Cell]] = []
    for cell, own in cuts.items():
        linked = {cell, *(other for cut in own for other in cut.links)}
        met = [group for group in groups if group & linked]
        groups = [group for group in groups if group not in met] + [linked.union(*met)]
    found: dict[Cell, tuple[Value, ...]] = {}
    for group in groups:
        those = group & varied
        points = {_number(one) for cell in group for cut in cuts.get(cell, ())
                  for one in (*cut.points, *cut.words)}  # fmt: skip
        points |= {_number(entry.value) for cell in group - varied
                   if (entry := entry_in(view, cell)) is not None}  # fmt: skip
        known = sorted(one for one in points if one is not None) or [Decimal(1)]
        for cell in those:
            money = type_of(view, cell, cuts.get(cell, ())) == "money"
            step = Decimal("0.01") if money else Decimal(1)
            room = len(those)
            if any(cut.exact for cut in cuts.get(cell, ())):
                known = sorted({*known, Decimal(0), *_FAR})  # sums: nothing, little and much
            near = {one + step * more for one in known for more in range(-room, room + 1)}
            found[cell] = tuple(_written(one, money) for one in sorted(near))
    return found


def _number(value: Value) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    return Decimal(value)


def _written(number: Decimal, money: bool) -> Value:
    return number.quantize(Decimal("0.01")) if money else int(number)


def choice(
    cell: Cell, cuts: Sequence[Cut], view: View, days: Days, numbers: Numbers
) -> Choice:
    """The contents to try in a cell, in a view of the day that is asked about."""
    values, all_values = _values(cell, cuts, view, days, numbers)
    spot = (cell, "day")
    on = [day for day in days.at.get(spot, ()) if day <= view.day] or [view.day]
    now = entry_in(view, cell)
    found: dict[Hashable, Entry | None] = {}
    if cell.kind not in ("state", "answer"):
        found[None] = None
    for value in values:
        if cuts and all(value in cut.ignores for cut in cuts):
            continue
        key = _class(value, cuts)
        for day in reversed(on):
            found.setdefault((key, day), Entry(value, day, PLAIN))
    if cell.kind == "state" and now is not None:
        place = (_class(now.value, cuts), on[-1])
        found = {place: Entry(now.value, on[-1], PLAIN), **{
            key: one for key, one in found.items() if key != place}}  # fmt: skip
    exact = any(cut.exact and not cut.sides for cut in cuts)
    whole = all_values and days.all and not (exact and cell.kind not in ("answer", "mandate"))
    return Choice(tuple(found.values()), whole)


def _class(value: Value, cuts: Sequence[Cut]) -> Hashable:
    if any(cut.exact or cut.links for cut in cuts):
        return value
    entry = Entry(value, date.min, 0)
    return tuple(cut.value_class(entry) for cut in cuts)


def _values(
    cell: Cell, cuts: Sequence[Cut], view: View, days: Days, numbers: Numbers
) -> tuple[tuple[Value, ...], bool]:
    named = tuple(sorted({one for cut in cuts for one in cut.words}, key=str))
    match cell.kind:
        case "step" | "breach" | "mandate":
            return (True,), True
        case "document":
            return ("",), True
        case "position":
            return POSITIONS, True
        case "answer":
            return (YES, NO, UNKNOWN), True
        case "state":
            return _states(cell, view, named)
        case "pool":
            return (*map(Decimal, ("0.00", "0.01", "1000000.00", "-0.01")),), False
    return _facts(cell, cuts, view, days, numbers, named)


def _states(cell: Cell, view: View, named: tuple[Value, ...]) -> tuple[tuple[Value, ...], bool]:
    case, text = case_of(view, cell), text_of(view)
    lifecycle = None if text is None or case is None else text.lifecycles.get(case.lifecycle)
    if lifecycle is not None:
        return tuple(lifecycle.states), True
    now = () if case is None else (case.state,)
    return tuple(dict.fromkeys((*now, *named, OTHER))), True


def _facts(
    cell: Cell, cuts: Sequence[Cut], view: View, days: Days, numbers: Numbers,
    named: tuple[Value, ...],
) -> tuple[tuple[Value, ...], bool]:  # fmt: skip
    declared = fact_in(view, cell)
    match type_of(view, cell, cuts):
        case "yes_no":
            return (True, False), True
        case "choice":
            if declared is not None:
                return declared.one_of, True
            return tuple(dict.fromkeys((*named, OTHER))), True
        case "whole_number" | "money":
            compared = any(cut.points or cut.words or cut.links for cut in cuts)
            if compared or any(cut.exact for cut in cuts):
                return numbers[cell], True
            return candidates(declared, view.day)[:1] or numbers[cell][:1], True
        case "date":
            found = days.at.get((cell, "value"), ())
            return found or (view.day,), True
        case "term":
            points = tuple(point for cut in cuts for point in cut.points)
            more = (Term(1, "day"), Term(30, "year"))
            return tuple(dict.fromkeys((*points, *named, *more))), not points
    linked = 1 + sum(len(cut.links) for cut in cuts)
    return (*named, *(OTHER * (more + 1) for more in range(linked))), True
