"""Every lifecycle of the packaged workflows, each once, and walks through them."""

from __future__ import annotations

import functools
from itertools import pairwise
from pathlib import Path

from tests.drawing.world import drawn

from samenwerk.drawing.drawn import Drawing
from samenwerk.drawing.order import ways_of
from samenwerk.front import load
from samenwerk.values.declared import Lifecycle

WORKFLOWS = Path(__file__).parents[2] / "workflows"
Ways = set[tuple[str, str, str]]
"""Step, from which state (empty: it opens a case), to which state."""


@functools.cache
def lifecycles() -> tuple[tuple[Lifecycle, Drawing], ...]:
    """Each lifecycle with its drawing; one that differs in no state, way or doer only once."""
    found: dict[str, tuple[Lifecycle, Drawing]] = {}
    for file in sorted(WORKFLOWS.glob("*/workflow.toml")):
        workflow = load(file)
        for name, lifecycle in workflow.lifecycles.items():
            held = [name, sorted(lifecycle.states), sorted(ways_in(lifecycle))]
            held += [sorted((one.name, one.by) for one in lifecycle.steps.values())]
            if repr(held) not in found:
                found[repr(held)] = (lifecycle, drawn(workflow, name))
    return tuple(found.values())


def ways_in(lifecycle: Lifecycle) -> Ways:
    """Every way of every step, by the table of the lifecycle itself."""
    return {
        (step.name, "" if step.opens else source, to)
        for step in lifecycle.steps.values()
        for source, to in ways_of(step, lifecycle)
    }


def straight_on(lifecycle: Lifecycle, drawing: Drawing) -> list[tuple[str, str]]:
    """A step and where it leads, again and again, along the way straight on from its beginning."""
    by_ends = {(source, to): step for step, source, to in sorted(ways_in(lifecycle))}
    return [(by_ends[pair], pair[1]) for pair in pairwise(("", *drawing.main))]
