"""A name that means two things."""

from __future__ import annotations

from samenwerk.definitions.checks.example import (
    BASE,
    TASK,
    Cases,
    Shown,
    changed,
    found_while_reading,
    over,
    plus,
)
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW104"
title = {"nl": "Een naam die twee dingen betekent", "en": "A name that means two things"}

TEXTS: TextsByCode = {
    "SW104": {
        "nl": Texts(
            "de naam {written} is al in gebruik voor een {other}",
            "zo heet al een {other}: {there}",
            "als een naam twee dingen betekent, weet niemand welk van de twee bedoeld is.",
            "geef een van de twee een andere naam, en pas aan waar die gebruikt wordt.",
        ),
        "en": Texts(
            "the name {written} is already taken by a {other}",
            "a {other} is called this already: {there}",
            "when a name means two things, nobody knows which one is meant.",
            "give one of the two another name, and change it where it is used.",
        ),
    },
    "SW104 inherited": {
        "nl": Texts(
            "de naam {written} kwam mee met {base}: daar is het een {other}",
            "u geeft deze naam aan een {kind}",
            "als een naam twee dingen betekent, weet niemand welk van de twee bedoeld is.",
            "geef het uwe een andere naam, en pas aan waar u die gebruikt.",
        ),
        "en": Texts(
            "the name {written} came with {base}: there it is a {other}",
            "you give this name to a {kind}",
            "when a name means two things, nobody knows which one is meant.",
            "give yours another name, and change it where you use it.",
        ),
    },
    "SW104 between": {
        "nl": Texts(
            "{written} is er in {one} en ook in {other}",
            "hier kan het allebei zijn",
            "een voorwaarde over {one} kijkt in beide, en zo kan zij ongemerkt iets anders "
            "gaan betekenen.",
            "schrijf {one}.{written} of {other}.{written} waar u het gebruikt, of geef het uwe "
            "een andere naam.",
        ),
        "en": Texts(
            "{written} is there in {one} and in {other} too",
            "here it can be either",
            "a condition about {one} looks in both, so it could come to mean something else "
            "unseen.",
            "write {one}.{written} or {other}.{written} where you use it, or give yours another "
            "name.",
        ),
    },
    "SW104 parts": {
        "nl": Texts(
            "{written} staat in twee bestanden van deze werkwijze",
            "dit staat er al",
            "het is niet te zien welke van de twee geldt.",
            "laat {written} in een van de bestanden staan.",
        ),
        "en": Texts(
            "{written} stands in two files of this workflow",
            "this is there already",
            "nobody can see which of the two holds.",
            "leave {written} in one of the files only.",
        ),
    },
    "SW104 of_plugins": {
        "nl": Texts(
            "{one} en {other} zeggen verschillende dingen van {written}",
            "{other} zegt hier iets anders dan {one}",
            "twee delen van plug-ins liggen naast elkaar: geen van beide gaat voor.",
            "gebruik een van de twee, of vraag wie ze maakt om een andere naam.",
        ),
        "en": Texts(
            "{one} and {other} say different things of {written}",
            "{other} says something else here than {one}",
            "two parts of plugins lie side by side: neither comes before the other.",
            "use one of the two, or ask who makes them for another name.",
        ),
    },
    "SW104 reserved": {
        "nl": Texts(
            "{written} is een vast woord en kan geen naam zijn",
            "dit woord heeft al een betekenis",
            "als iets zo heet, is niet te zien of de naam of het vaste woord bedoeld is.",
            "kies een andere naam dan {written}.",
        ),
        "en": Texts(
            "{written} is a fixed word and cannot be a name",
            "this word has a meaning of its own",
            "if something is called so, nobody sees whether the name or the fixed word is meant.",
            "choose another name than {written}.",
        ),
    },
}

good = BASE
bad = changed("[document]\n", '[document]\nkosten = { by = "voorzitter", nl = "Kosten" }\n')
cases: Cases = {
    "inherited": over('[document.kosten]\nnl = "Kostenoverzicht"\n'),
    "between": changed(
        "[lifecycle.klus.state]",
        '[lifecycle.klus.fact]\ndag = { type = "date", by = "keurder", nl = "Dag" }\n'
        "[lifecycle.collaboration.fact]\n"
        'dag = { type = "date", by = "voorzitter", nl = "Begin" }\n[lifecycle.klus.state]',
        changed("needs = [", 'needs = [{ no = "klus", fact = "dag", after = 2027-06-01 }, ', TASK),
    ),
    "parts": Shown(changed('version = "1"', 'version = "1"\nparts = ["extra.toml"]'), files={
        "extra.toml": '[document]\nnota = { nl = "Nota" }\n',
    }),
    "reserved": plus('[role.time]\nnl = "Tijd"\n'),
}

check = found_while_reading
