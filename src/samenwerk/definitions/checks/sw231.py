"""A duty that nobody can fulfil as it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from samenwerk.definitions.checks.example import Cases, a_step, changed
from samenwerk.definitions.checks.sw214 import possible_sorts
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.values.declared import Step, Workflow
from samenwerk.values.diagnostic import Diagnostic
from samenwerk.values.duty import Duty
from samenwerk.values.who import Who

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading

code = "SW231"
title = {
    "nl": "Een plicht die niemand kan nakomen",
    "en": "A duty that nobody can fulfil as it is written",
}

TEXTS: TextsByCode = {
    "SW231": {
        "nl": Texts(
            'plicht "{name}" kan niemand doen',
            "wie het moet doen, mag het niet",
            "wie een plicht heeft, moet die ook zelf kunnen doen.",
            'noem bij by iemand die "{must}" mag doen, of laat die ander dat ook doen.',
        ),
        "en": Texts(
            'nobody can do duty "{name}"',
            "who must do this may not",
            "who has a duty must be able to do it.",
            'name at by somebody who may do "{must}", or let the other do that too.',
        ),
    },
    "SW231 itself": {
        "nl": Texts(
            'plicht "{name}" gaat over een stap die niemand zet',
            "deze stap gaat vanzelf",
            "wat vanzelf gaat, is van niemand een plicht.",
            "noem bij must een stap die iemand zet.",
        ),
        "en": Texts(
            'duty "{name}" is about a step that nobody does',
            "this step goes by itself",
            "what goes by itself is nobody's duty.",
            "name at must a step that somebody does.",
        ),
    },
    "SW231 state": {
        "nl": Texts(
            'plicht "{name}" geldt alleen waar stap "{must}" niet kan',
            "in geen van deze fasen kan die stap",
            "zo'n plicht bestaat precies zolang niemand die kan doen.",
            "noem bij while_in een fase waarin die stap kan.",
        ),
        "en": Texts(
            'duty "{name}" holds only where step "{must}" cannot be done',
            "in none of these states that step can be done",
            "such a duty exists exactly as long as nobody can do it.",
            "name at while_in a state in which that step can be done.",
        ),
    },
    "SW231 each": {
        "nl": Texts(
            'bij plicht "{name}" is niet te zien wie "{must}" gedaan heeft',
            "dit is er maar een keer",
            "een stuk of gegeven dat er maar een keer is, kan niet van ieder apart zijn.",
            'haal each weg, noem een stap, of een gegeven met per = "party".',
        ),
        "en": Texts(
            'at duty "{name}" it does not show who did "{must}"',
            "there is only one of this",
            "a document or fact that is there once cannot be of each apart.",
            'take each away, name a step, or a fact with per = "party".',
        ),
    },
}

_DUTY = """\
[lifecycle.collaboration.duty.nota_sturen]
nl = "De nota sturen"
by = "voorzitter"
must = "nota"
due = "4 weeks"
while_in = "lopend"

[lifecycle.collaboration.state]"""

good = changed("[lifecycle.collaboration.state]", _DUTY)
bad = changed('by = "voorzitter"\nmust', 'by = "gemeente"\nmust', good)
cases: Cases = {
    "state": changed(
        '"lopend"\n\n', '"klaar"\n\n', changed('must = "nota"', 'must = "stop"', good)
    ),
    "itself": changed('must = "nota"', 'must = "verlopen"', good)
    + a_step(
        "verlopen", 'from = "lopend"', 'to = "klaar"', 'by = "time"', "once_past = 2028-12-31"
    ),
    "each": changed(
        'must = "nota"',
        'must = "kosten"',
        changed('by = "voorzitter"\nmust', 'by = "aanbieder"\neach = true\nmust', good),
    ),
}


def check(reading: Reading) -> Iterator[Diagnostic]:
    """One for each duty, at the first word that makes it impossible."""
    workflow = reading.workflow
    for duty in workflow.duties.values() if workflow is not None else ():
        assert workflow is not None
        found = _fault(workflow, duty)
        if found is not None:
            key, case = found
            path = ("lifecycle", duty.lifecycle, "duty", duty.name, key)
            params: dict[str, object] = {"name": duty.name, "must": duty.must}
            yield Diagnostic(code, reading.place(*path, key=False), {**params, **case})


def _fault(workflow: Workflow, duty: Duty) -> tuple[str, dict[str, object]] | None:
    """The key at fault and its case."""
    doers: Iterable[Who] = ()
    if duty.kind == "step":
        step = workflow.lifecycles[duty.lifecycle].steps[duty.must]
        if step.automatic is not None:
            return "must", {"case": "itself"}
        if duty.while_in and not set(duty.while_in) & set(step.sources):
            return "while_in", {"case": "state"}
        doers = step.by
    elif duty.kind == "document":
        document = workflow.in_lifecycle(workflow.documents, duty.lifecycle, duty.must)
        doers = document.by
    else:
        fact = workflow.in_lifecycle(workflow.facts, duty.lifecycle, duty.must)
        filling = _filling(workflow, duty)
        doers = fact.by or tuple(one for step in filling for one in step.by)
    if duty.each and duty.kind != "step" and (duty.kind == "document" or not fact.per):
        return "each", {"case": "each"}
    return ("by", {}) if doers and _apart(duty.by, doers) else None


def _filling(workflow: Workflow, duty: Duty) -> list[Step]:
    steps = workflow.lifecycles[duty.lifecycle].steps.values()
    return [step for step in steps if duty.must in step.fill_in]


def _apart(ones: Iterable[Who], others: Iterable[Who]) -> bool:
    """Whether no party can be one of both, as far as sorts show."""
    mine, theirs = ([possible_sorts(who) for who in whos] for whos in (ones, others))
    if None in mine or None in theirs:
        return False
    sorts = [frozenset[str]().union(*(one for one in some if one)) for some in (mine, theirs)]
    return not sorts[0] & sorts[1]
