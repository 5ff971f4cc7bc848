"""One condition as written, with what its leaf kind needs to make itself of it.

Keeps the protocol `core.leaf.Line`; which kind it is and how conditions combine is
`conditions`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from samenwerk.definitions.laying.fitting import share_in, wrong_type
from samenwerk.definitions.laying.merge import Node
from samenwerk.definitions.laying.otherwise import otherwise, tell_otherwise
from samenwerk.definitions.resolving.days import operand_type
from samenwerk.definitions.resolving.names import Context
from samenwerk.definitions.resolving.pools import THIS
from samenwerk.values.cell import Value
from samenwerk.values.declared import Fact
from samenwerk.values.message import Message
from samenwerk.values.operand import Constant, FactOf, Operand, Unset
from samenwerk.values.share import Share
from samenwerk.values.time import Term
from samenwerk.values.who import Who

if TYPE_CHECKING:
    from samenwerk.definitions.resolving.resolve import Resolver

LITERAL = ("is", "is_not", "one_of")
DAY_TESTS = ("before", "at_latest", "at_earliest", "after")
SIZE_TESTS = ("at_least", "at_most", "more_than", "less_than")
TESTS = (*LITERAL, *SIZE_TESTS, *DAY_TESTS)
"""The comparisons, in the one order in which a leaf gets them."""

_SIZES = {
    "is": ("yes_no", "choice", "whole_number", "money", "date", "term"),
    "is_not": ("yes_no", "choice", "whole_number", "money", "date", "term"),
    "one_of": ("choice", "whole_number", "money", "date", "term"),
    **dict.fromkeys(SIZE_TESTS, ("whole_number", "money")),
    **dict.fromkeys(DAY_TESTS, ("date",)),
}


class WrittenLine:
    """A condition's line. `rename` tells where a key stands that the leaf calls otherwise."""

    def __init__(
        self,
        node: Node,
        context: Context,
        resolver: Resolver,
        rename: Mapping[str, str] | None = None,
    ) -> None:
        self.node = node
        self.context = context
        self.resolver = resolver
        self._rename = rename or {}
        self._facts: dict[FactOf, Fact] = {}

    def _at(self, key: str) -> Node | None:
        return self.node.get(self._rename.get(key, key))

    @property
    def bound(self) -> str | None:
        """What a quantifier holds before this condition."""
        return self.context.bound

    def has(self, key: str) -> bool:
        """Whether the key is written."""
        return self._at(key) is not None

    def operand(self, key: str) -> Operand | None:
        """Something known by name."""
        node = self._at(key)
        if node is None:
            return None
        if self._plain(node):
            wrong_type(self.resolver.faults, node, "named")
            return None
        operand = self.resolver.days.operand(node, self.context)
        if isinstance(operand, Constant) and operand.name is None:
            wrong_type(self.resolver.faults, node, "name")
            return None
        if isinstance(operand, FactOf) and node.text is not None:
            self._remember(operand, node.text)
        return operand

    def _plain(self, node: Node) -> bool:
        """Whether a plain value stands here, also one that is written otherwise ("0,67")."""
        if node.text is None:
            return not node.is_table
        known = self.resolver.names.find("operand", node.text, self.context.scopes)
        return known is None and otherwise(node, "operand") not in (None, '"today"')

    def _remember(self, operand: FactOf, text: str) -> None:
        hit = self.resolver.names.find("operand", text, self.context.scopes)
        fact = None if hit is None else self.resolver.things.fact(hit)
        if fact is not None:
            self._facts[operand] = fact

    def comparisons(
        self, subject: Operand
    ) -> tuple[tuple[str, Operand | frozenset[Value]], ...] | None:
        """The comparisons of the line, in one fixed order, fitting the subject's type."""
        written = [test for test in TESTS if self.has(test)]
        faults = self.resolver.faults
        kind = operand_type(subject)
        if kind == "text":
            if isinstance(subject, FactOf):
                at = self._at("fact") or self.node
                faults.add("SW119", at, written=subject.name)
                return None
            kind = "choice"
        if not written:
            faults.add("SW107", self.node, case="none", allowed=TESTS)
            return None
        found: list[tuple[str, Operand | frozenset[Value]]] = []
        for test in written:
            node = self._at(test)
            assert node is not None
            if kind not in _SIZES[test]:
                if kind is not None:
                    faults.add("SW117", node, key=True, case=f"test {kind}", written=test,
                               kind=Message(f"kind.{kind}"))  # fmt: skip
                continue
            bound = self._bound(test, node, kind, subject)
            if bound is not None:
                found.append((test, bound))
        return tuple(found) if len(found) == len(written) else None

    def _bound(
        self, test: str, node: Node, kind: str, subject: Operand
    ) -> Operand | frozenset[Value] | None:
        fact = self._facts.get(subject) if isinstance(subject, FactOf) else None
        one_of = fact.one_of if fact is not None else ()
        days = self.resolver.days
        if test == "one_of":
            if not isinstance(node.value, list) or not node.value:
                wrong_type(self.resolver.faults, node, "values")
                return None
            values = [days.value(kind, one, one_of) for one in node.value]
            known = frozenset(one for one in values if one is not None)
            return known if None not in values else None
        if test in LITERAL:
            if isinstance(node.value, list | dict):
                wrong_type(self.resolver.faults, node, "value")
                return None
            value = days.value(kind, node, one_of)
            return None if value is None else Constant(value)
        operand = days.bound(node, self.context)
        if isinstance(operand, Unset) and (operand.type is None or _alike(operand.type, kind)):
            return operand
        if operand is None:
            if isinstance(node.value, list):
                wrong_type(self.resolver.faults, node, "operand")
            return None
        other = operand_type(operand)
        if isinstance(operand, Constant) and kind == "money" and other in ("whole_number", "money"):
            amount = days.value("money", _with(node, operand.value))
            return None if amount is None else Constant(amount, operand.name)
        if kind == "money" and other == "text" and node.text is not None:
            self._no_amount(node, node.text)
            return None
        if other != kind:
            self.resolver.faults.add(
                "SW117", node, case="kinds", written=str(node.value),
                kind=Message(f"kind.{kind}"), found=Message(f"kind.{other}"),
            )  # fmt: skip
            return None
        return operand

    def _no_amount(self, node: Node, name: str) -> None:
        """A parameter that holds a text where money is asked: told where that text stands."""
        hit = self.resolver.names.find("operand", name, self.context.scopes)
        value = None if hit is None else hit.node.get("value")
        at = value or node
        if tell_otherwise(self.resolver.faults, at, "money", "kind.money"):
            return
        self.resolver.faults.add("SW117", at, case="amount", written=at.value, nearest_at=node)

    def step(self, key: str) -> tuple[str, str | None] | None:
        """A step by its full name, and the lifecycle above to look in."""
        hit = self.resolver.names.look_up("step", self._at(key), self.context)
        return None if hit is None else (hit.full, self.context.above(hit))

    def states(self, key: str, lifecycle: str | None) -> tuple[str, ...] | None:
        """States by their full names."""
        node = self._at(key)
        if node is None:
            return None
        home = lifecycle or self.context.home
        if home is None:
            return None
        found = [self.resolver.state(one, home) for one in node.items]
        return tuple(f"{home}.{one}" for one in found if one is not None) or None

    def lifecycle(self, key: str) -> str | None:
        """A lifecycle."""
        node = self._at(key)
        hit = self.resolver.names.look_up("lifecycle", node, self.context)
        if hit is None:
            return None
        if key == "rests_on" and node is not None and not self._rests_on(hit.name):
            self.resolver.faults.add("SW140", node, case="rests_on", written=hit.name)
            return None
        return hit.name

    def _rests_on(self, wanted: str) -> bool:
        """Whether cases of this kind, or of those above, build on one of that lifecycle."""
        home = self.context.home
        names = self.resolver.names.lifecycles
        mine = () if home is None else (home, *self.resolver.people.above(home))
        based = (names[one].get("rests_on") for one in mine if one in names)
        return any(one is not None and one.text == wanted for one in based)

    def declared(self, key: str, family: str) -> tuple[Any, str | None] | None:
        """The declared thing of that family, and the lifecycle above whose case is meant."""
        node = self._at(key)
        if node is None:
            return None
        if family == "plugin_rule":
            asked = self.resolver.plugin_rule(self.node)
            return None if asked is None else (asked, None)
        if family == "pool" and node.text == "this":
            return THIS, None
        hit = self.resolver.names.look_up(family, node, self.context)
        if hit is None:
            return None
        value = self.resolver.declared(hit, self.context)
        return None if value is None else (value, self.context.above(hit))

    def who(self, key: str) -> Who | None:
        """A sort, group, table or role."""
        return self.resolver.people.who(self._at(key), self.context)

    def term(self, key: str) -> Term | None:
        """A term."""
        return self.resolver.days.term(self._at(key), self.context, self.node)

    def share(self, key: str) -> Share | None:
        """A share."""
        node = self._at(key)
        return share_in(node) or self.resolver.days.share(node, self.context)

    def words(self, key: str) -> tuple[Value, ...] | None:
        """One or several plain values."""
        node = self._at(key)
        if node is None:
            return None
        return tuple(one.value for one in node.items if not isinstance(one.value, list | dict))

    def fault(self, code: str, key: str | None, **params: Any) -> None:
        """Report a fault of this line, at a key's value or at the line as a whole."""
        node = None if key is None else self._at(key)
        near = None
        allowed = params.get("allowed")
        if isinstance(allowed, tuple) and "written" in params:
            near = self.resolver.faults.nearest(str(params["written"]), allowed)
        self.resolver.faults.add(code, node or self.node, nearest=near, **params)


def _alike(one: str, kind: str) -> bool:
    return one == kind or (one == "whole_number" and kind == "money")


def _with(node: Node, value: Any) -> Node:
    return Node(value, node.source, node.path)
