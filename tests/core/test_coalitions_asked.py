"""Who can decide by a method that only a function knows, beside what our own count says."""

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenwerk.core.coalitions import coalitions, fresh
from samenwerk.core.coalitions_asked import MOST_ASKED, coalitions_asked
from samenwerk.values.declared import Decision
from samenwerk.values.share import Share
from samenwerk.values.time import Term

OURS = Decision(name="d", by=(), method="qualified", share=Share(2, 3))
ASKED = attrs.evolve(OURS, method="plug.share", share=None)


@given(
    st.integers(1, 5),
    st.sampled_from((Share(1, 2), Share(2, 3), Share(1, 1))),
    st.sampled_from(("stays_open", "left_out", "against", "trusts")),
    st.frozensets(st.sampled_from("ab")),
)
@settings(max_examples=60)
def test_it_finds_what_our_own_count_finds(size, share, absent, vetoers) -> None:
    """A method that counts a share of all is told of in the same way as ours."""
    voters = "abcde"[:size]
    more = {"absent": absent, "veto": ("v",) if vetoers else (), "answer_within": Term(2, "week")}

    def comes(sides, closed):
        heard = [one for one in voters if sides.get(one) != "out"]
        mine = sum(sides.get(one) == "for" for one in voters)
        return 2 if mine and share.reached(mine, len(heard)) else 0

    ours = fresh(attrs.evolve(OURS, share=share, **more), voters, vetoers=vetoers)
    asked = fresh(attrs.evolve(ASKED, **more), voters, vetoers=vetoers)
    expected, found = coalitions(ours), coalitions_asked(asked, comes)
    sizes = ("deciding", "deciding_in_silence", "blocking")
    for what in (one.name for one in attrs.fields(type(expected))):
        left, right = getattr(expected, what), getattr(found, what)
        if what in sizes:  # of several of one size either may be named
            left, right = (None if one is None else len(one) for one in (left, right))
        assert left == right, what


def test_too_many_voters_are_not_asked_about() -> None:
    """With more than a few there are too many groups."""
    count = fresh(ASKED, [str(one) for one in range(MOST_ASKED + 1)])
    assert coalitions_asked(count, lambda sides, closed: pytest.fail("asked")) is None
