"""Which facts became known by an event: one answer for whoever reads the record."""

from __future__ import annotations

from samenwerk.values.event import EffectDone, FactRecorded, FactValue, StepDone


def facts_of(what: object) -> tuple[FactValue, ...]:
    """The facts that became known by what an event tells, in its order; none by most events.

    They come with a step, are recorded by themselves, or are brought by an effect.

    >>> fact = FactValue("cost", "whole_number", 150)
    >>> facts_of(FactRecorded(fact)) == (fact,)
    True
    """
    match what:
        case StepDone() | EffectDone():
            return what.facts
        case FactRecorded():
            return (what.fact,)
    return ()
