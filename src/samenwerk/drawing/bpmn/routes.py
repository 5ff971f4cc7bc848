"""The lines of one turn: from the states that it comes from, through its task, to where it leads.

Lines go down from the middle of a state and come up to the left of one; between them they run
along the row of the turn. Which row that is, and how high it lies, is `layout`.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from samenwerk.drawing.bpmn.columns import MARGIN, SMALL, TASK_WIDE, Columns
from samenwerk.drawing.bpmn.flow import Flow, Laid
from samenwerk.drawing.placed import Point

EVENT = 36.0
HALF = SMALL / 2
ASIDE = 28.0


@attrs.frozen(kw_only=True)
class Rect:
    """A place with its size."""

    x: float
    y: float
    w: float
    h: float


@attrs.frozen(kw_only=True)
class Row:
    """A row: how high its middle lies, and its lines above and below what stands in it."""

    y: float
    above: float
    below: float


@attrs.frozen(kw_only=True)
class Route:
    """Where the nodes of a turn stand, and the points of its flows."""

    shapes: dict[str, Rect]
    lines: dict[str, tuple[Point, ...]]

    def reach(self) -> tuple[float, float]:
        """From how far left to how far right it goes."""
        xs = [x for line in self.lines.values() for x, _ in line]
        xs += [x for one in self.shapes.values() for x in (one.x, one.x + one.w)]
        return min(xs), max(xs)


def route_of(
    laid: Laid, columns: Columns, row: Row, top: float, high: float, halves: dict[str, float]
) -> Route:
    """The route of a turn in a row, under states whose middle lies at `top`.

    `high` is how high its task is; `halves` says how far each state reaches from its middle.
    """
    stand = columns.stands[laid.task.id]
    left = columns.slots[stand.slot] + MARGIN
    task_x, where_x = left, left + TASK_WIDE + MARGIN
    if laid.where is not None and stand.way == "left":
        task_x, where_x = left + SMALL + MARGIN, left
    wide, tall = (EVENT, EVENT) if laid.task.kind == "taken" else (TASK_WIDE, high)
    task = Rect(x=task_x + (TASK_WIDE - wide) / 2, y=row.y - tall / 2, w=wide, h=tall)
    shapes = {laid.task.id: task}
    lines: dict[str, tuple[Point, ...]] = {}
    for state, flow in laid.enter.items():
        x = columns.middles[state]
        lines[flow.id] = ((x, top + halves[state]), *_into(x, task, row, stand.way))
    out = task
    if laid.where is not None and laid.inner is not None:
        out = Rect(x=where_x, y=row.y - HALF, w=SMALL, h=SMALL)
        shapes[laid.where.id] = out
        ends = (task.x + task.w, out.x) if stand.way == "right" else (task.x, out.x + out.w)
        lines[laid.inner.id] = tuple((x, row.y) for x in ends)
    for state, flow in laid.leave.items():
        x, end = columns.enters[state], columns.middles[state] - halves[state]
        way = tuple(_out_of(out, x, row, stand.way))
        lines[flow.id] = (*way, (x, top), (end, top))
    if laid.anyway is not None and laid.aside is not None:
        shape = Rect(x=task.x + task.w - EVENT - 10, y=task.y + task.h - EVENT / 2,
                     w=EVENT, h=EVENT)  # fmt: skip
        shapes[laid.anyway.id] = shape
        lines[laid.aside.id] = _aside(laid.aside, laid, shape, columns, row, top, halves)
    return Route(shapes=shapes, lines=lines)


def _into(x: float, task: Rect, row: Row, way: str) -> Iterator[Point]:
    """From straight below a state to a task: to its left, or where it stands beyond, from below."""
    middle = task.x + task.w / 2
    if x < task.x:
        yield from ((x, row.y), (task.x, row.y))
    elif way == "left":
        yield from ((x, row.y), (task.x + task.w, row.y))
    else:
        yield from ((x, row.below), (middle, row.below), (middle, task.y + task.h))


def _out_of(out: Rect, x: float, row: Row, way: str) -> Iterator[Point]:
    """From a task or the choice behind it to straight below where it leads."""
    middle = out.x + out.w / 2
    if way == "loop":
        yield from ((middle, out.y), (middle, row.above), (x, row.above))
    elif way == "left":
        yield from ((out.x, row.y), (x, row.y))
    elif x > out.x:
        yield from ((out.x + out.w, row.y), (x, row.y))
    else:
        yield from ((middle, out.y + out.h), (middle, row.below), (x, row.below))


def _aside(
    flow: Flow, laid: Laid, shape: Rect, columns: Columns, row: Row, top: float,
    halves: dict[str, float],
) -> tuple[Point, ...]:  # fmt: skip
    """From the sign below a task, under everything in its row, to where the case is then."""
    state = laid.turn.step.anyway
    x, y = shape.x + shape.w / 2, row.below + ASIDE
    to, end = columns.enters[state], columns.middles[state] - halves[state]
    return ((x, shape.y + shape.h), (x, y), (to, y), (to, top), (end, top))
