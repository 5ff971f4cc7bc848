"""Small workflows in few words, and a story played on one of them.

For tests that tell one behaviour: a lifecycle `change` with a handful of steps, three parties
(noord, oost, zuid, of whom noord is the chair), three facts, two documents and a decision.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

import attrs

from samenwerk.core.compiled import compile_workflow
from samenwerk.core.decide import decide
from samenwerk.core.evolve import replay
from samenwerk.core.leaves.document import Document as DocumentLeaf
from samenwerk.core.leaves.done import Done
from samenwerk.core.leaves.fact import Fact as FactLeaf
from samenwerk.values.case import Collaboration
from samenwerk.values.cell import Value
from samenwerk.values.command import Command, Do, Enrol, HandIn, Record, Say, Settle, Start
from samenwerk.values.declared import (
    Decision,
    Document,
    Fact,
    Lifecycle,
    State,
    Step,
    Workflow,
)
from samenwerk.values.event import Line
from samenwerk.values.operand import Constant, FactOf
from samenwerk.values.outcome import Outcome
from samenwerk.values.register import Giving, Holding, Party, Span
from samenwerk.values.time import Term
from samenwerk.values.tree import Ask, Named, Need, Node, Rule
from samenwerk.values.who import ITSELF, TIME, Group, Role, Who

START = date(2027, 2, 1)
PARTIES = ("noord", "oost", "zuid")
MEMBER = Who("group", "member", group=Group(name="member", sorts=("provider", "insurer")))
CHAIR = Who("role", "chair", role=Role(name="chair"))
DOERS = {"member": MEMBER, "chair": CHAIR, "itself": ITSELF, "time": TIME}


def step(
    name: str,
    sources: tuple[str, ...] = (),
    to: str = "stays",
    by: str | Who = "member",
    **told: Any,
) -> Step:
    """A step of a lifecycle that `lifecycle` puts it in."""
    if "back_dating" in told:
        told["back_dating"] = Term(*told["back_dating"])
    doer = DOERS[by] if isinstance(by, str) else by
    return Step(name=name, lifecycle="change", sources=sources, to=to, by=(doer,), **told)


def lifecycle(name: str, *steps: Step, under: str | None = None, **told: Any) -> Lifecycle:
    """A lifecycle of these steps; its states are those that they name, `done` being final."""
    own = [attrs.evolve(one, lifecycle=name) for one in steps]
    names = [state for one in own for state in (*one.sources, one.to)]
    states = [one for one in dict.fromkeys(names) if one not in ("stays", "back")]
    return Lifecycle(
        name=name, under=under,
        states={one: State(name=one, final=one == "done") for one in states},
        steps={one.name: one for one in own}, **told,
    )  # fmt: skip


def ask(name: str) -> Node:
    """That a document is there."""
    return Ask(DocumentLeaf(name, name))


def fact(name: str, *tests: Any) -> Node:
    """That a whole number passes these tests, given as word, number, word, number."""
    pairs = zip(tests[::2], tests[1::2], strict=True)
    made = tuple((op, Constant(bound)) for op, bound in pairs)
    return Ask(FactLeaf(FactOf(name, "whole_number"), made))


def done(name: str, **told: Any) -> Node:
    """That a step of the change was done."""
    return Ask(Done(name, "change", **told))


def rule(name: str, part: Node, severity: str = "block", **told: Any) -> Rule:
    """A rule around a condition."""
    return Rule(name=name, part=part, severity=severity, **told)


def need(what: Node | Rule, severity: str = "block") -> Need:
    """A line of `needs`."""
    if isinstance(what, Rule):
        return Need(Named(what), what.severity, what)
    return Need(what, severity)


def workflow(
    *lifecycles: Lifecycle,
    decision: Decision | None = None,
    decide: bool = False,
    back: tuple[int, str] = (1, "year"),
    **told: Any,
) -> Workflow:
    """A workflow of these lifecycles."""
    if decide and decision is None:
        decision = Decision(name="carry", by=(MEMBER,), method="majority")
    facts = {
        "n": Fact(name="n", type="whole_number", by=(MEMBER,)),
        "m": Fact(name="m", type="whole_number", by=(CHAIR,)),
        "own": Fact(name="own", type="yes_no", per=True, by=(MEMBER,)),
    }
    return Workflow(**{
        "name": "small", "version": "1", "digest": "d" * 64, "effective": "",
        "groups": {"member": MEMBER.group}, "roles": {"chair": CHAIR.role},
        "facts": facts,
        "documents": {one: Document(name=one) for one in ("note", "paper", "text")},
        "decisions": {} if decision is None else {decision.name: decision},
        "lifecycles": {one.name: one for one in lifecycles},
        "back_dating": Term(*back), **told,
    })  # fmt: skip


@attrs.define(eq=False)
class Story:
    """A collaboration on which one thing after another is done; `done` and the like go on."""

    workflow: Workflow
    gives: tuple[Giving, ...] = ()
    holds: tuple[Holding, ...] = (Holding("chair", "noord"),)
    sits: tuple[Any, ...] = ()
    day: date = START
    answers: Mapping[str, int] = attrs.field(factory=dict)
    lines: tuple[Line, ...] = ()
    known: Any = None
    compiled: Any = None

    def __attrs_post_init__(self) -> None:
        """Begin, with the parties in the register."""
        self.compiled = compile_workflow(self.workflow)
        self.give(Start, collaboration="region", workflow="small", definition="d" * 64)
        parties = tuple(Party(one, "insurer" if one == "zuid" else "provider", span=Span(START))
                        for one in PARTIES)  # fmt: skip
        self.give(Enrol, parties=parties, holds=self.holds, gives=self.gives, sits=self.sits)

    def give(self, kind: type[Command], **told: Any) -> Outcome:
        """Have a command decided and kept; it counts on `day`, learned on the present day."""
        command = self.command(kind, **told)
        outcome = decide(self.compiled, self.known, command, self.answers)
        if outcome.carried_out:
            self.known = replay(outcome.lines, self.known)
            self.lines = (*self.lines, *outcome.lines)
        return outcome

    def command(self, kind: type[Command], **told: Any) -> Any:
        """A command on the present day unless another is told."""
        number = 0 if self.known is None else self.known.sequence
        moment = datetime.combine(self.day, time(12), UTC)
        told = {"id": f"c{number}", "actor": None, "day": self.day, "moment": moment, **told}
        return kind(**told)

    def on(self, day: date) -> Story:
        """Go on at a later day."""
        self.day = day
        return self

    def state(self, case: str) -> str:
        """Where a case is."""
        known: Collaboration = self.known
        return known.cases[case].state

    def do(
        self, case: str, name: str, by: str = "noord", of: str = "change", **told: Any
    ) -> Outcome:
        """Do a step."""
        return self.give(Do, case=case, step=f"{of}.{name}", actor=by, **told)

    def done(self, case: str, name: str, by: str = "noord", **told: Any) -> Story:
        """Do a step that may be done, and go on."""
        outcome = self.do(case, name, by, **told)
        assert outcome.carried_out, outcome
        return self

    def say(
        self, case: str, decision: str, position: str, by: str = "noord", **told: Any
    ) -> Outcome:
        """Give a position."""
        return self.give(Say, case=case, decision=decision, position=position, actor=by, **told)

    def record(self, case: str, name: str, value: Value, by: str = "noord", **told: Any) -> Outcome:
        """Record a fact."""
        return self.give(Record, case=case, fact=name, value=value, actor=by, **told)

    def recorded(self, case: str, name: str, value: Value, by: str = "noord") -> Story:
        """Record a fact that may be recorded, and go on."""
        outcome = self.record(case, name, value, by)
        assert outcome.carried_out, outcome
        return self

    def hand_in(self, case: str, name: str, by: str = "noord", **told: Any) -> Outcome:
        """Hand in a document."""
        return self.give(HandIn, case=case, document=name, title="title", actor=by, **told)

    def settle(self, day: date | None = None) -> Outcome:
        """Let time pass."""
        return self.on(day or self.day).give(Settle)
