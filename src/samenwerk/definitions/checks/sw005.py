"""Something that is described twice in one file."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, Cases, changed, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW005"
title = {
    "nl": "Iets dat twee keer beschreven is",
    "en": "Something that is described twice in one file",
}

TEXTS: TextsByCode = {
    "SW005": {
        "nl": Texts(
            '"{written}" is al eerder beschreven',
            "dit staat al op regel {line}",
            "wat op twee plaatsen beschreven is, kan twee dingen betekenen.",
            "laat één van de twee staan, hier of op regel {line}, of geef dit een andere naam.",
        ),
        "en": Texts(
            '"{written}" was described before',
            "this is already on line {line}",
            "what is described in two places can mean two things.",
            "keep one of the two, here or on line {line}, or give this one another name.",
        ),
    },
    "SW005 heading": {
        "nl": Texts(
            "de kop [{written}] staat er al",
            "deze kop staat al op regel {line}",
            "een kop komt één keer voor, zodat alles wat erbij hoort bij elkaar staat.",
            "verplaats de regels hieronder naar de kop op regel {line} en haal deze kop weg.",
        ),
        "en": Texts(
            "the heading [{written}] is already there",
            "this heading is already on line {line}",
            "a heading occurs once, so that all that belongs to it stands together.",
            "move the lines below to the heading on line {line} and remove this heading.",
        ),
    },
    "SW005 below": {
        "nl": Texts(
            'onder "{written}" kan niets hangen: dat staat al in één regel',
            "dit staat al op regel {line}, in één regel",
            "wat in één regel beschreven is, is daarmee af.",
            "schrijf regel {line} voluit: een eigen kop [{written}] met elk deel op een eigen "
            "regel. Daarna mag dit eronder staan.",
        ),
        "en": Texts(
            'nothing can hang below "{written}": it is already written in one line',
            "this is already on line {line}, in one line",
            "what is described in one line is complete.",
            "write line {line} out: a heading [{written}] of its own with each part on its own "
            "line. After that this may stand below it.",
        ),
    },
}

good = BASE
bad = changed('id = "voorbeeld"', 'id = "voorbeeld"\nid = "voorbeeld"')
cases: Cases = {
    "heading": changed(
        "[document]", '[fact]\nuren = { type = "whole_number", nl = "Uren" }\n\n[document]'
    ),
    "below": changed("[parameter]", '[document.nota.extra]\nnl = "Bijlage"\n\n[parameter]'),
}

check = found_while_reading
