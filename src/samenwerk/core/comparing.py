"""Ways of a comparison: which side can be moved, with the other kept as it is.

A fact can be recorded anew and a day can be waited for; a day that is reckoned from something
else is kept, not moved. What a comparison means is the leaf `fact`.
"""

from __future__ import annotations

from datetime import date
from typing import Protocol

from samenwerk.core.allowed import ABSENT, MIRROR, THERE, Allowed, allow, compared
from samenwerk.core.operands import cells, entry_in, getter
from samenwerk.core.solving import one_of, solving
from samenwerk.core.view import View
from samenwerk.core.ways import Hopeless, Unadvisable, Want, Way, any_of, every
from samenwerk.values.cell import TODAY, Cell, Value
from samenwerk.values.finding import UNKNOWN
from samenwerk.values.message import Message
from samenwerk.values.operand import Calculated, DayOfStep, FactOf, Operand, Shifted, Today
from samenwerk.values.time import Term

Bound = Operand | frozenset[Value]
_NO_TERM = Term(0, "day")
_AGES = {
    "at_least": ("aged_at_least",),
    "at_earliest": ("aged_at_least",),
    "more_than": ("aged_more",),
    "after": ("aged_more",),
    "at_most": ("aged_at_most",),
    "at_latest": ("aged_at_most",),
    "less_than": ("aged_less",),
    "before": ("aged_less",),
    "is": ("aged_at_least", "aged_at_most"),
}


class Asking(Protocol):
    """The condition that asks for the comparison."""

    @property
    def subject(self) -> Operand:
        """What is compared."""
        ...

    @property
    def key(self) -> str:
        """Its name in the record."""
        ...

    def message(self, view: View, truth: int) -> Message:
        """What it says about an answer."""
        ...


def comparing(leaf: Asking, view: View, op: str, bound: Bound, nobody: Message) -> Way:
    """Every way in which the subject of the leaf comes to compare so with the bound."""
    if isinstance(bound, frozenset):
        reckoned = isinstance(leaf.subject, Calculated)
        return (one_of if reckoned else _listed)(leaf, view, op, bound, nobody)
    if isinstance(leaf.subject, Calculated) or isinstance(bound, Calculated):
        return solving(leaf, view, op, bound)
    aged = _aged(leaf.subject, bound, op, view, leaf.key) or _aged(
        bound, leaf.subject, MIRROR[op], view, leaf.key
    )
    if aged is not None:
        return aged
    ways = [
        *_moves(leaf.subject, bound, op, view, leaf.key),
        *_moves(bound, leaf.subject, MIRROR[op], view, leaf.key),
    ]
    if _cell(leaf.subject, view) is None and _cell(bound, view) is None:
        for mine, kept in _given(leaf.subject, view, leaf.key):
            for its, also in _given(bound, view, leaf.key):
                if compared(op, _worth(mine, view), _worth(its, view)):
                    ways.append(every([*kept, *also]))
    return any_of(ways, nobody) if ways else _later(leaf, view, (leaf.subject, bound), nobody)


def _listed(
    leaf: Asking, view: View, op: str, words: frozenset[Value], nobody: Message
) -> Way:
    subject = leaf.subject
    cell = _cell(subject, view)
    ways: list[Way] = []
    if cell is not None:
        ways.append(Want(cell, allow(op, words).meet(THERE), leaf.key))
    if not isinstance(subject, FactOf) or cell is None or entry_in(view, cell) is None:
        value = getter(subject)(view)
        if value is not None and not isinstance(subject, Today):
            if (value in words) == (op == "one_of"):
                ways.append(every(as_it_is(subject, view, leaf.key)))
    return any_of(ways, nobody) if ways else _later(leaf, view, (subject,), nobody)


def _aged(today: Operand, step: Operand, op: str, view: View, why: str) -> Way | None:
    """Today against a day reckoned on from a step is a demand on the age of that step."""
    if not isinstance(today, Today):
        return None
    base, term = step, _NO_TERM
    if isinstance(step, Shifted) and not step.back:
        base, term = step.base, step.term
    found = cells(base, view) if isinstance(base, DayOfStep) else ()
    if not found:
        return None
    if op == "is_not":
        either = [allow(one, term) for one in ("aged_less", "aged_more")]
        wants: list[Way] = [Want(found[0], THERE.meet(one), why) for one in either]
        return any_of(wants, Message("fact.fixed"))
    demand = THERE
    for one in _AGES[op]:
        demand = demand.meet(allow(one, term))
    return Want(found[0], demand, why)


