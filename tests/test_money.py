"""Calculations, pools, queues and windows with exceptions: a workflow whose stories are played."""

from __future__ import annotations

from pathlib import Path

from samenwerk.scenarios.folder import read_folder, set_for
from samenwerk.scenarios.play import Player

HERE = Path(__file__).parent / "stories" / "money"


def test_every_story_goes_as_it_says() -> None:
    """Read without faults, and each act has the outcome that stands under it."""
    folder = read_folder(HERE / "workflow.toml")
    workflow = folder.workflow
    assert ((), True) == (folder.diagnostics, workflow is not None)
    assert workflow is not None
    player = Player(
        workflow, folder.scenarios, folder.registers,
        workflow_with=lambda scenario: set_for(workflow, scenario),
    )  # fmt: skip
    played = {one.scenario.name: one.passed for one in player.play_all()}
    assert dict.fromkeys(played, True) == played
    assert len(played) == len(folder.scenarios) > 3
