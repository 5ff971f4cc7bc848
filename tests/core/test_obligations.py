"""What is still needed, held against the real `decide`: random workflows, any reading of it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import timedelta

import attrs
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st
from tests.acting_out import Actor
from tests.strategies_workflows import PARTIES, World, commands, goals, worlds

from samenwerk.core.decide import decide
from samenwerk.core.obligations import blockers, make_plan, needs, plan_for, works
from samenwerk.values.command import Command, Do
from samenwerk.values.errors import Misuse
from samenwerk.values.obligation import Obligation

slowly = settings(
    max_examples=60, deadline=None, suppress_health_check=[*HealthCheck], print_blob=True
)


def finishing(world: World, goal: Do) -> Iterator[Command]:
    """The step itself, by and for anybody, with and without an explanation."""
    fills = (0, 1, 2) if world.compiled.steps[goal.step].step.fill_in else ()
    for actor in PARTIES:
        for party in (None, *PARTIES):
            for explanation in (None, "because"):
                for facts in ({}, *({"filled": one} for one in fills)):
                    yield world.command(
                        Do, case=goal.case, step=goal.step, actor=actor, on_behalf_of=party,
                        explanation=explanation, facts=facts,
                    )  # fmt: skip


def may_happen(world: World, goal: Do) -> bool:
    """Whether anybody at all can do the step now."""
    return any(
        decide(world.compiled, world.known, one, world.answers, seal=False, look=False).carried_out
        for one in finishing(world, goal)
    )


def told(tree: Obligation, deep: int = 0) -> None:
    """The tree, for whoever reads a counter-example."""
    act = tree.act and (tree.act.id, dict(tree.act.params))
    note(f"{'  ' * deep}{tree.kind} {act} {tree.who} {tree.count} {tree.earliest}")
    for part in tree.parts:
        told(part, deep + 1)


@slowly
@given(st.data())
def test_doing_everything_in_any_printed_way_ends_in_the_step_being_done(data):
    """Acts in any order, any of the parties, any of the alternatives: the step is then allowed."""
    world = data.draw(worlds())
    goal = data.draw(goals(world))
    tree = needs(world.compiled, world.known, goal, world.answers)
    if tree.kind in ("never", "unadvised"):
        return
    told(tree)
    actor = Actor(world, lambda those: those[data.draw(st.integers(0, len(those) - 1))])
    done = actor.run(tree)
    note("\n".join(actor.log))
    assert done


@slowly
@given(st.data())
def test_nothing_is_needed_exactly_when_somebody_can_do_it_now(data):
    """`nothing` if and only if `decide` lets somebody do the step on this very day."""
    world = data.draw(worlds(most=2, acts=6))
    goal = data.draw(goals(world))
    tree = needs(world.compiled, world.known, goal, world.answers)
    assert may_happen(world, goal) is (tree.kind == "nothing")


@slowly
@given(st.data())
def test_no_act_of_a_flat_plan_can_be_left_out_nor_its_wait(data):
    """A plan works; without any one of its acts, or on any earlier day, it does not."""
    world = data.draw(worlds(most=2, acts=6))
    goal = data.draw(goals(world))
    plan = plan_for(world.compiled, world.known, goal, world.answers)
    if plan is None:
        return
    acts = plan.commands

    def carried_out(those):
        return works(world.compiled, world.known, those, world.answers)

    assert carried_out(acts)
    for index in range(len(acts) - 1):
        assert not carried_out(acts[:index] + acts[index + 1 :])
    for back in range(1, (acts[-1].day - goal.day).days + 1):
        day = acts[-1].day - timedelta(days=back)
        sooner = [
            one if one.day <= day else attrs.evolve(one, day=day, moment=one.moment)
            for one in acts
        ]
        assert not carried_out(sooner)


@settings(slowly, max_examples=40)
@given(st.data())
def test_a_blocker_is_a_party_without_whom_no_plan_is_left(data):
    """Of all parties: exactly those whose standing still leaves no way, when there was one."""
    world = data.draw(worlds(most=2, acts=6))
    goal = data.draw(goals(world))
    if plan_for(world.compiled, world.known, goal, world.answers) is None:
        return
    named = blockers(world.compiled, world.known, goal, world.answers)
    alone = tuple(
        party
        for party in sorted(PARTIES)
        if make_plan(
            world.compiled, world.known, goal, world.answers, frozen=frozenset({party})
        ) is None
    )  # fmt: skip
    assert alone == tuple(sorted(named))


@settings(slowly, max_examples=150)
@given(st.data())
def test_what_is_never_possible_is_not_reached_by_three_acts_of_anybody(data):
    """After `never`, no three random acts, each carried out, make the step possible."""
    world = data.draw(worlds(most=2, acts=6))
    goal = data.draw(goals(world))
    if needs(world.compiled, world.known, goal, world.answers).kind != "never":
        return
    for _ in range(3):
        assert not may_happen(world, goal)
        with contextlib.suppress(Misuse):
            world = world.after(data.draw(commands(world)))
    assert not may_happen(world, goal)
