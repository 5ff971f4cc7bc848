"""The example of a calendar in the reference of the language, and what is said beside its table."""

from __future__ import annotations

from collections.abc import Mapping

CALENDARS: Mapping[str, str] = {
    "calendar": """\
[calendar.werkdagen]
nl = "Werkdagen"
en = "Working days"
first_year = 2027
last_year = 2028

[calendar.werkdagen.every_year]
01-01 = "Nieuwjaarsdag"
12-25 = "Eerste kerstdag"

[calendar.werkdagen.days_off]
2027-03-29 = "Tweede paasdag"

[calendar.brieven]
nl = "Termijnen in brieven"
en = "Terms in letters"
first_year = 2027
last_year = 2028
moves = "next_working_day"
holds = 2
holds_from = 3
up_to = ["90 days", "12 weeks", "3 months"]
days_off = { 2027-03-29 = "Tweede paasdag" }

[date.antwoord]
nl = "Uiterlijk antwoord"
en = "Answer at the latest"
term = "10 working days"
after = "start"
calendar = "werkdagen"
""",
}

CALENDAR_NOTES: Mapping[str, Mapping[str, str]] = {
    "calendar": {
        "nl": 'Een termijn als "10 working days" telt met de kalender die ernaast bij '
        "`calendar` staat, en anders met die van `[workflow]`. Met `moves` verschuift ook de "
        "laatste dag van een gewone termijn; teruggeteld verschuift er niets, en "
        '`term = "0 days"` verschuift een dag zelf. Wat bij `every_year` staat, is in al die jaren '
        'vrij, 29 februari alleen in een schrikkeljaar. Vrije dagen van een plug-in komen bij het '
        "lezen in de tekst te staan, voor alle jaren van `first_year` tot en met `last_year`. Wat "
        "daarbuiten valt wordt niet geraden: dan is de dag niet bekend, en dat staat erbij.",
        "en": 'A term as "10 working days" counts by the calendar that stands beside it at '
        "`calendar`, or else by that of `[workflow]`. With `moves` the last day of an ordinary "
        'term moves too; counted back nothing moves, and `term = "0 days"` moves a day itself. '
        "What stands at `every_year` is off in all those years, 29 February only in a leap year. "
        "Days off of a plugin are written into the text when it is read, for all years from "
        "`first_year` to `last_year`. What falls outside is not guessed: then the day is not "
        "known, and it says so.",
    },
}
