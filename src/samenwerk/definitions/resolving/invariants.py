"""Invariants, with every name resolved, and which of their words mean something together.

Which keys there are is `keys.invariant_keys`; whether an invariant holds is asked by `proof`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samenwerk.definitions.laying.merge import Node
from samenwerk.definitions.resolving.names import Context, Hit
from samenwerk.definitions.resolving.people import common, flag
from samenwerk.values.declared import ALWAYS, COUNTED, Invariant
from samenwerk.values.who import Who

if TYPE_CHECKING:
    from samenwerk.definitions.resolving.resolve import Resolver

_NOT_WITH = {
    "held_since": ("while_in",),
    "only_after": ("while_in",),
    "not_alone": ("while_in",),
    "at_most": ("to_reach",),
}
"""What each of these cannot be said of."""
_ONLY_WITH = {"held_since": "needs", "lifecycles": "always", "mandates": "not_alone"}
"""Words that say more of another one, and nothing without it."""


class Invariants:
    """Makes each invariant; one with faults is left out, and was reported."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.names = resolver.names
        self.faults = resolver.faults

    def invariants(self) -> dict[str, Invariant]:
        """All invariants, by name."""
        found = {hit.name: self._invariant(hit) for hit in self.names.everywhere("invariant")}
        return {name: one for name, one in found.items() if one is not None}

    def _invariant(self, hit: Hit) -> Invariant | None:
        node = hit.node
        if not node.is_table:
            return None
        reached, within = (self._named("state", node.get(key)) for key in ("to_reach", "while_in"))
        on_step = self._named("step", node.get("on_step"))
        target = reached or within or on_step
        home = None if target is None else target.partition(".")[0]
        context = Context((), home)
        parts = self.resolver.conditions.all_of(node.get("needs"), context)
        self._together(node)
        always = node.get("always")
        if (target is None and always is None) or parts is None:
            return None
        mandates = node.get("mandates")
        lifecycles = self.resolver.people.full_names("lifecycle", node.get("lifecycles"))
        return Invariant(
            name=hit.name,
            to_reach=reached,
            while_in=within,
            on_step=on_step,
            needs=parts,
            held_since=self._before(node.get("held_since"), home),
            only_after=self._before(node.get("only_after"), home, on_step),
            at_most=self._at_most(node.get("at_most")),
            not_alone=self._not_alone(node.get("not_alone"), context),
            mandates=None if mandates is None or mandates.text not in COUNTED else mandates.text,
            always=None if always is None or always.text not in ALWAYS else always.text,
            lifecycles=lifecycles,
            breaches=flag(node.get("breaches")),
            **common(node),
        )

    def _named(self, kind: str, node: Node | None) -> str | None:
        hit = self.names.look_up(kind, node, Context())
        return None if hit is None else hit.full

    def _before(self, node: Node | None, home: str | None, on_step: str | None = None
                ) -> str | None:  # fmt: skip
        """A step of the same case or of one above it, and not the step that it is asked of."""
        found = self._named("step", node)
        if node is None or found is None or home is None:
            return found
        if found == on_step:
            self.faults.add("SW121", node, case="itself", written=found)
        elif found.partition(".")[0] not in (home, *self.resolver.people.above(home)):
            self.faults.add("SW121", node, case="elsewhere", written=found, home=home)
        return found

    def _at_most(self, node: Node | None) -> int | None:
        if node is None or type(node.value) is not int:
            return None
        if node.value == 0:
            self.faults.add("SW121", node, case="none")
        return node.value

    def _not_alone(self, node: Node | None, context: Context) -> bool | Who:
        if node is None or node.text is None:
            return flag(node)
        return self.resolver.people.who(node, context) or False

    def _together(self, node: Node) -> None:
        """Report words that stand beside one of which they cannot be said, or without the one of
        which they say more."""
        for key, others in _NOT_WITH.items():
            other = next((one for one in others if node.get(one) is not None), None)
            written = node.get(key)
            if written is not None and other is not None:
                self.faults.add("SW121", written, key=True, nearest_at=node.get(other),
                                case=f"{key} {other}")  # fmt: skip
        for key, lacking in _ONLY_WITH.items():
            written = node.get(key)
            if written is not None and node.get(lacking) is None:
                self.faults.add("SW121", written, key=True, case=f"{key} alone")
