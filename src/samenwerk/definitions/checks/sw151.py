"""Money that cannot be moved or kept as written."""

from __future__ import annotations

from samenwerk.definitions.checks.example import Cases, changed, found_while_reading, plus
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW151"
title = {
    "nl": "Geld dat zo niet verplaatst of bewaard kan worden",
    "en": "Money that cannot be moved or kept as written",
}

TEXTS: TextsByCode = {
    "SW151": {
        "nl": Texts(
            "het geld gaat van {written} naar {written}",
            "dit is waar het vandaan komt",
            "wie iets verplaatst naar waar het al is, verplaatst niets.",
            'noem bij into een andere pot, "this" (dit dossier) of "outside".',
        ),
        "en": Texts(
            "the money goes from {written} to {written}",
            "this is where it comes from",
            "whoever moves something to where it is already moves nothing.",
            'name another pool at into, "this" (this case) or "outside".',
        ),
    },
    "SW151 negative": {
        "nl": Texts(
            "{written} is minder dan niets",
            "dit bedrag is minder dan niets",
            "minder dan niets verplaatsen is stilletjes iets terughalen.",
            "schrijf een bedrag van 0 of meer, en wissel zo nodig out_of en into.",
        ),
        "en": Texts(
            "{written} is less than nothing",
            "this amount is less than nothing",
            "moving less than nothing is quietly taking something back.",
            "write an amount of 0 or more, and exchange out_of and into if need be.",
        ),
    },
    "SW151 all": {
        "nl": Texts(
            "van buiten kan niet alles komen",
            "hier staat alles",
            "wat buiten is, wordt niet bijgehouden: niemand weet hoeveel alles is.",
            "schrijf een bedrag, of noem bij out_of een pot of \"this\" (dit dossier).",
        ),
        "en": Texts(
            "all cannot come from outside",
            "all is said here",
            "what lies outside is not kept: nobody knows how much all of it is.",
            "write an amount, or name a pool or \"this\" (this case) at out_of.",
        ),
    },
    "SW151 year": {
        "nl": Texts(
            "{written} is geen jaar",
            "dit is geen jaar",
            "de bedragen van een pot staan per jaar.",
            "schrijf een jaar in vier cijfers, als rows = {{ 2027 = 50000 }}.",
        ),
        "en": Texts(
            "{written} is no year",
            "this is no year",
            "the amounts of a pool stand by year.",
            "write a year in four digits, as rows = {{ 2027 = 50000 }}.",
        ),
    },
}

_POOL = '[pool.plafond]\nnl = "Plafond"\namount = 5000\n\n[rule.betaalbaar]'
_MOVES = 'moves = { amount = "kosten", out_of = "plafond", into = "outside" }\n'

good = changed("[rule.betaalbaar]", _POOL) + _MOVES
bad = changed("[rule.betaalbaar]", _POOL) + _MOVES.replace("outside", "plafond")
cases: Cases = {
    "negative": plus(_MOVES.replace('"kosten"', "-500"), changed("[rule.betaalbaar]", _POOL)),
    "all": plus(
        _MOVES.replace('"kosten"', '"all"').replace('"outside"', '"this"')
        .replace('"plafond"', '"outside"'),
        changed("[rule.betaalbaar]", _POOL),
    ),
    "year": plus(
        _MOVES,
        changed(
            "[rule.betaalbaar]",
            _POOL.replace("amount = 5000", 'rows = { 27 = 5000 }\nchosen_on = "today"'),
        ),
    ),
}

check = found_while_reading
