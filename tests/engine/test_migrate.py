"""Another workflow takes effect: new cases come under it, and each case is judged by its own."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.upgrade.plots import LATER, NEW, OLD, START, changed, garden, made

from samenwerk import (
    By,
    CommandReused,
    Conflict,
    Engine,
    MemoryStore,
    Plugins,
    Room,
    Sight,
    UnknownName,
    Verdict,
    open_store,
)
from samenwerk.core.evolve import replay
from samenwerk.store.contract import Store
from samenwerk.values.case import Collaboration
from samenwerk.values.event import CaseKept, CaseMoved, DefinitionChanged, StepDone

KEEPS = """
[transition.weighed_ones]
nl = "Wat gewogen is, blijft zoals het was"
en = "What was weighed stays as it was"
lifecycle = "plot"
while_in = ["weighed"]
until = 2027-12-31
"""
OLDER, NEWER = made(OLD).digest, made(NEW).digest


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Each store in turn."""
    one: Store = MemoryStore() if request.param == "memory" else open_store(tmp_path / "s.db")
    yield one
    one.close()


def definitions(room: Room) -> dict[str, str]:
    """The definition of each case, as `old` or `new`."""
    words = {OLDER: "old"}
    return {id: words.get(one.definition, "new") for id, one in room.collaboration.cases.items()}


def whole(known: Collaboration | None) -> tuple[object, ...]:
    """A collaboration by content."""
    assert known is not None
    return (known.sequence, known.head, known.cases, known.by_state, known.by_lifecycle,
            known.register.lines, known.definition, known.earlier, known.workflow)  # fmt: skip


def test_open_cases_move_and_the_record_says_so(store: Store) -> None:
    """Each case has a line of its own, and what is read back is what was answered."""
    room = garden(store)
    outcome = room.migrate(made(NEW), actor="anna")
    assert [
        ("DefinitionChanged", None), ("CaseMoved", "g"), ("CaseMoved", "rosa"),
        ("CaseMoved", "iris"),
    ] == [(type(one.what).__name__, one.case) for one in outcome.events]  # fmt: skip
    assert {(NEWER, "anna")} == {(one.definition, one.actor) for one in outcome.events}
    assert {"g": "new", "rosa": "new", "iris": "new"} == definitions(room)
    assert whole(replay(room.history())) == whole(room.collaboration)
    assert room.verify(outcome.head).anchored
    other = Engine(store, plugins=Plugins.of(), clock=lambda: START).room("garden")
    assert ("2", "1") == (other.workflow.version, other.earlier[0].version)


def test_a_case_is_judged_by_its_own_definition() -> None:
    """What is kept asks what it asked; what moved, and what is new, asks what is asked now."""
    room = garden()
    room.migrate(made(NEW + KEEPS))
    assert {"g": "new", "rosa": "new", "iris": "old"} == definitions(room)
    room.hand_in("plan", "a plan", case="iris", actor="cees")
    assert room.ask("plot.give", case="iris", actor="anna").allowed
    assert Verdict.NOT_YOU is room.ask("plot.give", case="iris", actor="bram").verdict
    room.do("plot.weigh", case="rosa", actor="anna")
    room.hand_in("plan", "a plan", case="rosa", actor="cees")
    assert Verdict.NOT_YOU is room.ask("plot.give", case="rosa", actor="anna").verdict
    assert Verdict.NOT_YET is room.ask("plot.give", case="rosa", actor="bram").verdict
    room.do("plot.ask", case="lily", actor="cees")
    assert made(NEW + KEEPS).digest == room.collaboration.cases["lily"].definition
    assert room.do("plot.give", case="iris", actor="anna").carried_out


def test_a_form_is_made_by_the_definition_of_the_case_as_far_as_it_is_seen() -> None:
    """Who was let in has the text of a new case, and of each case in sight; one out of sight is
    as one that is not there."""
    room = garden()
    now = made(NEW + KEEPS)
    room.migrate(now)
    sight = Sight(who="bram", cases=frozenset({"g", "rosa"}))
    some = By(room._desk, "bram", lambda *_: sight).room("garden")
    every = By(room._desk, "bram").room("garden")
    assert now == every.workflow == some.workflow
    cases = ("iris", "rosa", "nowhere")
    assert ["1", "2", "2"] == [every.workflow_of(one).version for one in cases]
    assert ["2", "2", "2"] == [some.workflow_of(one).version for one in cases]


