"""Double funding: one activity of one party that two streams pay at the same time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

import attrs

from samenwerk import Answer, Message, PluginRule, Question
from samenwerk_geldstromen.streams import Stream, holders, stream_of


@attrs.frozen
class Claim:
    """An activity that an award pays for: for whom, from when until when, and by which stream."""

    case: str
    stream: Stream
    activity: str
    party: str
    first: date
    last: date | None

    def overlaps(self, other: Claim) -> bool:
        """Whether both pay the same activity of the same party on some day."""
        return (
            (self.activity, self.party) == (other.activity, other.party)
            and (self.last is None or other.first <= self.last)
            and (other.last is None or self.first <= other.last)
        )


def claims(question: Question) -> Iterator[Claim]:
    """What every award in the collaboration pays for, in order of its case."""
    for id in sorted(question.collaboration.cases):
        case = question.collaboration.cases[id]
        stream = stream_of(case.lifecycle)
        if stream is None or case.state not in stream.claimed:
            continue
        own = Question(case, question.collaboration, question.day)
        awarded = case.entry("steps", stream.awards)
        found = _claim(own, stream, question.day if awarded is None else awarded.day)
        if found is not None:
            yield found


def doubles(question: Question) -> tuple[tuple[Claim, Claim], ...]:
    """Every two awards that pay the same activity of the same party at the same time."""
    return tuple(
        (one, other) for one, other in combinations(claims(question), 2) if one.overlaps(other)
    )


def judge(question: Question) -> Answer:
    """Yes when nothing else pays for it, no when something does, unknown without an activity."""
    stream = stream_of(question.case.lifecycle)
    mine = None if stream is None else _claim(question, stream, question.day)
    if mine is None:
        return Answer(1, Message("geldstromen.once.unknown"))
    for other in claims(question):
        if other.case != mine.case and other.overlaps(mine):
            told = {"case": other.case, "stream": other.stream.law}
            way = Message("geldstromen.once.way", told)
            return Answer(0, Message("geldstromen.once.twice", told), (way,))
    return Answer(2, Message("geldstromen.once.fine"))


def _claim(question: Question, stream: Stream, first: date) -> Claim | None:
    activity = question.fact("activity")
    party = next(holders(question, "applicant"), None)
    if not isinstance(activity, str) or party is None:
        return None
    last = stream.last_day(question)
    return Claim(question.case.id, stream, activity, party, first, last)


PAID_ONCE = PluginRule(
    name="paid_once",
    labels={"nl": "de activiteit wordt niet al betaald", "en": "the activity is paid once"},
    judge=judge,
    reads=("activity", "use_until", "first_day"),
)
