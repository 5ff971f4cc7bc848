"""A page of a case with 1,000 events, from the request to the last byte, as a server makes it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.precondition import CASE, _founding, compiled, do
from benchmarks.test_reading import lived, on_file
from benchmarks.turns import take_turns
from samenwerk.core.compiled import Compiled
from samenwerk.engine import Engine

EVENTS = 1_000
GOAL = 0.05


@pytest.fixture(scope="module")
def ready() -> Compiled:
    """The definition, compiled once."""
    return compiled()


def test_pages(
    ready: Compiled, tmp_path: Path, note: Callable[..., None], repeat: Callable[..., None]
) -> None:
    """Each page of it, every time anew: nothing of a page is kept."""
    httpx = pytest.importorskip("httpx", reason="httpx is not installed")
    pytest.importorskip("starlette", reason="starlette is not installed")
    from benchmarks.precondition import MET
    from samenwerk.web import pages

    begun = [*_founding(ready, MET), do("open", "propose")]
    again = [do(f"again-{number}", "correct") for number in range(EVENTS - len(begun))]
    store = on_file(tmp_path / "pages.db", lived(ready, [*begun, *again]))
    (id,) = store.collaborations()
    engine = Engine(store, known=[ready.workflow])
    reader = engine.room(id).collaboration.register.parties[0].id
    apps = {None: pages(engine), reader: pages(engine, reader=lambda request: reader)}
    loop = asyncio.new_event_loop()
    clients = {
        who: httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost")
        for who, app in apps.items()
    }

    def look(page: str, who: str | None = None) -> Callable[[], object]:
        def asked() -> int:
            answer = loop.run_until_complete(clients[who].get(f"/{page}"))
            assert 200 == answer.status_code, answer.text
            return len(answer.content)

        return asked

    calls = {
        "a case": look(f"case?in={id}&case={CASE}"),
        "a case as one party sees it": look(f"case?in={id}&case={CASE}", reader),
        "how it stands": look(f"standing?in={id}"),
        "50 lines of the record": look(f"record?in={id}"),
        "what if": look(f"try?in={id}&case={CASE}&act=do:change.correct&actor=chair&try=1"),
    }
    try:
        for call in calls.values():
            call()
        taken = take_turns(calls)
        for name in calls:
            note(f"page: {name}, of {EVENTS:,} events", taken[name], goal=GOAL)
        repeat(calls["a case"], 20)
    finally:
        for client in clients.values():
            loop.run_until_complete(client.aclose())
        loop.close()
        store.close()
