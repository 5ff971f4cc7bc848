"""A comparison or value that does not fit its type."""

from __future__ import annotations

from samenwerk.definitions.checks.example import (
    BASE,
    FACTS,
    TASK,
    Cases,
    changed,
    found_while_reading,
    plus,
)
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW117"
title = {
    "nl": "Een waarde die niet past bij wat ermee vergeleken wordt",
    "en": "A comparison or value that does not fit its type",
}

TEXTS: TextsByCode = {
    "SW117": {
        "nl": Texts(
            "{written} past niet bij: {kind}",
            "dit past hier niet",
            "wat van een andere soort is, kan niet vergeleken worden.",
            "schrijf hier iets wat past bij: {kind}.",
        ),
        "en": Texts(
            "{written} does not fit: {kind}",
            "this does not fit here",
            "what is of another kind cannot be compared.",
            "write something here that fits: {kind}.",
        ),
    },
    "SW117 kinds": {
        "nl": Texts(
            "{written} is van een andere soort: {found}, en geen {kind}",
            "dit is van een andere soort",
            "een {kind} en een {found} kunnen niet vergeleken worden.",
            "noem iets van dezelfde soort.",
        ),
        "en": Texts(
            "{written} is of another kind: {found}, and not {kind}",
            "this is of another kind",
            "what is of one kind cannot be compared with what is of another.",
            "name something of the same kind.",
        ),
    },
    "SW117 day": {
        "nl": Texts(
            "hier hoort een dag, en {written} is dat niet",
            "dit is geen dag",
            "alleen met een dag is te zien wanneer iets kan.",
            "schrijf een dag als 2027-01-31, of noem een dag, een stap of een gegeven dat "
            "een dag is.",
        ),
        "en": Texts(
            "a day belongs here, and {written} is none",
            "this is not a day",
            "only a day can tell when something can be done.",
            "write a day as 2027-01-31, or name a day, a step, or a fact that is a day.",
        ),
    },
    "SW117 share": {
        "nl": Texts(
            "{written} is een deel, en kan hier niet vergeleken worden",
            "dit is een deel",
            "een deel zegt hoeveel van een groep, en is zelf geen getal.",
            "gebruik deze instelling bij share, of noem hier een getal.",
        ),
        "en": Texts(
            "{written} is a share, and cannot be compared here",
            "this is a share",
            "a share says how many of a group, and is no number itself.",
            "use this parameter at share, or name a number here.",
        ),
    },
    "SW117 amount": {
        "nl": Texts(
            "{written} is geen bedrag",
            "dit is geen bedrag",
            "hiermee wordt een bedrag vergeleken, en dat kan alleen met een bedrag.",
            "schrijf alleen cijfers, met hoogstens twee achter een punt: 60000 of "
            '"60000.00", zonder € en zonder punten ertussen.',
        ),
        "en": Texts(
            "{written} is not an amount of money",
            "this is not an amount",
            "an amount is compared with this, and that takes an amount.",
            "write digits only, with at most two after a point: 60000 or "
            '"60000.00", without € and without separators between.',
        ),
    },
    "SW117 bounds": {
        "nl": Texts(
            "de waarde en de grenzen van {written} zijn van verschillende soort",
            "dit past niet bij elkaar",
            "een grens van een andere soort begrenst niets.",
            "schrijf value, at_least en at_most op dezelfde manier.",
        ),
        "en": Texts(
            "the value and the bounds of {written} are of different kinds",
            "these do not go together",
            "a bound of another kind bounds nothing.",
            "write value, at_least and at_most in the same way.",
        ),
    },
    "SW117 no_term": {
        "nl": Texts(
            "{written} is geen termijn",
            "hier hoort een aantal met dagen, weken, maanden of jaren erbij",
            "een getal alleen zegt niet hoe lang iets duurt.",
            "bedoelde u {meant}? Schrijf het aantal met days, weeks, months of years erachter, "
            "tussen aanhalingstekens.",
        ),
        "en": Texts(
            "{written} is not a term",
            "a number of days, weeks, months or years belongs here",
            "a number alone does not say how long something takes.",
            "did you mean {meant}? Write the number with days, weeks, months or years behind "
            "it, between quotes.",
        ),
    },
    "SW117 weight": {
        "nl": Texts(
            "{written} kan geen gewicht van een stem zijn",
            "dit kan geen gewicht zijn",
            "een gewicht is een geheel getal dat voor elke partij apart bekend is.",
            'noem een gegeven met type = "whole_number" en per = "party".',
        ),
        "en": Texts(
            "{written} cannot be the weight of a vote",
            "this cannot be a weight",
            "a weight is a whole number that is known for each party apart.",
            'name a fact with type = "whole_number" and per = "party".',
        ),
    },
    "SW117 for_itself": {
        "nl": Texts(
            "een stap die niemand zet, kan niet voor {written} zijn",
            "wie zet deze stap voor {written}?",
            "wie een stap zet, zegt voor wie die is.",
            "noem bij by wie de stap zet, of haal for weg en vraag bij needs naar every.",
        ),
        "en": Texts(
            "a step that nobody does cannot be for {written}",
            "who does this step for {written}?",
            "who does a step says for whom it is.",
            "name at by who does the step, or take for away and ask every in needs.",
        ),
    },
    "SW117 fill_in": {
        "nl": Texts(
            "{written} is er voor elke partij apart, en kan niet bij een stap worden ingevuld",
            "dit is er voor elke partij apart",
            "bij een stap is niet te zien van welke partij de waarde is.",
            "laat het apart vastleggen, en vraag bij needs of het bekend is.",
        ),
        "en": Texts(
            "{written} is kept for each party apart, and cannot be filled in with a step",
            "this is kept for each party apart",
            "with a step nobody can see of which party the value is.",
            "have it recorded by itself, and ask in needs whether it is known.",
        ),
    },
    "SW117 standing": {
        "nl": Texts(
            "{written} is een rol binnen een dossier",
            "deze rol is er alleen binnen een dossier",
            "hier gaat het om wie er op een dag bij hoort, en dat zegt alleen het register.",
            "noem een soort, groep, tafel, of een rol die onder [role] staat.",
        ),
        "en": Texts(
            "{written} is a role within a case",
            "this role exists within a case only",
            "here it is about who belongs to it on a day, and only the register tells that.",
            "name a sort, group, table, or a role that stands below [role].",
        ),
    },
    "SW117 order": {
        "nl": Texts(
            "op {written} is geen volgorde te maken: dat is een {found}",
            "dit heeft geen volgorde",
            "alleen dagen, getallen, bedragen en ja of nee zeggen wie eerder komt.",
            "noem een stap, een dag, of een gegeven dat een dag, getal, bedrag of ja of nee is.",
        ),
        "en": Texts(
            "{written} gives no order: its kind is {found}",
            "this has no order",
            "only days, numbers, amounts and yes or no say who comes earlier.",
            "name a step, a day, or a fact that is a day, number, amount or yes or no.",
        ),
    },
    "SW117 reckon": {
        "nl": Texts(
            "met {written} is niet te rekenen: dat is een {found}",
            "dit is geen getal of bedrag",
            "een berekening maakt van getallen en bedragen een nieuw getal of bedrag.",
            "noem een getal, een bedrag, of een gegeven dat er een is.",
        ),
        "en": Texts(
            "nobody can reckon with {written}: its kind is {found}",
            "this is no number or amount",
            "a calculation makes a new number or amount of numbers and amounts.",
            "name a number, an amount, or a fact that is one.",
        ),
    },
    "SW117 percent": {
        "nl": Texts(
            "{written} is een bedrag, en een percentage is dat niet",
            "dit is geen percentage",
            "een percentage zegt hoeveel van elke honderd, zonder munt.",
            'schrijf een getal als 10 of 12.5, of noem een gegeven met type = "whole_number".',
        ),
        "en": Texts(
            "{written} is an amount, and a percentage is not",
            "this is no percentage",
            "a percentage says how many of every hundred, without a currency.",
            'write a number as 10 or 12.5, or name a fact with type = "whole_number".',
        ),
    },
    "SW117 among": {
        "nl": Texts(
            "{written} van de {most} voorwaarden: dat kan niet",
            "er zijn {most} voorwaarden",
            "zo is nooit, of juist altijd, aan de regel voldaan.",
            "schrijf een getal van 1 tot en met {most}.",
        ),
        "en": Texts(
            "{written} of the {most} conditions is not possible",
            "there are {most} conditions",
            "this way the rule would never, or always, be met.",
            "write a number from 1 up to {most}.",
        ),
    },
}

