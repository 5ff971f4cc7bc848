"""A key that is no word of the language."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, changed, found_while_reading
from samenwerk.definitions.checks.shown import Cases
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW101"
title = {"nl": "Een woord dat hier niet hoort", "en": "A word that does not belong here"}

TEXTS: TextsByCode = {
    "SW101": {
        "nl": Texts(
            "het woord {written} wordt hier niet begrepen",
            "dit woord hoort hier niet",
            "een woord dat niemand leest doet niets; uw afspraak zou ongemerkt wegvallen.",
            "kijk of het anders gespeld wordt of ergens anders hoort. Hier kan staan: {known}.",
        ),
        "en": Texts(
            "the word {written} is not understood here",
            "this word does not belong here",
            "a word that nobody reads does nothing; what you agreed would silently be lost.",
            "see whether it is spelled otherwise or belongs elsewhere. What may stand here: "
            "{known}.",
        ),
    },
    "SW101 meant": {
        "nl": Texts(
            "{written} heet hier {meant}",
            "hier hoort {meant}",
            "de vaste woorden zijn Engels en altijd gelijk; uw eigen namen kiest u zelf.",
            "typ {meant}.",
        ),
        "en": Texts(
            "the word here is {meant}, and not {written}",
            "{meant} belongs here",
            "the fixed words are always the same; names of your own you choose yourself.",
            "type {meant}.",
        ),
    },
    "SW101 setting": {
        "nl": Texts(
            "{written} is een instelling, en die staat onder [parameter]",
            "deze regel staat onder een andere kop",
            "wat op een regel staat, hoort bij de kop erboven.",
            "verplaats deze regel naar de kop [parameter]. Is die kop er niet, zet dan "
            "[parameter] met deze regel onderaan.",
        ),
        "en": Texts(
            "{written} is a setting, which stands below [parameter]",
            "this line stands below another heading",
            "what stands on a line belongs to the heading above it.",
            "move this line to the heading [parameter]. If there is no such heading, put "
            "[parameter] with this line at the end.",
        ),
    },
    "SW101 below": {
        "nl": Texts(
            "[{written}] hoort onder een levensloop",
            "dit hoort onder een levensloop",
            "een levensloop heeft eigen fasen, stappen en plichten.",
            "typ [lifecycle.{lifecycle}.{written}.naam], met de naam die er al staat.",
        ),
        "en": Texts(
            "[{written}] belongs below a lifecycle",
            "this belongs below a lifecycle",
            "a lifecycle has states, steps and duties of its own.",
            "type [lifecycle.{lifecycle}.{written}.name], with the name that is there already.",
        ),
    },
}

good = BASE
bad = changed('from = "lopend"', 'komt_van = "lopend"')
cases: Cases = {
    "meant": changed('from = "lopend"', 'vanuit = "lopend"'),
    "setting": changed('nl = "Betaalbaar"', 'nl = "Betaalbaar"\ngrens.value = 6000'),
    "below": changed("[lifecycle.collaboration.step.stop]", "[step.stop]"),
}

check = found_while_reading
