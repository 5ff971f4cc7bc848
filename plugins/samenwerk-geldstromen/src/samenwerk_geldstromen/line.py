"""The order of the line for a grant: whether there is money, since when complete, and the lot."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal

from samenwerk import PluginRank, Question

ASKED_FOR = ("plan", "estimate")
SCHEME = "subsidy_scheme"
RESERVED, FREE, NOT_YET = 0, 1, 2


def complete_on(question: Question) -> date | None:
    """The day on which the application was complete: an amendment that was asked for moves it.

    Papers that come in anew of themselves do not: who was complete stays where it was.
    """
    if not is_complete(question):
        return None
    case = question.case
    asked, amended = (case.entry("steps", one) for one in ("ask_more", "complete"))
    if asked is not None and amended is not None:
        return amended.day
    standing = case.entry("facts", "complete_on")
    if standing is not None and isinstance(standing.value, date):
        return standing.value
    days = [entry.day for one in ASKED_FOR if (entry := case.entry("documents", one))]
    return max(case.opened.day, *days)


def is_complete(question: Question) -> bool:
    """Whether everything is there, and what was asked for after that too."""
    case = question.case
    if any(case.entry("documents", one) is None for one in ASKED_FOR):
        return False
    asked, amended = (case.entry("steps", one) for one in ("ask_more", "complete"))
    return asked is None or (amended is not None and amended.sequence > asked.sequence)


def turn(question: Question) -> int:
    """0: the reservation holds enough; 1: the free room does; 2: not yet."""
    asked = question.fact("asked")
    if not is_complete(question) or not isinstance(asked, Decimal):
        return NOT_YET
    if question.fact("theme") == "prevention" and asked <= left(question, "reserved"):
        return RESERVED
    return FREE if asked <= left(question, "free") else NOT_YET


def left(question: Question, what: str) -> Decimal:
    """What is left of the reservation, or of the free room of a scheme."""
    ceiling, reserved = (question.fact(one, above=SCHEME) for one in ("ceiling", "reserved"))
    if not isinstance(ceiling, Decimal) or not isinstance(reserved, Decimal):
        return Decimal(0)
    begun = reserved if what == "reserved" else ceiling - reserved
    return begun + question.held(f"subsidy_{what}")


def lot(question: Question) -> int | None:
    """A number between equals that anybody can draw again: from the scheme's number and the name.

    >>> from hashlib import sha256
    >>> int(sha256(b"7:plan-a").hexdigest()[:12], 16)
    220225521154777
    """
    number = question.fact("lot_number", above=SCHEME)
    if number is None:
        return None
    drawn = hashlib.sha256(f"{number}:{question.case.id}".encode()).hexdigest()
    return int(drawn[:12], 16)


RANKS = (
    PluginRank(
        "subsidy_turn",
        {"nl": "of er geld voor is", "en": "whether there is money for it"},
        turn,
    ),
    PluginRank(
        "complete_on",
        {"nl": "dag waarop zij volledig was", "en": "day on which it was complete"},
        complete_on,
    ),
    PluginRank("subsidy_lot", {"nl": "lot", "en": "lot"}, lot),
)
