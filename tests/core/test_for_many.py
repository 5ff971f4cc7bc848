"""Steps that are done for many parties at once: all or nothing, or for those for whom it can be."""

from __future__ import annotations

from typing import Any

from tests.small import MEMBER, Story, lifecycle, need, step, workflow

from samenwerk.core.leaves.fact import Fact as FactLeaf
from samenwerk.values.declared import Fact
from samenwerk.values.operand import Constant, FactOf
from samenwerk.values.outcome import Outcome, Verdict
from samenwerk.values.tree import Ask

READY = Ask(FactLeaf(FactOf("ready", "yes_no", None, True), (("is", Constant(True)),)))


def story(**told: Any) -> Story:
    """A change that is open, with a step for the members that each must be ready for."""
    pay = step("pay", ("busy",), by="chair", for_each=MEMBER, needs=(need(READY),), **told)
    ready = Fact(name="ready", type="yes_no", per=True, own=True)
    begun = workflow(lifecycle("change", step("open", to="busy"), pay), facts={"ready": ready})
    return Story(begun).done("a", "open")


def told(outcome: Outcome) -> tuple[Any, ...]:
    """The verdict, whether it was done, and for whom not."""
    return (outcome.verdict, outcome.carried_out, outcome.not_for)


def done_for(known: Story) -> set[str | None]:
    """Of whom the record has that the step was done."""
    return set(known.known.cases["a"].steps.get("pay", {})) - {None}


def test_all_or_nothing() -> None:
    """One who lacks something stops it for all; named alone, another can have it."""
    at = story().recorded("a", "ready", True, by="noord").recorded("a", "ready", True, by="oost")
    assert (Verdict.NOT_YET, False, ()) == told(at.do("a", "pay"))
    assert set() == done_for(at)
    assert (Verdict.ALLOWED, True, ()) == told(at.do("a", "pay", for_each=("oost",)))
    assert {"oost"} == done_for(at)


def test_in_part_says_for_whom_not() -> None:
    """It is done for those for whom it can be; for nobody is a refusal, for all is no part."""
    at = story(partly=True)
    assert (Verdict.NOT_YET, False, ()) == told(at.do("a", "pay"))
    at.recorded("a", "ready", True, by="oost")
    outcome = at.do("a", "pay")
    assert (Verdict.IN_PART, True, ("noord", "zuid")) == told(outcome)
    assert ("decide.in_part", {"oost"}) == (outcome.headline.id, done_for(at))
    assert [2, 1, 1] == sorted((one.truth for one in outcome.findings[0].children), reverse=True)
    at.recorded("a", "ready", True, by="noord").recorded("a", "ready", True, by="zuid")
    assert (Verdict.ALLOWED, True, ()) == told(at.do("a", "pay"))
    assert {"noord", "oost", "zuid"} == done_for(at)


def test_who_is_not_one_of_them() -> None:
    """Is refused, or with `partly` left out; and a step for nobody takes no parties."""
    at = story().recorded("a", "ready", True, by="oost")
    refused = at.do("a", "pay", for_each=("oost", "far"))
    assert (Verdict.NOT_YET, "decide.not_for_these") == (refused.verdict, refused.headline.id)
    some = story(partly=True).recorded("a", "ready", True, by="oost")
    assert (Verdict.IN_PART, True, ("far",)) == told(some.do("a", "pay", for_each=("oost", "far")))
    opening = some.do("b", "open", for_each=("oost",))
    assert (Verdict.NOT_YET, "decide.for_nobody") == (opening.verdict, opening.headline.id)
