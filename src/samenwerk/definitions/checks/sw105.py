"""Something that stands twice in a list."""

from __future__ import annotations

from samenwerk.definitions.checks.example import (
    BASE,
    VERSIONS,
    Cases,
    changed,
    found_while_reading,
    over,
)
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW105"
title = {"nl": "Iets dat twee keer genoemd is", "en": "Something that is named twice"}

TEXTS: TextsByCode = {
    "SW105": {
        "nl": Texts(
            "{written} staat twee keer in deze lijst",
            "dit staat er al",
            "een tweede keer verandert niets, en vaak was iets anders bedoeld.",
            "haal een van de twee weg, of schrijf wat u wel bedoelde.",
        ),
        "en": Texts(
            "{written} stands twice in this list",
            "this is there already",
            "a second time changes nothing, and often something else was meant.",
            "take one of the two away, or write what you did mean.",
        ),
    },
    "SW105 part": {
        "nl": Texts(
            "het deel {written} kwam al mee met waarop dit voortbouwt",
            "dit deel is er al",
            "een tweede keer verandert niets.",
            "haal {written} hier weg: u erft het.",
        ),
        "en": Texts(
            "the part {written} came with what this builds on",
            "this part is there already",
            "a second time changes nothing.",
            "take {written} away here: you inherit it.",
        ),
    },
    "SW105 starts": {
        "nl": Texts(
            "twee versies beginnen op {written}",
            "op deze dag begint al een versie",
            "er geldt altijd maar één versie, en nu is niet te zien welke van de twee.",
            "laat een van de twee op een andere dag beginnen, of haal haar weg.",
        ),
        "en": Texts(
            "two versions begin on {written}",
            "a version begins on this day already",
            "only one version holds at a time, and now nobody can see which of the two.",
            "have one of the two begin on another day, or take it away.",
        ),
    },
    "SW105 begin": {
        "nl": Texts(
            "twee versies gelden vanaf het begin",
            "er is al een versie zonder starts",
            "er geldt altijd maar één versie, en nu is niet te zien welke van de twee.",
            "schrijf bij een van de twee starts, met de eerste dag dat zij geldt.",
        ),
        "en": Texts(
            "two versions hold from the beginning",
            "there is a version without starts already",
            "only one version holds at a time, and now nobody can see which of the two.",
            "write starts with one of the two: the first day that it holds.",
        ),
    },
    "SW105 changed": {
        "nl": Texts(
            "{written} staat al in de lijst die u erft",
            "dit wordt al geërfd",
            "wat er al staat hoeft u niet toe te voegen; misschien bedoelde u iets anders.",
            "haal het uit add weg.",
        ),
        "en": Texts(
            "{written} is already in the list that you inherit",
            "this is inherited already",
            "what is there need not be added; perhaps you meant something else.",
            "take it out of add.",
        ),
    },
}

good = BASE
bad = changed('["aanbieder", "gemeente"]', '["aanbieder", "aanbieder"]')
cases: Cases = {
    "starts": changed("2029-01-01", "2028-01-01", VERSIONS),
    "begin": changed(
        "starts = 2028-01-01\n", "", changed("starts = 2029-01-01\n", "", VERSIONS)
    ),
    "changed": over('[group.deelnemer]\nsort = { add = ["gemeente"] }\n'),
}

check = found_while_reading
