"""Writers are killed at random, hundreds of times, and what was acknowledged is always there."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = int(os.environ.get("SAMENWERK_TEST_KILLS", "200"))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kill -9 is of Unix")
def test_a_killed_writer_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    """After each kill the chain verifies, nothing acknowledged is lost and nothing is doubled."""
    program = Path(__file__).with_name("crashing.py")
    ran = subprocess.run(
        [sys.executable, program, tmp_path, str(KILLS), "2027"],
        stdout=subprocess.PIPE,
        check=True,
        timeout=600,
    )
    seen = json.loads(ran.stdout)
    assert [] == seen["found"]
    assert seen["kills"] >= KILLS
    assert seen["acknowledged"] > KILLS / 4  # on a slow disk few get far in their time
