"""Numbers that outgrow every list of examples: amounts compared with sums and percentages.

What the conditions of a component say is written down for the solver z3, which then looks among
all numbers. It comes with the extra `verify`; without it nothing is found here. Whatever it finds
is asked again of the conditions themselves, and a single difference makes the whole answer void.
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import attrs

from samenwerk.core.calculating import fraction_of, views_of
from samenwerk.core.leaf import Leaf
from samenwerk.core.leaves.fact import Fact
from samenwerk.core.leaves.known import Known
from samenwerk.core.leaves.pool import Pool
from samenwerk.core.moving import held_cell
from samenwerk.core.operands import cells, getter
from samenwerk.core.view import View
from samenwerk.proof.components import Site, at
from samenwerk.proof.contents import PLAIN, type_of
from samenwerk.proof.kept import Kept
from samenwerk.proof.placing import placed
from samenwerk.values.cell import Cell, Entry, Value
from samenwerk.values.finding import NO, UNKNOWN, YES
from samenwerk.values.operand import (
    Added,
    Calculated,
    Extreme,
    FactOf,
    Held,
    Operand,
    Percent,
    Summed,
)

EFFORT = 500_000
"""How much work the solver may do for one question, in its own measure; always the same."""
NO_SOLVER = "no_solver"
"""Why nothing was decided about amounts where z3 is not installed."""
SITES = 7
"""Of more conditions together than this not every combination of truths is asked."""

Contents = dict[Cell, Entry | None]
Rows = dict[tuple[int, ...], Contents]


class _Beyond(Exception):
    """Something that is not about numbers."""


@functools.cache
def has_solver() -> bool:
    """Whether z3 is installed."""
    return importlib.util.find_spec("z3") is not None


def amounts(free: Sequence[Cell], view: View) -> bool:
    """Whether all of these cells hold numbers or amounts."""
    return all(_kind(cell, view) is not None for cell in free)


def _kind(cell: Cell, view: View) -> str | None:
    if cell.kind == "pool":
        return "money"
    kind = type_of(view, cell) if cell.kind == "fact" else ""
    return kind if kind in ("money", "whole_number") else None


def reckoned(
    sites: Sequence[Site], free: Sequence[Cell], view: View, known: Rows
) -> Rows | None:
    """Every combination of truths that these conditions can have, with contents that give it.

    `free` are the cells that may hold anything: numbers and amounts; `known` are combinations that
    were found already, which saves time. None when the conditions ask
    something else as well, and when the solver, which must be there, does not come to an end.
    """
    if len(sites) > SITES:
        return None
    try:
        asked = _Asked(importlib.import_module("z3"), view, tuple(free))
        wanted = [asked.truth(one.leaf, at(view, (one.case, one.who))) for one in sites]
    except _Beyond:
        return None
    return asked.rows(sites, wanted, known)


@attrs.frozen
class _Number:
    """Whether a number is known, and what it is then; both as the solver writes them."""

    known: Any
    value: Any


class _Asked:
    """What is written down for the solver, of one view."""

    def __init__(self, z3: Any, view: View, free: Sequence[Cell]) -> None:
        self._z3, self._view = z3, view
        self._cells: dict[Cell, _Number] = {}
        self._whole: dict[Cell, Any] = {}
        self._money: dict[Cell, bool] = {}
        for place, cell in enumerate(free):
            kind = _kind(cell, view)
            if kind is None:
                raise _Beyond
            whole = z3.Int(f"n{place}")
            self._whole[cell], self._money[cell] = whole, kind == "money"
            value = z3.ToReal(whole) / 100 if kind == "money" else z3.ToReal(whole)
            self._cells[cell] = _Number(z3.Bool(f"k{place}"), value)

    # ------------------------------------------------------------------ conditions

    def truth(self, leaf: Leaf, view: View) -> Any:
        """What a condition answers: 0, 1 or 2."""
        z3 = self._z3
        if not any(cell in self._cells for cell in leaf.reads(view)):
            return z3.IntVal(leaf.evaluate()(view))
        match leaf:
            case Kept(cell=cell, words=words) if not words:
                return z3.If(self._cells[cell].known, YES, NO)
            case Known(subject=subject):
                return z3.If(self.number(subject, view).known, YES, NO)
            case Fact(subject=subject, tests=tests):
                mine = self.number(subject, view)
                truths = [self._test(mine, op, bound, view) for op, bound in tests]
                return z3.If(mine.known, self._least(truths), UNKNOWN)
            case Pool():
                return self._least([self.truth(one, view) for one in leaf.inner])
        raise _Beyond

    def _test(self, mine: _Number, op: str, bound: Operand | frozenset[Value], view: View) -> Any:
        z3 = self._z3
        if isinstance(bound, frozenset):
            those = [self._constant(one) for one in bound]
            among = z3.Or([mine.value == one for one in those])
            return z3.If(among == z3.BoolVal(op == "one_of"), YES, NO)
        other = self.number(bound, view)
        one, two = mine.value, other.value
        says = {
            "is": one == two, "is_not": one != two, "at_least": one >= two, "at_most": one <= two,
            "more_than": one > two, "less_than": one < two,
        }.get(op)  # fmt: skip
        if says is None:
            raise _Beyond
        return z3.If(other.known, z3.If(says, YES, NO), UNKNOWN)

    def _least(self, those: Sequence[Any]) -> Any:
        z3, least = self._z3, self._z3.IntVal(YES)
        for one in those:
            least = z3.If(one < least, one, least)
        return least

    # ------------------------------------------------------------------ numbers

    def number(self, operand: Operand, view: View) -> _Number:
        """What an operand is worth."""
        if not any(cell in self._cells for cell in cells(operand, view)):
            return self._fixed(getter(operand)(view))
        match operand:
            case FactOf(silence=silence):
                (cell,) = cells(operand, view)
                found = self._cells[cell]
                if silence is None:
                    return found
                instead = self._constant(silence)
                always = self._z3.BoolVal(True)
                return _Number(always, self._z3.If(found.known, found.value, instead))
            case Calculated():
                return self._calculated(operand, view)
            case Held():
                return self._held(operand, view)
        raise _Beyond

    def _fixed(self, value: Value | None) -> _Number:
        z3 = self._z3
        if value is None:
            return _Number(z3.BoolVal(False), z3.RealVal(0))
        return _Number(z3.BoolVal(True), self._constant(value))

    def _constant(self, value: Value) -> Any:
        number = fraction_of(value)
        if number is None:
            raise _Beyond
        return self._z3.RealVal(str(number))

    def _held(self, held: Held, view: View) -> _Number:
        """What a pool began with, and what was moved to it and from it."""
        z3 = self._z3
        if held.rows or held.chosen_on is not None:
            raise _Beyond
        cell = held_cell(held, view, getter)
        assert cell is not None
        begun = self._fixed(Decimal(0)) if held.amount is None else self.number(held.amount, view)
        net = self._cells.get(cell)
        if net is None:
            entry = view.collaboration.moved.get(cell)
            moved = self._constant(Decimal(0) if entry is None else entry.value)
        else:
            moved = z3.If(net.known, net.value, z3.RealVal(0))
        cents = self._towards_nothing((begun.value + moved) * 100)
        return _Number(begun.known, z3.ToReal(cents) / 100)

    def _calculated(self, operand: Calculated, view: View) -> _Number:
        z3 = self._z3
        made = self._form(operand, view)
        known, value = made.known, self._rounded(made.value, operand.round)
        if operand.not_below is not None:
            bound = self.number(operand.not_below, view)
            known = z3.And(known, bound.known)
            value = z3.If(value >= bound.value, value, bound.value)
        if operand.type == "money":
            return _Number(known, z3.ToReal(z3.ToInt(value * 100)) / 100)
        return _Number(known, z3.ToReal(self._towards_nothing(value)))

    def _form(self, operand: Calculated, view: View) -> _Number:
        z3 = self._z3
        match operand.form:
            case Added(add=add, less=less):
                more = [self.number(one, view) for one in add]
                fewer = [self.number(one, view) for one in less]
                known = z3.And([one.known for one in (*more, *fewer)])
                return _Number(known, self._sum(more) - self._sum(fewer))
            case Percent(percent=percent, of=of):
                one, two = self.number(percent, view), self.number(of, view)
                return _Number(z3.And(one.known, two.known), one.value * two.value / 100)
            case Extreme(parts=parts, most=most):
                those = [self.number(one, view) for one in parts]
                value = those[0].value
                for one in those[1:]:
                    better = one.value > value if most else one.value < value
                    value = z3.If(better, one.value, value)
                return _Number(z3.And([one.known for one in those]), value)
            case Summed() as form:
                those = [self.number(form.part, one) for one in views_of(form, view)]
                return _Number(z3.And([one.known for one in those]), self._sum(those))
        raise _Beyond

    def _sum(self, those: Sequence[_Number]) -> Any:
        return self._z3.Sum([self._z3.RealVal(0), *(one.value for one in those)])

    def _rounded(self, value: Any, how: str | None) -> Any:
        z3 = self._z3
        match how:
            case "cent":
                return z3.ToReal(self._nearest(value * 100)) / 100
            case "euro":
                return z3.ToReal(self._nearest(value))
            case "euro_up" | "whole_up":
                return z3.ToReal(self._up(value))
            case "euro_down" | "whole_down":
                return z3.ToReal(z3.ToInt(value))
        return value

    def _nearest(self, value: Any) -> Any:
        z3, half = self._z3, self._z3.RealVal("1/2")
        return z3.If(value >= 0, z3.ToInt(value + half), self._up(value - half))

    def _up(self, value: Any) -> Any:
        return -self._z3.ToInt(-value)

    def _towards_nothing(self, value: Any) -> Any:
        z3 = self._z3
        return z3.If(value >= 0, z3.ToInt(value), self._up(value))

    # ------------------------------------------------------------------ answers

    def rows(self, sites: Sequence[Site], wanted: Sequence[Any], known: Rows) -> Rows | None:
        """Every combination of truths, each confirmed by the conditions themselves."""
        z3 = self._z3
        solver = z3.Solver()
        solver.set("rlimit", EFFORT)
        names = [z3.Int(f"t{place}") for place in range(len(wanted))]
        solver.add([name == one for name, one in zip(names, wanted, strict=True)])
        solver.add([one == 0 for one in self._unused()])
        found: Rows = dict(known)
        for row in known:
            solver.add(z3.Or([name != one for name, one in zip(names, row, strict=True)]))
        while True:
            answer = solver.check()
            if answer == z3.unsat:
                return found
            if answer != z3.sat:
                return None
            model = solver.model()
            contents = self._contents(model)
            there = placed(self._view, contents)
            row = tuple(
                one.leaf.evaluate()(at(there, (one.case, one.who))) for one in sites
            )  # fmt: skip
            said = tuple(model.eval(name, model_completion=True).as_long() for name in names)
            if row != said:
                return None
            found[row] = contents
            solver.add(z3.Or([name != one for name, one in zip(names, row, strict=True)]))

    def _unused(self) -> list[Any]:
        z3 = self._z3
        return [z3.If(self._cells[cell].known, 0, whole) for cell, whole in self._whole.items()]

    def _contents(self, model: Any) -> Contents:
        found: Contents = {}
        for cell, number in self._cells.items():
            if not model.eval(number.known, model_completion=True):
                found[cell] = None
                continue
            whole = model.eval(self._whole[cell], model_completion=True).as_long()
            value = Decimal(f"{whole}E-2") if self._money[cell] else whole
            found[cell] = Entry(value, self._view.day, PLAIN)
        return found


