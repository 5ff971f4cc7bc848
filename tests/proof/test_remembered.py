"""What was worked out of one made-up collaboration is used only where another is the same."""

from itertools import islice

import attrs
import pytest

from samenwerk import load
from samenwerk.core.compiled import compile_workflow
from samenwerk.core.view import View
from samenwerk.proof.asked import MET, NOT_MET, Limits, Wish
from samenwerk.proof.settings import settings
from samenwerk.proof.worlds import find

LANDELIJK = load("landelijk")
LIMITS = Limits(worlds=2000)
SETTINGS = 25
STEPS = (
    "agreement.sign", "change.adopt", "application.submit", "experiment.start", "project.start",
    "vision.adopt",
)  # fmt: skip


def forgetful(view: View) -> View:
    """The same made-up collaboration, to which nobody told anything."""
    return attrs.evolve(view, collaboration=attrs.evolve(view.collaboration, shelf={}))


@pytest.mark.parametrize("step", STEPS)
def test_what_others_remember_changes_no_answer(step: str) -> None:
    """In each of many settings the answer is that of one who has to work it all out."""
    compiled = compile_workflow(LANDELIJK)
    needs = compiled.steps[step].needs
    asked = [[Wish(one.tree, MET) for one in needs]]
    asked += [[Wish(one.tree, NOT_MET if one is other else MET) for one in needs]
              for other in needs]  # fmt: skip
    lifecycle = step.partition(".")[0]
    trees = [one.tree for one in needs]
    for wishes in asked[:4]:
        for setting in islice(settings(compiled, lifecycle, trees, LIMITS), SETTINGS):
            alone = find(forgetful(setting.view), wishes, limits=LIMITS)
            assert type(alone) is type(find(setting.view, wishes, limits=LIMITS)), setting.sizes
    tables = [key for key in compiled.memo if isinstance(key, tuple) and key[0] != "whos"]
    assert tables, "nothing was remembered, so nothing was compared"
