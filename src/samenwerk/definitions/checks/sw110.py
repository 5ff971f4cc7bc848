"""Names that need each other in a ring."""

from __future__ import annotations

from samenwerk.definitions.checks.example import (
    BASE,
    REGISTER,
    Cases,
    Shown,
    changed,
    found_while_reading,
)
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW110"
title = {
    "nl": "Namen die in een kring op elkaar rusten, of te diep",
    "en": "Names that rest on each other in a ring, or too deep",
}

TEXTS: TextsByCode = {
    "SW110": {
        "nl": Texts(
            "deze {kind} rust op zichzelf: {names}",
            "hier sluit de kring",
            "wat op zichzelf rust, krijgt nooit een antwoord.",
            "haal een van de verwijzingen in deze kring weg.",
        ),
        "en": Texts(
            "this {kind} rests on itself: {names}",
            "the ring closes here",
            "what rests on itself never gets an answer.",
            "take one of the references in this ring away.",
        ),
    },
    "SW110 deep": {
        "nl": Texts(
            "onder {written} rust te veel op elkaar: meer dan {most} namen diep",
            "dit ligt te diep",
            "wat zo diep op elkaar rust, kan niemand meer overzien of nagaan.",
            "noem hier wat nodig is rechtstreeks, zonder zo veel namen ertussen.",
        ),
        "en": Texts(
            "too much rests on each other below {written}: more than {most} names deep",
            "this lies too deep",
            "nobody can survey or look into what rests on each other this deep.",
            "name what is needed here directly, without so many names between.",
        ),
    },
    "SW110 large": {
        "nl": Texts(
            "met {written} erbij moet hier meer dan {most} keer iets nagegaan worden",
            "dit wordt te veel",
            "namen die elk weer naar meer namen verwijzen, groeien sneller dan het lijkt.",
            "noem elke regel één keer, daar waar die nodig is.",
        ),
        "en": Texts(
            "with {written} more than {most} things would have to be looked into here",
            "this becomes too much",
            "names that each refer to more names grow faster than it seems.",
            "name every rule once, where it is needed.",
        ),
    },
    "SW110 itself": {
        "nl": Texts(
            "{written} hoort bij zichzelf",
            "dit is {written} zelf",
            "een partij hoort bij een andere of bij geen; deze wordt niet overgenomen.",
            "noem de partij waar {written} bij hoort, of haal belongs_to weg.",
        ),
        "en": Texts(
            "{written} belongs to itself",
            "this is {written} itself",
            "a party belongs to another one or to none; this one is not taken up.",
            "name the party that {written} belongs to, or take belongs_to away.",
        ),
    },
    "SW110 party": {
        "nl": Texts(
            "deze partijen horen in een kring bij elkaar: {names}",
            "hier sluit de kring",
            "zo hoort niemand ergens bij; geen van deze partijen wordt overgenomen.",
            "haal bij een van hen belongs_to weg.",
        ),
        "en": Texts(
            "these parties belong to each other in a ring: {names}",
            "the ring closes here",
            "this way nobody belongs anywhere; none of these parties is taken up.",
            "take belongs_to away at one of them.",
        ),
    },
}

good = BASE
bad = changed("all = [{", 'all = ["betaalbaar", {')


def _row(rules: int, each: int) -> str:
    """Rules that each ask the next ones, so many; the last asks a document."""
    text = changed('needs = ["betaalbaar"', 'needs = ["r1"')
    for at in range(1, rules + 1):
        asked = [f'"r{one}"' for one in range(at + 1, min(at + each, rules) + 1)]
        parts = ", ".join(asked or ['{ document = "nota" }'])
        text += f'\n[rule.r{at}]\nnl = "Regel {at}"\nall = [{parts}]\n'
    return text


cases: Cases = {
    "deep": Shown(lambda: _row(32, 1)),
    "large": Shown(lambda: _row(19, 2)),
    "itself": Shown(
        changed(
            'noord = { sort = "aanbieder"',
            'noord = { belongs_to = "noord", sort = "aanbieder"',
            REGISTER,
        ),
        of="register",
    ),
    "party": Shown(
        changed(
            "noord = {",
            'noord = { belongs_to = "zuid",',
            changed("zuid = {", 'zuid = { belongs_to = "noord",', REGISTER),
        ),
        of="register",
    ),
}

check = found_while_reading
