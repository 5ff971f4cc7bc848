"""Small random workflows as values, and random histories through the real `decide`.

A scaffold of three lifecycles (a root, a change under it, a part under the change) is filled
with random conditions, doers and severities. Everything that happens goes through `decide`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

import attrs
from hypothesis import strategies as st

from samenwerk.core.compiled import Compiled, compile_workflow
from samenwerk.core.decide import decide
from samenwerk.core.evolve import replay
from samenwerk.core.leaves.asked import Asked
from samenwerk.core.leaves.case import CaseState
from samenwerk.core.leaves.decision import Decision as DecisionLeaf
from samenwerk.core.leaves.document import Document as DocumentLeaf
from samenwerk.core.leaves.done import Done
from samenwerk.core.leaves.fact import Fact as FactLeaf
from samenwerk.core.leaves.known import Known
from samenwerk.core.leaves.mandate import Mandate as MandateLeaf
from samenwerk.core.leaves.open import Open
from samenwerk.core.leaves.window import Window as WindowLeaf
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
from samenwerk.values.errors import Misuse
from samenwerk.values.event import Line
from samenwerk.values.operand import Constant, DayOfStep, FactOf, Shifted, Today
from samenwerk.values.register import Giving, Holding, Party, Seat, Span
from samenwerk.values.share import Share
from samenwerk.values.time import Term
from samenwerk.values.tree import (
    All,
    Ask,
    AtLeast,
    Each,
    Named,
    Need,
    Node,
    Not,
    Rule,
    Some,
    Version,
    Versions,
)
from samenwerk.values.who import ITSELF, TIME, Group, Mandate, Role, Table, Who

START = date(2027, 2, 1)
PARTIES = ("noord", "oost", "zuid")
ROOT, CHANGE, PART = "collaboration", "change", "part"

CHAIR = Who("role", "chair", role=Role(name="chair"))
PROPOSER = Who("role", "proposer", CHANGE, role=Role(name="proposer", lifecycle=CHANGE))
TABLE = Who("table", "table", table=Table(name="table"))
PROVIDER = Who("sort", "provider")
MEMBER = Who("group", "member", group=Group(name="member", sorts=("provider", "insurer")))
NOBODY = Who("role", "vacant", role=Role(name="vacant", sort=("insurer",)))

WORDS = ("yes", "no", "maybe")
FACTS = {
    "n": Fact(name="n", type="whole_number", by=(PROPOSER, CHAIR)),
    "m": Fact(name="m", type="whole_number", by=(MEMBER,)),
    "ok": Fact(name="ok", type="yes_no", by=(CHAIR,)),
    "own": Fact(name="own", type="yes_no", per=True, by=(MEMBER,)),
    "asked": Fact(name="asked", type="choice", one_of=WORDS, by=(CHAIR,), question=True),
    "filled": Fact(name="filled", type="whole_number"),
    "day": Fact(name="day", type="date", by=(MEMBER,)),
}
OF = {
    name: FactOf(name, fact.type, per=fact.per, silence=fact.silence)
    for name, fact in FACTS.items()
}
DOCUMENTS = {
    "note": Document(name="note", by=(PROPOSER,)),
    "text": Document(name="text", by=(CHAIR,)),
    "paper": Document(name="paper"),
}
VALUES: dict[str, tuple[Value, ...]] = {
    "n": (0, 1, 2, 5), "m": (0, 1, 2, 5), "filled": (0, 1, 2), "ok": (True, False),
    "own": (True, False), "asked": WORDS,
    "day": tuple(START + timedelta(days=days) for days in (0, 7, 30)),
}  # fmt: skip


@attrs.frozen(eq=False)
class World:
    """A workflow compiled, the collaboration as it stands, its lines, and the present day."""

    compiled: Compiled = attrs.field(repr=lambda compiled: _asked(compiled))
    known: Collaboration = attrs.field(repr=False)
    lines: tuple[Line, ...] = attrs.field(repr=lambda lines: _told(lines))
    day: date
    answers: dict[str, int] = attrs.field(factory=dict)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(repr(self))  # what happened, not how it is kept

    @property
    def moment(self) -> datetime:
        """Noon of the present day."""
        return datetime.combine(self.day, time(12), UTC)

    def command(self, kind: type[Command], **told: Any) -> Any:
        """A command on the present day."""
        told = {"id": f"c{self.known.sequence}", "actor": None, **told}
        day = told.pop("day", self.day)
        return kind(**told, day=day, moment=datetime.combine(max(day, self.day), time(12), UTC))

    def after(self, command: Command) -> World:
        """The world when the command has been decided; the same one when it was refused."""
        outcome = decide(self.compiled, self.known, command, self.answers)
        if not outcome.carried_out:
            return self
        known = replay(outcome.lines, self.known)
        assert known is not None
        day = max(self.day, command.day)
        return attrs.evolve(self, known=known, lines=(*self.lines, *outcome.lines), day=day)


def _told(lines: tuple[Line, ...]) -> str:
    """What happened, so that a counter-example can be read."""
    told = []
    for line in lines[2:]:
        event = line.event
        what: Any = event.what
        said = getattr(what, "position", None) or getattr(what, "fact", None) or event.step
        said = said or getattr(what, "document", None)
        told.append(f"{event.effective:%m-%d} {event.actor} {event.case} {said}")
    return "\n  " + "\n  ".join([repr(line.event.what) for line in lines[1:2]] + told) + "\n"


def _asked(compiled: Compiled) -> str:
    told = [f"{compiled.workflow.decisions['carry']}"]
    for found in compiled.steps.values():
        if found.lifecycle.name != CHANGE:
            continue
        step = found.step
        by = [who.name for who in step.by]
        told.append(f"{step.name} {step.sources}->{step.to} by {by} act={step.act} "
                    f"each={step.each} fill={step.fill_in}")  # fmt: skip
        told += [f"    {need.severity} {need.tree.key} {need.rule and need.rule.papers}"
                 f" {need.rule and need.rule.unknown_too}" for need in found.needs]  # fmt: skip
    return "\n  " + "\n  ".join(told) + "\n"


def started(compiled: Compiled, enrol: dict[str, Any]) -> World:
    """A collaboration that has just begun, with its register."""
    moment = datetime.combine(START, time(12), UTC)
    start = Start(id="start", actor=None, day=START, moment=moment, collaboration="region",
                  workflow=compiled.workflow.name, definition=compiled.workflow.digest)  # fmt: skip
    lines = decide(compiled, None, start).lines
    known = replay(lines)
    assert known is not None
    return World(compiled, known, lines, START).after(
        Enrol(id="enrol", actor=None, day=START, moment=moment, **enrol)
    )


# ------------------------------------------------------------------ conditions


def operators(type_: str) -> tuple[str, ...]:
    """The comparisons that fit a type."""
    if type_ in ("yes_no", "choice"):
        return ("is", "is_not")
    if type_ == "date":
        return ("before", "at_latest", "at_earliest", "after")
    return ("is", "is_not", "at_least", "at_most", "more_than", "less_than")


def fact_leaf(dice: Random, names: Sequence[str] = ("n", "m", "ok", "filled", "day")) -> Ask:
    """A fact against a constant, a set, or another fact."""
    name = dice.choice(names)
    subject = OF[name]
    if name in ("n", "m") and dice.random() < 0.5:
        other = OF["m" if name == "n" else "n"]
        return Ask(FactLeaf(subject, ((dice.choice(operators("whole_number")), other),)))
    if name == "asked" or (name in ("n", "m") and dice.randint(0, 4) == 0):
        some = frozenset(dice.sample(VALUES[name], dice.randint(1, 2)))
        return Ask(FactLeaf(subject, (("one_of", some),)))
    tests = []
    for _ in range(dice.randint(1, 2 if subject.type == "whole_number" else 1)):
        op = dice.choice(operators(subject.type))
        tests.append((op, Constant(dice.choice(VALUES[name]))))
    return Ask(FactLeaf(subject, tuple(tests)))


def decision_of(dice: Random) -> Decision:
    """A way of deciding."""
    method = dice.choice(("unanimity", "consent", "majority", "qualified", "joint"))
    share = dice.choice((Share(1, 2), Share(2, 3))) if method == "qualified" else None
    closing = dice.random() < 0.5
    return Decision(
        name="carry",
        by=(dice.choice((MEMBER, TABLE, PROVIDER)),),
        method=method,
        share=share,
        share_of=dice.choice(("members", "members", "cast", "present")),
        quorum=dice.choice((None, None, 2, Share(1, 2))),
        absent=dice.choice(("stays_open", "left_out", "against", "trusts")),
        abstain=dice.choice((None, "left_out", "against", "trusts", "stays_open")),
        sorts=dice.choice(((), (), ("provider", "insurer"))),
        veto=dice.choice(((), (), (CHAIR,))),
        second_person=dice.randint(0, 3) == 3,
        same_text=dice.choice((None, "text")),
        opens_at=dice.choice((None, None, "put")),
        answer_within=Term(2, "week") if closing else None,
    )


def leaf(dice: Random, decision: Decision) -> Node:
    """A leaf of any kind, in a change."""
    match dice.randint(0, 9):
        case 0 | 1:
            return fact_leaf(dice)
        case 2 | 3:
            return Ask(DecisionLeaf(decision))
        case 4:
            ago, within = (dice.choice((None, None, Term(1, "week"), Term(4, "week"))),
                           dice.choice((None, None, None, Term(3, "week"))))  # fmt: skip
            by = dice.choice((None, None, CHAIR))
            return Ask(Done("put", CHANGE, by=by, ago=ago, within=within))
        case 5:
            opens = dice.choice((Constant(START), Constant(START + timedelta(days=10)),
                                 Shifted(DayOfStep("open"), Term(1, "week"))))  # fmt: skip
            last = dice.choice((None, Constant(START + timedelta(days=40))))
            return Ask(WindowLeaf("window", opens, last))
        case 6:
            words = frozenset(dice.sample(WORDS, dice.randint(1, 2)))
            return Ask(Open("asked", "asked", words, frozenset(WORDS)))
    return Ask(dice.choice((
        DocumentLeaf("note", "note"), DocumentLeaf("text", "text"),
        Known(OF["n"]), Known(OF["filled"]),
        FactLeaf(Today(), (("at_earliest", Constant(START + timedelta(days=5))),)),
        CaseState("here", CHANGE, frozenset({"s1"})),
        CaseState("above", ROOT, frozenset({"active"})),
        Done("go", CHANGE), Done("sign", CHANGE), MandateLeaf("voice"), Asked("plug", "fair"),
    )))  # fmt: skip


def each(dice: Random) -> Each:
    """Every, some, no, so many or a share of parties, or of the parts under a change."""
    quantifier = dice.choice(("every", "some", "no", "count", "share"))
    told: dict[str, Any] = {
        "count": dice.randint(1, 2),
        "share": dice.choice((Share(1, 2), Share(2, 3))),
        "met_when_empty": dice.random() < 0.5,
    }
    if dice.random() < 0.5:
        part = Ask(dice.choice((
            FactLeaf(OF["own"], (("is", Constant(True)),)),
            Done("sign", CHANGE, by_bound=True),
        )))  # fmt: skip
        among = dice.choice((MEMBER, TABLE, NOBODY))
        return Each(quantifier, among, None, CHANGE, part, **told)
    part = Ask(dice.choice((
        CaseState("here", PART, frozenset({"finished"})), DocumentLeaf("paper", "paper"),
    )))  # fmt: skip
    return Each(quantifier, None, PART, CHANGE, part, **told)


def in_time(dice: Random, parts: tuple[Node, ...]) -> Versions:
    """A rule whose versions begin some weeks after each other."""
    day = dice.choice((OF["day"], Today(), DayOfStep("put"), DayOfStep("open")))
    first = START + timedelta(days=dice.choice((-30, 0, 5)))
    starts = [first + timedelta(days=10 * at) for at in range(len(parts))]
    found = []
    for at, part in enumerate(parts):
        tests: list[tuple[str, Any]] = [("at_earliest", Constant(starts[at]))]
        tests += [("before", Constant(one)) for one in starts[at + 1 : at + 2]]
        when = Ask(FactLeaf(day, tuple(tests)))
        found.append(Version(name=f"v{at}", starts=starts[at], when=when, part=part))
    return Versions("timed", day, tuple(found))


def condition(dice: Random, decision: Decision, deep: int = 2) -> Node:
    """A tree of any composition over leaves of any kind."""
    kind = dice.choice(("leaf", "leaf", "leaf", "leaf", "each", "all", "some", "least", "not",
                        "versions"))  # fmt: skip
    if kind == "each":
        return each(dice)
    if kind == "leaf" or not deep:
        return leaf(dice, decision)
    if kind == "not":
        return Not(condition(dice, decision, deep - 1))
    parts = tuple(condition(dice, decision, deep - 1) for _ in range(dice.randint(2, 3)))
    if kind == "least":
        return AtLeast(2, parts)
    if kind == "versions":
        return in_time(dice, parts)
    return All(parts) if kind == "all" else Some(parts)


# ------------------------------------------------------------------ workflows


def needs_of(
    dice: Random, decision: Decision, of: str, most: int, least: int = 0
) -> tuple[Need, ...]:
    """Lines of `needs`, each of its own severity."""
    found = []
    for index in range(dice.randint(least, most)):
        part = condition(dice, decision)
        severity = dice.choice(("block", "block", "block", "explain", "warn", "hint"))
        rule = None
        if dice.random() < 0.5:
            papers = dice.choice(((), (), ("paper",)))
            rule = Rule(name=f"{of}{index}", part=part, severity=severity, papers=papers,
                        unknown_too=dice.random() < 0.5)  # fmt: skip
            part = Named(rule)
        found.append(Need(part, severity, rule))
    return tuple(found)


def workflow_of(dice: Random, most: int = 2) -> Compiled:
    """A compiled workflow of three lifecycles; `most` lines of `needs` per step."""
    decision = decision_of(dice)

    def doers() -> tuple[Who, ...]:
        return dice.choice(((CHAIR,), (MEMBER,), (PROPOSER,), (CHAIR, PROPOSER), (TABLE,)))

    def light(of: str) -> tuple[Need, ...]:
        return needs_of(dice, decision, of, 1)

    needs = needs_of(dice, decision, "adopt", most, min(most, 1))
    last = dice.choice((("s1",), ("s0",), ("s0", "s1")))
    steps = [
        Step(name="open", lifecycle=CHANGE, to="s0", by=(MEMBER,), takes="proposer"),
        Step(name="put", lifecycle=CHANGE, sources=("s0", "s1"), by=doers(),
             needs=light("put")),
        Step(name="go", lifecycle=CHANGE, sources=("s0",), to="s1", by=doers(),
             needs=light("go"), fill_in=dice.choice(((), ("filled",)))),
        Step(name="sign", lifecycle=CHANGE, sources=("s0", "s1"), by=(MEMBER,),
             to=dice.choice(("stays", "s1")), each=dice.random() < 0.5),
        Step(name="adopt", lifecycle=CHANGE, sources=last, to="adopted", by=doers(),
             act=dice.choice((None, None, "decide")), needs=needs),
        Step(name="undo", lifecycle=CHANGE, sources=("s1",), to="back", by=(CHAIR,)),
        Step(name="pause", lifecycle=CHANGE, sources=("s0", "s1"), to="paused", by=(CHAIR,)),
        Step(name="resume", lifecycle=CHANGE, sources=("paused",), to="back", by=(CHAIR,)),
    ]  # fmt: skip
    if dice.randint(0, 3) == 3:
        steps.append(Step(name="auto", lifecycle=CHANGE, sources=("s1",), by=(ITSELF,),
                          to=dice.choice(("s2", "stays", "back")),
                          needs=light("auto")))  # fmt: skip
    if dice.randint(0, 3) == 3:
        past = Shifted(DayOfStep("open"), Term(6, "week"))
        steps.append(Step(name="lapse", lifecycle=CHANGE, sources=("s0", "paused"), by=(TIME,),
                          to="lapsed", once_past=past))  # fmt: skip
    change = Lifecycle(
        name=CHANGE,
        under=ROOT,
        one=dice.randint(0, 4) == 4,
        states={
            name: State(name=name, final=name in ("adopted", "lapsed"))
            for name in ("s0", "s1", "s2", "paused", "adopted", "lapsed")
        },
        steps={step.name: step for step in steps},
    )
    part = Lifecycle(
        name=PART,
        under=CHANGE,
        states={name: State(name=name) for name in ("busy", "finished")},
        steps={
            "begin": Step(name="begin", lifecycle=PART, to="busy", by=(MEMBER,)),
            "finish": Step(name="finish", lifecycle=PART, sources=("busy",), to="finished",
                           by=(MEMBER,), needs=dice.choice((
                               (), (Need(Ask(DocumentLeaf("paper", "paper")), "block"),)))),
        },
    )  # fmt: skip
    root = Lifecycle(
        name=ROOT,
        states={"active": State(name="active"), "asleep": State(name="asleep")},
        steps={
            "found": Step(name="found", lifecycle=ROOT, to="active", by=(MEMBER,)),
            "rest": Step(name="rest", lifecycle=ROOT, sources=("active",), to="asleep",
                         by=(CHAIR,)),
            "wake": Step(name="wake", lifecycle=ROOT, sources=("asleep",), to="active",
                         by=(CHAIR,)),
        },
    )  # fmt: skip
    facts = dict(FACTS)
    if dice.random() < 0.5:
        facts["n"] = attrs.evolve(facts["n"], fixed_from="go")
    roles = {"chair": Role(name="chair"), "vacant": NOBODY.role,
             "change.proposer": PROPOSER.role}  # fmt: skip
    if dice.randint(0, 4) == 4:
        roles["chair"] = Role(name="chair", never=("vote", "decide", "agree"))
    return compile_workflow(
        Workflow(
            name="small", version="1", digest="d" * 64, effective={},
            groups={"member": MEMBER.group}, tables={"table": TABLE.table},
            roles={name: role for name, role in roles.items() if role is not None},
            mandates={"voice": Mandate(name="voice", may=("vote", "decide", "agree"))},
            facts=facts, documents=DOCUMENTS, decisions={"carry": decision},
            lifecycles={ROOT: root, CHANGE: change, PART: part},
        )
    )


def register_of(dice: Random) -> dict[str, Any]:
    """Three parties, a chair or none, seats, and mandates that live, lapsed or are to come."""
    spans = (Span(START), Span(START, START + timedelta(days=20)),
             Span(START + timedelta(days=10)))  # fmt: skip
    holds = [Holding("chair", dice.choice(PARTIES), Span(START))]
    if dice.randint(0, 6) == 6:
        holds = []
    giver, holder = dice.sample(PARTIES, 2)
    gives = [Giving("voice", (giver,), holder, dice.choice(spans))] * dice.randint(0, 1)
    return {
        "parties": tuple(Party(one, "insurer" if one == "zuid" else "provider", span=Span(START))
                         for one in PARTIES),
        "sits": tuple(Seat("table", one, Span(START))
                      for one in PARTIES[: dice.randint(1, 3)]),
        "holds": tuple(holds), "gives": tuple(gives),
    }  # fmt: skip


# ------------------------------------------------------------------ histories


def command_of(dice: Random, world: World, far: int = 12) -> Any:
    """A command that makes sense often enough; days go ahead by at most `far`."""
    case = dice.choice((*world.known.cases, "a", "a", dice.choice(("b", "p", "q"))))
    actor = dice.choice(PARTIES)
    day = world.day + timedelta(days=dice.choice((0, 0, 0, 0, 1, 7, far, -3)))
    common: dict[str, Any] = {"case": case, "actor": actor, "day": day}
    if dice.randint(0, 5) == 0:
        common["on_behalf_of"] = dice.choice(PARTIES)
    match dice.choice(("do", "do", "do", "say", "say", "record", "record", "hand")):
        case "do":
            there = world.known.cases.get(case)
            step = dice.choice([
                name for name, found in world.compiled.steps.items()
                if found.step.opens == (there is None)
                and (there is None or found.lifecycle.name == there.lifecycle)
            ])  # fmt: skip
            facts = {"filled": dice.choice((0, 1, 2))} if step == "change.go" else {}
            return world.command(
                Do, **common, step=step, facts=facts,
                explanation=dice.choice((None, "because")),
            )  # fmt: skip
        case "say":
            word = dice.choice(("for", "for", "against", "object", "abstain", "ask"))
            return world.command(Say, **common, decision="carry", position=word, reasons="why")
        case "record":
            name = dice.choice(tuple(FACTS))
            who = dice.choice(PARTIES) if FACTS[name].per else None
            value = dice.choice(VALUES[name])
            return world.command(Record, **common, fact=name, value=value, who=who)
    name = dice.choice(tuple(DOCUMENTS))
    return world.command(HandIn, **common, document=name, title="title")


def world_of(dice: Random, most: int = 2, acts: int = 8, opened: bool = True) -> World:
    """A random workflow with a random history behind it; with `opened`, one change is open."""
    world = started(workflow_of(dice, most), register_of(dice))
    world = attrs.evolve(world, answers={
        "plugin plug.fair @a": dice.randint(0, 2), "plugin plug.fair @b": dice.randint(0, 2),
    })  # fmt: skip
    if opened:
        found = world.command(Do, actor="noord", case="root", step="collaboration.found")
        world = world.after(found)
        opener = dice.choice(PARTIES)
        world = world.after(world.command(Do, actor=opener, case="a", step="change.open"))
    for _ in range(dice.randint(0, acts)):
        try:
            world = world.after(command_of(dice, world))
        except Misuse:
            continue
    return world


def goal_of(dice: Random, world: World) -> Do:
    """A step that somebody may want to do, in one of the cases there are."""
    pairs = [
        (case.id, found.step.full_name)
        for case in world.known.cases.values()
        for found in world.compiled.steps.values()
        if found.lifecycle.name == case.lifecycle
        and found.step.automatic is None
        and not found.step.opens
    ]
    likely = [pair for pair in pairs if pair[1] == "change.adopt"]
    case, step = dice.choice([*6 * likely, *pairs])
    goal = world.command(Do, case=case, step=step)
    assert isinstance(goal, Do)
    return goal


seeds = st.integers(0, 2**48)
"""Where chance comes from. Worlds are made of a seed: hypothesis would take ten times as long
to draw each part of them, and what it reports can be read as it is."""


def worlds(most: int = 2, acts: int = 8, opened: bool = True) -> st.SearchStrategy[World]:
    """Random workflows with random histories."""
    return seeds.map(lambda seed: world_of(Random(seed), most, acts, opened))


def workflows() -> st.SearchStrategy[Compiled]:
    """Random workflows."""
    return seeds.map(lambda seed: workflow_of(Random(seed)))


def goals(world: World) -> st.SearchStrategy[Do]:
    """Steps that somebody may want to do."""
    return seeds.map(lambda seed: goal_of(Random(seed), world))


def commands(world: World) -> st.SearchStrategy[Any]:
    """Commands that make sense often enough."""
    return seeds.map(lambda seed: command_of(Random(seed), world))


def settle(world: World) -> Settle:
    """The command that only lets time pass."""
    command = world.command(Settle)
    assert isinstance(command, Settle)
    return command
