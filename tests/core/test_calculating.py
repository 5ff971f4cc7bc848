"""What calculations come to: exactly, rounded as they say, and unknown with a part unknown."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import strategies_core as world

from samenwerk.core.calculating import round_off
from samenwerk.core.leaves.fact import Fact
from samenwerk.core.operands import cells, getter
from samenwerk.core.solving import _border
from samenwerk.core.view import View
from samenwerk.core.ways import AnyOf, Unadvisable, Want
from samenwerk.core.wording import made_of, plain_form
from samenwerk.language.catalogue import Speaker
from samenwerk.testing.views import put, recorded
from samenwerk.values.cell import Cell, Entry
from samenwerk.values.operand import Added, Constant, Extreme, Percent, Summed
from samenwerk.values.register import Holding, Party, Register

DAY = date(2027, 2, 1)
AMOUNT, LIMIT, QUIET = world.fact("amount"), world.fact("limit"), world.fact("quiet", 10)
PRICE = world.fact("price")
LOAD = world.fact("load")


@pytest.fixture
def view():
    """A change with an amount of 6, a limit of 4 and a price of 9,99, beside one with 7."""
    register = Register(
        tuple(Party(one, sort) for one, sort in world.SORTS.items()),
        holds=(Holding("chair", "noord"),),
    )
    known = world.world(register)
    seen = View(known, known.cases["c"], DAY)
    for cell, value in (
        (Cell("c", "fact", "amount"), 6), (Cell("c2", "fact", "amount"), 7),
        (Cell("c", "fact", "limit"), 4), (Cell("c", "fact", "price"), Decimal("9.99")),
        (Cell("c", "fact", "load", "noord"), 2), (Cell("c", "fact", "load", "zuid"), 3),
        (Cell("c", "fact", "load", "oost"), 5),
    ):  # fmt: skip
        seen = recorded(seen, cell, value)
    return seen


def percent(share, round, of=PRICE, kind="money"):
    """So many percent of the price."""
    return world.calculated(Percent(Constant(share), of), kind, round)


@pytest.mark.parametrize(
    ("form", "worth"),
    [
        (Added((AMOUNT, LIMIT, QUIET)), 20),
        (Added((AMOUNT,), (LIMIT, Constant(3))), -1),
        (Extreme((AMOUNT, LIMIT), True), 6),
        (Extreme((AMOUNT, LIMIT), False), 4),
        (Added((AMOUNT, world.fact("ceiling"))), None),
        (Extreme((AMOUNT, world.fact("ceiling")), False), None),
        (Summed(LOAD, world.MEMBER, None), 10),
        (Summed(LOAD, world.CHAIR, None), 2),
        (Summed(LOAD, world.EVERYONE, None), None),
        (Summed(LOAD, world.NOBODY, None), 0),
        (Summed(AMOUNT, None, "change", "plan"), 13),
        (Summed(AMOUNT, None, "change", "plan", ("adopted",)), 0),
        (Summed(AMOUNT, None, "change", "far"), 13),
    ],
)
def test_what_a_calculation_comes_to(view, form, worth):
    """A sum counts the case itself too, and over nothing it is nothing."""
    assert worth == getter(world.calculated(form))(view)


@pytest.mark.parametrize(
    ("operand", "worth"),
    [
        (percent(50, "cent"), Decimal("5.00")),  # 4,995: a half goes up
        (percent(-50, "cent"), Decimal("-5.00")),
        (percent(Decimal("12.5"), "cent"), Decimal("1.25")),
        (percent(5, "euro"), Decimal("0.00")),
        (percent(50, "euro_up"), Decimal("5.00")),
        (percent(50, "euro_down"), Decimal("4.00")),
        (percent(-50, "euro_up"), Decimal("-4.00")),
        (percent(50, "whole_up", LIMIT, "whole_number"), 2),
        (percent(60, "whole_up", LIMIT, "whole_number"), 3),
        (percent(60, "whole_down", LIMIT, "whole_number"), 2),
        (percent(10, "cent", Constant(Decimal("999999999999999.99"))),
         Decimal("100000000000000.00")),
        (percent(10**14, "cent", Constant(Decimal("999999999999999.99"))),
         Decimal("999999999999999990000000000.00")),
        (world.calculated(Added((PRICE,), (Constant(Decimal("10.00")),)), "money", None,
                          Constant(Decimal("0.00"))), Decimal("0.00")),
        (world.calculated(Added((PRICE,)), "money", None, world.fact("price")), Decimal("9.99")),
        (world.calculated(Added((AMOUNT,)), not_below=world.fact("ceiling")), None),
    ],
)  # fmt: skip
def test_how_it_is_rounded_and_bounded(view, operand, worth):
    """Nothing is lost before the rounding, however large; an unknown bound is no bound."""
    found = getter(operand)(view)
    assert (worth, str(worth)) == (found, str(found))


@given(st.fractions(), st.sampled_from(("cent", "euro", "euro_up", "euro_down", "whole_up")))
def test_rounding_goes_to_a_neighbour(number, how):
    """Never further than one unit, up never down, and what is round stays as it is."""
    unit = Fraction(1, 100) if how == "cent" else Fraction(1)
    found = round_off(number, how)
    assert ((found / unit).denominator, found) == (1, round_off(found, how))
    assert abs(found - number) <= (unit / 2 if how in ("cent", "euro") else unit)
    assert not (how.endswith("up") and found < number)
    assert not (how.endswith("down") and found > number)


@given(world.reckoned, world.views())
def test_a_calculation_rests_on_its_cells_alone(operand, view):
    """Any other fact or state may change, and the outcome stays."""
    worth, mine = getter(operand)(view), cells(operand, view)
    for cell in world.CELLS:
        if cell not in mine:
            after = put(view, cell, Entry(world.contents(cell)[0], view.day, 99))
            assert worth == getter(operand)(after)


def test_the_border_of_a_part_is_exact(view):
    """110% of the price reaches 12 euros from 10 euros and 91 cents on, and not a cent before."""
    leaf = Fact(percent(110, "cent"), (("at_least", Constant(Decimal("12.00"))),))
    way = leaf.ways(view, True)
    assert isinstance(way, Want)
    cell = Cell("c", "fact", "price")
    assert [False, True] == [
        way.allowed.holds(Entry(Decimal(one), DAY, 1), DAY, lambda cell: None)
        for one in ("10.90", "10.91")
    ]
    after = [recorded(view, cell, Decimal(one)) for one in ("10.90", "10.91")]
    assert [0, 2] == [leaf.evaluate()(one) for one in after]


def test_no_single_part_below_nothing_is_advised(view):
    """With the limit already too high, a lower amount would have to be less than nothing."""
    total = world.calculated(Added((AMOUNT, LIMIT)))
    few = Fact(total, (("at_most", Constant(3)),)).ways(view, True)
    enough = Fact(total, (("at_most", Constant(9)),)).ways(view, True)
    assert (Unadvisable, AnyOf) == (type(few), type(enough))


def test_what_others_have_is_not_advised_to_change(view):
    """A sum over cases moves with the case at hand; not with what others were given."""
    total = world.calculated(Summed(AMOUNT, None, "change", "plan"))
    way = str(Fact(total, (("at_most", Constant(10)),)).ways(view, True))
    assert "operand=3" in way
    assert "operand=4" not in way


@pytest.mark.parametrize(
    ("operand", "nl", "en"),
    [
        (world.calculated(Added((AMOUNT, QUIET), (LIMIT,))),
         "amount 6 en quiet 10, min limit 4", "amount 6 and quiet 10, less limit 4"),
        (percent(Decimal("12.5"), "cent"), "12,5% van price € 9,99", "12.5% of price €9.99"),
        (percent(Decimal("100.00"), "cent"), "100% van price € 9,99", "100% of price €9.99"),
        (world.calculated(Extreme((AMOUNT, world.fact("ceiling")), True)),
         "de hoogste van amount 6 en ceiling (niet bekend)",
         "the most of amount 6 and ceiling (not known)"),
        (world.calculated(Summed(AMOUNT, None, "change", "plan")),
         "amount samen: c 6 en c2 7", "amount together: c 6 and c2 7"),
        (world.calculated(Summed(LOAD, world.NOBODY, None)),
         "load van 0 samen", "load of 0 together"),
    ],
)  # fmt: skip
def test_a_calculation_tells_what_it_is_made_of(view, operand, nl, en):
    """Each part with what it is worth, in both languages."""
    told = made_of(operand, view)
    assert [nl, en] == [Speaker(lang).tell(told.params["made"]) for lang in ("nl", "en")]


def test_a_calculation_says_what_it_does():
    """Before any case, without amounts."""
    forms = (
        Added((AMOUNT,), (LIMIT,)), Percent(Constant(10), PRICE), Percent(LIMIT, PRICE),
        Extreme((AMOUNT, LIMIT), False), Summed(LOAD, world.MEMBER, None),
        Summed(AMOUNT, None, "change", "plan", ("adopted",)),
    )  # fmt: skip
    assert [
        "tel bij elkaar op: amount; haal daar van af: limit", "neem 10% van price",
        "neem dit percentage van price: limit", "neem de laagste van amount en limit",
        "tel load op over elke member", "tel amount op over elke change in adopted",
    ] == [Speaker("nl").tell(plain_form(world.calculated(form))) for form in forms]  # fmt: skip


@given(most=st.integers(1, 10**15), data=st.data())
def test_a_border_is_found_wherever_the_search_begins(most: int, data: st.DataObject) -> None:
    """The lowest number that passes, or one past the end; nothing outside is ever asked."""
    border = data.draw(st.integers(-most, most + 1))
    near = data.draw(st.integers(-most, most) | st.just(max(-most, min(most, border + 1))))
    asked: list[int] = []

    def passes(number: int) -> bool:
        asked.append(number)
        return number >= border

    assert border == _border(passes, most, near)
    assert all(-most <= number <= most for number in asked)
