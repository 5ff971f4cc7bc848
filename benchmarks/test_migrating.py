"""How moving and replaying grow with the number of running cases."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.upgrade.plots import NEW, garden, made

from samenwerk import Room
from samenwerk.upgrade.migrating import plan
from samenwerk.upgrade.replaying import replayed

CASES = (10, 100)


def crowded(cases: int) -> Room:
    """A garden in which so many plots were asked for and weighed."""
    room = garden()
    for number in range(cases):
        room.do("plot.ask", case=f"plot-{number}", actor="cees")
        room.do("plot.weigh", case=f"plot-{number}", actor="anna")
    return room


@pytest.mark.parametrize("cases", CASES)
def test_what_moving_would_mean(cases: int, benchmark: Callable[..., object]) -> None:
    """A trial: every case looked at under both texts."""
    room, text = crowded(cases), made(NEW)
    benchmark(lambda: plan(room.foresee(text)))


@pytest.mark.parametrize("cases", CASES)
def test_a_record_replayed(cases: int, benchmark: Callable[..., object]) -> None:
    """Every act judged again."""
    lines, text = list(crowded(cases).history()), made(NEW)
    benchmark(lambda: replayed("garden", lines, text))
