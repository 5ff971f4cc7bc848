"""Where a case is and how it came there, from the record, as a picture shows it."""

from __future__ import annotations

from collections.abc import Iterable

from samenwerk.drawing.drawn import Standing
from samenwerk.values.case import Case
from samenwerk.values.event import RecordedEvent, StepDone


def standing_of(case: Case, events: Iterable[RecordedEvent], open: Iterable[str]) -> Standing:
    """The standing of a case: every way it took by the name of the step, in order.

    `open` are the full or short names of the steps that can be done now.
    """
    walked = []
    for event in events:
        what = event.what
        if event.case != case.id or not isinstance(what, StepDone) or event.step is None:
            continue
        to = event.to_state or case.state
        way = (to if what.opens is not None else event.from_state or to, to)
        walked.append((_short(event.step), way))
    return Standing(
        case=case.id,
        state=case.state,
        walked=tuple(dict.fromkeys(walked)),
        open=frozenset(_short(name) for name in open),
    )


def _short(name: str) -> str:
    return name.rpartition(".")[2]
