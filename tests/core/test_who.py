"""Who is meant, on a day: from the register, and from the roles of a case."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests import strategies_core as world

from samenwerk.core.view import View, located
from samenwerk.core.who import (
    covers,
    mandates_between,
    members,
    registered,
    settled,
    turning_days,
)
from samenwerk.values.register import Giving, Holding, Located, Party, Register, Seat, Span
from samenwerk.values.who import ITSELF, Group, Mandate, Role, Subject, Table, Who

DAY = date(2027, 2, 1)
LATER = Span(DAY + timedelta(days=1))
PAST = Span(None, DAY - timedelta(days=1))

CHAIR = Who("role", "chair", role=Role(name="chair"))
CARE = Who("table", "care", table=Table(name="care"))
WHOLE = Who("table", "whole", table=Table(name="whole", speakers=("care",), members=(CHAIR,)))

REGISTER = Register(
    (
        Party("noord", "provider"), Party("zuid", "provider", span=LATER),
        Party("oost", "insurer"), Party("west", "provider", span=PAST),
    ),
    sits=(Seat("care", "noord"), Seat("care", "oost", LATER)),
    holds=(Holding("chair", "oost"), Holding("chair", "noord", PAST)),
)  # fmt: skip


def group(**more):
    """A group of this description."""
    return Who("group", "it", group=Group(name="it", **more))


def test_the_register_says_who_is_meant():
    """Sorts, roles, tables and parties, each on the day asked for."""
    asked = (Who("sort", "provider"), CHAIR, CARE, Who("party", "noord"), ITSELF, WHOLE)
    assert [("noord",), ("oost",), ("noord",), ("noord",), (), ("oost", "care")] == [
        registered(who, REGISTER, DAY) for who in asked
    ]
    tomorrow = DAY + timedelta(days=1)
    assert ("noord", "zuid") == registered(Who("sort", "provider"), REGISTER, tomorrow)
    assert ("noord", "oost") == registered(CARE, REGISTER, tomorrow)


def test_a_group_asks_everything_that_is_written():
    """Of a sort, with the role, at the table, and not among others."""
    asked = (
        group(), group(sorts=("provider",)), group(role=CHAIR), group(table=CARE),
        group(sorts=("insurer",), role=CHAIR), group(table=CARE, role=CHAIR),
        group(not_in=(CHAIR,)), group(table=WHOLE),
    )  # fmt: skip
    asked = [Who("group", str(n), group=who.group) for n, who in enumerate(asked)]
    assert [
        ("noord", "oost"), ("noord",), ("oost",), ("noord",), ("oost",), (), ("noord",),
        ("oost", "care"),
    ] == [registered(who, REGISTER, DAY) for who in asked]  # fmt: skip


def test_a_group_may_be_a_map_or_regions_of_it():
    """Who is in that region on that day; another map of the same names is another map."""
    day = Span(DAY)
    register = Register(
        (Party("noord", "provider"), Party("oost", "insurer"), Party("zuid", "provider")),
        regions=(
            Located("care", "east", "oost", Span(None, DAY - timedelta(days=1))),
            Located("care", "west", "oost", day), Located("care", "east", "noord"),
            Located("police", "east", "zuid"),
        ),
    )  # fmt: skip
    asked = [
        Who("group", str(n), group=Group(name="it", **more)) for n, more in enumerate((
            {"map": "care"}, {"map": "care", "regions": ("east",)},
            {"map": "care", "regions": ("west", "east"), "sorts": ("insurer",)},
            {"map": "police", "regions": ("west",)},
        ))
    ]  # fmt: skip
    assert [("noord", "oost"), ("noord",), ("oost",), ()] == [
        registered(who, register, DAY) for who in asked
    ]
    assert [("noord", "oost"), ("noord", "oost"), ("oost",), ()] == [
        registered(who, register, DAY - timedelta(days=1)) for who in asked
    ]
    assert {"west": ("oost",), "east": ("noord",)} == register.placed("care", DAY)
    assert (DAY - timedelta(days=1), DAY) == turning_days(register)


def test_who_no_longer_takes_part_has_no_seat_role_or_mandate():
    """Whatever the lines about it say; who is no party of the register (a table) stays."""
    register = Register(
        (Party("noord", "provider", span=PAST), Party("oost", "insurer")),
        (Seat("care", "noord"), Seat("care", "oost"), Seat("care", "whole")),
        (Holding("chair", "noord"),),
        (Giving("m", ("noord", "oost"), "west"), Giving("m", ("oost",), "noord")),
    )
    asked = [(CARE, DAY), (CHAIR, DAY), (CHAIR, DAY - timedelta(days=1))]
    assert [("oost", "whole"), (), ("noord",)] == [
        registered(who, register, day) for who, day in asked
    ]
    assert [((), 1), ((), 0)] == [
        (mandates_between(register, "noord", holder, DAY),
         len(mandates_between(register, "oost", holder, DAY))) for holder in ("west", "noord")
    ]  # fmt: skip


def test_a_role_of_a_case_is_looked_up_in_the_nearest_case():
    """Also from a case beneath it; nobody where there is no such case."""
    known = world.world(REGISTER, (("proposer", ("zuid",)),))
    change = View(known, known.cases["c"], DAY)
    plan = View(known, known.cases["p"], DAY)
    assert [("zuid",), ()] == [members(world.PROPOSER, view) for view in (change, plan)]
    assert ["c", "p", "r", None] == [
        None if (found := located(change, name)) is None else found.id
        for name in ("change", "plan", "collaboration", "far")
    ]
    assert located(change, None) is change.case


@given(world.views(), st.sampled_from(world.WHOS))
def test_asking_twice_gives_the_same(view, who):
    """What a register remembers of itself changes no answer."""
    register = view.collaboration.register
    again = Register(*register.lines)
    found = registered(who, register, view.day)
    assert found == registered(who, register, view.day) == registered(who, again, view.day)
    assert len(set(found)) == len(found)


@given(world.views(), st.sampled_from(world.WHOS), st.integers(0, 400))
def test_between_its_turning_days_a_register_says_the_same(view, who, more):
    """What holds on a day holds until a line begins or has ended."""
    register = view.collaboration.register
    later = view.day + timedelta(days=more)
    if not any(view.day <= day <= later for day in turning_days(register)):
        assert registered(who, register, view.day) == registered(who, register, later)
    if settled(register, view.day):
        assert registered(who, register, view.day) == registered(who, register, later)


def test_many_days_do_not_fill_the_memory():
    """A register remembers some thousands of answers, and then begins anew."""
    register = Register((Party("noord", "provider"),))
    for n in range(5000):
        registered(Who("sort", "provider"), register, DAY + timedelta(days=n))
    assert len(register.memo) <= 4097
    assert register.party("noord") == Party("noord", "provider")
    assert register.party("zuid") is None


def test_a_mandate_lives_on_its_days():
    """Given by that party, to that party, and not over."""
    lines = (
        Giving("signing", ("noord", "west"), "oost"),
        Giving("signing", ("noord",), "oost", PAST),
        Giving("speaking", ("zuid",), "oost"),
    )
    register = Register(gives=lines)
    assert [(lines[0],), (lines[2],), ()] == [
        mandates_between(register, giver, "oost", DAY) for giver in ("noord", "zuid", "oost")
    ]


def test_a_mandate_covers_its_acts_and_subjects_and_their_parts():
    """The whole covers its parts; a part not the whole; none named means any."""
    subjects = {
        "care": Subject(name="care"),
        "night": Subject(name="night", part_of="care"),
        "ring": Subject(name="ring", part_of="ring"),
    }
    free, bound = Giving("m", ("a",), "b"), Giving("m", ("a",), "b", subjects=("night",))
    wide = Mandate(name="m", may=("vote", "sign"), on=("care",))
    assert [True, False, True, False, True, False, False, False] == [
        covers(wide, free, "vote", ("care",), subjects),
        covers(wide, free, "pay", ("care",), subjects),
        covers(wide, free, "vote", ("night",), subjects),
        covers(wide, bound, "vote", ("care",), subjects),
        covers(wide, bound, None, ("night",), subjects),
        covers(wide, free, "vote", (), subjects),
        covers(wide, free, "vote", ("night", "ring"), subjects),
        covers(wide, free, "vote", ("unknown",), subjects),
    ]
    assert covers(Mandate(name="m"), free, "pay", (), subjects)
