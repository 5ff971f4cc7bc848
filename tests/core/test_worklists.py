"""Worklists: what a party can do, what others wait for, and which days are coming."""

from datetime import date, timedelta
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st
from tests.small import MEMBER, START, Story, ask, fact, lifecycle, need, rule, step, workflow
from tests.strategies_workflows import PARTIES, World, settle, worlds

from samenwerk.core.decide import decide
from samenwerk.core.leaves.decision import Decision as DecisionLeaf
from samenwerk.core.obligations import needs
from samenwerk.core.worklists import due, todo
from samenwerk.values.command import Do, Settle
from samenwerk.values.declared import Decision, State
from samenwerk.values.operand import DayOfStep, Shifted
from samenwerk.values.register import Giving, Holding
from samenwerk.values.time import Term
from samenwerk.values.tree import Ask
from samenwerk.values.waiting import Task
from samenwerk.values.who import Mandate, Role, Table, Who


@given(worlds(), st.sampled_from(PARTIES))
def test_what_is_ready_can_be_done(world: World, party: str) -> None:
    """A step that a party is told it can do now is one that needs nothing, and is asked of it."""
    for task in todo(world.compiled, world.known, party, settle(world), world.answers):
        act = task.obligation.act
        assert act is not None
        if task.ready:
            goal = world.command(Do, case=task.case, step=task.step)
            told = needs(world.compiled, world.known, goal, world.answers)
            assert "nothing" == told.kind
        else:
            assert act.id not in ("act.fill_in", "act.explain")


@given(worlds(), st.sampled_from(PARTIES))
def test_a_worklist_names_each_thing_once(world: World, party: str) -> None:
    """No act stands in a list twice, what is ready goes first, and over cases are left alone."""
    tasks = todo(world.compiled, world.known, party, settle(world), world.answers)
    keys = [(one.case, repr(one.obligation.act), one.ready) for one in tasks]
    assert len(keys) == len(set(keys))
    assert sorted(tasks, key=lambda one: not one.ready) == list(tasks)
    after = decide(world.compiled, world.known, settle(world), world.answers)
    over = {event.case for event in after.events if getattr(event.what, "over", False)}
    assert not {one.case for one in tasks} & over


OPEN = step("open", to="busy")


def tasks(story: Story, party: str) -> list[str]:
    """A worklist in few words."""
    found = todo(story.compiled, story.known, party, story.command(Settle), {})
    return [shown(one) for one in found]


def test_what_a_ready_step_is_explained_with_stands_beside_it() -> None:
    """Nobody finds out by doing it that words were asked."""
    small = rule("small", fact("n", "at_most", 3), "explain")
    adopt = step("adopt", ("busy",), to="done", by="chair", needs=(need(small),))
    story = Story(workflow(lifecycle("change", OPEN, adopt))).done("a", "open")
    story.recorded("a", "n", 5)
    found = todo(story.compiled, story.known, "noord", story.command(Settle), {})
    (ready,) = (one for one in found if one.step == "change.adopt" and one.ready)
    assert ["act.explain"] == [one.act.id for one in ready.obligation.explanations if one.act]


def shown(task: Task) -> str:
    """A task in few words."""
    act = task.obligation.act
    assert act is not None
    word = "can" if task.ready else "for"
    return f"{task.case} {word} {task.step}: {act.id} {'+'.join(task.obligation.who)}"


def carried(**told: Any) -> Story:
    """A change that the chair adopts once the members carry it and a note is there."""
    decision = Decision(**{"name": "carry", "by": (MEMBER,), "method": "majority", **told})
    adopt = step("adopt", ("busy",), to="done", by="chair",
                 needs=(need(Ask(DecisionLeaf(decision))), need(ask("note"))))  # fmt: skip
    made = workflow(lifecycle("change", OPEN, adopt, step("stop", ("busy",), to="done")),
                    decision=decision, mandates={"voice": Mandate(name="voice")})  # fmt: skip
    return Story(made).done("a", "open")


