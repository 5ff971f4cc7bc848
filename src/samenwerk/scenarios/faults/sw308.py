"""Expectations of one act that do not go together."""

from __future__ import annotations

from samenwerk.definitions.checks.shown import Cases, Shown
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.scenarios.faults.example import BESIDE, STORY, changed_story, found_while_reading

code = "SW308"
title = {
    "nl": "Verwachtingen van één handeling die niet samengaan",
    "en": "Expectations of one act that do not go together",
}

TEXTS: TextsByCode = {
    "SW308 twice": {
        "nl": Texts(
            "{written} staat twee keer bij dezelfde handeling",
            "hier voor de tweede keer",
            "wat onder een handeling staat, geldt voor die ene handeling; daarvan kan maar één "
            "ding worden verwacht.",
            "haal een van de twee weg, of zet boven deze regel de handeling waar hij bij hoort.",
        ),
        "en": Texts(
            "{written} stands twice under the same act",
            "here for the second time",
            "what stands under an act is about that one act, of which only one thing can be "
            "expected.",
            "take one of the two away, or put above this line the act that it belongs to.",
        ),
    },
    "SW308 no_verdict": {
        "nl": Texts(
            "{written} hoort bij een weigering, maar er staat geen verdict",
            "mag dit of niet?",
            "zonder verdict verwacht een verhaal dat de handeling mag; dan is er geen reden en "
            "niemand die het wel kan.",
            'schrijf het verdict voor {written}, als verdict = "not_yet".',
        ),
        "en": Texts(
            "{written} is about a refusal, but there is no verdict",
            "is this allowed or not?",
            "without a verdict a story expects the act to be allowed; then there is no reason, "
            "and nobody else who can.",
            'write the verdict before {written}, as verdict = "not_yet".',
        ),
    },
    "SW308 ground": {
        "nl": Texts(
            'een ground hoort alleen bij verdict = "never"',
            "hier is het verdict {written}",
            "ground zegt waarom iets nooit kan; bij {written} kan dat niet worden gezegd.",
            'schrijf verdict = "never", of haal ground weg.',
        ),
        "en": Texts(
            'a ground belongs with verdict = "never" only',
            "the verdict here is {written}",
            "ground says why something can never be; of {written} that cannot be said.",
            'write verdict = "never", or take ground away.',
        ),
    },
}


def _example(text: str) -> Shown:
    return Shown(text, "scenarios", BESIDE)


good = STORY
bad = changed_story('{ state = "lopend" },', '{ state = "lopend" },\n  { state = "klaar" },')
cases: Cases = {
    "no_verdict": _example(changed_story('verdict = "not_yet", because', "because")),
    "ground": _example(changed_story('because = "akkoord"', 'ground = "over"')),
}
of = "scenarios"
files = BESIDE

check = found_while_reading
