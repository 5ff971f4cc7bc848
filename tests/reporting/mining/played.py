"""Stories of the house, played and kept, for tests of what other tools make of their record."""

import functools

from samenwerk import Room
from samenwerk.packaged import find_workflow
from samenwerk.scenarios.folder import read_folder, set_for
from samenwerk.scenarios.keep import keep
from samenwerk.scenarios.play import Player
from samenwerk.store.memory import MemoryStore

STORIES = (
    ("achterhoek-2030", "twee_jaar"),
    ("dienstrooster-achterhoek", "in_twee_groepen"),
    ("dienstrooster-achterhoek", "weer_samen"),
    ("transformatieplan", "ingediend"),
    ("overgenomen-project", "gebleven"),
)
"""A region over two years, a case that is split, cases that come together, money, and a refusal."""


@functools.cache
def played(workflow: str, story: str) -> Room:
    """The room in which a story was played; read it only, for it is kept for others."""
    file = find_workflow(workflow)
    assert file is not None
    folder = read_folder(file)
    known = folder.workflow
    assert known is not None
    player = Player(known, folder.scenarios, folder.registers,
                    workflow_with=lambda scenario: set_for(known, scenario))  # fmt: skip
    return keep(player.line(story), MemoryStore(), "k")
