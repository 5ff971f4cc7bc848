"""Whether a step grows dearer as its collaboration grows older: after 100 events and 100,000.

As many changes are open in both; the long one has a past of changes that were withdrawn. All
in memory, the two taking turns.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from benchmarks.precondition import (
    ADOPT,
    CASE,
    MET,
    SIX,
    after,
    commands_of,
    compiled,
    do,
    founded,
)
from benchmarks.turns import take_turns
from samenwerk.core.compiled import Compiled
from samenwerk.core.decide import decide
from samenwerk.core.evolve import evolve
from samenwerk.values.case import Collaboration
from samenwerk.values.command import Command

SHORT, LONG = 100, 100_000
OPEN = 6
"""So many changes are open beside the one that is measured."""


def aged(ready: Compiled, events: int) -> Collaboration:
    """A collaboration of about so many events, at its end one change that can be adopted."""
    known = founded(ready)
    waiting = attrs.evolve(MET, positions=dict.fromkeys(SIX, "for"), state="tested")
    for number in range(OPEN):
        known = _done(ready, known, waiting, f"open-{number}")
    for number in range(events):
        if known.sequence + 12 > events:
            break
        gone = attrs.evolve(MET, state="withdrawn", positions={"noord": "for"})
        known = _done(ready, known, gone, f"past-{number}")
    return _done(ready, known, MET, CASE)


def _done(ready: Compiled, known: Collaboration, situation: object, case: str) -> Collaboration:
    for command in commands_of(situation, case):  # type: ignore[arg-type]
        known = after(ready, known, command, seal=False)
    return known


@pytest.fixture(scope="module")
def ready() -> Compiled:
    """The definition, compiled once."""
    return compiled()


@pytest.fixture(scope="module")
def both(ready: Compiled) -> tuple[Collaboration, Collaboration]:
    """The young one and the old one."""
    return aged(ready, SHORT), aged(ready, LONG)


COMMANDS: dict[str, Command] = {
    "a step that moves a case": ADOPT,
    "a step that opens a case": do("open", "propose", "new"),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_step(
    ready: Compiled,
    both: tuple[Collaboration, Collaboration],
    note: Callable[..., None],
    repeat: Callable[..., None],
    name: str,
) -> None:
    """One command decided, hashed and evolved, at both ages."""
    command = COMMANDS[name]
    young, old = both
    assert LONG * 0.99 < old.sequence <= LONG * 1.01
    assert SHORT * 0.8 < young.sequence <= SHORT * 1.2
    taken = take_turns(
        {
            "young": lambda: decide(ready, young, command, look=False),
            "old": lambda: decide(ready, old, command, look=False),
        }
    )
    note(
        f"{name}, after {LONG:,} events",
        taken["old"], taken["young"], what=f"after {SHORT} events", goal=1.3,
    )  # fmt: skip
    repeat(lambda: decide(ready, old, command, look=False), 200)


def test_evolve(
    ready: Compiled,
    both: tuple[Collaboration, Collaboration],
    note: Callable[..., None],
    repeat: Callable[..., None],
) -> None:
    """One event evolved, at both ages."""
    young, old = both
    events = [decide(ready, known, ADOPT, look=False).lines[0].event for known in both]
    taken = take_turns(
        {"young": lambda: evolve(young, events[0]), "old": lambda: evolve(old, events[1])}
    )
    note(
        f"evolve alone, after {LONG:,} events",
        taken["old"], taken["young"], what=f"after {SHORT} events", goal=1.3,
    )  # fmt: skip
    repeat(lambda: evolve(old, events[1]), 200)
