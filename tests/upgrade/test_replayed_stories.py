"""Every story of some real workflows, replayed under its own text: nothing goes otherwise."""

from pathlib import Path

import pytest

from samenwerk import MemoryStore
from samenwerk.scenarios.folder import read_folder, set_for
from samenwerk.scenarios.keep import keep
from samenwerk.scenarios.play import Player
from samenwerk.upgrade.replaying import replayed

WORKFLOWS = Path(__file__).parents[2] / "workflows"


@pytest.mark.parametrize("name", ["regioplan", "triageteam", "zorgnetwerk-stichting"])
def test_each_story_goes_just_as_it_went(name: str) -> None:
    """Steps by themselves, splits, money, positions and documents are judged again alike."""
    folder = read_folder(WORKFLOWS / name / "workflow.toml")
    workflow = folder.workflow
    assert workflow is not None
    player = Player(
        workflow, folder.scenarios, folder.registers,
        workflow_with=lambda scenario: set_for(workflow, scenario),
    )  # fmt: skip
    acts = 0
    for scenario in folder.scenarios:
        room = keep(player.line(scenario.name), MemoryStore(), name)
        found = replayed(name, list(room.history()), room.workflow)
        assert [] == [(one.kind, one.event) for one in found.otherwise if one.kind != "late"]
        acts += found.acts
    assert acts > 100
