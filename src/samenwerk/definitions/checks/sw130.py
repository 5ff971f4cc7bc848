"""A list of the register that became a party."""

from __future__ import annotations

from samenwerk.definitions.checks.example import REGISTER, changed, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW130"
title = {
    "nl": "Een lijst van het register die een partij werd",
    "en": "A list of the register that became a party",
}

TEXTS: TextsByCode = {
    "SW130": {
        "nl": Texts(
            "de lijst {written} staat onder [register.party]",
            "zo wordt dit een partij die {written} heet",
            "alles onder [register.party] is een partij.",
            "schrijf boven deze lijst een regel met [register].",
        ),
        "en": Texts(
            "the list {written} stands below [register.party]",
            "this makes it a party called {written}",
            "everything below [register.party] is a party.",
            "write a line with [register] above this list.",
        ),
    },
}

_SITS = REGISTER[REGISTER.index("sits") : REGISTER.index("holds")]

good = REGISTER
bad = changed(f"[register]\n{_SITS}", f"{_SITS}[register]\n", REGISTER)
of = "register"

check = found_while_reading
