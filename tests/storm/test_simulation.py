"""A simulation from a seed finds nothing in what is sound, and finds what was broken on purpose.

`SAMENWERK_STORM=100` plays a hundred times as many steps.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.storm.simulate import main, play, simulate
from tests.storm.simulation import COLLABORATIONS, Simulation

from samenwerk import MemoryStore
from samenwerk.store.contract import Kept
from samenwerk.store.outbox import Posted, Posting
from samenwerk.values.event import Line, SealedText

STORM = int(os.environ.get("SAMENWERK_STORM", "1"))
ROOT = Path(__file__).resolve().parents[2]


def test_nothing_goes_wrong_in_bad_weather() -> None:
    """Months go by while processes are killed, disks fail, answers get lost, time runs out and
    clocks go back: the record stays sound, every effect gets one end, and no day is missed."""
    played = simulate(2027, 1000 * STORM)
    assert played.failure is None, played.failure.told()
    assert played.simulated > timedelta(days=100)
    assert min(played.acknowledged, played.letters) > 100


def test_who_put_a_letter_back_is_not_at_it_any_more() -> None:
    """Also before he hears that it was put back: another may take it then, and not before."""
    world = Simulation("back")
    world.bad, (one, other) = 0.0, (world.processes[name] for name in ("worker1", "worker2"))
    one.began = world.now
    for given_back in (False, True):
        world.wrong, world.at_work = [], [one]
        world.delivers("letter")
        if given_back:
            one.reach.put_back("letter", one.sender.owner, world.now)
        world.at_work.append(other)
        world.delivers("letter")
        assert ([] if given_back else ["two at once send letter"]) == world.wrong


HEADS = """
from tests.storm.simulate import play
world = play("3.1", 60)
print([world.store.tip(place)[1] for place in ("oost", "west")], len(world.log))
"""


def test_a_seed_plays_the_same_again() -> None:
    """Bit for bit, in another process too, whatever order its sets have."""
    world = play("3.1", 60)
    heads = [tip[1] for place in COLLABORATIONS if (tip := world.store.tip(place))]
    ran = subprocess.run(
        [sys.executable, "-c", HEADS], capture_output=True, text=True, check=True, cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "77", "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert f"{heads} {len(world.log)}\n" == ran.stdout


class Forgetful(MemoryStore):
    """Forgets each command that was carried out, so that it can be carried out again."""

    def append(self, collaboration: str, after: int, lines: Sequence[Line],
               sealed: Sequence[SealedText], kept: Kept,
               postings: Sequence[Posting] = ()) -> None:  # fmt: skip
        """Without a look at what was carried out before."""
        self._commands.pop((collaboration, kept.command), None)
        super().append(collaboration, after, lines, sealed, kept, postings)

    def kept(self, collaboration: str, command: str) -> Kept | None:
        """Unknown to whoever asks, most of the time."""
        known = super().kept(collaboration, command)
        return known if known is not None and known.last % 3 == 0 else None


class Losing(MemoryStore):
    """Keeps events and loses what is to be sent for some of them."""

    def append(self, collaboration: str, after: int, lines: Sequence[Line],
               sealed: Sequence[SealedText], kept: Kept,
               postings: Sequence[Posting] = ()) -> None:  # fmt: skip
        """Without the postings of every eleventh place."""
        there = () if after % 11 == 0 else postings
        super().append(collaboration, after, lines, sealed, kept, there)


class Leasing(MemoryStore):
    """Gives what is with somebody to the next who asks."""

    def lease(self, owner: str, *given: Any, **named: Any) -> tuple[Posted, ...]:
        """As if nobody had it."""
        for one in self.outbox():
            if one.owner is not None:
                self.put_back(one.key, one.owner, one.next_try, one.fault)
        return super().lease(owner, *given, **named)


class Unchained(MemoryStore):
    """Lets whoever comes second in as well, in the place of who came first."""

    def append(self, collaboration: str, after: int, lines: Sequence[Line],
               sealed: Sequence[SealedText], kept: Kept,
               postings: Sequence[Posting] = ()) -> None:  # fmt: skip
        """After cutting off what was not expected."""
        stream = self._streams.get(collaboration, [])
        del stream[after:]
        super().append(collaboration, after, lines, sealed, kept, postings)


@pytest.mark.parametrize("broken", [Forgetful, Losing, Leasing, Unchained])
def test_what_is_broken_on_purpose_is_found(broken: type[MemoryStore]) -> None:
    """Within a few worlds; and the few steps that it comes to fail again."""
    failure = simulate(1, 20_000, broken).failure
    assert failure is not None
    again = play(failure.seed, failure.until, failure.only, broken)
    assert list(failure.wrong) == again.wrong
    assert len(failure.only) < 60


def test_a_world_can_be_played_by_hand(capsys: pytest.CaptureFixture[str]) -> None:
    """From the command line, with all of its steps or with some, and it says what happened."""
    assert 0 == main(["--replay", "1.0", "--until", "30", "--only", "3,4,5,6,20"])
    assert "2027-02-" in capsys.readouterr().out
    assert 0 == main(["--seed", "5", "--steps", "20"])
    assert capsys.readouterr().out.startswith("20 steps, 0.")
