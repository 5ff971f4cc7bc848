"""The export `agenda`: the days that are coming, and latest starts, as an iCalendar file.

Each day keeps its identity for as long as it is asked, so that taking a newer file in moves what
was moved and doubles nothing. What is no longer asked is not in a newer file.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from samenwerk.hooks.whole import Whole
from samenwerk.reporting.days import days
from samenwerk.values.errors import Misuse
from samenwerk.values.message import Message


def export(whole: Whole) -> bytes:
    """All days, each as an event of a whole day, in the language of the whole.

    The same record on the same day gives the same bytes. Raises Misuse where the extra `report`
    is not installed.
    """
    try:
        from icalendar import Calendar, Event
    except ImportError as absent:
        raise Misuse("icalendar is not installed", what="extra", extra="report") from absent
    speaker = whole.speaker(whole.lang)
    known = whole.collaboration
    made = Calendar()
    made.add("prodid", "-//samenwerk//agenda//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", speaker.say(Message("export.agenda.name", {"id": known.id})))
    seen: Counter[str] = Counter()
    for one in days(whole, speaker):
        seen[one.kind] += 1
        event = Event()
        event.add("uid", _identity(known.id, one.kind, seen[one.kind]))
        event.add("dtstamp", _recorded(whole))
        event.add("last-modified", _recorded(whole))
        event.add("sequence", known.sequence)
        event.add("dtstart", one.day)
        event.add("dtend", one.day + timedelta(days=one.day < date.max))
        event.add("summary", one.summary)
        if one.described:
            event.add("description", "\n".join(one.described))
        event.add("categories", [speaker.tell(known.id)])
        event.add("transp", "TRANSPARENT")
        made.add_component(event)
    return bytes(made.to_ical())


def _identity(collaboration: str, kind: str, place: int) -> str:
    told = repr((collaboration, kind, place)).encode("utf-8", "backslashreplace")
    return f"{hashlib.sha256(told).hexdigest()[:32]}@samenwerk"


def _recorded(whole: Whole) -> datetime:
    """When the record was last written to: a newer file is newer by this."""
    if whole.record:
        return whole.record[-1].event.recorded
    return datetime.combine(whole.day, time(0), ZoneInfo("UTC"))
