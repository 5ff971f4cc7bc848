"""A line that cannot be read: a heading, a name, a list, braces, a sign."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, Cases, changed, found_while_reading, plus
from samenwerk.definitions.spelling.line_slip_texts import TEXTS as LINE_SLIPS
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW004"
title = {"nl": "Een regel die niet te lezen is", "en": "A line that cannot be read"}

TEXTS: TextsByCode = {
    **LINE_SLIPS,
    "SW004": {
        "nl": Texts(
            "deze regel kan niet gelezen worden",
            "dit wordt niet begrepen",
            "zonder deze regel is niet zeker wat u bedoelde.",
            'schrijf een kop als [step.start], een regel als name = "waarde", of begin met # '
            "voor een opmerking.",
        ),
        "en": Texts(
            "this line cannot be read",
            "this is not understood",
            "without this line it is not certain what you meant.",
            'write a heading such as [step.start], a line such as name = "value", or begin '
            "with # for a remark.",
        ),
    },
    "SW004 after": {
        "nl": Texts(
            "hier staat iets waar de regel klaar had moeten zijn",
            "dit hoort hier niet",
            "op elke regel staat één kop of één naam met één waarde.",
            "zet dit op een eigen regel, of haal het weg; een opmerking begint met #. Staat er een "
            'aanhalingsteken midden in een tekst, schrijf dan \\" op die plaats.',
        ),
        "en": Texts(
            "something stands here where the line should have ended",
            "this does not belong here",
            "each line holds one heading, or one name with one value.",
            "put this on a line of its own, or remove it; a remark begins with #. If there is a "
            'quote inside a text, write \\" in that spot.',
        ),
    },
    "SW004 equals": {
        "nl": Texts(
            "op deze regel ontbreekt het teken =",
            "hier hoort een naam, dan =, dan een waarde",
            "zonder = is niet te zien wat de naam is en wat de waarde.",
            'schrijf bijvoorbeeld name = "waarde"; een opmerking begint met #.',
        ),
        "en": Texts(
            "the sign = is missing on this line",
            "a name, then =, then a value belongs here",
            "without = it cannot be seen what is the name and what is the value.",
            'write for example name = "value"; a remark begins with #.',
        ),
    },
    "SW004 key": {
        "nl": Texts(
            'de naam "{written}" kan zo niet geschreven worden',
            "hier hoort een naam",
            "namen bestaan uit letters zonder accent, cijfers, - en _, en nooit uit spaties.",
            "schrijf bijvoorbeeld mijn_naam; staan de andere tekens er met opzet, zet de naam dan "
            "tussen rechte aanhalingstekens.",
        ),
        "en": Texts(
            'the name "{written}" cannot be written like this',
            "a name belongs here",
            "names are made of plain letters, digits, - and _, and never of spaces.",
            "write for example my_name; if the other characters are meant, put the name between "
            "straight quotes.",
        ),
    },
    "SW004 heading": {
        "nl": Texts(
            "deze kop is niet goed geschreven",
            "een kop staat tussen [ en ]",
            "zonder goede kop is niet duidelijk waar de regels eronder bij horen.",
            "schrijf bijvoorbeeld [step.start]: namen zonder spaties, met punten ertussen.",
        ),
        "en": Texts(
            "this heading is not written well",
            "a heading stands between [ and ]",
            "without a proper heading it is not clear what the lines below belong to.",
            "write for example [step.start]: names without spaces, with dots in between.",
        ),
    },
    "SW004 list": {
        "nl": Texts(
            "deze lijst is niet afgesloten",
            "de lijst begint hier",
            "zonder ] wordt alles wat volgt bij de lijst gerekend.",
            'zet achter het laatste deel een ], bijvoorbeeld ["voorzitter", "lid"].',
        ),
        "en": Texts(
            "this list is not closed",
            "the list begins here",
            "without ] all that follows is counted as part of the list.",
            'put a ] after the last part, for example ["chair", "member"].',
        ),
    },
    "SW004 comma": {
        "nl": Texts(
            "voor {written} ontbreekt een komma",
            "hiervoor hoort een komma",
            "zonder komma is niet te zien waar het ene deel eindigt en het andere begint.",
            'zet een komma tussen de delen, bijvoorbeeld ["voorzitter", "lid"].',
        ),
        "en": Texts(
            "a comma is missing before {written}",
            "a comma belongs before this",
            "without a comma it cannot be seen where one part ends and the next begins.",
            'put a comma between the parts, for example ["chair", "member"].',
        ),
    },
    "SW004 braces": {
        "nl": Texts(
            "wat tussen accolades staat is niet goed geschreven",
            "hier gaat het mis",
            "accolades openen en sluiten op dezelfde regel, met één komma tussen de delen en geen "
            "komma aan het eind.",
            'schrijf bijvoorbeeld {{ fact = "kosten", at_most = 5 }}. Past het niet op één regel, '
            "geef het dan een eigen kop, of maak er in een verhaal meer regels van.",
        ),
        "en": Texts(
            "what stands between braces is not written well",
            "it goes wrong here",
            "braces open and close on the same line, with one comma between the parts and none at "
            "the end.",
            'write for example {{ fact = "cost", at_most = 5 }}. If it does not fit on one line, '
            "give it a heading of its own, or in a story make several lines of it.",
        ),
    },
    "SW004 escape": {
        "nl": Texts(
            "het teken \\ heeft in deze tekst een bijzondere betekenis",
            "zo wordt het niet begrepen",
            "een \\ kondigt een bijzonder teken aan, en dit is er geen.",
            "schrijf \\\\ waar u één \\ bedoelt, of zet de tekst tussen enkele aanhalingstekens: "
            "'C:\\map'.",
        ),
        "en": Texts(
            "the sign \\ has a special meaning in this text",
            "this is not understood",
            "a \\ announces a special character, and this is none.",
            "write \\\\ where you mean one \\, or put the text between single quotes: "
            "'C:\\folder'.",
        ),
    },
    "SW004 character": {
        "nl": Texts(
            "hier staat een onzichtbaar teken ({written})",
            "op deze plaats",
            "zo'n teken komt vaak mee bij het plakken uit een ander programma.",
            "haal het weg.",
        ),
        "en": Texts(
            "an invisible character stands here ({written})",
            "in this spot",
            "such a character often comes along when pasting from another program.",
            "remove it.",
        ),
    },
    "SW004 date": {
        "nl": Texts(
            'de dag of tijd "{written}" bestaat niet',
            "deze dag of tijd staat in geen kalender",
            "met een dag of tijd die niet bestaat kan geen termijn berekend worden.",
            "kijk na of jaar, maand en dag kloppen: 2026-03-31 is 31 maart 2026.",
        ),
        "en": Texts(
            'the day or time "{written}" does not exist',
            "this day or time is in no calendar",
            "no term can be worked out with a day or time that does not exist.",
            "check year, month and day: 2026-03-31 is 31 March 2026.",
        ),
    },
}

_NOTES = plus('[document.notulen]\nnl = "Notulen"\nby = "voorzitter"\n')
_PERIOD = changed('to = "klaar"', 'to = "klaar"\nnot_before = 2027-02-01')

good = BASE
bad = changed("[group]", "]group]")
cases: Cases = {
    "after": changed("[group]", "[group] groep"),
    "equals": changed('nl = "Notulen"', "nl", _NOTES),
    "key": changed("nota = {", "ñ, = {"),
    "heading": changed("[document]", "[]"),
    "list": changed('by = "voorzitter"\nneeds', 'by = ["voorzitter"\nneeds'),
    "comma": changed('["aanbieder", "gemeente"]', '["aanbieder" "gemeente"]'),
    "braces": changed('nl = "Regiotafel" }', ', nl = "Regiotafel" }'),
    "escape": changed('nl = "Notulen"', 'nl = "Notulen \\q"', _NOTES),
    "character": changed("gemeente = {", "gemeen\u200bte = {"),
    "date": changed("not_before = 2027-02-01", "not_before = 2027-02-30", _PERIOD),
    "sign": changed('nl = "Notulen"', 'nl: "Notulen"', _NOTES),
    "key_quote": changed('nl = "Notulen"', '"nl = "Notulen"', _NOTES),
    "space": changed("value = 5000", "value =\u00a05000"),
    "break": changed("[group]", "[group]\f"),
    "key_meant": changed("nota = {", "nota van toelichting = {"),
    "lookalike": changed('version = "1"', 'v\u0435rsion = "1"'),
    "remark": changed("[group]", "// Groepen\n[group]"),
    "ornament": changed("[group]", "----------\n[group]"),
    "bullet": changed('nl = "Notulen"', '- nl = "Notulen"', _NOTES),
    "behind": changed('nl = "Notulen"', 'nl = "Notulen";', _NOTES),
    "listed": changed('by = "voorzitter"\nneeds', 'by = "voorzitter", "deelnemer"\nneeds'),
    "bracket_more": changed('by = "voorzitter"\nneeds', 'by = ["voorzitter"]]\nneeds'),
    "closing": changed("gemeente\"],", "gemeente\"},"),
    "separator": changed('["aanbieder", "gemeente"]', '["aanbieder"; "gemeente"]'),
    "pairs": changed('{ document = "nota" }', '[ document = "nota" ]'),
    "last_comma": changed('nl = "Regiotafel" }', 'nl = "Regiotafel", }'),
    "lines": changed('"deelnemer", nl = "Regiotafel" }', '"deelnemer",\n  nl = "Regiotafel" }'),
    "brace_open": changed('nl = "Regiotafel" }', 'nl = "Regiotafel"'),
    "heading_meant": changed("[rule.betaalbaar]", "[rule betaalbaar]"),
    "heading_empty": changed("[rule.betaalbaar]", "[rule.]"),
    "path": changed('nl = "Notulen"', 'nl = "C:\\Users\\notulen"', _NOTES),
}

check = found_while_reading
