"""Transitional clauses, every name resolved: which running cases stay under the former text.

What such a clause does when a collaboration moves to the text is `core.migrating`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samenwerk.definitions.laying.merge import Node
from samenwerk.definitions.resolving.names import Context, Hit
from samenwerk.definitions.resolving.people import common
from samenwerk.values.operand import Operand
from samenwerk.values.transition import Transition

if TYPE_CHECKING:
    from samenwerk.definitions.resolving.resolve import Resolver


class Transitions:
    """Makes each of them; one with faults is left out and was reported."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver

    def transitions(self) -> dict[str, Transition]:
        """All clauses without faults, by name."""
        hits = self.resolver.names.everywhere("transition")
        found = {hit.name: self._transition(hit) for hit in hits if hit.node.is_table}
        return {name: one for name, one in found.items() if one is not None}

    def _transition(self, hit: Hit) -> Transition | None:
        node, resolver = hit.node, self.resolver
        of = resolver.names.look_up("lifecycle", node.get("lifecycle"), Context())
        if of is None:
            return None
        context = Context((of.name,), of.name)
        written = node.get("while_in")
        listed: list[Node] = [] if written is None else written.items
        states = [resolver.state(one, of.name) for one in listed]
        days: list[Operand | None] = []
        for key in ("opened_before", "until"):
            day = resolver.days.day(node.get(key), context)
            if day is None and node.get(key) is not None:
                return None
            days.append(day)
        needs = resolver.conditions.all_of(node.get("needs"), context)
        if None in states or needs is None:
            return None
        return Transition(
            name=hit.name,
            lifecycle=of.name,
            while_in=tuple(one for one in states if one is not None),
            opened_before=days[0],
            needs=needs,
            until=days[1],
            **common(node),
        )
