"""Free text that is compared."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, changed, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW119"
title = {"nl": "Een regel die op vrije tekst rust", "en": "Free text that is compared"}

TEXTS: TextsByCode = {
    "SW119": {
        "nl": Texts(
            "{written} is vrije tekst, en daar kan geen regel op rusten",
            "dit is vrije tekst",
            "vrije tekst kan over mensen gaan en moet gewist kunnen worden; een besluit moet "
            "dan blijven kloppen.",
            'maak er een keuze van met type = "choice" en one_of, of vraag alleen of het '
            'bekend is: {{ known = "{written}" }}.',
        ),
        "en": Texts(
            "{written} is free text, and no rule can rest on that",
            "this is free text",
            "free text may be about people and must be erasable; a decision must still hold "
            "after that.",
            'make it a choice with type = "choice" and one_of, or ask only whether it is '
            'known: {{ known = "{written}" }}.',
        ),
    },
}

good = BASE
bad = changed('{ fact = "kosten", at_most = "grens" }', '{ fact = "toelichting", is = "ja" }')

check = found_while_reading
