"""Demands on one cell: a set of allowed contents, as a conjunction of small tests.

Two demands on a cell meet in the union of their tests, which makes meeting commutative,
associative and exact; whether anything is left is found by trying the values that matter.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import attrs

from samenwerk.values.cell import Cell, Entry, Value
from samenwerk.values.time import Term

COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    "is": operator.eq,
    "is_not": operator.ne,
    "at_least": operator.ge,
    "at_most": operator.le,
    "more_than": operator.gt,
    "less_than": operator.lt,
    "at_earliest": operator.ge,
    "at_latest": operator.le,
    "after": operator.gt,
    "before": operator.lt,
}
"""The comparisons of the language, by their word. Those about days say the same in time."""

OPPOSITE: Mapping[str, str] = {
    "is": "is_not",
    "is_not": "is",
    "at_least": "less_than",
    "less_than": "at_least",
    "at_most": "more_than",
    "more_than": "at_most",
    "at_earliest": "before",
    "before": "at_earliest",
    "at_latest": "after",
    "after": "at_latest",
    "one_of": "none_of",
    "none_of": "one_of",
}
"""What a comparison says when it is definitely not so."""

MIRROR: Mapping[str, str] = {
    "is": "is",
    "is_not": "is_not",
    "at_least": "at_most",
    "at_most": "at_least",
    "more_than": "less_than",
    "less_than": "more_than",
    "at_earliest": "at_latest",
    "at_latest": "at_earliest",
    "after": "before",
    "before": "after",
}
"""The same comparison, read from the other side."""


def compared(op: str, left: Value, right: Value) -> bool | None:
    """Whether the comparison holds; None when values of these two types have no order."""
    try:
        return COMPARE[op](left, right)
    except TypeError:
        return None


Other = Callable[[Cell], Value | None]
"""What another cell holds, for tests that compare two cells."""


@attrs.frozen
class Test:
    """One small test on a cell.

    `there` and `absent` ask about the entry as a whole; `newer` that it was recorded after a
    sequence; `dated_by` that it counts from at latest a day; `aged_*` compare the judged day
    with the entry's own day plus a term, as far as its calendar reaches; the rest compare the
    value with a constant, a set, or what another cell holds.
    """

    __test__ = False

    op: str
    operand: Value | frozenset[Value] | Cell | None = None

    @property
    def order(self) -> tuple[str, str]:
        """A fixed order."""
        value = self.operand
        if isinstance(value, frozenset):
            return (self.op, str(sorted(map(str, value))))
        return (self.op, str(value))

    def holds(self, entry: Entry | None, day: date, other: Other) -> bool:
        """Whether it holds for what stands in the cell on that day."""
        if self.op == "absent":
            return entry is None
        if entry is None:
            return False
        operand: Any = self.operand
        match self.op:
            case "there":
                return True
            case "newer":
                return bool(entry.sequence > operand)
            case "dated_by":
                return bool(entry.day <= operand)
            case _ if self.op.startswith("aged_") and operand.beyond(entry.day):
                return False  # nobody knows when that term is over
            case "aged_at_least":
                return bool(day >= operand.after(entry.day))
            case "aged_at_most":
                return bool(day <= operand.after(entry.day))
            case "aged_less":
                return bool(day < operand.after(entry.day))
            case "aged_more":
                return bool(day > operand.after(entry.day))
            case "one_of":
                return entry.value in operand
            case "none_of":
                return entry.value not in operand
        against = other(operand) if isinstance(operand, Cell) else operand
        return against is not None and compared(self.op, entry.value, against) is True

    @property
    def about_value(self) -> bool:
        """Whether it looks at the value alone."""
        return self.op in COMPARE or self.op in ("one_of", "none_of")


@attrs.frozen
class Allowed:
    """What may stand in a cell: everything that passes all tests."""

    tests: frozenset[Test]

    def meet(self, other: Allowed) -> Allowed:
        """What both allow."""
        return Allowed(self.tests | other.tests)

    def holds(self, entry: Entry | None, day: date, other: Other) -> bool:
        """Whether what stands in the cell is allowed."""
        return all(test.holds(entry, day, other) for test in self.tests)

    def has(self, op: str) -> bool:
        """Whether one of the tests is of this kind."""
        return any(test.op == op for test in self.tests)

    def choose(self, candidates: Iterable[Value], day: date, other: Other) -> Value | None:
        """A value that passes every test about values, or None.

        Tries what the tests name, then what lies just beside it, then the candidates.
        """
        tests = sorted((t for t in self.tests if t.about_value), key=lambda t: t.order)
        named: list[Value] = []
        for test in tests:
            operand: Any = test.operand
            if isinstance(operand, Cell):
                operand = other(operand)
            if isinstance(operand, frozenset):
                named += sorted(operand, key=str)
            elif operand is not None:
                named.append(operand)
        beside = [near for value in named for near in _beside(value)]
        for value in [*named, *beside, *candidates]:
            entry = Entry(value, day, 0)
            if all(test.holds(entry, day, other) for test in tests):
                return value
        return None


def allow(op: str, operand: Any = None) -> Allowed:
    """What one test allows."""
    return Allowed(frozenset((Test(op, operand),)))


THERE = allow("there")
ABSENT = allow("absent")


def _beside(value: Value) -> tuple[Value, ...]:
    if isinstance(value, bool):
        return (not value,)
    if isinstance(value, int):
        return (value + 1, value - 1)
    if isinstance(value, Decimal):
        return (value + Decimal("0.01"), value - Decimal("0.01"))
    if isinstance(value, date):
        one = timedelta(days=1)
        return (value + one, value - one) if date.min < value < date.max else ()
    if isinstance(value, Term):
        return (Term(value.count + 1, value.unit), Term(max(0, value.count - 1), value.unit))
    return ()
