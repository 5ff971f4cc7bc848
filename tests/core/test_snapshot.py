"""A collaboration written down as it stands is read back as the same, or not at all."""

import json
from datetime import date
from decimal import Decimal
from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from immutables import Map
from tests.core.test_evolve import some_stream, states_of
from tests.strategies_events import amounts, days, facts, lines, names, some, texts, values
from tests.strategies_workflows import worlds

from samenwerk.core.evolve import enrolled
from samenwerk.core.snapshot import SHELVES, read_snapshot, same, snapshot_of, snapshot_text
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.cell import Cell, Entry
from samenwerk.values.effect import OpenEffect
from samenwerk.values.errors import RecordBroken
from samenwerk.values.event import CaseKept, Enrolled
from samenwerk.values.register import Register

numbers = st.integers(0, 10**9)
entries = st.builds(Entry, st.one_of(*values.values()), days, numbers, st.none() | names)
shelves = st.dictionaries(
    names, st.dictionaries(st.none() | names, entries, max_size=2).map(Map), max_size=2
).map(Map)
kept = st.none() | st.builds(
    CaseKept, names, st.none() | names, st.none() | days, some(st.tuples(names, names))
)
cases = st.builds(
    Case, id=texts, lifecycle=names, state=names, parent=st.none() | names, definition=names,
    opened=entries, entered=days, state_since=numbers, over=st.booleans(), trail=some(names),
    **dict.fromkeys(SHELVES, shelves),
    roles=st.dictionaries(names, some(names), max_size=2).map(Map), of=st.none() | names,
    rests_on=st.none() | names, came_from=some(names),
    clocks=st.dictionaries(names, days, max_size=2).map(Map), kept=kept,
)  # fmt: skip
effects = st.builds(
    OpenEffect, names, names, names, names, names, names, names, numbers, days, st.none() | names,
    some(facts), some(st.tuples(names, some(names))), st.none() | names,
    some(st.tuples(names, names)), st.booleans(), st.integers(1, 9),
)  # fmt: skip
money = st.builds(Entry, amounts, days, numbers, st.none() | names)
moved = st.dictionaries(st.builds(Cell, names, names, names, st.none() | names), money, max_size=2)


@st.composite
def collaborations(draw):
    """A collaboration with anything in it that an event could have brought."""
    several = draw(st.lists(cases, max_size=3, unique_by=lambda one: one.id))
    by_lifecycle, by_state = Map(), Map()
    for order, case in enumerate(several):
        listed = by_lifecycle.get(case.lifecycle, Map()).set(case.id, order)
        by_lifecycle = by_lifecycle.set(case.lifecycle, listed)
        key = (case.lifecycle, case.state)
        by_state = by_state.set(key, by_state.get(key, Map()).set(case.id, order))
    register = enrolled(Register(), draw(st.builds(Enrolled, **lines)))
    return Collaboration(
        draw(names), draw(names), draw(names), draw(days), draw(names), draw(st.booleans()),
        register, draw(numbers), draw(names), Map({one.id: one for one in several}), by_state,
        by_lifecycle, draw(st.none() | days), Map(draw(moved)), draw(some(names)),
        Map({one.key: one for one in draw(some(effects))}),
    )  # fmt: skip


@given(collaborations())
def test_what_is_written_down_is_read_back(known):
    """Whatever stands in a collaboration; and equal ones have one text."""
    text = snapshot_text(known)
    back = read_snapshot(text)
    assert same(known, back), (known, back)
    assert text == snapshot_text(back)


@given(st.one_of(worlds().map(lambda world: world.known), st.integers(0, 2**32).map(
    lambda seed: states_of(some_stream(Random(seed)))[-1]
)))  # fmt: skip
def test_what_was_lived_is_read_back(known):
    """Of collaborations that came about by deciding, and of streams of every kind of event."""
    assert same(known, read_snapshot(snapshot_text(known)))


def standing():
    """A small collaboration with a bit of everything."""
    entry = Entry(Decimal("12.50"), date(2027, 2, 1), 4, "noord")
    one = Case(
        "c", "plan", "open", None, "d", entry, date(2027, 2, 1), 4,
        facts=Map({"f": Map({None: entry, "zuid": entry})}), clocks=Map({"open": entry.day}),
        roles=Map({"lead": ("noord",)}),
    )  # fmt: skip
    return Collaboration(
        "k", "w", "d", date(2027, 2, 1), "Europe/Amsterdam", False, Register(), 7, "head",
        Map({"c": one}), Map({("plan", "open"): Map({"c": 4})}), Map({"plan": Map({"c": 4})}),
        date(2027, 2, 1), Map({Cell("", "pool", "p"): entry}),
    )  # fmt: skip


@given(st.data())
def test_a_text_that_is_not_ours_is_refused(data):
    """A text of which anything was changed is no snapshot, or tells something else."""
    known = standing()
    text = snapshot_text(known)
    place = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 3))
    spoiled = text[:place] + data.draw(st.text('{}[]",:0a ', max_size=3)) + text[place + cut :]
    try:
        back = read_snapshot(spoiled)
    except RecordBroken:
        return
    assert same(known, back) is (snapshot_text(back) == text)


@pytest.mark.parametrize("raw", [
    {"shape": 2}, {"cases": None}, {"sequence": "7"}, {"rehearsal": 0}, {"more": 1},
    {"started": "2027-02-30"}, {"sequence": 7.0}, {"definitions": []},
])  # fmt: skip
def test_nothing_is_guessed(raw):
    """Another shape, a field of another kind, one too many: each is refused."""
    told = json.loads(snapshot_text(standing()))
    with pytest.raises(RecordBroken):
        read_snapshot(json.dumps({**told, **raw}))


def test_a_snapshot_knows_when_it_was_damaged():
    """Its digest is over everything else that is in it."""
    whole = snapshot_of(standing())
    assert whole.sound
    changes = {"collaboration": "x", "sequence": 8, "head": "x", "shape": 2, "body": "x",
               "digest": "x"}  # fmt: skip
    sound = {name: attrs.evolve(whole, **{name: to}).sound for name, to in changes.items()}
    assert dict.fromkeys(changes, False) == sound
