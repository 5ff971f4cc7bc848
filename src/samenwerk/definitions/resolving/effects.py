"""Effects, with every name resolved: after which step, by which plugin, and what it gets along.

Whether the plugin fits what is written is looked at where that plugin is at hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samenwerk.definitions.laying.merge import Node
from samenwerk.definitions.laying.plain import type_of
from samenwerk.definitions.resolving.along import check_back, check_types
from samenwerk.definitions.resolving.days import operand_type
from samenwerk.definitions.resolving.names import Context, Hit
from samenwerk.definitions.resolving.people import common
from samenwerk.values.declared import Fact
from samenwerk.values.effect import Effect, Handed
from samenwerk.values.operand import Constant, FactOf, Operand
from samenwerk.values.share import Share

if TYPE_CHECKING:
    from samenwerk.definitions.resolving.resolve import Resolver

_OPERANDS = ("fact", "date", "calculation", "parameter")


class Effects:
    """Makes each of them; one with faults is left out and was reported."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.faults = resolver.faults

    def effects(self) -> dict[str, Effect]:
        """All effects without faults, by name."""
        hits = self.resolver.names.everywhere("effect")
        found = {hit.name: self._effect(hit) for hit in hits if hit.node.is_table}
        return {name: one for name, one in found.items() if one is not None}

    def _effect(self, hit: Hit) -> Effect | None:
        node = hit.node
        step = self.resolver.names.look_up("step", node.get("on_step"), Context())
        plugin = self.resolver.plugin_effect(node)
        if step is None or step.lifecycle is None or plugin is None:
            return None
        context = Context((step.lifecycle,), step.lifecycle)
        written = node.get("with")
        named = sorted((written.table if written is not None else {}).items())
        handed = [self._handed(name, one, context) for name, one in named]
        recorded = self._kept(node.get("records"), context, "records")
        records = None if recorded is None else recorded.name
        back = node.get("gives")
        given = sorted((back.table if back is not None else {}).items())
        kept = [(name, self._kept(one, context, "gives")) for name, one in given]
        gives = [(name, None if fact is None else fact.name) for name, fact in kept]
        brought = self.resolver.brought(".".join(plugin))
        if brought is not None:
            made = [one for one in handed if one is not None]
            check_types(dict(named), made, ".".join(plugin), brought, self.faults)
            known = {name: fact for name, fact in kept if fact is not None}
            check_back(dict(given), known, ".".join(plugin), brought, self.faults)
        if None in handed or (records is None and node.get("records") is not None):
            return None
        if any(fact is None for _, fact in gives):
            return None
        return Effect(
            name=hit.name,
            lifecycle=step.lifecycle,
            on_step=step.name,
            plugin=plugin[0],
            brings=plugin[1],
            handed=tuple(one for one in handed if one is not None),
            records=records,
            gives=tuple((name, fact) for name, fact in gives if fact is not None),
            **common(node),
        )

    def _handed(self, name: str, node: Node, context: Context) -> Handed | None:
        """One thing that the plugin gets along."""
        if not node.is_table:
            kind = type_of(node.value)
            return None if kind is None else _constant(name, node.value)
        family, at = next(iter(node.table.items()), (None, None))
        if family == "role" and at is not None:
            who = self.resolver.people.who(at, context)
            return None if who is None else Handed(name, "parties", who=who)
        if family == "document" and at is not None:
            paper = self.resolver.names.look_up("document", at, context)
            return None if paper is None else Handed(name, "sealed", document=paper.name)
        if family not in _OPERANDS or at is None:
            return None
        if family == "fact" and at.text is not None:
            other = self.resolver.names.find("open", at.text, context.scopes)
            family = "open" if other is not None else "fact"
        found = self.resolver.names.look_up(family, at, context)
        if found is None:
            return None
        if family == "parameter":
            made = self.resolver.days.parameter(found)
            if made is not None and isinstance(made.value, Share):
                return Handed(name, "text", Constant(str(made.value), found.name))
        operand = self.resolver.days.named(found, at, context)
        return None if operand is None else self._of_operand(name, operand, at)

    def _of_operand(self, name: str, operand: Operand, at: Node) -> Handed | None:
        if isinstance(operand, FactOf) and operand.per:
            self.faults.add("SW160", at, case="per", written=operand.name)
            return None
        kind = operand_type(operand) or "text"
        if isinstance(operand, FactOf) and kind == "text":
            kind = "sealed"
        return Handed(name, kind, operand)

    def _kept(self, node: Node | None, context: Context, key: str) -> Fact | None:
        """The fact in which something is kept; one that cannot hold it is reported (SW160)."""
        hit = self.resolver.names.look_up("fact", node, context)
        if hit is None or node is None:
            return None
        fact = self.resolver.things.fact(hit)
        if fact is None:
            return None
        wrong = _unfit(fact, key, context.home)
        if wrong is not None:
            self.faults.add("SW160", node, case=wrong, nearest_at=hit.node, written=fact.name,
                            key_=key)  # fmt: skip
            return None
        return fact


def _constant(name: str, value: object) -> Handed:
    kind = type_of(value) or "text"
    plain = kind if kind in ("whole_number", "money", "date", "yes_no") else "text"
    return Handed(name, plain, Constant(value))  # type: ignore[arg-type]


def _unfit(fact: Fact, key: str, home: str | None) -> str | None:
    """Why a fact cannot hold what comes of an effect; None when it can."""
    if fact.lifecycle not in (None, home):
        return "elsewhere"
    if fact.per:
        return "per"
    if fact.fixed_from is not None:
        return "fixed"
    if key == "records" and fact.type != "yes_no":
        return "records"
    return "text" if fact.type == "text" else None
