"""Thirty-two writers in eight processes: what they heard could have been heard one after another.

`SAMENWERK_STORM=100` has each of them do a hundred times as much.
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
from tests.storm.many import PLACES, judged

from samenwerk.store.contract import Store
from samenwerk.store.sqlite import SqliteStore

STORM = int(os.environ.get("SAMENWERK_STORM", "1"))
ROOT = Path(__file__).resolve().parents[2]
PROCESSES, THREADS = 8, 4
pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked"),
]


def raced(folder: Path, what: str, each: int, collaborations: int, *home: str) -> dict[str, Any]:
    """What came of a race of all of them."""
    told = map(str, (PROCESSES, THREADS, each, collaborations))
    ran = subprocess.run(
        [sys.executable, "-m", "tests.storm.many", folder, what, *told, *home],
        stdout=subprocess.PIPE, check=True, timeout=120 * STORM, cwd=ROOT,
    )  # fmt: skip
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


@pytest.mark.parametrize("collaborations", [1, 16])
def test_writers_of_rows_get_answers_of_one_writer(tmp_path: Path, collaborations: int) -> None:
    """Every look and every append, on one collaboration and on many; nothing is lost."""
    each = 3 * STORM
    seen = raced(tmp_path, "rows", each, collaborations)
    assert [] == seen["found"]
    assert PROCESSES * THREADS * each == seen["done"]
    assert seen["refused"] >= PROCESSES * THREADS - collaborations


@pytest.mark.parametrize(("what", "collaborations"), [("rows", 16), ("places", 1)])
def test_writers_at_a_server_get_answers_of_one_writer(
    tmp_path: Path, what: str, collaborations: int
) -> None:
    """The same on PostgreSQL."""
    address = postgres.address()
    with postgres.tenant() as name:
        seen = raced(tmp_path, what, STORM, collaborations, address, name)
    assert [] == seen["found"]
    least = {"rows": PROCESSES * THREADS - collaborations, "places": PROCESSES * THREADS - PLACES}
    assert (True, True) == (seen["done"] > 0, seen["refused"] >= least[what])


def test_a_rule_that_looks_across_cases_gives_no_place_twice(tmp_path: Path) -> None:
    """Thirty-two reach for three seats, through engines; each sees what one alone would see."""
    seen = raced(tmp_path, "places", 2 * STORM, 1)
    assert [] == seen["found"]
    assert seen["refused"] >= PROCESSES * THREADS - PLACES


def test_an_answer_that_was_out_of_date_is_found(tmp_path: Path) -> None:
    """The same race, with one look changed to what another saw long before."""
    assert [] == raced(tmp_path, "rows", 1, 1)["found"]

    def open_it() -> Store:
        return SqliteStore(tmp_path / "s.db", create=False)

    path = max(tmp_path.glob("calls-*.json"), key=lambda one: len(one.read_text()))
    heard = json.loads(path.read_text())
    last = max((one for one in heard["calls"] if one[3] == "tip"), key=lambda one: one[1])
    assert last[4] != [0, ""]
    last[4] = [0, ""]
    path.write_text(json.dumps(heard))
    found = judged(tmp_path, "rows", ["place0"], PROCESSES, open_it)["found"]
    assert ["place0: no order of one writer gives these answers"] == found
