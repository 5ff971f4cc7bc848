"""What a durable step costs beside what others take for it, and how many go in with many writers.

Ours is the whole of it: a rule is asked, what was seen is kept, chained and committed. The others
keep state and nothing more. How fast the disk is decides much: compare within one run.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests import postgres
from tests.handmade import started

from benchmarks import durable
from benchmarks.plot import lines_plot
from benchmarks.turns import Taken
from samenwerk import open_store
from samenwerk.store.sqlite import SqliteStore

ROUNDS = 150
SECONDS = float(os.environ.get("SAMENWERK_WRITERS", "1"))
"""So long each crowd of writers is at it."""
WRITERS = (1, 2, 4, 8, 16, 32)
ROOT = Path(__file__).resolve().parents[1]
PLOT = ROOT / "docs" / "writers.svg"
Note = Callable[..., None]


def taken(call: Callable[[], object], rounds: int, steps: int = 1) -> Taken:
    """How long a step of a call takes, in each of so many rounds."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        call()
        times.append((time.perf_counter() - began) / steps)
    return Taken(tuple(times))


def in_turn(calls: dict[str, tuple[Callable[[], object], int]]) -> dict[str, Taken]:
    """Each call in turn, so that a busy moment hits them all."""
    times: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(ROUNDS):
        for name, (call, steps) in calls.items():
            times[name] += taken(call, 1, steps).rounds
    return {name: Taken(tuple(one)) for name, one in times.items()}


def steps_of(store: Any) -> Callable[[], object]:
    """A step of ours, through the engine."""
    _, room = started(store=store)
    return lambda: room.do("budget.work", case="b", actor="noord")


def noted(note: Note, benchmark: Any, where: str, found: dict[str, Taken]) -> None:
    """Each against the bare statement, one line of the table each."""
    bare = found.pop("bare")
    for name, each in found.items():
        note(f"one durable step on {where}: {name}", each, bare, what="one bare insert, committed")
    benchmark.pedantic(lambda: None, rounds=1)


@pytest.fixture
def server() -> Iterator[postgres.Server]:
    """A server of our own, with the settings that it has by itself."""
    postgres.needed()
    one = postgres.Server()
    yield one
    one.remove()


def test_durable_step_on_sqlite(note: Note, benchmark: Any, tmp_path: Path) -> None:
    """Ours, `dbos` and SpiffWorkflow, all on files on one disk."""
    with contextlib.ExitStack() as stack:
        store = stack.enter_context(contextlib.closing(SqliteStore(tmp_path / "ours.db")))
        calls: dict[str, tuple[Callable[[], object], int]] = {
            "bare": (stack.enter_context(durable.by_bare_sqlite(tmp_path / "bare.db")), 1),
            "samenwerk": (steps_of(store), 1),
        }
        if durable.there("SpiffWorkflow"):
            calls["SpiffWorkflow"] = (stack.enter_context(durable.by_spiff(tmp_path / "s.db")), 1)
        if durable.there("dbos"):
            address = f"sqlite:///{tmp_path}/dbos.db"
            calls["dbos"] = (stack.enter_context(durable.by_dbos(address)), durable.STEPS)
        noted(note, benchmark, "SQLite", in_turn(calls))


def test_durable_step_on_postgres(note: Note, benchmark: Any, server: postgres.Server) -> None:
    """Ours and `dbos`, on one server."""
    with contextlib.ExitStack() as stack:
        store = stack.enter_context(contextlib.closing(open_store(server.address)))
        calls: dict[str, tuple[Callable[[], object], int]] = {
            "bare": (stack.enter_context(durable.by_bare_postgres(server.address)), 1),
            "samenwerk": (steps_of(store), 1),
        }
        if durable.there("dbos"):
            found = stack.enter_context(durable.by_dbos(server.address))
            calls["dbos"] = (found, durable.STEPS)
        noted(note, benchmark, "PostgreSQL", in_turn(calls))


def throughput(writers: int, collaborations: int, *home: str) -> float:
    """Commands in a second by so many writers."""
    words = [str(writers), str(collaborations), str(SECONDS), *home]
    ran = subprocess.run(
        [sys.executable, "-m", "benchmarks.writers", *words],
        capture_output=True, text=True, check=True, cwd=ROOT, timeout=120 + SECONDS,
    )  # fmt: skip
    return float(ran.stdout.split()[0])


def test_many_writers(
    note: Note, benchmark: Any, tmp_path: Path, server: postgres.Server,
    request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    """From one writer to thirty-two, on one collaboration and on as many as there are writers."""
    series: dict[str, list[tuple[float, float]]] = {}
    for where in ("SQLite", "PostgreSQL"):
        for many in (False, True):
            name = f"{where}, {'one collaboration each' if many else 'one collaboration'}"
            for writers in WRITERS:
                home = (str(tmp_path / f"{many}{writers}.db"),) if where == "SQLite" else (
                    server.address, f"w{writers}{'many' if many else 'one'}")  # fmt: skip
                found = throughput(writers, writers if many else 1, *home)
                series.setdefault(name, []).append((writers, found))
            told = ", ".join(f"{count:.0f}: {found:.0f}" for count, found in series[name])
            last = Taken((1 / max(series[name][-1][1], 1e-9),))
            one = Taken((1 / max(series[name][0][1], 1e-9),))
            note(f"a command with 32 writers on {name}", last, one,
                 what=f"with one writer (commands a second by writers {told})")  # fmt: skip
    if request.config.getoption("write_figures"):
        PLOT.write_text(lines_plot(series, "writers", "commands a second"), encoding="utf-8")
    benchmark.pedantic(lambda: None, rounds=1)
