"""One collaboration summed up for the portfolio, from its whole.

No needs are worked out: what is late, where cases are and what comes is told by the record and its
days alone, so that a thousand collaborations take seconds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from samenwerk.hooks.whole import Speaks, Whole
from samenwerk.reporting.portfolio.told import Ahead, Place, Summary, Way
from samenwerk.reporting.wall.money import granted, purses
from samenwerk.reporting.wall.walked import beats
from samenwerk.values.message import Name


def summed(whole: Whole, lang: str) -> Summary:
    """A collaboration in a few numbers, for a reader of this language."""
    speaker = whole.speaker(lang)
    known = whole.collaboration
    late = {one.case for one in whole.due if one.overdue}
    open = [one for one in whole.cases if not one.over]
    over = len(whole.cases) - len(open)
    labels = whole.workflow.labels
    how = "late" if late else "ready" if open else "over" if over else "none"
    return Summary(
        id=known.id,
        how="stuck" if whole.faults and not whole.courses else how,
        workflow=labels.get(lang) or whole.workflow.name,
        day=whole.day,
        rehearsal=known.rehearsal,
        open=len(open),
        over=over,
        late=len(late),
        last=whole.history[-1].effective if whole.record else None,
        ways=tuple(_ways(whole, speaker, late)),
        ahead=tuple(_ahead(whole, speaker)),
        purses=purses(whole, speaker),
        risks=sum(bool(one.risk) for one in granted(whole, speaker, late)),
        beats=beats(whole, speaker),
        faults=tuple(speaker.fault(one) for one in whole.faults),
    )


def _ways(whole: Whole, speaker: Speaks, late: set[str]) -> Iterator[Way]:
    """Each lifecycle of which there are cases, with how many are in which state."""
    there = Counter((one.lifecycle, one.state) for one in whole.cases)
    lates = Counter((one.lifecycle, one.state) for one in whole.cases if one.id in late)
    cases = Counter(one.lifecycle for one in whole.cases)
    done = Counter(one.lifecycle for one in whole.cases if one.over)
    for course in whole.courses:
        if not cases[course.name]:
            continue
        aside = [one for one in course.aside if there[course.name, one]]
        places = tuple(
            Place(
                label=speaker.tell(Name("state", f"{course.name}.{state}")),
                count=there[course.name, state], late=lates[course.name, state],
                at=course.main.index(state) if state in course.main else None,
            )
            for state in (*course.main, *aside)
        )  # fmt: skip
        yield Way(
            label=speaker.tell(Name("lifecycle", course.name)), places=places,
            open=cases[course.name] - done[course.name], over=done[course.name],
        )  # fmt: skip


def _ahead(whole: Whole, speaker: Speaks) -> Iterator[Ahead]:
    for one in whole.due:
        yield Ahead(
            collaboration=whole.collaboration.id,
            case=one.case,
            text=speaker.say(one.what),
            day=one.day,
            day_said=speaker.tell(one.day),
            away=(one.day - whole.day).days,
            late=one.overdue,
            who=tuple((party, speaker.tell(Name("party", party))) for party in one.who),
        )
