"""What it takes to draw a collaboration as a wall, and a thousand of them as a portfolio.

The workflows were read before: a program that makes reports has them at hand, and the command line
reads each once, however many collaborations run by it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.regions import few, long_record, on_file, region
from benchmarks.turns import Taken
from samenwerk import Engine
from samenwerk.engine import Room
from samenwerk.engine.summing import portfolio
from samenwerk.store.memory import MemoryStore

ROUNDS = 5
EVENTS, PROJECTS, COLLABORATIONS = 10_000, 320, 1_000

pytest.importorskip("jinja2", reason="the extra report is not installed")


def drawn(room: Room) -> float:
    """So long it takes to make the wall, its record read anew."""
    day = room.collaboration.latest
    began = time.perf_counter()
    assert room.report("wall", "nl", day=day).startswith("<!DOCTYPE html>")
    return time.perf_counter() - began


def test_wall_of_a_long_record(
    note: Callable[..., None], benchmark: Any, tmp_path: Path
) -> None:
    """Two years of a region, and then thousands of events more."""
    room = long_record(on_file(tmp_path / "long.db"), EVENTS)
    drawn(room)
    note(f"a wall of {EVENTS:,} events", Taken(tuple(drawn(room) for _ in range(ROUNDS))),
         goal=1.0)  # fmt: skip
    benchmark.pedantic(lambda: None, rounds=1)


def test_wall_of_many_projects(note: Callable[..., None], benchmark: Any) -> None:
    """Hundreds of open projects in one collaboration, most of which wait for something."""
    room = region(MemoryStore(), PROJECTS)
    drawn(room)
    note(f"a wall of {PROJECTS} open projects ({room.collaboration.sequence:,} events)",
         Taken(tuple(drawn(room) for _ in range(ROUNDS))))  # fmt: skip
    benchmark.pedantic(lambda: None, rounds=1)


def test_portfolio(note: Callable[..., None], benchmark: Any, tmp_path: Path) -> None:
    """A thousand collaborations in a file, read and drawn as one page."""
    store = on_file(tmp_path / "many.db")
    few(store, COLLABORATIONS)
    with Engine(store) as engine:
        times = []
        for _ in range(2):
            began = time.perf_counter()
            page = portfolio(engine.summaries("nl"), "nl")
            times.append(time.perf_counter() - began)
            assert page.count('id="row-') == COLLABORATIONS
        events = sum(engine.room(id).collaboration.sequence for id in engine.collaborations())
    note(f"a portfolio of {COLLABORATIONS:,} collaborations ({events:,} events)",
         Taken(tuple(times)), goal=10.0)  # fmt: skip
    benchmark.pedantic(lambda: None, rounds=1)
