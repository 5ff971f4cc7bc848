"""Whether a value fits the fact for which it is filled in, and which values would.

Whether a step asks for it at all is not looked at here; who is filled in for a role is `filled`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from samenwerk.values.cell import Value
from samenwerk.values.declared import Fact, Workflow
from samenwerk.values.errors import Misuse, UnknownName
from samenwerk.values.time import Term

_TYPES: Mapping[str, type] = {
    "text": str,
    "whole_number": int,
    "money": Decimal,
    "date": date,
    "term": Term,
    "yes_no": bool,
    "choice": str,
}


def fact_of(workflow: Workflow, lifecycle: str, name: str) -> Fact:
    """The fact of this name as a case of this lifecycle sees it; raises UnknownName."""
    found = workflow.in_lifecycle(workflow.facts, lifecycle, name)
    if found is None:
        raise UnknownName(what="fact", name=name, where=lifecycle)
    assert isinstance(found, Fact)
    return found


def fits(fact: Fact, value: Value) -> bool:
    """Whether the value is of the fact's type, and one of its words."""
    wanted = _TYPES[fact.type]
    if isinstance(value, bool) != (wanted is bool) or isinstance(value, datetime):
        return False
    if not isinstance(value, wanted):
        return False
    if fact.type == "choice":
        return value in fact.one_of
    if isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        return isinstance(exponent, int) and exponent >= -2 and abs(value) < Decimal(10) ** 15
    if isinstance(value, int) and not isinstance(value, bool):
        return abs(value) < 10**15
    return True


def fitting(fact: Fact, value: Value) -> Value:
    """The value itself; raises Misuse when it does not fit."""
    if not fits(fact, value):
        told = {"fact": fact.name, "type": fact.type, "one_of": fact.one_of, "written": str(value)}
        kinds = f"{_TYPES[fact.type].__name__}, not {type(value).__name__}"
        raise Misuse(f"the fact {fact.name} takes {kinds}", what="fact_value", **told)
    return value


def candidates(fact: Fact | None, day: date) -> tuple[Value, ...]:
    """Values worth trying for a fact of this type, for plans."""
    if fact is None:
        return ()
    match fact.type:
        case "choice":
            return fact.one_of
        case "yes_no":
            return (True, False)
        case "whole_number":
            return (1, 0)
        case "money":
            return (Decimal("1.00"), Decimal("0.00"))
        case "date":
            return (day,)
        case "term":
            return (Term(1, "month"),)
    return ("…",)
