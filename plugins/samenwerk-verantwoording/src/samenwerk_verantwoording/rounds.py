"""`progress` and `tests`: what comes back each quarter and each half year.

The source says how often, and not on which day: the last day of the quarter or half year is taken.
What was done in such a period settles it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from samenwerk import DueItem, Message, PluginDue, Question
from samenwerk_verantwoording.people import leading

QUARTER, HALF_YEAR = 3, 6
MOST = 80
"""So many periods of one case are looked at: twenty years of quarters."""
PROGRESS_SOURCE = "IZA: elk kwartaal voortgang, landelijk"
TEST_SOURCE = "S4-24: twee keer per jaar toetsen in de brede samenstelling"


def periods(first: date, last: date, months: int) -> Iterator[tuple[date, date]]:
    """The quarters or half years of the calendar that lie in a stretch, as first and last day.

    >>> [str(end) for _, end in periods(date(2027, 2, 1), date(2027, 9, 1), 3)]
    ['2027-03-31', '2027-06-30', '2027-09-30']
    """
    start = date(first.year, (first.month - 1) // months * months + 1, 1)
    for _ in range(MOST):
        following = start.year * 12 + start.month - 1 + months
        if start > last or following // 12 > date.max.year:
            return
        after = date(following // 12, following % 12 + 1, 1)
        yield start, after - timedelta(days=1)
        start = after


def asked(question: Question, begins: str, ends: str, step: str, months: int) -> list[date]:
    """The last days of the periods that are open: those behind us, and the one we are in.

    Counted from the day in fact `begins` to that in `ends`, after the last time that `step` was
    done.
    """
    first, last = question.fact(begins), question.fact(ends)
    if not isinstance(first, date) or not isinstance(last, date):
        return []
    done = question.case.entry("steps", step)
    return [
        end
        for start, end in periods(first, last, months)
        if start <= question.day and (done is None or done.day < start)
    ]


def _progress(question: Question) -> Sequence[DueItem]:
    days = asked(question, "progress_from", "progress_until", "report_progress", QUARTER)
    return [
        DueItem(
            day,
            Message("verantwoording.progress", {"number": (day.month + 2) // 3, "year": day.year}),
            leading(question), f"{day.year}.{(day.month + 2) // 3}", PROGRESS_SOURCE,
        )
        for day in days
    ]  # fmt: skip


def _tests(question: Question) -> Sequence[DueItem]:
    days = asked(question, "tests_from", "tests_until", "test", HALF_YEAR)
    return [
        DueItem(
            day,
            Message("verantwoording.test", {"number": day.month // 6, "year": day.year}),
            leading(question), f"{day.year}.{day.month // 6}", TEST_SOURCE,
        )
        for day in days
    ]  # fmt: skip


PROGRESS = PluginDue(
    name="progress",
    labels={"nl": "voortgang per kwartaal", "en": "progress by quarter"},
    items=_progress,
    reads=("progress_from", "progress_until"),
)
TESTS = PluginDue(
    name="tests",
    labels={"nl": "toets per half jaar", "en": "test by half year"},
    items=_tests,
    reads=("tests_from", "tests_until"),
)
