"""Plans: a flat way to a step, tried and without anything that can be left out."""

from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from benchmarks import precondition
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.small import START, Story, ask, done, fact, lifecycle, need, step, workflow
from tests.strategies_workflows import PARTIES, World, goals, worlds

from samenwerk.core.compiled import compile_workflow
from samenwerk.core.obligations import blockers, make_plan, plan_for, shrunk, works
from samenwerk.core.plan import Plan
from samenwerk.core.planner import noon
from samenwerk.definitions.read import read_text
from samenwerk.values.command import Command, Do, HandIn
from samenwerk.values.time import Term
from samenwerk.values.tree import Some


def planned(world: World, goal: Do) -> tuple[Command, ...] | None:
    """The commands of the plan, or None."""
    plan = plan_for(world.compiled, world.known, goal, world.answers)
    return None if plan is None else plan.commands


def tried(world: World, commands: Any) -> bool:
    """Whether these commands are carried out, one after another."""
    return works(world.compiled, world.known, list(commands), world.answers)


def at(command: Command, day: date) -> Command:
    """The command on another day."""
    return attrs.evolve(command, day=day, moment=noon(day))


@given(st.data())
def test_a_plan_works_through_decide(data: st.DataObject) -> None:
    """Every command of a plan is carried out on its day, and the last one is the step."""
    world = data.draw(worlds())
    goal = data.draw(goals(world))
    commands = planned(world, goal)
    if commands is None:
        return
    for command in commands:
        before = world
        world = world.after(command)
        assert world is not before
    last = commands[-1]
    assert isinstance(last, Do)
    assert (goal.case, goal.step) == (last.case, last.step)


@settings(max_examples=60)
@given(st.data())
def test_nothing_can_be_left_out_of_a_plan(data: st.DataObject) -> None:
    """Without any one of its acts, or with a day less of waiting, a plan no longer works."""
    world = data.draw(worlds())
    goal = data.draw(goals(world))
    commands = planned(world, goal)
    if commands is None:
        return
    for index in range(len(commands) - 1):
        assert not tried(world, commands[:index] + commands[index + 1 :])
    for day in range((commands[-1].day - goal.day).days):
        sooner = goal.day + timedelta(days=day)
        assert not tried(world, [at(one, min(one.day, sooner)) for one in commands])


@settings(max_examples=60)
@given(st.data())
def test_blockers_are_exactly_those_without_whom_no_plan_is_left(data: st.DataObject) -> None:
    """Of all parties in the register, those whose freezing leaves no plan."""
    world = data.draw(worlds())
    goal = data.draw(goals(world))
    compiled, known, answers = world.compiled, world.known, world.answers
    if make_plan(compiled, known, goal, answers) is None:
        assert () == blockers(compiled, known, goal, answers)
        return
    needed = tuple(
        party
        for party in PARTIES
        if make_plan(compiled, known, goal, answers, frozen=frozenset({party})) is None
    )
    assert needed == blockers(compiled, known, goal, answers)


@pytest.mark.parametrize("share", ["1/2", "2/3", "1/1"])
def test_many_members_block_as_each_of_them_does_alone(share: str) -> None:
    """Of twelve members some can be replaced by others, or all are needed; the chair always is."""
    reading = read_text(precondition.TEXT.replace('share = "2/3"', f'share = "{share}"'))
    assert reading.workflow is not None
    ready = compile_workflow(reading.workflow)
    situation = attrs.evolve(precondition.large(12), positions={})
    known = precondition.collaboration(ready, situation)
    goal = precondition.ADOPT
    alone = tuple(
        party
        for party in sorted(one.id for one in known.register.parties)
        if make_plan(ready, known, goal, frozen=frozenset({party})) is None
    )
    assert (13 if share == "1/1" else 1) == len(alone)
    assert alone == blockers(ready, known, goal)


OPEN = step("open", to="busy")


def story(*steps: Any) -> Story:
    """A change that is open, with these steps."""
    return Story(workflow(lifecycle("change", OPEN, *steps))).done("a", "open")


def acts(told: Story) -> list[str]:
    """The acts of a plan for the adoption, by day, actor and what."""
    plan = plan_for(told.compiled, told.known, told.command(Do, case="a", step="change.adopt"), {})
    assert plan is not None
    found = []
    for one in plan.commands:
        what = getattr(one, "step", None) or getattr(one, "fact", None) or one.document
        found.append(f"{one.day:%m-%d} {one.actor} {what}")
    return found


def test_the_shortest_of_two_ways_is_planned() -> None:
    """Of two ways the one with fewer acts is taken."""
    both = Some((fact("m", "at_least", 2), ask("note")))
    told = story(step("adopt", ("busy",), to="done", by="chair", needs=(need(both),)))
    assert 2 == len(acts(told))


def test_a_plan_waits_as_short_as_it_can() -> None:
    """What must be four weeks old is done today, and the step four weeks later to the day."""
    told = story(
        step("put", ("busy",), by="chair"),
        step("adopt", ("busy",), to="done", by="chair",
             needs=(need(done("put", ago=Term(4, "week"))), need(ask("note")))),
    )  # fmt: skip
    assert ["02-01 noord note", "02-01 noord change.put", "03-01 noord change.adopt"] == acts(told)


def test_a_plan_redoes_what_would_be_too_old() -> None:
    """What must be fresh is done after the wait."""
    told = story(
        step("put", ("busy",), by="chair"),
        step("look", ("busy",), by="chair"),
        step("adopt", ("busy",), to="done", by="chair",
             needs=(need(done("look", within=Term(1, "week"))),
                    need(done("put", ago=Term(4, "week"))))),
    ).done("a", "look")  # fmt: skip
    expected = ["02-01 noord change.put", "03-01 noord change.look", "03-01 noord change.adopt"]
    assert expected == acts(told)


def test_a_ring_of_steps_has_no_plan() -> None:
    """Two steps that each need the other first cannot be planned, and that is found."""
    told = story(
        step("one", ("busy",), needs=(need(done("two")),)),
        step("two", ("busy",), needs=(need(done("one")),)),
        step("adopt", ("busy",), to="done", needs=(need(done("one")),)),
    )
    goal = told.command(Do, case="a", step="change.adopt")
    assert None is plan_for(told.compiled, told.known, goal)


def test_what_each_must_do_is_done_by_each() -> None:
    """A state that a case only reaches when all have signed is planned with all of them."""
    told = story(
        step("sign", ("busy",), to="signed", each=True), step("adopt", ("signed",), to="done")
    ).done("a", "sign", by="oost")
    assert [
        "02-01 noord change.sign",
        "02-01 zuid change.sign",
        "02-01 noord change.adopt",
    ] == acts(told)
    assert START == told.day


def test_what_a_plan_can_do_without_is_dropped() -> None:
    """Of a plan with an act too many and a wait for nothing, the step alone is left, today."""
    told = story(step("adopt", ("busy",), to="done"))
    day = START + timedelta(days=9)
    common = {"case": "a", "actor": "noord", "day": day, "moment": noon(day)}
    paper = told.command(HandIn, **common, document="note", title="title")
    adopt = told.command(Do, **common, step="change.adopt")
    plan = shrunk(told.compiled, told.known, Plan((paper, adopt), START))
    assert (at(adopt, START),) == plan.commands
