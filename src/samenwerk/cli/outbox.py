"""The outbox in words and as data: what waits, what is being sent, and what needs a person."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from samenwerk.cli.door import Door
from samenwerk.language.catalogue import Speaker
from samenwerk.language.layout import wrap
from samenwerk.store.outbox import Posted
from samenwerk.values.effect import OpenEffect
from samenwerk.values.message import Name

GROUPS = ("dead", "sending", "waiting")


def said_of(moment: datetime | None) -> str:
    """A moment on the clock of this machine, to the minute."""
    return "" if moment is None else moment.astimezone().strftime("%Y-%m-%d %H:%M")


def standing(one: Posted, now: datetime) -> str:
    """Whether it waits, is being sent, or is left to a person."""
    if one.dead:
        return "dead"
    busy = one.owner is not None and one.until is not None and one.until > now
    return "sending" if busy else "waiting"


def rows_of(
    found: list[tuple[Posted, OpenEffect | None, Speaker | None]], door: Door, now: datetime
) -> list[str]:
    """What is in the outbox, group by group; what needs a person comes first."""
    if not found:
        return wrap(door.words("outbox.nothing"), door.width)
    rows: list[str] = []
    for group in GROUPS:
        mine = [one for one in found if standing(one[0], now) == group]
        if not mine:
            continue
        rows += [*([""] if rows else []), door.words(f"outbox.{group}", count=len(mine))]
        for posted, effect, speaker in mine:
            rows += wrap(_line(posted, effect, speaker, door, group), door.width, "- ")
            told = {"key": posted.key, "count": posted.attempts}
            rows += wrap(door.words("outbox.key", **told), door.width, "  ")
            if posted.fault:
                rows += wrap(door.words("outbox.fault", fault=posted.fault), door.width, "  ")
    if any(one.dead for one, _, _ in found):
        rows += ["", *wrap(door.words("outbox.how"), door.width)]
    return rows


def _line(
    posted: Posted, effect: OpenEffect | None, speaker: Speaker | None, door: Door, group: str
) -> str:
    named = posted.plugin
    if effect is not None:
        named = effect.effect
        if speaker is not None:
            named = speaker.inside(effect.lifecycle).tell(Name("effect", effect.effect))
    return door.words(
        f"outbox.line.{group}", effect=named, collaboration=posted.collaboration,
        case="" if effect is None else effect.case, plugin=posted.plugin,
        next=said_of(posted.next_try), until=said_of(posted.until),
    )  # fmt: skip


def data_of(posted: Posted, effect: OpenEffect | None, now: datetime) -> dict[str, Any]:
    """One effect of the outbox as plain data."""
    return {
        "key": posted.key,
        "standing": standing(posted, now),
        "collaboration": posted.collaboration,
        "sequence": posted.sequence,
        "plugin": posted.plugin,
        "effect": None if effect is None else effect.effect,
        "case": None if effect is None else effect.case,
        "attempts": posted.attempts,
        "next_try": posted.next_try.isoformat(),
        "until": None if posted.until is None else posted.until.isoformat(),
        "fault": posted.fault,
    }
