"""A calendar or a term that counts by one, of which something is not so."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, Cases, found_while_reading, plus
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW125"
title = {"nl": "Een kalender die niet klopt", "en": "A calendar that is not right"}

_WHY = {
    "nl": "welke dagen vrij zijn moet vaststaan, anders eindigt een termijn voor ieder anders.",
    "en": "which days are off must be settled, or a term ends otherwise for everyone.",
}

TEXTS: TextsByCode = {
    "SW125 none": {
        "nl": Texts(
            "{written} telt in werkdagen, en er is geen kalender genoemd",
            "dit zijn werkdagen",
            _WHY["nl"],
            'schrijf erbij calendar = "naam" (of eens bij [workflow]), en beschrijf '
            "[calendar.naam].",
        ),
        "en": Texts(
            "{written} counts in working days, and no calendar is named",
            "these are working days",
            _WHY["en"],
            'write calendar = "name" beside it (or once at [workflow]), and declare '
            "[calendar.name].",
        ),
    },
    "SW125 year": {
        "nl": Texts(
            "{written} is geen jaar voor een kalender", "dit is geen jaar", _WHY["nl"],
            "schrijf een jaar met vier cijfers, als 2027.",
        ),
        "en": Texts(
            "{written} is no year for a calendar", "this is no year", _WHY["en"],
            "write a year of four digits, as 2027.",
        ),
    },
    "SW125 span": {
        "nl": Texts(
            "van {first} tot en met {last} loopt geen kalender", "dit jaar past er niet bij",
            "een kalender is bekend over hoogstens {most} jaar, van eerst naar laatst.",
            "laat last_year op of na first_year liggen, en niet meer dan {most} jaar later.",
        ),
        "en": Texts(
            "no calendar goes from {first} to {last}", "this year does not fit",
            "a calendar is known over at most {most} years, from first to last.",
            "let last_year be first_year or later, and no more than {most} years on.",
        ),
    },
    "SW125 day": {
        "nl": Texts(
            "{written} is geen dag", "dit is geen dag", _WHY["nl"],
            'schrijf jaar, maand en dag, als 2027-01-01 = "Nieuwjaarsdag".',
        ),
        "en": Texts(
            "{written} is no day", "this is no day", _WHY["en"],
            'write year, month and day, as 2027-01-01 = "New Year\'s Day".',
        ),
    },
    "SW125 day_of_year": {
        "nl": Texts(
            "{written} is geen dag van elk jaar", "dit is geen maand en dag", _WHY["nl"],
            'schrijf maand en dag, als 12-25 = "Eerste kerstdag"; een dag van één jaar staat bij '
            "days_off.",
        ),
        "en": Texts(
            "{written} is no day of every year", "this is no month and day", _WHY["en"],
            'write month and day, as 12-25 = "Christmas Day"; a day of one year stands at '
            "days_off.",
        ),
    },
    "SW125 outside": {
        "nl": Texts(
            "{written} ligt buiten de jaren van deze kalender, {first} tot en met {last}",
            "deze dag telt nergens mee",
            "buiten die jaren zegt een kalender niets.",
            "haal de dag weg, of laat first_year en last_year ruimer zijn.",
        ),
        "en": Texts(
            "{written} lies outside the years of this calendar, {first} to {last}",
            "this day counts nowhere",
            "outside those years a calendar says nothing.",
            "take the day away, or widen first_year and last_year.",
        ),
    },
    "SW125 weekend": {
        "nl": Texts(
            "in deze kalender is geen enkele dag een werkdag", "dit zijn alle dagen van de week",
            "dan eindigt een termijn nooit.",
            'noem alleen de dagen die nooit werkdagen zijn, als ["saturday", "sunday"].',
        ),
        "en": Texts(
            "in this calendar no day is a working day", "these are all days of the week",
            "then a term never ends.",
            'name only the days that are never working days, as ["saturday", "sunday"].',
        ),
    },
    "SW125 weekday": {
        "nl": Texts(
            "{written} is geen dag van de week", "dit is geen dag van de week", _WHY["nl"],
            "schrijf de dag in het Engels, van monday tot en met sunday.",
        ),
        "en": Texts(
            "{written} is no day of the week", "this is no day of the week", _WHY["en"],
            "write one of monday to sunday.",
        ),
    },
    "SW125 moves": {
        "nl": Texts(
            "{written} zegt hier niets: met deze kalender verschuift geen laatste dag",
            "dit hoort bij moves",
            "een termijn wordt alleen langer met een kalender waarmee de laatste dag verschuift.",
            'schrijf erbij moves = "next_working_day", of haal {written} weg.',
        ),
        "en": Texts(
            "{written} says nothing here: by this calendar no last day moves",
            "this goes with moves",
            "a term only grows by a calendar by which its last day moves.",
            'add moves = "next_working_day", or take {written} away.',
        ),
    },
    "SW125 form": {
        "nl": Texts(
            "{written} wijst geen kalender van een plug-in aan", "hier horen plug-in en kalender",
            "zo is niet te zien welke plug-in de vrije dagen kent.",
            'schrijf plug-in, punt, kalender, als "termijnen.nederland".',
        ),
        "en": Texts(
            "{written} does not point to a calendar of a plugin",
            "plugin and calendar belong here",
            "nobody can see which plugin knows the days off.",
            'write plugin, point, calendar, as "termijnen.nederland".',
        ),
    },
    "SW125 plugin": {
        "nl": Texts(
            "de plug-in {plugin} heeft geen kalender {written}", "deze kalender is er niet",
            "zonder die kalender is niet bekend welke dagen vrij zijn.",
            "kijk met samenwerk plugins welke kalenders er zijn.",
        ),
        "en": Texts(
            "the plugin {plugin} has no calendar {written}", "this calendar is not there",
            "without that calendar nobody knows which days are off.",
            "see with samenwerk plugins which calendars there are.",
        ),
    },
    "SW125 with": {
        "nl": Texts(
            "de kalender van de plug-in kan hier niet mee rekenen: {detail}",
            "dit past niet", _WHY["nl"],
            "kijk met samenwerk plugins of in de uitleg van de plug-in wat erbij kan staan.",
        ),
        "en": Texts(
            "the calendar of the plugin cannot work with this: {detail}",
            "this does not fit", _WHY["en"],
            "see with samenwerk plugins, or on the page of the plugin, what may stand there.",
        ),
    },
    "SW125 beyond": {
        "nl": Texts(
            "{term} vanaf {written} valt buiten de kalender {calendar}, die van {first} tot en met "
            "{last} loopt",
            "deze dag is niet te zeggen",
            "welke dagen daarbuiten vrij zijn, staat nergens.",
            "laat first_year en last_year van de kalender ruimer zijn.",
        ),
        "en": Texts(
            "{term} from {written} falls outside the calendar {calendar}, which goes from {first} "
            "to {last}",
            "this day cannot be told",
            "which days are off outside it stands nowhere.",
            "widen first_year and last_year of the calendar.",
        ),
    },
    "SW125 back_dating": {
        "nl": Texts(
            "hoe ver terug een dag mag liggen, telt niet in werkdagen", "dit zijn werkdagen",
            "dit is een grens van het vastleggen zelf, en geen termijn van een afspraak.",
            'schrijf dagen, weken, maanden of jaren, als "2 weeks".',
        ),
        "en": Texts(
            "how far an act may be dated back does not count in working days",
            "these are working days",
            "this is a limit of recording itself, and no term of an agreement.",
            'write days, weeks, months or years, as "2 weeks".',
        ),
    },
}  # fmt: skip

_CALENDAR = '[calendar.werk]\nnl = "Werkdagen"\nfirst_year = 2026\nlast_year = 2030\n'
_TERM = '[date.uiterlijk]\nnl = "Uiterlijk"\nterm = "10 working days"\nafter = "today"\n'

good = plus(f'{_CALENDAR}{_TERM}calendar = "werk"\n')
bad = plus(_TERM)
cases: Cases = {
    "year": plus('[calendar.werk]\nnl = "Werk"\nfirst_year = 26\nlast_year = 2030\n'),
    "span": plus('[calendar.werk]\nnl = "Werk"\nfirst_year = 2030\nlast_year = 2026\n'),
    "day": plus(f'{_CALENDAR}days_off = {{ 2027-02-30 = "Nooit" }}\n'),
    "day_of_year": plus(f'{_CALENDAR}every_year = {{ 12-32 = "Nooit" }}\n'),
    "outside": plus(f'{_CALENDAR}days_off = {{ 2031-01-01 = "Nieuwjaarsdag" }}\n'),
    "weekend": plus(
        f'{_CALENDAR}weekend = ["monday", "tuesday", "wednesday", "thursday", "friday", '
        '"saturday", "sunday"]\n'
    ),
    "weekday": plus(f'{_CALENDAR}weekend = ["zaterdag", "sunday"]\n'),
    "moves": plus(f'{_CALENDAR}holds = 2\n'),
    "form": plus(f'{_CALENDAR}plugin = "nederland"\n'),
    "beyond": plus(
        f'{_CALENDAR}{_TERM.replace(chr(34) + "today" + chr(34), "2030-12-30")}calendar = "werk"\n'
    ),
    "back_dating": plus("", BASE.replace(
        'nl = "Voorbeeld"\n', 'nl = "Voorbeeld"\nback_dating = "3 working days"\n', 1
    )),
}

check = found_while_reading
