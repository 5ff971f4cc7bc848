"""Says with every name resolved, and what each of them asks of steps without standing in `needs`.

What a say asks as a condition is made by `conditions`, like any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samenwerk.definitions.merge import Node
from samenwerk.definitions.names import Context, Hit
from samenwerk.definitions.people import common, texts
from samenwerk.definitions.things import own_context
from samenwerk.values.say import RIGHTS, SILENCES, Say
from samenwerk.values.tree import Need

if TYPE_CHECKING:
    from samenwerk.definitions.resolve import Resolver


class Says:
    """Makes each say once; one with faults is None everywhere and was reported."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.names = resolver.names
        self._says: dict[str, Say | None] = {}

    def says(self) -> dict[str, Say]:
        """All says without faults, by full name."""
        found = {hit.full: self.say(hit) for hit in self.names.everywhere("say")}
        return {name: one for name, one in found.items() if one is not None}

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
        opens = self._step(node.get("opens_at"), hit)
        written = node.get("before")
        before = [self._step(one, hit) for one in ([] if written is None else written.items)]
        notice, within = (days.term(node.get(key), context) for key in ("notice", "answer_within"))
        if not by or not right or right[0] not in RIGHTS or silent[0] not in SILENCES:
            return None
        return Say(
            name=hit.name,
            lifecycle=hit.lifecycle,
            by=by,
            right=right[0],
            opens_at=None if opens is None else opens.name,
            before=tuple(one.full for one in before if one is not None),
            notice=notice,
            answer_within=within,
            if_silent=silent[0],
            **common(node),
        )

    def _step(self, node: Node | None, hit: Hit) -> Hit | None:
        """A step; for a say of a lifecycle one of that lifecycle, because its case is meant."""
        found = self.names.look_up("step", node, own_context(hit))
        if found is None or node is None or hit.lifecycle in (None, found.lifecycle):
            return found
        own = self.names.of("step", hit.lifecycle)
        self.names.tell_unknown("step", node.text or "", node, own)
        return None

    def needs_of(self, step: str, context: Context, written: tuple[Need, ...]) -> tuple[Need, ...]:
        """What says ask of a step, by its full name, beside what its `needs` ask already."""
        found: list[Need] = []
        for hit in self.names.everywhere("say"):
            say = self.say(hit)
            if say is not None and step in say.before:
                found += self.resolver.conditions.said(hit, context, hit.node.table["before"])
        return tuple(one for one in found if one not in written)
