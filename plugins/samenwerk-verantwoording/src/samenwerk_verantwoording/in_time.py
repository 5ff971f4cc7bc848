"""The rule `in_time`: nothing that this plugin asks of the case is overdue.

TOML cannot say this: which days there are follows from the years of the grant.
"""

from __future__ import annotations

from samenwerk import Answer, DueItem, Message, PluginRule, Question
from samenwerk_verantwoording import national, rounds, sisa


def judge(question: Question) -> Answer:
    """Yes when nothing is overdue, no when something is; the oldest is told."""
    late = sorted(
        (item for item in _all(question) if item.day < question.day),
        key=lambda item: (item.day, item.key),
    )
    if not late:
        return Answer(2, Message("verantwoording.in_time"))
    oldest = {"what": late[0].what, "day": late[0].day, "count": len(late)}
    ways = tuple(Message("verantwoording.way", {"what": one.what}) for one in late[:3])
    return Answer(0, Message("verantwoording.late", oldest), ways)


def _all(question: Question) -> list[DueItem]:
    each = (sisa.SISA, rounds.PROGRESS, rounds.TESTS, national.NATIONAL)
    return [item for one in each for item in one.items(question)]


IN_TIME = PluginRule(
    name="in_time",
    labels={"nl": "op tijd verantwoord", "en": "accounted for in time"},
    judge=judge,
    reads=(*sisa.READS, *rounds.PROGRESS.reads, *rounds.TESTS.reads, *national.NATIONAL.reads),
)
