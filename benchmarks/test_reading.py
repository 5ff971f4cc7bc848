"""Reads that do not grow: after 100 and 100,000 events, and worklists over 10,000 collaborations;
and what a case takes in memory.

On files; the calls take turns.
"""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from benchmarks.precondition import _founding, compiled, do
from benchmarks.turns import take_turns
from samenwerk.core.compiled import Compiled
from samenwerk.core.decide import decide
from samenwerk.core.encode import decode, line_of
from samenwerk.core.evolve import evolve, replay
from samenwerk.engine import Engine
from samenwerk.store.contract import Kept
from samenwerk.store.sqlite import SqliteStore
from samenwerk.values.case import Collaboration
from samenwerk.values.command import Command
from samenwerk.values.event import CollaborationStarted, Line, RecordedEvent
from samenwerk.values.listed import Listing, Lists

SHORT, LONG, MANY, CASES = 100, 100_000, 10_000, 10_000
NOW = datetime(2027, 2, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def ready() -> Compiled:
    """The definition, compiled once."""
    return compiled()


def lived(ready: Compiled, commands: list[Command]) -> list[Line]:
    """The lines of these commands, one after another."""
    lines: list[Line] = []
    known: Collaboration | None = None
    for command in commands:
        made = decide(ready, known, command, look=False).lines
        known = replay(made, known)
        lines += made
    return lines


def on_file(path: Path, lines: list[Line]) -> SqliteStore:
    """A file with these lines."""
    store = SqliteStore(path, durability="normal")
    for at in range(0, len(lines), 5000):
        some = lines[at : at + 5000]
        kept = Kept(f"c-{at}", "", "allowed", at + 1, at + len(some), some[-1].hash)
        store.append(lines[0].event.collaboration, at, some, (), kept)
    return store


def test_status(
    ready: Compiled, tmp_path: Path, note: Callable[..., None], repeat: Callable[..., None]
) -> None:
    """A collaboration with two cases, as an engine that comes new to the store finds it."""
    from benchmarks.precondition import MET

    begun = [*_founding(ready, MET), do("open", "propose")]
    stores, calls = {}, {}
    for name, events in (("young", SHORT), ("old", LONG)):
        again = [do(f"again-{number}", "correct") for number in range(events - len(begun))]
        stores[name] = on_file(tmp_path / f"{name}.db", lived(ready, [*begun, *again]))
    id = stores["old"].collaborations()[0]

    def look(name: str) -> Callable[[], object]:
        return lambda: Engine(stores[name]).room(id).collaboration

    for name in stores:
        calls[name] = look(name)
        calls[name]()  # the first look keeps a snapshot
    taken = take_turns(calls)
    note(f"a collaboration read, after {LONG:,} events", taken["old"], taken["young"],
         what=f"after {SHORT} events", goal=1.3)  # fmt: skip
    repeat(calls["old"], 50)


def test_worklists(
    tmp_path: Path, note: Callable[..., None], repeat: Callable[..., None]
) -> None:
    """What one party has to do in ten of so many collaborations, and how old the lists are."""
    stores = {}
    for name, many in (("few", 10), ("many", MANY)):
        store = stores[name] = SqliteStore(tmp_path / f"{name}.db", durability="normal")
        for number in range(many):
            id = f"regio-{number:05}"
            line = line_of(RecordedEvent(
                collaboration=id, sequence=1, id="e", command="c", effective=NOW.date(),
                recorded=NOW, definition="d", before="",
                what=CollaborationStarted("w", "Europe/Amsterdam", False),
            ))  # fmt: skip
            store.append(id, 0, [line], (), Kept("c", "", "allowed", 1, 1, line.hash))
            who = ("noord",) if number < 10 else ("zuid",)
            entry = Listing("todo", "x" * 800, date(2027, 3, 1), who)
            store.keep_lists(Lists(id, 1, line.hash, NOW, None, "", (entry, entry)))

    def look(name: str) -> Callable[[], object]:
        return lambda: (stores[name].lists("todo", "noord"), stores[name].freshness(NOW))

    assert 20 == len(stores["many"].lists("todo", "noord"))
    taken = take_turns({name: look(name) for name in stores})
    note(f"a worklist over {MANY:,} collaborations, with its age", taken["many"], taken["few"],
         what="over 10 collaborations")  # fmt: skip
    repeat(look("many"), 10)


def test_memory(
    ready: Compiled, benchmark: Callable[..., None], repeat: Callable[..., None]
) -> None:
    """A case that was opened, read from its record: at most 1 KB, among many."""
    from benchmarks.precondition import MET

    opened = [do(f"open-{number}", "propose", f"change-{number}") for number in range(CASES)]
    lines = lived(ready, [*_founding(ready, MET), *opened])
    bodies = [(line.body, line.hash) for line in lines]
    del lines
    decode(bodies[0][0])
    gc.collect()
    tracemalloc.start()
    known: Collaboration | None = None
    for body, hash_ in bodies:
        known = evolve(known, decode(body), hash_)
    gc.collect()
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert known is not None
    each = taken / len(known.cases)
    benchmark.extra_info["bytes of a case"] = each  # type: ignore[attr-defined]
    assert each <= 1024
    repeat(lambda: len(known.cases), 1)
