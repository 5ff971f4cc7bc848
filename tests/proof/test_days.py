"""The days that are tried bring about every order of days that there is."""

from datetime import date, timedelta
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from samenwerk.proof.days import Side, days_to_try
from samenwerk.values.calendar import Calendar
from samenwerk.values.cell import TODAY, Cell
from samenwerk.values.time import Term

START = date(2027, 2, 1)
SPOTS = [(Cell("c", "fact", name), "value") for name in ("a", "b")]
CALENDAR = Calendar(
    name="law", first=START - timedelta(days=30), last=START + timedelta(days=50), moves=True,
    holds=2, days_off={START + timedelta(days=more): "off" for more in (1, 4, 28, 29)},
)  # fmt: skip
TERMS = [
    Term(0, "day"), Term(1, "day"), Term(4, "week"), Term(1, "month"),
    Term(2, "working day", CALENDAR), Term(1, "week", CALENDAR), Term(0, "day", CALENDAR),
]  # fmt: skip


def _side(spot, term):
    return Side(spot, term.after)


SIDES = st.one_of(
    st.builds(_side, st.sampled_from(SPOTS), st.sampled_from(TERMS)),
    st.sampled_from([START, START + timedelta(days=31)]).map(lambda day: Side(None, at=day)),
    st.just(Side((TODAY, "value"))),
)


def _order(pairs, days):
    def of(side):
        return side.then(side.at if side.spot is None else days[side.spot])

    return tuple((of(one) > of(other)) - (of(one) < of(other)) for one, other in pairs)


@given(
    st.lists(st.tuples(SIDES, SIDES), min_size=1, max_size=3),
    st.lists(st.integers(-70, 70), min_size=2, max_size=2),
)
def test_every_order_that_exists_is_tried(pairs, offsets):
    """What random days show about the pairs is shown by some of the days to try."""
    there = {spot: START + timedelta(days=more) for spot, more in zip(SPOTS, offsets, strict=True)}
    today = {(TODAY, "value"): START}
    found = days_to_try(pairs, {(TODAY, "value"): (START,)}, START)
    used = [spot for spot in SPOTS if spot in found.at]
    tried = {
        _order(pairs, {**there, **today, **dict(zip(used, days, strict=True))})
        for days in product(*(found.at[spot] for spot in used))
    }
    assert _order(pairs, {**there, **today}) in tried
