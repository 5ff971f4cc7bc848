"""A key that is no word of the language."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, changed, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW101"
title = {"nl": "Een woord dat hier niet hoort", "en": "A word that does not belong here"}

TEXTS: TextsByCode = {
    "SW101": {
        "nl": Texts(
            "het woord {written} wordt hier niet begrepen",
            "dit woord hoort hier niet",
            "een woord dat niemand leest doet niets; uw afspraak zou ongemerkt wegvallen.",
            "kijk of het anders gespeld wordt of ergens anders hoort. Hier kan staan: {known}.",
        ),
        "en": Texts(
            "the word {written} is not understood here",
            "this word does not belong here",
            "a word that nobody reads does nothing; what you agreed would silently be lost.",
            "see whether it is spelled otherwise or belongs elsewhere. What may stand here: "
            "{known}.",
        ),
    },
}

good = BASE
bad = changed('from = "lopend"', 'vanuit = "lopend"')

check = found_while_reading
