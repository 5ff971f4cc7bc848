"""What durability and the chain cost, against the same rows by bare `sqlite3` in the same run.

The stream is that of the precondition case, one change after another adopted: eleven events a
change, one of them with six findings. Ours and bare take turns.
"""

import itertools
import sqlite3
import time

import pytest

from benchmarks.precondition import compiled
from benchmarks.precondition import stream as lines_of
from benchmarks.turns import Taken
from samenwerk.core.chain import checked
from samenwerk.core.encode import columns_of, decode, encode, line_of
from samenwerk.core.evolve import replay
from samenwerk.store.contract import Kept
from samenwerk.store.schema import FIRST
from samenwerk.store.sqlite import SqliteStore

REPLAYED = 3000
APPENDED = 700
ID = "regio"


@pytest.fixture(scope="module")
def stream():
    """So many lines that follow each other, as they were decided."""
    return tuple(itertools.islice(lines_of(compiled()), REPLAYED))


def turns(ours, bare, rounds):
    """How long ours and bare take, while they take turns."""
    times = ([], [])
    for _ in range(rounds):
        for call, taken in zip((ours, bare), times, strict=True):
            start = time.perf_counter()
            call()
            taken.append(time.perf_counter() - start)
    return [Taken(tuple(one)) for one in times]


def kept(line):
    """What is remembered of the command behind a line."""
    place = line.event.sequence
    return Kept(line.event.id, "0" * 64, "allowed", place, place, line.hash)


def bare_store(path, durability):
    """The same tables and settings, without any of our code."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute(f"PRAGMA synchronous = {durability}")
    db.execute("PRAGMA secure_delete = ON")
    for statement in FIRST:
        db.execute(statement)
    return db


@pytest.mark.parametrize(("durability", "goal"), [("full", 1.8), ("normal", 3.0)])
def test_append(note, repeat, stream, tmp_path, durability, goal):
    """One command of one line, durable on return; the same statements are the measure."""
    store = SqliteStore(tmp_path / "ours.db", durability=durability)
    db = bare_store(tmp_path / "bare.db", durability)
    lines = iter(stream)

    def ours():
        line = next(lines)
        store.append(ID, line.event.sequence - 1, (line,), (), kept(line))

    prepared = (
        ((e := line.event).collaboration, e.sequence, *columns_of(e), line.body, line.hash)
        for line in stream
    )

    def bare():
        row = next(prepared)
        command = (row[0], f"{row[1]}/1")
        db.execute("BEGIN IMMEDIATE")
        db.execute(
            "SELECT command, content, verdict, first, last, head FROM command"
            " WHERE collaboration = ? AND command = ?",
            command,
        ).fetchone()
        db.execute(
            "SELECT sequence, hash FROM event WHERE collaboration = ?"
            " ORDER BY sequence DESC LIMIT 1",
            command[:1],
        ).fetchone()
        db.execute(
            "INSERT INTO event (collaboration, sequence, recorded, effective, case_id, type,"
            " body, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            row,
        )
        db.execute(
            "INSERT INTO command VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*command, "0" * 64, "allowed", row[1], row[1], row[-1]),
        )
        db.execute("COMMIT")

    note(
        f"one durable step, synchronous = {durability}",
        *turns(ours, bare, APPENDED),
        what="the same statements by bare sqlite3",
        goal=goal,
    )  # fmt: skip
    repeat(ours, APPENDED // 7)
    db.close()
    store.close()


def test_replay(note, repeat, stream, tmp_path):
    """A stream read, decoded and its chain verified; fetching its bare rows is the measure."""
    store = SqliteStore(tmp_path / "s.db", durability="normal")
    for line in stream:
        store.append(ID, line.event.sequence - 1, (line,), (), kept(line))
    db = sqlite3.connect(tmp_path / "s.db")

    def ours():
        return sum(1 for _ in checked(store.read(ID)))

    def evolved():
        return replay(checked(store.read(ID)))

    def bare():
        found = db.execute(
            "SELECT sequence, body, hash FROM event WHERE collaboration = ? ORDER BY sequence",
            (ID,),
        )
        return len(found.fetchall())

    assert ours() == bare() == REPLAYED
    assert evolved().sequence == REPLAYED
    what = "fetching the bare rows"
    note(
        f"{REPLAYED:,} events read, decoded, chain verified",
        *turns(ours, bare, 15),
        what=what,
        goal=6.0,
    )  # fmt: skip
    note(
        f"{REPLAYED:,} events read, decoded, chain verified, evolved",
        *turns(evolved, bare, 15),
        what=what,
    )  # fmt: skip
    repeat(ours, 5)
    db.close()
    store.close()


def adopting(stream):
    """The first line that has findings."""
    return next(line for line in stream if line.event.findings)


@pytest.mark.parametrize("call", [encode, line_of], ids=lambda call: call.__name__)
def test_writing(benchmark, stream, call):
    """A step with six findings to its text, and with its hash."""
    benchmark(call, adopting(stream).event)


def test_reading(benchmark, stream):
    """The text of that step to its event."""
    benchmark(decode, adopting(stream).body)
