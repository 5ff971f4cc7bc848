"""Cell kinds: what somebody can change about a cell, who may, and by which command.

A small closed family beside the leaves: a leaf says what must stand in a cell, its kind says
how that comes about. Facts, positions, documents, steps, the register, the day, and what only
a plugin can say.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time

import attrs

from samenwerk.core.allowed import Allowed
from samenwerk.core.compiled import Compiled
from samenwerk.core.filled import candidates
from samenwerk.core.operands import entry_in
from samenwerk.core.refusals import everyone, label
from samenwerk.core.view import NO_ANSWERS, View
from samenwerk.core.votes import voters_of
from samenwerk.core.who import members, registered
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.cell import Cell, Entry, Value
from samenwerk.values.command import Command, Enrol, HandIn, Record, Say
from samenwerk.values.declared import Decision, Document, Fact, Step
from samenwerk.values.message import Message, Name
from samenwerk.values.register import Giving, Holding, Span
from samenwerk.values.who import Who


@attrs.frozen(eq=False)
class Scene:
    """A collaboration on a day, as a question about it sees it. `frozen` parties do not act."""

    compiled: Compiled
    collaboration: Collaboration
    day: date
    answers: Mapping[str, int] = NO_ANSWERS
    frozen: frozenset[str] = frozenset()

    def case(self, cell: Cell) -> Case | None:
        """The case a cell belongs to."""
        return self.collaboration.cases.get(cell.case)

    def view(self, case: Case, actor: str | None = None) -> View:
        """A view of one of its cases."""
        return View(self.collaboration, case, self.day, actor, actor, self.answers)

    def holds(self, cell: Cell, allowed: Allowed) -> bool:
        """Whether what stands in the cell is allowed."""
        return allowed.holds(self.entry(cell), self.day, self.value)

    def entry(self, cell: Cell) -> Entry | None:
        """What stands in a cell, the register's lines included."""
        if cell.kind == "day":
            return Entry(self.day, self.day, 0)
        if cell.kind in ("holder", "mandate"):
            return self._registered(cell)
        case = self.case(cell)
        return None if case is None else entry_in(self.view(case), cell)

    def value(self, cell: Cell) -> Value | None:
        """The value in a cell."""
        entry = self.entry(cell)
        return None if entry is None else entry.value

    def _registered(self, cell: Cell) -> Entry | None:
        register = self.collaboration.register
        if cell.kind == "holder":
            held = cell.who in registered(Who("role", cell.name), register, self.day)
            return Entry(True, self.day, 0) if held else None
        giver, _, holder = (cell.who or "").partition(">")
        live = any(
            g.mandate == cell.name and g.to == holder and giver in g.who
            for g in register.gives
            if g.span.covers(self.day)
        )
        return Entry(True, self.day, 0) if live else None


def who_may(scene: Scene, cell: Cell) -> tuple[str, ...]:
    """The parties of whom one must act to change the cell; empty when nobody can."""
    found = _who_may(scene, cell)
    return tuple(one for one in found if one not in scene.frozen)


def _who_may(scene: Scene, cell: Cell) -> tuple[str, ...]:
    register = scene.collaboration.register
    if cell.kind == "mandate":
        return ((cell.who or "").partition(">")[0],)
    if cell.kind == "holder":
        return (cell.who,) if cell.who else ()
    case = scene.case(cell)
    if case is None:
        return ()
    view = scene.view(case)
    match cell.kind:
        case "fact":
            fact = declared_fact(scene, case, cell)
            return () if fact is None else everyone(fact.by, view)
        case "document":
            document = declared_document(scene, case, cell)
            if document is None or not document.by:
                return tuple(p.id for p in register.parties if p.span.covers(scene.day))
            return everyone(document.by, view)
        case "position":
            return speakers(scene, cell.who or "")
        case "step":
            step = declared_step(scene, case, cell)
            if step is None or step.automatic is not None:
                return ()
            doers = everyone(step.by, view)
            return tuple(one for one in doers if cell.who in (None, one))
    return ()


def speakers(scene: Scene, voter: str) -> tuple[str, ...]:
    """Who can speak as a voter without any mandate: itself, or a table's representatives."""
    table = scene.compiled.workflow.tables.get(voter)
    if table is None or table.representatives is None:
        return (voter,)
    return registered(
        Who("role", table.representatives), scene.collaboration.register, scene.day
    )


def described_who(scene: Scene, cell: Cell) -> tuple[str, ...]:
    """Those who may, as the text describes them: "role:chair"."""
    case = scene.case(cell)
    if case is None:
        return ()
    by: tuple[Who, ...] = ()
    match cell.kind:
        case "fact":
            fact = declared_fact(scene, case, cell)
            by = () if fact is None else fact.by
        case "document":
            document = declared_document(scene, case, cell)
            by = () if document is None else document.by
        case "step":
            step = declared_step(scene, case, cell)
            by = () if step is None else step.by
        case "position":
            decision = declared_decision(scene, case, cell)
            by = () if decision is None else decision.by
    return tuple(f"{who.kind}:{label(who)}" for who in by)


