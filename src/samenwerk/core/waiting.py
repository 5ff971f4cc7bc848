"""Waiting, and what had better come later: the order that time and comparisons ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

import attrs

from samenwerk.core.allowed import Allowed, Test
from samenwerk.core.joining import cells_of
from samenwerk.core.scene import Scene, declared_voice
from samenwerk.core.ways import Want, Way
from samenwerk.values.cell import TODAY, Cell
from samenwerk.values.declared import Decision
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
    days = [scene.day, *(one for _, _, day in timed for one in (day, _next(day)))]
    checked = {cell: demands[cell] for cell, _, _ in timed if cell not in again}
    for day in sorted(day for day in days if scene.day <= day < date.max):
        at = attrs.evolve(scene, day=day)
        if all(at.holds(cell, demand) for cell, demand in checked.items()):
            return day
    return None


def day_of(want: Want, scene: Scene) -> date | None:
    """The first day from now on that a demand on the day allows."""
    days = [scene.day]
    for test in want.allowed.tests:
        operand = scene.value(test.operand) if isinstance(test.operand, Cell) else test.operand
        if isinstance(operand, date) and operand < date.max:
            days += [operand, operand + timedelta(days=1)]
    later = (day for day in sorted(days) if day >= scene.day)
    return next(
        (d for d in later if attrs.evolve(scene, day=d).holds(want.cell, want.allowed)), None
    )


def in_chains(ways: Sequence[Way], scene: Scene) -> list[list[Way]]:
    """The ways, each alone or followed by those that only make sense after it.

    A value that is compared with another comes after that other; positions come after the text
    or the step that begins their round.
    """
    places = {
        one.cell: at
        for at, one in enumerate(ways)
        if isinstance(one, Want) and not _grows(one, scene)
    }
    behind: dict[int, int] = {}
    for at, way in enumerate(ways):
        for cell in _rests_on(way, scene):
            other = places.get(cell)
            if other is not None and not _leads_to(behind, other, at):
                behind[at] = other
                break
    chains: list[list[Way]] = []
    for at in range(len(ways)):
        if at in behind:
            continue
        chain = [at]
        for link in chain:
            chain += [one for one, other in behind.items() if other == link]
        chains.append([ways[one] for one in chain])
    return chains


def _grows(want: Want, scene: Scene) -> bool:
    """Whether a demand holds, or only has to wait until what is there is old enough."""
    entry = scene.entry(want.cell)
    return all(
        (entry is not None and test.op in ("aged_at_least", "aged_more"))
        or test.holds(entry, scene.day, scene.value)
        for test in want.allowed.tests
    )


def _rests_on(way: Way, scene: Scene) -> Iterator[Cell]:
    """Cells that had better be settled before a way is taken."""
    if isinstance(way, Want) and way.cell.kind == "fact":
        for test in way.allowed.tests:
            if isinstance(test.operand, Cell):
                yield test.operand
    rounds = {(cell.case, cell.name): cell for cell in cells_of(way) if cell.kind == "position"}
    for cell in rounds.values():
        case = scene.case(cell)
        voice = None if case is None else declared_voice(scene, case, cell)
        if voice is not None and voice.opens_at is not None:
            yield Cell(cell.case, "step", voice.opens_at)
        if isinstance(voice, Decision) and voice.same_text is not None:
            yield Cell(cell.case, "document", voice.same_text)


def _leads_to(behind: Mapping[int, int], start: int, to: int) -> bool:
    at: int | None = start
    while at is not None and at != to:
        at = behind.get(at)
    return at == to