def test_what_others_wait_for() -> None:
    """A party sees what it can do now, and what is asked of it for a step of somebody else."""
    assert [
        "a can change.stop: act.do noord+oost+zuid",
        "a for change.adopt: act.hand_in noord+oost+zuid",
        "a for change.adopt: act.say noord+oost+zuid",
    ] == sorted(tasks(carried(), "oost"))


def test_who_has_spoken_is_not_asked_again() -> None:
    """A position that was given leaves the list of its party, not that of the others."""
    story = carried()
    story.say("a", "carry", "for", by="oost")
    assert "a for change.adopt: act.say noord+zuid" not in tasks(story, "oost")
    assert "a for change.adopt: act.say noord+zuid" in tasks(story, "zuid")


def test_the_step_is_ready_for_its_doer() -> None:
    """When nothing lacks any more the step is on the list of the chair alone."""
    story = carried()
    story.hand_in("a", "note")
    for one in ("oost", "zuid"):
        story.say("a", "carry", "for", by=one)
    assert "a can change.adopt: act.do noord" in tasks(story, "noord")
    assert ["a can change.stop: act.do noord+oost+zuid"] == tasks(story, "oost")


def test_who_speaks_for_another_sees_what_is_asked_of_it() -> None:
    """A table's representative finds the table's position; a mandate holder the giver's."""
    small = Table(name="small_table", representatives="envoy", speaks_at="table")
    home = Table(name="table", speakers=("small_table",))
    decision = Decision(name="carry", by=(Who("table", "table", table=home),), method="majority")
    adopt = step("adopt", ("busy",), to="done", by="chair",
                 needs=(need(Ask(DecisionLeaf(decision))),))  # fmt: skip
    made = workflow(
        lifecycle("change", OPEN, adopt), decision=decision,
        tables={"table": home, "small_table": small}, mandates={"voice": Mandate(name="voice")},
        roles={"chair": Role(name="chair"), "envoy": Role(name="envoy")},
    )  # fmt: skip
    holds = (Holding("chair", "noord"), Holding("envoy", "zuid"))
    gives = (Giving("voice", ("noord",), "oost"),)
    story = Story(made, holds=holds, gives=gives).done("a", "open")
    assert ["a for change.adopt: act.say small_table"] == tasks(story, "zuid")
    story.say("a", "carry", "for", by="zuid", on_behalf_of="small_table")
    assert ["a can change.adopt: act.do noord"] == tasks(story, "oost")


def days(story: Story) -> list[tuple[str, str, date, bool]]:
    """The days that are coming, in few words."""
    found = due(story.compiled, story.known, story.command(Settle), {})
    return [(one.case, one.what.id, one.day, one.overdue) for one in found]


def test_days_that_are_coming() -> None:
    """Terms of states, rounds that close and steps by time stand in the order of their days."""
    story = carried(absent="against", answer_within=Term(2, "week"))
    change = story.workflow.lifecycles["change"]
    lapse = step("lapse", ("busy",), to="done", by="time",
                 once_past=Shifted(DayOfStep("open"), Term(6, "week")))  # fmt: skip
    made = attrs.evolve(
        change,
        states={**change.states, "busy": State(name="busy", due=Term(4, "week"))},
        steps={**change.steps, "lapse": lapse},
    )
    workflow_ = attrs.evolve(story.workflow, lifecycles={"change": made})
    story = Story(workflow_).done("a", "open")
    expected = [
        ("a", "due.round", START + timedelta(weeks=2), False),
        ("a", "due.state", START + timedelta(weeks=4), False),
        ("a", "due.time", START + timedelta(weeks=6), False),
    ]
    assert expected == days(story)
    story.on(START + timedelta(weeks=5))
    assert [("a", "due.state", START + timedelta(weeks=4), True), expected[2]] == days(story)
    story.settle(START + timedelta(weeks=7))
    assert [] == days(story)


def test_a_round_names_who_has_not_spoken() -> None:
    """The closing day of a round names those who can still speak."""
    story = carried(absent="against", answer_within=Term(2, "week"))
    story.say("a", "carry", "for", by="oost")
    found = due(story.compiled, story.known, story.command(Settle), {})
    assert [("noord", "zuid")] == [one.who for one in found if one.what.id == "due.round"]
