"""What holds of any workflow and any record: the same text changes nothing, moved or replayed."""

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies_workflows import World, commands, settle, worlds

from samenwerk.core.compiled import compile_workflow, together
from samenwerk.core.decide import decide
from samenwerk.core.evolve import replay
from samenwerk.core.worklists import due, todo
from samenwerk.upgrade.asked_now import Standing, turns
from samenwerk.upgrade.replaying import replayed
from samenwerk.values.command import Migrate
from samenwerk.values.errors import Misuse
from samenwerk.values.event import CaseMoved

OTHER = "f" * 64


def migrating(world: World) -> Migrate:
    """To the same workflow under another digest."""
    at = settle(world)
    return Migrate(id="move", actor=None, moment=at.moment, day=at.day,
                   workflow=world.compiled.workflow.name, definition=OTHER)  # fmt: skip


@given(worlds())
@settings(max_examples=60, deadline=None)
def test_replayed_under_the_same_text_nothing_goes_otherwise(world: World) -> None:
    """Only what was entered later with an earlier day may be held against an act."""
    found = replayed("regio", world.lines, world.compiled.workflow)
    assert [] == [(one.kind, one.event) for one in found.otherwise if one.kind != "late"]


@given(worlds(), st.data())
@settings(max_examples=60, deadline=None)
def test_moving_to_an_equal_text_changes_nothing(world: World, data: st.DataObject) -> None:
    """Every open case moves, asks and owes the same, and answers the next command alike."""
    new = compile_workflow(attrs.evolve(world.compiled.workflow, digest=OTHER))
    both = together(world.compiled, [new])
    outcome = decide(both, world.known, migrating(world))
    moved = [one.case for one in outcome.events if isinstance(one.what, CaseMoved)]
    after = replay(outcome.lines, world.known)
    assert after is not None
    assert {id for id, case in after.cases.items() if not case.over} <= set(moved)
    assert (outcome.head, OTHER) == (after.head, after.definition)
    assert replay(outcome.lines[1:], replay(outcome.lines[:1], world.known)) == after
    at = settle(world)
    same = world.known.changed(sequence=after.sequence)
    for party in ("a", "b"):
        assert todo(world.compiled, same, party, at) == todo(both, after, party, at)
    assert due(world.compiled, world.known, at) == due(both, after, at)
    old, now = (Standing(both, known, {}, migrating(world)) for known in (world.known, after))
    for id in moved:
        assert all(turn.same for turn in turns(old, now, id))
    command = data.draw(commands(world))
    told = []
    for compiled, known in ((world.compiled, world.known), (both, after)):
        try:
            told.append(decide(compiled, known, command, seal=False))
        except Misuse as error:
            told.append(str(error))
    first, second = told
    if isinstance(first, str) or isinstance(second, str):
        assert first == second
    else:
        assert (first.verdict, first.headline) == (second.verdict, second.headline)
