"""A line of a story that does nothing, or two things."""

from __future__ import annotations

from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.scenarios.faults.example import BESIDE, STORY, changed_story, found_while_reading

code = "SW303"
title = {
    "nl": "Een regel van een verhaal die niet precies één ding doet",
    "en": "A line of a story that does nothing, or two things",
}

TEXTS: TextsByCode = {
    "SW303": {
        "nl": Texts(
            "deze regel doet niet precies één ding",
            "hier staat: {found}",
            "elke regel van een verhaal is één handeling, iets dat erbij wordt ingevuld, of wat "
            "u verwacht.",
            "gebruik één van: {allowed}.",
        ),
        "en": Texts(
            "this line does not do exactly one thing",
            "what stands here: {found}",
            "each line of a story is one act, something filled in with it, or what you expect.",
            "use one of: {allowed}.",
        ),
    },
}

good = STORY
bad = changed_story('  { state = "lopend" },\n', '  { case = "s" },\n')
of = "scenarios"
files = BESIDE

check = found_while_reading
