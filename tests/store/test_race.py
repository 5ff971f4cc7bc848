"""Processes that write to one collaboration at once: each gets in what it brings, and all end."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests import postgres

from samenwerk.core.chain import verify
from samenwerk.front import open_store

RACERS, EACH = 8, 15

PROGRAM = """
import sys
from samenwerk.testing.store import kept_for, lines_after
from samenwerk.values.errors import Conflict

path, racer, each = sys.argv[1], sys.argv[2], int(sys.argv[3])
if sys.argv[4] == "postgres":
    from samenwerk.store.postgres import PostgresStore
    store = PostgresStore(path, wait=60)
else:
    from samenwerk.store.sqlite import SqliteStore
    store = SqliteStore(path, durability=sys.argv[4], wait=60)
done = lost = 0
while done < each:
    lines = lines_after(store, "regio", 1 + done % 3, word=f"{racer}-{done}")
    if done == lost == 0:
        # All have looked before the first one writes, so that all but one come second.
        print("ready", flush=True)
        sys.stdin.readline()
    try:
        kept = kept_for(lines, f"{racer}-{done}")
        store.append("regio", lines[0].event.sequence - 1, lines, (), kept)
        done += 1
    except Conflict:
        lost += 1
store.close()
print(lost)
"""


@pytest.fixture(params=["full", "normal", "postgres"])
def place(request, tmp_path: Path):
    """Where the store is, and how it is kept."""
    if request.param != "postgres":
        yield tmp_path / "s.db", request.param
        return
    address = postgres.address()
    with postgres.tenant() as name:
        yield f"{address}{'&' if '?' in address else '?'}tenant={name}", request.param


def test_eight_processes_lose_no_update(place) -> None:
    """Whoever comes second reads again, until every command of everybody stands there once."""
    path, durability = place
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM, path, str(racer), str(EACH), durability],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for racer in range(RACERS)
    ]
    assert {"ready\n"} == {racer.stdout.readline() for racer in racers}
    for racer in racers:
        racer.stdin.write("go\n")
        racer.stdin.flush()
    lost = [int(racer.communicate(timeout=300)[0]) for racer in racers]
    assert [0] * RACERS == [racer.returncode for racer in racers]
    store = open_store(path, create=False)
    lines = sum(1 + done % 3 for done in range(EACH)) * RACERS
    report = verify(store.rows("regio"))
    assert (True, lines) == (report.whole, report.count)
    commands = [store.kept("regio", f"{r}-{done}") for r in range(RACERS) for done in range(EACH)]
    covered = sorted(place for kept in commands for place in range(kept.first, kept.last + 1))
    assert list(range(1, lines + 1)) == covered
    assert sum(lost) >= RACERS - 1
    store.close()