good = BASE
bad = changed('at_most = "grens"', "after = 2027-01-01")
cases: Cases = {
    "kinds": changed(
        '{ fact = "kosten", at_most = "grens" }', '{ fact = "kosten", at_most = "ingang" }', FACTS
    ),
    "day": changed('to = "klaar"', 'to = "klaar"\nnot_before = "kosten"'),
    "share": changed(
        'at_most = "grens"',
        'at_most = "deel"',
        plus('[parameter.deel]\nnl = "Deel"\nvalue = "2/3"\n'),
    ),
    "amount": changed(
        'at_most = "grens"',
        'at_most = "bedrag"',
        plus('[parameter.bedrag]\nnl = "Bedrag"\nvalue = "veel"\n'),
    ),
    "bounds": changed("value = 5000", 'value = "4 weeks"'),
    "no_term": plus(
        '[parameter.duur]\nnl = "Duur"\nvalue = 6\nat_least = "2 weeks"\n',
    ),
    "weight": changed('share = "2/3"', 'share = "2/3"\nweight = "kosten"'),
    "for_itself": changed('by = "voorzitter"\nneeds', 'by = "itself"\nfor = "deelnemer"\nneeds'),
    "fill_in": changed('to = "klaar"', 'to = "klaar"\nfill_in = ["uren"]', FACTS),
    "standing": changed('members = "deelnemer"', 'members = "klus.keurder"', TASK),
    "order": plus(
        '[queue.rij]\nnl = "Wachtrij"\nholds = "collaboration.lopend"\norder = ["vorm"]\n'
    ),
    "reckon": plus('[calculation.som]\nnl = "Som"\nadd = ["kosten", "ingang"]\n', FACTS),
    "percent": plus(
        '[calculation.tiende]\nnl = "Tiende"\npercent = "kosten"\nof_amount = "kosten"\n'
        'round = "cent"\n'
    ),
    "among": changed(
        'all = [{ fact = "kosten", at_most = "grens" }]',
        'at_least = 3\namong = [{ document = "nota" }, "akkoord"]',
    ),
}

check = found_while_reading
