"""Clients and workers are killed at random under load, and nothing that was told is lost.

`SAMENWERK_STORM=100` makes a storm a hundred times as long.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests import postgres

STORM = int(os.environ.get("SAMENWERK_STORM", "1"))
ROOT = Path(__file__).resolve().parents[2]
pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="kill -9 is of Unix"),
]


def stormed(folder: Path, kills: int, *more: str) -> dict[str, Any]:
    """What came of so many kills."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.storm.crashing", folder, str(kills), "2027", *more],
        stdout=subprocess.PIPE,
        check=True,
        timeout=600 * STORM,
        cwd=ROOT,
    )
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def test_nothing_is_lost_when_clients_and_workers_are_killed_under_load(tmp_path: Path) -> None:
    """Each kill falls somewhere in the work of one, while the others go on; a successor begins at
    once. The checker finds nothing, and when calm returns every effect gets its one end."""
    kills = 80 * STORM
    seen = stormed(tmp_path, kills)
    assert [] == seen["found"]
    assert seen["kills"] >= kills
    assert seen["told"] > kills
    assert seen["letters"] > kills / 2


def test_nothing_is_lost_when_the_server_is_killed_too(tmp_path: Path) -> None:
    """Clients and workers on PostgreSQL: what the server acknowledged it has when it is back, and
    what nobody heard of is done once by whoever sends it again."""
    postgres.needed()
    kills = 10 * STORM
    seen = stormed(tmp_path, kills, "postgres")
    assert [] == seen["found"]
    assert seen["kills"] >= kills
    assert seen["server_kills"] > 0
    assert seen["told"] > kills
