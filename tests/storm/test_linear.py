"""The look for one order finds it where there is one, and nothing where there is none."""

from __future__ import annotations

import itertools
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.storm.linear import Call, in_one_order


def register(state: int, asked: tuple[str, int]) -> tuple[Any, int]:
    """A number that is read, written, or changed from what somebody expects."""
    match asked:
        case ("read", _):
            return state, state
        case ("write", value):
            return None, value
        case ("next", expected):
            return state == expected, state + (state == expected)
    raise ValueError(asked)


def quiet(call: Call) -> bool:
    """What never changes a register."""
    return call.asked[0] == "read" or call.gave is False


IMPOSSIBLE = {
    "a read of what is long gone": [
        Call(0, 1, ("write", 1)), Call(2, 3, ("write", 2)), Call(4, 5, ("read", 0), 1),
    ],
    "a read of what never was": [Call(0, 1, ("write", 1)), Call(2, 3, ("read", 0), 7)],
    "a read before it was written": [Call(0, 1, ("read", 0), 5), Call(2, 3, ("write", 5))],
    "two get the same place": [Call(0, 9, ("next", 0), True), Call(1, 8, ("next", 0), True)],
    "an update lost": [
        Call(0, 4, ("next", 0), True), Call(1, 5, ("next", 1), True), Call(6, 7, ("read", 0), 1),
    ],
    "two readers see another order": [
        Call(0, 20, ("write", 1)), Call(0, 20, ("write", 2)),
        Call(1, 2, ("read", 0), 1), Call(3, 4, ("read", 0), 2), Call(5, 6, ("read", 0), 1),
    ],
    "refused though it was free": [Call(0, 1, ("next", 0), False)],
    "what nobody heard of, seen and gone": [
        Call(0, None, ("write", 1)), Call(1, 2, ("read", 0), 1), Call(3, 4, ("read", 0), 0),
    ],
}  # fmt: skip
POSSIBLE = {
    "nothing": [],
    "at once, in the other order": [
        Call(0, 9, ("next", 1), True), Call(1, 8, ("next", 0), True), Call(10, 11, ("read", 0), 2),
    ],
    "a read beside a write, old": [Call(0, 9, ("write", 1)), Call(1, 2, ("read", 0), 0)],
    "a read beside a write, new": [Call(0, 9, ("write", 1)), Call(1, 2, ("read", 0), 1)],
    "what nobody heard of took effect late": [
        Call(0, None, ("write", 1)), Call(1, 2, ("read", 0), 0), Call(3, 4, ("read", 0), 1),
    ],
    "what nobody heard of never did": [Call(0, None, ("write", 1)), Call(5, 6, ("read", 0), 0)],
}  # fmt: skip


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_what_cannot_have_been_is_found(name: str) -> None:
    """There is no order in which one writer alone would have got these answers."""
    assert in_one_order(IMPOSSIBLE[name], 0, register, quiet) is None


@pytest.mark.parametrize("name", POSSIBLE)
def test_what_can_have_been_is_told_in_order(name: str) -> None:
    """Some order gives all these answers."""
    assert in_one_order(POSSIBLE[name], 0, register, quiet) is not None


asked = st.tuples(st.sampled_from(["read", "write", "next"]), st.integers(0, 2))


@given(st.lists(st.tuples(asked, st.integers(0, 6), st.integers(0, 6)), max_size=8))
def test_what_was_done_in_an_order_is_accepted(steps: list[Any]) -> None:
    """However long each call lasted around the moment at which it took effect."""
    state, calls = 0, []
    for moment, (wanted, before, after) in enumerate(steps):
        gave, state = register(state, wanted)
        calls.append(Call(10 * moment - 7 * before, 10 * moment + 7 * after, wanted, gave))
    found = in_one_order(calls, 0, register, quiet)
    assert found is not None
    assert sorted(calls, key=repr) == sorted(found, key=repr)


@given(
    st.lists(st.tuples(asked, st.integers(0, 8), st.integers(0, 8), st.integers(0, 3),
                       st.booleans()), max_size=5)
)  # fmt: skip
def test_it_agrees_with_trying_every_order(steps: list[Any]) -> None:
    """Whatever was answered, also what no register would say."""
    calls = []
    for wanted, start, lasts, value, heard in steps:
        gave = {"read": value, "write": None, "next": bool(value % 2)}[wanted[0]]
        calls.append(Call(start, start + lasts if heard else None, wanted, gave))
    assert _by_trying(calls) == (in_one_order(calls, 0, register, quiet) is not None)


def _by_trying(calls: list[Call]) -> bool:
    unheard = [one for one in calls if one.returned is None]
    heard = [one for one in calls if one.returned is not None]
    for count in range(len(unheard) + 1):
        for some in itertools.combinations(unheard, count):
            if any(map(_fits, itertools.permutations([*heard, *some]))):
                return True
    return False


def _fits(order: tuple[Call, ...]) -> bool:
    state = 0
    for place, call in enumerate(order):
        if any(later.returned is not None and later.returned < call.called
               for later in order[place:]):  # fmt: skip
            return False
        gave, state = register(state, call.asked)
        if call.returned is not None and gave != call.gave:
            return False
    return True


def test_a_long_history_takes_no_search() -> None:
    """Thousands of calls, a score of them at any time."""
    calls = [Call(10 * n, 10 * n + 195, ("next", n), True) for n in range(1500)]
    reads = [Call(10 * n, 10 * n + 195, ("read", 0), n) for n in range(1500)]
    assert in_one_order([*calls, *reads], 0, register, quiet) is not None
    late = attrs.evolve(reads[700], called=9000, returned=9100)
    assert in_one_order([*calls, *reads[:700], late], 0, register, quiet) is None
