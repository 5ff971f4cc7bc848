"""A step that gives its doer a role which none of its doers can have: all are of another sort."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samenwerk.definitions.checks.example import TASK, changed
from samenwerk.definitions.checks.sw214 import possible_sorts
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.values.diagnostic import Diagnostic

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading

code = "SW217"
title = {
    "nl": "Een stap die een rol geeft die niemand daar kan hebben",
    "en": "A step that gives a role which nobody there can have",
}

TEXTS: TextsByCode = {
    "SW217": {
        "nl": Texts(
            'niemand die stap "{step}" mag doen, kan "{role}" worden',
            "dit mag alleen: {allowed}",
            "wie de stap doet, krijgt de rol, en de rol vraagt om een andere soort partij; de "
            "stap wordt dus altijd geweigerd.",
            "noem bij by iemand van zo'n soort, of kijk naar sort van de rol.",
        ),
        "en": Texts(
            'nobody who may do step "{step}" can become "{role}"',
            "only for: {allowed}",
            "who does the step gets the role, and the role asks for another sort of party; so "
            "the step is always refused.",
            "name at by somebody of such a sort, or look at sort of the role.",
        ),
    },
}

_ROLE = 'keurder = { sort = "gemeente", nl = "Keurder" }'

good = changed('keurder = { nl = "Keurder" }', _ROLE, TASK)
bad = changed('by = "deelnemer"\ntakes', 'by = "aanbieder"\ntakes', good)


def check(reading: Reading) -> Iterator[Diagnostic]:
    """What can be said without a register: of which sorts those who do a step can be."""
    workflow = reading.workflow
    for lifecycle in workflow.lifecycles.values() if workflow is not None else ():
        for step in lifecycle.steps.values():
            if not step.takes_sorts or not step.by or step.automatic is not None:
                continue
            found = [possible_sorts(who) for who in step.by]
            if any(one is None or one & set(step.takes_sorts) for one in found):
                continue
            path = ("lifecycle", step.lifecycle, "step", step.name, "takes")
            params = {"step": step.name, "role": step.takes, "allowed": step.takes_sorts}
            place = reading.place(*path, key=False)
            yield Diagnostic(code, place, params, serious=False)