def declared_fact(scene: Scene, case: Case, cell: Cell) -> Fact | None:
    """The declaration behind a fact's cell."""
    workflow = scene.compiled.workflow
    found: Fact | None = workflow.in_lifecycle(workflow.facts, case.lifecycle, cell.name)
    return found


def declared_document(scene: Scene, case: Case, cell: Cell) -> Document | None:
    """The declaration behind a document's cell."""
    workflow = scene.compiled.workflow
    found: Document | None = workflow.in_lifecycle(workflow.documents, case.lifecycle, cell.name)
    return found


def declared_decision(scene: Scene, case: Case, cell: Cell) -> Decision | None:
    """The declaration behind a position's cell."""
    workflow = scene.compiled.workflow
    found: Decision | None = workflow.in_lifecycle(workflow.decisions, case.lifecycle, cell.name)
    return found


def declared_step(scene: Scene, case: Case, cell: Cell) -> Step | None:
    """The declaration behind a step's cell."""
    return scene.compiled.workflow.step(f"{case.lifecycle}.{cell.name}")


def act_of(scene: Scene, cell: Cell, allowed: Allowed) -> Message:
    """What is to be done about the cell, in words to come."""
    case = scene.case(cell)
    lifecycle = "" if case is None else case.lifecycle
    told: dict[str, object] = {"case": cell.case}

    def full(name: str, declared: Mapping[str, object]) -> str:
        return f"{lifecycle}.{name}" if f"{lifecycle}.{name}" in declared else name

    workflow = scene.compiled.workflow
    match cell.kind:
        case "fact":
            fact = workflow.in_lifecycle(workflow.facts, lifecycle, cell.name)
            family = "open" if fact is not None and fact.question else "fact"
            name = Name(family, full(cell.name, workflow.facts))
            tests = tests_shown(scene, allowed)
            if cell.who is not None:
                told["party"] = Name("party", cell.who)
            ending = "_of" if cell.who is not None else ""
            ending += "_as" if tests else ""
            return Message(f"act.record{ending}", {**told, "fact": name, "tests": tests})
        case "document":
            name = Name("document", full(cell.name, workflow.documents))
            ending = "_again" if scene.entry(cell) is not None else ""
            return Message(f"act.hand_in{ending}", {**told, "document": name})
        case "position":
            name = Name("decision", full(cell.name, workflow.decisions))
            words = tuple(Name("position", str(word)) for word in position_words(allowed))
            return Message("act.say", {**told, "decision": name, "positions": words})
        case "step":
            return Message("act.do", {**told, "step": Name("step", f"{lifecycle}.{cell.name}")})
        case "state":
            states = tuple(
                Name("state", f"{lifecycle}.{word}") for word in position_words(allowed)
            )
            return Message("act.reach", {**told, "states": states})
        case "holder":
            return Message("act.appoint", {"role": Name("role", cell.name)})
        case "mandate":
            giver, _, holder = (cell.who or "").partition(">")
            return Message("act.give", {
                "mandate": Name("mandate", cell.name), "giver": Name("party", giver),
                "holder": Name("party", holder),
            })  # fmt: skip
    return Message("act.wait", told)


def position_words(allowed: Allowed) -> tuple[Value, ...]:
    """The words that a demand names, those it likes best first."""
    order = {"for": 0, "abstain": 1, "against": 2, "object": 3}
    sets = [
        test.operand
        for test in allowed.tests
        if test.op == "one_of" and isinstance(test.operand, frozenset)
    ]
    if not sets:
        return ()
    common = frozenset.intersection(*sets)
    return tuple(sorted(common, key=lambda word: (order.get(str(word), 9), str(word))))


def tests_shown(scene: Scene, allowed: Allowed) -> tuple[Message, ...]:
    """What a value must be, in the words of comparisons; empty when anything will do."""
    shown = []
    for test in sorted(allowed.tests, key=lambda one: one.order):
        if not test.about_value or test.op == "none_of":
            continue
        bound: object = test.operand
        if isinstance(bound, Cell):
            value = scene.value(bound)
            named = Name("fact", bound.name) if bound.kind == "fact" else Message("day.today")
            bound = named if value is None or bound.kind == "day" else Message(
                "value.named", {"name": named, "value": value}
            )  # fmt: skip
        elif isinstance(bound, frozenset):
            bound = tuple(sorted(bound, key=str))
        shown.append(Message(f"test.{test.op}", {"bound": bound}))
    return tuple(shown)


