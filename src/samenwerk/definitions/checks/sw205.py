"""A step that goes by itself and never gets its turn, because another always goes first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samenwerk.definitions.checks.example import BASE, changed
from samenwerk.definitions.checks.walk import demands
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.values.declared import Step
from samenwerk.values.diagnostic import Diagnostic

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading

code = "SW205"

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
    """Steps of which the one before asks nothing more; who stays may let another follow."""
    workflow = reading.workflow
    for lifecycle in workflow.lifecycles.values() if workflow is not None else ():
        steps = [step for step in lifecycle.steps.values() if step.automatic and step.sources]
        for number, step in enumerate(steps):
            for first in steps[:number]:
                shared = [state for state in first.sources if state in step.sources]
                shared = [state for state in shared if first.to not in ("stays", "back", state)]
                if shared and _covers(first, step):
                    place = reading.place("lifecycle", lifecycle.name, "step", step.name)
                    params = {"step": step.name, "first": first.name, "state": shared[0]}
                    yield Diagnostic(code, place, params)
                    break


def _covers(first: Step, step: Step) -> bool:
    same = first.automatic == step.automatic and first.once_past == step.once_past
    dated = step.automatic != "time" or step.once_past is not None
    return same and dated and demands(first) <= demands(step)
