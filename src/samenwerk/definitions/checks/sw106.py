"""A word that is not one of those that may stand there."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, changed, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW106"
title = {
    "nl": "Een woord dat niet bij de vaste woorden hoort",
    "en": "A word that is not one of those that may stand there",
}

TEXTS: TextsByCode = {
    "SW106": {
        "nl": Texts(
            "{written} is hier geen mogelijk woord",
            "dit woord kan hier niet",
            "hier kan alleen een van enkele vaste woorden staan.",
            "kies een van: {allowed}.",
        ),
        "en": Texts(
            "{written} is not one of the words that can stand here",
            "this word cannot stand here",
            "only one of a few fixed words can stand here.",
            "choose one of: {allowed}.",
        ),
    },
}

good = BASE
bad = changed('method = "qualified"', 'method = "qualifed"')

check = found_while_reading
