"""How fast the stories of all workflows of the house are played, as `samenwerk test` plays them.

Reading the files is timed apart: it happens once, however often the stories are played.
"""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.turns import Taken, take_turns
from samenwerk.packaged import find_workflow, workflow_names
from samenwerk.scenarios.folder import Folder, read_folder
from samenwerk.scenarios.noticing import noticed
from samenwerk.scenarios.play import Player
from samenwerk.scenarios.sites import doers, sites, stands_in

ROUNDS = 15
WEAKENED = ("achterhoek-2030", "regioplan", "landelijk")
ACTS_A_SECOND = 2000


def folders() -> list[Folder]:
    """All workflows of the house with their stories."""
    paths = [find_workflow(name) for name in workflow_names()]
    return [read_folder(path) for path in paths if path is not None]


def played(read: list[Folder]) -> int:
    """Play every story; says how many acts that were."""
    acts = 0
    for folder in read:
        assert folder.workflow is not None
        variants = folder.variants
        player = Player(
            folder.workflow, folder.scenarios, folder.registers,
            workflow_with=lambda scenario, variants=variants: variants[scenario.name],
        )  # fmt: skip
        for one in player.play_all():
            assert one.passed, one.scenario.name
            acts += len(one.acts)
    return acts


def test_stories(note: Callable[..., None], repeat: Callable[..., None]) -> None:
    """The goal is so many acts a second, over all workflows together."""
    read = folders()
    acts = played(read)
    taken = take_turns({"play": lambda: played(read), "read": folders}, ROUNDS)
    each = Taken(tuple(seconds / acts for seconds in taken["play"].rounds))
    note(f"an act of a story, over all {acts} acts of the house", each, goal=1 / ACTS_A_SECOND)
    note("reading and checking all workflows, registers and stories", taken["read"])
    repeat(lambda: played(read), 3)


def weakened(folder: Folder) -> int:
    """Weaken every guard of a workflow and play what it touches; says how many that were."""
    workflow, variants = folder.workflow, folder.variants
    assert workflow is not None
    player = Player(workflow, folder.scenarios, folder.registers,
                    workflow_with=lambda scenario: variants[scenario.name])  # fmt: skip
    guards = (*sites(workflow, folder.reading), *doers(workflow, folder.reading))
    own = [one for one in guards if stands_in(one.place, folder.path.parent)]
    return noticed(workflow, own, tuple(player.play_all())).tried


def test_mutations(note: Callable[..., None], repeat: Callable[..., None]) -> None:
    """Whether stories notice weaker guards, with the playing itself: a region, and the base."""
    read = {one.path.parent.name: one for one in folders()}
    for name in WEAKENED:
        tried = weakened(read[name])
        taken = take_turns({name: lambda name=name: weakened(read[name])}, 2)  # type: ignore[misc]
        note(f"every guard of {name} weakened, {tried} times", taken[name])
    repeat(lambda: weakened(read[WEAKENED[0]]), 3)
