"""Timing several calls against each other: they take turns, so that a busy moment hits them all.

A ratio is only ever made within a round, in which both had their turn, and the one in the
middle counts: so a machine that is slow for a while is slow for both.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from typing import Any

import attrs

Call = Callable[[], object]
BATCH = 0.004
"""So many seconds of one call before the next has its turn: its first calls find cold caches."""


@attrs.frozen
class Prepared:
    """A call that needs something made anew each time, which is not timed."""

    prepare: Callable[[], Call]


@attrs.frozen
class Taken:
    """Seconds per call in each round."""

    rounds: tuple[float, ...]

    @property
    def best(self) -> float:
        """The best round."""
        return min(self.rounds)

    @property
    def median(self) -> float:
        """The round in the middle."""
        return statistics.median(self.rounds)

    def over(self, other: Taken) -> float:
        """How many times the other, by the round in which that is in the middle."""
        pairs = zip(self.rounds, other.rounds, strict=True)
        return statistics.median(mine / its for mine, its in pairs)


def take_turns(calls: Mapping[str, Call | Prepared], rounds: int = 50) -> dict[str, Taken]:
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
    return {name: Taken(tuple(one)) for name, one in taken.items()}


def _size(call: Call | Prepared) -> int:
    _batch(call, 1)  # what is only done at the first call is not what we ask about
    return max(1, int(BATCH / max(_batch(call, 1), 1e-8)))


def _batch(call: Call | Prepared, size: int) -> float:
    clock = time.perf_counter
    if isinstance(call, Prepared):
        taken = 0.0
        for _ in range(size):
            ready = call.prepare()
            start = clock()
            ready()
            taken += clock() - start
        return taken / size
    turns: Any = range(size)
    start = clock()
    for _ in turns:
        call()
    return (clock() - start) / size
