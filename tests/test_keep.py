"""Keeping a played story: the store has what the story came to."""

import pytest

from samenwerk.packaged import find_workflow
from samenwerk.scenarios.folder import read_folder, set_for
from samenwerk.scenarios.keep import keep
from samenwerk.scenarios.play import Player
from samenwerk.store.memory import MemoryStore

FILE = find_workflow("dienstrooster-achterhoek")
assert FILE is not None
FOLDER = read_folder(FILE)


@pytest.mark.parametrize("name", [one.name for one in FOLDER.scenarios])
def test_the_record_tells_what_the_story_told(name: str) -> None:
    """Every case, split, merged, paused or stopped by itself, stands as the story left it."""
    workflow = FOLDER.workflow
    assert workflow is not None
    player = Player(workflow, FOLDER.scenarios, FOLDER.registers,
                    workflow_with=lambda scenario: set_for(workflow, scenario))  # fmt: skip
    line = player.line(name)
    end = line[-1].end
    assert end is not None
    kept = keep(line, MemoryStore(), "k").collaboration
    assert {
        one.id: (one.state, one.entered, one.clocks, one.roles, one.parent, one.steps)
        for one in end.known.cases.values()
    } == {
        one.id: (one.state, one.entered, one.clocks, one.roles, one.parent, one.steps)
        for one in kept.cases.values()
    }  # fmt: skip
    assert (end.known.sequence, True) == (kept.sequence, kept.rehearsal)
