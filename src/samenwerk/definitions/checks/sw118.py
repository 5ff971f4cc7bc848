"""Something taken away that is not there."""

from __future__ import annotations

from collections.abc import Mapping

from samenwerk.definitions.checks.example import BASE, HEAD, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW118"
title = {
    "nl": "Iets dat weggehaald wordt en er niet is",
    "en": "Something taken away that is not there",
}

TEXTS: TextsByCode = {
    "SW118": {
        "nl": Texts(
            "{written} wordt weggehaald, maar is er niet",
            "dit is er niet",
            "misschien heet het anders, of heeft de basis het al weggehaald.",
            "kijk hoe het in de basis heet, of haal deze regel weg.",
        ),
        "en": Texts(
            "{written} is taken away, but is not there",
            "this is not there",
            "perhaps it is called otherwise, or the base took it away already.",
            "see what it is called in the base, or take this line away.",
        ),
    },
}

good = HEAD + '[document]\nbrief = { by = "voorzitter", nl = "Brief" }\n'
bad = HEAD + "[document]\nbrief = { remove = true }\n"
files: Mapping[str, str] = {"basis.toml": BASE}

check = found_while_reading
