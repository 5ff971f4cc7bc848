"""Lanes: upright lines side by side, so that no two lie on each other and few cross.

Who asks for a lane says at which heights its lines reach the boxes, and at which height it goes
on outward, if it does. Lane 0 lies nearest to the boxes.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from samenwerk.drawing.placed import Box

APART = 9.0
LANE = 10.0
"""How far lanes lie from each other."""

_ROUNDS = 6


@attrs.define
class Lane:
    """A line that wants a lane: the heights at which it reaches boxes, and where it goes on."""

    inward: tuple[float, ...]
    outward: float | None = None
    number: int = 0

    @property
    def top(self) -> float:
        """Where its upright part begins."""
        return min(self._heights)

    @property
    def bottom(self) -> float:
        """Where its upright part ends."""
        return max(self._heights)

    @property
    def _heights(self) -> tuple[float, ...]:
        return self.inward if self.outward is None else (*self.inward, self.outward)


def lanes(wanted: Sequence[Lane]) -> int:
    """Give each its number; says how many lanes there are.

    First come those with the most and longest lines; then each moves to where the fewest lines
    cross, as long as that helps.
    """
    order = sorted(wanted, key=lambda one: (-len(one.inward), one.top - one.bottom, one.top))
    for number, one in enumerate(order):
        one.number = next(at for at in range(number + 1) if _free(one, at, order[:number]))
    for _ in range(_ROUNDS):
        before = [one.number for one in order]
        for one in order:
            others = [other for other in order if other is not one]
            free = [at for at in range(len(order)) if _free(one, at, others)]
            one.number = min(free, key=lambda at: (_crossed(one, at, others), at))
        if before == [one.number for one in order]:
            break
    used = sorted({one.number for one in order})
    for one in order:
        one.number = used.index(one.number)
    return len(used)


def _free(one: Lane, number: int, others: Sequence[Lane]) -> bool:
    return all(
        other.number != number
        or one.bottom + APART < other.top or other.bottom + APART < one.top
        for other in others
    )  # fmt: skip


def _crossed(one: Lane, number: int, others: Sequence[Lane]) -> int:
    """How many lines it crosses and is crossed by, in this lane."""
    count = 0
    for other in others:
        outer, inner = (one, other) if number > other.number else (other, one)
        if number != other.number:
            count += sum(inner.top < y < inner.bottom for y in outer.inward)
            if inner.outward is not None:
                count += outer.top < inner.outward < outer.bottom
    return count


@attrs.define
class Stub:
    """Where a line leaves or reaches a box at its side; `to` is how high its other end lies."""

    box: Box
    to: float
    y: float = 0.0


def spread(stubs: Sequence[Stub]) -> None:
    """Give each stub its height: spread over the side of its box, straight on where it can be."""
    by_box: dict[int, list[Stub]] = {}
    for stub in stubs:
        by_box.setdefault(id(stub.box), []).append(stub)
    for mine in by_box.values():
        mine.sort(key=lambda stub: stub.to)
        box = mine[0].box
        step = box.h / (len(mine) + 1)
        for number, stub in enumerate(mine):
            stub.y = round(box.y + step * (number + 1), 1)
        for stub in mine:
            alone = all(abs(one.y - stub.to) >= APART for one in mine if one is not stub)
            near = len(mine) == 1 or abs(stub.y - stub.to) < 2 * APART
            if alone and near and box.y + 8 <= stub.to <= box.y + box.h - 8:
                stub.y = stub.to
