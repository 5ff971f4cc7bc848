"""A mandate given by one who may not give it."""

from __future__ import annotations

from samenwerk.definitions.checks.example import REGISTER, changed, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW135"
title = {
    "nl": "Een mandaat van wie het niet mag geven",
    "en": "A mandate given by one who may not give it",
}

TEXTS: TextsByCode = {
    "SW135": {
        "nl": Texts(
            "{written} mag het mandaat {mandate} niet geven op {day}",
            "{written} mag dit niet geven",
            "dit mandaat kan alleen gegeven worden door: {allowed}.",
            "noem een partij die daarbij hoort, of kijk of de dag klopt.",
        ),
        "en": Texts(
            "{written} may not give the mandate {mandate} on {day}",
            "{written} may not give this",
            "this mandate can only be given by: {allowed}.",
            "name a party that is one of those, or see whether the day is right.",
        ),
    },
}

good = REGISTER
bad = changed('who = ["noord"]', 'who = ["stad"]', REGISTER)
of = "register"

check = found_while_reading
