"""What a calendar says: its working days, how a term ends by it, and every day off, by year."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from samenwerk.language.catalogue import Speaker
from samenwerk.language.values import day_text
from samenwerk.values.calendar import Calendar
from samenwerk.values.message import Message
from samenwerk.values.time import Term


def calendar_says(calendar: Calendar, speaker: Speaker) -> Iterator[str]:
    """In whole sentences, without their full stops."""
    weekend = tuple(Message(f"calendar.{one}") for one in calendar.weekend)
    years = {"first": calendar.first.year, "last": calendar.last.year}
    id = "calendar.weekend" if weekend else "calendar.no_weekend"
    yield speaker.words(id, days=weekend, **years)
    if calendar.moves:
        yield speaker.words("calendar.moves")
        if calendar.holds:
            told = {"count": calendar.holds, "term": Term(calendar.holds_from, "day")}
            yield speaker.words("calendar.holds", **told)
        if calendar.up_to:
            terms = tuple(Term(count, unit) for unit, count in calendar.up_to)
            yield speaker.words("calendar.up_to", terms=terms)
    for year, days in groupby(calendar.days_off, key=lambda one: one[0].year):
        named = tuple(f"{day_text(day, speaker.lang).rpartition(' ')[0]} ({why})"
                      for day, why in days)  # fmt: skip
        yield speaker.words("calendar.year", year=year, days=named)


_DAYS = (
    ("maandag", "Monday"), ("dinsdag", "Tuesday"), ("woensdag", "Wednesday"),
    ("donderdag", "Thursday"), ("vrijdag", "Friday"), ("zaterdag", "Saturday"),
    ("zondag", "Sunday"),
)  # fmt: skip

WORDING = {
    "nl": {
        **{f"calendar.{en.lower()}": nl for nl, en in _DAYS},
        "calendar.weekend": "nooit een werkdag: {days}; welke dagen daarnaast vrij zijn, is bekend "
        "van {first} tot en met {last}",
        "calendar.no_weekend": "elke dag van de week kan een werkdag zijn; welke dagen vrij zijn, "
        "is bekend van {first} tot en met {last}",
        "calendar.moves": "een termijn die op een vrije dag zou eindigen, eindigt op de eerste "
        "werkdag daarna",
        "calendar.holds": "een termijn van {term} of langer duurt zo lang dat er minstens {count} "
        "werkdagen in zitten",
        "calendar.up_to": "dat geldt alleen voor termijnen tot en met {terms|of}",
        "calendar.year": "vrij in {year}: {days}",
    },
    "en": {
        **{f"calendar.{en.lower()}": en for _, en in _DAYS},
        "calendar.weekend": "never a working day: {days}; which days are off beside these is known "
        "from {first} to {last}",
        "calendar.no_weekend": "each day of the week can be a working day; which days are off is "
        "known from {first} to {last}",
        "calendar.moves": "a term that would end on a day off ends on the first working day after "
        "it",
        "calendar.holds": "a term of {term} or longer lasts so long that it holds at least {count} "
        "working days",
        "calendar.up_to": "that is so only for terms up to {terms|or}",
        "calendar.year": "off in {year}: {days}",
    },
}
