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
            "this is {found}, and here belongs {wanted}",
            "here belongs {wanted}",
            "only what has the right form can be read the way you mean it.",
            "write {wanted} here.",
        ),
    },
    "SW102 name": {
        "nl": Texts(
            "{written} kan geen naam zijn",
            "dit kan geen naam zijn",
            "met een naam verwijzen andere regels hiernaar; daarom is die eenvoudig.",
            "begin met een letter en gebruik alleen letters zonder accent, cijfers, _ en -. "
            "Wat mensen lezen schrijft u bij nl en en.",
        ),
        "en": Texts(
            "{written} cannot be a name",
            "this cannot be a name",
            "other lines refer to this by its name; that is why a name is plain.",
            "begin with a letter and use only letters without accents, digits, _ and -. What "
            "people read goes at nl and en.",
        ),
    },
}

good = BASE
bad = changed('share = "2/3"', 'second_person = "yes"\nshare = "2/3"')
cases: Cases = {"name": plus('[document."2e_brief"]\nnl = "Tweede brief"\n')}

check = found_while_reading
