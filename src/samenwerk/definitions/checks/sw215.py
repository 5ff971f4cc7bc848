"""A step with a condition that can never be met."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from samenwerk.core.leaves.case import CaseState
from samenwerk.core.leaves.decision import Decision
from samenwerk.core.leaves.document import Document
from samenwerk.core.leaves.done import Done
from samenwerk.core.leaves.fact import Fact
from samenwerk.core.leaves.known import Known
from samenwerk.core.leaves.open import Open
from samenwerk.definitions.checks.example import BASE, TASK, VERSIONS, Cases, changed
from samenwerk.definitions.checks.walk import (
    asks_about_step,
    atoms,
    contradictory,
    leaf_of,
    steps_of,
)
from samenwerk.definitions.laying.merge import Node
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.values.declared import Step, Workflow
from samenwerk.values.diagnostic import Diagnostic
from samenwerk.values.operand import DayOfStep, FactOf
from samenwerk.values.tree import Node as Tree
from samenwerk.values.tree import Versions

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading

code = "SW215"
title = {
    "nl": "Een voorwaarde waaraan nooit voldaan kan zijn",
    "en": "A step with a condition that can never be met",
}

_WHAT_NL = 'aan deze voorwaarde van stap "{step}" kan nooit voldaan zijn'
_WHAT_EN = 'this condition of step "{step}" can never be met'
_WHY_NL = "zo kan niemand deze stap ooit zetten."
_WHY_EN = "this way nobody can ever do this step."

TEXTS: TextsByCode = {
    "SW215": {
        "nl": Texts(
            _WHAT_NL,
            "een andere voorwaarde vraagt het tegendeel",
            _WHY_NL,
            "laat een van de twee voorwaarden weg.",
        ),
        "en": Texts(
            _WHAT_EN,
            "another condition asks the opposite",
            _WHY_EN,
            "leave one of the two conditions out.",
        ),
    },
    "SW215 itself": {
        "nl": Texts(
            _WHAT_NL,
            'dan is "{step}" nog nooit gezet',
            _WHY_NL,
            "haal deze voorwaarde weg, of noem een andere stap.",
        ),
        "en": Texts(
            _WHAT_EN,
            '"{step}" was never done by then',
            _WHY_EN,
            "take this condition away, or name another step.",
        ),
    },
    "SW215 chosen": {
        "nl": Texts(
            _WHAT_NL,
            'de versie volgt uit de dag van "{step}" zelf',
            "deze regel kiest zijn versie naar een dag die er pas is als deze stap gezet is.",
            "kies bij chosen_on een dag die al eerder bekend is, als die van een stap ervoor.",
        ),
        "en": Texts(
            _WHAT_EN,
            'the version follows from the day of "{step}" itself',
            "this rule chooses its version by a day that is there only once this step was done.",
            "choose a day at chosen_on that is known earlier, as that of a step before it.",
        ),
    },
    "SW215 opens": {
        "nl": Texts(
            _WHAT_NL,
            "dit dossier moet dan nog beginnen",
            "deze stap opent een dossier; voor die tijd is daarin niets gedaan, vastgelegd, "
            "ingediend of besloten.",
            "vraag dit bij een latere stap, of laat het invullen met fill_in.",
        ),
        "en": Texts(
            _WHAT_EN,
            "this case has yet to begin then",
            "this step opens a case; before that nothing was done, recorded, handed in or decided "
            "in it.",
            "ask this at a later step, or have it filled in with fill_in.",
        ),
    },
    "SW215 above": {
        "nl": Texts(
            _WHAT_NL,
            'dit dossier hangt niet onder "{lifecycle}"',
            _WHY_NL,
            "noem een levensloop waar dit dossier onder hangt, of schrijf die bij under.",
        ),
        "en": Texts(
            _WHAT_EN,
            'this case does not hang under "{lifecycle}"',
            _WHY_EN,
            "name a lifecycle that this case hangs under, or write it at under.",
        ),
    },
}

good = BASE
bad = changed('{ document = "nota" }]', '{ done = "stop" }]')
cases: Cases = {
    "": changed("needs = [", 'needs = [{ not = "betaalbaar" }, '),
    "chosen": changed(
        '"today"',
        '"collaboration.stop"',
        changed('"akkoord", {', '"akkoord", "tijdig", {', VERSIONS),
    ),
    "opens": changed('to = "lopend"', 'to = "lopend"\nneeds = [{ document = "nota" }]'),
    "above": changed('{ document = "nota" }]', '{ parent = "klus", in = "loopt" }]', TASK),
}


def check(reading: Reading) -> Iterator[Diagnostic]:
    """One for each line of `needs` that shows it by its form alone."""
    workflow = reading.workflow
    for step in steps_of(workflow) if workflow is not None else ():
        written = reading.node("lifecycle", step.lifecycle, "step", step.name, "needs")
        lines = [] if written is None else written.items
        asked: list[tuple[Node, list[Tree]]] = []
        # needs beyond the lines written come from not_before and not_after
        for line, need in zip(lines, step.needs, strict=False):
            if need.severity != "block":
                continue
            mine = list(atoms(need.part))
            asked.append((line, mine))
            found = next(filter(None, (_why(workflow, step, one) for one in mine)), None)
            if found is not None:
                yield Diagnostic(code, line.place, {"step": step.name, **found})
        opposite = _opposite(asked)
        if opposite is not None:
            yield Diagnostic(code, opposite.place, {"step": step.name})


def _opposite(asked: list[tuple[Node, list[Tree]]]) -> Node | None:
    """The first line that cannot go together with those before it."""

    def clash(count: int) -> bool:
        return contradictory(one for _, parts in asked[:count] for one in parts)

    if not clash(len(asked)):
        return None
    return asked[bisect_left(range(len(asked)), True, key=lambda last: clash(last + 1))][0]


def _why(workflow: Workflow | None, step: Step, asked: Tree) -> dict[str, object] | None:
    if isinstance(asked, Versions) and asks_about_step(asked.day, (step.name,)):
        return {"case": "chosen"}
    leaf = leaf_of(asked)
    above = leaf.lifecycle if isinstance(leaf, CaseState) else getattr(leaf, "above", None)
    if isinstance(leaf, CaseState) and leaf.where != "above":
        return None
    if above is not None and workflow is not None:
        chain = [step.lifecycle]
        while (under := workflow.lifecycles[chain[-1]].under) is not None and under not in chain:
            chain.append(under)
        return None if above in chain else {"case": "above", "lifecycle": above}
    if isinstance(leaf, Done) and leaf.step == step.name:
        return {"case": "itself"}
    if step.opens and _of_the_past(step, leaf):
        return {"case": "opens"}
    return None


def _of_the_past(step: Step, leaf: Any) -> bool:
    """Whether something in the case at hand is asked that was not filled in with the step."""
    match leaf:
        case Done():
            return True
        case Document(name=name) | Open(name=name):
            return name not in step.fill_in
        case Decision(declared=declared):
            return declared.absent != "trusts"
        case Fact(subject=FactOf() as fact) | Known(subject=FactOf() as fact):
            return fact.above is None and fact.silence is None and fact.name not in step.fill_in
        case Fact(subject=DayOfStep(above=None)) | Known(subject=DayOfStep(above=None)):
            return True
    return False
