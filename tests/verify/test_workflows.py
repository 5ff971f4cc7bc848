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
    ("workflows/landelijk", "everything_can_end"),
    ("workflows/vv-tafel", "no_change_by_the_proposer_alone"),
    ("workflows/zorgnetwerk-stichting", "structure_since_ready"),
}
"""What is not decided yet."""


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_workflow_keeps_its_invariants(folder: str) -> None:
    """Its own and those it inherits: proved, or known not to be decided.

    Of every state something is asked (`always`) of the base only: that takes long.
    """
    workflow = check(ROOT / folder / "workflow.toml").workflow
    assert workflow is not None
    running = made_ready(workflow, installed)
    found = {
        (folder, name): answered(running, one, Asked()).verdict
        for name, one in workflow.invariants.items()
        if one.always is None or folder == "workflows/landelijk"
    }  # fmt: skip
    assert [] == [key for key, verdict in found.items() if verdict == BROKEN]
    assert {key for key in OPEN if key[0] == folder} == {
        key for key, verdict in found.items() if verdict == NOT_DECIDED
    }
