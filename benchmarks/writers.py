"""A program of its own: so many writers for so many seconds, and how many commands they got in.

Run as `python -m benchmarks.writers WRITERS COLLABORATIONS SECONDS STORE [TENANT]`; STORE is a file
or the address of a PostgreSQL server. Each writer is a process; whoever comes second looks again.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from tests.storm.many import lines_of

from samenwerk.store.contract import Kept, Store
from samenwerk.store.sqlite import SqliteStore
from samenwerk.values.errors import Conflict


def opened(where: str, tenant: str) -> Store:
    """The store, safe against a power cut."""
    if "://" not in where:
        return SqliteStore(Path(where), wait=60)
    from samenwerk.store.postgres import PostgresStore

    return PostgresStore(where, tenant=tenant, connections=1, wait=60)


def write(store: Store, writer: int, collaborations: int, seconds: float) -> tuple[int, int]:
    """Commands of one line, one after another; how many there were, and how often it was second."""
    until, done, second = time.monotonic() + seconds, 0, 0
    while time.monotonic() < until:
        place = f"place{(writer + done) % collaborations}"
        tip = store.tip(place) or (0, "")
        (line,) = lines_of(place, tip, f"{writer}-{done}", 1)
        kept = Kept(f"{writer}-{done}", "x", "allowed", tip[0] + 1, tip[0] + 1, line.hash)
        try:
            store.append(place, tip[0], [line], (), kept)
            done += 1
        except Conflict:
            second += 1
    return done, second


def main(writers: int, collaborations: int, seconds: float, where: str, tenant: str) -> None:
    """Prints how many commands there were in a second, and how often somebody came second."""
    opened(where, tenant).close()
    start, go = os.pipe()
    told, tell = os.pipe()
    children = []
    for writer in range(writers):
        child = os.fork()
        if child == 0:
            try:
                store = opened(where, tenant)
                store.tip("place0")
                os.write(tell, b"0 0\n")
                os.read(start, 1)
                os.write(tell, b"%d %d\n" % write(store, writer, collaborations, seconds))
            finally:
                os._exit(0)
        children.append(child)
    ready = b""
    while ready.count(b"\n") < writers:
        ready += os.read(told, 1 << 16)
    os.write(go, b"g" * writers)
    os.close(tell)
    heard = ready
    while part := os.read(told, 1 << 16):
        heard += part
    for child in children:
        os.waitpid(child, 0)
    counts = [tuple(map(int, line.split())) for line in heard.decode().splitlines()]
    print(sum(one for one, _ in counts) / seconds, sum(two for _, two in counts))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), sys.argv[4],
         sys.argv[5] if len(sys.argv) > 5 else "samenwerk")  # fmt: skip
