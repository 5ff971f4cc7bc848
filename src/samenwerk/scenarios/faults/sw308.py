"""An expectation that can never come true, or stands twice."""

from __future__ import annotations

from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.scenarios.faults.example import BESIDE, STORY, changed_story, found_while_reading

code = "SW308"
title = {
    "nl": "Een verwachting die nooit kan uitkomen of er twee keer staat",
    "en": "An expectation that can never come true, or stands twice",
}

TEXTS: TextsByCode = {
    "SW308": {
        "nl": Texts(
            "deze verwachting spreekt zichzelf tegen",
            "past niet bij elkaar",
            "een verwachting die nooit kan uitkomen of twee keer is opgeschreven, zegt niets.",
            "schrijf elke verwachting één keer; noem bij because, can of ground ook het verdict.",
        ),
        "en": Texts(
            "this expectation contradicts itself",
            "does not fit together",
            "an expectation that can never come true, or is written twice, says nothing.",
            "write each expectation once; with because, can or ground also write the verdict.",
        ),
    },
}

good = STORY
bad = changed_story('{ state = "lopend" },', '{ state = "lopend" },\n  { state = "klaar" },')
of = "scenarios"
files = BESIDE

check = found_while_reading
