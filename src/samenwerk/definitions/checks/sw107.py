"""Keys of which exactly one must stand."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, Cases, changed, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW107"
title = {
    "nl": "Woorden waarvan er precies één moet staan",
    "en": "Keys of which exactly one must stand",
}

TEXTS: TextsByCode = {
    "SW107": {
        "nl": Texts(
            "hier ontbreekt een woord dat zegt wat u bedoelt",
            "hier hoort precies één van de woorden hieronder bij",
            "zonder zo'n woord is niet te zien wat er geldt.",
            "schrijf precies één van: {allowed}.",
        ),
        "en": Texts(
            "a word that says what you mean is missing here",
            "exactly one of the words below belongs here",
            "without such a word nobody sees what holds.",
            "write exactly one of: {allowed}.",
        ),
    },
    "SW107 heading": {
        "nl": Texts(
            "de kop [{written}] ontbreekt",
            "dit hoort daaronder",
            "wat bij elkaar hoort, heeft precies dezelfde naam.",
            "schrijf de naam hier zoals die in de kop erboven staat, of zet de kop [{written}] "
            "erboven met wat erbij hoort.",
        ),
        "en": Texts(
            "the heading [{written}] is missing",
            "this belongs below it",
            "what belongs together has exactly the same name.",
            "write the name here as it stands in the heading above, or put the heading "
            "[{written}] above it with what belongs there.",
        ),
    },
    "SW107 both": {
        "nl": Texts(
            "{written} en {other} kunnen niet samen",
            "dit kan niet samen met {other}",
            "het is niet te zien welke van de twee geldt.",
            "laat {written} of {other} weg. Hebt u beide nodig, maak er dan twee regels van.",
        ),
        "en": Texts(
            "{written} and {other} cannot stand together",
            "this cannot stand beside {other}",
            "nobody can see which of the two holds.",
            "leave out {written} or {other}. If you need both, make two lines of them.",
        ),
    },
    "SW107 empty": {
        "nl": Texts(
            "in deze lijst staat geen enkele voorwaarde",
            "deze lijst is leeg",
            "een regel zonder voorwaarden zou altijd of nooit gelden.",
            "schrijf minstens één voorwaarde, of haal de regel weg.",
        ),
        "en": Texts(
            "there is no condition in this list",
            "this list is empty",
            "a rule without conditions would always or never hold.",
            "write at least one condition, or take the rule away.",
        ),
    },
    "SW107 choice": {
        "nl": Texts(
            "{written} hoort alleen bij een gegeven van de soort choice",
            "dit gegeven is geen keuze",
            "alleen bij een keuze is er een lijst met woorden.",
            'schrijf type = "choice", of haal {written} weg.',
        ),
        "en": Texts(
            "{written} goes with a fact of type choice only",
            "this fact is not a choice",
            "only a choice has a list of words.",
            'write type = "choice", or take {written} away.',
        ),
    },
    "SW107 by_plugin": {
        "nl": Texts(
            "{written} kan niet bij een methode van een plug-in",
            "dit bepaalt de methode {other} zelf",
            "het is niet te zien wie er telt: de methode, of deze regel.",
            "haal {written} weg, of geef de methode met with wat zij nodig heeft.",
        ),
        "en": Texts(
            "{written} cannot stand beside a method of a plugin",
            "the method {other} settles this itself",
            "nobody can see who counts: the method, or this line.",
            "take {written} away, or give the method what it needs by with.",
        ),
    },
    "SW107 no_plugin": {
        "nl": Texts(
            "{written} hoort bij een methode van een plug-in",
            "de methode {other} is van samenwerk zelf",
            "deze methode kijkt er niet naar.",
            'haal {written} weg, of noem een methode als method = "besluitvorming.weighted".',
        ),
        "en": Texts(
            "{written} goes with a method of a plugin",
            "the method {other} is one of samenwerk itself",
            "this method does not look at it.",
            'take {written} away, or name a method as method = "besluitvorming.weighted".',
        ),
    },
}

good = BASE
bad = changed("all = [", 'any = ["akkoord"]\nall = [')
cases: Cases = {
    "heading": changed(
        "[rule.betaalbaar]", '[rule.betaalbaar_.way_out]\nnl = "Zoek geld"\n[rule.betaalbaar]'
    ),
    "": changed(", at_most = \"grens\" }]", " }]"),
    "empty": changed('all = [{ fact = "kosten", at_most = "grens" }]', "all = []"),
    "by_plugin": changed('method = "qualified"', 'method = "besluitvorming.weighted"'),
    "no_plugin": changed('share = "2/3"', 'share = "2/3"\nlooks_at = "kosten"'),
    "choice": changed('type = "choice", one_of', 'type = "text", one_of'),
}

check = found_while_reading
