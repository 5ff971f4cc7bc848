"""A rule, decision, say, window or invariant that nothing asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samenwerk.core.leaves.decision import Decision as DecisionLeaf
from samenwerk.core.leaves.say import Say as SayLeaf
from samenwerk.core.leaves.window import Window as WindowLeaf
from samenwerk.definitions.checks.example import BASE, Cases, changed, plus
from samenwerk.definitions.checks.own import own_elements
from samenwerk.definitions.checks.walk import inside, steps_of
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.values.declared import Workflow
from samenwerk.values.diagnostic import Diagnostic
from samenwerk.values.message import Message
from samenwerk.values.tree import Rule

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading

code = "SW207"
title = {"nl": "Iets waar nergens naar gevraagd wordt", "en": "Something that nothing asks"}

TEXTS: TextsByCode = {
    "SW207": {
        "nl": Texts(
            'naar {kind} "{name}" wordt nergens gevraagd',
            "geen stap vraagt hiernaar",
            "waar geen stap naar vraagt, dat houdt niets tegen en maakt niets mogelijk.",
            'noem "{name}" bij needs van een stap of in een regel die daar staat, of haal dit '
            "weg.",
        ),
        "en": Texts(
            'nothing asks for {kind} "{name}"',
            "no step asks for this",
            "what no step asks for stops nothing and makes nothing possible.",
            'name "{name}" at needs of a step, or in a rule that stands there, or take this away.',
        ),
    },
    "SW207 invariant": {
        "nl": Texts(
            'waarborg "{name}" vraagt niets',
            "deze lijst is leeg",
            "een waarborg zonder voorwaarden waarborgt niets.",
            "schrijf bij needs wat altijd moet gelden, of haal de waarborg weg.",
        ),
        "en": Texts(
            'invariant "{name}" asks nothing',
            "this list is empty",
            "an invariant without conditions guards nothing.",
            "write at needs what must always hold, or take the invariant away.",
        ),
    },
}

good = BASE
bad = changed(', "akkoord", {', ", {")
cases: Cases = {
    "invariant": plus(
        '[invariant.altijd]\nnl = "Altijd"\nto_reach = "collaboration.klaar"\nneeds = []\n'
    ),
}


def check(reading: Reading) -> Iterator[Diagnostic]:
    """Of what the author declares; of a rule that only an unasked rule asks, nothing more."""
    workflow = reading.workflow
    if workflow is None:
        return
    asked = _asked(workflow)
    for one in own_elements(reading, "rule", "decision", "say", "window"):
        if not one.inherited and (one.family, one.full) not in asked:
            params = {"kind": Message(f"kind.{one.family}"), "name": one.name}
            yield Diagnostic(code, one.written.key_place, params, serious=False)
    for one in own_elements(reading, "invariant"):
        needs = one.node.get("needs")
        if needs is not None and not needs.items:
            params = {"case": "invariant", "name": one.name}
            yield Diagnostic(code, needs.place, params, serious=False)


def _asked(workflow: Workflow) -> frozenset[tuple[str, str]]:
    """What steps, rules, invariants and transitional clauses ask, by family and full name."""
    # to be told and to ask are rights by themselves: no step has to wait for them
    free = [name for name, say in workflow.says.items() if say.right in ("be_told", "ask")]
    found = {("say", name) for name in free}
    asking: list[object] = [step.needs for step in steps_of(workflow)]
    asking += [rule.part for rule in workflow.rules.values()]
    asking += [one.needs for one in workflow.invariants.values()]
    asking += [one.needs for one in workflow.transitions.values()]
    for one in inside(*asking):
        match one:
            case Rule():
                found.add(("rule", one.name))
            case DecisionLeaf():
                found.add(("decision", one.full_name))
            case SayLeaf():
                found.add(("say", one.full_name))
            case WindowLeaf():
                found.add(("window", one.name))
    return frozenset(found)
