"""A name that nothing is called by."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, changed, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW103"

TEXTS: TextsByCode = {
    "SW103": {
        "nl": Texts(
            "er is geen {kind} met de naam {written}",
            "deze naam bestaat hier niet",
            "een regel over iets wat niet bestaat, kan nooit gelden.",
            "kijk of de naam goed gespeld is, of schrijf op wat {written} is. Een naam uit "
            "een andere levensloop schrijft u als levensloop.naam.",
        ),
        "en": Texts(
            "there is no {kind} called {written}",
            "nothing here is called this",
            "a line about something that does not exist can never hold.",
            "see whether the name is spelled right, or write down what {written} is. A name "
            "of another lifecycle is written as lifecycle.name.",
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
            "{written} is a {other}, and here belongs the name of a {kind}",
            "this is a {other}",
            "a {other} cannot mean here what you have in mind.",
            "name a {kind} here, or use a condition that is about a {other}.",
        ),
    },
}

good = BASE
bad = changed('by = "voorzitter"\nneeds', 'by = "voorzittr"\nneeds')

check = found_while_reading
