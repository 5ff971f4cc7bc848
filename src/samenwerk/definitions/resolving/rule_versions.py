"""The versions of a rule as written: from which day each holds, and which day decides."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from samenwerk.core.leaves.fact import Fact
from samenwerk.definitions.laying.merge import Node as Written
from samenwerk.definitions.resolving.names import Context
from samenwerk.definitions.resolving.people import common
from samenwerk.values.operand import Constant, Operand
from samenwerk.values.tree import Node, Version, Versions

if TYPE_CHECKING:
    from samenwerk.definitions.resolving.conditions import Conditions

_Begun: TypeAlias = dict[date | None, tuple[str, Written]]


def versions(
    conditions: Conditions, rule: Written, context: Context, name: str
) -> Node | None:
    """The versions of a rule, the earliest first; None when one of them has faults.

    One without a day holds from the beginning; when it is the only one, it is all there is to
    the rule. Two that begin on one day or in the beginning, and a list without any, are reported.
    """
    table, faults = rule.table["version"], conditions.faults
    day = conditions.resolver.days.day(rule.get("chosen_on"), context)
    if table.is_table and not table.table:
        faults.add("SW107", table, key=True, case="empty", written="version")
        return None
    parts = {key: _part(conditions, node, context) for key, node in table.table.items()}
    begun: _Begun = {}
    for key, node in table.table.items():
        starts = node.get("starts")
        # a moment is a date too for Python, and no day
        if not node.is_table or (starts is not None and type(starts.value) is not date):
            continue
        day_of = None if starts is None else starts.value
        if day_of in begun:
            first = begun[day_of][1]
            faults.add("SW105", starts or node, key=starts is None,
                       nearest_at=first.get("starts") or first, written=str(day_of),
                       case="starts" if starts is not None else "begin")  # fmt: skip
        begun.setdefault(day_of, (key, node))
    if day is None or not parts or len(begun) < len(parts):
        return None
    return _ordered(conditions, name, day, begun, parts)


def _part(conditions: Conditions, node: Written, context: Context) -> Node | None:
    return conditions.form(node, context) if node.is_table else None


def _ordered(
    conditions: Conditions, rule: str, day: Operand, begun: _Begun,
    parts: dict[str, Node | None],
) -> Node | None:  # fmt: skip
    found = []
    dated = sorted(one for one in begun if one is not None)
    order = [*([None] if None in begun else []), *dated]
    if not dated:
        return next(iter(parts.values()))
    for place, starts in enumerate(order):
        key, node = begun[starts]
        until = order[place + 1] if place + 1 < len(order) else None
        bounds = (("at_earliest", starts), ("before", until))
        tests = tuple((word, Constant(one)) for word, one in bounds if one is not None)
        part = parts[key]
        if part is None:
            return None
        when = conditions.ask(Fact(day, tests))
        found.append(Version(name=key, starts=starts, when=when, part=part, **common(node)))
    return Versions(rule, day, tuple(found))
