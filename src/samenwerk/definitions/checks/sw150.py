"""A calculation that does not say how it comes out."""

from __future__ import annotations

from samenwerk.definitions.checks.example import (
    BASE,
    FACTS,
    Cases,
    found_while_reading,
    plus,
)
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW150"
title = {
    "nl": "Een berekening die niet zegt hoe er wordt afgerond",
    "en": "A calculation that does not say how it is rounded",
}

TEXTS: TextsByCode = {
    "SW150": {
        "nl": Texts(
            "{written} zegt niet hoe er wordt afgerond",
            "hier kunnen halve centen uit komen",
            "met een percentage komt een bedrag zelden op hele centen uit, en wie anders afrondt, "
            "komt op iets anders.",
            'schrijf round = "cent" (of euro, euro_up, euro_down); bij een getal whole_up of '
            "whole_down.",
        ),
        "en": Texts(
            "{written} does not say how it is rounded",
            "half cents can come out here",
            "a percentage seldom comes out at whole cents, and whoever rounds in another way gets "
            "something else.",
            'write round = "cent" (or euro, euro_up, euro_down); for a number whole_up or '
            "whole_down.",
        ),
    },
    "SW150 round money": {
        "nl": Texts(
            "{written} rondt getallen af, en hier komt een bedrag uit",
            "dit past niet bij een bedrag",
            "een bedrag wordt afgerond op centen of euro's.",
            "schrijf round met een van: cent, euro, euro_up, euro_down.",
        ),
        "en": Texts(
            "{written} rounds numbers, and this comes out as an amount",
            "this does not fit an amount",
            "an amount is rounded to cents or euros.",
            "write round with one of: cent, euro, euro_up, euro_down.",
        ),
    },
    "SW150 round whole_number": {
        "nl": Texts(
            "{written} rondt bedragen af, en hier komt een getal uit",
            "dit past niet bij een getal",
            "een getal heeft geen centen of euro's.",
            "schrijf round met een van: whole_up, whole_down.",
        ),
        "en": Texts(
            "{written} rounds amounts, and this comes out as a number",
            "this does not fit a number",
            "a number has no cents or euros.",
            "write round with one of: whole_up, whole_down.",
        ),
    },
    "SW150 in": {
        "nl": Texts(
            "{written} is geen levensloop, en heeft dus geen fasen",
            "in hoort bij een levensloop",
            "alleen een dossier is in een fase; een partij niet.",
            "laat in weg, of noem bij over een levensloop.",
        ),
        "en": Texts(
            "{written} is no lifecycle, and so has no states",
            "in goes with a lifecycle",
            "only a case is in a state; a party is not.",
            "leave in out, or name a lifecycle at over.",
        ),
    },
}

_WHOLE = """
[calculation.opslag]
nl = "Opslag"
percent = 10
of_amount = "kosten"
"""

good = f'{BASE}{_WHOLE}round = "cent"\n'
bad = f"{BASE}{_WHOLE}"
cases: Cases = {
    "round money": f'{BASE}{_WHOLE}round = "whole_up"\n',
    "round whole_number": plus(
        '[calculation.som]\nnl = "Som"\nsum = "uren"\nover = "deelnemer"\nround = "cent"\n', FACTS
    ),
    "in": plus(
        '[calculation.som]\nnl = "Som"\nsum = "uren"\nover = "deelnemer"\nin = "lopend"\n', FACTS
    ),
}

check = found_while_reading
