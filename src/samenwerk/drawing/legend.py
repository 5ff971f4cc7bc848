"""The legend below an SVG picture: what its lines and boxes mean, as far as they occur in it."""

from __future__ import annotations

from xml.sax.saxutils import escape

from samenwerk.drawing.drawn import Drawing
from samenwerk.drawing.measured import width
from samenwerk.drawing.rows import AGAIN, CLOCK, GEAR

SIZE = 10.5
_SIGNS = {"time": CLOCK, "itself": GEAR, "stays": AGAIN}


def legend(drawing: Drawing, wide: float, top: float) -> tuple[list[str], float]:
    """The rows of SVG that show the legend, and how low it reaches."""
    shown = _shown(drawing)
    x, y = 26.0, top + 20
    rows = ['<g class="legend">', _said(drawing.words["legend"], x, y, True)]
    x += width(drawing.words["legend"], SIZE, True) + 16
    for id in shown:
        said = drawing.words[f"legend.{id}"]
        room = 34 + width(said, SIZE) + 16
        if x + room > wide - 20 and x > 30:
            x, y = 26.0, y + 20
        rows += [_sample(id, x, y - 4), _said(said, x + 34, y)]
        x += room
    return [*rows, "</g>"], y + 20


def _shown(drawing: Drawing) -> list[str]:
    """What occurs in this drawing, in the order in which it is told."""
    steps, states = drawing.steps, drawing.states
    moving = [one for one in steps if one.kind != "stays"]
    marks = {one.mark for one in states}
    occurs = {
        "main": any(one.main for one in steps),
        "side": any(not one.main and not one.dashed for one in moving),
        "back": any(one.dashed for one in steps),
        "walked": any(one.walked for one in steps),
        "here": "here" in marks,
        "been": "been" in marks,
        "first": any(one.kind == "opens" for one in steps),
        "final": any(one.final for one in states),
        "stops": any(one.stops for one in states),
        "time": any(one.doer == "time" for one in steps) or any(one.due for one in states),
        "itself": any(one.doer == "itself" for one in steps),
        "stays": any(one.kind == "stays" for one in steps),
    }
    return [id for id, there in occurs.items() if there]


def _sample(id: str, x: float, y: float) -> str:
    lines = {"main": "line-main", "side": "line", "back": "line-back", "walked": "line-walked"}
    if id in lines:
        kind = lines[id]
        tip = kind.replace("line", "tip")
        return (f'<path class="{kind}" d="M{x:.1f} {y:.1f} h20"/>'
                f'<path class="{tip}" d="M{x + 28:.1f} {y:.1f} l-9 -4.5 v9 Z"/>')  # fmt: skip
    if id in ("here", "been", "final"):
        box = (f'<rect class="{id}" x="{x + 2:.1f}" y="{y - 6:.1f}" width="24" height="12" '
               f'rx="{6 if id == "final" else 3}"/>')  # fmt: skip
        ring = (f'<rect class="ring" x="{x + 5:.1f}" y="{y - 3:.1f}" width="18" height="6" rx="3"/>'
                if id == "final" else "")  # fmt: skip
        return box + ring
    if id == "first":
        return f'<circle class="sign" cx="{x + 14:.1f}" cy="{y:.1f}" r="6"/>'
    if id == "stops":
        return "".join(
            f'<rect class="sign" x="{x + at:.1f}" y="{y - 5:.1f}" width="3.2" height="10"/>'
            for at in (11, 17)
        )
    return _said(_SIGNS[id], x + 9, y + 4)


def _said(text: str, x: float, y: float, bold: bool = False) -> str:
    weight = ' font-weight="700"' if bold else ""
    return (f'<text class="ink" x="{x:.1f}" y="{y:.1f}" font-size="{SIZE}"{weight}>'
            f"{escape(text)}</text>")  # fmt: skip