def _moves(side: Operand, other: Operand, op: str, view: View, why: str) -> list[Way]:
    """Ways that move this side, if it is one that moves."""
    cell = _cell(side, view)
    if cell is None:
        return []
    ways: list[Way] = []
    for target, kept in _given(other, view, why):
        if cell == TODAY and not isinstance(target, Cell) and not _comes(op, target, view.day):
            continue
        moved = Want(cell, allow(op, target).meet(_there(cell)), why)
        ways.append(every([*kept, moved]))
        silence = side.silence if isinstance(side, FactOf) else None
        if silence is not None and entry_in(view, cell) is None and not isinstance(target, Cell):
            if compared(op, silence, target):
                ways.append(every([*kept, Want(cell, ABSENT, why)]))
    return ways


def _there(cell: Cell) -> Allowed:
    return Allowed(frozenset()) if cell == TODAY else THERE


def _comes(op: str, day: Value, today: date) -> bool:
    """Whether a day that only moves on can still come to compare so."""
    if op in ("is", "at_most", "at_latest"):
        return compared("at_most", today, day) is True
    if op in ("less_than", "before"):
        return compared("less_than", today, day) is True
    return True


def _given(side: Operand, view: View, why: str) -> list[tuple[Value | Cell, list[Way]]]:
    """What this side can be taken to be worth, each with the demands that keep it so."""
    cell = _cell(side, view)
    value = getter(side)(view)
    given: list[tuple[Value | Cell, list[Way]]] = []
    if cell == TODAY:
        return [(TODAY, [])]
    if cell is not None:
        given.append((cell, [Want(cell, THERE, why)]))
        if value is not None and entry_in(view, cell) is None:
            given.append((value, [Want(cell, ABSENT, why)]))
    elif value is not None:
        given.append((value, as_it_is(side, view, why)))
    return given


def as_it_is(side: Operand, view: View, why: str) -> list[Way]:
    """What a side rests on, unchanged, with today as it is."""
    kept: list[Way] = []
    for cell in cells(side, view):
        entry = entry_in(view, cell)
        if entry is None:
            kept.append(Want(cell, ABSENT, why))
        elif cell == TODAY:
            kept.append(Want(cell, allow("is", view.day), why))
        elif cell.kind == "step":
            kept.append(Want(cell, THERE.meet(allow("dated_by", entry.day)), why))
        else:
            kept.append(Want(cell, THERE.meet(allow("is", entry.value)), why))
    return kept


def _later(leaf: Asking, view: View, sides: tuple[Operand, ...], nobody: Message) -> Way:
    """Not known, or not to be moved: what is missing first, and the rest cannot be advised."""
    rests = dict.fromkeys(cell for side in sides for cell in cells(side, view))
    if not any(cell != TODAY for cell in rests) and not _rests_on_today(sides):
        return Hopeless(nobody)
    missing: list[Way] = [
        Want(cell, THERE, leaf.key) for cell in rests if entry_in(view, cell) is None
    ]
    if any(getter(side)(view) is None for side in sides):
        return every([*missing, Unadvisable(leaf.message(view, UNKNOWN))])
    return Unadvisable(nobody)


def _rests_on_today(sides: tuple[Operand, ...]) -> bool:
    """Whether one of the days is reckoned from today, so that it moves along."""
    return any(not isinstance(side, Today) and TODAY in _any_cells(side) for side in sides)


def _any_cells(side: Operand) -> tuple[Cell, ...]:
    match side:
        case Today():
            return (TODAY,)
        case Shifted(base=base):
            return _any_cells(base)
    parts = [getattr(side, name, None) for name in ("year", "base")]
    parts += list(getattr(side, "parts", ()))
    return tuple(cell for part in parts if part is not None for cell in _any_cells(part))


def _cell(side: Operand, view: View) -> Cell | None:
    """The cell of a side that moves by itself: a fact, or the day."""
    found = cells(side, view) if isinstance(side, FactOf | Today) else ()
    return found[0] if found else None


def _worth(target: Value | Cell, view: View) -> Value:
    if not isinstance(target, Cell):
        return target
    entry = entry_in(view, target)
    assert entry is not None
    return entry.value
