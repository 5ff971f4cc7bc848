"""What an author is told of a slip in a value or a text, in Dutch and in English.

Which slips there are is `slips`; those at keys, headings and brackets are in
`line_slip_texts`, and faults of which nobody can tell what was meant in `syntax_texts`.
"""

from __future__ import annotations

from samenwerk.definitions.texts import Texts, TextsByCode

TEXTS: TextsByCode = {
    "SW006 curly": {
        "nl": Texts(
            "aan het eind van deze tekst staat een gekruld aanhalingsteken",
            "de tekst begint recht en eindigt krom",
            "alleen een recht aanhalingsteken sluit een tekst af.",
            "typ {meant}, met twee rechte aanhalingstekens.",
        ),
        "en": Texts(
            "a curly quote stands at the end of this text",
            "the text begins straight and ends curly",
            "only a straight quote closes a text.",
            "type {meant}, with two straight quotes.",
        ),
    },
    "SW006 other": {
        "nl": Texts(
            "deze tekst eindigt met een ander aanhalingsteken dan waarmee hij begint",
            "begin en eind zijn verschillend",
            "een tekst eindigt met hetzelfde teken als waarmee hij begint.",
            "typ {meant}.",
        ),
        "en": Texts(
            "this text ends with another quote than it begins with",
            "its begin and end differ",
            "a text ends with the same sign as it begins with.",
            "type {meant}.",
        ),
    },
    "SW006 open": {
        "nl": Texts(
            "deze tekst heeft geen aanhalingsteken aan het begin",
            "hiervoor hoort een aanhalingsteken",
            "zonder aanhalingsteken is niet te zien waar de tekst begint.",
            "typ {meant}.",
        ),
        "en": Texts(
            "this text has no quote at its beginning",
            "a quote belongs before this",
            "without a quote it cannot be seen where the text begins.",
            "type {meant}.",
        ),
    },
    "SW006 close": {
        "nl": Texts(
            "deze tekst heeft geen aanhalingsteken aan het eind",
            "hierachter hoort een aanhalingsteken",
            "zonder aanhalingsteken is niet te zien waar de tekst ophoudt.",
            "typ {meant}.",
        ),
        "en": Texts(
            "this text has no quote at its end",
            "a quote belongs behind this",
            "without a quote it cannot be seen where the text ends.",
            "type {meant}.",
        ),
    },
    "SW006 doubled": {
        "nl": Texts(
            "om deze tekst staan te veel aanhalingstekens",
            "hier staan er twee waar er één hoort",
            "twee aanhalingstekens achter elkaar zijn een lege tekst.",
            "typ {meant}.",
        ),
        "en": Texts(
            "there are too many quotes around this text",
            "there are two where there should be one",
            "two quotes in a row are an empty text.",
            "type {meant}.",
        ),
    },
    "SW006 inner": {
        "nl": Texts(
            "midden in deze tekst staat een aanhalingsteken",
            "de tekst stopt bij het tweede aanhalingsteken",
            "bij een aanhalingsteken houdt een tekst op.",
            "gebruik binnen de tekst enkele aanhalingstekens: {meant}.",
        ),
        "en": Texts(
            "a quote stands inside this text",
            "the text ends at the second quote",
            "a text ends at a quote.",
            "use single quotes inside the text: {meant}.",
        ),
    },
    "SW007 curly": {
        "nl": Texts(
            "om deze tekst staan geen rechte aanhalingstekens",
            "deze aanhalingstekens tellen hier niet",
            "gekrulde aanhalingstekens komen vaak mee uit een tekstverwerker.",
            "typ rechte aanhalingstekens: {meant}.",
        ),
        "en": Texts(
            "the quotes around this text are not straight",
            "these quotes do not count here",
            "curly quotes often come along from a word processor.",
            "type straight quotes: {meant}.",
        ),
    },
    "SW007 curly_open": {
        "nl": Texts(
            "deze tekst begint niet met een recht aanhalingsteken en is niet afgesloten",
            "hier hoort een recht aanhalingsteken",
            "gekrulde aanhalingstekens komen vaak mee uit een tekstverwerker.",
            'typ rechte aanhalingstekens aan het begin en het eind: "zo".',
        ),
        "en": Texts(
            "this text does not begin with a straight quote and is not closed",
            "a straight quote belongs here",
            "curly quotes often come along from a word processor.",
            'type straight quotes at the beginning and the end: "so".',
        ),
    },
    "SW007 yes_no": {
        "nl": Texts(
            "ja en nee schrijft u hier als true en false",
            "hier hoort true of false",
            "die twee woorden zijn vast: klein geschreven en zonder aanhalingstekens.",
            'typ {meant}. Is het een woord waaruit gekozen wordt, typ dan "{written}".',
        ),
        "en": Texts(
            "yes and no are written as true and false here",
            "true or false belongs here",
            "those two words are fixed: in small letters and without quotes.",
            'type {meant}. If it is a word to choose from, type "{written}".',
        ),
    },
    "SW007 nothing": {
        "nl": Texts(
            "voor een waarde die er niet is, bestaat geen woord",
            "dit is geen waarde",
            "wat er niet is, schrijft u niet op.",
            "haal deze regel weg.",
        ),
        "en": Texts(
            "there is no word for a value that is not there",
            "this is no value",
            "what is not there is not written down.",
            "remove this line.",
        ),
    },
    "SW007 blank": {
        "nl": Texts(
            "hier is nog geen waarde ingevuld",
            "hier hoort een waarde",
            "een naam zonder waarde zegt niets.",
            "vul de waarde in, of zet # voor de regel tot u de waarde weet.",
        ),
        "en": Texts(
            "no value was filled in here yet",
            "a value belongs here",
            "a name without a value says nothing.",
            "fill in the value, or put # before the line until you know it.",
        ),
    },
    "SW007 word": {
        "nl": Texts(
            'om "{written}" staan geen aanhalingstekens',
            "dit staat los",
            "zonder aanhalingstekens is niet te zien dat dit een tekst is.",
            "typ {meant}.",
        ),
        "en": Texts(
            'there are no quotes around "{written}"',
            "this stands bare",
            "without quotes it cannot be seen that this is a text.",
            "type {meant}.",
        ),
    },
    "SW007 amount": {
        "nl": Texts(
            '"{written}" is hier niet als getal te lezen',
            "een getal schrijft u hier anders",
            "een getal bestaat uit cijfers, met alleen een punt voor de decimalen.",
            "typ {meant}.",
        ),
        "en": Texts(
            '"{written}" cannot be read as a number here',
            "a number is written in another way here",
            "a number is digits, with only a point before its decimals.",
            "type {meant}.",
        ),
    },
    "SW007 percent": {
        "nl": Texts(
            "het teken % kan hier niet",
            "een getal schrijft u hier anders",
            "een percentage is hier een gewoon getal, en een deel van een groep een breuk.",
            'typ {meant}; is het een deel van een groep, typ dan een breuk als "2/3".',
        ),
        "en": Texts(
            "the sign % is not possible here",
            "a number is written in another way here",
            "a percentage is an ordinary number here, and a part of a group a fraction.",
            'type {meant}; if it is a part of a group, type a fraction such as "2/3".',
        ),
    },
    "SW007 share": {
        "nl": Texts(
            '"{written}" is hier niet als deel te lezen',
            "een deel staat tussen aanhalingstekens",
            "een deel is een breuk in een tekst, zodat het precies blijft.",
            "typ {meant}.",
        ),
        "en": Texts(
            '"{written}" cannot be read as a share here',
            "a share stands between quotes",
            "a share is a fraction in a text, so that it stays exact.",
            "type {meant}.",
        ),
    },
    "SW007 term": {
        "nl": Texts(
            '"{written}" is hier niet als termijn te lezen',
            "een termijn staat tussen aanhalingstekens, in Engelse woorden",
            "een termijn is een getal met days, weeks, months of years.",
            "typ {meant}.",
        ),
        "en": Texts(
            '"{written}" cannot be read as a term here',
            "a term stands between quotes",
            "a term is a number with days, weeks, months or years.",
            "type {meant}.",
        ),
    },
    "SW007 compare": {
        "nl": Texts(
            "een vergelijking schrijft u hier met een woord",
            "dit is geen waarde",
            "de woorden at_least, at_most, more_than en less_than zeggen wat het teken zegt.",
            "typ {meant}.",
        ),
        "en": Texts(
            "a comparison is written with a word here",
            "this is no value",
            "the words at_least, at_most, more_than and less_than say what the sign says.",
            "type {meant}.",
        ),
    },
    "SW007 sum": {
        "nl": Texts(
            "hier staat een som, en hier hoort de uitkomst",
            "dit wordt niet uitgerekend",
            "wie het leest moet het bedrag of aantal zelf zien staan.",
            "typ de uitkomst; wat steeds opnieuw berekend moet worden, hoort onder [calculation].",
        ),
        "en": Texts(
            "this is a sum, and its result belongs here",
            "this is not worked out",
            "whoever reads it must see the amount or number itself.",
            "type the result; what must be worked out each time belongs below [calculation].",
        ),
    },
    "SW007 day": {
        "nl": Texts(
            '"{written}" is hier niet als dag te lezen',
            "een dag is jaar-maand-dag",
            "zo kan niemand dag en maand verwisselen.",
            "typ {meant}.",
        ),
        "en": Texts(
            '"{written}" cannot be read as a day here',
            "a day is year-month-day",
            "this way nobody can take the day for the month.",
            "type {meant}.",
        ),
    },
    "SW007 clock": {
        "nl": Texts(
            '"{written}" is hier niet als tijdstip te lezen',
            "een tijdstip heeft uren, minuten en seconden",
            "een tijd zonder seconden kan niet gelezen worden.",
            "typ voor een dag alleen 2027-03-31, en voor een tijdstip 2027-03-31T09:30:00.",
        ),
        "en": Texts(
            '"{written}" cannot be read as a moment here',
            "a moment has hours, minutes and seconds",
            "a time without seconds cannot be read.",
            "type only 2027-03-31 for a day, and 2027-03-31T09:30:00 for a moment.",
        ),
    },
}