def test_worklists_and_needs_go_by_the_definition_of_the_case() -> None:
    """Todo, needs, blockers and days are of the text that the case is judged by."""
    room = garden()
    room.migrate(made(NEW + KEEPS))
    room.do("plot.weigh", case="rosa", actor="anna")
    asked = {
        case: sorted(str(act.act.params.get("document", act.act.params.get("step")))
                     for act in room.needs("plot.give", case=case).acts if act.act is not None)
        for case in ("iris", "rosa")
    }  # fmt: skip
    assert 2 == len(asked["iris"])
    assert 3 == len(asked["rosa"])
    assert ("anna",) == room.blockers("plot.give", case="iris")
    assert ("bram",) == room.blockers("plot.give", case="rosa")
    soil = [one.case for one in room.todo("bram") if "soil" in str(one.obligation.act)]
    assert ["rosa"] == soil
    days = {(one.case, one.what.id): one.day for one in room.due()}
    weighed = START.date()
    assert weighed + timedelta(weeks=4) == days["iris", "due.state"]
    assert weighed + timedelta(weeks=2) == days["rosa", "due.state"]
    assert date(2027, 12, 31) == days["iris", "due.kept"]


def test_steps_that_nobody_does_go_by_the_definition_of_the_case() -> None:
    """The same term runs out after half a year for the one, after a year for the other."""
    room = garden()
    room.migrate(made(NEW + KEEPS))
    at_summer = room.standing(day=date(2027, 9, 1))
    assert ("lapsed", "weighed") == tuple(at_summer.cases[one].state for one in ("rosa", "iris"))
    at_spring = room.standing(day=date(2028, 3, 1))
    assert "lapsed" == at_spring.cases["iris"].state


def test_what_time_had_made_due_is_done_by_the_former_definition_first() -> None:
    """A case whose term was over before another text took effect ended by the old one."""
    room = garden()
    room = Engine(
        room._desk.store, plugins=Plugins.of(), clock=lambda: START + timedelta(days=400)
    ).room("garden")
    outcome = room.migrate(made(NEW))
    lapsed = [one for one in outcome.events if isinstance(one.what, StepDone)]
    assert [OLDER, OLDER] == [one.definition for one in lapsed]
    assert ["DefinitionChanged", "CaseMoved"] == [
        type(one.what).__name__ for one in outcome.events[2:]
    ]


def test_what_follows_by_itself_under_the_new_text_is_recorded_with_it() -> None:
    """A term that is shorter now, and over already, is acted upon in the same command."""
    room = garden()
    room = Engine(
        room._desk.store, plugins=Plugins.of(), clock=lambda: START + timedelta(days=250)
    ).room("garden")
    outcome = room.migrate(made(NEW))
    assert [NEWER, NEWER] == [
        one.definition for one in outcome.events if isinstance(one.what, StepDone)
    ]
    assert "CaseMoved" == type(outcome.events[1].what).__name__


@pytest.mark.parametrize(
    ("pairs", "cannot"),
    [
        ([('[lifecycle.plot.state.weighed]', '[lifecycle.plot.state.judged]'),
          ('to = "weighed"', 'to = "judged"'), ('from = "weighed"', 'from = "judged"'),
          ('"asked", "weighed"', '"asked", "judged"')], ("state", "plot.weighed")),
        ([('due = "2 weeks"', 'final = true'), ('from = ["asked", "weighed"]', 'from = ["asked"]'),
          ('from = "weighed"', 'from = "asked"')], ("final", "plot.weighed")),
        ([('type = "whole_number"', 'type = "money"')], ("fact_type", "plot.size")),
        ([('type = "whole_number"', 'type = "choice"\none_of = ["small", "large"]')],
         ("fact_type", "plot.size")),
    ],
    ids=["no such state", "an end there", "another type", "a word"],
)  # fmt: skip
def test_a_case_without_a_place_there_stays(
    pairs: list[tuple[str, str]], cannot: tuple[str, str]
) -> None:
    """It is not forced: the record says why it stays, and it goes on by what it ran by."""
    room = garden()
    room.record("size", 3, case="iris", actor="anna")
    outcome = room.migrate(made(changed(NEW, *pairs)))
    kept = {one.case: one.what for one in outcome.events if isinstance(one.what, CaseKept)}
    assert (cannot,) == kept["iris"].cannot
    assert {"g": "new", "rosa": "new", "iris": "old"} == definitions(room)
    room.hand_in("plan", "a plan", case="iris", actor="cees")
    assert room.do("plot.give", case="iris", actor="anna").carried_out


