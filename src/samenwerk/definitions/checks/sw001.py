"""A file that was not saved as UTF-8."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW001"
title = {
    "nl": "Een bestand dat niet als UTF-8 is opgeslagen",
    "en": "A file that was not saved as UTF-8",
}

TEXTS: TextsByCode = {
    "SW001": {
        "nl": Texts(
            "dit bestand is niet als UTF-8 opgeslagen",
            "vanaf hier is de tekst niet te lezen",
            "samenwerk leest alleen UTF-8; anders verandert een letter als é ongemerkt.",
            'open het bestand in uw tekstverwerker en kies bij opslaan voor de codering "UTF-8".',
        ),
        "en": Texts(
            "this file was not saved as UTF-8",
            "from here the text cannot be read",
            "samenwerk reads UTF-8 only; otherwise letters such as é change without notice.",
            'open the file in your editor and choose the encoding "UTF-8" when you save it.',
        ),
    },
}

good = BASE
bad = BASE.replace("Voorzitter", "Coördinator").encode("latin-1")

check = found_while_reading
