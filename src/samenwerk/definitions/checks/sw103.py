"""A name that nothing is called by."""

from __future__ import annotations

from samenwerk.definitions.checks.example import (
    BASE,
    REGISTER,
    Cases,
    Shown,
    changed,
    found_while_reading,
    over,
    plus,
)
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW103"
title = {"nl": "Een naam die nergens beschreven is", "en": "A name that is described nowhere"}

TEXTS: TextsByCode = {
    "SW103": {
        "nl": Texts(
            "er is geen {kind} met de naam {written}",
            "deze naam bestaat hier niet",
            "een regel over iets wat niet bestaat, kan nooit gelden.",
            "kijk of de naam goed gespeld is. Is {written} nog nergens beschreven, doe dat dan "
            "eerst. Een naam uit een andere levensloop schrijft u als levensloop.naam.",
        ),
        "en": Texts(
            "there is no {kind} called {written}",
            "nothing here is called this",
            "a line about something that does not exist can never hold.",
            "see whether the name is spelled right. If {written} is described nowhere yet, do "
            "that first. A name of another lifecycle is written as lifecycle.name.",
        ),
    },
    "SW103 register": {
        "nl": Texts(
            "er is geen {kind} met de naam {written}",
            "deze naam bestaat hier niet",
            "een regel over iets wat niet bestaat, kan nooit gelden.",
            "verbeter de naam, of beschrijf {written} eerst.",
        ),
        "en": Texts(
            "there is no {kind} called {written}",
            "nothing here is called this",
            "a line about something that does not exist can never hold.",
            "correct the name, or describe {written} first.",
        ),
    },
    "SW103 listed": {
        "nl": Texts(
            "er is geen {kind} met de naam {written}",
            "deze naam bestaat hier niet",
            "een regel over iets wat niet bestaat, kan nooit gelden.",
            "schrijf een naam die er is: {known}. Of beschrijf {written} eerst.",
        ),
        "en": Texts(
            "there is no {kind} called {written}",
            "nothing here is called this",
            "a line about something that does not exist can never hold.",
            "write a name that is there: {known}. Or describe {written} first.",
        ),
    },
    "SW103 hidden": {
        "nl": Texts(
            "in deze naam staat een teken te veel dat niet te zien is",
            "dit is niet precies {written}",
            "een naam is alleen dezelfde als elk teken hetzelfde is.",
            'typ de naam opnieuw: "{written}".',
        ),
        "en": Texts(
            "this name has one character too many, that cannot be seen",
            "this is not exactly {written}",
            "a name is only the same when each character is the same.",
            'type the name again: "{written}".',
        ),
    },
    "SW103 removed": {
        "nl": Texts(
            "{written} is er niet meer: u haalde het weg op regel {line}",
            "dit is weggehaald",
            "een regel over iets wat niet bestaat, kan nooit gelden.",
            "noem hier iets anders, of haal remove = true weg op regel {line}.",
        ),
        "en": Texts(
            "{written} is gone: you removed it on line {line}",
            "this was taken away",
            "a line about something that does not exist can never hold.",
            "name something else here, or take remove = true away on line {line}.",
        ),
    },
    "SW103 needed": {
        "nl": Texts(
            "u haalt {written} weg, maar {base} gebruikt het nog (daar op regel {line})",
            "hier haalt u het weg",
            "wat u erft en laat staan, moet blijven kloppen.",
            "laat {written} staan, of verander ook wat het gebruikt: haal dat weg, of neem "
            "{written} daar uit de lijst met {{ remove = [...] }}.",
        ),
        "en": Texts(
            "you remove {written}, but {base} still uses it (there on line {line})",
            "you remove it here",
            "what you inherit and leave as it is must stay sound.",
            "keep {written}, or change what uses it too: remove that, or take {written} out of "
            "its list with {{ remove = [...] }}.",
        ),
    },
    "SW103 other": {
        "nl": Texts(
            "{written} is een {other}, en hier hoort de naam van een {kind}",
            "dit is een {other}",
            "een {other} kan hier niet betekenen wat u bedoelt.",
            "noem hier een {kind}, of gebruik een voorwaarde die over een {other} gaat.",
        ),
        "en": Texts(
            "{written} is a {other}, and what belongs here is the name of a {kind}",
            "this is a {other}",
            "a {other} cannot mean here what you have in mind.",
            "name a {kind} here, or use a condition that is about a {other}.",
        ),
    },
    "SW103 asked": {
        "nl": Texts(
            "{written} is een {other}, en hier hoort de naam van een {kind}",
            "dit is een {other}",
            "alleen de naam van een {kind} kan hier zo staan; naar iets anders vraagt u met een "
            "woord erbij.",
            "bedoelde u: {meant}?",
        ),
        "en": Texts(
            "{written} is a {other}, and here belongs the name of a {kind}",
            "this is a {other}",
            "only the name of a {kind} can stand here like this; for anything else you ask with "
            "a word beside it.",
            "did you mean: {meant}?",
        ),
    },
}

good = BASE
bad = changed('by = "voorzitter"\nneeds', 'by = "voorzittr"\nneeds')
cases: Cases = {
    "removed": over(
        "[document.brief]\nremove = true\n"
        '[rule.brief_er]\nnl = "Brief is er"\nall = [{ document = "brief" }]\n'
        '[lifecycle.collaboration.step.stop]\nneeds = { add = ["brief_er"] }\n',
        plus(
            '[document.brief]\nnl = "Brief"\nby = "voorzitter"\n',
            changed('to = "klaar"', 'to = "klaar"\noverlay = "open"'),
        ),
    ),
    "needed": over("[role.voorzitter]\nremove = true\n"),
    "hidden": changed('fact = "kosten", at_most', 'fact = "kos\u200bten", at_most'),
    "register": Shown(
        changed('who = "zuid", starts', 'who = "zuit", starts', REGISTER), "register"
    ),
    "listed": Shown(changed('sort = "gemeente"', 'sort = "ziekenhuis"', REGISTER), "register"),
    "asked": changed('needs = ["betaalbaar", ', 'needs = ["nota", '),
    "other": changed('fact = "kosten", at_most', 'fact = "akkoord", at_most'),
}

check = found_while_reading
