"""`decide` answers every command, equally each time, and a refusal says what remains."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.small import Story, ask, fact, lifecycle, need, rule, step, workflow
from tests.strategies_workflows import (
    FACTS,
    PARTIES,
    START,
    World,
    commands,
    goals,
    workflows,
    worlds,
)

from samenwerk.core.chain import verify
from samenwerk.core.decide import decide
from samenwerk.core.evolve import replay
from samenwerk.core.machine import BACK, destination
from samenwerk.core.obligations import advised
from samenwerk.core.trail import NEW, way_back
from samenwerk.values.command import Do, Enrol, HandIn, Record, Say, Settle, Start
from samenwerk.values.errors import Misuse
from samenwerk.values.event import StepDone
from samenwerk.values.outcome import Verdict
from samenwerk.values.register import Register

NAMES = ("", "a", "b", "root", "noord", "geen", "carry", "n", "own", "asked", "text", "paper",
         "change.adopt", "change.open", "collaboration.found", "é\u202e")  # fmt: skip
VALUES = (True, 0, -5, 10**40, "yes", "", START, "no such word", 3.5, None)


@st.composite
def wild(draw: st.DrawFn, world: World) -> Any:
    """A command of any kind whose names and values may make no sense at all."""
    name = st.sampled_from(NAMES)
    some = st.dictionaries(name, st.sampled_from(VALUES), max_size=2)
    day = world.day + timedelta(days=draw(st.sampled_from((-800, -3, 0, 0, 0, 1, 40))))
    common: dict[str, Any] = {
        "actor": draw(st.none() | name | st.sampled_from(PARTIES)),
        "on_behalf_of": draw(st.none() | st.none() | name),
        "day": day,
        "case": draw(name),
    }
    match draw(st.integers(0, 5)):
        case 0 | 1:
            step_ = draw(st.sampled_from((*world.compiled.steps, "geen.stap", "")))
            return world.command(
                Do, **common, step=step_, parent=draw(st.none() | name), facts=draw(some),
                documents=draw(st.dictionaries(name, name, max_size=1)),
                roles=draw(st.dictionaries(name, name, max_size=1)),
                explanation=draw(st.none() | name),
            )  # fmt: skip
        case 2:
            word = draw(st.sampled_from(("for", "object", "", "geen")))
            return world.command(Say, **common, decision=draw(name), position=word)
        case 3:
            fact_ = draw(st.sampled_from((*FACTS, "geen")))
            value = draw(st.sampled_from(VALUES))
            return world.command(Record, **common, fact=fact_, value=value,
                                 who=draw(st.none() | name))  # fmt: skip
        case 4:
            return world.command(HandIn, **common, document=draw(name), title=draw(name))
    del common["case"]
    return world.command(draw(st.sampled_from((Settle, Enrol))), **common)


def same(one: Any, other: Any) -> bool:
    """Whether two collaborations are equal, their registers by content."""
    bare = Register()
    return bool(
        attrs.evolve(one, register=bare) == attrs.evolve(other, register=bare)
        and one.register.lines == other.register.lines
    )


@given(st.data())
def test_every_command_gets_an_answer(data: st.DataObject) -> None:
    """Any command gives an outcome, or says that it makes no sense; never anything else."""
    world = data.draw(worlds(opened=data.draw(st.booleans())))
    command = data.draw(st.one_of(commands(world), wild(world)))
    try:
        outcome = decide(world.compiled, world.known, command, world.answers)
    except Misuse:
        return
    assert outcome == decide(world.compiled, world.known, command, world.answers)
    if outcome.carried_out:
        assert outcome.allowed
        assert outcome.head == (outcome.lines[-1].hash if outcome.lines else world.known.head)
    else:
        assert ((), ()) == (outcome.lines, outcome.sealed)
        assert outcome.headline is not None


@given(st.data())
def test_a_refusal_says_what_remains(data: st.DataObject) -> None:
    """A refusal names who can do something about it, or says that nobody can, or why it is over."""
    world = data.draw(worlds())
    command = data.draw(commands(world))
    try:
        outcome = decide(world.compiled, world.known, command, world.answers)
    except Misuse:
        return
    if outcome.carried_out:
        return
    if isinstance(command, Do):
        outcome = advised(world.compiled, world.known, command, outcome, world.answers)
    assert outcome.way_out
    nobody = {"way.nobody", "way.first_nobody", "way.act_nobody", "way.automatic", "way.wait",
              "way.unadvised"}  # fmt: skip
    told = {one.id for one in outcome.way_out}
    assert outcome.can or outcome.ground or told & nobody, outcome


@given(worlds())
def test_the_record_tells_the_state(world: World) -> None:
    """Replaying the lines from the first gives the collaboration that step by step came to be."""
    told = replay(world.lines)
    assert told is not None
    assert same(told, world.known)
    assert verify(world.lines, world.known.head).whole


@given(worlds(acts=14))
def test_the_machine_agrees_with_our_table(world: World) -> None:
    """Every step that was done led where the definition, read as a table, says it leads."""
    known = replay(world.lines[:1])
    for line in world.lines[1:]:
        event, what = line.event, line.event.what
        assert known is not None
        if isinstance(what, StepDone):
            found = world.compiled.steps[f"{event.lifecycle}.{event.step}"]
            step_, to = found.step, destination(found.step)
            if what.opens is None:
                case = known.cases[event.case or ""]
                assert case.state == event.from_state
                assert case.state in step_.sources
                to = case.state if to is None else to
                to = way_back(step_, found.lifecycle, case.trail) if to == BACK else to
                to = to if what.moved or step_.to == "stays" else case.state
            else:
                assert event.from_state is None
                assert NEW not in found.lifecycle.states
            assert to == event.to_state
            assert what.over == found.lifecycle.states[event.to_state or ""].final
        known = replay((line,), known)


@given(st.data())
def test_steps_are_decided_alike_with_and_without_hashes(data: st.DataObject) -> None:
    """Trying a step gives the verdict that doing it would, without text, hash or findings."""
    world = data.draw(worlds())
    goal = attrs.evolve(data.draw(goals(world)), actor=data.draw(st.sampled_from(PARTIES)))
    real = decide(world.compiled, world.known, goal, world.answers)
    tried = decide(world.compiled, world.known, goal, world.answers, seal=False, look=False)
    assert (real.verdict, real.carried_out) == (tried.verdict, tried.carried_out)
    assert [line.event.what for line in real.lines] == [line.event.what for line in tried.lines]
    assert [""] * len(tried.lines) == [line.hash for line in tried.lines]


@given(workflows())
def test_a_collaboration_begins_once(compiled: Any) -> None:
    """A stream is started once; before that nothing can be done in it."""
    moment = datetime.combine(START, time(12), UTC)
    common: dict[str, Any] = {"id": "x", "actor": None, "day": START, "moment": moment}
    start = Start(**common, collaboration="r", workflow="small", definition="d" * 64)
    known = replay(decide(compiled, None, start).lines)
    with pytest.raises(Misuse):
        decide(compiled, known, start)
    with pytest.raises(Misuse):
        decide(compiled, None, Settle(**common))


# ------------------------------------------------------------------ one step at a time

OPEN = step("open", to="busy")
PLAIN = lifecycle("change", OPEN, step("adopt", ("busy",), to="done"))


def story(*steps: Any, **told: Any) -> Story:
    """A change that is open, with these steps."""
    return Story(workflow(lifecycle("change", OPEN, *steps), **told)).done("a", "open")


def test_a_step_moves_the_case() -> None:
    """What may happen happens: the case is in its new state and the outcome says allowed."""
    told = Story(workflow(PLAIN)).done("a", "open")
    outcome = told.do("a", "adopt")
    assert (Verdict.ALLOWED, True) == (outcome.verdict, outcome.carried_out)
    assert "done" == told.state("a")


def test_a_step_from_another_state_names_the_first_step_there() -> None:
    """A step that has to wait for another says which, and who can do it."""
    told = story(step("put", ("busy",), to="put"), step("adopt", ("put",), to="done"))
    outcome = told.do("a", "adopt")
    assert Verdict.NOT_YET is outcome.verdict
    assert "decide.wrong_state" == outcome.headline.id
    assert ("way.first_step",) == tuple(one.id for one in outcome.way_out)
    assert ("noord", "oost", "zuid") == outcome.can


def test_what_is_over_is_over() -> None:
    """In a final state nothing can be done, said, recorded or handed in; the ground is over."""
    told = Story(workflow(PLAIN, decide=True)).done("a", "open").done("a", "adopt")
    outcomes = [
        told.do("a", "adopt"),
        told.say("a", "carry", "for"),
        told.record("a", "n", 1),
        told.hand_in("a", "note"),
    ]
    assert [(Verdict.NEVER, "over")] * 4 == [(one.verdict, one.ground) for one in outcomes]
    assert all(one.way_out for one in outcomes)


def test_who_is_no_doer_hears_who_is() -> None:
    """A step of the chair is not for others, who hear that it is for the chair."""
    told = story(step("adopt", ("busy",), to="done", by="chair"))
    outcome = told.do("a", "adopt", by="oost")
    assert (Verdict.NOT_YOU, ("noord",)) == (outcome.verdict, outcome.can)
    assert not outcome.lines


def test_a_second_case_of_a_lifecycle_that_has_one_is_refused() -> None:
    """Where a text says that there is one, the second is forbidden and the first is named."""
    told = Story(workflow(attrs.evolve(PLAIN, one=True))).done("a", "open")
    outcome = told.do("b", "open")
    assert (Verdict.NEVER, "forbidden") == (outcome.verdict, outcome.ground)
    assert "a" == outcome.headline.params["case"]
    assert "b" not in told.known.cases


def test_a_case_hangs_under_the_only_open_one() -> None:
    """A case finds the only case it can hang under; where there are two, it must be said."""
    told = Story(workflow(PLAIN, lifecycle("part", OPEN, under="change"))).done("a", "open")
    assert told.do("p", "open", of="part").carried_out
    assert "a" == told.known.cases["p"].parent
    told = told.done("b", "open")
    assert "decide.parent" == told.do("q", "open", of="part").headline.id
    assert told.do("q", "open", of="part", parent="b").carried_out
    told = told.done("b", "adopt")
    assert Verdict.NEVER is told.do("r", "open", of="part", parent="b").verdict


def test_what_a_step_asks_to_fill_in_is_seen_by_its_needs() -> None:
    """A value given with a step counts for that same step; without it the step waits."""
    told = story(
        step("adopt", ("busy",), to="done", fill_in=("n",), needs=(need(fact("n", "at_least", 3)),))
    )
    assert "decide.fill_in" == told.do("a", "adopt").headline.id
    assert "decide.not_met" == told.do("a", "adopt", facts={"n": 2}).headline.id
    assert "decide.not_asked" == told.do("a", "adopt", facts={"n": 3, "m": 1}).headline.id
    assert told.do("a", "adopt", facts={"n": 3}).carried_out
    assert 3 == told.known.cases["a"].entry("facts", "n").value  # type: ignore[union-attr]


def test_a_step_that_each_must_do_moves_with_the_last() -> None:
    """Every doer does it once; the case only moves when the last one has."""
    told = story(step("sign", ("busy",), to="done", each=True))
    assert told.do("a", "sign", by="noord").carried_out
    assert Verdict.NEVER is told.do("a", "sign", by="noord").verdict
    assert told.do("a", "sign", by="oost").carried_out
    assert "busy" == told.state("a")
    assert told.do("a", "sign", by="zuid").carried_out
    assert "done" == told.state("a")


def test_only_what_each_must_do_waits_for_others() -> None:
    """Until the last one; a step that leaves the case in its state waits for nobody."""
    told = story(step("note", ("busy",)), step("sign", ("busy",), each=True))
    for name, by in (("note", "noord"), *(("sign", one) for one in ("noord", "oost", "zuid"))):
        told = told.done("a", name, by)
    done = [line.event.what for line in told.lines if isinstance(line.event.what, StepDone)]
    assert [(False, False), (False, True), (False, True), (False, False)] == [
        (one.moved, one.waits) for one in done[-4:]
    ]  # fmt: skip


def test_a_step_that_each_must_do_starts_again_when_the_case_comes_back() -> None:
    """Who signed before the case left must sign again after it came back."""
    told = story(
        step("sign", ("busy",), to="done", each=True),
        step("pause", ("busy",), to="paused"),
        step("resume", ("paused",), to="back"),
    )
    told = told.done("a", "sign").done("a", "pause").done("a", "resume")
    assert told.do("a", "sign", by="noord").carried_out


def test_going_back_comes_to_the_same_state_and_trail() -> None:
    """Pause and resume leave the case as it was; a step back undoes the last move alone."""
    told = story(
        step("put", ("busy",), to="put"),
        step("pause", ("busy", "put"), to="paused"),
        step("resume", ("paused",), to="back"),
        step("undo", ("put",), to="back"),
    ).done("a", "put")
    before = told.known.cases["a"]
    told = told.done("a", "pause").done("a", "resume")
    after = told.known.cases["a"]
    assert (before.state, before.trail) == (after.state, after.trail)
    told = told.done("a", "undo")
    assert ("busy", ()) == (told.state("a"), told.known.cases["a"].trail)


def test_a_step_that_stays_renews_no_term() -> None:
    """What leaves the case where it is does not count as coming there anew."""
    told = story(step("note", ("busy",)))
    before = told.known.cases["a"]
    told = told.on(START + timedelta(days=5)).done("a", "note")
    after = told.known.cases["a"]
    assert (before.entered, before.state_since, before.trail) == (
        after.entered, after.state_since, after.trail)  # fmt: skip


def test_no_way_back_is_a_refusal() -> None:
    """A step back where there is nothing to go back to is refused and changes nothing."""
    told = story(step("undo", ("busy",), to="back"))
    outcome = told.do("a", "undo")
    assert (Verdict.NEVER, "decide.no_way_back") == (outcome.verdict, outcome.headline.id)


# ------------------------------------------------------------------ severities

SMALL = fact("n", "at_most", 3)


def explained(**told: Any) -> Story:
    """A change whose adoption asks for something that may be explained away."""
    one = rule("small", SMALL, "explain", **told)
    return story(step("adopt", ("busy",), to="done", needs=(need(one),)))


def test_an_unmet_rule_can_be_explained() -> None:
    """A step that does not comply may happen with a recorded explanation, and says that it did."""
    told = explained().recorded("a", "n", 5)
    asked = told.do("a", "adopt")
    assert (Verdict.ALLOWED_WITH_EXPLANATION, False) == (asked.verdict, asked.carried_out)
    assert ("way.explain_only",) == tuple(one.id for one in asked.way_out)
    assert not told.do("a", "adopt", explanation="  ").carried_out
    done = told.do("a", "adopt", explanation="because")
    assert (Verdict.ALLOWED_WITH_EXPLANATION, True) == (done.verdict, done.carried_out)
    assert ["because"] == [one.text for one in done.sealed]


def test_what_is_not_known_is_not_explained_away() -> None:
    """An explanation covers what is not met, and what is not known only where the text says so."""
    told = explained()
    refused = told.do("a", "adopt", explanation="because")
    assert (Verdict.NOT_YET, "decide.not_met") == (refused.verdict, refused.headline.id)
    assert explained(unknown_too=True).do("a", "adopt", explanation="because").carried_out


def test_an_explanation_may_need_papers() -> None:
    """Comply or explain with papers: the explanation counts when the papers are there."""
    told = explained(papers=("paper",)).recorded("a", "n", 5)
    asked = told.do("a", "adopt", explanation="because")
    assert ("way.explain",) == tuple(one.id for one in asked.way_out)
    told.hand_in("a", "paper")
    assert told.do("a", "adopt", explanation="because").carried_out


def test_a_met_rule_needs_no_explanation() -> None:
    """Who complies is simply allowed, also when an explanation was given."""
    told = explained(papers=("paper",)).recorded("a", "n", 1)
    assert Verdict.ALLOWED is told.do("a", "adopt", explanation="because").verdict


@pytest.mark.parametrize("severity", ["warn", "hint"])
@pytest.mark.parametrize("value", [None, 5, 1])
def test_warnings_and_hints_never_refuse(severity: str, value: int | None) -> None:
    """A warning or hint is reported with its truth, and never stands in the way."""
    told = story(step("adopt", ("busy",), to="done", needs=(need(rule("small", SMALL, severity)),)))
    if value is not None:
        told.record("a", "n", value)
    outcome = told.do("a", "adopt")
    assert (Verdict.ALLOWED, True) == (outcome.verdict, outcome.carried_out)
    expected = 1 if value is None else 2 if value <= 3 else 0
    assert [(severity, expected)] == [(one.severity, one.truth) for one in outcome.findings]
    assert [expected] == [one.truth for one in outcome.events[-1].findings]


def test_blocking_stands_before_explaining() -> None:
    """With one rule that blocks and one that may be explained, an explanation is not enough."""
    told = story(
        step("adopt", ("busy",), to="done",
             needs=(need(rule("small", SMALL, "explain")), need(ask("note")))),
    ).recorded("a", "n", 5)  # fmt: skip
    outcome = told.do("a", "adopt", explanation="because")
    assert (Verdict.NOT_YET, "decide.not_met") == (outcome.verdict, outcome.headline.id)
    assert ["explain", "block"] == [one.severity for one in outcome.findings]


# ------------------------------------------------------------------ days


def test_acts_are_dated_back_within_bounds() -> None:
    """An act can be dated back as far as the text says, to the day; a step may say otherwise."""
    told = story(step("adopt", ("busy",), to="done", back_dating=(2, "week")), back=(1, "month"))
    late = told.on(date(2027, 3, 15))
    assert late.hand_in("a", "note", day=date(2027, 2, 15)).carried_out
    too_far = late.hand_in("a", "note", day=date(2027, 2, 14))
    assert ("decide.too_far_back", "over") == (too_far.headline.id, too_far.ground)
    assert date(2027, 2, 15) == too_far.headline.params["earliest"]
    assert "decide.too_far_back" == late.do("a", "adopt", day=date(2027, 2, 28)).headline.id
    assert late.do("a", "adopt", day=date(2027, 3, 1)).carried_out


def test_acts_are_not_dated_ahead() -> None:
    """Tomorrow may have begun elsewhere; the day after tomorrow has not."""
    told = story(step("adopt", ("busy",), to="done"))
    assert told.hand_in("a", "note", day=START + timedelta(days=1)).carried_out
    ahead = told.hand_in("a", "note", day=START + timedelta(days=2))
    assert (Verdict.NOT_YET, "decide.ahead") == (ahead.verdict, ahead.headline.id)


def test_a_later_fact_dated_back_undoes_nothing() -> None:
    """What was decided on what was known stays decided, whatever is recorded about earlier days."""
    told = story(
        step("go", ("busy",), to="gone", needs=(need(SMALL),)), step("rest", ("gone",))
    ).recorded("a", "n", 1)
    told = told.on(START + timedelta(days=5)).done("a", "go").on(START + timedelta(days=9))
    before = told.lines
    assert told.record("a", "n", 9, day=START + timedelta(days=2)).carried_out
    assert "gone" == told.state("a")
    assert before == told.lines[: len(before)]


@given(worlds(acts=10), st.integers(0, 60))
def test_settling_twice_settles_nothing_more(world: World, days: int) -> None:
    """After time has passed, letting the same time pass again records nothing."""
    command = world.command(Settle, day=world.day + timedelta(days=days))
    after = replay(decide(world.compiled, world.known, command, world.answers).lines, world.known)
    again = attrs.evolve(command, id="again")
    outcome = decide(world.compiled, after, again, world.answers)
    looping = any(
        found.step.name == "auto" and found.step.to in ("stays", "back")
        for found in world.compiled.steps.values()
    )
    assert looping or () == outcome.lines
