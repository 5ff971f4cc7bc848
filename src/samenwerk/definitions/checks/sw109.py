"""Workflows that build on each other in a ring."""

from __future__ import annotations

from samenwerk.definitions.checks.example import (
    BASE,
    TOP,
    Cases,
    Shown,
    changed,
    found_while_reading,
)
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW109"
title = {
    "nl": "Werkwijzen die in een kring op elkaar voortbouwen",
    "en": "Workflows that build on each other in a ring",
}

TEXTS: TextsByCode = {
    "SW109": {
        "nl": Texts(
            "{written} bouwt weer voort op deze werkwijze",
            "zo komt u bij uzelf uit",
            "wie op zichzelf voortbouwt, heeft nergens een begin.",
            "haal extends weg, of verwijs naar een werkwijze die niet op deze voortbouwt.",
        ),
        "en": Texts(
            "{written} builds on this workflow itself",
            "this leads back to itself",
            "what builds on itself begins nowhere.",
            "take extends away, or refer to a workflow that does not build on this one.",
        ),
    },
    "SW109 long": {
        "nl": Texts(
            "er bouwen meer dan {most} werkwijzen op elkaar voort",
            "de rij wordt hier te lang",
            "zo'n lange rij overziet niemand.",
            "voeg enkele werkwijzen samen.",
        ),
        "en": Texts(
            "more than {most} workflows build on each other",
            "the chain becomes too long here",
            "nobody can survey so long a chain.",
            "join some of the workflows.",
        ),
    },
}

good = BASE
bad = changed('nl = "Voorbeeld"', 'extends = "./workflow.toml@1"\nnl = "Voorbeeld"')
cases: Cases = {
    "long": Shown(f'{TOP}extends = "./b1.toml@1"\n', files={
        f"b{at}.toml": f'{TOP}extends = "./b{at + 1}.toml@1"\n' for at in range(1, 21)
    }),
}

check = found_while_reading