def command_for(scene: Scene, cell: Cell, allowed: Allowed, id: str) -> list[Command]:
    """Commands that would put something allowed in the cell, one for each who may.

    Empty for steps, states and days, which the planner itself brings about.
    """
    moment = datetime.combine(scene.day, time(12), UTC)
    made: list[Command] = []
    for actor in who_may(scene, cell):
        common = {"id": id, "actor": actor, "moment": moment, "day": scene.day, "salt": id}
        command = _command(scene, cell, allowed, common)
        if command is not None:
            made.append(command)
    return made


def _command(
    scene: Scene, cell: Cell, allowed: Allowed, common: Mapping[str, object]
) -> Command | None:
    case = scene.case(cell)
    told: dict[str, object] = dict(common)
    if cell.kind == "mandate":
        giver, _, holder = (cell.who or "").partition(">")
        line = Giving(cell.name, (giver,), holder, Span(scene.day))
        return Enrol(**told, gives=(line,))  # type: ignore[arg-type]
    if cell.kind == "holder" and cell.who is not None:
        return Enrol(**told, holds=(Holding(cell.name, cell.who, Span(scene.day)),))  # type: ignore[arg-type]
    if case is None or allowed.has("absent"):
        return None
    told["case"] = case.id
    match cell.kind:
        case "fact":
            value = value_for(scene, case, cell, allowed)
            if value is None:
                return None
            return Record(**told, fact=cell.name, value=value, who=cell.who)  # type: ignore[arg-type]
        case "document":
            return HandIn(**told, document=cell.name, title="…")  # type: ignore[arg-type]
        case "position":
            words = position_words(allowed)
            if not words or (cell.who or "") not in _voters(scene, case, cell):
                return None
            if cell.who != told["actor"]:
                told["on_behalf_of"] = cell.who
            return Say(**told, decision=cell.name, position=str(words[0]), reasons="…")  # type: ignore[arg-type]
    return None


def _voters(scene: Scene, case: Case, cell: Cell) -> tuple[str, ...]:
    decision = declared_decision(scene, case, cell)
    return () if decision is None else voters_of(decision, scene.view(case), case)


def value_for(scene: Scene, case: Case, cell: Cell, allowed: Allowed) -> Value | None:
    """A value that may stand in a fact's cell."""
    fact = declared_fact(scene, case, cell)
    return allowed.choose(candidates(fact, scene.day), scene.day, scene.value)


def holders_wanted(scene: Scene, who: Who) -> tuple[Cell, ...]:
    """Cells of the register that would give a role of the collaboration a holder."""
    if who.kind != "role" or who.lifecycle is not None or who.role is None:
        return ()
    register = scene.collaboration.register
    return tuple(
        Cell("", "holder", who.name, party.id)
        for party in register.parties
        if party.span.covers(scene.day) and (not who.role.sort or party.sort in who.role.sort)
    )


def fills(step: Step, cell: Cell, case: Case) -> bool:
    """Whether doing the step can itself fill in the cell."""
    return (
        cell.case == case.id
        and cell.kind in ("fact", "document")
        and cell.who is None
        and cell.name in step.fill_in
    )


def is_doer(scene: Scene, step: Step, case: Case, party: str) -> bool:
    """Whether a party is among those who may do the step."""
    view = scene.view(case, party)
    return any(party in members(who, view) for who in step.by)


WORDING = {
    "nl": {
        "act.record": "leg vast: {fact}",
        "act.record_as": "leg vast: {fact} ({tests})",
        "act.record_of": "leg vast: {fact} van {party}",
        "act.record_of_as": "leg vast: {fact} van {party} ({tests})",
        "act.hand_in": "dien in: {document}",
        "act.hand_in_again": "dien opnieuw in: {document}",
        "act.say": "geef een standpunt over {decision}: {positions|of}",
        "act.do": "zet de stap: {step}",
        "act.reach": "breng {case} naar {states}",
        "act.appoint": "wijs aan als {role}",
        "act.give": "geef {holder} het mandaat {mandate} van {giver}",
        "act.wait": "wacht",
        "act.explain": "geef uitleg bij de stap, want niet voldaan is aan {rule}",
        "act.fill_in": "vul bij de stap in: {names}",
        "act.weight": "geef een standpunt over {decision}: {positions} (samen een gewicht van "
        "{total})",
    },
    "en": {
        "act.record": "record: {fact}",
        "act.record_as": "record: {fact} ({tests})",
        "act.record_of": "record: {fact} of {party}",
        "act.record_of_as": "record: {fact} of {party} ({tests})",
        "act.hand_in": "hand in: {document}",
        "act.hand_in_again": "hand in again: {document}",
        "act.say": "give a position on {decision}: {positions|or}",
        "act.do": "do the step: {step}",
        "act.reach": "bring {case} to {states}",
        "act.appoint": "appoint as {role}",
        "act.give": "give {holder} the mandate {mandate} of {giver}",
        "act.wait": "wait",
        "act.explain": "give an explanation with the step, because {rule} is not met",
        "act.fill_in": "fill in with the step: {names}",
        "act.weight": "give a position on {decision}: {positions} (a weight of {total} together)",
    },
}
