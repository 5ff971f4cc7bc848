"""Duties of a lifecycle, with every name resolved, and the condition that each of them is.

A duty holds no step up by itself; where one asks for it, it is a condition like any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from samenwerk.core.leaves.duty import Duty as DutyLeaf
from samenwerk.definitions.laying.fitting import term_in
from samenwerk.definitions.laying.merge import Node
from samenwerk.definitions.resolving.names import Context, Hit
from samenwerk.definitions.resolving.people import common, flag, texts
from samenwerk.definitions.resolving.things import own_context
from samenwerk.values.declared import SEVERITIES
from samenwerk.values.duty import Duty
from samenwerk.values.operand import Operand
from samenwerk.values.time import Term
from samenwerk.values.tree import All, Need, Not, Some
from samenwerk.values.tree import Node as Condition

if TYPE_CHECKING:
    from samenwerk.definitions.resolving.resolve import Resolver


class Duties:
    """Makes each duty once; one with faults is None everywhere and was reported."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.names = resolver.names
        self._duties: dict[str, Duty | None] = {}

    def duties(self) -> dict[str, Duty]:
        """All duties without faults, by full name, each with its conditions."""
        found = {}
        for hit in self.names.everywhere("duty"):
            duty = self.duty(hit)
            if duty is not None:
                context = attrs.evolve(own_context(hit), home=hit.lifecycle)
                only_if = self._only_if(hit, context, hit.node)
                found[hit.full] = attrs.evolve(duty, only_if=only_if or ())
        return found

    def duty(self, hit: Hit) -> Duty | None:
        """A declared duty."""
        if hit.full not in self._duties:
            self._duties[hit.full] = self._duty(hit) if hit.node.is_table else None
        return self._duties[hit.full]

    def _duty(self, hit: Hit) -> Duty | None:
        node, context = hit.node, own_context(hit)
        assert hit.lifecycle is not None
        by = self.resolver.people.whos(node.get("by"), context)
        must = self._must(node.get("must"), hit)
        due = self._due(node.get("due"), context, node)
        written = node.get("while_in")
        states = [self.resolver.state(one, hit.lifecycle)
                  for one in ([] if written is None else written.items)]  # fmt: skip
        severity = texts(node.get("severity")) or ("warn",)
        if not by or must is None or due is None or severity[0] not in SEVERITIES:
            return None
        return Duty(
            name=hit.name,
            lifecycle=hit.lifecycle,
            by=by,
            kind=must[0],
            must=must[1],
            due=due,
            each=flag(node.get("each")),
            while_in=tuple(one for one in states if one is not None),
            severity=severity[0],
            **common(node),
        )

    def _must(self, node: Node | None, hit: Hit) -> tuple[str, str] | None:
        found = self.names.look_up("must", node, own_context(hit))
        if found is None or node is None:
            return None
        if found.lifecycle not in (None, hit.lifecycle):
            own: dict[str, Node] = {}
            for family in ("step", "document", "fact", "open"):
                own |= self.names.of(family, hit.lifecycle)
            self.names.tell_unknown("must", node.text or "", node, own)
            return None
        return ("fact" if found.family == "open" else found.family), found.name

    def _due(self, node: Node | None, context: Context, duty: Node) -> Operand | Term | None:
        if term_in(node) is not None or node is None:
            return self.resolver.days.term(node, context, duty)
        named = None if node.text is None else self.names.find("term", node.text, context.scopes)
        return self.resolver.days.day(node, context) if named is None else (
            self.resolver.days.term(node, context, duty)
        )  # fmt: skip

    def _only_if(self, hit: Hit, context: Context, at: Node) -> tuple[Condition, ...] | None:
        written = hit.node.get("only_if")
        scopes = (hit.lifecycle,) if hit.lifecycle else ()
        inner = Context(scopes, context.home)
        conditions = self.resolver.conditions
        return conditions.resting.once(
            "duty", hit.full, at, lambda: conditions.all_of(written, inner), context.home
        )

    def condition(self, hit: Hit, context: Context, at: Node) -> Condition | None:
        """That it was done in time, or that it does not hold here."""
        duty = self.duty(hit)
        only_if = self._only_if(hit, context, at)
        if duty is None or only_if is None:
            return None
        asked = self.resolver.conditions.ask(DutyLeaf(duty, context.above(hit)))
        if not only_if:
            return asked
        return Some((Not(All(only_if) if len(only_if) > 1 else only_if[0]), asked))

    def needs(self, hit: Hit, context: Context, at: Node) -> list[Need]:
        """What it asks of a step that names it."""
        duty, part = self.duty(hit), self.condition(hit, context, at)
        return [] if duty is None or part is None else [Need(part, duty.severity)]
