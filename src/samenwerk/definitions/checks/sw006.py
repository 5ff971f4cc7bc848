"""A text without its quote at the end."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, Cases, changed, found_while_reading, plus
from samenwerk.definitions.spelling.slip_texts import TEXTS as SLIPS
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW006"
title = {
    "nl": "Een tekst zonder aanhalingsteken aan het eind",
    "en": "A text without its quote at the end",
}

TEXTS: TextsByCode = {
    **{key: one for key, one in SLIPS.items() if key.startswith(code)},
    "SW006": {
        "nl": Texts(
            "deze tekst heeft geen aanhalingsteken aan het eind",
            "de tekst begint hier en eindigt niet op deze regel",
            "zonder aanhalingsteken is niet te zien waar de tekst ophoudt.",
            'sluit de tekst op dezelfde regel af met hetzelfde teken, bijvoorbeeld "zo". Een tekst '
            'van meer regels staat tussen """ en """.',
        ),
        "en": Texts(
            "this text has no quote at its end",
            "the text begins here and does not end on this line",
            "without a quote it cannot be seen where the text ends.",
            'close the text on the same line with the same sign, for example "so". A text of '
            'several lines stands between """ and """.',
        ),
    },
    "SW006 block": {
        "nl": Texts(
            "deze tekst van meer regels is niet afgesloten",
            "de tekst begint hier met {written}",
            "zonder afsluiting wordt de rest van het bestand bij deze tekst gerekend.",
            "zet aan het eind van de tekst opnieuw {written}.",
        ),
        "en": Texts(
            "this text of several lines is not closed",
            "the text begins here with {written}",
            "without a closing sign the rest of the file is counted as part of this text.",
            "write {written} again at the end of the text.",
        ),
    },
}

_NOTES = plus('[document.notulen]\nnl = "Notulen"\nby = "voorzitter"\n')

good = BASE
bad = changed('nl = "Notulen"', "nl = 'Notulen\t# lang", _NOTES)
cases: Cases = {
    "close": changed('nl = "Samenwerking"', 'nl = "Samenwerking'),
    "open": changed('nl = "Samenwerking"', 'nl = Samenwerking"'),
    "block": changed('nl = "Notulen"', 'nl = """Notulen', _NOTES),
    "curly": changed('nl = "Samenwerking"', 'nl = "Samenwerking”'),
    "other": changed('nl = "Samenwerking"', "nl = \"Samenwerking'"),
    "doubled": changed('nl = "Samenwerking"', 'nl = ""Samenwerking""'),
    "inner": changed('nl = "Samenwerking"', 'nl = "De "oude" samenwerking"'),
}

check = found_while_reading
