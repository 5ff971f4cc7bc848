"""Names that need each other in a ring."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, changed, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW110"

TEXTS: TextsByCode = {
    "SW110": {
        "nl": Texts(
            "deze {kind} rust op zichzelf: {names}",
            "hier sluit de kring",
            "wat op zichzelf rust, krijgt nooit een antwoord.",
            "haal een van de verwijzingen in deze kring weg.",
        ),
        "en": Texts(
            "this {kind} rests on itself: {names}",
            "the ring closes here",
            "what rests on itself never gets an answer.",
            "take one of the references in this ring away.",
        ),
    },
}

good = BASE
bad = changed("all = [{", 'all = ["betaalbaar", {')

check = found_while_reading
