"""A condition that begins with no known word."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, changed, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW116"
title = {
    "nl": "Een voorwaarde die met een onbekend woord begint",
    "en": "A condition that begins with no known word",
}

TEXTS: TextsByCode = {
    "SW116": {
        "nl": Texts(
            "een voorwaarde kan niet beginnen met {written}",
            "dit eerste woord wordt niet begrepen",
            "het eerste woord van een voorwaarde zegt wat er gevraagd wordt.",
            "begin met een van: {known}.",
        ),
        "en": Texts(
            "a condition cannot begin with {written}",
            "this first word is not understood",
            "the first word of a condition says what is asked.",
            "begin with one of: {known}.",
        ),
    },
}

good = BASE
bad = changed('{ document = "nota" }', '{ paper = "nota" }')

check = found_while_reading
