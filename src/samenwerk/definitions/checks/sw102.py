"""A value of another type than belongs there."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, Cases, changed, found_while_reading, plus
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW102"
title = {
    "nl": "Een waarde van een andere soort dan hier hoort",
    "en": "A value of another kind than belongs here",
}

TEXTS: TextsByCode = {
    "SW102": {
        "nl": Texts(
            "hier staat {found}, en hier hoort {wanted}",
            "hier hoort {wanted}",
            "alleen wat de goede vorm heeft, kan gelezen worden zoals u het bedoelt.",
            "schrijf hier {wanted}.",
        ),
        "en": Texts(
            "this is {found}, and what belongs here is {wanted}",
            "what belongs here is {wanted}",
            "only what has the right form can be read the way you mean it.",
            "write {wanted} here.",
        ),
    },
    "SW102 meant": {
        "nl": Texts(
            "{written} kan hier zo niet gelezen worden",
            "hier hoort {wanted}",
            "alleen wat de goede vorm heeft, kan gelezen worden zoals u het bedoelt.",
            "typ {meant}.",
        ),
        "en": Texts(
            "{written} cannot be read like this here",
            "what belongs here is {wanted}",
            "only what has the right form can be read the way you mean it.",
            "type {meant}.",
        ),
    },
    "SW102 double": {
        "nl": Texts(
            "om deze kop staan dubbele haken",
            "hier hoort één paar haken",
            "dubbele haken maken een lijst, en elke naam komt hier één keer voor.",
            "typ {meant}.",
        ),
        "en": Texts(
            "double brackets stand around this heading",
            "one pair of brackets belongs here",
            "double brackets make a list, and each name occurs once here.",
            "type {meant}.",
        ),
    },
    "SW102 thousands": {
        "nl": Texts(
            "{written} is hier {read}, en niet {meant}",
            "een punt staat voor de decimalen",
            "de een leest hier {read} in, en de ander {meant}.",
            "typ {meant} of {read}, wat u bedoelt.",
        ),
        "en": Texts(
            "{written} is {read} here, and not {meant}",
            "a point stands before the decimals",
            "one person reads {read} here, and another {meant}.",
            "type {meant} or {read}, whichever you mean.",
        ),
    },
    "SW102 name": {
        "nl": Texts(
            "{written} kan geen naam zijn",
            "dit kan geen naam zijn",
            "met een naam verwijzen andere regels hiernaar; daarom is die eenvoudig.",
            "begin met een letter en gebruik alleen letters zonder accent, cijfers, _ en -. "
            "Wat mensen lezen, staat achter nl = en en =.",
        ),
        "en": Texts(
            "{written} cannot be a name",
            "this cannot be a name",
            "other lines refer to this by its name; that is why a name is plain.",
            "begin with a letter and use only letters without accents, digits, _ and -. What "
            "people read goes after nl = and en =.",
        ),
    },
}

good = BASE
bad = changed('share = "2/3"', 'second_person = 1\nshare = "2/3"')
cases: Cases = {
    "meant": changed('share = "2/3"', 'second_person = "ja"\nshare = "2/3"'),
    "double": changed("[rule.betaalbaar]", "[[rule.betaalbaar]]"),
    "thousands": changed("value = 5000", "value = 5.000"),
    "name": plus('[document."2e_brief"]\nnl = "Tweede brief"\n'),
}

check = found_while_reading
