"""A program of its own: many writers at once in several processes, with what each asked and heard.

Run as `python -m tests.storm.many FOLDER WHAT PROCESSES THREADS EACH COLLABORATIONS [ADDRESS
TENANT]`; prints one JSON object. `WHAT` is `rows` (writers that append to a store) or `places`
(writers that act through an engine, by a rule that looks across cases). Their calls are held
against a model of one writer by `linear`, the record against what they were told by `checker`.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Hashable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeAlias

from tests.handmade import NOON, read
from tests.storm.checker import Told, seen_in, wrongs
from tests.storm.linear import Call, in_one_order

from samenwerk import Engine, Party, Plugins
from samenwerk.core.encode import line_of
from samenwerk.store.contract import Kept, Store
from samenwerk.store.sqlite import SqliteStore
from samenwerk.values.errors import Conflict
from samenwerk.values.event import Line, RecordedEvent, StepDone

PLACES = 3
TEXT = f"""
[workflow]
id = "seats"
version = "1"
[sort]
office = {{}}
[lifecycle.seat.rule.place_left]
none = [{{ count = "seat", in = "taken", at_least = {PLACES} }}]
[lifecycle.seat.state]
free = {{}}
taken = {{}}
gone = {{ final = true }}
[lifecycle.seat.step.open]
to = "free"
by = "office"
[lifecycle.seat.step.take]
from = "free"
to = "taken"
by = "office"
needs = ["place_left"]
[lifecycle.seat.step.leave]
from = "taken"
to = "free"
by = "office"
[lifecycle.seat.step.go]
from = "free"
to = "gone"
by = "office"
"""
Open: TypeAlias = Callable[[], Store]
Log: TypeAlias = list[tuple[str, int, int, Any, Any]]
"""Calls: in which collaboration, from when to when, what was asked and what it gave."""
Together: TypeAlias = Callable[[], object]
"""Comes back when every writer has got there."""


def lines_of(collaboration: str, tip: tuple[int, str], command: str, count: int) -> list[Line]:
    """Lines of one command that continue a stream at this tip."""
    made, (sequence, head) = [], tip
    for place in range(sequence + 1, sequence + count + 1):
        made.append(line_of(RecordedEvent(
            collaboration=collaboration, sequence=place, id=f"{command}/{place}", command=command,
            effective=date(2027, 2, 1), recorded=datetime(2027, 2, 1, 9, tzinfo=UTC),
            definition="0" * 64, what=StepDone(), before=head,
        )))  # fmt: skip
        head = made[-1].hash
    return made


def append_rows(store: Store, name: str, each: int, places: list[str], log: Log,
                together: Together) -> None:  # fmt: skip
    """Look where a stream stands and write behind that; whoever is second looks again.

    All have looked before the first one writes, so that of those at one place all but one are.
    """
    chance = random.Random(name)
    for number in range(each):
        id, command = chance.choice(places), f"{name}-{number}"
        done = False
        while not done:
            called = time.monotonic_ns()
            tip = store.tip(id) or (0, "")
            log.append((id, called, time.monotonic_ns(), "tip", list(tip)))
            if len(log) == 1:
                together()
            lines = lines_of(id, tip, command, 1 + number % 3)
            last = (lines[-1].event.sequence, lines[-1].hash)
            kept = Kept(command, "x", "allowed", tip[0] + 1, *last)
            called = time.monotonic_ns()
            try:
                store.append(id, tip[0], lines, (), kept)
                done = True
            except Conflict:
                pass
            log.append((id, called, time.monotonic_ns(), [command, list(tip), list(last)], done))


def take_places(engine: Engine, name: str, each: int, places: list[str], log: Log,
                together: Together) -> None:  # fmt: skip
    """Take a seat of one's own where there is a place left, and leave it again.

    All have reached for one before the first one leaves, so that somebody finds none left.
    """
    chance = random.Random(name)
    room = engine.room(chance.choice(places))
    room.do("seat.open", case=name, actor="p", command_id=f"{name}-open")
    taken = False
    for number in range(each):
        step = "leave" if taken else "take"
        called = time.monotonic_ns()
        outcome = room.do(f"seat.{step}", case=name, actor="p", command_id=f"{name}-{number}")
        log.append((room.id, called, time.monotonic_ns(), [step, name], outcome.carried_out))
        if number == 0:
            together()
        if outcome.carried_out:
            taken = not taken
    if not taken:
        room.do("seat.go", case=name, actor="p", command_id=f"{name}-go")


def row_model(state: Any, asked: Any) -> tuple[Any, Hashable]:
    """A stream as one writer would see it: its tip, and appends that fit or do not."""
    if asked == "tip":
        return list(state), state
    _, before, after = asked
    return (True, tuple(after)) if list(state) == before else (False, state)


def place_model(state: frozenset[str], asked: Any) -> tuple[bool, frozenset[str]]:
    """So many seats at once, by who sits there."""
    step, name = asked
    if step == "leave":
        return True, state - {name}
    return (True, state | {name}) if len(state) < PLACES else (False, state)


def quiet(call: Call) -> bool:
    """A look, or a refusal."""
    return call.asked == "tip" or call.gave is False


def be(process: int, threads: int, each: int, what: str, open_it: Open, places: list[str],
       folder: Path, start: int, barrier: Any) -> None:  # fmt: skip
    """One process with so many writers, that begin when the others do."""
    store = open_it()
    engine = Engine(store, plugins=Plugins.of(), clock=lambda: NOON, known=[read(TEXT)])
    logs: list[Log] = [[] for _ in range(threads)]
    faults: list[str] = []

    def write(number: int) -> None:
        try:
            name = f"w{process}.{number}"
            if what == "rows":
                append_rows(store, name, each, places, logs[number], barrier.wait)
            else:
                take_places(engine, name, each, places, logs[number], barrier.wait)
        except BaseException as error:
            faults.append(repr(error))
            barrier.abort()

    writers = [threading.Thread(target=write, args=(number,)) for number in range(threads)]
    os.read(start, 1)
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    store.close()
    told = {"calls": [call for log in logs for call in log], "faults": faults}
    (folder / f"calls-{process}.json").write_text(json.dumps(told))


def race(folder: Path, what: str, processes: int, threads: int, each: int, count: int,
         open_it: Open) -> dict[str, Any]:  # fmt: skip
    """Let them race, and tell what came of it with all that was wrong."""
    places = [f"place{number}" for number in range(count)]
    if what == "places":
        with Engine(open_it(), plugins=Plugins.of(), clock=lambda: NOON) as engine:
            for place in places:
                engine.start(read(TEXT), place).enrol(parties=[Party("p", "office")])
    else:
        open_it().close()
    start, go = os.pipe()
    barrier = multiprocessing.get_context("fork").Barrier(processes * threads)
    children = []
    for process in range(processes):
        child = os.fork()
        if child == 0:
            try:
                be(process, threads, each, what, open_it, places, folder, start, barrier)
            finally:
                os._exit(0)
        children.append(child)
    os.write(go, b"g" * processes)
    for child in children:
        os.waitpid(child, 0)
    return judged(folder, what, places, processes, open_it)


def judged(folder: Path, what: str, places: list[str], processes: int,
           open_it: Open) -> dict[str, Any]:  # fmt: skip
    """What they heard, held against one writer alone and against the record."""
    files = sorted(folder.glob("calls-*.json"))
    found = [] if len(files) == processes else ["a process told nothing"]
    by: dict[str, list[Call]] = {place: [] for place in places}
    told, count = [], Counter[str]()
    for path in files:
        heard = json.loads(path.read_text())
        found += heard["faults"]
        for id, called, returned, asked, gave in heard["calls"]:
            by[id].append(Call(called, returned, asked, gave))
            count[f"{'tip' if asked == 'tip' else 'done' if gave else 'refused'}"] += 1
            if what == "rows" and asked != "tip" and gave:
                command, before, after = asked
                told.append(Told(id, command, before[0] + 1, *after, called, returned))
    begin, model = ((0, ""), row_model) if what == "rows" else (frozenset(), place_model)
    for id, calls in by.items():
        if in_one_order(calls, begin, model, quiet) is None:
            found.append(f"{id}: no order of one writer gives these answers")
    store = open_it()
    found += map(str, wrongs(seen_in(store, told), told))
    store.close()
    return {**count, "found": found}


def main(folder: Path, what: str, numbers: list[str], home: list[str]) -> None:
    """On one SQLite file, or at a tenant of a PostgreSQL server."""

    def open_it() -> Store:
        if not home:
            return SqliteStore(folder / "s.db", durability="normal", wait=120)
        from samenwerk.store.postgres import PostgresStore

        return PostgresStore(home[0], tenant=home[1], connections=4, wait=120)

    print(json.dumps(race(folder, what, *map(int, numbers), open_it=open_it)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:7], sys.argv[7:])
