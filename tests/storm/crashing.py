"""A program of its own: clients and workers under load, of which one after another is killed.

Run as `python -m tests.storm.crashing FOLDER KILLS SEED [postgres]`; prints one JSON object. It
stands apart from pytest so that it can fork without threads or open files of others being around.
With `postgres` it starts a server of its own, which is killed like the rest. What it looks for when
the dust has settled is `checker`.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Literal

from tests.engine.posting import TEXT, Outside
from tests.postgres import Server
from tests.storm.checker import Teller, Told, seen_in, told_in, wrongs

from samenwerk import Delivered, Engine, Party, Plugins, Sending, open_store
from samenwerk.core.retrying import Plan
from samenwerk.definitions.read import read_text
from samenwerk.store.contract import Store
from samenwerk.store.sqlite import SqliteStore
from samenwerk.values.errors import StoreError

PLAN = Plan(first=timedelta(milliseconds=20), factor=2, ceiling=timedelta(milliseconds=200),
            attempts=50, lease=timedelta(milliseconds=400))  # fmt: skip
PLACES = ("oost", "west", "noord")
ROUND = 40
LONGEST = 0.03
SERVER = 0.06
"""How often the server is killed, where there is one, beside one of the others."""
STUCK = 120.0
"""When nobody has heard an answer for so many seconds, they do not get on any more."""
WORKFLOW = read_text(TEXT).workflow
Open = Callable[[], Store]


class Letterbox(Outside):
    """An outside that outlives whoever uses it: a file with a line for each letter that came."""

    def __init__(self, path: Path, chance: random.Random) -> None:
        super().__init__()
        self.path = path
        self.chance = chance
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def deliver(self, sending: Sending) -> Delivered:
        """One line more, unless the post is out of order."""
        if self.chance.random() < 0.1:
            raise OSError("out of order")
        os.write(self._file, f"{sending.key}\n".encode())
        if self.chance.random() < 0.1:
            raise OSError("came, but nobody said so")
        return Delivered({"number": 7})

    def look_up(self, sending: Sending) -> Delivered | None:
        """Whether it came."""
        return Delivered({"number": 7}) if sending.key in self.times() else None

    def times(self) -> Counter[str]:
        """How often each letter came."""
        return Counter(self.path.read_text().split())


def engine_on(store: Store, folder: Path, seed: object) -> Engine:
    """An engine whose letters go to the box of this folder."""
    box = Letterbox(folder / "came", random.Random(f"{seed}"))
    assert WORKFLOW is not None
    return Engine(store, plugins=Plugins.of(office=box), known=[WORKFLOW])


def begin(open_it: Open, folder: Path) -> None:
    """The collaborations, with the one party that acts in them."""
    with engine_on(open_it(), folder, 0) as engine:
        assert WORKFLOW is not None
        for place in PLACES:
            engine.start(WORKFLOW, place).enrol(parties=[Party("p", "office")])


def be_client(open_it: Open, folder: Path, name: str, seed: int) -> None:
    """Act for ever, and write down each answer before the next act.

    What the one before did not hear of is sent again under the same id, and now and then an id
    that every client uses.
    """
    chance = random.Random(f"{name}/{seed}")
    file = folder / f"told-{name}"
    there = {one.command for one in told_in([file])} if file.exists() else set()
    number, teller = 0, Teller(file)
    while f"{name}-{number}" in there:
        number += 1
    engine: Engine | None = None
    first = True
    while True:
        if engine is None:
            with contextlib.suppress(StoreError):
                engine = engine_on(open_it(), folder, seed)
            time.sleep(0.005)
            continue
        shared = chance.random() < 0.2
        id = f"all-{chance.randrange(200)}" if shared else f"{name}-{number}"
        place = PLACES[sum(id.encode()) % len(PLACES)]
        called = time.monotonic_ns()
        try:
            done = engine.room(place).do("grant.give", case=id, actor="p", command_id=id)
        except StoreError:
            with contextlib.suppress(StoreError):
                engine.close()
            engine, first = None, True
            continue
        lines = [line.event.sequence for line in done.lines]
        # What was done before may have been asked by somebody who never heard of it.
        since = 0 if first or done.repeated else called
        teller.tell(Told(place, id, lines[0], lines[-1], done.head, since, time.monotonic_ns()))
        if not shared:
            number, first = number + 1, False


def be_worker(open_it: Open, folder: Path, name: str, seed: int) -> None:
    """Send whatever is due, for ever."""
    while True:
        with contextlib.suppress(StoreError):
            engine = engine_on(open_it(), folder, seed)
            sender = engine.sender(plan=PLAN, owner=f"{name}/{seed}")
            sender.restore()
            while True:
                if sender.send() is None:
                    time.sleep(0.005)
        time.sleep(0.02)


def finish(open_it: Open, folder: Path) -> list[str]:
    """When nobody is killed any more, everything gets its end; what does not is told."""
    store, late = open_it(), datetime.now(UTC) + timedelta(hours=1)
    box = Letterbox(folder / "came", random.Random(0))
    box.chance.random = lambda: 1.0  # type: ignore[method-assign]  # the post works now
    engine = Engine(store, plugins=Plugins.of(office=box), clock=lambda: late)
    sender = engine.sender(plan=PLAN)
    sender.restore()
    while sender.send() is not None:
        pass
    found = [f"still waits: {one}" for one in store.outbox()]
    for place in PLACES:
        for line in store.read(place):
            key = getattr(line.event.what, "key", None)
            if type(line.event.what).__name__ == "EffectDone" and key not in box.times():
                found.append(f"said to have come, and did not: {key}")
    engine.close()
    return found


def check(open_it: Open, folder: Path) -> tuple[list[str], int, int]:
    """What is wrong, how many were told something, and how many letters there are."""
    told = told_in(folder.glob("told-*"))
    store = open_it()
    seen = seen_in(store, told)
    store.close()
    return [str(one) for one in wrongs(seen, told)], len(told), sum(map(len, seen.kept.values()))


class Crowd:
    """Clients and workers, each in a process; whoever is killed gets a successor at once."""

    def __init__(self, open_it: Open, folder: Path, clients: int, workers: int, seed: int,
                 server: Server | None = None) -> None:  # fmt: skip
        self.open_it, self.folder, self.server = open_it, folder, server
        self.server_kills = 0
        self.chance = random.Random(seed)
        self.found: list[str] = []
        self.kills = 0
        self.living: dict[str, int] = {}
        for number in range(clients):
            self.start(f"client{number}")
        for number in range(workers):
            self.start(f"worker{number}")

    def start(self, name: str) -> None:
        """One more process, in the place of this name."""
        seed = self.chance.randrange(1 << 30)
        child = os.fork()
        if child == 0:
            try:
                be = be_client if name.startswith("client") else be_worker
                be(self.open_it, self.folder, name, seed)
            except BaseException as error:
                print(f"{name} ended by itself: {error!r}", file=sys.stderr)
            finally:
                os._exit(1)
        self.living[name] = child

    def kill(self, name: str, again: bool = True) -> None:
        """End one with -9, wherever it is; with `again` it gets a successor."""
        child = self.living.pop(name)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
            self.found.append(f"{name} ended before it was killed")
        self.kills += 1
        if again:
            self.start(name)

    def hear(self, answers: int) -> None:
        """Go on when so many answers were written down."""
        until = time.monotonic() + STUCK
        while len(told_in(self.folder.glob("told-*"))) < answers:
            if time.monotonic() > until:
                self.found.append(f"nobody heard a {answers}th answer in {STUCK} seconds")
                return
            time.sleep(0.005)

    def storm(self, kills: int) -> None:
        """So many kills, one at a time while the others go on; at last all of them.

        On a slow machine they wait for those who work: there are more answers than kills.
        """
        for number in range(kills):
            self.hear(number)
            time.sleep(self.chance.random() ** 2 * LONGEST)
            turn = number == kills // 2 or self.chance.random() < SERVER
            if self.server is not None and turn:
                self.server.kill()
                self.server_kills += 1
                self.server.start()
                time.sleep(self.chance.random())
            self.kill(self.chance.choice(sorted(self.living)))
        self.hear(kills + 1)
        for name in sorted(self.living):
            self.kill(name, again=False)


def stores(folder: Path, server: Server | None) -> Iterator[tuple[Path, Open]]:
    """Fresh stores in turn: files, or tenants of a server."""
    for number in itertools.count():
        here = folder / str(number)
        here.mkdir(parents=True)
        durability: Literal["full", "normal"] = "normal" if number % 4 else "full"
        if server is None:
            yield here, partial(SqliteStore, here / "samenwerk.db", durability=durability, wait=30)
        else:
            yield here, partial(open_store, server.address, tenant=f"storm{number}")


def main(folder: Path, kills: int, seed: int, server: Server | None = None) -> None:
    """So many kills in all, over fresh stores in turn."""
    seen: Counter[str] = Counter()
    found: list[str] = []
    for number, (here, open_it) in enumerate(stores(folder, server)):
        if found or seen["kills"] >= kills:
            break
        begin(open_it, here)
        crowd = Crowd(open_it, here, clients=3, workers=2, seed=seed + number, server=server)
        crowd.storm(min(ROUND, kills))
        wrong, told, commands = check(open_it, here)
        found += [*crowd.found, *wrong, *finish(open_it, here), *check(open_it, here)[0]]
        times = Letterbox(here / "came", random.Random(0)).times()
        seen.update(kills=crowd.kills, server_kills=crowd.server_kills, told=told,
                    commands=commands, letters=len(times),
                    letters_twice=sum(count > 1 for count in times.values()))  # fmt: skip
    print(json.dumps({**seen, "found": found}))


if __name__ == "__main__":
    own = Server() if sys.argv[4:] == ["postgres"] else None
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), own)
