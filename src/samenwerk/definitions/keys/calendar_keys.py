"""The words of a calendar, and the key by which a term names the one it counts by.

Tables only, as in `families`.
"""

from __future__ import annotations

from samenwerk.definitions.keys.schema import Family, Key

BY_CALENDAR = Key("calendar", "name", "de kalender waarmee de termijn telt",
                  "the calendar by which the term counts")  # fmt: skip
USUAL_CALENDAR = Key(
    "calendar", "name", "de kalender waarmee termijnen tellen die er zelf geen noemen",
    "the calendar by which terms count that name none themselves",
)  # fmt: skip
CALENDAR = Family("calendar", "een kalender", "a calendar", (
    Key("plugin", "text", 'de kalender van een plug-in, als "termijnen.nederland"',
        'the calendar of a plugin, as "termijnen.nederland"'),
    Key("with", "table", "waarmee die kalender rekent", "what that calendar works with"),
    Key("days_off", "days_off", "de vrije dagen, met waarom", "the days off, with why"),
    Key("every_year", "days_of_year", "dagen die elk jaar vrij zijn, met waarom",
        "days that are off every year, with why"),
    Key("first_year", "number", "het eerste jaar waarvan de vrije dagen bekend zijn",
        "the first year of which the days off are known", True),
    Key("last_year", "number", "het laatste jaar waarvan de vrije dagen bekend zijn",
        "the last year of which the days off are known", True),
    Key("weekend", "name_list", 'de dagen van de week zonder werk, als ["saturday", "sunday"]',
        'the days of the week without work, as ["saturday", "sunday"]'),
    Key("moves", "word", "waarheen een laatste dag gaat die geen werkdag is",
        "where a last day goes that is no working day", words=("next_working_day",)),
    Key("holds", "number", "zo veel werkdagen heeft een termijn dan minstens",
        "so many working days a term then holds at least"),
    Key("holds_from", "number", "voor termijnen vanaf zo veel dagen",
        "for terms of so many days or more"),
    Key("up_to", "texts", "alleen voor termijnen tot en met deze lengte; elk voor zijn eenheid",
        "only for terms up to this length; each for its own unit"),
))  # fmt: skip
