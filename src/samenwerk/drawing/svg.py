"""A drawing as SVG: a picture that stands by itself, also in black and white, and is read aloud.

Where everything stands is `placing`; here it gets its looks. Names of the author are text only.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from xml.sax.saxutils import escape

from samenwerk.drawing.drawn import Drawing
from samenwerk.drawing.legend import legend
from samenwerk.drawing.measured import Row
from samenwerk.drawing.placed import Box, Point, Sign, Stroke, Text
from samenwerk.drawing.placing import MARGIN, placed

STYLE = """\
svg{font-family:"Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif}
.paper{fill:#fff}.ink{fill:#10233b}.small{fill:#3f5063}.from{fill:#3f5063;font-style:italic}
.mark{fill:#7a4d00}.box{fill:#fff;stroke:#5b6b7d;stroke-width:1.4}
.main{fill:#eef3fa;stroke:#1f3a5f;stroke-width:1.8}
.final{fill:#e9f3ec;stroke:#1d5c38;stroke-width:1.8}
.been{fill:#dfe6ee;stroke:#1f3a5f;stroke-width:2.2}
.here{fill:#ffe08a;stroke:#7a4d00;stroke-width:4}
.ring{fill:none;stroke:#1d5c38;stroke-width:1.2}
.line{fill:none;stroke:#5b6b7d;stroke-width:1.6}.tip{fill:#5b6b7d}
.line-main{fill:none;stroke:#1f3a5f;stroke-width:3.4}.tip-main{fill:#1f3a5f}
.line-back{fill:none;stroke:#7b2f5a;stroke-width:1.6;stroke-dasharray:6 4}.tip-back{fill:#7b2f5a}
.line-walked{fill:none;stroke:#a35f00;stroke-width:4.4}.tip-walked{fill:#a35f00}
.dashes{stroke-dasharray:8 5}.thread{fill:none;stroke:#7b2f5a;stroke-width:.8}
.halo{fill:none;stroke:#fff;stroke-width:6}.list{fill:#f7f7f4;stroke:#9aa3ad;stroke-dasharray:3 3}
.sign{fill:#1f3a5f}.hollow{fill:#fff;stroke:#7b2f5a;stroke-width:1.4}
@media (prefers-color-scheme:dark){
.paper{fill:#0f1720}.ink{fill:#e8eef5}.small,.from{fill:#b7c4d2}.mark{fill:#ffd27a}
.box{fill:#16212d;stroke:#8fa1b5}.main{fill:#1b2f49;stroke:#8fb4e3}
.final{fill:#173527;stroke:#7fd0a0}.been{fill:#26384b;stroke:#8fb4e3}
.here{fill:#5c4200;stroke:#ffd27a}.ring{stroke:#7fd0a0}
.line{stroke:#8fa1b5}.tip{fill:#8fa1b5}.line-main{stroke:#8fb4e3}.tip-main{fill:#8fb4e3}
.line-back{stroke:#e6a3cb}.tip-back{fill:#e6a3cb}.line-walked{stroke:#ffb347}
.tip-walked{fill:#ffb347}.thread{stroke:#e6a3cb}.halo{stroke:#0f1720}
.list{fill:#141d27;stroke:#5b6b7d}.sign{fill:#8fb4e3}.hollow{fill:#0f1720;stroke:#e6a3cb}}"""

ROUND = 7.0
_TURNED = {"right": ((-9, -4.5), (-9, 4.5)), "left": ((9, -4.5), (9, 4.5)),
           "down": ((-4.5, -9), (4.5, -9)), "up": ((-4.5, 9), (4.5, 9))}  # fmt: skip


def svg(drawing: Drawing) -> str:
    """The drawing as the text of an SVG file, ending in a newline."""
    picture = placed(drawing)
    below, high = legend(drawing, picture.wide, picture.high)
    wide = round(picture.wide)
    rows = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {round(high)}" '
        f'width="{wide}" height="{round(high)}" role="img" lang="{drawing.lang}" '
        'aria-labelledby="title about">',
        f'<title id="title">{escape(drawing.title)}</title>',
        f'<desc id="about">{escape(drawing.about)}</desc>',
        f"<style>{escape(STYLE)}</style>",
        f'<rect class="paper" width="{wide}" height="{round(high)}"/>',
        _line(Row(drawing.title, 21, True), MARGIN, 36),
        _line(Row(drawing.words["source"], 11, False, "small"), MARGIN, 54),
    ]
    rows += [sign_text(one) for one in picture.signs if one.kind == "list"]
    rows += stroke_texts(picture.strokes)
    rows += [_box(one) for one in picture.boxes]
    rows += [sign_text(one) for one in picture.signs if one.kind != "list"]
    rows += [_text(one) for one in picture.texts]
    return "\n".join([*rows, *below, "</svg>"]) + "\n"


def stroke_texts(strokes: Iterable[Stroke]) -> list[str]:
    """Lines, those of a way that was taken last; each one passes over those before it."""
    rows = []
    order = {"thread": 0, "side": 1, "main": 2}
    known = sorted(strokes, key=lambda one: (one.walked, order[one.kind], one.net))
    for _, found in groupby(known, key=lambda one: (one.walked, one.kind, one.net)):
        together = list(found)
        if together[0].kind == "side":
            rows += [f'<path class="halo" d="{_path(one)}"/>' for one in together]
        for one in together:
            looks = _looks(one)
            dashes = " dashes" if one.dashed and one.walked else ""
            rows.append(f'<path class="{looks}{dashes}" d="{_path(one)}"/>')
            rows += [_tip(one, looks.replace("line", "tip"))] if one.arrow else []
    return rows


def _looks(stroke: Stroke) -> str:
    if stroke.kind == "thread":
        return "thread"
    if stroke.walked:
        return "line-walked"
    return "line-main" if stroke.kind == "main" else "line-back" if stroke.dashed else "line"


def _path(stroke: Stroke) -> str:
    """The line with round corners; it ends before its tip."""
    points = list(stroke.points)
    if stroke.arrow:
        (x, y), (to_x, to_y) = points[-2:]
        back = 6.0
        points[-1] = (to_x - back * _sign(to_x - x), to_y - back * _sign(to_y - y))
    told = [f"M{_at(points[0])}"]
    for number in range(1, len(points) - 1):
        before, here, after = points[number - 1 : number + 2]
        most = min(ROUND, _far(before, here) / 2, _far(here, after) / 2)
        told.append(f"L{_at(_towards(here, before, most))}")
        told.append(f"Q{_at(here)} {_at(_towards(here, after, most))}")
    return " ".join([*told, f"L{_at(points[-1])}"])


def _tip(stroke: Stroke, looks: str) -> str:
    (x, y), (to_x, to_y) = stroke.points[-2:]
    side = "right" if to_x > x else "left" if to_x < x else "down" if to_y > y else "up"
    size = 1.25 if looks in ("tip-main", "tip-walked") else 1.0
    first, second = ((to_x + dx * size, to_y + dy * size) for dx, dy in _TURNED[side])
    return f'<path class="{looks}" d="M{_at((to_x, to_y))} L{_at(first)} L{_at(second)} Z"/>'


def _box(box: Box) -> str:
    state = box.state
    kind = state.mark or ("final" if state.final else "main" if box.main else "box")
    round_ = 15 if state.final else 7
    rows = [f"<g><title>{escape(state.label)}</title>"]
    rows.append(_rect(kind, box.x, box.y, box.w, box.h, round_))
    if state.final:
        rows.append(_rect("ring", box.x + 3.5, box.y + 3.5, box.w - 7, box.h - 7, round_ - 3))
    y = box.y + (box.h - sum(row.height for row in box.rows)) / 2
    x = box.x + (14 if box.main else 12)
    for row in box.rows:
        rows.append(_line(row, x, y + row.size * 1.02))
        y += row.height
    if state.stops:
        x = box.x + box.w - 17
        rows += [_rect("sign", x + at, box.y + 8, 3.2, 11, 1) for at in (0, 6)]
    return "".join([*rows, "</g>"])


def _rect(kind: str, x: float, y: float, w: float, h: float, round_: float) -> str:
    return (f'<rect class="{kind}" x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" '
            f'rx="{round_}"/>')  # fmt: skip


def _text(text: Text) -> str:
    rows, y = [], text.y
    for row in text.rows:
        rows += [_line(row, text.x, y + row.size * 1.02)] if row.text else []
        y += row.height
    return f"<g>{''.join(rows)}</g>"


def _line(row: Row, x: float, y: float) -> str:
    kind = {"small": "small", "from": "from", "mark": "mark"}.get(row.kind, "ink")
    bold = ' font-weight="700"' if row.bold else ""
    indent = len(row.text) - len(row.text.lstrip(" "))
    x += 3.6 * indent
    return (f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" font-size="{row.size:g}"{bold}>'
            f"{escape(row.text.strip())}</text>")  # fmt: skip


def sign_text(sign: Sign) -> str:
    """A sign: a full dot where a case begins, an open one, an arrow back, or a frame."""
    x, y = sign.x, sign.y
    if sign.kind == "list":
        return _rect("list", x, y, sign.w, sign.h, 8)
    if sign.kind == "start":
        return f'<circle class="sign" cx="{x:.1f}" cy="{y:.1f}" r="7"/>'
    if sign.kind == "dot":
        return f'<circle class="hollow" cx="{x:.1f}" cy="{y:.1f}" r="3.5"/>'
    turn = f"M{_at((x + 3.5, y + 3))} a3.2 3.2 0 1 0 -6 -2.4 l-1.6 -1.8 m1.6 1.8 l2.4 -.9"
    return (f'<circle class="hollow" cx="{x:.1f}" cy="{y:.1f}" r="7.5"/>'
            f'<path class="thread" style="stroke-width:1.4" d="{turn}"/>')  # fmt: skip


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def _far(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _towards(here: Point, there: Point, far: float) -> Point:
    return (here[0] + far * _sign(there[0] - here[0]), here[1] + far * _sign(there[1] - here[1]))


def _at(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"


