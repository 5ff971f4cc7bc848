"""What it takes to draw a collaboration as a wall, and a thousand of them as a portfolio.

The workflows were read before: a program that makes reports has them at hand, and the command line
reads each once, however many collaborations run by it.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.regions import few, long_record, on_file, region
from benchmarks.turns import Taken
from samenwerk import Engine, Party
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


def test_portfolio_in_a_browser(
    note: Callable[..., None], benchmark: Any, tmp_path: Path
) -> None:
    """The page of a thousand, asked again: nothing was recorded since, or in one of them."""
    httpx = pytest.importorskip("httpx", reason="httpx is not installed")
    pytest.importorskip("starlette", reason="starlette is not installed")
    from samenwerk.web import pages

    store = on_file(tmp_path / "looked.db")
    few(store, COLLABORATIONS)
    with Engine(store) as engine:
        app, id = pages(engine), engine.collaborations()[0]
        day = engine.room(id).collaboration.latest

        async def asked() -> float:
            through = httpx.ASGITransport(app)
            async with httpx.AsyncClient(transport=through, base_url="http://localhost") as one:
                began = time.perf_counter()
                answer = await one.get("/portfolio?lang=nl")
                assert answer.text.count('id="row-') == COLLABORATIONS
                return time.perf_counter() - began

        first = asyncio.run(asked())
        same = Taken(tuple(asyncio.run(asked()) for _ in range(ROUNDS)))
        times = []
        for at in range(ROUNDS):
            assert engine.room(id).enrol(parties=[Party(f"nieuw{at}", "x")], day=day).carried_out
            times.append(asyncio.run(asked()))
    note(f"page: a portfolio of {COLLABORATIONS:,} collaborations", Taken((first,)))
    note("page: the same, when nothing was recorded since", same)
    note("page: the same, when one of them went on", Taken(tuple(times)))
    benchmark.pedantic(lambda: None, rounds=1)
