"""What is seen at a glance is what is found when everything that is needed is worked out."""

import pytest
from tests.handmade import started, workflow

from samenwerk.hooks.whole import Whole
from samenwerk.packaged import find_workflow
from samenwerk.scenarios.folder import read_folder
from samenwerk.scenarios.keep import keep
from samenwerk.scenarios.play import Player
from samenwerk.store.memory import MemoryStore
from samenwerk.values.errors import UnknownName
from samenwerk.values.obligation import Obligation

pytestmark = [pytest.mark.no_cover]


def kept(name: str, story: str) -> Whole:
    """A story of a workflow of the house, as it stands at its end."""
    path = find_workflow(name)
    assert path is not None
    folder = read_folder(path)
    assert folder.workflow is not None
    player = Player(folder.workflow, folder.scenarios, folder.registers,
                    workflow_with=lambda one: folder.variants[one.name])  # fmt: skip
    room = keep(player.line(story), MemoryStore(), "k")
    return room.whole(day=room.collaboration.latest)


def doers(found: Obligation) -> tuple[str, ...] | None:
    """Who can do a step for which nothing is needed any more; None when something is."""
    if found.kind != "nothing":
        return None
    acts = (one for one in found.acts if one.act is not None and one.act.id.startswith("act.do"))
    return tuple(dict.fromkeys(who for one in acts for who in one.who))


@pytest.mark.parametrize(
    ("name", "story", "answers"),
    [
        ("achterhoek-2030", "twee_jaar", {True, False}),
        ("landelijk", "evaluatie_conclusie", {True}),
    ],
)
def test_it_is_what_working_it_out_would_say(name: str, story: str, answers: set[bool]) -> None:
    """Of every step that moves an open case on: whether it can be done now, and by whom."""
    whole, seen = kept(name, story), set()
    for case in whole.cases:
        for step in () if case.over else whole.steps(case.id):
            glance = whole.can(step, case.id)
            assert doers(whole.needs(step, case.id)) == glance, (case.id, step)
            seen.add(glance is not None)
    assert answers == seen


def test_a_step_or_case_there_is_not_is_said() -> None:
    """Asking after what is unknown is a mistake, not a no."""
    engine, room = started(workflow())
    whole = room.whole()
    for step, case in (("budget.fly", "b"), ("budget.agree", "x")):
        with pytest.raises(UnknownName):
            whole.can(step, case)
    engine.close()
