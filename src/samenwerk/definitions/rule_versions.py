"""The versions of a rule as written: from which day each holds, and which day decides."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from samenwerk.core.leaves.fact import Fact
from samenwerk.definitions.merge import Node as Written
from samenwerk.definitions.names import Context
from samenwerk.definitions.people import common
from samenwerk.values.operand import Constant, Operand
from samenwerk.values.tree import Node, Version, Versions

if TYPE_CHECKING:
    from samenwerk.definitions.conditions import Conditions


def versions(
    conditions: Conditions, rule: Written, context: Context, name: str
) -> Versions | None:
    """The versions of a rule, the earliest first; None when one of them has faults.

    Two that begin on one day, and a list without any, are reported.
    """
    table, faults = rule.table["version"], conditions.faults
    day = conditions.resolver.days.day(rule.get("chosen_on"), context)
    if table.is_table and not table.table:
        faults.add("SW107", table, key=True, case="empty", written="version")
        return None
    parts = {key: _part(conditions, node, context) for key, node in table.table.items()}
    begun: dict[date, tuple[str, Written]] = {}
    for key, node in table.table.items():
        starts = node.get("starts")
        if starts is None or not isinstance(starts.value, date):
            continue
        if starts.value in begun:
            faults.add("SW105", starts, nearest_at=begun[starts.value][1].get("starts"),
                       case="starts", written=str(starts.value))  # fmt: skip
        begun.setdefault(starts.value, (key, node))
    if day is None or len(begun) < len(parts):
        return None
    return _ordered(conditions, name, day, begun, parts)


def _part(conditions: Conditions, node: Written, context: Context) -> Node | None:
    return conditions.form(node, context) if node.is_table else None


def _ordered(
    conditions: Conditions, rule: str, day: Operand, begun: dict[date, tuple[str, Written]],
    parts: dict[str, Node | None],
) -> Versions | None:  # fmt: skip
    found = []
    order = sorted(begun)
    for place, starts in enumerate(order):
        key, node = begun[starts]
        tests = [("at_earliest", Constant(starts))]
        tests += [("before", Constant(order[place + 1]))] if place + 1 < len(order) else []
        part = parts[key]
        if part is None:
            return None
        when = conditions.ask(Fact(day, tuple(tests)))
        found.append(Version(name=key, starts=starts, when=when, part=part, **common(node)))
    return Versions(rule, day, tuple(found))
