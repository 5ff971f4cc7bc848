"""Every place in which a step stands in a model of a lifecycle, so that no way is added or lost.

A step of which it depends on the state where it leads stands in it more than once. How a model is
written is `bpmn` and `scxml`.
"""

from __future__ import annotations

import attrs

from samenwerk.drawing.drawn import Drawing, DrawnStep

BEGIN = ""
"""Where a case is that has not begun: no state of an author has an empty name."""


@attrs.frozen
class Turn:
    """A step with the states in which it leads to the same ones: any of the first, to any after.

    `number` counts the turns of one step from 1. `taken`: not the step itself, but how a case
    fares that by it is merged into another one.
    """

    step: DrawnStep
    number: int
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    taken: bool = False

    @property
    def loops(self) -> bool:
        """Whether it comes back to the one state in which it is done."""
        return self.sources == self.targets and len(self.sources) == 1


def turns_of(drawing: Drawing) -> tuple[Turn, ...]:
    """The turns of every step, in the order in which they were written.

    A step that is to go back, where there is nowhere to go back to, has none.
    """
    found: list[Turn] = []
    for step in drawing.steps:
        groups: dict[tuple[str, ...], list[str]] = {}
        for source in step.sources or ((BEGIN,) if step.kind == "opens" else ()):
            ways = [to for a, to in step.ways if a == source or step.kind == "opens"]
            groups.setdefault(tuple(dict.fromkeys(ways)), []).append(source)
        found += [Turn(step, number, tuple(sources), targets)
                  for number, (targets, sources) in enumerate(groups.items(), 1)]  # fmt: skip
        if step.takes_in:
            running = tuple(one.name for one in drawing.states if not one.final)
            found.append(Turn(step, 1, running, (step.takes_in,), True))
    return tuple(found)
