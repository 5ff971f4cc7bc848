"""What an author is told of a slip at a key, a heading, a bracket or the end of a line.

In Dutch and in English. Which slips there are is `line_slips`; those in values are in
`slip_texts`.
"""

from __future__ import annotations

from samenwerk.definitions.texts import Texts, TextsByCode

TEXTS: TextsByCode = {
    "SW004 sign": {
        "nl": Texts(
            'tussen een naam en haar waarde hoort =, en niet "{written}"',
            "hier hoort =",
            "alleen = geeft iets een waarde.",
            'typ = in plaats van "{written}".',
        ),
        "en": Texts(
            'a name and its value are joined by =, and not by "{written}"',
            "= belongs here",
            "only = gives something a value.",
            'type = instead of "{written}".',
        ),
    },
    "SW004 key_quote": {
        "nl": Texts(
            "voor deze naam staat een aanhalingsteken",
            "dit hoort hier niet",
            "om een naam staan geen aanhalingstekens, alleen om een tekst.",
            'haal het weg: {meant} = "waarde".',
        ),
        "en": Texts(
            "a quote stands before this name",
            "this does not belong here",
            "no quotes stand around a name, only around a text.",
            'remove it: {meant} = "value".',
        ),
    },
    "SW004 space": {
        "nl": Texts(
            "hier staat een spatie die geen gewone spatie is ({written})",
            "op deze plaats",
            "zo'n spatie komt vaak mee bij het plakken uit een ander programma.",
            "typ hier een gewone spatie.",
        ),
        "en": Texts(
            "a space stands here that is no ordinary space ({written})",
            "in this spot",
            "such a space often comes along when pasting from another program.",
            "type an ordinary space here.",
        ),
    },
    "SW004 break": {
        "nl": Texts(
            "hier eindigt een regel met een teken dat hier niet kan ({written})",
            "op deze plaats",
            "zo'n regeleinde komt vaak mee bij het plakken uit een ander programma.",
            "haal het weg en begin met Enter een nieuwe regel.",
        ),
        "en": Texts(
            "a line ends here with a sign that cannot stand here ({written})",
            "in this spot",
            "such an end of a line often comes along when pasting from another program.",
            "remove it and begin a new line with Enter.",
        ),
    },
    "SW004 key_meant": {
        "nl": Texts(
            'de naam "{written}" kan zo niet geschreven worden',
            "zo kan een naam niet heten",
            "namen bestaan uit letters zonder accent, cijfers, - en _, en nooit uit spaties.",
            "typ bijvoorbeeld {meant}. Wat mensen lezen, staat achter nl = en en =.",
        ),
        "en": Texts(
            'the name "{written}" cannot be written like this',
            "a name cannot be called this",
            "names are made of plain letters, digits, - and _, and never of spaces.",
            "type for example {meant}. What people read goes after nl = and en =.",
        ),
    },
    "SW004 lookalike": {
        "nl": Texts(
            'in "{written}" staat een teken dat alleen lijkt op een gewoon teken',
            "een teken uit een ander schrift",
            "zo'n teken ziet er hetzelfde uit, en is toch een ander.",
            "typ het opnieuw: {meant}",
        ),
        "en": Texts(
            '"{written}" has a sign in it that only looks like an ordinary one',
            "a sign of another script",
            "such a sign looks the same, and yet is another one.",
            "type it again: {meant}",
        ),
    },
    "SW004 remark": {
        "nl": Texts(
            'een opmerking begint met #, en niet met "{written}"',
            "hier hoort #",
            "alleen wat achter # staat wordt overgeslagen.",
            "typ # voor de opmerking.",
        ),
        "en": Texts(
            'a remark begins with #, and not with "{written}"',
            "# belongs here",
            "only what comes after # is passed over.",
            "type # before the remark.",
        ),
    },
    "SW004 ornament": {
        "nl": Texts(
            "deze streep hoort niet bij de werkwijze",
            "dit wordt niet begrepen",
            "alleen wat achter # staat wordt overgeslagen.",
            "haal de streep weg, of zet er # voor.",
        ),
        "en": Texts(
            "this line of signs is no part of the workflow",
            "this is not understood",
            "only what comes after # is passed over.",
            "remove it, or put # before it.",
        ),
    },
    "SW004 bullet": {
        "nl": Texts(
            'voor deze regel staat een opsommingsteken: "{written}"',
            "dit hoort hier niet",
            "een regel begint met een naam of met [.",
            "haal het teken weg.",
        ),
        "en": Texts(
            'a bullet stands before this line: "{written}"',
            "this does not belong here",
            "a line begins with a name or with [.",
            "remove the sign.",
        ),
    },
    "SW004 behind": {
        "nl": Texts(
            'achter deze regel staat "{written}"',
            "dit hoort hier niet",
            "een regel eindigt zonder teken.",
            "haal het teken weg.",
        ),
        "en": Texts(
            'there is a "{written}" at the end of this line',
            "this does not belong here",
            "a line ends without a sign.",
            "remove the sign.",
        ),
    },
    "SW004 listed": {
        "nl": Texts(
            "een lijst staat tussen [ en ]",
            "dit is een lijst",
            "aan [ en ] is te zien wat er allemaal bij de lijst hoort.",
            "typ {meant}.",
        ),
        "en": Texts(
            "a list stands between [ and ]",
            "this is a list",
            "[ and ] show what belongs to the list.",
            "type {meant}.",
        ),
    },
    "SW004 bracket_more": {
        "nl": Texts(
            'hier staat een "{written}" te veel',
            "dit hoort hier niet",
            "alles wat geopend was, is hiervoor al gesloten.",
            "haal het teken weg.",
        ),
        "en": Texts(
            'there is one "{written}" too many here',
            "this does not belong here",
            "all that was opened has been closed before this.",
            "remove the sign.",
        ),
    },
    "SW004 closing": {
        "nl": Texts(
            'hier staat "{written}" waar {meant} hoort',
            "hier hoort {meant}",
            "wat met [ begint eindigt met ], wat met {{ begint eindigt met }}.",
            "typ {meant}.",
        ),
        "en": Texts(
            'there is a "{written}" here where {meant} belongs',
            "{meant} belongs here",
            "what begins with [ ends with ], what begins with {{ ends with }}.",
            "type {meant}.",
        ),
    },
    "SW004 separator": {
        "nl": Texts(
            'tussen twee delen staat een komma, en niet "{written}"',
            "hier hoort een komma",
            "zonder komma is niet te zien waar het ene deel eindigt en het andere begint.",
            'typ een komma, bijvoorbeeld ["voorzitter", "lid"].',
        ),
        "en": Texts(
            'two parts are separated by a comma, and not by "{written}"',
            "a comma belongs here",
            "without a comma it cannot be seen where one part ends and the next begins.",
            'type a comma, for example ["chair", "member"].',
        ),
    },
    "SW004 pairs": {
        "nl": Texts(
            "een naam met een waarde staat tussen accolades, niet tussen [ en ]",
            "dit hoort tussen accolades",
            "tussen [ en ] staat een lijst, tussen accolades staat een naam met een waarde.",
            "typ {meant}.",
        ),
        "en": Texts(
            "a name with a value stands between braces, not between [ and ]",
            "this belongs between braces",
            "a list goes between [ and ], a name with a value goes between braces.",
            "type {meant}.",
        ),
    },
    "SW004 last_comma": {
        "nl": Texts(
            "vóór een sluitende accolade hoort geen komma",
            "deze komma hoort hier niet",
            "binnen accolades staat een komma alleen tussen twee delen.",
            "haal de komma weg.",
        ),
        "en": Texts(
            "a comma does not belong before a closing brace",
            "this comma does not belong here",
            "inside braces a comma comes only between two parts.",
            "remove the comma.",
        ),
    },
    "SW004 lines": {
        "nl": Texts(
            "wat tussen accolades staat, loopt door op een volgende regel",
            "de accolades beginnen hier",
            "accolades openen en sluiten op dezelfde regel.",
            "zet alles op één regel, of geef het een eigen kop met elk deel op een eigen regel.",
        ),
        "en": Texts(
            "what is between braces goes on in another line",
            "the braces begin here",
            "braces open and close on the same line.",
            "put it all on one line, or give it a heading of its own with each part on its line.",
        ),
    },
    "SW004 brace_open": {
        "nl": Texts(
            "deze accolade is niet gesloten",
            "hier begint het",
            "accolades openen en sluiten op dezelfde regel.",
            "zet }} aan het eind van de regel. Past het niet op één regel, geef het dan een eigen "
            "kop met elk deel op een eigen regel.",
        ),
        "en": Texts(
            "this brace is not closed",
            "it begins here",
            "braces open and close on the same line.",
            "put }} at the end of the line. If it does not fit on one line, give it a heading of "
            "its own with each part on its line.",
        ),
    },
    "SW004 heading_meant": {
        "nl": Texts(
            'de kop "{written}" is niet goed geschreven',
            "een kop staat tussen [ en ]",
            "een kop zegt waar de regels eronder bij horen: namen zonder spaties, met punten "
            "ertussen.",
            "typ {meant}.",
        ),
        "en": Texts(
            'the heading "{written}" is not written well',
            "a heading stands between [ and ]",
            "a heading says what the lines below belong to: names without spaces, with dots in "
            "between.",
            "type {meant}.",
        ),
    },
    "SW004 heading_empty": {
        "nl": Texts(
            "in deze kop ontbreekt een naam",
            "voor of achter een punt staat niets",
            "zonder naam kan niets anders hiernaar verwijzen.",
            "schrijf de naam erbij, bijvoorbeeld [document.nota].",
        ),
        "en": Texts(
            "a name is missing in this heading",
            "there is nothing before or after a dot",
            "without a name nothing else can refer to this.",
            "add the name, for example [document.note].",
        ),
    },
    "SW004 path": {
        "nl": Texts(
            "het teken \\ heeft in deze tekst een bijzondere betekenis",
            "zo wordt deze plaats op een schijf niet begrepen",
            "een \\ kondigt een bijzonder teken aan.",
            "zet de tekst tussen enkele aanhalingstekens: {meant}.",
        ),
        "en": Texts(
            "the sign \\ has a special meaning in this text",
            "this place on a disk is not understood like this",
            "a \\ announces a special character.",
            "put the text between single quotes: {meant}.",
        ),
    },
}
