"""From left to right: which state stands in which column, and in which slot between them a turn.

Every column has lines of its own down to what stands below it, so that no line ever runs through
a task: tasks stand in slots, and lines go down in columns.
"""

from __future__ import annotations

import attrs

from samenwerk.drawing.bpmn.flow import Laid, Model
from samenwerk.drawing.turns import BEGIN

TASK_WIDE, MARGIN, SMALL = 130.0, 24.0, 50.0
"""How wide a task is, the room beside it, and how wide a gateway is."""

NAME_WIDE = 124.0
EMPTY = 62.0


@attrs.frozen
class Stand:
    """How a turn stands: in the slot to the right of which column, and to which side it reads."""

    slot: int
    way: str
    """ "right", "left" or "loop"."""


@attrs.define
class Columns:
    """Where each column and each slot is, left to right, from x on."""

    names: list[str]
    stands: dict[str, Stand]
    enters: dict[str, float] = attrs.field(factory=dict)
    middles: dict[str, float] = attrs.field(factory=dict)
    slots: list[float] = attrs.field(factory=list)
    right: float = 0.0


def columns_of(model: Model, x: float) -> Columns:
    """The columns of a model; `stands` by the id of the task of each turn."""
    names = [BEGIN, *_ordered(model)]
    places = {name: number for number, name in enumerate(names)}
    stands = {one.task.id: _stand(one, places) for one in model.turns}
    found = Columns(names, stands)
    for number, name in enumerate(names):
        found.enters[name] = x
        found.middles[name] = x + 45.0
        x += 45.0 + SMALL / 2
        found.slots.append(x)
        here = [one for one in model.turns if stands[one.task.id].slot == number]
        wide = TASK_WIDE + 2 * MARGIN if here else EMPTY
        x += wide + (SMALL + MARGIN if any(one.where for one in here) else 0)
    found.right = x
    return found


def _ordered(model: Model) -> list[str]:
    """The way straight on, and each other state behind those that it is reached from."""
    drawing = model.drawing
    order = list(drawing.main)
    waiting = [one for one in drawing.states if one.name not in order]
    behind: dict[str, int] = {}
    while waiting:
        for one in waiting:
            sources = {
                source for laid in model.turns for source in laid.turn.sources
                if one.name in laid.turn.targets and source != one.name and source in order
            }  # fmt: skip
            if sources:
                break
        else:
            return [*order, *(one.name for one in waiting)]
        places = sorted(order.index(source) for source in sources)
        after = order[places[-1] if one.final else places[(len(places) - 1) // 2]]
        behind[after] = behind.get(after, 0) + 1
        order.insert(order.index(after) + behind[after], one.name)
        waiting.remove(one)
    return order


def _stand(laid: Laid, places: dict[str, int]) -> Stand:
    """In which slot a turn stands: beside what it comes from, on the way to where it leads."""
    if laid.turn.loops:
        return Stand(places[laid.turn.sources[0]], "loop")
    sources = [places[one] for one in laid.turn.sources]
    targets = [places[one] for one in laid.turn.targets]
    if min(targets) > max(sources):
        return Stand(max(sources), "right")
    if max(targets) < min(sources):
        return Stand(min(sources) - 1, "left")
    if len(targets) == 1:
        return Stand(targets[0] - 1, "right")
    return Stand(max(sources), "right")
