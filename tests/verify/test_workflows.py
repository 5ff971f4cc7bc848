"""Every workflow of ours keeps what it says is never allowed, as far as that can be decided."""

from pathlib import Path

import pytest

from samenwerk.engine.shelf import made_ready
from samenwerk.front import check
from samenwerk.hooks.installed import installed
from samenwerk.verify.answers import BROKEN, NOT_DECIDED
from samenwerk.verify.asking import Asked, answered

ROOT = Path(__file__).parents[2]
FOLDERS = sorted(
    path.parent.relative_to(ROOT).as_posix()
    for where in ("examples", "workflows") for path in (ROOT / where).glob("*/workflow.toml")
)  # fmt: skip
OPEN = {
    ("workflows/nza-experiment", "never_beyond_legal_max"),
    ("workflows/triageteam", "people_while_running"),
}
"""What is not decided: a path on paper of which no story could be played."""
LONG = {("workflows/heerenveen", "aims_kept")}
"""What takes minutes."""


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_workflow_keeps_its_own_invariants(folder: str) -> None:
    """Those it wrote itself, about states and steps: proved, or known not to be decided."""
    reading = check(ROOT / folder / "workflow.toml")
    assert reading.workflow is not None
    written = reading.own.get("invariant")
    running = made_ready(reading.workflow, installed)
    found = {
        (folder, name): answered(running, one, Asked()).verdict
        for name, one in reading.workflow.invariants.items()
        if written is not None and name in written.table
        and one.always is None and (folder, name) not in LONG
    }  # fmt: skip
    assert [] == [key for key, verdict in found.items() if verdict == BROKEN]
    assert {key for key in OPEN if key[0] == folder} == {
        key for key, verdict in found.items() if verdict == NOT_DECIDED
    }
