"""A say that cannot work as it is written: silence as consent, or nobody who can have it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samenwerk.definitions.checks.example import changed
from samenwerk.definitions.checks.sw214 import possible_sorts
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.values.declared import Workflow
from samenwerk.values.diagnostic import Diagnostic
from samenwerk.values.say import Say

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading

code = "SW230"

TEXTS: TextsByCode = {
    "SW230": {
        "nl": Texts(
            'bij "{name}" geldt zwijgen als instemmen',
            "zwijgen is geen instemming",
            "wie moet instemmen of toestemming geven, doet dat zelf; zwijgen is nooit een ja.",
            'schrijf if_silent = "waits" of "against", of vraag om advies: right = "advise".',
        ),
        "en": Texts(
            'at "{name}" silence counts as consent',
            "silence is no consent",
            "who must agree or authorise does so itself; silence is never a yes.",
            'write if_silent = "waits" or "against", or ask for advice: right = "advise".',
        ),
    },
    "SW230 silent": {
        "nl": Texts(
            'bij "{name}" staat wat zwijgen betekent, maar de tijd om te antwoorden eindigt nooit',
            "dit geldt pas als die tijd voorbij is",
            "zonder answer_within kan iedereen altijd nog antwoorden.",
            'schrijf erbij: answer_within = "6 weeks", of haal dit weg.',
        ),
        "en": Texts(
            'at "{name}" stands what silence means, but the time to answer never ends',
            "this holds only once that time is over",
            "without answer_within everyone can always still answer.",
            'add answer_within = "6 weeks", or take this away.',
        ),
    },
    "SW230 idle": {
        "nl": Texts(
            'bij "{name}" betekent zwijgen altijd hetzelfde',
            "dit verandert hier niets",
            "alleen wie adviseert of moet instemmen, kan met zwijgen iets ophouden.",
            "haal if_silent hier weg.",
        ),
        "en": Texts(
            'at "{name}" silence always means the same',
            "this changes nothing here",
            "only who advises or must agree can hold anything up by silence.",
            "take if_silent away here.",
        ),
    },
    "SW230 opening": {
        "nl": Texts(
            'stap "{step}" opent het dossier, en voor die tijd kan niemand iets zeggen',
            "deze stap is de eerste",
            "wat iemand zegt, wordt in het dossier vastgelegd; dat is er dan nog niet.",
            "noem bij before een latere stap.",
        ),
        "en": Texts(
            'step "{step}" opens the case, and nobody can say anything before that',
            "this step is the first one",
            "what somebody says is recorded in the case, which is not there yet.",
            "name a later step at before.",
        ),
    },
    "SW230 nobody": {
        "nl": Texts(
            'inspraak "{name}" kan niemand hebben',
            "hier hoort nooit iemand bij",
            "waar niemand gehoord kan worden, komt er nooit een antwoord.",
            "noem bij by wie de inspraak heeft, of kijk naar exactly en sort van die rol of groep.",
        ),
        "en": Texts(
            'nobody can have say "{name}"',
            "nobody is ever one of these",
            "where nobody can be heard there is never an answer.",
            "name at by who has the say, or look at exactly and sort of that role or group.",
        ),
    },
}

_ADVICE = """\
[say.advies]
nl = "Advies van de aanbieders"
by = "aanbieder"
right = "advise"
before = "collaboration.stop"
answer_within = "6 weeks"
if_silent = "goes_on"

[lifecycle.collaboration]"""

good = changed("[lifecycle.collaboration]", _ADVICE)
bad = changed('right = "advise"', 'right = "agree"', good)


def check(reading: Reading) -> Iterator[Diagnostic]:
    """One for each word of a say that cannot be meant."""
    workflow = reading.workflow
    for say in workflow.says.values() if workflow is not None else ():
        above = ("lifecycle", say.lifecycle) if say.lifecycle else ()
        path = (*above, "say", say.name)
        yield from _silence(reading, say, path)
        for number, step in enumerate(say.before):
            if workflow is not None and _opens(workflow, step):
                node = reading.node(*path, "before")
                place = reading.place(*path) if node is None else node.items[number].place
                params = {"case": "opening", "name": say.name, "step": step}
                yield Diagnostic(code, place, params)
        found = [possible_sorts(who) for who in say.by]
        if all(one is not None and not one for one in found):
            place = reading.place(*path, "by", key=False)
            yield Diagnostic(code, place, {"case": "nobody", "name": say.name})


def _opens(workflow: Workflow, step: str) -> bool:
    found = workflow.step(step)
    return found is not None and found.opens


def _silence(reading: Reading, say: Say, path: tuple[str, ...]) -> Iterator[Diagnostic]:
    if reading.node(*path, "if_silent") is None:
        return
    place = reading.place(*path, "if_silent", key=False)
    if say.consent and say.if_silent == "goes_on":
        yield Diagnostic(code, place, {"name": say.name})
    elif say.right not in ("advise", "agree", "authorise"):
        yield Diagnostic(code, place, {"case": "idle", "name": say.name}, serious=False)
    elif say.if_silent != "waits" and say.answer_within is None:
        yield Diagnostic(code, place, {"case": "silent", "name": say.name})
