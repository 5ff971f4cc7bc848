"""A plot of lines as SVG, small enough to read, with its numbers in the title of each point."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

WIDTH, HEIGHT, LEFT, TOP = 720, 360, 60, 24
COLOURS = ("#1b6ca8", "#7fb2d9", "#b3541e", "#e0a96d", "#3a7d44", "#7a4b94")


def lines_plot(
    series: Mapping[str, Sequence[tuple[float, float]]], across: str, up: str
) -> str:
    """Each series as a line with its name beside its end; across by powers of two.

    >>> lines_plot({"a": [(1, 2.0), (2, 4.0)]}, "writers", "a second")[:4]
    '<svg'
    """
    places = sorted({x for points in series.values() for x, _ in points})
    most = max((y for points in series.values() for _, y in points), default=1.0) or 1.0
    step = (WIDTH - LEFT - 230) / max(len(places) - 1, 1)
    bottom = HEIGHT - 48

    def at(x: float, y: float) -> tuple[float, float]:
        return LEFT + places.index(x) * step, bottom - (bottom - TOP) * y / most

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="12">',
        f"<title>{escape(up)} by {escape(across)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
    ]
    for part in range(5):
        y = bottom - (bottom - TOP) * part / 4
        out.append(f'<path d="M{LEFT} {y:.0f}H{WIDTH - 230}" stroke="#ddd"/>')
        out.append(f'<text x="{LEFT - 6}" y="{y + 4:.0f}" text-anchor="end">'
                   f"{most * part / 4:,.0f}</text>")  # fmt: skip
    for x in places:
        out.append(f'<text x="{at(x, 0)[0]:.0f}" y="{bottom + 18}" text-anchor="middle">'
                   f"{x:g}</text>")  # fmt: skip
    middle = LEFT + (WIDTH - LEFT - 230) / 2
    out.append(f'<text x="{middle:.0f}" y="{HEIGHT - 10}" text-anchor="middle">'
               f"{escape(across)}</text>")  # fmt: skip
    out.append(f'<text x="{LEFT}" y="14">{escape(up)}</text>')
    ends = sorted((at(*points[-1])[1], name) for name, points in series.items())
    beside: dict[str, float] = {}
    for y, name in ends:
        beside[name] = max(y, max(beside.values(), default=-99) + 15)
    for colour, (name, points) in zip(COLOURS, series.items(), strict=False):
        way = " ".join(f"{x:.1f},{y:.1f}" for x, y in (at(*point) for point in points))
        out.append(f'<polyline points="{way}" fill="none" stroke="{colour}" stroke-width="2"/>')
        for point in points:
            x, y = at(*point)
            out.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}">'
                       f"<title>{escape(name)}: {point[1]:,.0f}</title></circle>")  # fmt: skip
        out.append(f'<text x="{WIDTH - 222}" y="{beside[name] + 4:.0f}" fill="{colour}">'
                   f"{escape(name)}</text>")  # fmt: skip
    return "\n".join([*out, "</svg>", ""])
