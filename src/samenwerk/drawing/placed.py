"""What stands where in an SVG picture: boxes, lines and texts with their places. Values only."""

from __future__ import annotations

import attrs

from samenwerk.drawing.drawn import DrawnState
from samenwerk.drawing.measured import Row

Point = tuple[float, float]

HEAD = 84.0
"""The room above a picture for its title."""


@attrs.define
class Box:
    """A state with its place."""

    state: DrawnState
    rows: tuple[Row, ...]
    x: float
    y: float
    w: float
    h: float
    main: bool = False

    @property
    def middle(self) -> float:
        """Half-way down."""
        return self.y + self.h / 2


@attrs.frozen
class Text:
    """Lines of text from a place on, to the right and down."""

    rows: tuple[Row, ...]
    x: float
    y: float
    step: str = ""


@attrs.frozen(kw_only=True)
class Stroke:
    """A line through points, with round corners; `arrow` where it points at its end.

    Lines of one `net` belong together: they may run into each other.
    """

    points: tuple[Point, ...]
    kind: str = "side"
    dashed: bool = False
    walked: bool = False
    arrow: bool = True
    net: int = -1


@attrs.frozen
class Sign:
    """A small round sign: "start", "back", or "list" for the frame of the list."""

    kind: str
    x: float
    y: float
    w: float = 0
    h: float = 0


@attrs.define
class Picture:
    """Everything that is drawn, and how large the whole is."""

    boxes: list[Box] = attrs.field(factory=list)
    strokes: list[Stroke] = attrs.field(factory=list)
    texts: list[Text] = attrs.field(factory=list)
    signs: list[Sign] = attrs.field(factory=list)
    wide: float = 0
    high: float = 0
