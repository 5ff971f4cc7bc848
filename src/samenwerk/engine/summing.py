"""Every collaboration of a store summed up for the portfolio, one after another.

What is told of each is `reporting.portfolio`. One that cannot be read is told as such, and keeps
no other from being told.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from samenwerk.engine.acting import Desk
from samenwerk.engine.room import Room
from samenwerk.engine.speaking import speaker_for
from samenwerk.engine.wholes import Voice
from samenwerk.hooks.whole import NO_TEXTS, Speaks, Whole
from samenwerk.language.errors import say_error
from samenwerk.reporting.portfolio.summed import summed
from samenwerk.reporting.portfolio.told import Summary
from samenwerk.values.errors import SamenwerkError


def summaries(desk: Desk, lang: str, day: date | None) -> Iterator[Summary]:
    """A summary of each, in order; on a day, else today, and a rehearsal on its own last day."""
    for id in desk.store.collaborations():
        yield summary(id, functools.partial(_whole, desk, id, day), lang)


def summary(id: str, whole: Callable[[], Whole], lang: str) -> Summary:
    """One of them in a few numbers, from what `whole` gives; where that fails, why it did."""
    try:
        return summed(whole(), lang)
    except SamenwerkError as fault:
        return Summary(id=id, how="stuck", faults=(say_error(fault, speaker_for(lang)),))


def _whole(desk: Desk, id: str, day: date | None) -> Whole:
    room = Room(desk, id)
    known = room.collaboration
    own = known.latest if day is None and known.rehearsal else day
    return room.whole(day=own)


def portfolio(
    found: Iterable[Summary], lang: str, address: Callable[[str], str] | None = None
) -> str:
    """The portfolio of these summaries as HTML; raises Misuse without the extra `report`.

    `address` gives where more of a collaboration is told, for a page that can lead there.
    """
    from samenwerk.reporting.portfolio.page import render

    return render(found, voice(lang), lang, address)


def voice(lang: str) -> Speaks:
    """Who says what is of no collaboration in particular."""
    return Voice(speaker_for(lang), "UTC", NO_TEXTS)
