"""A worker that is killed with -9: every letter goes out, and the record has one end of each."""

from __future__ import annotations

import multiprocessing
import random
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.engine.posting import Office
from tests.engine.posting_crash import Folder, work

from samenwerk.store.sqlite import SqliteStore

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="a process is forked and killed"),
    pytest.mark.no_cover,
]
POINTS = [
    f"{when} {what}"
    for what in ("lease", "look_up", "deliver", "append", "put_back")
    for when in ("before", "after")
]
LETTERS = 3


class Post:
    """A file with letters to send, and workers that send them."""

    def __init__(self, folder: Path, letters: int) -> None:
        self.file = folder / "samenwerk.db"
        self.folder = folder / "came"
        self.folder.mkdir()
        self.workers = 0
        office = Office(SqliteStore(self.file, durability="normal"), Folder(self.folder))
        office.now = datetime.now(UTC)
        self.keys = [office.ask() for _ in range(letters)]
        office.store.close()

    def worker(
        self, point: str = "", take: int = 1, together: Any = None
    ) -> multiprocessing.process.BaseProcess:
        """A worker of its own process, that is killed there, at that time that it comes there."""
        context = multiprocessing.get_context("fork")
        ahead = 0 if together is not None else self.workers
        given = (self.file, self.folder, point, take, ahead, together)
        process = context.Process(target=work, args=given)
        process.start()
        self.workers += 1
        return process

    def check(self, most: int | None = 1) -> None:
        """Every letter came, at most so often; the record has one end of each and is whole."""
        store = SqliteStore(self.file, create=False)
        office = Office.__new__(Office)
        office.store, office.outside = store, Folder(self.folder)
        office.now = datetime.now(UTC)
        assert dict.fromkeys(self.keys, 1) == office.ends()
        assert () == store.outbox()
        assert office.room.verify().whole
        times = office.outside.times()
        assert set(self.keys) == set(times)
        assert most is None or max(times.values()) <= most
        store.close()


@pytest.mark.parametrize("take", [1, LETTERS])
@pytest.mark.parametrize("point", POINTS)
def test_wherever_it_is_killed_nothing_is_lost(tmp_path: Path, point: str, take: int) -> None:
    """Between any two things that it does; the next worker finishes what it left."""
    post = Post(tmp_path, LETTERS)
    if "look_up" in point:
        first = post.worker("after lease", take)  # a first attempt, so that it looks
        first.join(60)
    killed = post.worker(point, 1 if "look_up" in point else take)
    killed.join(60)
    if "put_back" not in point:
        assert -9 == killed.exitcode
    last = post.worker()
    last.join(60)
    assert 0 == last.exitcode
    post.check()


def test_killed_at_random_again_and_again_under_load(tmp_path: Path) -> None:
    """Two workers at a time, each killed after a moment; what came twice came at a kill."""
    post = Post(tmp_path, 60)
    dice = random.Random(20270201)
    kills = 0
    for turn in range(12):
        # Who is held up here kills too late: of the first two one is killed at a letter anyway.
        at = () if turn else ("after deliver", 3)
        pair = [post.worker(*at) for _ in range(2)]
        time.sleep(dice.uniform(0.02, 0.25))
        for one in pair:
            one.kill()
            one.join(60)
            kills += one.exitcode == -9
    last = post.worker()
    last.join(120)
    assert 0 == last.exitcode
    post.check(most=None)
    assert kills > 0, "nobody was ever killed at work"


def test_two_workers_never_send_the_same(tmp_path: Path) -> None:
    """Side by side they share the work: each has a letter in hand before the first one comes,
    and every letter comes once."""
    post = Post(tmp_path, 60)
    together = multiprocessing.get_context("fork").Barrier(2)
    pair = [post.worker(together=together) for _ in range(2)]
    for one in pair:
        one.join(120)
    assert [0, 0] == [one.exitcode for one in pair]
    post.check()
    by = {path.name.rpartition(".")[2] for path in post.folder.iterdir()}
    assert 2 == len(by), "one worker did it all"
