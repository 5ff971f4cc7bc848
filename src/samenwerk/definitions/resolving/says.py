"""Says with every name resolved, and what each of them asks of a step.

Of the step at `before` it asks that those who have a say had it, without standing in `needs`; of
the step at `holds_up` that one waits when somebody is against.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from samenwerk.core.leaves.say import Say as SayLeaf
from samenwerk.definitions.laying.merge import Node
from samenwerk.definitions.resolving.names import Context, Hit
from samenwerk.definitions.resolving.people import common, flag, texts
from samenwerk.definitions.resolving.things import own_context
from samenwerk.values.say import RIGHTS, SILENCES, Say
from samenwerk.values.tree import Ask, Need, Some
from samenwerk.values.tree import Node as Condition

if TYPE_CHECKING:
    from samenwerk.definitions.resolving.resolve import Resolver


class Says:
    """Makes each say once; one with faults is None everywhere and was reported."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.names = resolver.names
        self._says: dict[str, Say | None] = {}

    def says(self) -> dict[str, Say]:
        """All says without faults, by full name, each with what may replace its yes."""
        found = {}
        for hit in self.names.everywhere("say"):
            say = self.say(hit)
            if say is not None:
                context = attrs.evolve(own_context(hit), home=hit.lifecycle)
                instead = self._instead(hit, context, hit.node)
                found[hit.full] = attrs.evolve(say, instead=instead)
        return found

    def say(self, hit: Hit) -> Say | None:
        """A declared say."""
        if hit.full not in self._says:
            self._says[hit.full] = self._say(hit) if hit.node.is_table else None
        return self._says[hit.full]

    def _say(self, hit: Hit) -> Say | None:
        node, context = hit.node, own_context(hit)
        people, days = self.resolver.people, self.resolver.days
        by = people.whos(node.get("by"), context)
        right, silent = texts(node.get("right")), texts(node.get("if_silent")) or ("waits",)
        written = node.get("before")
        before = [self._step(one, hit) for one in ([] if written is None else written.items)]
        notice, within = (
            days.term(node.get(key), context, node) for key in ("notice", "answer_within")
        )
        opens = self._short(node.get("opens_at"), hit)
        against = self._if_against(hit)
        if not by or not right or right[0] not in RIGHTS or silent[0] not in SILENCES:
            return None
        return Say(
            name=hit.name,
            lifecycle=hit.lifecycle,
            by=by,
            right=right[0],
            opens_at=opens,
            before=tuple(one.full for one in before if one is not None),
            notice=notice,
            answer_within=within,
            if_silent=silent[0],
            met_when_empty=node.get("when_empty") is not None,
            **against,
            **common(node),
        )

    def _if_against(self, hit: Hit) -> dict[str, Any]:
        node = hit.node.get("if_against")
        if node is None or not node.is_table:
            return {}
        held = self._step(node.get("holds_up"), hit)
        return {
            "first": self._short(node.get("first"), hit),
            "reasons": flag(node.get("reasons")),
            "holds_up": None if held is None else held.full,
            "wait": self.resolver.days.term(node.get("wait"), own_context(hit), hit.node),
            "after": self._short(node.get("after"), hit),
        }

    def _short(self, node: Node | None, hit: Hit) -> str | None:
        found = self._step(node, hit)
        return None if found is None else found.name

    def _step(self, node: Node | None, hit: Hit) -> Hit | None:
        """A step; for a say of a lifecycle one of that lifecycle, because its case is meant."""
        found = self.names.look_up("step", node, own_context(hit))
        if found is None or node is None or hit.lifecycle in (None, found.lifecycle):
            return found
        own = self.names.of("step", hit.lifecycle)
        self.names.tell_unknown("step", node.text or "", node, own)
        return None

    def condition(self, hit: Hit, context: Context, at: Node) -> Condition | None:
        """That those who have a say had it, or that what may replace their yes is there."""
        say = self.say(hit)
        if say is None:
            return None
        asked = self._ask(say, hit, context)
        instead = self._instead(hit, context, at)
        return asked if instead is None else Some((asked, instead))

    def _ask(self, say: Say, hit: Hit, context: Context, asks: str = "said") -> Ask:
        leaf = SayLeaf(say, context.above(hit), asks)
        return self.resolver.conditions.ask(leaf)

    def _instead(self, hit: Hit, context: Context, at: Node) -> Condition | None:
        against = hit.node.get("if_against") if hit.node.is_table else None
        written = against.get("instead") if against is not None and against.is_table else None
        if written is None:
            return None
        scopes = (hit.lifecycle,) if hit.lifecycle else ()
        inner = Context(scopes, context.home)

        def made() -> Condition | None:
            conditions = self.resolver.conditions
            if written.text is not None:
                found = self.names.look_up("instead", written, inner)
                if found is None:
                    return None
                if found.family in ("document", "silent"):
                    line = Node({found.family: written}, written.source, written.path)
                    return conditions.condition(line, inner)
            return conditions.condition(written, inner)

        return self.resolver.conditions.resting.once("say", hit.full, at, made, context.home)

    def said(self, hit: Hit, context: Context, at: Node) -> list[Need]:
        """What a say asks of a step that needs it; `at` is where it is used."""
        say = self.say(hit)
        part = self.condition(hit, context, at)
        if say is None or part is None:
            return []
        followed = [Need(self._ask(say, hit, context, "followed"), "explain")]
        return [Need(part, "block"), *(followed if say.reasons else [])]

    def needs_of(self, step: str, context: Context, written: tuple[Need, ...]) -> tuple[Need, ...]:
        """What says ask of a step, by its full name, beside what its `needs` ask already."""
        found: list[Need] = []
        for hit in self.names.everywhere("say"):
            say = self.say(hit)
            if say is not None and step in say.before:
                at = hit.node.table["before"]
                found += self.said(hit, context, at)
            if say is not None and step == say.holds_up and say.wait and say.after:
                found.append(Need(self._ask(say, hit, context, "waited"), "block"))
        return tuple(one for one in found if one not in written)
