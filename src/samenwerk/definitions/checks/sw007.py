"""A value that cannot be read: a bare word, curly quotes, a number or day written otherwise."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, Cases, changed, found_while_reading
from samenwerk.definitions.spelling.slip_texts import TEXTS as SLIPS
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW007"
title = {"nl": "Een waarde die niet te lezen is", "en": "A value that cannot be read"}

TEXTS: TextsByCode = {
    **{key: one for key, one in SLIPS.items() if key.startswith(code)},
    "SW007 bare": {
        "nl": Texts(
            'om "{written}" staan geen aanhalingstekens',
            "dit woord staat los",
            "zonder aanhalingstekens is niet te zien dat dit een tekst is.",
            'schrijf de tekst tussen rechte aanhalingstekens: "zo". Ja is true, nee is false, '
            "zonder aanhalingstekens en zonder hoofdletter.",
        ),
        "en": Texts(
            'there are no quotes around "{written}"',
            "this word stands bare",
            "without quotes it cannot be seen that this is a text.",
            'write the text between straight quotes: "so". Yes is true, no is false, without '
            "quotes and without a capital.",
        ),
    },
    "SW007 missing": {
        "nl": Texts(
            "hier ontbreekt een waarde",
            "hier hoort een waarde",
            "een naam zonder waarde zegt niets.",
            'schrijf de waarde erbij, bijvoorbeeld name = "tekst", of haal dit weg.',
        ),
        "en": Texts(
            "a value is missing here",
            "a value belongs here",
            "a name without a value says nothing.",
            'add the value, for example name = "text", or remove this.',
        ),
    },
    "SW007 number": {
        "nl": Texts(
            '"{written}" is zo geen getal',
            "dit kan niet als getal gelezen worden",
            "een getal heeft een punt voor de decimalen, geen punten voor duizendtallen en geen "
            "teken erachter.",
            "schrijf bijvoorbeeld 1250, 1250.50 of 0.5; is het een tekst, zet die dan tussen "
            "aanhalingstekens.",
        ),
        "en": Texts(
            '"{written}" is not a number as written',
            "this cannot be read as a number",
            "a number has a point before its decimals, nothing between thousands and no sign "
            "after it.",
            "write for example 1250, 1250.50 or 0.5; if it is a text, put it between quotes.",
        ),
    },
    "SW007 day_form": {
        "nl": Texts(
            'de dag "{written}" is anders geschreven dan hier kan',
            "een dag is jaar-maand-dag",
            "zo kan niemand dag en maand verwisselen.",
            "schrijf jaar, maand en dag met streepjes: 2026-03-31 is 31 maart 2026.",
        ),
        "en": Texts(
            'the day "{written}" is written in another way than is possible here',
            "a day is year-month-day",
            "this way nobody can take the day for the month.",
            "write year, month and day with dashes: 2026-03-31 is 31 March 2026.",
        ),
    },
}

_PERIOD = changed('to = "klaar"', 'to = "klaar"\nnot_before = 2027-02-01')

good = BASE
bad = changed('method = "qualified"', "method = qualified")
cases: Cases = {
    "bare": changed('method = "qualified"', "method = q=2"),
    "missing": changed('method = "qualified"', "method ="),
    "blank": changed("value = 5000", "value = ..."),
    "nothing": changed("value = 5000", "value = geen"),
    "curly": changed('nl = "Samenwerking"', "nl = “Samenwerking”"),
    "curly_open": changed('nl = "Samenwerking"', "nl = “Samenwerking"),
    "yes_no": changed("final = true", "final = ja"),
    "number": changed("value = 5000", "value = 5.000.0,0"),
    "amount": changed("value = 5000", "value = 5.000,00"),
    "percent": changed("value = 5000", "value = 50%"),
    "share": changed('share = "2/3"', "share = 2/3"),
    "term": changed("value = 5000", "value = 4 weken"),
    "compare": changed("value = 5000", "value = >= 5000"),
    "sum": changed("value = 5000", "value = 5 * 1000"),
    "day": changed("not_before = 2027-02-01", "not_before = 1-2-2027", _PERIOD),
    "day_form": changed("not_before = 2027-02-01", "not_before = 1-2-27", _PERIOD),
    "clock": changed("not_before = 2027-02-01", "not_before = 9:30", _PERIOD),
}

check = found_while_reading
