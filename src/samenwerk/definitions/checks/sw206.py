"""Steps that follow each other by themselves and never come to rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samenwerk.definitions.checks.chart import MOST
from samenwerk.definitions.checks.example import BASE, Cases, a_step, changed, plus
from samenwerk.definitions.checks.walk import asks_about_step, contradictory, demands
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.values.declared import Lifecycle, Step
from samenwerk.values.diagnostic import Diagnostic

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading

code = "SW206"
title = {
    "nl": "Stappen die vanzelf gaan en nooit tot rust komen",
    "en": "Steps that follow each other by themselves and never come to rest",
}

TEXTS: TextsByCode = {
    "SW206": {
        "nl": Texts(
            "deze stappen volgen elkaar vanzelf en zonder einde: {names}",
            "hier begint de ring",
            "niemand houdt ze tegen; bij elke handeling gaat het dossier opnieuw rond.",
            "laat iemand een van deze stappen zetten, of geef een ervan een voorwaarde waardoor "
            "het ophoudt.",
        ),
        "en": Texts(
            "these steps follow each other by themselves and without end: {names}",
            "here the ring begins",
            "nobody stops them; at every act the case goes round again.",
            "let somebody do one of these steps, or give one of them a condition that makes it "
            "end.",
        ),
    },
    "SW206 stays": {
        "nl": Texts(
            'stap "{name}" gaat vanzelf en blijft waar hij is, telkens opnieuw',
            "dit houdt nooit op",
            "niemand houdt hem tegen; bij elke handeling wordt deze stap opnieuw gezet.",
            "laat de stap naar een andere fase leiden, of voeg aan needs toe: {{ not_done = "
            '"{name}" }}.',
        ),
        "en": Texts(
            'step "{name}" goes by itself and stays where it is, time and again',
            "this never ends",
            "nobody stops it; at every act this step is done again.",
            'let the step lead to another state, or add to needs: {{ not_done = "{name}" }}.',
        ),
    },
}

good = BASE
bad = changed(
    "[lifecycle.collaboration.step.stop]",
    """\
[lifecycle.collaboration.step.herinner]
nl = "Herinneren"
from = "lopend"
to = "stays"
by = "itself"
needs = ["betaalbaar"]
[lifecycle.collaboration.step.stop]""",
)
cases: Cases = {
    "": changed(
        "klaar = {",
        'wacht = { nl = "Wacht" }\nklaar = {',
        plus(
            a_step(
                "wachten", 'from = "lopend"', 'to = "wacht"', 'by = "itself"', 'needs = ["akkoord"]'
            )
            + a_step(
                "verder", 'from = "wacht"', 'to = "lopend"', 'by = "itself"', 'needs = ["akkoord"]'
            )
        ),
    ),
}


def check(reading: Reading) -> Iterator[Diagnostic]:
    """Rings of which no condition shows that they end."""
    workflow = reading.workflow
    for lifecycle in workflow.lifecycles.values() if workflow is not None else ():
        told: set[str] = set()
        for ring in _rings(lifecycle, told):
            names = tuple(step.name for step in ring)
            if told.isdisjoint(names) and not _ends(ring):
                told.update(names)
                place = reading.place("lifecycle", lifecycle.name, "step", names[0])
                alone = len(ring) == 1
                params: dict[str, object] = (
                    {"case": "stays", "name": names[0]} if alone else {"names": names}
                )
                yield Diagnostic(code, place, params)


def _rings(lifecycle: Lifecycle, told: set[str]) -> Iterator[tuple[Step, ...]]:
    """Rings of steps that nobody does, the shortest of each beginning that is not told yet."""
    steps = [step for step in lifecycle.steps.values() if step.automatic and step.sources]
    leaving: dict[str, list[Step]] = {}
    for step in steps:
        if step.to == "stays" or step.to in step.sources:
            yield (step,)
        for state in step.sources:
            leaving.setdefault(state, []).append(step)
    for step in steps[:MOST]:
        if step.name in told:
            continue
        before: dict[str, Step | None] = {step.name: None}
        come: set[str] = set()
        waiting = [step]
        for at in waiting:
            if at is not step and at.to in step.sources:
                yield _trail(before, at)
                break
            if at.to not in come:
                come.add(at.to)
                more = [one for one in leaving.get(at.to, ()) if one.name not in before]
                before |= {one.name: at for one in more}
                waiting += more


def _trail(before: dict[str, Step | None], last: Step) -> tuple[Step, ...]:
    trail = [last]
    while (step := before[trail[-1].name]) is not None:
        trail.append(step)
    return tuple(reversed(trail))


def _ends(ring: tuple[Step, ...]) -> bool:
    """Whether a condition asks what was done in the ring, or two of them cannot go together."""
    names = [step.name for step in ring]
    if any(asks_about_step((step.needs, step.once_past), names) for step in ring):
        return True
    return contradictory(one for step in ring for one in demands(step))
