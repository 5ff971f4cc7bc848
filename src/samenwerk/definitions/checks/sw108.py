"""Something that must be there and is not."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, Cases, changed, found_while_reading, plus
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW108"
title = {
    "nl": "Iets dat er moet staan en ontbreekt",
    "en": "Something that must be there and is not",
}

TEXTS: TextsByCode = {
    "SW108": {
        "nl": Texts(
            "hier ontbreekt {written}: {nl}",
            "hier hoort nog {written} bij",
            "zonder {written} is niet te lezen wat hier geldt.",
            "schrijf een regel die begint met {written} =.",
        ),
        "en": Texts(
            "{written} is missing here: {en}",
            "{written} belongs here too",
            "without {written} nobody can tell what holds here.",
            "write a line that begins with {written} =.",
        ),
    },
    "SW108 alone": {
        "nl": Texts(
            "hier ontbreekt {written}",
            "hier hoort nog {written} bij",
            "zonder {written} is niet te lezen wat hier geldt.",
            "schrijf een regel die begint met {written} =.",
        ),
        "en": Texts(
            "{written} is missing here",
            "{written} belongs here too",
            "without {written} nobody can tell what holds here.",
            "write a line that begins with {written} =.",
        ),
    },
    "SW108 workflow": {
        "nl": Texts(
            "de kop [workflow] ontbreekt",
            "zo begint elke werkwijze",
            "zonder naam en versie kan niemand naar deze werkwijze verwijzen.",
            'begin het bestand met [workflow], en daaronder id = "naam" en version = "1".',
        ),
        "en": Texts(
            "the heading [workflow] is missing",
            "every workflow begins like this",
            "without a name and a version nobody can refer to this workflow.",
            'begin the file with [workflow], and below it id = "name" and version = "1".',
        ),
    },
    "SW108 value": {
        "nl": Texts(
            "{written} heeft geen waarde",
            "deze instelling heeft geen waarde",
            "waar geen waarde staat beslist een mens, en dat kan deze regel niet lezen.",
            "geef {written} een value, of schrijf een vraag [open.{written}] die iemand "
            "beantwoordt.",
        ),
        "en": Texts(
            "{written} has no value",
            "this parameter has no value",
            "where there is no value a person decides, and this line cannot read that.",
            "give {written} a value, or write a question [open.{written}] that somebody answers.",
        ),
    },
    "SW108 region": {
        "nl": Texts(
            "bij region hoort de kaart waar de regio op ligt",
            "op welke kaart?",
            "dezelfde regio kan op meer kaarten liggen, met andere partijen.",
            'schrijf erbij: map = "naam van de kaart".',
        ),
        "en": Texts(
            "region goes with the map that the region is on",
            "on which map?",
            "one region can be on more maps, with other parties.",
            'write beside it: map = "name of the map".',
        ),
    },
    "SW108 partly": {
        "nl": Texts(
            "partly hoort bij een stap die voor partijen gezet wordt",
            "een deel van wie?",
            "alleen wat voor meer partijen tegelijk is, kan voor een deel van hen.",
            'schrijf erbij: for = "naam van een groep".',
        ),
        "en": Texts(
            "partly goes with a step that is done for parties",
            "a part of whom?",
            "only what is for several parties at once can be for some of them.",
            'write beside it: for = "name of a group".',
        ),
    },
    "SW108 own": {
        "nl": Texts(
            "own hoort bij een gegeven dat voor elke partij apart bekend is",
            "dit gegeven is er maar een keer",
            "wat elke partij voor zichzelf vastlegt, is er voor elke partij.",
            'schrijf erbij: per = "party".',
        ),
        "en": Texts(
            "own goes with a fact that is kept for each party apart",
            "there is only one of this fact",
            "what each party records for itself is there for each party.",
            'write beside it: per = "party".',
        ),
    },
}

good = BASE
bad = changed('method = "qualified"\n', "")
cases: Cases = {
    "workflow": changed(BASE[: BASE.index("[sort]")], ""),
    "value": changed(
        '"2/3"', '"deel"', plus('[parameter.deel]\nnl = "Deel"\nat_most = "2/3"\n')
    ),
    "alone": plus('[rule.deel]\nnl = "Deel"\nat_least = 1\nall = ["betaalbaar"]\n'),
    "region": plus('[group.oost]\nnl = "Oost"\nregion = "oost"\n'),
    "partly": changed('to = "klaar"', 'to = "klaar"\npartly = true'),
    "own": changed('type = "money"', 'type = "money", own = true'),
}

check = found_while_reading
