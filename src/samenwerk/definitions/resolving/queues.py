"""Queues, with every name resolved: which cases wait, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samenwerk.definitions.laying.merge import Node
from samenwerk.definitions.resolving.days import operand_type
from samenwerk.definitions.resolving.names import Context, Hit
from samenwerk.definitions.resolving.people import common
from samenwerk.values.declared import Queue
from samenwerk.values.message import Message
from samenwerk.values.operand import Operand

if TYPE_CHECKING:
    from samenwerk.definitions.resolving.resolve import Resolver

_ORDERED = ("date", "yes_no", "whole_number", "money")


class Queues:
    """Makes each of them once; what has faults is None and was reported."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self._made: dict[str, Queue | None] = {}

    def queues(self) -> dict[str, Queue]:
        """All queues without faults, by name."""
        hits = self.resolver.names.everywhere("queue")
        found = {hit.full: self.queue(hit) for hit in hits}
        return {name: one for name, one in found.items() if one is not None}

    def queue(self, hit: Hit) -> Queue | None:
        """A declared queue; its order is that of its own cases."""
        if hit.full not in self._made:
            self._made[hit.full] = self._queue(hit) if hit.node.is_table else None
        return self._made[hit.full]

    def _queue(self, hit: Hit) -> Queue | None:
        node = hit.node
        held = self.resolver.names.look_up("state", node.get("holds"), Context())
        if held is None or held.lifecycle is None:
            return None
        context = Context((held.lifecycle,), held.lifecycle)
        written = node.get("order")
        listed = [] if written is None else written.items
        order = [self._part(one, context) for one in listed]
        ties = node.get("ties")
        last = None if ties is None or ties.text == "opened" else self._part(ties, context)
        if None in order or (ties is not None and ties.text != "opened" and last is None):
            return None
        return Queue(name=hit.full, lifecycle=held.lifecycle, state=held.name,
                     order=tuple(one for one in order if one is not None), ties=last,
                     **common(node))  # fmt: skip

    def _part(self, node: Node, context: Context) -> Operand | None:
        operand = self.resolver.days.operand(node, context)
        kind = None if operand is None else operand_type(operand)
        if operand is None or kind in _ORDERED:
            return operand
        self.resolver.faults.add("SW117", node, case="order", written=str(node.value),
                                 found=Message(f"kind.{kind}"))  # fmt: skip
        return None
