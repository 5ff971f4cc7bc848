"""Processes that move a collaboration are killed at random: it is moved whole, or not at all."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = int(os.environ.get("SAMENWERK_TEST_KILLS", "200")) // 5


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kill -9 is of Unix")
def test_a_kill_in_mid_move_leaves_nothing_half_moved(tmp_path: Path) -> None:
    """After each kill all cases stand under one text, and nothing acknowledged is lost."""
    program = Path(__file__).with_name("moving_crash.py")
    ran = subprocess.run(
        [sys.executable, program, tmp_path, str(KILLS), "2027"],
        stdout=subprocess.PIPE,
        check=True,
        timeout=300,
    )
    seen = json.loads(ran.stdout)
    assert [] == seen["found"]
    assert (True, True) == (seen["kills"] >= KILLS, seen["acknowledged"] > 0)
