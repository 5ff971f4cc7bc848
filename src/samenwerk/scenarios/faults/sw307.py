"""A line of a story that belongs to an act, without an act above it."""

from __future__ import annotations

from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.scenarios.faults.example import BESIDE, STORY, changed_story, found_while_reading

code = "SW307"
title = {
    "nl": "Een regel van een verhaal zonder handeling erboven",
    "en": "A line of a story that belongs to an act, without an act above it",
}

TEXTS: TextsByCode = {
    "SW307": {
        "nl": Texts(
            "deze regel hoort bij een handeling, maar er staat er geen boven",
            "hoort waarbij?",
            "wat wordt ingevuld of verwacht, hoort bij de handeling erboven.",
            "zet de handeling erboven; invullen (with) kan alleen bij een stap (does, asks).",
        ),
        "en": Texts(
            "this line belongs to an act, but none stands above it",
            "belongs to what?",
            "what is filled in or expected belongs to the act above it.",
            "put the act above it; filling in (with) is for a step only (does, asks).",
        ),
    },
}

good = STORY
bad = changed_story("story = [\n", 'story = [\n  { state = "lopend" },\n')
of = "scenarios"
files = BESIDE

check = found_while_reading
