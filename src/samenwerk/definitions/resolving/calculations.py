"""Calculations: amounts and numbers that follow from others, with every name resolved.

What they are worth is `core.calculating`; which names and constants they rest on is `days`.
"""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

import attrs

from samenwerk.definitions.laying.merge import Node
from samenwerk.definitions.laying.plain import amount
from samenwerk.definitions.resolving.days import operand_type
from samenwerk.definitions.resolving.names import Context, Hit
from samenwerk.definitions.resolving.people import common, texts
from samenwerk.definitions.resolving.resting import Resting
from samenwerk.values.declared import Calculation
from samenwerk.values.message import Message
from samenwerk.values.operand import (
    Added,
    Calculated,
    Constant,
    Extreme,
    Form,
    Operand,
    Percent,
    Summed,
)

if TYPE_CHECKING:
    from samenwerk.definitions.resolving.resolve import Resolver

ROUNDS = {
    "cent": "money", "euro": "money", "euro_up": "money", "euro_down": "money",
    "whole_up": "whole_number", "whole_down": "whole_number",
}  # fmt: skip
"""Ways of rounding, each with the type it is for."""

_NUMBERS = ("money", "whole_number")


class Calculations:
    """Makes each of them once for each kind of case; what has faults is None and was reported."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.faults = resolver.faults
        self._resting = Resting(resolver.faults)

    def everything(self) -> dict[str, Calculation]:
        """All calculations without faults, by full name, each for a case of its own lifecycle."""
        made: dict[str, Calculation] = {}
        for hit in self.resolver.names.everywhere("calculation"):
            own = Context((hit.lifecycle,), hit.lifecycle) if hit.lifecycle else Context()
            operand = self.named(hit, hit.node, own)
            if operand is not None:
                made[hit.full] = Calculation(name=hit.full, is_=operand, **common(hit.node))
        return made

    def named(self, hit: Hit, at: Node, context: Context) -> Calculated | None:
        """The operand of a declared calculation, for a case of the context; `at`: its use."""
        inner = attrs.evolve(context, scopes=(hit.lifecycle,) if hit.lifecycle else ())
        made = partial(self._made, hit, inner, context.above(hit))
        return self._resting.once(
            "calculation", hit.full, at, made, context.home, context.bound
        )

    def _made(self, hit: Hit, context: Context, above: str | None) -> Calculated | None:
        node = hit.node
        if not node.is_table:
            return None
        form, kind = self._form(node, context)
        if form is None or kind is None:
            return None
        rounded = texts(node.get("round"))
        if rounded and rounded[0] not in ROUNDS:
            return None
        if rounded and ROUNDS[rounded[0]] != kind:
            self.faults.add("SW150", node.table["round"], case=f"round {kind}",
                            written=rounded[0])  # fmt: skip
            return None
        if isinstance(form, Percent) and not rounded:
            self.faults.add("SW150", node, key=True, written=hit.name)
            return None
        least, written = None, node.get("not_below")
        if written is not None:
            bound = self._numbers([written], context)
            least = None if bound is None else self._alike(bound, kind)
            if least is None:
                return None
        return Calculated(hit.full, kind, form, rounded[0] if rounded else None,
                          None if least is None else least[0], above)  # fmt: skip

    def _form(self, node: Node, context: Context) -> tuple[Form | None, str | None]:
        """What the keys say, and the type of its outcome."""
        if (add := node.get("add")) is not None:
            less = _items(node.get("less"))
            parts, kind = self._several([*add.items, *less], context)
            if parts is None:
                return None, None
            split = len(parts) - len(less)
            return Added(parts[:split], parts[split:]), kind
        if node.get("percent") is not None:
            return self._percent(node, context)
        if (written := node.get("sum")) is not None:
            return self._summed(node, written, context)
        listed = node.get("least_of") or node.get("most_of")
        if listed is None:
            return None, None
        parts, kind = self._several(listed.items, context)
        form = None if parts is None else Extreme(parts, node.get("most_of") is not None)
        return form, kind

    def _percent(self, node: Node, context: Context) -> tuple[Form | None, str | None]:
        percent, base = node.table["percent"], node.get("of_amount")
        if base is None:
            self.faults.add("SW108", node, key=True, case="key of_amount", written="of_amount")
            return None, None
        found = self._numbers([percent, base], context)
        if found is None:
            return None, None
        (_, share), (_, whole) = found
        kind = operand_type(whole)
        if not isinstance(share, Constant) and operand_type(share) == "money":
            self.faults.add("SW117", percent, case="percent", written=str(percent.value))
            return None, None
        return Percent(share, whole), kind

    def _summed(
        self, node: Node, written: Node, context: Context
    ) -> tuple[Form | None, str | None]:
        over, within = node.get("over"), node.get("in")
        if over is None:
            self.faults.add("SW108", node, key=True, case="key over", written="over")
            return None, None
        hit = self.resolver.names.look_up("among", over, context)
        if hit is None:
            return None, None
        among, cases, home, states = None, None, None, tuple[str, ...]()
        if hit.family == "lifecycle":
            cases, home = hit.name, self.resolver.nearest_common(context.home, hit.name)
            inner = Context((hit.name, *context.scopes), hit.name, "case")
            found = [self.resolver.state(one, hit.name) for one in _items(within)]
            states = tuple(one for one in found if one is not None)
            if len(states) < len(found):
                return None, None
        else:
            among = self.resolver.people.who(over, context)
            inner = attrs.evolve(context, bound="party")
            if within is not None:
                self.faults.add("SW150", within, key=True, case="in", written=over.text)
            if within is not None or among is None:
                return None, None
        part = self._numbers([written], inner)
        if part is None:
            return None, None
        return Summed(part[0][1], among, cases, home, states), operand_type(part[0][1])

    def _several(
        self, nodes: list[Node], context: Context
    ) -> tuple[tuple[Operand, ...] | None, str | None]:
        """Operands of one type, and that type."""
        found = self._numbers(nodes, context)
        if not found:
            return None, None
        kinds = {operand_type(one) for _, one in found if not isinstance(one, Constant)}
        kinds = kinds or {operand_type(one) for _, one in found}
        kind = "money" if "money" in kinds else "whole_number"
        alike = self._alike(found, kind)
        return alike, None if alike is None else kind

    def _numbers(
        self, nodes: list[Node], context: Context
    ) -> list[tuple[Node, Operand]] | None:
        """What stands at the nodes, all of it numbers or amounts; else reported and None."""
        found: list[tuple[Node, Operand]] = []
        for node in nodes:
            operand = self.resolver.days.operand(node, context)
            if operand is None:
                continue
            kind = operand_type(operand)
            if kind in _NUMBERS:
                found.append((node, operand))
            else:
                self.faults.add("SW117", node, case="reckon", written=str(node.value),
                                found=Message(f"kind.{kind}"))  # fmt: skip
        return found if found and len(found) == len(nodes) else None

    def _alike(self, found: list[tuple[Node, Operand]], kind: str) -> tuple[Operand, ...] | None:
        """The operands, all of this type: a plain number is an amount where one is asked."""
        alike: list[Operand] = []
        for node, one in found:
            if isinstance(one, Constant) and kind == "money":
                value = amount(one.value)
                if value is not None:
                    alike.append(Constant(value, one.name))
                    continue
                self.faults.add("SW117", node, case="amount", written=str(node.value))
            elif operand_type(one) == kind and not _broken(one):
                alike.append(one)
            else:
                self.faults.add(
                    "SW117", node, case="kinds", written=str(node.value),
                    kind=Message(f"kind.{kind}"), found=Message(f"kind.{operand_type(one)}"),
                )  # fmt: skip
        return tuple(alike) if len(alike) == len(found) else None


def _broken(operand: Operand) -> bool:
    value = operand.value if isinstance(operand, Constant) else None
    return isinstance(value, Decimal) and value != value.to_integral_value()


def _items(node: Node | None) -> list[Node]:
    return [] if node is None else node.items
