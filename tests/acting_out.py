"""Carrying out a printed tree of obligations through the real `decide`, in any of its readings.

Works from the printed messages alone, as a person or another program would: who acts, in which
case, what the value must be. Knows nothing of ways or cells.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

import attrs
from tests.strategies_workflows import VALUES, World

from samenwerk.core.decide import decide
from samenwerk.core.evolve import replay
from samenwerk.values.cell import Value
from samenwerk.values.command import Command, Do, Enrol, HandIn, Record, Say, Settle
from samenwerk.values.errors import Misuse
from samenwerk.values.message import Message, Name
from samenwerk.values.obligation import Obligation
from samenwerk.values.register import Giving, Holding, Span

T = TypeVar("T")
Choose = Callable[[Sequence[T]], T]

COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    "is": lambda a, b: a == b, "is_not": lambda a, b: a != b,
    "at_least": lambda a, b: a >= b, "at_most": lambda a, b: a <= b,
    "more_than": lambda a, b: a > b, "less_than": lambda a, b: a < b,
    "at_earliest": lambda a, b: a >= b, "at_latest": lambda a, b: a <= b,
    "after": lambda a, b: a > b, "before": lambda a, b: a < b,
    "one_of": lambda a, b: a in b, "none_of": lambda a, b: a not in b,
}  # fmt: skip


@attrs.define
class Actor:
    """Carries out a tree; `choose` takes every decision that the tree leaves open."""

    world: World
    choose: Any
    given: dict[str, dict[str, Any]] = attrs.field(factory=dict)
    explained: set[str] = attrs.field(factory=set)
    log: list[str] = attrs.field(factory=list)

    def run(self, node: Obligation) -> bool:
        """Whether all of it was carried out."""
        match node.kind:
            case "nothing" | "then":
                return all(self.run(part) for part in node.parts)
            case "all":
                rest = list(node.parts)
                while rest:  # acts in any order, waiting last
                    now = [one for one in rest if one.kind != "wait"] or rest
                    part = self.choose(now)
                    rest = [one for one in rest if one is not part]
                    if not self.run(part):
                        return False
                return True
            case "any":
                return self.run(self.choose(node.parts))
            case "least":
                return all(self.run(part) for part in self.some(node.parts, node.count))
            case "wait":
                assert node.earliest is not None
                self.log.append(f"wait {node.earliest}")
                self.world = attrs.evolve(self.world, day=max(self.world.day, node.earliest))
                self.world = self.world.after(self.world.command(Settle))
                return True
            case "act":
                assert node.act is not None
                return self.act(node, node.act)
        raise AssertionError(f"nobody can do this: {node}")

    def some(self, those: Sequence[T], count: int) -> list[T]:
        """So many of them, in any order."""
        left, taken = list(those), []
        for _ in range(count):
            one = self.choose(left)
            left.remove(one)
            taken.append(one)
        return taken

    def act(self, node: Obligation, act: Message) -> bool:
        """One act, by as many as it asks."""
        case, params = str(node.case or ""), act.params
        if act.id == "act.fill_in":
            for one in params["names"]:  # type: ignore[attr-defined]
                name, tests = (one, ()) if isinstance(one, Name) else (
                    one.params["name"], one.params["tests"])  # fmt: skip
                told = self.given.setdefault(case, {})
                short = name.name.rpartition(".")[2]
                told[short] = self.value(case, short, tests) if name.family == "fact" else name
            return True
        if act.id == "act.explain":
            self.explained.add(case)
            return True
        if not node.who:  # nobody yet: by now somebody holds the role
            node = attrs.evolve(node, who=self.holders(node.about))
        assert len(node.who) >= node.count, f"nobody: {node}"
        if act.id == "act.weight":
            return self.weighed(node, case, params)
        whos = self.some(node.who, node.count)
        if "parties" not in params:
            return all(self.by(who, act.id, case, params) for who in whos)
        of: Any = params["parties"]
        count: Any = params.get("count", len(of))
        return all(
            self.by(whos[0], act.id, case, {**params, "party": one})
            for one in self.some(of, count)
        )

    def holders(self, about: Sequence[str]) -> tuple[str, ...]:
        """Those who hold one of the described roles by now."""
        roles = {one.partition(":")[2] for one in about}
        return tuple(one.who for one in self.world.known.register.holds if one.role in roles)

    def weighed(self, node: Obligation, case: str, params: Mapping[str, Any]) -> bool:
        """Positions by some, until together they weigh enough."""
        left = list(node.who)
        total = params["total"]
        while total > 0:
            who = self.choose(left)
            left.remove(who)
            total -= params["weights"][node.who.index(who)]
            if not self.by(who, "act.say", case, params):
                return False
        return True

    def by(self, who: str, id: str, case: str, params: Mapping[str, Any]) -> bool:
        """One act by one party, or by who speaks for it."""
        kind, told = self.command(who, id, case, params)
        others = [one.id for one in self.world.known.register.parties if one.id != who]
        for actor, party in [(who, None), *((one, who) for one in others)]:
            command = self.world.command(kind, **{**told, "actor": actor, "on_behalf_of": party})
            self.log.append(f"{self.world.day} {command}")
            try:
                outcome = decide(
                    self.world.compiled, self.world.known, command, self.world.answers
                )
            except Misuse as error:
                self.log.append(f"{error!r} {error.params}")
                return False
            if outcome.carried_out:
                known = replay(outcome.lines, self.world.known)
                assert known is not None
                self.world = attrs.evolve(
                    self.world, known=known, lines=(*self.world.lines, *outcome.lines)
                )
                return True
            self.log.append(f"{outcome.verdict} {outcome.headline}")
        return False

    def command(
        self, who: str, id: str, case: str, params: Mapping[str, Any]
    ) -> tuple[type[Command], dict[str, Any]]:
        """The command behind a printed act."""
        since = Span(self.world.day)
        if id.startswith("act.record"):
            name = params["fact"].name.rpartition(".")[2]
            value = self.value(case, name, params["tests"])
            party = params["party"].name if "party" in params else None
            return Record, {"case": case, "fact": name, "value": value, "who": party}
        if id.startswith("act.hand_in"):
            name = params["document"].name.rpartition(".")[2]
            return HandIn, {"case": case, "document": name, "title": "title"}
        if id == "act.say":
            word = self.choose(params["positions"]).name
            name = params["decision"].name.rpartition(".")[2]
            told = {"case": case, "decision": name, "position": word, "reasons": "why"}
            return Say, told
        if id == "act.appoint":
            return Enrol, {"holds": (Holding(params["role"].name, who, since),)}
        if id == "act.give":
            given = (params["mandate"].name, (params["giver"].name,), params["holder"].name)
            return Enrol, {"gives": (Giving(*given, since),)}
        assert id in ("act.do", "act.open"), id
        step = self.world.compiled.steps[params["step"].name].step
        given = self.given.get(case, {})
        facts = {name: given[name] for name in step.fill_in if name in given}
        explanation = "because" if case in self.explained else None
        return Do, {"case": case, "step": step.full_name, "facts": facts,
                    "explanation": explanation}  # fmt: skip

    def value(self, case: str, name: str, tests: Sequence[Message]) -> Value:
        """A value that passes the printed tests."""
        bounds = [(one.id.removeprefix("test."), self.bound(case, one.params["bound"]))
                  for one in tests]  # fmt: skip
        pool: list[Any] = list(VALUES[name])
        for _, bound in bounds:
            near = bound if isinstance(bound, tuple) else (bound,)
            pool += near
            for one in near:
                if isinstance(one, int) and not isinstance(one, bool):
                    pool += [one - 1, one + 1]
                if isinstance(one, date):
                    pool += [one - timedelta(days=1), one + timedelta(days=1)]
        fit = [one for one in pool if all(COMPARE[op](one, bound) for op, bound in bounds)]
        assert fit, f"no value for {name}: {tests}"
        return self.choose(fit)  # type: ignore[no-any-return]

    def bound(self, case: str, bound: object) -> Any:
        """What a printed bound is worth: itself, or what stands in the fact that it names."""
        if isinstance(bound, Message) and bound.id == "value.named":
            return bound.params["value"]
        if isinstance(bound, Message) and bound.id == "day.today":
            return self.world.day
        if isinstance(bound, tuple):
            return tuple(self.bound(case, one) for one in bound)
        if isinstance(bound, Name) and bound.family == "word":
            return bound.name.rpartition("=")[2]
        if isinstance(bound, Name):
            entry = self.world.known.cases[case].entry("facts", bound.name.rpartition(".")[2])
            assert entry is not None, f"not known yet: {bound}"
            return entry.value
        return bound
