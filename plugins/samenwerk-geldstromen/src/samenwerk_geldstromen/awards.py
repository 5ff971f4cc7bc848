"""An award as it was recorded: how much, in how many parts, for whom, and what was paid of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import attrs

from samenwerk import Question
from samenwerk_geldstromen.schedule import NOTHING, Part, by_milestone, due_now, together, yearly
from samenwerk_geldstromen.streams import Stream, holders, stream_of


@attrs.frozen
class Award:
    """What was awarded: on which day, how much, in how many parts, and to whom.

    `ahead`: it is paid in advance, for it goes to a municipality; else after each milestone.
    """

    stream: Stream
    amount: Decimal
    count: int
    since: date
    payer: str
    payee: str
    ahead: bool

    def parts(self, confirmed: Mapping[int, date]) -> tuple[Part, ...]:
        """The parts that fall due, as far as it is known now."""
        if self.ahead:
            return yearly(self.amount, self.count, self.since)
        return by_milestone(self.amount, self.count, confirmed)


def award_of(question: Question) -> Award | None:
    """The award of a case; None when nothing was awarded in it, or it is of no stream of ours."""
    case = question.case
    stream = stream_of(case.lifecycle)
    if stream is None:
        return None
    awarded = case.entry("steps", stream.awards)
    amount, count = question.fact("asked"), question.fact("instalments")
    payee = next(holders(question, "applicant"), None)
    payer = next(holders(question, stream.payer, stream.above), None)
    if awarded is None or awarded.day > question.day or payee is None or payer is None:
        return None
    if not isinstance(amount, Decimal):
        return None
    return Award(
        stream, amount, count if isinstance(count, int) else 1, awarded.day, payer, payee,
        stream.name == "subsidie" and sort_of(question, payee) == "municipality",
    )  # fmt: skip


def sort_of(question: Question, party: str) -> str | None:
    """The sort of a party; None when it is not in the register."""
    found = question.collaboration.register.party(party)
    return None if found is None else found.sort


def milestones(question: Question) -> Mapping[int, date]:
    """Every milestone up to the last one that was confirmed, with the day of that one."""
    entry = question.case.entry("facts", "milestone")
    last = entry.value if entry is not None and isinstance(entry.value, int) else 0
    return {} if entry is None else dict.fromkeys(range(1, last + 1), entry.day)


def paid(question: Question, award: Award) -> Decimal:
    """What was paid out: what was awarded and is no longer held, while money is paid out."""
    return award.amount - question.held()


def to_pay(question: Question) -> Decimal | None:
    """What must be paid in a case on the day; None when nothing was awarded in it."""
    award = award_of(question)
    if award is None or question.case.state not in award.stream.running:
        return None
    return due_now(award.parts(milestones(question)), question.day, paid(question, award))


def to_reclaim(question: Question) -> Decimal | None:
    """What can be claimed back: it differs by who received it.

    A municipality was paid in advance and gives back what it did not spend. A provider was paid
    after milestones, and gives back only what was paid for a milestone that no longer stands.
    """
    award = award_of(question)
    if award is None:
        return None
    if award.ahead:
        spent = question.fact("spent")
        if not isinstance(spent, Decimal):
            return None
        return max(paid(question, award) - spent, NOTHING)
    earned = together(award.parts(milestones(question)))
    return max(paid(question, award) - earned, NOTHING)
