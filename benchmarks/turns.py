"""Timing several calls against each other: they take turns, so that a busy moment hits them all.

A ratio is only ever made of calls that took turns with each other.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from typing import Any

import attrs

Call = Callable[[], object]
BATCH = 0.0005
"""So many seconds of one call before the next has its turn."""


@attrs.frozen
class Prepared:
    """A call that needs something made anew each time, which is not timed."""

    prepare: Callable[[], Call]


@attrs.frozen
class Taken:
    """Seconds per call: the best round, and the one in the middle."""

    best: float
    median: float


def take_turns(calls: Mapping[str, Call | Prepared], rounds: int = 200) -> dict[str, Taken]:
    """How long each call takes. The collector of garbage is off meanwhile, as `timeit` has it."""
    sizes = {name: _size(call) for name, call in calls.items()}
    taken: dict[str, list[float]] = {name: [] for name in calls}
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            for name, call in calls.items():
                taken[name].append(_batch(call, sizes[name]))
    finally:
        gc.enable()
    return {name: Taken(min(one), statistics.median(one)) for name, one in taken.items()}


def _size(call: Call | Prepared) -> int:
    _batch(call, 1)  # what is only done at the first call is not what we ask about
    return max(1, int(BATCH / max(_batch(call, 1), 1e-8)))


def _batch(call: Call | Prepared, size: int) -> float:
    clock = time.perf_counter
    if isinstance(call, Prepared):
        best = float("inf")
        for _ in range(size):
            ready = call.prepare()
            start = clock()
            ready()
            best = min(best, clock() - start)
        return best
    turns: Any = range(size)
    start = clock()
    for _ in turns:
        call()
    return (clock() - start) / size
