"""Steps that nobody does: what time makes due, and what conditions set off."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.small import MEMBER, START, Story, ask, done, fact, lifecycle, need, rule, step, workflow

from samenwerk.core.wording import operand_name
from samenwerk.values.declared import Fact
from samenwerk.values.event import StepDone
from samenwerk.values.operand import Constant, DayOfStep, FactOf, Shifted
from samenwerk.values.outcome import Verdict
from samenwerk.values.time import Term
from samenwerk.values.tree import Not

AUTO = step("auto", ("busy",), to="ready", by="itself", needs=(need(ask("note")),))
OPEN = step("open", to="busy")


def weeks(count: int, after: str = "open") -> Any:
    """So many weeks after a step."""
    return Shifted(DayOfStep(after), Term(count, "week"))


def story(*steps: Any, **told: Any) -> Story:
    """A change that is open, with these steps."""
    return Story(workflow(lifecycle("change", OPEN, *steps), **told)).done("a", "open")


def happened(told: Story) -> list[tuple[str, date]]:
    """The steps that nobody did, with the day on which they count."""
    return [
        (f"{line.event.case}.{line.event.step}", line.event.effective)
        for line in told.lines
        if isinstance(line.event.what, StepDone) and line.event.actor is None
    ]


LAPSE = step("lapse", ("busy",), to="lapsed", by="time", once_past=weeks(4))


def test_time_counts_the_last_day() -> None:
    """A step by time happens on the day after the last one, and counts from that day."""
    last = START + timedelta(weeks=4)
    told = story(LAPSE)
    told.settle(last)
    assert [] == happened(told)
    told.settle(last + timedelta(days=30))
    assert [("a.lapse", last + timedelta(days=1))] == happened(told)
    assert "lapsed" == told.state("a")


def test_nobody_can_do_what_happens_by_itself() -> None:
    """A step of nobody cannot be done by somebody, who hears that it follows by itself."""
    outcome = story(LAPSE).do("a", "lapse")
    assert (Verdict.NEVER, "nothing_allows_it") == (outcome.verdict, outcome.ground)
    assert "decide.automatic" == outcome.headline.id


def test_who_tries_it_hears_when_it_happens() -> None:
    """Of a day that is known the day after it; else which day, or that conditions must be met."""
    asks = (need(ask("note")),)
    on = {"day": START + timedelta(weeks=4, days=1)}
    after_go = step("lapse", ("gone",), to="lapsed", by="time", once_past=weeks(1, "go"))
    waits = step("lapse", ("busy",), to="lapsed", by="time", once_past=weeks(4), needs=asks)
    never_known = step("lapse", ("busy",), to="lapsed", by="time", once_past=weeks(1, "go"))
    go = step("go", ("busy",), to="gone")
    day = {"day": operand_name(weeks(1, "go"))}
    cases = [
        ((LAPSE,), [("way.itself_on", on)], []),
        ((waits,), [("way.itself_on_if", on)], ["document note"]),
        ((AUTO,), [("way.itself", {})], ["document note"]),
        ((go, never_known), [("way.itself_past", day)], []),
        ((go, after_go), ["way.first_step", ("way.itself_past", day)], []),
    ]
    for steps, ways, waits_for in cases:
        outcome = story(*steps).do("a", steps[-1].name)
        assert ways == [
            one.id if "step" in one.params else (one.id, dict(one.params))
            for one in outcome.way_out
        ]
        assert waits_for == [one.leaf for one in outcome.findings]


def test_what_happened_by_itself_does_not_happen_again() -> None:
    """From where the case went there is no way back to it, and that is what is said."""
    told = story(LAPSE)
    told.settle(START + timedelta(weeks=9))
    told.on(START + timedelta(weeks=9))
    outcome = told.do("a", "lapse")
    assert outcome.headline is not None
    assert ("decide.no_way_to_state", "over") == (outcome.headline.id, outcome.ground)


def test_time_passes_before_an_act() -> None:
    """An act that comes after the last day finds the case where time had brought it."""
    told = story(LAPSE, step("adopt", ("busy",), to="done"))
    outcome = told.on(START + timedelta(weeks=5)).do("a", "adopt")
    assert "decide.over" != outcome.headline.id
    assert (Verdict.NEVER, ()) == (outcome.verdict, outcome.lines)
    assert "busy" == told.state("a")  # what a refusal found on its way is not recorded


def test_an_act_dated_before_the_last_day_goes_before_time() -> None:
    """What counts from a day before the last one happened in time, though we hear of it later."""
    told = story(LAPSE, step("adopt", ("busy",), to="done"))
    told.on(START + timedelta(weeks=5))
    assert told.do("a", "adopt", day=START + timedelta(weeks=4)).carried_out
    assert "done" == told.state("a")


def test_what_is_due_happens_in_the_order_of_its_days() -> None:
    """Of two cases the one whose day came first goes first, and each on its own day."""
    told = story(LAPSE).on(START + timedelta(days=3)).done("b", "open")
    told.settle(START + timedelta(weeks=8))
    first = START + timedelta(weeks=4, days=1)
    assert [("a.lapse", first), ("b.lapse", first + timedelta(days=3))] == happened(told)


def test_time_sets_off_time() -> None:
    """A state that a case came into by time has a term of its own, counted from that day."""
    told = story(
        LAPSE, step("close", ("lapsed",), to="done", by="time", once_past=weeks(1, "lapse"))
    )
    told.settle(START + timedelta(weeks=20))
    lapsed = START + timedelta(weeks=4, days=1)
    closed = lapsed + timedelta(weeks=1, days=1)
    assert [("a.lapse", lapsed), ("a.close", closed)] == happened(told)


def test_a_day_that_is_not_known_never_comes() -> None:
    """A step that waits for a day that nobody recorded waits; once it is known it counts."""
    past = FactOf("until", "date")
    told = story(
        step("lapse", ("busy",), to="lapsed", by="time", once_past=past),
        facts={"until": Fact(name="until", type="date", by=(MEMBER,))},
    )
    told.settle(START + timedelta(days=300))
    assert [] == happened(told)
    told.on(START + timedelta(days=300)).record("a", "until", START + timedelta(days=10))
    # it fell due long ago, and counts from the day after the one that was recorded
    assert [("a.lapse", START + timedelta(days=11))] == happened(told)


def _date(name: str) -> Any:
    from tests.small import MEMBER

    from samenwerk.values.declared import Fact

    return Fact(name=name, type="date", by=(MEMBER,))


def test_no_step_by_time_counts_before_the_case_was_there() -> None:
    """A day long past moves a case on the day it came into its state, not before."""
    told = story(
        step("go", ("busy",), to="gone"),
        step("lapse", ("gone",), to="lapsed", by="time", once_past=Constant(START)),
    )
    told.on(START + timedelta(days=9)).done("a", "go")
    assert [("a.lapse", START + timedelta(days=9))] == happened(told)


def test_a_step_of_itself_follows_at_once() -> None:
    """As soon as its conditions are met it happens, on that day, set off by what came before."""
    told = story(AUTO)
    assert "busy" == told.state("a")
    outcome = told.on(START + timedelta(days=2)).hand_in("a", "note")
    assert [("a.auto", START + timedelta(days=2))] == happened(told)
    document, auto = outcome.events
    assert isinstance(auto.what, StepDone)
    assert document.sequence == auto.what.cause
    assert [("document note", 2)] == [(one.leaf, one.truth) for one in auto.findings]


def test_of_two_open_ways_the_first_written_is_taken() -> None:
    """When two steps of itself could happen, the one that the text names first does."""
    told = story(
        step("one", ("busy",), to="first", by="itself", needs=(need(ask("note")),)),
        step("two", ("busy",), to="second", by="itself", needs=(need(ask("note")),)),
    )
    told.hand_in("a", "note")
    assert ("first", [("a.one", START)]) == (told.state("a"), happened(told))


@pytest.mark.parametrize("severity", ["warn", "hint"])
def test_a_warning_does_not_keep_a_step_from_happening(severity: str) -> None:
    """Only what blocks keeps a step of itself back; there is nobody to explain the rest."""
    auto = step("auto", ("busy",), to="ready", by="itself",
                needs=(need(rule("small", fact("n", "at_most", 1), severity)),))  # fmt: skip
    assert "ready" == story(auto).state("a")


def test_what_may_be_explained_keeps_a_step_of_itself_back() -> None:
    """A step that nobody does has nobody to explain it: it waits until the rule is met."""
    auto = step("auto", ("busy",), to="ready", by="itself",
                needs=(need(rule("small", fact("n", "at_most", 1), "explain")),))  # fmt: skip
    told = story(auto).recorded("a", "n", 2)
    assert "busy" == told.state("a")
    assert "ready" == told.recorded("a", "n", 1).state("a")


def test_a_ring_of_steps_stops() -> None:
    """Steps of itself that set each other off each happen once per act, and then it is enough."""
    told = story(
        step("there", ("busy",), to="away", by="itself"),
        step("here", ("away",), to="busy", by="itself"),
    )
    assert [("a.there", START), ("a.here", START)] == happened(told)
    told.hand_in("a", "note")
    # once before the act, once after it
    assert 6 == len(happened(told))


def test_a_step_of_itself_that_stays_happens_once_per_act() -> None:
    """A step that leaves the case where it is does not go on for ever."""
    told = story(step("note", ("busy",), by="itself", needs=(need(Not(ask("paper"))),)))
    assert [("a.note", START)] == happened(told)


def test_one_case_sets_off_another() -> None:
    """A step in one case can make another happen by itself in a case that looks at it."""
    part = lifecycle(
        "part", step("begin", to="waiting"),
        step("ready", ("waiting",), to="done", by="itself",
             needs=(need(done("go", above="change")),)),
        under="change",
    )  # fmt: skip
    told = Story(workflow(lifecycle("change", OPEN, step("go", ("busy",), to="gone")), part))
    told.done("a", "open")
    assert told.do("p", "begin", of="part").carried_out
    told.done("a", "go")
    assert ("done", [("p.ready", START)]) == (told.state("p"), happened(told))


def test_back_without_anywhere_to_go_does_not_happen() -> None:
    """A step of itself that goes back waits while the case never was anywhere else."""
    told = story(
        step("back", ("busy", "gone"), to="back", by="itself", needs=(need(ask("note")),)),
        step("go", ("busy",), to="gone"),
    )
    told.hand_in("a", "note")
    assert ("busy", []) == (told.state("a"), happened(told))
    told.done("a", "go")
    assert ("busy", [("a.back", START)]) == (told.state("a"), happened(told))


def test_letting_time_pass_is_an_act_of_nobody() -> None:
    """Settling records what is due, and nothing when nothing is."""
    told = story(LAPSE)
    assert () == told.settle(START + timedelta(weeks=1)).lines
    outcome = told.settle(START + timedelta(weeks=6))
    assert [None] == [event.actor for event in outcome.events]


CLOSE = step("close", ("lapsed",), to="done", by="time", once_past=weeks(1, "lapse"))


@pytest.mark.parametrize("apart", [True, False])
def test_many_at_once_happen_each_in_its_turn(apart: bool) -> None:
    """What one step makes due comes before what falls due later in another case, whether or not
    some day of the workflow rests on another case than its own."""
    above = Shifted(DayOfStep("open", above="change"), Term(1, "week"))
    elsewhere = () if apart else (step("drop", ("gone",), to="done", by="time", once_past=above),)
    told = story(LAPSE, CLOSE, *elsewhere)
    assert apart is told.compiled.days_are_own
    opened = {"a": START}
    for number, case in enumerate("bcdefgh", 1):
        opened[case] = START + timedelta(days=3 * number)
        told.on(opened[case]).done(case, "open")
    told.settle(START + timedelta(weeks=20))
    lapsed = {case: day + timedelta(weeks=4, days=1) for case, day in opened.items()}
    expected = [(day, case, "lapse") for case, day in lapsed.items()]
    expected += [(day + timedelta(days=8), case, "close") for case, day in lapsed.items()]
    assert [(f"{case}.{step}", day) for day, case, step in sorted(expected)] == happened(told)


def test_what_is_blocked_in_one_case_holds_up_no_other() -> None:
    """A step whose day is past and whose condition is not met waits, until it is."""
    noted = step("lapse", ("busy",), to="lapsed", by="time", once_past=weeks(4),
                 needs=(need(ask("note")),))  # fmt: skip
    told = story(noted, CLOSE)
    for case in "bc":
        told.done(case, "open")
    told.hand_in("b", "note")
    late = START + timedelta(weeks=20)
    told.settle(late)
    lapsed = START + timedelta(weeks=4, days=1)
    assert [("b.lapse", lapsed), ("b.close", lapsed + timedelta(days=8))] == happened(told)
    told.on(late).hand_in("a", "note")
    assert ["busy", "done"] == [told.state("c"), told.state("b")]
    assert ("a.lapse", lapsed) in happened(told)


def test_collaborations_of_one_workflow_do_not_share_days() -> None:
    """Cases of one name in two collaborations have their own days, also when they take turns."""
    early, late = story(LAPSE), Story(workflow(lifecycle("change", OPEN, LAPSE)))
    late.compiled = early.compiled
    begun = START + timedelta(days=10)
    late.on(begun).done("a", "open")
    for told in (early, late, early, late):
        told.settle(START + timedelta(weeks=3))
    for told in (early, late):
        told.settle(START + timedelta(weeks=9))
    first = START + timedelta(weeks=4, days=1)
    assert [[("a.lapse", first)], [("a.lapse", first + timedelta(days=10))]] == [
        happened(early), happened(late),
    ]  # fmt: skip
