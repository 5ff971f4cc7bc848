"""Checking what is filled in: whether a value fits its fact, and a party the role it is given.

Whether a step asks for it at all is not looked at here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from samenwerk.core.refusals import named, refused
from samenwerk.values.case import Case
from samenwerk.values.cell import Value
from samenwerk.values.command import Do
from samenwerk.values.declared import Fact, Workflow
from samenwerk.values.errors import Misuse, UnknownName
from samenwerk.values.message import Message, Name
from samenwerk.values.outcome import Outcome, Verdict
from samenwerk.values.register import Register
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


def holders_unfit(
    workflow: Workflow, register: Register, case: Case, command: Do
) -> Outcome | None:
    """Why those who are given a role cannot have it, or None; a table can have one too."""
    day = command.day
    for name, who in command.roles.items():
        role = workflow.in_lifecycle(workflow.roles, case.lifecycle, name)
        if role is None:
            continue
        known = {one: register.party(one) for one in who if one not in workflow.tables}
        absent = [one for one, party in known.items()
                  if party is None or not party.span.covers(day)]  # fmt: skip
        other = [one for one in who if role.sort
                 and (not (party := known.get(one)) or party.sort not in role.sort)]  # fmt: skip
        if absent or other:
            told: dict[str, object] = {
                "role": Name("role", f"{role.lifecycle}.{name}" if role.lifecycle else name),
                "who": named(absent or other), "day": day,
                "as": tuple(Name("sort", one) for one in role.sort),
            }  # fmt: skip
            headline = Message("filled.absent" if absent else "filled.other_sort", told)
            doer = command.on_behalf_of or command.actor or ""
            return refused(Verdict.NOT_YET, headline, way_out=(headline,), can=(doer,))
    return None


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


WORDING = {
    "nl": {
        "filled.absent": "wie {role} wordt, moet op {day} in het register staan: {who} niet",
        "filled.other_sort": "{role} kan alleen een {as|of} zijn, en niet {who}",
    },
    "en": {
        "filled.absent": "who becomes {role} must be in the register on {day}: not so {who}",
        "filled.other_sort": "{role} is for a {as|or}, and not for {who}",
    },
}
