"""Waiting: on which day everything about days and ages holds, and what had better come later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import attrs

from samenwerk.core.allowed import Allowed, Test
from samenwerk.core.scene import Scene
from samenwerk.values.cell import TODAY, Cell
from samenwerk.values.time import Term

_FROM = ("aged_at_least", "aged_more", "at_earliest", "after", "is")
"""Tests about days that time itself makes true."""

_UNTIL = ("aged_at_most", "aged_less")
"""Tests that time makes untrue."""


def _timed(demands: Mapping[Cell, Allowed], scene: Scene) -> Iterator[tuple[Cell, Test, date]]:
    """The tests about days, with the day on which each of them turns.

    What was not done, or too long ago, would be done today.
    """
    for cell, demand in demands.items():
        entry = scene.entry(cell)
        since = scene.day if entry is None else entry.day
        if entry is not None and any(
            test.op in _UNTIL and not test.holds(entry, scene.day, scene.value)
            for test in demand.tests
        ):
            since = scene.day
        for test in demand.tests:
            operand = scene.value(test.operand) if isinstance(test.operand, Cell) else test.operand
            if test.op.startswith("aged_") and isinstance(operand, Term):
                yield cell, test, operand.after(since)
            elif cell == TODAY and isinstance(operand, date):
                yield cell, test, operand


def _next(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def first_day(demands: Mapping[Cell, Allowed], scene: Scene) -> date:
    """The first day on which everything holds that time makes true."""
    days = [scene.day]
    for _, test, day in _timed(demands, scene):
        if test.op in _FROM:
            days.append(_next(day) if test.op in ("aged_more", "after") else day)
    return max(days)


def postponed(demands: Mapping[Cell, Allowed], scene: Scene) -> frozenset[Cell]:
    """Cells that would have grown too old by the time that the others are old enough."""
    until = first_day(demands, scene)
    return frozenset(
        cell
        for cell, test, day in _timed(demands, scene)
        if test.op in _UNTIL and (day < until or (day == until and test.op == "aged_less"))
    )


def day_to_wait_for(demands: Mapping[Cell, Allowed], scene: Scene) -> date | None:
    """The first day on which everything about days and ages holds; None when there is none.

    What is too old by then, and can be done again, does not count.
    """
    timed = list(_timed(demands, scene))
    if not timed:
        return scene.day
    again = postponed(demands, scene) | {cell for cell in demands if scene.entry(cell) is None}
    days = {day for _, _, day in timed} | {_next(day) for _, _, day in timed} | {scene.day}
    checked = {cell: demands[cell] for cell, _, _ in timed if cell not in again}
    for day in sorted(day for day in days if scene.day <= day < date.max):
        at = attrs.evolve(scene, day=day)
        if all(at.holds(cell, demand) for cell, demand in checked.items()):
            return day
    return None
