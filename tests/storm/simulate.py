"""Runs simulations from one seed, tells which one failed and how to play it again, and shortens it.

    python -m tests.storm.simulate --seed 7 --steps 1000000
    python -m tests.storm.simulate --replay 7.42 --until 180 --only 3,17,180

What happens in a step is `simulation`.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from datetime import timedelta

import attrs
from tests.storm.simulation import Simulation
from tests.storm.world import NOON

from samenwerk import MemoryStore
from samenwerk.store.contract import Store

EPISODE = 200
"""So many steps are played in one world; the next begin in a fresh one."""
PATIENCE = 80
"""So many times at most a failure is played again to make it shorter."""

Make = Callable[[], Store]


@attrs.frozen
class Failure:
    """What went wrong in which world, and the steps that were needed for it."""

    seed: str
    until: int
    only: tuple[int, ...]
    wrong: tuple[str, ...]
    log: tuple[str, ...]

    def told(self) -> str:
        """For a person: what is wrong, what led to it, and how to see it again."""
        again = f"--replay {self.seed} --until {self.until}"
        only = ",".join(map(str, self.only))
        return "\n".join((
            *self.wrong, "", *self.log, "",
            f"python -m tests.storm.simulate {again} --only {only}",
        ))  # fmt: skip


@attrs.define
class Played:
    """What a run came to."""

    steps: int = 0
    acknowledged: int = 0
    letters: int = 0
    simulated: timedelta = timedelta()
    failure: Failure | None = None


def play(seed: str, until: int, only: tuple[int, ...] | None = None,
         make: Make = MemoryStore) -> Simulation:  # fmt: skip
    """One world, up to a step, perhaps with some of its steps alone."""
    world = Simulation(seed, make())
    skip = set() if only is None else set(range(until)) - set(only)
    world.wrong = world.run(until, skip)
    return world


def shorter(seed: str, until: int, make: Make = MemoryStore) -> Failure:
    """A failure with as few steps as can be found in a while; what fails may differ."""
    kept, tries = list(range(until)), 0
    size = max(until // 2, 1)
    while tries < PATIENCE:
        start, smaller = 0, False
        while start < len(kept) and tries < PATIENCE:
            fewer = kept[:start] + kept[start + size :]
            tries += 1
            if play(seed, until, tuple(fewer), make).wrong:
                kept, smaller = fewer, True
            else:
                start += size
        if size == 1 and not smaller:
            break
        size = max(size // 2, 1)
    world = play(seed, until, tuple(kept), make)
    return Failure(seed, until, tuple(kept), tuple(world.wrong), tuple(world.log))


def simulate(seed: int, steps: int, make: Make = MemoryStore, tell: bool = False) -> Played:
    """So many steps, in one world after another; stops at the first that fails."""
    played, number, told = Played(), 0, time.monotonic()
    while played.steps < steps:
        count = min(EPISODE, steps - played.steps)
        world = Simulation(f"{seed}.{number}", make())
        wrong = world.run(count)
        played.steps += count
        played.acknowledged += len(world.told)
        played.letters += len(world.post.came)
        played.simulated += world.now - NOON
        if wrong:
            played.failure = shorter(f"{seed}.{number}", count, make)
            return played
        number += 1
        if tell and time.monotonic() - told > 60:
            told = time.monotonic()
            print(f"{played.steps} steps", file=sys.stderr, flush=True)
    return played


def main(given: list[str] | None = None) -> int:
    """Exit code 0 when nothing was wrong, 1 when something was."""
    parser = argparse.ArgumentParser(prog="python -m tests.storm.simulate", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=10_000)
    parser.add_argument("--replay", help="play one world again")
    parser.add_argument("--until", type=int, default=EPISODE, help="so many steps of it")
    parser.add_argument("--only", help="these steps alone, with commas")
    asked = parser.parse_args(given)
    if asked.replay is not None:
        only = asked.only and tuple(int(one) for one in asked.only.split(","))
        world = play(asked.replay, asked.until, only or None)
        print("\n".join([*world.log, "", *world.wrong]))
        return 1 if world.wrong else 0
    began = time.monotonic()
    played = simulate(asked.seed, asked.steps, tell=True)
    years = played.simulated.total_seconds() / 86400 / 365.25
    print(f"{played.steps} steps, {years:.1f} years, {played.acknowledged} acknowledged, "
          f"{played.letters} letters, in {time.monotonic() - began:.0f} s")  # fmt: skip
    if played.failure is None:
        return 0
    print(played.failure.told())
    return 1


if __name__ == "__main__":
    sys.exit(main())
