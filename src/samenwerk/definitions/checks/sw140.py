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
    "SW140 per_role": {
        "nl": Texts(
            "{written} is geen rol van een dossier hierboven",
            "deze rol is hier niet bekend",
            "de exemplaren zijn van wie in het dossier erboven meedoen.",
            "noem een groep, of een rol van de levensloop bij under.",
        ),
        "en": Texts(
            "{written} is no role of a case above this one",
            "this role is not known here",
            "the copies are of those who take part in the case above.",
            "name a group, or a role of the lifecycle at under.",
        ),
    },
    "SW140 rests_on": {
        "nl": Texts(
            "dit dossier bouwt niet voort op {written}",
            "hier bouwt dit niet op voort",
            "wat er niet onder ligt, kan ook niet in een fase zijn.",
            'schrijf rests_on = "{written}" bij de levensloop, of gebruik parent of case.',
        ),
        "en": Texts(
            "this case does not build on {written}",
            "this does not build on it",
            "what it does not rest on cannot be in a state for it.",
            'write rests_on = "{written}" at the lifecycle, or use parent or case.',
        ),
    },
    "SW140 per_by": {
        "nl": Texts(
            'stap "{written}" opent een exemplaar voor ieder, door een ander dan "{per}"',
            "dit opent een exemplaar",
            "een exemplaar is van wie het opent, of het komt vanzelf voor iedereen.",
            'schrijf by = "{per}" of by = "itself".',
        ),
        "en": Texts(
            'step "{written}" opens a copy for each, by another than "{per}"',
            "this opens a copy",
            "a copy is of who opens it, or it comes by itself for all.",
            'write by = "{per}" or by = "itself".',
        ),
    },
}

good = BASE
bad = changed("exactly = 1,", "many = true,")

check = found_while_reading
