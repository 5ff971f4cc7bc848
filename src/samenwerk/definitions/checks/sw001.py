"""A file that was not saved as UTF-8."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, Cases, found_while_reading
from samenwerk.definitions.checks.shown import Shown
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
    "SW001 other": {
        "nl": Texts(
            "dit is {kind}, en geen tekst",
            "niets van dit bestand is gelezen",
            "alleen platte tekst kan gelezen worden.",
            "kopieer de tekst naar een nieuw bestand in een teksteditor (op Windows: Kladblok), "
            "en sla het op als workflow.toml, met codering UTF-8.",
        ),
        "en": Texts(
            "this is {kind}, and no text",
            "nothing of this file was read",
            "only plain text can be read.",
            "copy the text to a new file in a text editor (on Windows: Notepad), and save it as "
            "workflow.toml, in the encoding UTF-8.",
        ),
    },
    "SW001 two_bytes": {
        "nl": Texts(
            "dit bestand is als UTF-16 opgeslagen",
            "niets van dit bestand is gelezen",
            "samenwerk leest alleen UTF-8.",
            'open het in Kladblok, kies Opslaan als, en bij codering "UTF-8".',
        ),
        "en": Texts(
            "this file was saved as UTF-16",
            "nothing of this file was read",
            "samenwerk reads UTF-8 only.",
            'open it in Notepad, choose Save as, and for the encoding "UTF-8".',
        ),
    },
}

good = BASE
bad = BASE.replace("Voorzitter", "Coördinator").encode("latin-1")
cases: Cases = {
    "other": Shown(b"%PDF-1.7\n"),
    "two_bytes": Shown(BASE.encode("utf-16")),
}

check = found_while_reading
