"""A word that a story does not know."""

from __future__ import annotations

from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.scenarios.faults.example import BESIDE, STORY, changed_story, found_while_reading

code = "SW301"
title = {"nl": "Een woord dat een verhaal niet kent", "en": "A word that a story does not know"}

TEXTS: TextsByCode = {
    "SW301": {
        "nl": Texts(
            'een verhaal kent het woord "{written}" niet',
            "dit woord hoort hier niet",
            "wat niet gelezen wordt, wordt ook niet nagespeeld; u zou denken dat het getest is.",
            "hier kan staan: {allowed}.",
        ),
        "en": Texts(
            'a story does not know the word "{written}"',
            "this word does not belong here",
            "what is not read is not played either; you would think it was tested.",
            "what can stand here: {allowed}.",
        ),
    },
}

good = STORY
bad = changed_story('does = "collaboration.stop', 'doet = "collaboration.stop')
of = "scenarios"
files = BESIDE

check = found_while_reading
