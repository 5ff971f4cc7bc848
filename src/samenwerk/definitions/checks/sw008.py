"""A number too long to count with."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, changed, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW008"
title = {
    "nl": "Een getal dat te groot is om mee te rekenen",
    "en": "A number too long to count with",
}

TEXTS: TextsByCode = {
    "SW008": {
        "nl": Texts(
            "het getal {written} is te lang of te groot",
            "met dit getal kan niet gerekend worden",
            "een getal heeft hier hoogstens {most} cijfers; geen bedrag of aantal komt daar in "
            "de buurt.",
            "kijk of er cijfers te veel staan; is het een nummer of code, zet het dan tussen "
            "aanhalingstekens.",
        ),
        "en": Texts(
            "the number {written} is too long or too large",
            "this number cannot be counted with",
            "a number has at most {most} digits here; no amount or count comes near that.",
            "check for digits too many; if it is a reference or code, put it between quotes.",
        ),
    },
}

good = BASE
bad = changed("value = 5000", "value = 1e999999999")

check = found_while_reading
