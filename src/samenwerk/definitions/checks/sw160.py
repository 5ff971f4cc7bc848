"""An effect whose parameters or facts do not fit."""

from __future__ import annotations

from samenwerk.definitions.checks.example import FACTS, Cases, changed, found_while_reading, plus
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW160"
title = {
    "nl": "Een verzending die zo niet kan",
    "en": "An effect that cannot be like this",
}

TEXTS: TextsByCode = {
    "SW160 per": {
        "nl": Texts(
            "{written} is er voor elke partij apart",
            "dit is er voor elke partij apart",
            "een verzending is er een keer, en wat ervan komt hoort bij het dossier.",
            "noem een gegeven van het dossier zelf.",
        ),
        "en": Texts(
            "{written} is there for each party apart",
            "this is there for each party apart",
            "an effect is there once, and what comes of it belongs to the case.",
            "name a fact of the case itself.",
        ),
    },
    "SW160 elsewhere": {
        "nl": Texts(
            "{written} hoort bij een ander dossier",
            "dit hoort bij een ander dossier",
            "wat er van een verzending komt, staat in het dossier waarin de stap is gezet.",
            "noem een gegeven van de levensloop van die stap, of van de hele werkwijze.",
        ),
        "en": Texts(
            "{written} belongs to another case",
            "this belongs to another case",
            "what comes of an effect is kept in the case in which the step was done.",
            "name a fact of the lifecycle of that step, or of the whole workflow.",
        ),
    },
    "SW160 fixed": {
        "nl": Texts(
            "{written} verandert na een stap niet meer",
            "dit gegeven kan dan al vaststaan",
            "een verzending kan later lukken dan gedacht; dan moet dat nog vast te leggen zijn.",
            "neem een gegeven zonder fixed_from.",
        ),
        "en": Texts(
            "{written} no longer changes after a step",
            "this fact may be fixed by then",
            "an effect may come about later than thought; then that must still be recorded.",
            "take a fact without fixed_from.",
        ),
    },
    "SW160 records": {
        "nl": Texts(
            "{written} is niet met ja of nee te beantwoorden",
            "dit is geen yes_no",
            "bij records komt te staan dat de verzending gelukt is: ja.",
            'neem een gegeven met type = "yes_no", of schrijf dit bij gives.',
        ),
        "en": Texts(
            "{written} cannot be answered with yes or no",
            "this is no yes_no",
            "records keeps whether the effect came about: yes.",
            'take a fact with type = "yes_no", or write this at gives.',
        ),
    },
    "SW160 text": {
        "nl": Texts(
            "{written} is vrije tekst",
            "dit is vrije tekst",
            "vrije tekst over mensen komt van mensen, niet van een plug-in.",
            "neem een gegeven van een ander type, als choice of whole_number.",
        ),
        "en": Texts(
            "{written} is free text",
            "this is free text",
            "free text about people comes from people, not from a plugin.",
            "take a fact of another type, as choice or whole_number.",
        ),
    },
    "SW160 unknown": {
        "nl": Texts(
            "{plugin} krijgt geen {written} mee",
            "dit verwacht de plug-in niet",
            "wat de plug-in niet verwacht, kan hij niet gebruiken.",
            "haal het weg, of kijk met samenwerk plugins wat hij wel verwacht.",
        ),
        "en": Texts(
            "{plugin} does not take {written}",
            "this the plugin does not expect",
            "what the plugin does not expect it cannot use.",
            "take it away, or see with samenwerk plugins what it does expect.",
        ),
    },
    "SW160 needed": {
        "nl": Texts(
            "{plugin} heeft {written} nodig",
            "hier ontbreekt wat de plug-in nodig heeft",
            "zonder dat mislukt de verzending elke keer.",
            "schrijf {written} bij with.",
        ),
        "en": Texts(
            "{plugin} needs {written}",
            "what the plugin needs is missing here",
            "without it the effect fails every time.",
            "write {written} at with.",
        ),
    },
    "SW160 value": {
        "nl": Texts(
            "{written} past niet bij wat {plugin} verwacht: {wanted}",
            "dit past niet",
            "met een waarde van een andere soort mislukt de verzending elke keer.",
            "schrijf hier {wanted}.",
        ),
        "en": Texts(
            "{written} does not fit what {plugin} expects: {wanted}",
            "this does not fit",
            "with a value of another kind the effect fails every time.",
            "write {wanted} here.",
        ),
    },
    "SW160 back": {
        "nl": Texts(
            "{plugin} geeft bij {name} {wanted}, en dat past niet in {written}",
            "dit gegeven is van een andere soort",
            "wat terugkomt is dan nooit vast te leggen, en de verzending mislukt elke keer.",
            "noem een gegeven van die soort.",
        ),
        "en": Texts(
            "{plugin} gives {wanted} as {name}, and that does not fit in {written}",
            "this fact is of another type",
            "what comes back can then never be recorded, and the effect fails every time.",
            "name a fact of that type.",
        ),
    },
    "SW160 gives": {
        "nl": Texts(
            "{plugin} geeft geen {written} terug",
            "dit geeft de plug-in niet",
            "op wat nooit terugkomt, wacht iedereen voor niets.",
            "haal het weg, of kijk met samenwerk plugins wat hij wel geeft.",
        ),
        "en": Texts(
            "{plugin} gives no {written} back",
            "this the plugin does not give",
            "everybody waits in vain for what never comes back.",
            "take it away, or see with samenwerk plugins what it does give.",
        ),
    },
}

_EFFECT = """\
[effect.brief]
nl = "Brief"
on_step = "collaboration.begin"
plugin = "voorbeeld.letter"
"""
_NEEDS = changed('version = "1"', 'version = "1"\nplugins = ["voorbeeld>=0.1"]', FACTS)
_SENT = '[fact.verzonden]\nnl = "Verzonden"\ntype = "yes_no"\n'


def _with(more: str = "", text: str = "", subject: str = 'subject = "Balie", ') -> str:
    along = f'with = {{ to = {{ role = "voorzitter" }}, {subject}{more} }}\n'
    return plus(_EFFECT + along.replace(",  }", " }") + text, plus(_SENT, _NEEDS))


good = _with('text = { fact = "toelichting" }', 'records = "verzonden"\n')
bad = _with(text='records = "kosten"\n')
cases: Cases = {
    "per": _with('text = { fact = "uren" }'),
    "elsewhere": plus(
        '[lifecycle.klus]\nnl = "Klus"\nunder = "collaboration"\n'
        '[lifecycle.klus.fact.klaar]\nnl = "Klaar"\ntype = "yes_no"\nby = "voorzitter"\n'
        '[lifecycle.klus.state]\nopen = { nl = "Open", final = true }\n'
        '[lifecycle.klus.step.open]\nnl = "Openen"\nto = "open"\nby = "voorzitter"\n',
        _with(text='records = "klus.klaar"\n'),
    ),
    "fixed": _with(text='gives = { number = "ingang" }\n').replace(
        'type = "date"', 'type = "date"\nfixed_from = "collaboration.stop"'
    ),
    "text": _with(text='gives = { number = "toelichting" }\n'),
    "unknown": _with('toon = "kort"'),
    "needed": _with(subject=""),
    "value": _with('text = { fact = "kosten" }'),
    "back": _with(text='gives = { number = "ingang" }\n'),
    "gives": _with(text='gives = { dag = "ingang" }\n'),
}

check = found_while_reading
