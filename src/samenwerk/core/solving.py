"""Ways of a comparison with a calculation: which one part, changed, makes it come out.

Every part moves the outcome one way only, so that the border is found by halving; the other
parts are kept as they are. Where no single part does it, nobody can say which should change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from samenwerk.core.allowed import ABSENT, THERE, Allowed, allow, compared
from samenwerk.core.calculating import all_cases, amount_of_cents, fraction_of, views_of
from samenwerk.core.operands import cells, entry_in, getter
from samenwerk.core.view import View
from samenwerk.core.ways import Unadvisable, Want, Way, any_of, every
from samenwerk.core.wording import bound_of, made_of
from samenwerk.values.case import NOTHING
from samenwerk.values.cell import Cell, Entry, Value
from samenwerk.values.finding import UNKNOWN
from samenwerk.values.message import Message
from samenwerk.values.operand import (
    Added,
    Calculated,
    Constant,
    FactOf,
    Held,
    Operand,
    Percent,
    Summed,
)

if TYPE_CHECKING:
    from samenwerk.core.comparing import Asking

_HIGHEST = 10**15 - 1
"""The highest number of a fact; of an amount it is in euros."""

_FAR = 10**6
"""Two numbers so far apart tell how steep an outcome goes, whatever is rounded on the way."""

_STRIDE = 128

_HALVES = {
    "at_least": ("at_least",),
    "more_than": ("more_than",),
    "at_most": ("at_most",),
    "less_than": ("less_than",),
    "is": ("at_least", "at_most"),
}
_Way: TypeAlias = int | None
"""Which way an outcome moves with a part: up (1), down (-1), not at all (0), or both (None)."""


def solving(leaf: Asking, view: View, op: str, bound: Operand) -> Way:
    """Every way in which the subject of the leaf comes to compare so with the bound."""
    subject = leaf.subject
    told = _told(leaf, view, op, bound)
    if op == "is_not":
        return any_of([solving(leaf, view, one, bound) for one in ("less_than", "more_than")], told)
    kept = dict([*_kept(subject, view, leaf.key), *_kept(bound, view, leaf.key)])
    ways: list[Way] = []
    if _compared(op, subject, bound, view):
        ways.append(every(list(kept.values())))
    facts = {cell: fact for side in (subject, bound) for cell, fact in _facts(side, view)}
    near = _lineage(view)
    for cell, fact in facts.items():
        up = _combined([_moves(subject, cell, view), _turned(_moves(bound, cell, view))])
        if up and cell.case in near:
            demand = _demand((op, subject, bound), view, cell, fact, up > 0)
            if demand is not None:
                others = [want for other, want in kept.items() if other != cell]
                ways.append(every([*others, Want(cell, THERE.meet(demand), leaf.key)]))
    if ways:
        return any_of(ways, told)
    missing: list[Way] = [
        Want(cell, THERE, leaf.key)
        for side in (subject, bound)
        if isinstance(side, Held) and side.chosen_on is not None
        for cell in cells(side.chosen_on, view)
        if entry_in(view, cell) is None
    ]
    missing += [
        Want(cell, THERE, leaf.key)
        for cell, fact in facts.items()
        if fact.silence is None and entry_in(view, cell) is None
    ]
    if missing:
        return every([*missing, Unadvisable(leaf.message(view, UNKNOWN))])
    return Unadvisable(told)


def one_of(leaf: Asking, view: View, op: str, words: frozenset[Value], nobody: Message) -> Way:
    """The same for a list of values, of which it must be one, or none."""
    if op == "one_of":
        ordered = sorted(words, key=str)
        return any_of([solving(leaf, view, "is", Constant(one)) for one in ordered], nobody)
    value = getter(leaf.subject)(view)
    if value is not None and value not in words:
        return every([want for _, want in _kept(leaf.subject, view, leaf.key)])
    return Unadvisable(nobody)


def _told(leaf: Asking, view: View, op: str, bound: Operand) -> Message:
    """What the subject is now and what it should be, with the amounts it is made of."""
    shown = bound.value if isinstance(bound, Constant) and bound.name is None else bound_of(
        bound, view
    )  # fmt: skip
    return Message(
        "calculation.unadvised",
        {
            "subject": made_of(leaf.subject, view),
            "value": getter(leaf.subject)(view),
            "test": Message(f"test.{op}", {"bound": shown}),
        },
    )


def _compared(op: str, subject: Operand, bound: Operand, view: View) -> bool:
    left, right = getter(subject)(view), getter(bound)(view)
    return left is not None and right is not None and compared(op, left, right) is True


def _lineage(view: View) -> frozenset[str]:
    """The case at hand and those above it: whoever acts here can be told to change those."""
    found, case = {view.case.id}, view.case
    while case.parent is not None and (above := view.collaboration.cases.get(case.parent)):
        found.add(above.id)
        case = above
    return frozenset(found)


def parts_in(operand: Operand, view: View) -> Iterator[tuple[Operand, View]]:
    """What a calculation is made of, each with the view in which it is asked."""
    if isinstance(operand, Calculated):
        form = operand.form
        if isinstance(form, Summed):
            yield from ((form.part, one) for one in views_of(form, view))
            if operand.not_below is not None:
                yield operand.not_below, view
        else:
            yield from ((part, view) for part in operand.parts)
    if isinstance(operand, Held) and operand.amount is not None:
        yield operand.amount, view


def _facts(operand: Operand, view: View) -> Iterator[tuple[Cell, FactOf]]:
    if isinstance(operand, FactOf):
        yield from ((cell, operand) for cell in cells(operand, view))
    for part, one in parts_in(operand, view):
        yield from _facts(part, one)


def _kept(operand: Operand, view: View, why: str) -> Iterator[tuple[Cell, Way]]:
    """What an operand rests on, unchanged; which parties there are is taken as it is."""
    if isinstance(operand, FactOf):
        for cell in cells(operand, view):
            entry = entry_in(view, cell)
            same = ABSENT if entry is None else THERE.meet(allow("is", entry.value))
            yield cell, Want(cell, same, why)
    if isinstance(operand, Calculated):
        yield from ((want.cell, want) for want in states_kept(operand, view, why))
    if isinstance(operand, Held):
        mine = [cell for cell in cells(operand, view) if cell.kind == "pool"]
        days = () if operand.chosen_on is None else cells(operand.chosen_on, view)
        for cell in (*mine, *days):
            entry = entry_in(view, cell)
            same = ABSENT if entry is None else THERE.meet(
                allow("dated_by", entry.day) if cell.kind == "step" else allow("is", entry.value)
            )  # fmt: skip
            yield cell, Want(cell, same, why)
    for part, one in parts_in(operand, view):
        yield from _kept(part, one, why)


def states_kept(operand: Calculated, view: View, why: str) -> Iterator[Want]:
    """That cases that are summed over stay so, and others stay out of it."""
    if isinstance(operand.form, Summed):
        states = frozenset[Value](operand.form.states)
        for one in all_cases(operand.form, view) if states else ():
            inside = "one_of" if one.case.state in states else "none_of"
            yield Want(Cell(one.case.id, "state", "state"), allow(inside, states), why)


def _moves(operand: Operand, cell: Cell, view: View) -> _Way:
    """Which way the operand goes when what is in the cell goes up."""
    if isinstance(operand, FactOf):
        return 1 if cell in cells(operand, view) else 0
    if isinstance(operand, Held):
        if operand.chosen_on is not None and cell in cells(operand.chosen_on, view):
            return None
        return 0 if operand.amount is None else _moves(operand.amount, cell, view)
    if not isinstance(operand, Calculated):
        return 0
    if isinstance(operand.form, Percent):
        share = fraction_of(getter(operand.form.percent)(view))
        if share is None or cell in cells(operand.form.percent, view):
            return None if cell in cells(operand, view) else 0
        of = _moves(operand.form.of, cell, view)
        least = 0 if operand.not_below is None else _moves(operand.not_below, cell, view)
        return _combined([_turned(of) if share < 0 else of, least])
    less = operand.form.less if isinstance(operand.form, Added) else ()
    ways = [_moves(part, cell, one) for part, one in parts_in(operand, view)]
    first = len(operand.form.add) if isinstance(operand.form, Added) else 0
    return _combined(
        _turned(way) if first <= at < first + len(less) else way for at, way in enumerate(ways)
    )


def _turned(way: _Way) -> _Way:
    return None if way is None else -way


def _combined(ways: Iterable[_Way]) -> _Way:
    found = {way for way in ways if way != 0}
    return 0 if not found else found.pop() if len(found) == 1 else None


def _demand(
    asked: tuple[str, Operand, Operand], view: View, cell: Cell, fact: FactOf, up: bool
) -> Allowed | None:
    """What the one cell must hold for the comparison to come out; None when nothing does."""
    op, subject, bound = asked
    money = fact.type == "money"
    most = _HIGHEST * 100 + 99 if money else _HIGHEST
    value: Callable[[int], Value] = amount_of_cents if money else int
    left, right = getter(subject), getter(bound)
    borders: dict[str, int] = {}

    def sides(number: int) -> tuple[Value | None, Value | None]:
        after = _with(view, cell, value(number))
        return left(after), right(after)

    near = _near(sides, most)
    for half in _HALVES[op]:

        def passes(number: int, half: str = half) -> bool:
            mine, its = sides(number)
            return mine is not None and its is not None and compared(half, mine, its) is True

        rising = (half in ("at_least", "more_than")) == up
        border = _border(passes if rising else lambda number: not passes(number), most, near)
        if rising:
            if border > most:
                return None
            borders["at_least"] = border
        elif border == -most:
            return None
        else:
            borders["at_most"] = border - 1
    low, high = borders.get("at_least", -most), borders.get("at_most", most)
    if low > high or high < 0:
        return None  # no value does, or one below nothing, which nobody means
    demand = Allowed(frozenset())
    if low > -most:
        demand = demand.meet(allow("at_least", value(low)))
    return demand.meet(allow("at_most", value(high))) if high < most else demand


def _near(sides: Callable[[int], tuple[Value | None, Value | None]], most: int) -> int:
    """Where the two sides would be alike if they went in a straight line: a place to begin."""
    gaps = []
    for number in (0, _FAR):
        mine, its = (fraction_of(side) for side in sides(number))
        if mine is None or its is None:
            return 0
        gaps.append(mine - its)
    slope = gaps[1] - gaps[0]
    return 0 if slope == 0 else max(-most, min(most, round(-gaps[0] * _FAR / slope)))


def _border(passes: Callable[[int], bool], most: int, near: int) -> int:
    """The lowest number from -most on that passes; one past the end when none does.

    Looked for just beside a number that may be near it, then at the end, and then by halving.
    """
    low, high = -most, most + 1
    down = passes(near)
    low, high = (low, near) if down else (near + 1, high)
    for stride in (1, _STRIDE):
        at = near - stride if down else near + stride
        if low <= at < high:
            found = passes(at)
            low, high = (low, at) if found else (at + 1, high)
            if found != down:
                break
    else:  # not near: at the end, or anywhere
        end = -most if down else most
        if low <= end < high and passes(end) == down:
            return end if down else most + 1
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if passes(middle) else (middle + 1, high)
    return low


def _with(view: View, cell: Cell, value: Value) -> View:
    """The view with another value in one fact."""
    known = view.collaboration
    case = view.case if cell.case == view.case.id else known.cases[cell.case]
    entry = Entry(value, view.day, known.sequence + 1)
    entries = case.facts.get(cell.name, NOTHING).set(cell.who, entry)
    case = case.changed(facts=case.facts.set(cell.name, entries))
    if case.id in known.cases:
        known = known.changed(cases=known.cases.set(case.id, case))
    mine = case if case.id == view.case.id else view.case
    return View(
        known, mine, view.day, view.actor, view.speaks_for, view.answers, view.who
    )


WORDING = {
    "nl": {
        "calculation.unadvised": "{subject} is {value} en moet {test} worden; wat daarvoor "
        "anders moet, is niet te zeggen",
    },
    "en": {
        "calculation.unadvised": "{subject} is {value} and must become {test}; what should "
        "change for that cannot be said",
    },
}
"""What is said where no single part will do."""
