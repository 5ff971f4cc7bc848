"""A word about copies, holders or splitting of cases where it cannot be meant."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, changed, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW140"

TEXTS: TextsByCode = {
    "SW140": {
        "nl": Texts(
            "{written} kan hier niet",
            "dit kan hier niet",
            "dit woord gaat over dossiers, en past niet bij wat hier staat.",
            "kijk in docs/language.md waar dit woord kan staan.",
        ),
        "en": Texts(
            "{written} cannot stand here",
            "this cannot stand here",
            "this word is about cases, and does not fit what stands here.",
            "see docs/language.md for where this word can stand.",
        ),
    },
    "SW140 many": {
        "nl": Texts(
            "{written} is een rol van de hele samenwerking",
            "dit hoort bij een rol in een dossier",
            "wie een rol van de samenwerking heeft, staat in het register: dat kunnen er altijd "
            "meer zijn.",
            "haal many weg, of zet de rol onder de levensloop waarin partijen meedoen.",
        ),
        "en": Texts(
            "{written} is a role of the whole collaboration",
            "this belongs to a role of a case",
            "who holds a role of the collaboration stands in the register: there can always be "
            "several.",
            "take many away, or put the role below the lifecycle in which parties take part.",
        ),
    },
}

good = BASE
bad = changed("exactly = 1,", "many = true,")

check = found_while_reading
