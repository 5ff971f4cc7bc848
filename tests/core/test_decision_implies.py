"""One decision implies another: only where it asks more of the same voters, never by chance."""

from itertools import product

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.test_votes import SHARES, YES, scene
from tests.strategies_core import EVERYONE

from samenwerk.core.leaves.decision import Decision as Leaf
from samenwerk.core.leaves.document import Document
from samenwerk.values.declared import Decision
from samenwerk.values.share import Share

HALF, MOST, ALL = (Share.parse(one) for one in ("1/2", "3/4", "1/1"))
PLAIN = Decision(name="it", by=(EVERYONE,), method="qualified", share=MOST, quorum=3)
PARTIES = ("noord", "zuid", "oost", "west")


@pytest.mark.parametrize(
    ("other", "stricter"),
    [
        ({}, (True, True)),
        ({"share": HALF}, (True, False)),
        ({"share": ALL}, (False, True)),
        ({"quorum": 2}, (True, False)),
        ({"quorum": 4}, (False, True)),
        ({"quorum": None}, (False, False)),
        ({"quorum": HALF}, (False, False)),
        ({"share": HALF, "quorum": 4}, (False, False)),
        ({"method": "majority", "share": None}, (False, False)),
        ({"name": "else"}, (False, False)),
    ],
)
def test_a_higher_share_or_quorum_implies_a_lower_one(other, stricter) -> None:
    """For a yes the stricter one implies the other, for a no it is the other way round."""
    one, two = Leaf(PLAIN), Leaf(attrs.evolve(PLAIN, **other))
    assert stricter == (one.implies(two, True), two.implies(one, True))
    assert stricter == (two.implies(one, False), one.implies(two, False))


def test_nothing_is_implied_for_another_case_or_condition() -> None:
    """The same decision in a case above is another one; so is a document."""
    leaf = Leaf(PLAIN)
    assert not leaf.implies(Leaf(PLAIN, "project"), True)
    assert not leaf.implies(Document("it", "it"), True)


QUORUMS = (None, 1, 2, 3, 4, HALF, MOST, ALL)


@given(
    st.tuples(st.sampled_from(SHARES), st.sampled_from(QUORUMS)),
    st.tuples(st.sampled_from(SHARES), st.sampled_from(QUORUMS)),
    st.sampled_from(("qualified", "double")),
    st.sampled_from(("stays_open", "left_out", "against")),
)
def test_what_is_implied_always_holds(one, two, method, absent) -> None:
    """Whatever the four say: where the one is decided, so is what it implies."""
    plain = attrs.evolve(PLAIN, method=method, absent=absent, weight="load", weight_share=HALF)
    mine, its = (Leaf(attrs.evolve(plain, share=share, quorum=quorum))
                 for share, quorum in (one, two))  # fmt: skip
    if not mine.implies(its, True):
        return
    asked = mine.evaluate(), its.evaluate()
    for words in product(("for", "against", None), repeat=4):
        view = scene(PARTIES, zip(PARTIES, words, strict=True))
        first, second = (one(view) for one in asked)
        assert first < YES or second == YES