def test_a_state_that_is_called_otherwise_can_be_named() -> None:
    """With the new name the case moves, keeps its day, and goes on from there."""
    renamed = changed(
        NEW, ("[lifecycle.plot.state.weighed]", "[lifecycle.plot.state.judged]"),
        ('to = "weighed"', 'to = "judged"'), ('from = "weighed"', 'from = "judged"'),
        ('"asked", "weighed"', '"asked", "judged"'),
    )  # fmt: skip
    room = garden()
    before = room.collaboration.cases["iris"]
    outcome = room.migrate(made(renamed), states={"plot.weighed": "judged"})
    (event,) = [one for one in outcome.events if one.case == "iris"]
    assert ("weighed", "judged") == (event.from_state, event.to_state)
    assert isinstance(event.what, CaseMoved)
    assert (("weighed", "judged"),) == event.what.states
    case = room.collaboration.cases["iris"]
    assert ("judged", before.entered, before.clock) == (case.state, case.entered, case.clock)
    assert {"iris"} == set(room.collaboration.by_state["plot", "judged"])
    assert whole(replay(room.history())) == whole(room.collaboration)
    for states in ({"plot.wieghed": "judged"}, {"plot.weighed": "jugded"}):
        with pytest.raises(UnknownName):
            garden().migrate(made(renamed), states=states)


def test_a_clause_keeps_by_state_day_of_opening_and_conditions() -> None:
    """Only a case that fits all that the clause says stays."""
    clause = KEEPS.replace('while_in = ["weighed"]\n', "{}\n")
    written = {
        "opened_before = 2027-02-10": [],
        "opened_before = 2027-02-11": ["rosa", "iris"],
        'needs = [{ fact = "size", at_least = 3 }]': ["iris"],
        'while_in = ["asked"]\nneeds = [{ fact = "size", at_least = 3 }]': [],
        'while_in = ["asked", "weighed"]': ["rosa", "iris"],
    }
    for words, kept in written.items():
        room = garden()
        room.record("size", 3, case="iris", actor="anna")
        room.migrate(made(NEW + clause.replace("{}", words)))
        assert set(kept) == {id for id, one in definitions(room).items() if one == "old"}, words


def test_after_the_last_day_of_a_clause_its_cases_can_be_moved() -> None:
    """Nothing moves by itself; migrating to the same text again moves what is kept no longer."""
    room = garden()
    text = made(NEW + KEEPS)
    room.migrate(text)
    assert () == room.migrate(text).lines
    assert "old" == definitions(room)["iris"]
    store = room._desk.store
    later = Engine(store, plugins=Plugins.of(), clock=lambda: START + timedelta(days=330))
    room = later.room("garden")
    outcome = room.migrate(text, day=date(2028, 1, 1))
    moved = [one.case for one in outcome.events if isinstance(one.what, CaseMoved)]
    assert ["iris"] == moved


def test_migrating_to_what_is_in_effect_changes_nothing() -> None:
    """Nothing is recorded, and the head stays."""
    room = garden()
    head = room.collaboration.head
    assert () == room.migrate(made(OLD)).lines
    assert head == room.collaboration.head


def test_one_can_go_back() -> None:
    """The former text can take effect again, for the cases too."""
    room = garden()
    room.migrate(made(NEW))
    room.migrate(made(OLD))
    assert {"g": "old", "rosa": "old", "iris": "old"} == definitions(room)
    assert (NEWER,) == room.collaboration.earlier
    assert whole(replay(room.history())) == whole(room.collaboration)


def test_the_same_command_is_carried_out_once(store: Store) -> None:
    """Sent again it gives its lines again; with another text under its id it is refused."""
    room = garden(store)
    first = room.migrate(made(NEW), command_id="up", expect=room.collaboration.head)
    again = room.migrate(made(NEW), command_id="up", expect="something else")
    assert (first.lines, True) == (again.lines, again.repeated)
    with pytest.raises(CommandReused):
        room.migrate(made(NEW + KEEPS), command_id="up")


def test_a_record_that_moved_on_is_left_alone(store: Store) -> None:
    """With the head that was looked at, nothing happens once somebody acted in between."""
    room = garden(store)
    seen = room.collaboration.head
    room.hand_in("plan", "a plan", case="iris", actor="cees")
    head = room.collaboration.head
    with pytest.raises(Conflict):
        room.migrate(made(NEW), expect=seen)
    assert (head, OLDER) == (room.collaboration.head, room.collaboration.definition)


def test_looking_ahead_records_nothing_and_tells_the_same(store: Store) -> None:
    """What is foreseen on a day is what is recorded on it, and the store keeps no trace."""
    room = garden(store)
    before = list(room.history())
    seen = room.foresee(made(NEW + KEEPS))
    assert before == list(room.history())
    assert store.definition(made(NEW + KEEPS).digest) is None
    done = room.migrate(made(NEW + KEEPS))
    assert [(one.case, one.what, one.definition) for one in seen.outcome.events] == [
        (one.case, one.what, one.definition) for one in done.events
    ]
    assert seen.after.cases == room.collaboration.cases
    assert "old" == definitions(garden())["rosa"]
    later = garden().foresee(made(NEW), day=LATER + timedelta(days=400))
    assert later.outcome.carried_out
    assert isinstance(later.outcome.events[-1].what, DefinitionChanged | CaseMoved)
