"""Windows with their exceptions, every name resolved: when something is open, and for whom else.

What a window is as a condition is `conditions`; days and terms are made by `days`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import attrs

from samenwerk.definitions.laying.merge import Node
from samenwerk.definitions.resolving.names import Context, Hit
from samenwerk.definitions.resolving.people import common
from samenwerk.definitions.resolving.things import own_context
from samenwerk.values.declared import Window, WindowException
from samenwerk.values.operand import Operand

if TYPE_CHECKING:
    from samenwerk.definitions.resolving.resolve import Resolver

_DAYS = ("opens", "last_day")


class Windows:
    """Makes each of them once for each kind of case; what has faults was reported."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.faults = resolver.faults

    def windows(self) -> dict[str, Window]:
        """All windows without faults, by full name, each for a case of its own lifecycle."""
        hits = self.resolver.names.everywhere("window")
        found = {hit.full: self.window(hit, own_context(hit), hit.node) for hit in hits}
        return {name: one for name, one in found.items() if one is not None}

    def window(self, hit: Hit, context: Context, at: Node) -> Window | None:
        """A declared window, for a case of the context; `at` is where it is used."""
        inner = attrs.evolve(context, scopes=(hit.lifecycle,) if hit.lifecycle else ())
        made = partial(self._window, hit, inner)
        # exceptions rest on rules and rules on windows: together they make no tower
        resting = self.resolver.conditions.resting
        return resting.once("window", hit.full, at, made, context.home, context.bound)

    def _window(self, hit: Hit, context: Context) -> Window | None:
        node = hit.node
        days = self._days(node, context) if node.is_table else None
        if days is None:
            return None
        listed = node.get("exception")
        named = {} if listed is None else listed.table
        found = [self._exception(name, one, days, context) for name, one in named.items()]
        exceptions = tuple(one for one in found if one is not None)
        if len(exceptions) < len(found):
            return None
        return Window(name=hit.full, opens=days[0], last_day=days[1], exceptions=exceptions,
                      **common(node))  # fmt: skip

    def _exception(
        self,
        name: str,
        node: Node,
        usual: tuple[Operand | None, Operand | None],
        context: Context,
    ) -> WindowException | None:
        if not node.is_table:
            return None
        days = self._days(node, context)
        needs = self.resolver.conditions.all_of(node.get("needs"), context)
        if node.get("needs") is not None and not node.table["needs"].items:
            self.faults.add("SW107", node.table["needs"], case="empty", written="needs")
        if days is None or not needs:
            return None
        opens, last = days[0] or usual[0], days[1] or usual[1]
        return WindowException(name=name, opens=opens, last_day=last, needs=needs, **common(node))

    def _days(
        self, node: Node, context: Context
    ) -> tuple[Operand | None, Operand | None] | None:
        """The first and the last day, of which one at least must be written."""
        if all(node.get(key) is None for key in _DAYS):
            self.faults.add("SW107", node, key=True, case="none", allowed=_DAYS)
            return None
        found = [self.resolver.days.day(node.get(key), context) for key in _DAYS]
        if any(one is None and node.get(key) is not None
               for one, key in zip(found, _DAYS, strict=True)):  # fmt: skip
            return None
        return found[0], found[1]
