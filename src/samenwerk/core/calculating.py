"""What a calculation is worth in a view, exactly, and on which cells that rests.

Amounts are reckoned as fractions, so that nothing is lost on the way; only `round` rounds.
What its parts are worth is for `operands`, which gives itself as `of`.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from immutables import Map

from samenwerk.core.view import View, located, within
from samenwerk.core.who import members
from samenwerk.values.cell import TODAY, Cell, Value
from samenwerk.values.operand import Added, Calculated, Extreme, Operand, Percent, Summed

Getter = Callable[[View], Value | None]
_Number = Callable[[View], Fraction | None]
_HALF = Fraction(1, 2)
NO_CASES: Map[str, int] = Map()


def calculated(operand: Calculated, of: Callable[[Operand], Getter]) -> Getter:
    """A function from a view to the outcome; None when a part is not known."""
    total = _form(operand, of)
    least = None if operand.not_below is None else _number(operand.not_below, of)
    rounded, money = operand.round, operand.type == "money"

    def value(view: View) -> Value | None:
        found = total(view)
        if found is None:
            return None
        found = round_off(found, rounded)
        if least is not None:
            bound = least(view)
            if bound is None:
                return None
            found = max(found, bound)
        return amount_of_cents(floor(found * 100)) if money else int(found)

    return value


def round_off(number: Fraction, how: str | None) -> Fraction:
    """The number on cents, euros or wholes; a half goes away from nothing.

    >>> round_off(Fraction(5, 1000), "cent")
    Fraction(1, 100)
    """
    match how:
        case "cent":
            return Fraction(_nearest(number * 100), 100)
        case "euro":
            return Fraction(_nearest(number))
        case "euro_up" | "whole_up":
            return Fraction(ceil(number))
        case "euro_down" | "whole_down":
            return Fraction(floor(number))
    return number


def _nearest(number: Fraction) -> int:
    return floor(number + _HALF) if number >= 0 else ceil(number - _HALF)


def amount_of_cents(cents: int) -> Decimal:
    """So many cents as an amount with two decimals.

    >>> amount_of_cents(-5)
    Decimal('-0.05')
    """
    return Decimal(f"{cents}E-2")


def fraction_of(value: Value | None) -> Fraction | None:
    """A number or amount as a fraction; None for what is neither."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    return Fraction(value)


def _number(part: Operand, of: Callable[[Operand], Getter]) -> _Number:
    get = of(part)
    return lambda view: fraction_of(get(view))


def _form(operand: Calculated, of: Callable[[Operand], Getter]) -> _Number:
    match operand.form:
        case Added(add=add, less=less):
            plus, minus = [_number(one, of) for one in add], [_number(one, of) for one in less]

            def added(view: View) -> Fraction | None:
                more, fewer = _all(plus, view), _all(minus, view)
                return None if more is None or fewer is None else sum(more) - Fraction(sum(fewer))

            return added
        case Percent(percent=percent, of=base):
            pair = [_number(percent, of), _number(base, of)]

            def share(view: View) -> Fraction | None:
                both = _all(pair, view)
                return None if both is None else both[0] * both[1] / 100

            return share
        case Extreme(parts=parts, most=most):
            each, pick = [_number(one, of) for one in parts], max if most else min

            def extreme(view: View) -> Fraction | None:
                known = _all(each, view)
                return None if known is None else pick(known)

            return extreme
        case Summed() as form:
            part = _number(form.part, of)

            def summed(view: View) -> Fraction | None:
                known = [part(one) for one in views_of(form, view)]
                if any(one is None for one in known):  # `in` would compare fractions
                    return None
                return Fraction(sum(one for one in known if one))

            return summed


def _all(numbers: list[_Number], view: View) -> list[Fraction] | None:
    known = [one(view) for one in numbers]
    found = [one for one in known if one is not None]
    return found if len(found) == len(known) else None


def views_of(form: Summed, view: View) -> list[View]:
    """A view of each party or case that is summed over, in a fixed order."""
    if form.among is not None:
        return [view.of_party(party) for party in members(form.among, view)]
    return [
        one
        for one in all_cases(form, view)
        if not form.states or one.case.state in form.states
    ]


def all_cases(form: Summed, view: View) -> list[View]:
    """A view of each case of the lifecycle under the nearest one, whatever its state."""
    known, home = view.collaboration, located(view, form.home)
    listed = known.by_lifecycle.get(form.cases or "", NO_CASES)
    order = sorted((number, id) for id, number in listed.items())
    # the case at hand may be judged with something filled in that is not recorded yet
    found = [view.case if id == view.case.id else known.cases[id] for _, id in order]
    if view.case.lifecycle == form.cases and view.case.id not in known.cases:
        found.append(view.case)
    return [view.in_case(case) for case in found if within(case, home, view)]


def cells_of(
    operand: Calculated, view: View, of: Callable[[Operand, View], tuple[Cell, ...]]
) -> tuple[Cell, ...]:
    """Every cell that the outcome rests on, the set that is summed over among them."""
    form, found = operand.form, list[Cell]()
    if isinstance(form, Summed):
        if form.among is not None:
            found += [cell for one in views_of(form, view) for cell in of(form.part, one)]
            found += [Cell("", "members", form.among.name), TODAY]
        else:
            for one in all_cases(form, view):
                found += of(form.part, one)
                found += [Cell(one.case.id, "state", "state")] if form.states else []
            found.append(Cell("", "cases", form.cases or ""))
    found += [
        cell
        for part in operand.parts
        if not (isinstance(form, Summed) and part is form.part)
        for cell in of(part, view)
    ]
    return tuple(dict.fromkeys(found))


def spelled_name(operand: Calculated) -> str:
    """The name of a calculation in the key of a condition."""
    short = operand.full_name.rpartition(".")[2]
    return f"{operand.above}.{short}" if operand.above else short
