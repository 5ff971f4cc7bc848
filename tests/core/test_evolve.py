"""What recorded events make of a collaboration."""

from datetime import UTC, date, datetime, timedelta
from random import Random

import attrs
from hypothesis import given
from hypothesis import strategies as st
from immutables import Map

from samenwerk.core.evolve import enrolled, evolve, replay
from samenwerk.values.case import Collaboration
from samenwerk.values.cell import Entry
from samenwerk.values.event import (
    CollaborationStarted,
    DocumentHandedIn,
    DocumentIn,
    Enrolled,
    FactRecorded,
    FactValue,
    Line,
    PositionGiven,
    RecordedEvent,
    Sealed,
    StepDone,
)
from samenwerk.values.register import Giving, Holding, Located, Party, Register, Seat, Span

START = date(2027, 2, 1)
STATES = ("a", "b", "c")
PARTIES = ("noord", "zuid", None)


def event(sequence, what, **more):
    """An event as the engine would record it."""
    common = {"effective": START + timedelta(days=sequence // 2), "actor": "noord", **more}
    return RecordedEvent(
        collaboration="k", sequence=sequence, id=f"e{sequence}", command=f"c{sequence}",
        recorded=datetime(2027, 2, 1, tzinfo=UTC), definition="d", what=what, before="",
        **common,
    )  # fmt: skip


def some_stream(random, most=25):
    """A stream of every kind of event, in an order that an engine could have allowed."""
    events = [event(1, CollaborationStarted("w", "Europe/Amsterdam", False))]
    states = {}
    for sequence in range(2, random.randint(2, most)):
        actor = random.choice(PARTIES[:2])
        behalf = random.choice(PARTIES)
        case = random.choice(tuple(states)) if states else None
        kind = random.choice(("open", "step", "step", "say", "fact", "paper", "enrol"))
        if kind == "enrol":
            party = Party(random.choice(("noord", "zuid")), random.choice(("x", "y")))
            events.append(event(sequence, Enrolled(parties=(party,)), actor=actor))
        elif kind == "open" or case is None:
            id = f"case{sequence}"
            lifecycle, to = random.choice(("plan", "change")), random.choice(STATES)
            events.append(event(
                sequence, StepDone(opens=random.choice(("", *states)), roles=(("lead", (actor,)),)),
                case=id, lifecycle=lifecycle, step="open", from_state=None, to_state=to,
                actor=actor, on_behalf_of=behalf,
            ))  # fmt: skip
            states[id] = (lifecycle, to)
        elif kind == "step":
            lifecycle, at = states[case]
            moved = random.random() < 0.8
            to = random.choice(STATES) if moved else at
            what = StepDone(
                moved=moved, over=random.random() < 0.1,
                facts=random.choice(((), (FactValue("f", "whole_number", sequence),))),
                documents=random.choice(((), (DocumentIn("note", Sealed("s")),))),
            )  # fmt: skip
            events.append(event(
                sequence, what, case=case, lifecycle=lifecycle, step=random.choice(("go", "back")),
                from_state=at, to_state=to, actor=random.choice(PARTIES), on_behalf_of=behalf,
            ))  # fmt: skip
            states[case] = (lifecycle, to)
        else:
            what = {
                "say": PositionGiven("it", random.choice(("for", "against"))),
                "fact": FactRecorded(
                    FactValue("f", "text", Sealed("s"), random.choice(PARTIES))
                ),
                "paper": DocumentHandedIn(DocumentIn("note", None)),
            }[kind]
            events.append(event(sequence, what, case=case, actor=actor, on_behalf_of=behalf))
    return events


def states_of(events):
    """Every collaboration on the way."""
    known, found = None, []
    for one in events:
        known = evolve(known, one, f"hash{one.sequence}")
        found.append(known)
    return found


streams = st.integers(0, 2**32).map(lambda seed: some_stream(Random(seed)))


def shown(known):
    """A collaboration by content; a register compares by identity."""
    return attrs.evolve(known, register=None), known.register.lines


@given(streams, st.data())
def test_a_stream_can_be_read_in_parts(events, data):
    """Reading on from what is known is the same as reading from the start."""
    lines = [Line(one, "", f"hash{one.sequence}") for one in events]
    cut = data.draw(st.integers(0, len(lines)))
    whole, parts = replay(lines), replay(lines[cut:], replay(lines[:cut]))
    assert shown(whole) == shown(parts) == shown(states_of(events)[-1])
    assert (events[-1].sequence, f"hash{events[-1].sequence}") == (whole.sequence, whole.head)
    assert max(one.effective for one in events) == whole.latest


@given(streams)
def test_the_indexes_say_what_the_cases_say(events):
    """Each case stands once by its lifecycle and once by its state, in the order of opening."""
    for known in states_of(events):
        by_lifecycle, by_state = {}, {}
        for case in known.cases.values():
            order = next(one.sequence for one in events if one.case == case.id)
            by_lifecycle.setdefault(case.lifecycle, {})[case.id] = order
            by_state.setdefault((case.lifecycle, case.state), {})[case.id] = order
        assert by_lifecycle == {key: dict(shelf) for key, shelf in known.by_lifecycle.items()}
        assert by_state == {key: dict(shelf) for key, shelf in known.by_state.items()}


@given(streams)
def test_each_cell_holds_the_last_that_was_recorded_in_it(events):
    """Facts, documents, positions and steps, by whom they are; nothing earlier is left."""
    known = states_of(events)[-1]
    cells = {}
    for one in events:
        what, doer = one.what, one.on_behalf_of or one.actor
        match what:
            case PositionGiven():
                cells[one.case, "positions", "it", doer] = (what.position, one)
            case FactRecorded():
                cells[one.case, "facts", "f", what.fact.who] = ("s", one)
            case DocumentHandedIn():
                cells[one.case, "documents", "note", None] = ("", one)
            case StepDone():
                for who in {None, doer}:
                    cells[one.case, "steps", one.step, who] = (True, one)
                for fact in what.facts:
                    cells[one.case, "facts", "f", None] = (fact.value, one)
                for _ in what.documents:
                    cells[one.case, "documents", "note", None] = ("s", one)
    found = {
        (case.id, kind, name, who): entry
        for case in known.cases.values()
        for kind in ("facts", "documents", "positions", "steps")
        for name, shelf in getattr(case, kind).items()
        for who, entry in shelf.items()
    }
    expected = {
        cell: Entry(value, one.effective, one.sequence, one.actor)
        for cell, (value, one) in cells.items()
    }
    assert expected == found


@given(streams)
def test_a_case_stands_where_its_last_step_led(events):
    """State, day of entering, and a trail without repeats that never holds the state itself."""
    for known in states_of(events):
        for case in known.cases.values():
            mine = [one for one in events if one.case == case.id and one.step is not None]
            mine = [one for one in mine if one.sequence <= known.sequence]
            moves = [one for one in mine if one.what.moved]
            assert case.state == moves[-1].to_state
            assert (case.entered, case.state_since) == (moves[-1].effective, moves[-1].sequence)
            assert len(set(case.trail)) == len(case.trail) < len(STATES)
            assert case.state not in case.trail
            assert case.over == mine[-1].what.over


def test_the_first_event_makes_the_collaboration():
    """Everything about it stands in that event."""
    first = event(1, CollaborationStarted("w", "Europe/Amsterdam", True))
    known = evolve(None, first, "h")
    expected = Collaboration(
        "k", "w", "d", START, "Europe/Amsterdam", True, known.register, 1, "h", latest=START
    )
    assert expected == known
    assert ((), (), (), (), ()) == known.register.lines
    assert replay(()) is None


def test_a_line_of_the_register_gets_a_last_day():
    """The same line again replaces the one that stands; another one is added behind it."""
    open_, ended = Span(START), Span(START, START)
    old = Register(
        (Party("noord", "x"),), (Seat("t", "noord", open_),), (Holding("r", "noord", open_),),
        (Giving("m", ("noord",), "zuid", open_),), (Located("k", "o", "noord", open_),),
    )  # fmt: skip
    lines = Enrolled(
        (Party("noord", "y"), Party("zuid", "x")), (Seat("t", "noord", ended),),
        (Holding("r", "noord", ended), Holding("r", "zuid", open_)),
        (Giving("m", ("noord",), "zuid", ended), Giving("m", ("noord",), "oost", open_)),
        (Located("k", "o", "noord", ended), Located("k", "w", "noord", open_)),
    )  # fmt: skip
    new = enrolled(old, lines)
    assert (lines.parties, lines.sits, lines.holds, lines.gives, lines.regions) == new.lines
    assert (Party("noord", "x"),) == old.parties


def test_a_step_that_opens_a_case_keeps_who_opened_it():
    """The one it was done for, who takes the role, and the case above."""
    done = StepDone(opens="p", roles=(("lead", ("zuid",)),))
    known = evolve(None, event(1, CollaborationStarted("w", "Europe/Amsterdam", False)))
    one = event(2, done, case="c", lifecycle="change", step="open", to_state="a",
                on_behalf_of="zuid")  # fmt: skip
    case = evolve(known, one).cases["c"]
    assert ("p", "zuid", "noord") == (case.parent, case.opened.by, case.steps["open"]["zuid"].by)
    assert Map({"lead": ("zuid",)}) == case.roles
