"""Lifecycles with their states and steps, with every name resolved.

What a step needs is made by `conditions`; whether the states can be reached is for checks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from samenwerk.core.leaves.fact import Fact as FactLeaf
from samenwerk.definitions.laying.merge import Node
from samenwerk.definitions.resolving.names import Context, Hit
from samenwerk.definitions.resolving.people import common, flag, texts
from samenwerk.values.declared import Carry, Lifecycle, State, Step
from samenwerk.values.operand import Today
from samenwerk.values.tree import Need
from samenwerk.values.who import Role, Who

if TYPE_CHECKING:
    from samenwerk.definitions.resolving.resolve import Resolver

_STANDING = ("stays", "back")


class Lifecycles:
    """Makes lifecycles; what has faults is left out and was reported."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.names = resolver.names
        self.faults = resolver.faults

    def lifecycles(self) -> dict[str, Lifecycle]:
        """All lifecycles, by name."""
        found = {}
        self.resolver.people.no_rings("lifecycle", "under")
        self.resolver.people.no_rings("lifecycle", "rests_on")
        for name, node in sorted(self.names.lifecycles.items()):
            if node.is_table:
                found[name] = self._lifecycle(name, node)
        return found

    def _lifecycle(self, name: str, node: Node) -> Lifecycle:
        people = self.resolver.people
        under = people.full_name("lifecycle", node.get("under"))
        return Lifecycle(
            name=name,
            under=under,
            one=flag(node.get("one")),
            per=self._checked_per(name, node),
            rests_on=people.full_name("lifecycle", node.get("rests_on")),
            subject=people.full_names("subject", node.get("subject")),
            states={
                state: self._state(state, one, name)
                for state, one in sorted(self.names.of("state", name).items())
                if one.is_table
            },
            steps={
                step: self._step(name, step, one)
                for step, one in sorted(self.names.of("step", name).items())
                if one.is_table
            },
            **common(node),
        )

    def per(self, lifecycle: str) -> tuple[Who | None, str | None]:
        """Who has each a copy of a lifecycle, and the lifecycle that the copies hang under."""
        people = self.resolver.people
        above = people.above(lifecycle)
        hit = people.per(lifecycle)
        if hit is None or (hit.lifecycle is not None and hit.lifecycle not in above):
            return None, None
        node = self.names.lifecycles[lifecycle].get("per")
        home = above[0] if above else None
        return people.who(node, Context(above, home)), home

    def _checked_per(self, lifecycle: str, node: Node) -> Who | None:
        """The same for the lifecycle itself, with what is wrong about it reported."""
        written = node.get("per")
        if written is None or written.text is None:
            return None
        above = self.resolver.people.above(lifecycle)
        hit = self.names.look_up("who", written, Context(above))
        if hit is not None and hit.lifecycle is not None and hit.lifecycle not in above:
            self.faults.add("SW140", written, case="per_role", written=written.text)
        return self.per(lifecycle)[0]

    def _opening_by(
        self, node: Node, by: tuple[Who, ...], lifecycle: str
    ) -> tuple[tuple[Who, ...], Who | None]:
        """Who opens a case, and of an opening of copies who has each one."""
        if node.get("from") is not None:
            return by, None
        # before a copy is there nobody is the one party that it is of
        by = tuple(attrs.evolve(who, of=None) for who in by)
        per = self.per(lifecycle)[0]
        written = node.get("by")
        if per is None or written is None:
            return by, per
        for who in by:
            if who != per and who.kind != "itself":
                told = self.names.lifecycles[lifecycle].table["per"]
                self.faults.add("SW140", written, case="per_by", nearest_at=told,
                                written=str(node.path[-1]), per=told.text or "")  # fmt: skip
        return by, per

    def _state(self, name: str, node: Node, lifecycle: str) -> State:
        due = self.resolver.days.term(node.get("due"), Context((lifecycle,), lifecycle), node)
        final, clock = flag(node.get("final")), node.get("clock")
        if final and clock is not None:
            self.faults.add("SW140", clock, key=True, case="clock", written=name)
        stops = clock is not None and clock.text == "stops"
        return State(name=name, final=final, due=due, stops=stops, **common(node))

    def _splitting(self, node: Node, lifecycle: str) -> dict[str, Any]:
        """What a step says of splitting and merging, with what is wrong about it reported."""
        splits, merges = node.get("splits"), node.get("merges")
        role = self._own("role", splits, lifecycle)
        if splits is not None and role is not None:
            if not flag(self.names.of("role", lifecycle)[role].get("many")):
                self.faults.add("SW140", splits, case="split_role", written=role)
            to = node.get("to")
            if not self._final(to, lifecycle):
                at = splits if to is None else to
                self.faults.add("SW140", at, case="split_to", written=str(node.path[-1]))
            if not self._heir(node) and self._holds_money(lifecycle):
                self.faults.add("SW140", splits, case="split_money", written=str(node.path[-1]))
        merged = None if merges is None else self.resolver.state(merges, lifecycle)
        if merges is not None and merged is not None and not self._final(merges, lifecycle):
            self.faults.add("SW140", merges, case="merge_state", written=merged)
        least = node.get("group_at_least")
        return {
            "splits": role,
            "merges": merged,
            "group_at_least": least.value if least is not None and type(least.value) is int else 1,
            "carry": self._carry(node.get("carry"), lifecycle),
        }

    def _heir(self, node: Node) -> bool:
        carry = node.get("carry")
        return carry is not None and carry.is_table and carry.get("heir") is not None

    def _holds_money(self, lifecycle: str) -> bool:
        """Whether a step moves money into cases of a lifecycle."""
        moved = [one.get("moves") for one in self.names.of("step", lifecycle).values()]
        ends = [one.get("into") for one in moved if one is not None and one.is_table]
        return any(one is not None and one.text == "this" for one in ends)

    def _final(self, node: Node | None, lifecycle: str) -> bool:
        short = "" if node is None else (node.text or "").removeprefix(f"{lifecycle}.")
        state = self.names.of("state", lifecycle).get(short)
        return state is None or flag(state.get("final")) if node is not None else False

    def _carry(self, node: Node | None, lifecycle: str) -> Carry:
        if node is None or not node.is_table:
            return Carry()
        words = {"clocks": ("keep", "restart"), "heir": ("named",)}
        for key, one in node.table.items():
            if key not in (*words, "state") or (key in words and one.text not in words[key]):
                allowed = words.get(key, (*words, "state"))
                self.faults.add("SW140", one, case="carry", written=one.text or key,
                                allowed=allowed)  # fmt: skip
        clocks, state = node.get("clocks"), node.get("state")
        return Carry(
            clocks="restart" if clocks is not None and clocks.text == "restart" else "keep",
            state=None if state is None else self.resolver.state(state, lifecycle),
            heir=node.get("heir") is not None,
        )

    def _step(self, lifecycle: str, name: str, node: Node) -> Step:
        context = Context((lifecycle,), lifecycle)
        people, days = self.resolver.people, self.resolver.days
        written = node.get("from")
        sources = [self.resolver.state(one, lifecycle) for one in _items(written)]
        back = self._own("step", node.get("back_before"), lifecycle)
        act = texts(node.get("act"))
        among = people.who(node.get("for"), context)
        inner = context if among is None else attrs.evolve(context, bound="party")
        needs = self.resolver.conditions.needs(node.get("needs"), inner)
        needs += self.resolver.says.needs_of(f"{lifecycle}.{name}", context, needs)
        by, per = self._opening_by(
            node, people.whos(node.get("by"), context, automatic=True), lifecycle
        )
        moves = self.resolver.pools.moves(node.get("moves"), context)
        held = self.resolver.pools.needs(moves, node.get("moves"), context)
        self._for_parties(node, by)
        return Step(
            name=name,
            lifecycle=lifecycle,
            sources=tuple(one for one in sources if one is not None),
            to=self._to(node, lifecycle),
            by=by,
            per=per,
            for_each=among,
            partly=flag(node.get("partly")),
            **self._splitting(node, lifecycle),
            each=flag(node.get("each")),
            act=act[0] if act else None,
            needs=(*needs, *self._days(node, context), *held),
            moves=moves,
            fill_in=self._filled(node, context, lifecycle),
            takes=self._own("role", node.get("takes"), lifecycle),
            takes_sorts=self._sorts_asked(node.get("takes"), lifecycle),
            gives_up=self._own("role", node.get("gives_up"), lifecycle),
            once_past=days.day(node.get("once_past"), context),
            back_before=back,
            on=people.full_names("subject", node.get("on")),
            back_dating=days.back_dating(node.get("back_dating"), context),
            done_anyway=self._done_anyway(node, lifecycle),
            **common(node),
        )

    def _for_parties(self, node: Node, by: tuple[Who, ...]) -> None:
        """Report `partly` without `for`, and `for` where nobody does the step."""
        written, partly = node.get("for"), node.get("partly")
        if partly is not None and written is None:
            self.faults.add("SW108", partly, key=True, case="partly", written="for")
        if written is not None and by and by[0].kind in ("itself", "time"):
            self.faults.add("SW117", written, case="for_itself", written=written.text)

    def _done_anyway(self, node: Node, lifecycle: str) -> str | None:
        """The state of a breach; a step that nobody does cannot be breached."""
        written, by = node.get("done_anyway"), node.get("by")
        if written is None:
            return None
        if by is not None and by.text in ("itself", "time"):
            self.faults.add("SW107", written, key=True, nearest_at=by, case="both",
                            written="done_anyway", other=f'by = "{by.text}"')  # fmt: skip
            return None
        return self.resolver.state(written, lifecycle)

    def _to(self, node: Node, lifecycle: str) -> str:
        written = node.get("to")
        if node.get("back_before") is not None:
            return "back"
        if written is None or written.text is None:
            return "stays"
        if written.text in _STANDING:
            if node.get("from") is None:
                known = self.names.of("state", lifecycle)
                self.names.tell_unknown("state", written.text, written, known)
            return written.text
        return self.resolver.state(written, lifecycle) or "stays"

    def _own(self, family: str, node: Node | None, lifecycle: str) -> str | None:
        """The short name of something of this very lifecycle."""
        if node is None or node.text is None:
            return None
        own = self.names.of(family, lifecycle)
        short = node.text.removeprefix(f"{lifecycle}.")
        if short not in own:
            self.names.tell_unknown(family, node.text, node, own)
            return None
        return short

    def _sorts_asked(self, at: Node | None, lifecycle: str) -> tuple[str, ...]:
        """Of which sorts a role of this very lifecycle asks its holder to be; none: of any."""
        text = "" if at is None or at.text is None else at.text
        name = text.removeprefix(f"{lifecycle}.")
        node = self.names.of("role", lifecycle).get(name)
        if node is None:
            return ()
        role: Role | None = self.resolver.people.make(Hit("role", name, lifecycle, node))
        return () if role is None else role.sort

    def _filled(self, node: Node, context: Context, lifecycle: str) -> tuple[str, ...]:
        found = []
        for one in _items(node.get("fill_in")):
            hit = self.names.look_up("filled", one, context)
            if hit is None:
                continue
            if hit.lifecycle not in (None, lifecycle) or (
                hit.family == "role" and hit.lifecycle is None
            ):
                own = {**self.names.of("fact", lifecycle), **self.names.of("document", lifecycle),
                       **self.names.of("role", lifecycle)}  # fmt: skip
                self.names.tell_unknown("filled", one.text or "", one, own)
            elif hit.family == "fact" and texts(hit.node.get("per")):
                self.faults.add("SW117", one, nearest_at=hit.node, case="fill_in",
                                written=one.text)  # fmt: skip
            else:
                found.append(hit.name)
        return tuple(found)

    def _days(self, node: Node, context: Context) -> tuple[Need, ...]:
        """`not_before` and `not_after`, as what they are: conditions on today."""
        needs = []
        for key, test in (("not_before", "at_earliest"), ("not_after", "at_latest")):
            day = self.resolver.days.day(node.get(key), context)
            if day is not None:
                leaf = FactLeaf(Today(), ((test, day),))
                needs.append(Need(self.resolver.conditions.ask(leaf), "block"))
        return tuple(needs)


def _items(node: Node | None) -> list[Node]:
    return [] if node is None else node.items
