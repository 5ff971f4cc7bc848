"""Given, when, then, and the workflow that is built for it: on a real room, with a real plugin."""

from datetime import date

import pytest
from tests.hooks.zoo import working

from samenwerk import NotReadable, Plugins
from samenwerk.testing import Building, Story, building, given

PLUGINS = Plugins.of(proef=working())
WORKFLOW = (
    building("small", "proef>=1")
    .lifecycle("talk", "open", "held")
    .fact("amount", "whole_number")
    .fact("counted", "whole_number", by=())
    .rule("affordable", "proef.small", with_={"limit": 100})
    .step("hold", "open", "held", needs=["affordable"])
)


def story(workflow: Building = WORKFLOW) -> Story:
    """A talk that is open, with a high amount."""
    return given(workflow, plugins=PLUGINS).does("talk.begin").records("amount", 500)


def test_what_is_tried_may_be_refused() -> None:
    """The verdict, the reasons, the words of the plugin, and nothing recorded."""
    then = story().when.does("talk.hold")
    assert ("not_yet", ("affordable",), {"affordable": 0}) == (
        then.verdict, then.because, then.truths,
    )  # fmt: skip
    assert "500 tegen 100" in then.says("nl")
    assert ((), "open", True) == (then.recorded, then.state(), then.whole)


def test_what_goes_through_stands_in_the_record() -> None:
    """With what the plugin told, under its name, just before the step."""
    then = story().records("amount", 50).when.does("talk.hold", by="zuid")
    assert ("not_you", ()) == (then.verdict, then.recorded)
    then = then.story.on(date(2027, 2, 2)).when.does("talk.hold", by="noord")
    assert ("allowed", "held", 50) == (then.verdict, then.state(), then.fact("amount"))
    assert ("FactRecorded", "StepDone") == then.recorded
    assert {"counted": (3, "proef 1.0")} == then.told


def test_what_is_given_must_go_through() -> None:
    """Or else the test says at once why not."""
    with pytest.raises(AssertionError, match="500 against 100"):
        story().does("talk.hold")
    assert "open" == story().then.state()


def test_asking_records_nothing() -> None:
    """It says what would come of it."""
    then = story().records("amount", 50).when.asks("talk.hold")
    assert ("allowed", (), "open") == (then.verdict, then.recorded, then.state())


def test_a_workflow_that_is_built_has_faults_with_places() -> None:
    """They are those that an author of the text would get, at the line that is wrong."""
    wrong = WORKFLOW.rule("odd", "proef.smal")
    assert () == WORKFLOW.faults(PLUGINS)
    assert ['plugin = "proef.smal"'] == [line for _, line in wrong.faults(PLUGINS)]
    with pytest.raises(NotReadable):
        given(wrong, plugins=PLUGINS)
    assert "SW120" in {code for code, _ in WORKFLOW.faults(Plugins.of())}


def test_whatever_is_not_in_the_kit_can_be_put_in() -> None:
    """At any path, with any keys; names are made where none are given."""
    made = (
        building("votes")
        .lifecycle("talk", "open", "held")
        .named("lifecycle.talk.decision.carry", by=["member"], method="majority")
        .step("hold", "open", "held", needs=[{"decision": "carry"}])
    )
    assert () == made.faults()
    told = given(made).does("talk.begin").says("for", "talk.carry", by="noord")
    assert "not_yet" == told.when.does("talk.hold").verdict
    assert "held" == told.says("for", "talk.carry", by="zuid").does(
        "talk.hold", by="noord"
    ).then.state()  # fmt: skip
