"""A file too large to be what people wrote."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, Cases, Shown, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW002"
title = {
    "nl": "Een bestand dat te groot is om door mensen geschreven te zijn",
    "en": "A file too large to be what people wrote",
}

TEXTS: TextsByCode = {
    "SW002": {
        "nl": Texts(
            "dit bestand is groter dan {most} MB",
            "niets van dit bestand is gelezen",
            "een werkwijze die mensen nog kunnen lezen is veel kleiner.",
            "kijk of u het goede bestand noemde, of verdeel de werkwijze over meer bestanden.",
        ),
        "en": Texts(
            "this file is larger than {most} MB",
            "nothing of this file was read",
            "a way of working that people can still read is much smaller.",
            "check that you named the right file, or spread the workflow over several files.",
        ),
    },
    "SW002 many": {
        "nl": Texts(
            "in dit bestand staan meer dan {most} namen en waarden",
            "vanaf hier is het niet meer gelezen",
            "een werkwijze die mensen nog kunnen lezen is veel kleiner.",
            "kijk of u het goede bestand noemde, of verdeel de werkwijze over meer bestanden.",
        ),
        "en": Texts(
            "there are more than {most} names and values in this file",
            "from here it was not read",
            "a way of working that people can still read is much smaller.",
            "check that you named the right file, or spread the workflow over several files.",
        ),
    },
}

good = BASE
bad = Shown(lambda: BASE + "#" * 5_000_001)
cases: Cases = {"many": Shown(lambda: BASE + "lijst = [" + "1, " * 250_001 + "]\n")}

check = found_while_reading
