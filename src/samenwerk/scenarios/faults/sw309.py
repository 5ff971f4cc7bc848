"""A register of a story that cannot be used."""

from __future__ import annotations

from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.scenarios.faults.example import BESIDE, STORY, changed_story, found_while_reading

code = "SW309"
title = {
    "nl": "Een register van een verhaal dat niet te gebruiken is",
    "en": "A register of a story that cannot be used",
}

TEXTS: TextsByCode = {
    "SW309": {
        "nl": Texts(
            'het register "{written}" is niet te gebruiken',
            "dit bestand is er niet, of er is iets mis mee",
            "zonder register is niet bekend wie er meedoen.",
            "noem een bestand naast scenarios.toml, en controleer dat met samenwerk check.",
        ),
        "en": Texts(
            'the register "{written}" cannot be used',
            "this file is not there, or something is wrong with it",
            "without a register nobody knows who takes part.",
            "name a file beside scenarios.toml, and look at it with samenwerk check.",
        ),
    },
}

good = STORY
bad = changed_story('nl = "Beginnen"', 'nl = "Beginnen"\nregister = "ander.toml"')
of = "scenarios"
files = BESIDE

check = found_while_reading
