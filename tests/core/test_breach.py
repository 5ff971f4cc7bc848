"""A step that happened though it was refused: recorded as it was, and never counted as done."""

import pytest
from tests.small import Story, ask, done, lifecycle, need, step, workflow

from samenwerk.core.evolve import replay
from samenwerk.core.leaves.breach import Breach
from samenwerk.values.errors import Misuse
from samenwerk.values.outcome import Verdict
from samenwerk.values.tree import Ask


def story() -> Story:
    """Starting needs a note; who starts without it comes in `early`, which can be mended."""
    change = lifecycle(
        "change",
        step("open", to="draft"),
        step("start", ("draft",), "running", by="chair", needs=(need(ask("note")),),
             done_anyway="early"),
        step("go_on", ("running",), "done", needs=(need(done("start")),)),
        step("mend", ("early",), "running", needs=(need(Ask(Breach("start", "change"))),)),
    )  # fmt: skip
    return Story(workflow(change)).done("c", "open")


def test_what_happened_is_recorded_with_its_findings() -> None:
    """The case comes where the step says; the event is marked and holds every answer."""
    told = story()
    outcome = told.do("c", "start", anyway=True)

    assert (Verdict.BREACH, True, "early") == (
        outcome.verdict, outcome.carried_out, told.state("c"))  # fmt: skip
    (event,) = outcome.events
    assert event.what.breach  # type: ignore[union-attr]
    assert [("document note", 0)] == [(one.leaf, one.truth) for one in event.findings]
    again = replay(told.lines)
    assert again is not None
    assert told.known.cases == again.cases


def test_a_breach_is_not_done() -> None:
    """What needs the step to be done still waits; what asks for the breach finds it."""
    told = story()
    told.do("c", "start", anyway=True)
    assert Verdict.ALLOWED is told.do("c", "mend").verdict
    assert ("running", Verdict.NOT_YET) == (told.state("c"), told.do("c", "go_on").verdict)


def test_who_may_not_do_it_may_still_have_done_it() -> None:
    """Recorded with who it was."""
    told = story()
    outcome = told.do("c", "start", by="zuid", anyway=True)
    assert (Verdict.BREACH, "zuid") == (outcome.verdict, outcome.events[0].actor)


def test_what_is_allowed_is_no_breach() -> None:
    """Then the step is done as always."""
    told = story()
    told.hand_in("c", "note")
    assert Verdict.ALLOWED is told.do("c", "start", anyway=True).verdict
    assert "running" == told.state("c")


def test_without_saying_so_nothing_is_recorded() -> None:
    """A refusal stays a refusal."""
    told = story()
    assert (Verdict.NOT_YET, "draft") == (told.do("c", "start").verdict, told.state("c"))


def test_a_step_is_only_breached_where_it_could_have_been_done() -> None:
    """In another state there is nothing to breach."""
    told = story()
    told.do("c", "start", anyway=True)
    again = told.do("c", "start", anyway=True)
    assert (False, "early") == (again.carried_out, told.state("c"))


def test_a_step_that_says_not_where_a_breach_leads() -> None:
    """Whoever asks it asks something that makes no sense."""
    told = story()
    told.do("c", "start", anyway=True)
    told.do("c", "mend")
    with pytest.raises(Misuse):
        told.do("c", "go_on", anyway=True)


def test_what_does_not_fit_is_recorded_by_no_breach() -> None:
    """Nobody can have filled in what the step does not ask for."""
    told = story()
    outcome = told.do("c", "start", facts={"n": 3}, anyway=True)
    assert ("decide.not_asked", False, "draft") == (
        outcome.headline.id, outcome.carried_out, told.state("c")  # type: ignore[union-attr]
    )  # fmt: skip
