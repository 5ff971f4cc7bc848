"""What an author is told when a file cannot be read as TOML, in Dutch and in English.

One entry for each code, and one for each case of it that asks for another remedy; where
these faults are found is in `places`, `scanner` and `syntax_faults`.
"""

from __future__ import annotations

from samenwerk.definitions.limit_texts import TEXTS as LIMITS
from samenwerk.definitions.line_slip_texts import TEXTS as LINE_SLIPS
from samenwerk.definitions.slip_texts import TEXTS as SLIPS
from samenwerk.definitions.texts import Texts, TextsByCode

TEXTS: TextsByCode = {
    **LIMITS,
    **SLIPS,
    **LINE_SLIPS,
    "SW001": {
        "nl": Texts(
            "dit bestand is niet als UTF-8 opgeslagen",
            "vanaf hier is de tekst niet te lezen",
            "samenwerk leest alleen UTF-8; anders verandert een letter als é ongemerkt.",
            'open het bestand in uw tekstverwerker en kies bij opslaan voor de codering "UTF-8".',
        ),
        "en": Texts(
            "this file was not saved as UTF-8",
            "from here the text cannot be read",
            "samenwerk reads UTF-8 only; otherwise letters such as é change without notice.",
            'open the file in your editor and choose the encoding "UTF-8" when you save it.',
        ),
    },
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
            "geef het dan een eigen kop; in een verhaal: maak er meer regels van, elk met een "
            'eigen handeling of verwachting, of zet een lange tekst tussen """ en """.',
        ),
        "en": Texts(
            "what stands between braces is not written well",
            "it goes wrong here",
            "braces open and close on the same line, with one comma between the parts and none at "
            "the end.",
            'write for example {{ fact = "cost", at_most = 5 }}. If it does not fit on one line, '
            "give it a heading of its own; in a story: make it several lines, each with an act or "
            'an expectation of its own, or put a long text between """ and """.',
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
    "SW006": {
        "nl": Texts(
            "deze tekst heeft geen aanhalingsteken aan het eind",
            "de tekst begint hier en eindigt niet op deze regel",
            "zonder aanhalingsteken is niet te zien waar de tekst ophoudt.",
            'sluit de tekst op dezelfde regel af met hetzelfde teken, bijvoorbeeld "zo". Een tekst '
            'van meer regels staat tussen """ en """.',
        ),
        "en": Texts(
            "this text has no quote at its end",
            "the text begins here and does not end on this line",
            "without a quote it cannot be seen where the text ends.",
            'close the text on the same line with the same sign, for example "so". A text of '
            'several lines stands between """ and """.',
        ),
    },
    "SW006 block": {
        "nl": Texts(
            "deze tekst van meer regels is niet afgesloten",
            "de tekst begint hier met {written}",
            "zonder afsluiting wordt de rest van het bestand bij deze tekst gerekend.",
            "zet aan het eind van de tekst opnieuw {written}.",
        ),
        "en": Texts(
            "this text of several lines is not closed",
            "the text begins here with {written}",
            "without a closing sign the rest of the file is counted as part of this text.",
            "write {written} again at the end of the text.",
        ),
    },
    "SW007": {
        "nl": Texts(
            'de waarde "{written}" kan niet gelezen worden',
            "hier hoort een waarde",
            "een waarde is een tekst tussen aanhalingstekens, een getal, een dag, true of false.",
            "schrijf tekst tussen rechte aanhalingstekens, een getal als 1250 of 12.5, een dag als "
            "2026-03-31.",
        ),
        "en": Texts(
            'the value "{written}" cannot be read',
            "a value belongs here",
            "a value is a text between quotes, a number, a day, true or false.",
            "write text between straight quotes, a number as 1250 or 12.5, a day as 2026-03-31.",
        ),
    },
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
