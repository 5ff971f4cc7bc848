"""Stories that go on from each other in a ring."""

from __future__ import annotations

from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.scenarios.faults.example import BESIDE, STORY, changed_story, found_while_reading

code = "SW306"
title = {
    "nl": "Verhalen die in een kring op elkaar verdergaan",
    "en": "Stories that go on from each other in a ring",
}

TEXTS: TextsByCode = {
    "SW306": {
        "nl": Texts(
            'verhaal "{written}" gaat verder op zichzelf',
            "zo begint het nergens",
            "elk verhaal moet ergens beginnen: deze gaan in een kring op elkaar verder.",
            "haal bij één van deze verhalen after weg.",
        ),
        "en": Texts(
            'story "{written}" goes on from itself',
            "in this way it begins nowhere",
            "every story begins somewhere: these go on from each other in a ring.",
            "take after away from one of these stories.",
        ),
    },
}

good = STORY
bad = changed_story('nl = "Beginnen"', 'nl = "Beginnen"\nafter = "begin"')
of = "scenarios"
files = BESIDE

check = found_while_reading
