"""A word about copies, holders or splitting of cases where it cannot be meant."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, TASK, Cases, changed, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW140"
title = {
    "nl": "Een woord over dossiers waar het niet kan",
    "en": "A word about cases where it cannot be meant",
}

TEXTS: TextsByCode = {
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
            "ieder die meedoet in het dossier erboven, heeft hier een eigen dossier.",
            "noem een groep, of een rol van de levensloop bij under.",
        ),
        "en": Texts(
            "{written} is no role of a case above this one",
            "this role is not known here",
            "everyone who takes part in the case above has a case of its own here.",
            "name a group, or a role of the lifecycle at under.",
        ),
    },
    "SW140 split_role": {
        "nl": Texts(
            "de rol {written} heeft maar één partij",
            "deze rol is niet te verdelen",
            "verdelen kan alleen een rol die meer partijen kunnen hebben.",
            "schrijf many = true bij de rol.",
        ),
        "en": Texts(
            "only one party holds the role {written}",
            "this role cannot be divided",
            "only a role that several can hold can be divided.",
            "write many = true at the role.",
        ),
    },
    "SW140 split_to": {
        "nl": Texts(
            'stap "{written}" splitst het dossier, en laat het openstaan',
            "hier eindigt het dossier niet",
            "na het splitsen gaat ieder verder in een nieuw dossier.",
            "noem bij to een fase met final = true.",
        ),
        "en": Texts(
            'step "{written}" splits the case, and leaves it open',
            "the case does not end here",
            "after a split everybody goes on in a new case.",
            "name a state with final = true at to.",
        ),
    },
    "SW140 split_money": {
        "nl": Texts(
            'stap "{written}" splitst dossiers met geld erin, en zegt niet waar dat blijft',
            "het geld van het dossier blijft hier achter",
            "na het splitsen kan het oude dossier niets meer betalen.",
            'schrijf carry = {{ heir = "named" }}: dan gaat het geld naar één nieuw dossier.',
        ),
        "en": Texts(
            'step "{written}" splits cases with money in them, and does not say where that goes',
            "the money of the case is left behind here",
            "after a split the old case can pay nothing any more.",
            'write carry = {{ heir = "named" }}: then the money goes to one of the new cases.',
        ),
    },
    "SW140 merge_state": {
        "nl": Texts(
            "{written} is geen eindfase",
            "hier eindigt een dossier niet",
            "wat in een ander dossier opgaat, gaat zelf niet verder.",
            "noem een fase met final = true.",
        ),
        "en": Texts(
            "{written} is not a final state",
            "a case does not end here",
            "what is merged into another case does not go on itself.",
            "name a state with final = true.",
        ),
    },
    "SW140 carry": {
        "nl": Texts(
            "{written} kan niet bij carry",
            "dit kan hier niet",
            "het zegt niet wat nieuwe dossiers meenemen.",
            'schrijf clocks = "keep" of "restart", state = "...", of heir = "named".',
        ),
        "en": Texts(
            "{written} cannot stand at carry",
            "this cannot stand here",
            "it does not say what new cases take along.",
            'write clocks = "keep" or "restart", state = "...", or heir = "named".',
        ),
    },
    "SW140 clock": {
        "nl": Texts(
            "{written} is een eindfase, en gaat nergens naar terug",
            "hier loopt geen klok",
            "de klok kan alleen stilstaan in een fase waar het dossier weer uit komt.",
            "haal clock weg, of haal final weg.",
        ),
        "en": Texts(
            "{written} is a final state, and goes back nowhere",
            "no clock runs here",
            "the clock can only stop in a state that the case leaves again.",
            "take clock away, or take final away.",
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
            'stap "{written}" opent voor ieder een eigen dossier, door een ander dan "{per}"',
            "dit opent een eigen dossier voor ieder",
            "een eigen dossier is van wie het opent, of het komt vanzelf voor iedereen.",
            'schrijf by = "{per}" of by = "itself".',
        ),
        "en": Texts(
            'step "{written}" opens a case for each, by another than "{per}"',
            "this opens a case for each",
            "such a case is of who opens it, or it comes by itself for all.",
            'write by = "{per}" or by = "itself".',
        ),
    },
}

_PAID = 'moves = { amount = 500, out_of = "outside", into = "this" }'
_MANY = changed("keurder = { nl", "keurder = { many = true, nl", TASK)

good = BASE
bad = changed("exactly = 1,", "many = true,")
cases: Cases = {
    "per_role": changed(
        'under = "collaboration"', 'under = "collaboration"\nper = "klus.keurder"', TASK
    ),
    "per_by": changed(
        'under = "collaboration"',
        'under = "collaboration"\nper = "deelnemer"',
        changed('to = "loopt"\nby = "deelnemer"', 'to = "loopt"\nby = "voorzitter"', TASK),
    ),
    "clock": changed("klaar = { ", 'klaar = { clock = "stops", '),
    "split_role": changed('to = "af"', 'to = "af"\nsplits = "keurder"', TASK),
    "split_to": changed(
        'from = "loopt"\nto = "af"', 'from = "loopt"\nto = "loopt"\nsplits = "keurder"', _MANY
    ),
    "split_money": changed(
        'to = "af"',
        'to = "af"\nsplits = "keurder"',
        changed('takes = "keurder"', 'takes = "keurder"\n' + _PAID, _MANY),
    ),
    "merge_state": changed('to = "af"', 'to = "af"\nmerges = "loopt"', TASK),
    "carry": changed(
        'to = "af"', 'to = "af"\nsplits = "keurder"\ncarry = { clocks = "stop" }', _MANY
    ),
    "rests_on": changed(
        'by = "keurder"\n', 'by = "keurder"\nneeds = [{ rests_on = "klus", in = "af" }]\n', TASK
    ),
}
check = found_while_reading
