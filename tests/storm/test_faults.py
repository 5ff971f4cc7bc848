"""What fails around a store is told in a sentence with an exit code, and the record stays sound."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.cli.world import REGISTER, WORKFLOW, Ran
from tests.engine.posting import NOON, PLAN, Office
from tests.handmade import started
from tests.storm.checker import Told, seen_in, wrongs

from samenwerk import Engine, MemoryStore, Outcome
from samenwerk.cli.main import main
from samenwerk.store.contract import Store
from samenwerk.store.sqlite import SqliteStore
from samenwerk.values.errors import StoreError

Say = Callable[..., Ran]
ROOM = 140_000
"""Bytes that are left on a disk that is nearly full."""
NOW = ("--now", "2027-02-01T09:00")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own; only who owns the machine can have one."""
    path = tmp_path / "disk"
    path.mkdir()
    if _mounted("-t", "tmpfs", "-o", "size=700k", "tmpfs", str(path)):
        pytest.skip("no disk can be mounted here")
    yield path
    subprocess.run(["umount", path], check=True)


def _mounted(*words: str) -> bool:
    """Whether mounting went wrong."""
    if os.name == "nt" or os.geteuid() != 0:
        return True
    try:
        return subprocess.run(["mount", *words], capture_output=True).returncode != 0
    except OSError:
        return True


@pytest.fixture
def say(disk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Say:
    """A rehearsal on that disk, and a way to run commands in it."""
    monkeypatch.chdir(disk.parent)
    monkeypatch.setenv("SAMENWERK_LANG", "nl")
    Path("balie").mkdir()
    Path("balie/workflow.toml").write_text(WORKFLOW, encoding="utf-8")
    Path("balie/register.toml").write_text(REGISTER, encoding="utf-8")

    def call(*words: str) -> Ran:
        code = main([*words, *NOW, "--store", str(disk / "s.db")])
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    for words in (("start", "balie", "--rehearsal"), ("register", "balie/register.toml"),
                  ("do", "s", "found", "--as", "zuid")):  # fmt: skip
        assert 0 == call(*words).code
    return call


def filled(say: Say, most: int = 200) -> tuple[int, Ran]:
    """Open cases until it is told that this does not go on; says how many went well."""
    for number in range(most):
        ran = say("do", f"w{number}", "change.open", "--as", "noord")
        if ran.code:
            return number, ran
    raise AssertionError("the disk never filled")


def opened(disk: Path) -> int:
    """How many cases stand in the record, which is sound."""
    store = SqliteStore(disk / "s.db", create=False)
    assert () == wrongs(seen_in(store))
    count = sum(row[1].count('"step":"open"') for id in store.collaborations()
                for row in store.rows(id))  # fmt: skip
    store.close()
    return count


def test_a_full_disk_is_told_and_work_goes_on_when_there_is_room(say: Say, disk: Path) -> None:
    """What was said to be done stands there, and the same command succeeds later."""
    ballast = disk / "ballast"
    with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
        while file.write(bytes(4096)):
            pass
    os.truncate(ballast, ballast.stat().st_size - ROOM)
    done, ran = filled(say)
    assert (2, "", "De schijf is vol.") == (ran.code, ran.out, ran.err.partition("\n")[0])
    ballast.unlink()
    assert done == opened(disk)
    assert 0 == say("do", f"w{done}", "change.open", "--as", "noord").code
    assert done + 1 == opened(disk)


def test_a_disk_that_only_reads_is_told(say: Say, disk: Path) -> None:
    """Nothing is changed, and it goes on when the disk takes writes again."""
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    ran = say("do", "w", "change.open", "--as", "noord")
    told = (ran.code, ran.out, ran.err.partition("\n")[0])
    assert (2, "", "U mag deze opslag lezen, maar er niet in schrijven.") == told
    assert 0 == say("status").code
    subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
    assert 0 == opened(disk)
    assert 0 == say("do", "w", "change.open", "--as", "noord").code


def again_and_once(engine: Engine, act: Callable[[], Outcome], store: Store) -> Outcome:
    """The same command sent again is done, and stands there once."""
    outcome = act()
    assert outcome.carried_out
    first, last = outcome.lines[0].event.sequence, outcome.lines[-1].event.sequence
    told = [Told("regio", "c-1", first, last, outcome.head)]
    assert () == wrongs(seen_in(store, told), told)
    assert last - first + 1 == sum(
        line.event.command == "c-1" for line in engine.room("regio").history()
    )
    return outcome


def test_a_file_that_somebody_keeps_locked_is_told_and_waited_for(tmp_path: Path) -> None:
    """The command that could not be recorded is sent again under its id, and done once."""
    store = SqliteStore(tmp_path / "s.db", wait=0.05)
    engine, room = started(store=store)

    def act() -> Outcome:
        return room.do("budget.work", case="b", actor="noord", command_id="c-1")

    with contextlib.closing(sqlite3.connect(tmp_path / "s.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as caught:
            act()
        assert "locked" == caught.value.params["what"]
        assert room.verify().whole
        other.execute("ROLLBACK")
    assert not again_and_once(engine, act, store).repeated
    store.close()


def test_a_clock_that_is_set_back_stops_nothing(tmp_path: Path) -> None:
    """A year earlier everything is recorded behind what stood there; nothing is sent twice, and
    what somebody has in hand waits until his time is up by the clock that there is."""
    office = Office(SqliteStore(tmp_path / "s.db"))
    sent, kept = office.ask(), office.ask()
    assert office.sender().send(sent) is not None
    assert office.store.lease("worker", office.now, office.now + PLAN.lease, only=kept)
    office.now -= timedelta(days=365)
    late = office.ask()
    assert [late] == [one.key for one in office.sender().due()]
    office.now = NOON + PLAN.lease
    assert [kept] == [one.key for one in office.sender().due()]
    assert dict.fromkeys((sent, kept, late), 1) == office.outside.came
    lines = list(office.store.read("regio"))
    assert list(range(1, len(lines) + 1)) == [line.event.sequence for line in lines]
    moments = [line.event.recorded for line in lines]
    assert sorted(moments) != moments
    assert () == wrongs(seen_in(office.store))
    office.store.close()


class Broken(MemoryStore):
    """A store whose disk fails, before it kept anything or after."""

    fails = ""

    def append(self, *given: object, **named: object) -> None:
        """As the weather is."""
        if self.fails == "before":
            raise StoreError("no disk", what="disk")
        super().append(*given, **named)  # type: ignore[arg-type]
        if self.fails == "after":
            raise StoreError("nobody knows", what="unknown_outcome")


@pytest.mark.parametrize("fails", ["before", "after"])
def test_a_command_that_nobody_heard_of_is_done_once(fails: str) -> None:
    """Whether it was kept or not, sending it again tells what became of it."""
    store = Broken()
    engine, room = started(store=store)
    store.fails = fails

    def act() -> Outcome:
        return room.do("budget.work", case="b", actor="noord", command_id="c-1")

    with pytest.raises(StoreError):
        act()
    store.fails = ""
    assert (fails == "after") == again_and_once(engine, act, store).repeated
