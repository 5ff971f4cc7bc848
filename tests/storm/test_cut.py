"""A connection that is cut in the middle of anything, and a server that stops and comes back."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests import postgres
from tests.handmade import NOON, started
from tests.storm.checker import Told, seen_in, wrongs
from tests.storm.proxy import Proxy

from samenwerk import Engine, Plugins
from samenwerk.store.contract import Store
from samenwerk.values.errors import StoreError

STORM = int(os.environ.get("SAMENWERK_STORM", "1"))
pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="sockets are files of Unix"),
]  # fmt: skip


@pytest.fixture
def home() -> Iterator[str]:
    """The name of a tenant of the shared server that nobody has yet."""
    postgres.needed()
    with postgres.tenant() as name:
        yield name


def opened(address: str, tenant: str, wait: float = 5.0) -> Store:
    """The store of a tenant, over one connection at a time."""
    from samenwerk.store.postgres import PostgresStore

    return PostgresStore(address, tenant=tenant, wait=wait, connections=1)


@pytest.fixture
def proxy(home: str, tmp_path: Path) -> Iterator[Proxy]:
    """A way to the server that can be cut."""
    from psycopg.conninfo import conninfo_to_dict

    told = conninfo_to_dict(postgres.address())
    real = Path(str(told.get("host"))) / f".s.PGSQL.{told.get('port') or 5432}"
    if not real.exists():
        pytest.skip("the server has no socket that is a file")
    one = Proxy(real, tmp_path)
    yield one
    one.close()


def through(proxy: Proxy) -> str:
    """The address of the server through the proxy."""
    from psycopg.conninfo import conninfo_to_dict

    known = {**conninfo_to_dict(postgres.address()), "host": str(proxy.path.parent)}
    database = known.pop("dbname", "postgres")
    return f"postgresql:///{database}?" + "&".join(f"{name}={one}" for name, one in known.items())


def test_a_connection_cut_in_the_middle_of_a_commit_loses_and_doubles_nothing(
    home: str, proxy: Proxy
) -> None:
    """At many places on the way there and back: an error says whether it is known that nothing was
    recorded, and the same command sent again tells what became of it, once."""
    store = opened(through(proxy), home)
    engine, room = started(store=store)

    def measured(id: str) -> dict[str, int]:
        proxy.cut("to", 1 << 30)
        room.do("budget.work", case="b", actor="noord", command_id=id)
        return dict(proxy.passed)

    told: list[Told] = []

    def cut(id: str, way: str, after: int) -> tuple[str, bool]:
        """What is said when it is cut there, and whether it turns out to have been done."""
        said = ""
        proxy.cut(way, after)
        with contextlib.suppress(StoreError):
            try:
                room.do("budget.work", case="b", actor="noord", command_id=id)
            except StoreError as error:
                said = str(error.params["what"])
                raise
        proxy.mend()
        outcome = room.do("budget.work", case="b", actor="noord", command_id=id)
        lines = [line.event.sequence for line in outcome.lines]
        told.append(Told("regio", id, lines[0], lines[-1], outcome.head))
        return said, outcome.repeated

    sizes, steps = measured("whole"), 12 * STORM
    assert min(sizes.values()) > 100
    places = [(way, sizes[way] * step // steps) for step in range(steps) for way in ("to", "back")]
    found = {cut(f"c-{number:03}", *place) for number, place in enumerate(places)}
    # Where a cut falls between the request and the commit is a race; in the last bytes of the
    # answer there is none: the server has committed before it says so. A command has a size of
    # its own once the server knows every statement.
    back = [measured(f"m-{number:03}")["back"] for number in range(6)]
    assert 1 == len(set(back[-3:]))
    assert ("unknown_outcome", True) == cut("c-999", "back", back[-1] - 9)
    assert {("cut_off", False), ("unknown_outcome", False)} <= found
    assert found <= {("cut_off", False), ("unknown_outcome", False), ("unknown_outcome", True),
                     ("", True)}  # fmt: skip
    assert () == wrongs(seen_in(store, told), told)
    engine.close()


def found_again(look: Callable[[], str], seconds: float = 60) -> str:
    """What is seen once the server is found again: a store that waits for a second at most may
    have to look more than once on a busy machine."""
    end = time.monotonic() + seconds
    while True:
        try:
            return look()
        except StoreError:
            assert time.monotonic() < end, "it was not found again"


def test_a_server_that_stopped_is_told_and_found_again() -> None:
    """While it is away every act ends in an error that says so; what it kept is there when it is
    back, and the same store goes on."""
    postgres.needed()
    server = postgres.Server()
    store = opened(server.address, "samenwerk", wait=1.0)
    engine, room = started(store=store)
    done = room.do("budget.work", case="b", actor="noord", command_id="before")
    server.kill()
    away = Engine(store, plugins=Plugins.of(), clock=lambda: NOON)
    for _ in range(2):
        with pytest.raises(StoreError) as caught:
            away.room("regio").do("budget.work", case="b", actor="noord", command_id="during")
        assert caught.value.params["what"] in ("cut_off", "unreachable", "busy")
    server.start()
    assert done.head == found_again(lambda: room.collaboration.head)
    again = room.do("budget.work", case="b", actor="noord", command_id="during")
    assert (True, False) == (again.carried_out, again.repeated)
    assert () == wrongs(seen_in(store))
    engine.close()
    server.remove()
