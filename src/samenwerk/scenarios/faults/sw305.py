"""A name in a story that nothing is called by."""

from __future__ import annotations

from samenwerk.definitions.checks.shown import Cases
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.scenarios.faults.example import BESIDE, STORY, changed_story, found_while_reading

code = "SW305"
title = {
    "nl": "Een naam in een verhaal die nergens beschreven is",
    "en": "A name in a story that is described nowhere",
}

TEXTS: TextsByCode = {
    "SW305": {
        "nl": Texts(
            'er is geen {what} met de naam "{written}"',
            "deze naam is nergens beschreven",
            "een verhaal over iets dat er niet is, test niets.",
            "verbeter de naam, of beschrijf wat ontbreekt.",
        ),
        "en": Texts(
            'there is no {what} named "{written}"',
            "this name is described nowhere",
            "a story about something that is not there tests nothing.",
            "correct the name, or describe what is missing.",
        ),
    },
    "SW305 listed": {
        "nl": Texts(
            'er is geen {what} met de naam "{written}"',
            "deze naam is nergens beschreven",
            "een verhaal over iets dat er niet is, test niets.",
            "schrijf een naam die er is: {known}. Of beschrijf wat ontbreekt.",
        ),
        "en": Texts(
            'there is no {what} named "{written}"',
            "this name is described nowhere",
            "a story about something that is not there tests nothing.",
            "write a name that is there: {known}. Or describe what is missing.",
        ),
    },
}

good = STORY
bad = changed_story('does = "collaboration.stop"', 'does = "collaboration.stopen"')
cases: Cases = {
    "listed": changed_story('who = "zuid", does = "coll', 'who = "apotheek", does = "coll'),
}
of = "scenarios"
files = BESIDE

check = found_while_reading
