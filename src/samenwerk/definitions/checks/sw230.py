"""A say that cannot work as it is written: silence as consent, or nobody who can have it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samenwerk.definitions.checks.example import Cases, changed
from samenwerk.definitions.checks.sw214 import possible_sorts
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.values.declared import Workflow
from samenwerk.values.diagnostic import Diagnostic
from samenwerk.values.say import Say

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading

code = "SW230"
title = {"nl": "Inspraak die zo niet kan werken", "en": "A say that cannot work as it is written"}

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
            '"{name}" says what silence means, but the time to answer never ends',
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
    "SW230 no_no": {
        "nl": Texts(
            'bij "{name}" kan niemand tegen zijn',
            "dit geldt nooit",
            "wie alleen bericht krijgt of vragen stelt, zegt geen nee.",
            'haal dit weg, of kies een ander recht, zoals right = "advise".',
        ),
        "en": Texts(
            'at "{name}" nobody can be against',
            "this never holds",
            "who is only told, or asks, never says no.",
            'take this away, or choose another right, as right = "advise".',
        ),
    },
    "SW230 stands": {
        "nl": Texts(
            'bij "{name}" heeft {written} geen betekenis: een nee blijft daar een nee',
            "dit verandert niets",
            "zonder ja gaat het niet door, dus er is niets om daarna te doen of uit te leggen.",
            "haal {written} weg, of noem bij instead wat een ja kan vervangen.",
        ),
        "en": Texts(
            'at "{name}" {written} means nothing: a no stays a no there',
            "this changes nothing",
            "without a yes it does not go on, so there is nothing to do or explain after it.",
            "take {written} away, or name at instead what can replace a yes.",
        ),
    },
    "SW230 first": {
        "nl": Texts(
            'bij "{name}" heeft first geen betekenis: een gesprek verandert daar geen nee',
            "dit verandert niets",
            "wie moet instemmen, zegt na een gesprek zelf ja, of blijft bij nee.",
            "haal first weg.",
        ),
        "en": Texts(
            'at "{name}" first means nothing: a talk does not change a no there',
            "this changes nothing",
            "who must agree says yes itself after a talk, or stays with no.",
            "take first away.",
        ),
    },
    "SW230 instead": {
        "nl": Texts(
            'bij "{name}" is geen ja nodig, dus is er ook niets dat het vervangt',
            "dit vervangt niets",
            "wie gehoord wordt of adviseert, houdt met een nee niets tegen.",
            'haal instead weg, of vraag om een ja: right = "agree" of "authorise".',
        ),
        "en": Texts(
            'at "{name}" no yes is needed, so nothing replaces it either',
            "this replaces nothing",
            "who is heard or advises stops nothing by saying no.",
            'take instead away, or ask for a yes: right = "agree" or "authorise".',
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
cases: Cases = {
    "silent": changed('answer_within = "6 weeks"\n', "", good),
    "idle": changed('right = "advise"', 'right = "be_heard"', good),
    "nobody": changed(
        "exactly = 1",
        "exactly = 0",
        changed('by = "aanbieder"\nright', 'by = "voorzitter"\nright', good),
    ),
    "opening": changed('before = "collaboration.stop"', 'before = "collaboration.begin"', good),
    "no_no": changed(
        'if_silent = "goes_on"',
        "if_against = { reasons = true }",
        changed(
            'right = "advise"\nbefore = "collaboration.stop"\nanswer_within = "6 weeks"',
            'right = "be_told"',
            good,
        ),
    ),
    "first": changed(
        'if_silent = "goes_on"',
        'if_against = { first = "collaboration.stop" }',
        changed('right = "advise"', 'right = "agree"', good),
    ),
    "stands": changed(
        'if_silent = "goes_on"',
        "if_against = { reasons = true }",
        changed('right = "advise"', 'right = "agree"', good),
    ),
    "instead": changed('if_silent = "goes_on"', 'if_against = { instead = "betaalbaar" }', good),
}


def check(reading: Reading) -> Iterator[Diagnostic]:
    """One for each word of a say that cannot be meant."""
    workflow = reading.workflow
    for say in workflow.says.values() if workflow is not None else ():
        above = ("lifecycle", say.lifecycle) if say.lifecycle else ()
        path = (*above, "say", say.name)
        yield from _silence(reading, say, path)
        yield from _no(reading, say, path)
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


def _no(reading: Reading, say: Say, path: tuple[str, ...]) -> Iterator[Diagnostic]:
    """What stands at a no that cannot be said, or that leads nowhere."""
    against = (*path, "if_against")
    node = reading.node(*against)
    if node is None:
        return
    if say.right in ("be_told", "ask"):
        yield Diagnostic(code, reading.place(*against), {"case": "no_no", "name": say.name})
        return
    for key in node.table:
        case = None
        if key == "instead" and not say.consent:
            case = "instead"
        elif key == "first" and say.consent:
            case = "first"
        elif key in ("reasons", "holds_up") and say.consent and say.instead is None:
            case = "stands"
        if case is not None:
            place = reading.place(*against, key)
            yield Diagnostic(code, place, {"name": say.name, "written": key, "case": case})
