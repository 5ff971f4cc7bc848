"""Where everything stands in an SVG picture: the column, the chains beside it, arcs and lanes.

The column is one straight line from top to bottom. What stands beside it lies as near as it can
to where its lines come from; nothing lies on anything else, since each thing has room of its own.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from samenwerk.drawing.arcs import BESIDE, arc_lanes, draw_arcs
from samenwerk.drawing.drawn import Drawing
from samenwerk.drawing.lanes import LANE, Lane, Stub, lanes, spread
from samenwerk.drawing.measured import Row, height, rows_of, wide_of
from samenwerk.drawing.placed import HEAD, Box, Picture, Point, Sign, Stroke, Text
from samenwerk.drawing.sorting import Lead, Side, SideRow, Sorted, sorted_out
from samenwerk.drawing.texts import all_texts, lead_text, list_text, state_text

MARGIN = 26.0
COLUMN, RAIL, INSET = 232.0, 26.0, 14.0
LABEL, BOX = 176.0, 148.0
GAP = 20.0
MOST_STRETCHED = 70.0


@attrs.define
class _Row:
    """A row beside the column: its text, and the height of its line within the chain."""

    row: SideRow
    text: tuple[Row, ...]
    box: Box
    at: float = 0.0
    line: float = 0.0


@attrs.define
class _Chain:
    boxes: list[Box] = attrs.field(factory=list)
    rows: list[_Row] = attrs.field(factory=list)
    links: list[tuple[float, tuple[Row, ...], Lead, Box, Box]] = attrs.field(factory=list)
    high: float = 0.0
    y: float = 0.0


def placed(drawing: Drawing) -> Picture:
    """The picture of a drawing, with a place for everything in it."""
    parts = sorted_out(drawing)
    left = BESIDE + 18 if parts.arcs else 0.0
    chains = [_chain(chain, drawing) for chain in parts.chains]
    picture = Picture()
    column: dict[str, Box] = {}
    stretch = 0.0
    for _ in range(3):  # a long side asks for a longer column, and that again moves the side
        column = _column(drawing, parts, stretch)
        bottom = _stacked(chains, column)
        spine = max(box.y + box.h for box in column.values())
        missing = bottom - spine
        if missing <= 1 or len(column) < 2 or stretch >= MOST_STRETCHED:
            break
        stretch = min(MOST_STRETCHED, stretch + missing / (len(column) - 1))
    left += LANE * arc_lanes(parts, column)
    x = MARGIN + left
    for box in column.values():
        box.x = x
    right = _side_lanes(chains, column)
    beside = x + COLUMN + (22 + LANE * right if chains else 0)
    picture.boxes += column.values()
    _draw_column(picture, drawing, parts, column)
    draw_arcs(picture, drawing, parts, column, x)
    _draw_chains(picture, drawing, chains, column, x + COLUMN, beside)
    picture.wide = (beside + LABEL + BOX if chains else x + COLUMN) + MARGIN
    picture.wide = max(picture.wide, 420.0)
    low = [box.y + box.h for box in picture.boxes]
    low += [text.y + height(text.rows) for text in picture.texts]
    picture.high = max(low) + 22
    if parts.listed:
        _draw_list(picture, drawing, parts)
    return picture


# The column


def _column(drawing: Drawing, parts: Sorted, stretch: float) -> dict[str, Box]:
    """The boxes of the column from top to bottom, x still to come."""
    found: dict[str, Box] = {}
    stubs = _stubs_of(parts)
    y = HEAD
    for number, name in enumerate(drawing.main):
        state = drawing.state(name)
        leads = parts.stretches.get(name, [])
        texts = [lead_text(lead, drawing, COLUMN - RAIL - 14) for lead in leads]
        room = sum(height(text) + 6 for text in texts)
        if number or leads:
            y += max(room + 20, 40) + (stretch if number else 0)
        rows = state_text(state, drawing, COLUMN - 2 * INSET)
        high = max(height(rows) + 18, 34, 13 * stubs.get(name, 0) + 12)
        found[name] = Box(state, rows, 0, y, COLUMN, high, True)
        y += high
    return found


def _stubs_of(parts: Sorted) -> dict[str, int]:
    """The most lines that reach a box of the column at one of its sides."""
    right: dict[str, int] = {}
    for chain in parts.chains:
        for side in chain:
            for row in side.rows:
                for point in row.points:
                    right[point] = right.get(point, 0) + 1
    left: dict[str, int] = {}
    for arc in parts.arcs:
        for way in arc[0].ways:
            for point in set(way):
                left[point] = left.get(point, 0) + 1
    return {name: max(right.get(name, 0), left.get(name, 0)) for name in {*right, *left}}


def _draw_column(
    picture: Picture, drawing: Drawing, parts: Sorted, column: Mapping[str, Box]
) -> None:
    above: Box | None = None
    for name in drawing.main:
        box = column[name]
        leads = parts.stretches.get(name, [])
        top = above.y + above.h if above else HEAD - 8
        x = box.x + RAIL
        if above is not None or leads:
            walked = any(way in lead.step.walked for lead in leads for way in lead.ways)
            picture.strokes.append(Stroke(
                points=((x, top), (x, box.y)), kind="main", walked=walked,
            ))  # fmt: skip
        if above is None and leads:
            picture.signs.append(Sign("start", x, top))
        texts = [lead_text(lead, drawing, COLUMN - RAIL - 14) for lead in leads]
        room = box.y - top
        y = top + (room - 6 - sum(height(text) + 6 for text in texts)) / 2 + 2
        for lead, text in zip(leads, texts, strict=True):
            picture.texts.append(Text(text, x + 13, y, lead.step.name))
            y += height(text) + 6
        above = box


# Beside the column


def _chain(sides: list[Side], drawing: Drawing) -> _Chain:
    """A chain of boxes with their rows, from its own top on."""
    chain = _Chain()
    y = 0.0
    for number, side in enumerate(sides):
        box = Box(drawing.state(side.name), (), 0, y, BOX, 0)
        box.rows = state_text(box.state, drawing, BOX - 20)
        chain.boxes.append(box)
        at = y
        for row in side.rows:
            wide = LABEL - 16
            text = all_texts(row.leads, drawing, wide)
            space = 5 if row.points or row.enters else 10
            chain.rows.append(_Row(row, text, box, at, at + height(text) + space))
            at += height(text) + space + 10
        box.h = max(height(box.rows) + 18, at - y - 4, 34)
        if at - y > box.h:
            box.h = at - y
        y += box.h
        if number + 1 < len(sides):
            texts = [lead_text(lead, drawing, LABEL - 8) for lead in side.links]
            room = max(sum(height(text) for text in texts) + 18, 34)
            chain.links += [(y, text, lead, box, box) for lead, text in
                            zip(side.links, texts, strict=True)]  # fmt: skip
            y += room
    chain.high = y
    return chain


def _stacked(chains: list[_Chain], column: Mapping[str, Box]) -> float:
    """Give each chain its height, near where its lines come from; says how low they reach."""
    top = min(box.y for box in column.values())
    low = max(box.y + box.h for box in column.values())

    def wanted(chain: _Chain) -> float:
        for one in chain.rows:
            spots = [column[point].middle for point in one.row.points]
            if spots:
                return sum(spots) / len(spots) - one.line
        return low

    chains.sort(key=wanted)
    y = top - 30
    for chain in chains:
        chain.y = max(y, wanted(chain))
        y = chain.y + chain.high + GAP
    limit = max(low, top - 30 + sum(chain.high + GAP for chain in chains) - GAP)
    for chain in reversed(chains):
        chain.y = min(chain.y, limit - chain.high)
        limit = chain.y - GAP
    return max((chain.y + chain.high for chain in chains), default=low)


@attrs.define
class _Net:
    """The lines of one row: where each reaches the column, and the lane they share."""

    one: _Row
    chain: _Chain
    stubs: list[Stub]
    lane: Lane

    @property
    def y(self) -> float:
        """How high the row lies."""
        return self.chain.y + self.one.line


def _nets(chains: list[_Chain], column: Mapping[str, Box]) -> list[_Net]:
    nets = []
    for chain in chains:
        for one in chain.rows:
            if one.row.points:
                y = chain.y + one.line
                stubs = [Stub(column[point], y) for point in one.row.points]
                nets.append(_Net(one, chain, stubs, Lane(())))
    spread([stub for net in nets for stub in net.stubs])
    for net in nets:
        net.lane = Lane(tuple(stub.y for stub in net.stubs), net.y)
    return nets


def _side_lanes(chains: list[_Chain], column: Mapping[str, Box]) -> int:
    return lanes([net.lane for net in _nets(chains, column)])


def _draw_chains(
    picture: Picture, drawing: Drawing, chains: list[_Chain], column: Mapping[str, Box],
    edge: float, beside: float,
) -> None:  # fmt: skip
    nets = _nets(chains, column)
    lanes([net.lane for net in nets])
    for chain in chains:
        for box in chain.boxes:
            box.x, box.y = beside + LABEL, chain.y + box.y
            picture.boxes.append(box)
        for one in chain.rows:
            picture.texts.append(Text(
                one.text, beside + 4, chain.y + one.at, one.row.leads[0].step.name,
            ))  # fmt: skip
            if not one.row.points:
                _draw_short(picture, one, chain.y + one.line, beside)
        _draw_links(picture, chain, beside)
    for number, net in enumerate(nets):
        x = edge + 14 + LANE * net.lane.number
        for stub, point in zip(net.stubs, net.one.row.points, strict=True):
            line: list[Point] = [(edge, stub.y), (x, stub.y), (x, net.y), (beside + LABEL, net.y)]
            if abs(stub.y - net.y) < 1:
                line = [(edge, net.y), (beside + LABEL, net.y)]
            walked = any(point in _ends(lead) for lead in net.one.row.leads)
            picture.strokes.append(Stroke(
                points=tuple(line if net.one.row.enters else reversed(line)),
                dashed=net.one.row.dashed, walked=walked, net=number,
            ))  # fmt: skip


def _ends(lead: Lead) -> set[str]:
    return {name for way in lead.step.walked for name in way}


def _draw_short(picture: Picture, one: _Row, y: float, beside: float) -> None:
    """A row whose lines are told in words: a dot, or a sign for where the case was."""
    edge, x = beside + LABEL, beside + 10
    walked = any(lead.step.walked for lead in one.row.leads)
    line = ((x, y), (edge, y)) if one.row.enters else ((edge, y), (x, y))
    picture.strokes.append(Stroke(points=line, dashed=one.row.dashed, walked=walked,
                                  arrow=one.row.enters))  # fmt: skip
    kind = "start" if one.row.begins else "dot" if one.row.enters else "back"
    picture.signs.append(Sign(kind, x, y))


def _draw_links(picture: Picture, chain: _Chain, beside: float) -> None:
    below = {id(box): chain.boxes[number + 1] for number, box in enumerate(chain.boxes[:-1])}
    at: dict[int, float] = {}
    for _, text, lead, box, _ in chain.links:
        target = below[id(box)]
        x, top = beside + LABEL + 22, box.y + box.h
        if id(box) not in at:
            walked = any(way in lead.step.walked for way in lead.ways)
            picture.strokes.append(Stroke(points=((x, top), (x, target.y)), walked=walked,
                                          dashed=lead.step.dashed))  # fmt: skip
        y = at.get(id(box), top + 6)
        picture.texts.append(Text(text, x - 9 - wide_of(text), y, lead.step.name))
        at[id(box)] = y + height(text)


# The list below


def _draw_list(picture: Picture, drawing: Drawing, parts: Sorted) -> None:
    """Steps that leave a case where it is, in two or three columns under a heading."""
    inner = picture.wide - 2 * MARGIN - 24
    count = max(1, min(3, int(inner // 200)))
    wide = inner / count - 14
    texts = [list_text(step, drawing, wide) for step in parts.listed]
    heights = [0.0] * count
    top = picture.high + 14
    head = rows_of(drawing.words["stays"], inner, 12.5, True)
    y0 = top + 12 + height(head) + 4
    for step, text in zip(parts.listed, texts, strict=True):
        number = heights.index(min(heights))
        x = MARGIN + 12 + number * (wide + 14)
        picture.texts.append(Text(text, x, y0 + heights[number], step.name))
        heights[number] += height(text) + 9
    bottom = y0 + max(heights) + 4
    picture.texts.append(Text(tuple(head), MARGIN + 12, top + 10))
    picture.signs.append(Sign("list", MARGIN, top, picture.wide - 2 * MARGIN, bottom - top))
    picture.high = bottom + 18
