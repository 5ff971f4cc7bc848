"""Arcs to the left of the column of an SVG picture: steps back, and others that pass states by."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from samenwerk.drawing.drawn import Drawing
from samenwerk.drawing.lanes import LANE, Lane, Stub, lanes, spread
from samenwerk.drawing.measured import SPARE, height, wide_of, width
from samenwerk.drawing.placed import HEAD, Box, Picture, Point, Sign, Stroke, Text
from samenwerk.drawing.sorting import Lead, Sorted
from samenwerk.drawing.texts import all_texts

BESIDE = 132.0
"""How wide the texts beside the arcs may be."""


@attrs.define
class _Arc:
    """Lines of one arc that arrive at one state: where they leave, where they arrive."""

    number: int
    target: Stub
    sources: list[Stub] = attrs.field(factory=list)

    def lane(self) -> Lane:
        """The lane that these lines share."""
        return Lane((self.target.y, *(stub.y for stub in self.sources)))


def _arcs_of(parts: Sorted, column: Mapping[str, Box]) -> list[tuple[_Arc, Lane]]:
    found: dict[tuple[int, str], _Arc] = {}
    for number, arc in enumerate(parts.arcs):
        for source, target in arc[0].ways:
            box, to = column[source], column[target]
            one = found.setdefault((number, target), _Arc(number, Stub(to, box.middle)))
            if source != target:  # else it opens a case here
                one.sources.append(Stub(box, to.middle))
    arcs = list(found.values())
    spread([stub for one in arcs for stub in (one.target, *one.sources)])
    return [(one, one.lane()) for one in arcs]


def arc_lanes(parts: Sorted, column: Mapping[str, Box]) -> int:
    """How many lanes the arcs need."""
    return lanes([lane for _, lane in _arcs_of(parts, column)])


def draw_arcs(
    picture: Picture, drawing: Drawing, parts: Sorted, column: Mapping[str, Box], edge: float
) -> None:
    """Draw the arcs to the left of `edge`, and the texts of their steps beside them."""
    arcs = _arcs_of(parts, column)
    count = lanes([lane for _, lane in arcs])
    outer = edge - 14 - LANE * max(count - 1, 0)
    spots: dict[int, tuple[float, float]] = {}
    for one, lane in arcs:
        x = edge - 14 - LANE * lane.number
        spots.setdefault(one.number, ((lane.top + lane.bottom) / 2, x))
        _draw_arc(picture, one, parts.arcs[one.number], x, edge)
    y = HEAD - 20
    placed_texts = []
    for number, arc in enumerate(parts.arcs):
        text = all_texts(arc, drawing, BESIDE)
        middle, x = spots.get(number, (HEAD, edge - 14))
        placed_texts.append((middle, x, text, arc[0].step.name, number in spots))
    for middle, x, text, name, drawn in sorted(placed_texts, key=lambda one: (one[0], one[3])):
        y = max(y, middle - 8)
        picture.texts.append(Text(text, outer - 8 - wide_of(text), y, name))
        if drawn:
            first = width(text[0].text, text[0].size, text[0].bold) / SPARE
            begin = outer - 8 - wide_of(text) + first + 5
            picture.strokes.append(Stroke(
                points=((begin, y + 9), (x, y + 9)), kind="thread", arrow=False,
            ))  # fmt: skip
        y += height(text) + 10


def _draw_arc(picture: Picture, one: _Arc, leads: list[Lead], x: float, edge: float) -> None:
    """The lines of an arc: the longest to its end, each other one until it meets that."""
    y = one.target.y
    if not one.sources:
        picture.signs.append(Sign("start", x, y))
        picture.strokes.append(Stroke(points=((x, y), (edge, y))))
    above = [stub for stub in one.sources if stub.y < y]
    below = [stub for stub in one.sources if stub.y >= y]
    for side in (above, below):
        side.sort(key=lambda stub: abs(stub.y - y))
        for stub in side:
            pair = (stub.box.state.name, one.target.box.state.name)
            walked = any(pair in lead.step.walked for lead in leads)
            whole = stub is side[-1] or walked
            line: tuple[Point, ...] = ((edge, stub.y), (x, stub.y))
            picture.strokes.append(Stroke(
                points=(*line, (x, y), (edge, y)) if whole else line,
                dashed=leads[0].step.dashed, walked=walked, arrow=whole, net=-2 - one.number,
            ))  # fmt: skip
