"""The examples that come with samenwerk: without faults, and every story goes as it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from samenwerk.scenarios.folder import read_folder, set_for
from samenwerk.scenarios.play import Player

EXAMPLES = Path(__file__).parents[1] / "examples"
FOLDERS = sorted(
    path.parent.relative_to(EXAMPLES).as_posix() for path in EXAMPLES.glob("**/workflow.toml")
)


@pytest.mark.parametrize("name", FOLDERS)
def test_an_example_goes_as_it_says(name: str) -> None:
    """Whoever copies it begins with something that works."""
    folder = read_folder(EXAMPLES / name / "workflow.toml")
    workflow = folder.workflow
    assert () == folder.diagnostics
    assert workflow is not None

    player = Player(
        workflow, folder.scenarios, folder.registers,
        workflow_with=lambda scenario: set_for(workflow, scenario),
    )  # fmt: skip
    assert [] == [one.scenario.name for one in player.play_all() if not one.passed]
