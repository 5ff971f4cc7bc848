"""A scene: a collaboration on a day, as a question about what is needed sees it.

Here stands what is in a cell and which declaration is behind it; who may change it, and by
which command, is `core.cells`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import attrs

from samenwerk.core.allowed import Allowed
from samenwerk.core.compiled import Compiled, CompiledStep
from samenwerk.core.copies import copies
from samenwerk.core.operands import entry_in
from samenwerk.core.view import NO_ANSWERS, View
from samenwerk.core.who import registered
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.cell import Cell, Entry, Value
from samenwerk.values.declared import Decision, Document, Fact, Step, Workflow
from samenwerk.values.say import Say
from samenwerk.values.who import Who

NOBODY_ALONE: Mapping[str, str] = MappingProxyType({})


@attrs.frozen(eq=False)
class Scene:
    """A collaboration on a day. `frozen` parties do not act, and nobody acts for them; `only`
    has by case the one party that acts there, for itself or for another.

    What is in a cell of `changing` is about to be something else, so that nobody is told it.
    `contrary` takes the least likely of the values that would do, to see whether they all do.
    """

    compiled: Compiled
    collaboration: Collaboration
    day: date
    answers: Mapping[str, int] = NO_ANSWERS
    frozen: frozenset[str] = frozenset()
    changing: frozenset[Cell] = frozenset()
    contrary: bool = False
    only: Mapping[str, str] = NOBODY_ALONE

    def may_act(self, case: str, party: str) -> bool:
        """Whether `only` leaves room for a party to act in a case."""
        return self.only.get(case, party) == party

    def case(self, cell: Cell) -> Case | None:
        """The case a cell belongs to."""
        return self.collaboration.cases.get(cell.case)

    def workflow(self, case: Case | None) -> Workflow:
        """The definition of a case; without one that of new cases."""
        compiled = self.compiled
        return (compiled.now(self.collaboration) if case is None else compiled.of(case)).workflow

    def step(self, case: str, full_name: str) -> CompiledStep | None:
        """The compiled step of this name, as a case has it."""
        return self.compiled.at(self.collaboration, case).step(full_name)

    def opening(self, lifecycle: str) -> tuple[CompiledStep, ...]:
        """The steps that open a case of a lifecycle now."""
        return self.compiled.now(self.collaboration).opening(lifecycle)

    def copy(self, cell: Cell) -> Case | None:
        """The copy that a cell of that kind is about."""
        return copies(self.collaboration, cell.name, cell.case or None).get(cell.who or "")

    def view(self, case: Case, actor: str | None = None) -> View:
        """A view of one of its cases."""
        return View(self.collaboration, case, self.day, actor, actor, self.answers)

    def holds(self, cell: Cell, allowed: Allowed) -> bool:
        """Whether what stands in the cell is allowed."""
        return allowed.holds(self.entry(cell), self.day, self.value)

    def entry(self, cell: Cell) -> Entry | None:
        """What stands in a cell, the register's lines included."""
        match cell.kind:
            case "day":
                return Entry(self.day, self.day, 0)
            case "holder" | "mandate":
                return self._registered(cell)
            case "copy":
                copy = self.copy(cell)
                return None if copy is None else Entry(copy.state, copy.entered, copy.state_since)
            case "explanation":
                return None  # it is given with the step itself
            case "pool":
                return self.collaboration.moved.get(cell)
        case = self.case(cell)
        if case is None:
            return None
        if cell.kind == "role":
            holders = case.roles.get(cell.name)
            return Entry(holders[0], case.entered, 0) if holders else None
        return entry_in(self.view(case), cell)

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
            g.mandate == cell.name and g.to == holder
            for g in register.gives
            if register.live(g, giver, self.day)
        )
        return Entry(True, self.day, 0) if live else None


def declared_fact(scene: Scene, case: Case, cell: Cell) -> Fact | None:
    """The declaration behind a fact's cell."""
    workflow = scene.compiled.of(case).workflow
    found: Fact | None = workflow.in_lifecycle(workflow.facts, case.lifecycle, cell.name)
    return found


def declared_document(scene: Scene, case: Case, cell: Cell) -> Document | None:
    """The declaration behind a document's cell."""
    workflow = scene.compiled.of(case).workflow
    found: Document | None = workflow.in_lifecycle(workflow.documents, case.lifecycle, cell.name)
    return found


def declared_voice(scene: Scene, case: Case, cell: Cell) -> Decision | Say | None:
    """The decision or say behind a position's cell."""
    workflow = scene.compiled.of(case).workflow
    for shelf in (workflow.decisions, workflow.says):
        found: Decision | Say | None = workflow.in_lifecycle(shelf, case.lifecycle, cell.name)
        if found is not None:
            return found
    return None


def declared_step(scene: Scene, case: Case, cell: Cell) -> Step | None:
    """The declaration behind a step's cell."""
    return scene.compiled.of(case).workflow.step(f"{case.lifecycle}.{cell.name}")
