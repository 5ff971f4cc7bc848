"""A share that is not exact."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, changed, found_while_reading
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
}

good = BASE
bad = changed('share = "2/3"', "share = 0.67")

check = found_while_reading
