"""Paths on paper that no usual step makes: played they are broken, else they are not decided."""

from __future__ import annotations

from tests.proof.test_moved_otherwise import ENDED, WITH_BREACHES, force, taken_in
from tests.proof.test_open_answers import with_plugin
from tests.proof.test_prove import ABOVE, REACH, text

from samenwerk.definitions.read import read_text
from samenwerk.engine.shelf import made_ready
from samenwerk.hooks.installed import installed
from samenwerk.values.declared import Workflow
from samenwerk.verify.answers import BROKEN, NO_STORY, NOT_DECIDED, Answer
from samenwerk.verify.asking import Asked, answered

READ = """\
[lifecycle.plan.fact.contribution]
nl = "Bijdrage"
type = "money"
per = "party"
by = "chair"
[lifecycle.plan.fact.capacity]
nl = "Draagkracht"
type = "money"
per = "party"
by = "chair"
"""


def answer(workflow: Workflow) -> Answer:
    """What becomes of the invariant of a small text."""
    running = made_ready(workflow, installed)
    return answered(running, workflow.invariants["asked"], Asked())


def small(asked: str, adopt: str, more: str, hung: bool = False) -> Workflow:
    """The small text without plugins; `hung`: plans hang under a region."""
    made = text(asked, adopt=adopt, more=more)
    if hung:
        made = made.replace('nl = "Plan"', f'nl = "Plan"\nunder = "streek"\n{ABOVE}')
    found = read_text(made, checks=()).workflow
    assert found is not None
    return found


def acts(told: Answer) -> list[str]:
    """What is done in the story that breaks it."""
    assert told.broken is not None
    return [act.name for act in told.broken.draft.acts]


def test_a_plan_that_is_taken_in_is_played() -> None:
    """The story has two plans, and the last act takes in one of them."""
    told = answer(small(ENDED, "", taken_in(), hung=True))
    assert BROKEN == told.verdict
    assert 2 == acts(told).count("plan.open")
    assert "plan.unite" == acts(told)[-1]


def test_a_breach_is_played() -> None:
    """The step is refused and recorded as having happened all the same."""
    told = answer(small(WITH_BREACHES, '"agreed"', force()))
    assert BROKEN == told.verdict
    assert ["plan.open", "plan.prepare", "plan.force"] == acts(told)


def test_a_story_is_played_with_what_the_plugin_really_answers() -> None:
    """It says yes once it has what it reads: that is recorded in the story, and it is broken."""
    told = answer(with_plugin(REACH, adopt='"fair_or_agreed"', more=READ))
    assert BROKEN == told.verdict
    assert {"contribution", "capacity", "plan.adopt"} <= set(acts(told))


def test_an_answer_that_the_plugin_never_gives_breaks_nothing() -> None:
    """Without what it reads it never says yes: no story plays, and so it is not decided."""
    told = answer(with_plugin(REACH, adopt='"fair_or_agreed"'))
    assert (NOT_DECIDED, NO_STORY, None) == (told.verdict, told.why, told.broken)
