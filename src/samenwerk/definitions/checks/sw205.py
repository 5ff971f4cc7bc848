"""A step that goes by itself and never gets its turn, because another always goes first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samenwerk.definitions.checks.chart import MOST
from samenwerk.definitions.checks.example import BASE, changed
from samenwerk.definitions.checks.walk import demands
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.values.declared import Step
from samenwerk.values.diagnostic import Diagnostic
from samenwerk.values.tree import Node

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading

code = "SW205"
title = {
    "nl": "Een stap die nooit aan de beurt komt",
    "en": "A step that goes by itself and never gets its turn, because another always goes first",
}

TEXTS: TextsByCode = {
    "SW205": {
        "nl": Texts(
            'stap "{step}" komt nooit aan de beurt: "{first}" gaat altijd voor',
            'niet te onderscheiden van "{first}"',
            'beide gaan vanzelf vanuit fase "{state}", en als deze stap kan, kan "{first}" ook. '
            "Dan gaat de stap voor waarvan de naam vooraan staat in het alfabet.",
            'geef "{first}" een voorwaarde die bij "{step}" juist niet geldt, of haal een van de '
            "twee weg.",
        ),
        "en": Texts(
            'step "{step}" never gets its turn: "{first}" always goes first',
            'cannot be told apart from "{first}"',
            'both go by themselves from state "{state}", and when this step can be done, so can '
            '"{first}". Then the step goes first whose name comes first in the alphabet.',
            'give "{first}" a condition that does not hold for "{step}", or take one of the two '
            "away.",
        ),
    },
}

good = BASE
bad = changed(
    "[lifecycle.collaboration.step.stop]",
    """\
[lifecycle.collaboration.step.een]
nl = "Vanzelf klaar"
from = "lopend"
to = "klaar"
by = "itself"
needs = ["betaalbaar"]
[lifecycle.collaboration.step.twee]
nl = "Vanzelf ook klaar"
from = "lopend"
to = "klaar"
by = "itself"
needs = ["betaalbaar", { document = "nota" }]
[lifecycle.collaboration.step.stop]""",
)


def check(reading: Reading) -> Iterator[Diagnostic]:
    """Steps of which one before asks nothing more; who stays may let another follow."""
    workflow = reading.workflow
    for lifecycle in workflow.lifecycles.values() if workflow is not None else ():
        before: dict[tuple[object, ...], list[tuple[Step, frozenset[Node]]]] = {}
        for step in lifecycle.steps.values():
            if step.automatic is None or (step.automatic == "time" and step.once_past is None):
                continue
            asked = demands(step)
            found: tuple[Step, str] | None = None
            for state in step.sources:
                turns = before.setdefault((state, step.automatic, step.once_past), [])
                first = next((one for one, less in turns if less <= asked), None)
                found = found or (None if first is None else (first, state))
                if step.to not in ("stays", "back", state) and len(turns) < MOST:
                    turns.append((step, asked))
            if found is not None:
                place = reading.place("lifecycle", lifecycle.name, "step", step.name)
                params = {"step": step.name, "first": found[0].name, "state": found[1]}
                yield Diagnostic(code, place, params)
