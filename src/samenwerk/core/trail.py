"""The way that a case came: the states it was in, and back along them.

Which way it takes is asked of `machine`; this needs nothing but the names of states.
"""

from __future__ import annotations

from samenwerk.values.declared import Lifecycle, Step

NEW = "(new)"
"""A name that no state of a text can have: before a case is opened."""


def way_back(step: Step, lifecycle: Lifecycle, trail: tuple[str, ...]) -> str | None:
    """The state that a step back leads to: the last one, or the one before a named step."""
    if step.back_before is not None:
        before = lifecycle.steps[step.back_before].sources
        return next((state for state in reversed(trail) if state in before), None)
    return trail[-1] if trail else None


def moved_trail(trail: tuple[str, ...], state: str, to: str) -> tuple[str, ...]:
    """The trail after a move: states without repeats, so that it never outgrows the lifecycle."""
    if to in trail:
        return trail[: trail.index(to)]
    return trail if state in (to, NEW) else (*trail, state)
