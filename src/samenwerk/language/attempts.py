"""What was refused, for reading: each attempt on a line of its own, apart from the record.

What is kept of an attempt is `core.attempts`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from samenwerk.core.attempts import told_of
from samenwerk.language.catalogue import Speaker
from samenwerk.language.clean import one_line
from samenwerk.language.layout import WIDTH, wrap
from samenwerk.values.attempt import Attempt
from samenwerk.values.message import Message, Name


def render_attempts(
    attempts: Iterable[Attempt], speaker: Speaker, zone: str, width: int = WIDTH
) -> str:
    """The attempts under a heading that says that they are no part of the record; else nothing."""
    rows: list[str] = []
    for one in attempts:
        rows += wrap(attempt_line(one, speaker, zone), width, "  - ")
    if not rows:
        return ""
    return "\n".join([*wrap(speaker.words("attempts.head"), width), *rows])


def attempt_line(attempt: Attempt, speaker: Speaker, zone: str) -> str:
    """One attempt: the day it came in, who, what, why not, and how often."""
    told = told_of(attempt)
    actor = speaker.labels.party(attempt.actor) if attempt.actor else ""
    parts = [_what(told, speaker)]
    if told:
        parts.append(speaker.words(f"attempt.{told['verdict']}"))
        unmet = [one[0] for one in told.get("findings", ()) if one[1] != "yes"]
        if unmet:
            parts.append(speaker.words("attempt.unmet", conditions=", ".join(unmet)))
    if attempt.times > 1:
        parts.append(speaker.words("attempt.times", count=attempt.times))
    if told.get("on_behalf_of"):
        party = Name("party", told["on_behalf_of"])
        actor = f"{actor} ({speaker.words('history.behalf', party=party)})"
    day = speaker.tell(attempt.first.astimezone(ZoneInfo(zone)).date())
    who = actor or speaker.words("history.by_nobody")
    return one_line(f"{day}  {who}: {'; '.join(parts)}")


def _what(told: Mapping[str, Any], speaker: Speaker) -> str:
    if not told:
        return speaker.words("attempt.more")
    asked: Mapping[str, Any] = told.get("asked", {})
    names: dict[str, object] = {"case": asked.get("case", ""), "count": len(asked)}
    for family in ("step", "decision", "fact", "document"):
        if family in asked:
            names[family] = Name(family, asked[family])
    if "position" in asked:
        names["position"] = asked["position"]
    id = f"attempt.{told['command']}"
    if told["command"] in _OFFICE:
        names["office"] = Message(f"authority.{_OFFICE[told['command']]}")
        id = "attempt.office"
    said = speaker.words(id, **names)
    on = date.fromisoformat(told["day"])
    return speaker.words("attempt.for_day", what=said, day=on)


_OFFICE = {
    "Enrol": "register", "Migrate": "migrate", "Conclude": "effects", "Start": "start",
    "Erase": "erase",
}  # fmt: skip

WORDING = {
    "nl": {
        "attempts.head": "Geweigerd; dit staat niet in het logboek:",
        "attempt.Do": "{step}, in dossier {case}",
        "attempt.Say": "{position} over {decision}, in dossier {case}",
        "attempt.Record": "{fact} vastleggen, in dossier {case}",
        "attempt.HandIn": "{document} indienen, in dossier {case}",
        "attempt.office": "{office}",
        "attempt.more": "meer pogingen dan er op een dag een voor een worden bewaard",
        "attempt.for_day": "{what} (voor {day})",
        "attempt.not_yet": "dat kon nog niet",
        "attempt.not_you": "dat was aan een ander",
        "attempt.never": "dat kan niet",
        "attempt.allowed_with_explanation": "daar hoorde uitleg bij",
        "attempt.unmet": "niet voldaan: {conditions}",
        "attempt.times": "{count} keer",
    },
    "en": {
        "attempts.head": "Refused; this is no part of the record:",
        "attempt.Do": "{step}, in case {case}",
        "attempt.Say": "{position} on {decision}, in case {case}",
        "attempt.Record": "recording {fact}, in case {case}",
        "attempt.HandIn": "handing in {document}, in case {case}",
        "attempt.office": "{office}",
        "attempt.more": "more attempts than are kept one by one on a day",
        "attempt.for_day": "{what} (for {day})",
        "attempt.not_yet": "that could not happen yet",
        "attempt.not_you": "that was up to somebody else",
        "attempt.never": "that cannot happen",
        "attempt.allowed_with_explanation": "that asked for an explanation",
        "attempt.unmet": "not met: {conditions}",
        "attempt.times": "{count} times",
    },
}
