"""Where everything of a BPMN model stands: a lane of states, and below it a lane for each doer.

Turns of one doer stand in as few rows as they fit in side by side, short ones nearest to the
states. The lines of a turn are `routes`, left and right are `columns`.
"""

from __future__ import annotations

import attrs

from samenwerk.drawing.bpmn.columns import NAME_WIDE, SMALL, TASK_WIDE, Columns, columns_of
from samenwerk.drawing.bpmn.flow import Laid, Model
from samenwerk.drawing.bpmn.routes import ASIDE, EVENT, Rect, Row, route_of
from samenwerk.drawing.measured import fitted, height, rows_of, width
from samenwerk.drawing.placed import Point
from samenwerk.drawing.rows import CLOCK, state_rows

BORDER, HEADER = 40.0, 30.0
LEAST, AIR, GAP = 60.0, 14.0, 18.0
SIZE, NOTE_SIZE = 12.0, 11.0
STATES = "lane.states"


@attrs.define
class Lane:
    """A lane: whose it is, the nodes in it, and where it lies."""

    id: str
    name: str
    nodes: list[str] = attrs.field(factory=list)
    y: float = 0.0
    h: float = 0.0


@attrs.frozen(kw_only=True)
class Note:
    """A text beside a node, and the line to it."""

    id: str
    text: str
    about: str
    place: Rect
    line: tuple[Point, ...]


@attrs.define
class Layout:
    """The places of nodes, of their names where those stand outside, of flows, lanes and notes."""

    shapes: dict[str, Rect] = attrs.field(factory=dict)
    names: dict[str, Rect] = attrs.field(factory=dict)
    lines: dict[str, tuple[Point, ...]] = attrs.field(factory=dict)
    lanes: list[Lane] = attrs.field(factory=list)
    notes: list[Note] = attrs.field(factory=list)
    wide: float = 0.0
    high: float = 0.0


def layout_of(model: Model) -> Layout:
    """The layout of a model."""
    found = Layout()
    columns = columns_of(model, BORDER + 2 * HEADER + GAP)
    found.wide = columns.right - BORDER
    halves = {name: (SMALL if one.kind in ("state", "begin") else EVENT) / 2
              for name, one in model.states.items()}  # fmt: skip
    top = _place_states(found, model, columns, halves)
    y = found.lanes[0].y + found.lanes[0].h
    for number, (who, turns) in enumerate(_by_doer(model).items(), 1):
        lane = Lane(f"lane.{number}", who, y=y)
        bands = _rows(turns, columns, halves)
        y += max(0.0, _least(who) - sum(map(_band_high, bands))) / 2
        for band in bands:
            y = _place_row(found, lane, band, columns, y, top, halves)
        lane.h = max(sum(map(_band_high, bands)), _least(who))
        y = lane.y + lane.h
        found.lanes.append(lane)
    found.high = y - BORDER
    return found


# States


def _place_states(
    found: Layout, model: Model, columns: Columns, halves: dict[str, float]
) -> float:
    """The lane of states, from the top on; gives how high their middle lies."""
    notes = {
        one.name: "\n".join(state_rows(one, model.drawing)) for one in model.drawing.states
    }  # fmt: skip
    names = {one: height(rows_of(node.name, NAME_WIDE - 8, SIZE))
             for one, node in model.states.items()}  # fmt: skip
    above = max((_note_high(one) for one in notes.values() if one), default=0.0)
    top = BORDER + AIR + above + AIR + max(names.values()) + AIR + SMALL / 2
    lane = Lane(STATES, model.drawing.words["states"], y=BORDER)
    lane.h = max(top + SMALL / 2 + AIR - BORDER, _least(lane.name))
    lane.nodes += dict.fromkeys([model.start.id, *(one.id for one in model.states.values())])
    found.lanes.append(lane)
    for name, node in model.states.items():
        middle, half = columns.middles[name], halves[name]
        found.shapes[node.id] = Rect(x=middle - half, y=top - half, w=2 * half, h=2 * half)
        if node.name:
            found.names[node.id] = Rect(
                x=middle - NAME_WIDE / 2, y=top - SMALL / 2 - 6 - names[name], w=NAME_WIDE,
                h=names[name],
            )  # fmt: skip
        if notes.get(name):
            high = _note_high(notes[name])
            place = Rect(x=middle - NAME_WIDE / 2, y=BORDER + AIR + above - high, w=NAME_WIDE,
                         h=high)  # fmt: skip
            side = middle - NAME_WIDE / 2
            line = ((side, place.y + high), (side, top - SMALL / 2 - 4), (middle - 10, top - 12))
            found.notes.append(Note(id=f"note.{node.id}", text=notes[name], about=node.id,
                                    place=place, line=line))  # fmt: skip
    if model.first is not None:
        middle = columns.enters[""] - EVENT / 2
        found.shapes[model.start.id] = Rect(x=middle - EVENT / 2, y=top - EVENT / 2, w=EVENT,
                                            h=EVENT)  # fmt: skip
        found.names[model.start.id] = Rect(x=middle - 25, y=top - 44, w=50, h=20)
        found.lines[model.first.id] = (
            (middle + EVENT / 2, top), (columns.middles[""] - SMALL / 2, top),
        )  # fmt: skip
    return top


