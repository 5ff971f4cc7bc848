"""A share that is not exact."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, Cases, changed, found_while_reading, plus
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW114"
title = {"nl": "Een deel dat niet precies is", "en": "A share that is not exact"}

TEXTS: TextsByCode = {
    "SW114": {
        "nl": Texts(
            "{written} is geen precies deel",
            "dit deel is niet precies",
            "0.67 van drie is meer dan twee: met zo'n getal zijn twee van de drie niet genoeg.",
            'schrijf een breuk tussen aanhalingstekens, als "2/3" of "1/2".',
        ),
        "en": Texts(
            "{written} is not an exact share",
            "this share is not exact",
            "0.67 of three is more than two: with such a number two of three are not enough.",
            'write a fraction between quotes, as "2/3" or "1/2".',
        ),
    },
    "SW114 meant": {
        "nl": Texts(
            "{written} is geen precies deel",
            "dit deel is niet precies",
            "een deel wordt precies geteld: 0.67 van drie is meer dan twee, 2/3 is er twee.",
            "typ {meant}, met de aanhalingstekens.",
        ),
        "en": Texts(
            "{written} is not an exact share",
            "this share is not exact",
            "a share is counted exactly: 0.67 of three is more than two, 2/3 is two.",
            "type {meant}, with the quotes.",
        ),
    },
}

good = BASE
bad = changed('share = "2/3"', "share = 0.67")
cases: Cases = {
    "meant": plus('[parameter.deel]\nnl = "Deel"\nvalue = 0.75\nat_least = "1/2"\n'),
}

check = found_while_reading
