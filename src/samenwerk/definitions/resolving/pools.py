"""Pools of money and what steps move between them, with every name resolved."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

import attrs

from samenwerk.core.leaves.fact import Fact
from samenwerk.core.leaves.known import Known
from samenwerk.core.leaves.pool import Pool as PoolLeaf
from samenwerk.definitions.keys.inner_keys import MOVES
from samenwerk.definitions.laying.fitting import check_value
from samenwerk.definitions.laying.mending import unknown_key
from samenwerk.definitions.laying.merge import Node
from samenwerk.definitions.laying.plain import amount
from samenwerk.definitions.resolving.days import operand_type
from samenwerk.definitions.resolving.names import Context, Hit
from samenwerk.definitions.resolving.people import common
from samenwerk.definitions.resolving.resting import Resting
from samenwerk.values.declared import Moves, Pool
from samenwerk.values.operand import Constant, Held, Operand
from samenwerk.values.tree import Need

if TYPE_CHECKING:
    from samenwerk.definitions.resolving.resolve import Resolver

THIS = Pool(name="this", held=Held(None))
"""The case at hand, as an end that money goes to and comes from."""

_NOTHING = Constant(Decimal("0.00"))
_ENDS = ("this", "outside")
_KEYS = {key.name: key for key in MOVES}


class Pools:
    """Makes each of them once for each kind of case; what has faults was reported."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.faults = resolver.faults
        self._resting = Resting(resolver.faults)

    def pools(self) -> dict[str, Pool]:
        """All pools without faults, by name."""
        hits = self.resolver.names.everywhere("pool")
        found = {hit.full: self.pool(hit, Context(), hit.node) for hit in hits}
        return {name: one for name, one in found.items() if one is not None}

    def pool(self, hit: Hit, context: Context, at: Node) -> Pool | None:
        """A declared pool, for a case of the context; `at` is where it is used."""
        inner = attrs.evolve(context, scopes=(), bound=None)
        made = partial(self._pool, hit, inner)
        return self._resting.once("pool", hit.full, at, made, context.home)

    def _pool(self, hit: Hit, context: Context) -> Pool | None:
        node, days = hit.node, self.resolver.days
        if not node.is_table:
            return None
        last = days.day(node.get("last_day"), context)
        if last is None and node.get("last_day") is not None:
            return None
        held = self._by_year(hit, context) if "rows" in node.table else self._whole(hit, context)
        if held is None:
            return None
        return Pool(name=hit.full, held=held, last_day=last, **common(node))

    def _whole(self, hit: Hit, context: Context) -> Held | None:
        written = hit.node.get("amount")
        if written is None:
            return None
        found = self._money(written, context)
        return None if found is None else Held(hit.full, found)

    def _by_year(self, hit: Hit, context: Context) -> Held | None:
        rows, written = hit.node.table["rows"], hit.node.get("chosen_on")
        if written is None:
            self.faults.add("SW108", hit.node, key=True, case="key chosen_on", written="chosen_on")
            return None
        day = self.resolver.days.day(written, context)
        found: list[tuple[int, Decimal]] = []
        for year, node in rows.table.items():
            value = amount(node.value)
            if not (len(year) == 4 and year.isdigit()):
                self.faults.add("SW151", node, key=True, case="year", written=year)
            elif value is None or value < 0:
                self.faults.add("SW117", node, case="amount", written=str(node.value))
            else:
                found.append((int(year), value))
        if day is None or not found or len(found) < len(rows.table):
            return None
        return Held(hit.full, None, tuple(sorted(found)), day)

    def _money(self, node: Node, context: Context) -> Operand | None:
        """An amount, written or by name; anything else is reported."""
        value = amount(node.value)
        if value is not None:
            if value < 0:
                self.faults.add("SW151", node, case="negative", written=str(node.value))
                return None
            return Constant(value)
        operand = self.resolver.days.operand(node, context)
        if isinstance(operand, Constant):
            value = amount(operand.value)
            if value is not None and value >= 0:
                return Constant(value, operand.name)
        elif operand is not None and operand_type(operand) == "money":
            return operand
        if operand is not None:
            self.faults.add("SW117", node, case="amount", written=str(node.value))
        return None

    def moves(self, node: Node | None, context: Context) -> Moves | None:
        """What a step moves, of its table; `all` is what its end holds."""
        if node is None or not node.is_table:
            return None
        for name, item in node.table.items():
            if name in _KEYS:
                check_value(_KEYS[name], item, self.faults)
            else:
                unknown_key(self.faults, item, name, _KEYS, node.table, None)
        for name in _KEYS:
            if node.get(name) is None:
                self.faults.add("SW108", node, key=True, case=f"key {name}", written=name)
                return None
        ends = [self._end(node.table[key], context) for key in ("out_of", "into")]
        written = node.table["amount"]
        whole = written.text == "all"
        if whole and ends[0] == (True, None):
            self.faults.add("SW151", written, case="all", written="outside")
            return None
        money = ends[0][1] if whole else self._money(written, context)
        if money is None or any(not fine for fine, _ in ends):
            return None
        if ends[0][1] == ends[1][1]:
            self.faults.add("SW151", node.table["into"], written=node.table["into"].text)
            return None
        return Moves(money, ends[0][1], ends[1][1])

    def _end(self, node: Node, context: Context) -> tuple[bool, Held | None]:
        """Whether it is an end, and which; None lies outside."""
        if node.text in _ENDS:
            return True, THIS.held if node.text == "this" else None
        hit = self.resolver.names.look_up("pool", node, context)
        found = None if hit is None else self.pool(hit, context, node)
        return found is not None, None if found is None else found.held

    def needs(self, moves: Moves | None, node: Node | None, context: Context) -> tuple[Need, ...]:
        """What a step with `moves` needs, whatever else it says: that its end holds the amount."""
        if moves is None or node is None:
            return ()
        ask = self.resolver.conditions.ask
        found = []
        if not isinstance(moves.amount, Constant | Held):
            found.append(ask(Fact(moves.amount, (("at_least", _NOTHING),))))
        if moves.out_of is not None:
            hit = self.resolver.names.find("pool", node.table["out_of"].text or "")
            pool = THIS if hit is None else self.pool(hit, context, node)
            last = None if pool is None else pool.last_day
            found.append(ask(PoolLeaf(moves.out_of, (("at_least", moves.amount),), last)))
        if moves.into is not None and moves.into.chosen_on is not None:
            found.append(ask(Known(moves.into.chosen_on)))
        return tuple(Need(one, "block") for one in found)
