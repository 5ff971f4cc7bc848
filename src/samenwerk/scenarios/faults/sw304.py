"""An act in a story of which something is missing."""

from __future__ import annotations

from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.scenarios.faults.example import BESIDE, STORY, changed_story, found_while_reading

code = "SW304"
title = {
    "nl": "Een handeling in een verhaal waar iets aan ontbreekt",
    "en": "An act in a story of which something is missing",
}

TEXTS: TextsByCode = {
    "SW304": {
        "nl": Texts(
            'bij deze handeling ontbreekt "{missing}"',
            "hier ontbreekt {missing}",
            "zonder dit is niet duidelijk wie wat wanneer doet.",
            "vul de regel aan met {missing} = ....",
        ),
        "en": Texts(
            'this act lacks "{missing}"',
            "{missing} is missing here",
            "without it nobody can tell who does what and when.",
            "complete the line with {missing} = ....",
        ),
    },
}

good = STORY
bad = changed_story('on = 2027-02-03, who = "zuid",', "on = 2027-02-03,")
of = "scenarios"
files = BESIDE

check = found_while_reading
