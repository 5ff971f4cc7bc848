"""Shares are exact."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerk.values.share import Share

shares = st.integers(1, 999).flatmap(
    lambda whole: st.builds(Share, st.integers(0, whole), st.just(whole))
)


@given(shares, st.integers(0, 500), st.integers(1, 500))
def test_reached_and_passed_are_exact(share, count, total):
    """At least the share, or more than it, as fractions say; never by decimals."""
    part = Fraction(count, total)
    assert (part >= share.fraction, part > share.fraction) == (
        share.reached(count, total), share.passed(count, total)
    )  # fmt: skip


@given(shares)
def test_a_share_is_kept_as_it_was_written(share):
    """Two of four stays two of four."""
    assert share == Share.parse(str(share))


@pytest.mark.parametrize("text", ["0.67", "2", "3/2", "1/0", "-1/2", "1 / 2", "", "1/2\n", "½"])
def test_anything_else_is_no_share(text):
    """Decimals, more than all, and nothing to divide by."""
    with pytest.raises(ValueError):
        Share.parse(text)


def test_two_of_three_are_two_thirds():
    """And one of three is not."""
    share = Share.parse("2/3")
    assert [False, True, True] == [share.reached(count, 3) for count in (1, 2, 3)]
