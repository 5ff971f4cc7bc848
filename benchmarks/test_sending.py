"""How many effects a second go through a worker: taken, handed to a plugin, and recorded.

On one SQLite file, with what is durable there: two writes that are synced for each effect. The
plugin itself does nothing, and is asked in this process.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.engine.posting import Office

from samenwerk.store.sqlite import SqliteStore

EFFECTS = 150


@pytest.mark.parametrize("durability", ["full", "normal"])
def test_effects_through_a_worker(benchmark: Any, tmp_path: Path, durability: Any) -> None:
    """All of them, one after another; `extra_info` says how many that is in a second."""
    office = Office(SqliteStore(tmp_path / "s.db", durability=durability))
    office.room.do("grant.give", case="h", actor="p")
    keys = [office.ask() for _ in range(EFFECTS)]

    def work() -> int:
        return sum(one.how == "delivered" for one in office.sender().due())

    sent = benchmark.pedantic(work, rounds=1)
    assert EFFECTS + 1 == sent
    assert set(keys) <= set(office.outside.came)
    seconds = benchmark.stats.stats.total
    benchmark.extra_info["per second"] = round(sent / seconds, 1)
    print(f"{durability}: {sent / seconds:.0f} effects a second")
