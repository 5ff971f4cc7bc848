"""Processes that act in one collaboration at once: no update is lost, and all end."""

import subprocess
import sys
from pathlib import Path

from tests.handmade import NOON, started, workflow

from samenwerk import Engine, Plugins, open_store

RACERS, EACH = 8, 8

PROGRAM = """
import sys
sys.path.insert(0, sys.argv[4])
from samenwerk import Engine, Party, Plugins, open_store
from samenwerk.store.sqlite import SqliteStore
from tests.handmade import NOON

path, racer, each = sys.argv[1], sys.argv[2], int(sys.argv[3])
engine = Engine(SqliteStore(path, wait=60), plugins=Plugins.of(), clock=lambda: NOON)
room = engine.room("regio")
room.todo("noord")
print("ready", flush=True)
sys.stdin.readline()
for turn in range(each):
    case = f"{racer}-{turn}"
    assert room.do("budget.draft", case=case, actor="noord", command_id=case).carried_out
    for party in ("noord", "oost"):
        said = room.say("support", "for", case=case, actor=party, command_id=f"{case}-{party}")
        assert said.carried_out
    # everyone sends this one: it must be done once
    room.hand_in("note", f"paper {turn}", case="b", actor="oost", command_id=f"shared-{turn}")
engine.close()
print("done")
"""


def test_eight_processes_lose_no_update(tmp_path: Path) -> None:
    """Whoever comes second decides again, until everything of everybody stands there once."""
    path = tmp_path / "s.db"
    engine, _ = started(workflow(), store=open_store(path))
    engine.close()
    root = Path(__file__).resolve().parents[2]
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM, path, f"r{racer}", str(EACH), root],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for racer in range(RACERS)
    ]
    for racer in racers:
        assert racer.stdout is not None
        assert "ready\n" == racer.stdout.readline()
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write("go\n")
        racer.stdin.flush()
    assert ["done\n"] * RACERS == [racer.communicate(timeout=300)[0] for racer in racers]
    assert [0] * RACERS == [racer.returncode for racer in racers]

    room = Engine(open_store(path), plugins=Plugins.of(), clock=lambda: NOON).room("regio")
    commands = [line.event.command for line in room.history()]
    own = [f"r{racer}-{turn}" for racer in range(RACERS) for turn in range(EACH)]
    said = [f"{case}-{party}" for case in own for party in ("noord", "oost")]
    shared = [f"shared-{turn}" for turn in range(EACH)]
    assert sorted([*own, *said, *shared]) == sorted(commands[4:])
    cases = room.collaboration.cases
    assert {"for"} == {
        cases[case].positions["support"][party].value for case in own for party in ("noord", "oost")
    }
    assert room.verify().whole
