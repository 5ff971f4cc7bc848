"""What operands are worth, on which cells that rests, and how they are spelled."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from tests import strategies_core as world

from samenwerk.core.operands import cells, entry_in, getter, question, read, spelled
from samenwerk.core.view import View
from samenwerk.testing.views import put, recorded
from samenwerk.values.cell import TODAY, Cell, Entry
from samenwerk.values.operand import (
    Constant,
    DayInYear,
    DayOfStep,
    FactOf,
    FirstAfter,
    Latest,
    Shifted,
    Today,
)
from samenwerk.values.register import Giving, Register
from samenwerk.values.time import Term

DAY = date(2027, 2, 1)
DUE = FactOf("due", "date")
STEP = DayOfStep("announce")


@pytest.fixture
def view():
    """A change with a due date at the end of January, announced on the first of February."""
    known = world.world(Register(gives=(Giving("signing", ("noord",), "oost"),)))
    seen = View(known, known.cases["c"], DAY, "oost", "noord", {"plugin x @c": 2})
    seen = recorded(seen, Cell("c", "fact", "due"), date(2027, 1, 31))
    seen = recorded(seen, Cell("c", "fact", "load", "noord"), 3)
    seen = recorded(seen, Cell("p", "fact", "until"), date(2028, 12, 1))
    return recorded(seen, Cell("c", "step", "announce"), True)


@pytest.mark.parametrize(
    ("operand", "value", "spelling"),
    [
        (Constant(5), 5, "5"),
        (Constant("open"), "open", '"open"'),
        (Constant(5, "ceiling"), 5, "ceiling=5"),
        (DUE, date(2027, 1, 31), "due"),
        (FactOf("lost", "date"), None, "lost"),
        (FactOf("lost", "whole_number", silence=0), 0, "lost"),
        (FactOf("until", "date", "plan"), date(2028, 12, 1), "plan.until"),
        (FactOf("until", "date", "far"), None, "far.until"),
        (Today(), DAY, "today"),
        (STEP, DAY, "day of announce"),
        (DayOfStep("publish", "plan"), None, "day of plan.publish"),
        (Shifted(DUE, Term(1, "month")), date(2027, 2, 28), "(due + 1 month)"),
        (Shifted(STEP, Term(4, "week"), True), date(2027, 1, 4), "(day of announce - 4 weeks)"),
        (DayInYear(12, 31, DUE), date(2027, 12, 31), "(12-31 in due)"),
        (DayInYear(2, 29, DUE), date(2027, 2, 28), "(02-29 in due)"),
        (DayInYear(2, 29, DUE, Term(1, "day")), date(2027, 3, 1), "(02-29 in due + 1 day)"),
        (FirstAfter("new_month", DUE), date(2027, 2, 1), "(new_month from due)"),
        (FirstAfter("new_month", STEP), date(2027, 2, 1), "(new_month from day of announce)"),
        (FirstAfter("new_year", DUE), date(2028, 1, 1), "(new_year from due)"),
        (
            FirstAfter("new_month", FactOf("until", "date", "plan")),
            date(2028, 12, 1),
            "(new_month from plan.until)",
        ),
        (Latest((DUE, Today())), DAY, "latest(due, today)"),
        (Latest((FactOf("lost", "date"),)), None, "latest(lost)"),
        (Shifted(FactOf("load", "date", per=True), Term(1, "day")), None, "(load + 1 day)"),
    ],
)
def test_what_an_operand_is_worth(view, operand, value, spelling):
    """None is not known, and what rests on it is not known either."""
    assert (value, spelling) == (getter(operand)(view), spelled(operand))


def test_a_day_that_is_no_day_is_not_known(view):
    """A value of another type gives no day, and no exception."""
    strange = put(view, Cell("c", "fact", "due"), Entry("soon", DAY, 99))
    shifted = (Shifted(DUE, Term(1, "day")), DayInYear(1, 1, DUE), FirstAfter("new_year", DUE))
    assert [None, None, None, DAY] == [
        getter(one)(strange) for one in (*shifted, Latest((DUE, Today())))
    ]


def test_new_year_after_the_last_year_there_is(view):
    """The calendar ends; the reckoning does not fail."""
    last = Constant(date(9999, 12, 5))
    assert [date.max, date.max] == [
        getter(FirstAfter(what, last))(view) for what in ("new_month", "new_year")
    ]


def test_a_fact_per_party_is_that_of_the_party_at_hand(view):
    """Another party has another cell."""
    load = FactOf("load", "whole_number", per=True)
    assert [3, None] == [getter(load)(view.of_party(who)) for who in ("noord", "zuid")]
    assert (Cell("c", "fact", "load", "zuid"),) == cells(load, view.of_party("zuid"))


def test_the_cells_of_an_operand(view):
    """Everything its value rests on, however deep; a case that is not there has no cells."""
    deep = Latest((Shifted(DUE, Term(1, "day")), Today(), DayInYear(1, 1, STEP), Constant(DAY)))
    assert (Cell("c", "fact", "due"), TODAY, Cell("c", "step", "announce")) == cells(deep, view)
    nowhere = (FactOf("until", "date", "far"), DayOfStep("publish", "far"), Constant(1))
    assert [(), (), ()] == [cells(one, view) for one in nowhere]
    assert (Cell("p", "fact", "until"),) == cells(FirstAfter("new_year", FactOf(
        "until", "date", "plan"
    )), view)  # fmt: skip


@given(world.days, world.views())
def test_an_operand_rests_on_its_cells_alone(operand, view):
    """Any other fact or step may change, and the value stays."""
    value, mine = getter(operand)(view), cells(operand, view)
    for cell in world.CELLS:
        if cell not in mine:
            after = put(view, cell, Entry(world.contents(cell)[0], view.day, 99))
            assert value == getter(operand)(after)
    if TODAY not in mine:
        moved = put(view, TODAY, Entry(True, view.day + timedelta(days=40), 0))
        assert value == getter(operand)(moved)


def test_what_stands_in_a_cell(view):
    """What was recorded, where a case is, and what the view and the register say."""
    told = {
        TODAY: Entry(DAY, DAY, 0),
        Cell("", "actor", "actor"): Entry("noord>oost", DAY, 0),
        Cell("c", "answer", "plugin x"): Entry(2, DAY, 0),
        Cell("c", "answer", "plugin y"): None,
        Cell("", "mandate", "signing", "noord>oost"): Entry(True, DAY, 0),
        Cell("", "mandate", "signing", "oost>noord"): None,
        Cell("", "cases", "plan"): None,
        Cell("c", "state", "state"): Entry("drafted", world.START, 3),
        Cell("c", "step", "announce"): Entry(True, DAY, 13),
        Cell("lost", "fact", "due"): None,
    }
    assert told == {cell: entry_in(view, cell) for cell in told}
    assert ((TODAY, Entry(DAY, DAY, 0)),) == read(view, (TODAY, Cell("c", "fact", "lost")))


def test_a_question_is_asked_per_case_and_party():
    """So that one command can carry the answers of several."""
    assert ["plugin x @c", "plugin x @c noord"] == [
        question(Cell("c", "answer", "plugin x", who)) for who in (None, "noord")
    ]
