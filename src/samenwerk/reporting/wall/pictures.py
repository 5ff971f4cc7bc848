"""The charts on the wall, as values that a template writes down as SVG: places and lengths only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import MAXYEAR, date
from decimal import Decimal

import attrs

from samenwerk.language.layout import display_width
from samenwerk.reporting.wall.told import Beat, Coming, Purse

WIDE = 680.0
YEAR = 365
_EDGE = 24.0
_LETTER = 7.2
"""So wide is a letter of the labels, about."""
_LANE = 20.0
_LONGEST = 22


@attrs.frozen(kw_only=True)
class Mark:
    """A day on the line: where, in which lane its label stands, and what it says."""

    x: float
    y: float
    label: str
    end: bool = False
    late: bool = False


@attrs.frozen(kw_only=True)
class Tick:
    """The first of a month on the line."""

    x: float
    label: str


@attrs.frozen(kw_only=True)
class Line:
    """The coming year as a line with marks above it."""

    high: float
    base: float
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]


@attrs.frozen(kw_only=True)
class Bar:
    """One upright bar with its numbers."""

    x: float
    y: float
    wide: float
    high: float
    quarter: str
    year: str
    beat: Beat


@attrs.frozen(kw_only=True)
class Bars:
    """Upright bars beside each other."""

    wide: float
    high: float
    base: float
    bars: tuple[Bar, ...]


@attrs.frozen(kw_only=True)
class Slice:
    """A stretch of a lying bar."""

    x: float
    wide: float
    kind: str


def line(coming: Sequence[Coming], today: date, months: Sequence[str]) -> Line:
    """The days of the coming year, each label in the lowest lane that has room for it.

    What has passed stands at the beginning, what comes later is left out. `months` are the short
    names of the twelve months.
    """
    shown = [one for one in coming if (one.day - today).days <= YEAR]
    ends: list[float] = []
    found: list[tuple[float, int, Coming, bool]] = []
    for one in sorted(shown, key=lambda one: one.day):
        x = _EDGE + max(0, (one.day - today).days) * (WIDE - 2 * _EDGE) / YEAR
        room = display_width(_short(one.case)) * _LETTER + 14
        end = x + room > WIDE
        left, right = (x - room, x) if end else (x, x + room)
        lane = next((at for at, edge in enumerate(ends) if edge <= left), len(ends))
        ends[lane:lane + 1] = [right]
        found.append((x, lane, one, end))
    base = 30 + _LANE * max(1, len(ends))
    marks = tuple(
        Mark(x=x, y=base - 16 - lane * _LANE, label=_short(one.case), late=one.late, end=end)
        for x, lane, one, end in found
    )
    return Line(high=base + 30, base=base, marks=marks, ticks=tuple(_ticks(today, months)))


def _ticks(today: date, months: Sequence[str]) -> list[Tick]:
    found = []
    year, month = today.year, today.month
    for _ in range(12):
        month += 1
        if month > 12:
            year, month = year + 1, 1
        if year > MAXYEAR:
            break
        x = _EDGE + (date(year, month, 1) - today).days * (WIDE - 2 * _EDGE) / YEAR
        label = months[month - 1] + (f" {year}" if month == 1 else "")
        found.append(Tick(x=x, label=label))
    return found


def bars(beats: Sequence[Beat]) -> Bars:
    """A bar for each quarter, as high as what was done in it."""
    most = max((one.acts for one in beats), default=0) or 1
    step, base, top = WIDE / max(len(beats), 6), 150.0, 24.0
    made = tuple(
        Bar(
            x=at * step + step * 0.18, wide=step * 0.64,
            y=base - (base - top) * one.acts / most, high=(base - top) * one.acts / most,
            quarter=f"Q{one.quarter}", year=_year(at, beats), beat=one,
        )
        for at, one in enumerate(beats)
    )  # fmt: skip
    return Bars(wide=WIDE, high=base + 44, base=base, bars=made)


def _year(at: int, beats: Sequence[Beat]) -> str:
    """The year below a bar where it begins."""
    return "" if at and beats[at - 1].year == beats[at].year else str(beats[at].year)


def slices(purse: Purse) -> tuple[Slice, ...]:
    """How a pool is divided over what was granted, spent and is left; none where it is empty."""
    parts = (("granted", purse.granted), ("spent", purse.spent), ("left", purse.left))
    whole = sum((max(amount, Decimal(0)) for _, amount in parts), Decimal(0))
    if whole <= 0:
        return ()
    found, at = [], 0.0
    for kind, amount in parts:
        wide = float(max(amount, Decimal(0)) / whole) * WIDE
        if wide:
            found.append(Slice(x=at, wide=wide, kind=kind))
        at += wide
    return tuple(found)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
