"""What durability and the chain cost, against the same rows by bare `sqlite3` in the same run.

`extra_info` holds each ratio: ours over bare, the median of rounds in which the two take turns.
A stream here is what a precondition case records: of every three events one is a step with
five findings, one a position and one a fact, some 580 bytes each.
"""

import itertools
import sqlite3
import statistics
import time
from datetime import UTC, date, datetime

import pytest

from samenwerk.core.chain import checked
from samenwerk.core.encode import columns_of, decode, encode, line_of
from samenwerk.store.contract import Kept
from samenwerk.store.schema import FIRST
from samenwerk.store.sqlite import SqliteStore
from samenwerk.values.event import FactRecorded, FactValue, PositionGiven, RecordedEvent, StepDone
from samenwerk.values.finding import FindingRecord

REPLAYED = 3000
FINDINGS = tuple(FindingRecord(f"change.adopt.{n}", 2, (3, 5 + n)) for n in range(5))
WHAT = (
    (StepDone(), FINDINGS),
    (PositionGiven("adopting", "for"), ()),
    (FactRecorded(FactValue("clients", "whole_number", 1200, "zorggroep-oost")), FINDINGS[:1]),
)


def event(sequence, before, findings=None):
    """One event of the stream."""
    what, found = WHAT[sequence % len(WHAT)]
    return RecordedEvent(
        collaboration="regio-oost",
        sequence=sequence,
        id=f"e-{sequence}",
        command=f"c-{sequence}",
        effective=date(2027, 2, 1),
        recorded=datetime(2027, 2, 1, 9, 30, 1, 2345, tzinfo=UTC),
        definition="0" * 64,
        what=what,
        before=before,
        actor="zorggroep-oost",
        case="wijziging-1",
        lifecycle="change",
        step="adopt",
        from_state="decide",
        to_state="adopted",
        findings=found if findings is None else findings,
    )


def stream(count):
    """So many lines that follow each other."""
    head = ""
    for sequence in range(1, count + 1):
        line = line_of(event(sequence, head))
        head = line.hash
        yield line


def ratio(ours, bare, rounds):
    """The median time of ours over that of bare, while they take turns."""
    times = ([], [])
    for _ in range(rounds):
        for call, taken in zip((ours, bare), times, strict=True):
            start = time.perf_counter()
            call()
            taken.append(time.perf_counter() - start)
    return round(statistics.median(times[0]) / statistics.median(times[1]), 2)


def kept(line):
    """What is remembered of the command behind a line."""
    place = line.event.sequence
    return Kept(line.event.command, "0" * 64, "allowed", place, place, line.hash)


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
def test_append(benchmark, tmp_path, durability, goal):
    """One command of one line, durable on return; the same statements are the measure."""
    store = SqliteStore(tmp_path / "ours.db", durability=durability)
    db = bare_store(tmp_path / "bare.db", durability)
    lines, rows = itertools.tee(stream(20_000))

    def ours():
        line = next(lines)
        store.append("regio-oost", line.event.sequence - 1, (line,), (), kept(line))

    prepared = (
        ((e := line.event).collaboration, e.sequence, *columns_of(e), line.body, line.hash)
        for line in rows
    )

    def bare():
        row = next(prepared)
        command = (row[0], f"c-{row[1]}")
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

    benchmark.extra_info.update(ratio=ratio(ours, bare, 400), goal=goal)
    print(f"\nappend {durability}:", benchmark.extra_info)
    benchmark.pedantic(ours, rounds=200)
    db.close()
    store.close()


def test_replay(benchmark, tmp_path):
    """A stream read, decoded and its chain verified; fetching its bare rows is the measure."""
    store = SqliteStore(tmp_path / "s.db", durability="normal")
    for line in stream(REPLAYED):
        store.append("regio-oost", line.event.sequence - 1, (line,), (), kept(line))
    db = sqlite3.connect(tmp_path / "s.db")

    def ours():
        return sum(1 for _ in checked(store.read("regio-oost")))

    def bare():
        found = db.execute(
            "SELECT sequence, body, hash FROM event WHERE collaboration = ? ORDER BY sequence",
            ("regio-oost",),
        )
        return len(found.fetchall())

    assert ours() == bare() == REPLAYED
    benchmark.extra_info.update(ratio=ratio(ours, bare, 15), goal=6.0)
    print("\nreplay:", benchmark.extra_info)
    benchmark.pedantic(ours, rounds=5)
    db.close()
    store.close()


@pytest.mark.parametrize("call", [encode, line_of], ids=lambda call: call.__name__)
def test_writing(benchmark, call):
    """A step with ten findings to its text, and with its hash."""
    benchmark(call, event(3, "0" * 64, FINDINGS * 2))


@pytest.mark.parametrize("findings", [0, 10])
def test_reading(benchmark, findings):
    """A text to its event."""
    benchmark(decode, encode(event(3, "0" * 64, (FINDINGS * 2)[:findings])))
