"""What a step needs that no condition says is brought about too, and no more than it takes."""

from itertools import islice
from pathlib import Path

import pytest
from tests.proof.laid import laid

from samenwerk.engine.shelf import made_ready
from samenwerk.front import check
from samenwerk.hooks.installed import installed
from samenwerk.proof.answer import Candidate
from samenwerk.proof.prove import answers
from samenwerk.verify.replaying import replayed

SPLIT = ["change.join", "change.join", "change.divide"]
FED = ["contribution", "capacity", "change.adopt_fairly"]


@pytest.mark.parametrize(("name", "ends"), [("other_case", SPLIT), ("plugin_between", FED)])
def test_a_step_is_made_ready_with_as_few_acts_as_do(
    tmp_path: Path, name: str, ends: list[str]
) -> None:
    """Two come to take part, so that there is something to divide; and of one party is recorded
    what the plugin reads, as that is enough for it to say yes."""
    workflow = check(laid(tmp_path, "broken", name)).workflow
    assert workflow is not None
    running = made_ready(workflow, installed)
    asked = workflow.invariants["no_change_without_legitimacy"]
    found = islice(answers(running.compiled, asked), 12)
    candidates = [one for one in found if isinstance(one, Candidate)]
    told = replayed(running, asked, candidates)
    assert told is not None
    acts = [act.name for act in told.draft.acts]
    assert sorted(ends) == sorted(act for act in acts if act in ends)
    assert ends[-1] == acts[-1]