def _note_high(text: str) -> float:
    return sum(height(rows_of(one, NAME_WIDE - 14, NOTE_SIZE)) for one in text.split("\n")) + 8


# Turns


def _by_doer(model: Model) -> dict[str, list[Laid]]:
    """The turns by who does them; what nobody does comes last."""
    found: dict[str, list[Laid]] = {}
    by_itself = model.drawing.words["legend.itself"]
    for laid in sorted(model.turns, key=lambda one: one.task.kind != "task"):
        who = laid.turn.step.who if laid.task.kind == "task" else by_itself
        found.setdefault(who, []).append(laid)
    return found


def _rows(turns: list[Laid], columns: Columns, halves: dict[str, float]) -> list[list[Laid]]:
    """The turns in rows in which no two touch: the way straight on first, then the shortest."""
    rows: list[list[tuple[float, float, Laid]]] = []
    flat = Row(y=0, above=0, below=0)
    reaches = []
    for number, one in enumerate(turns):
        left, right = route_of(one, columns, flat, 0, 0, halves).reach()
        reaches.append((not one.turn.step.main, right - left, number, left, right, one))
    for *_, left, right, one in sorted(reaches, key=lambda found: found[:3]):
        for row in rows:
            if all(right + GAP < a or b + GAP < left for a, b, _ in row):
                row.append((left, right, one))
                break
        else:
            rows.append([(left, right, one)])
    return [[one for *_, one in row] for row in rows]


def _place_row(
    found: Layout, lane: Lane, turns: list[Laid], columns: Columns, y: float, top: float,
    halves: dict[str, float],
) -> float:  # fmt: skip
    """Put turns in a row from `y` down; gives where the next one begins."""
    highs = {one.task.id: _task_high(one) for one in turns}
    times = {one.task.id: _time(one) for one in turns if _time(one)}
    above, high = _above(turns), max(highs.values())
    row = Row(y=y + above + 20 + high / 2, above=y + above + 10, below=y + above + 30 + high)
    for one in turns:
        route = route_of(one, columns, row, top, highs[one.task.id], halves)
        found.shapes |= route.shapes
        found.lines |= route.lines
        lane.nodes += route.shapes
        task = found.shapes[one.task.id]
        if one.task.kind == "taken":
            found.names[one.task.id] = Rect(x=task.x - 47, y=task.y - 34, w=130, h=32)
        if one.anyway is not None:
            found.names[one.anyway.id] = Rect(x=task.x - 2, y=task.y + task.h + 4, w=86, h=28)
        if one.task.id in times:
            text = times[one.task.id]
            tall = _note_high(text)
            x, low = task.x + 8, row.above - AIR
            place = Rect(x=x, y=low - tall, w=TASK_WIDE, h=tall)
            found.notes.append(Note(id=f"note.{one.task.id}", text=text, about=one.task.id,
                                    place=place, line=((x, low), (x, task.y))))  # fmt: skip
    return y + _band_high(turns)


def _band_high(turns: list[Laid]) -> float:
    """How high a row of these turns is."""
    below = ASIDE + AIR if any(one.anyway for one in turns) else 0.0
    return _above(turns) + max(map(_task_high, turns)) + 40 + below


def _above(turns: list[Laid]) -> float:
    """The room for texts above the tasks of a row."""
    return max((_note_high(_time(one)) + AIR for one in turns if _time(one)), default=0.0)


def _time(laid: Laid) -> str:
    """After which day it happens, where time does it."""
    step = laid.turn.step
    return f"{CLOCK} {step.who}" if step.doer == "time" and not laid.turn.taken else ""


def _task_high(laid: Laid) -> float:
    """How high the task of a turn must be for its name to fit."""
    return max(LEAST, 16.0 * len(fitted(laid.task.name, TASK_WIDE - 16, SIZE)) + 24)


def _least(name: str) -> float:
    """How high a lane must be for its name, which is written along it, over two lines if long."""
    wide = width(name, SIZE)
    return (wide if wide < 200 else max(200.0, wide / 2 + 30)) + 20
