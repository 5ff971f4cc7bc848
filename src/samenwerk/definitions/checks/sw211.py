"""A fact or question that a step asks and nobody can record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from samenwerk.core.leaves.decision import Decision as DecisionLeaf
from samenwerk.core.leaves.open import Open
from samenwerk.definitions.checks.example import BASE, changed
from samenwerk.definitions.checks.walk import asked_in, steps_of
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.values.declared import Fact, Workflow
from samenwerk.values.diagnostic import Diagnostic
from samenwerk.values.message import Message
from samenwerk.values.operand import FactOf

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading

code = "SW211"
title = {
    "nl": "Een gegeven dat niemand kan vastleggen",
    "en": "A fact or question that a step asks and nobody can record",
}

TEXTS: TextsByCode = {
    "SW211": {
        "nl": Texts(
            'naar {kind} "{name}" wordt gevraagd, en niemand kan het antwoord vastleggen',
            "hier ontbreekt by",
            "een voorwaarde die hierop rust, blijft voor altijd zoals zij nu is.",
            'schrijf by = met wie het vastlegt, of noem "{name}" bij fill_in van een stap.',
        ),
        "en": Texts(
            '{kind} "{name}" is asked for, and nobody can record it',
            "by is missing here",
            "a condition that rests on this stays for ever what it is now.",
            'write by = with who records it, or name "{name}" at fill_in of a step.',
        ),
    },
}

good = BASE
bad = changed('kosten = { type = "money", by = "voorzitter"', 'kosten = { type = "money"')


def check(reading: Reading) -> Iterator[Diagnostic]:
    """One for each of them; where a plugin is named, that may be who knows the fact."""
    workflow = reading.workflow
    if workflow is None or workflow.plugins:
        return
    filled = {
        (lifecycle, name)
        for step in steps_of(workflow)
        for name in step.fill_in
        for lifecycle in (step.lifecycle, None)
    }
    unknown = {
        full: fact
        for full, fact in workflow.facts.items()
        if not fact.by and not fact.own and (fact.lifecycle, fact.name) not in filled
    }
    asked = _asked(workflow) if unknown else frozenset()
    for full, fact in unknown.items():
        if full in asked:
            above = ("lifecycle", fact.lifecycle) if fact.lifecycle else ()
            params = {"kind": Message(f"kind.{fact.family}"), "name": fact.name}
            place = reading.place(*above, fact.family, fact.name)
            yield Diagnostic(code, place, params, serious=False)


def _asked(workflow: Workflow) -> frozenset[str]:
    """The full names of the facts that steps ask, in needs and in days."""
    found: set[str] = set()
    for step in steps_of(workflow):
        for one, home in asked_in(step.lifecycle, step.needs, step.once_past):
            fact = _fact(workflow, one, home)
            if fact is not None:
                found.add(f"{fact.lifecycle}.{fact.name}" if fact.lifecycle else fact.name)
    return frozenset(found)


def _fact(workflow: Workflow, one: Any, home: str | None) -> Fact | None:
    match one:
        case Open(full_name=full):
            return workflow.facts.get(full)
        case FactOf(name=name, above=above):
            at, short = above or home or "", name
        case DecisionLeaf(declared=declared) if declared.weight is not None:
            lifecycle, _, short = declared.weight.rpartition(".")
            at = lifecycle or home or ""
        case _:
            return None
    found = workflow.in_lifecycle(workflow.facts, at, short)
    return found if isinstance(found, Fact) else None
