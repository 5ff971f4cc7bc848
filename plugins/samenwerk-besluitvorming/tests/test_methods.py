"""The other methods: sorts that weigh the same, choosing from a list, choosing somebody."""

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerk import Share
from samenwerk.testing.votes import answered
from samenwerk_besluitvorming.preference import PREFERENCE, Ballot, Chosen, rounds
from samenwerk_besluitvorming.selection import SELECTION
from samenwerk_besluitvorming.sorts import SORTS

HALF = Fraction(1, 2)
SIDES = ("for", "against", "out", "open")
SORT = {**{f"g{one}": "municipality" for one in range(4)}, "v1": "insurer", "v2": "insurer"}


def by_sort(side: Mapping[str, str], **given: object) -> int:
    """What it comes to when four municipalities and two insurers are on these sides."""
    found = {one: side.get(one, side.get(sort, "open")) for one, sort in SORT.items()}
    return answered(SORTS, found, sorts=SORT, **given).truth


@pytest.mark.parametrize(
    ("side", "each", "expected"),
    [
        ({"municipality": "for", "insurer": "against"}, "0/1", 0),
        ({"municipality": "for", "insurer": "against", "v1": "for"}, "0/1", 2),
        ({"municipality": "for", "insurer": "open"}, "0/1", 1),
        ({"municipality": "for", "insurer": "out"}, "0/1", 2),
        ({"municipality": "against", "insurer": "for", "g1": "for"}, "0/1", 2),
        ({"municipality": "against", "insurer": "for", "g1": "for"}, "1/2", 0),
        ({"municipality": "against", "insurer": "for", "g1": "for", "g2": "for"}, "1/2", 2),
        ({"municipality": "open", "insurer": "for", "g1": "for", "g2": "for"}, "1/2", 2),
    ],
)
def test_a_sort_weighs_the_same_however_many_there_are(
    side: dict[str, str], each: str, expected: int
) -> None:
    """All municipalities together are as heavy as both insurers."""
    assert expected == by_sort(side, each=Share.parse(each))


@given(st.data())
def test_a_vote_for_helps_in_every_sort(data: st.DataObject) -> None:
    """Whoever turns for can only help, and an answer before the end stays."""
    found = {one: data.draw(st.sampled_from(SIDES)) for one in SORT}
    each = data.draw(st.sampled_from((Share(0, 1), Share(1, 2))))
    one = data.draw(st.sampled_from(sorted(SORT)))
    before = by_sort(found, each=each)
    assert before <= by_sort({**found, one: "for"}, each=each)
    ended = {
        who: data.draw(st.sampled_from(SIDES[:3])) if side == "open" else side
        for who, side in found.items()
    }
    after = by_sort(ended, each=each)
    assert before == 1 or before == after


# ------------------------------------------------------------------- preference

TENNESSEE = [
    # the textbook election of a capital, in parts of a hundred voters
    *[("Memphis", "Nashville", "Chattanooga", "Knoxville")] * 42,
    *[("Nashville", "Chattanooga", "Knoxville", "Memphis")] * 26,
    *[("Chattanooga", "Knoxville", "Nashville", "Memphis")] * 15,
    *[("Knoxville", "Chattanooga", "Nashville", "Memphis")] * 17,
]


def test_the_capital_of_tennessee_is_knoxville() -> None:
    """As in every textbook: it wins in the third round with 58 of 100."""
    assert Chosen("Knoxville", 58, 100, 3) == rounds(TENNESSEE, HALF)


_candidates = st.permutations(["a", "b", "c", "d"])
_ballots = st.lists(
    st.builds(lambda order, size: tuple(order[:size]), _candidates, st.integers(0, 4)), max_size=12
)


@given(_ballots, st.permutations(["a", "b", "c", "d"]))
def test_candidates_and_voters_are_treated_alike(ballots: list[Ballot], order: list[str]) -> None:
    """Other names give the same outcome under those names, and the order of voters is nothing."""
    other = dict(zip("abcd", order, strict=True))
    renamed = [tuple(other[one] for one in ballot) for ballot in reversed(ballots)]
    found, turned = rounds(ballots, HALF), rounds(renamed, HALF)
    winner = None if found.winner is None else other[found.winner]
    assert (winner, found.votes, found.rounds) == (turned.winner, turned.votes, turned.rounds)


@given(_ballots)
def test_whoever_has_more_than_half_at_once_wins(ballots: list[Ballot]) -> None:
    """A majority of first choices is never overturned; nobody wins without a ballot."""
    firsts = [ballot[0] for ballot in ballots if ballot]
    ahead = [one for one in "abcd" if 2 * firsts.count(one) > len(ballots)]
    found = rounds(ballots, HALF)
    assert not ahead or found.winner == ahead[0]
    assert firsts or found.winner is None


BALLOTS = {
    "first": {"p": "bell", "q": "bell", "r": "night", "s": "day", "t": "night"},
    "second": {"s": "night"},
    "third": {"s": "bell"},
}


@pytest.mark.parametrize(
    ("side", "project", "expected"),
    [
        ({}, "night", (2, "won")),
        ({}, "bell", (0, "another_won")),
        ({}, None, (1, "won_not_adopted")),
        ({"t": "open"}, "night", (1, "ballots")),
        ({"s": "open", "t": "open", "r": "open"}, "bell", (1, "ballots")),
        ({"s": "out", "t": "out", "r": "out"}, "bell", (2, "won")),
        ({"s": "against", "t": "against", "r": "against"}, "bell", (0, "no_winner")),
        ({"s": "out"}, "night", (0, "no_winner")),
        (dict.fromkeys("pqrst", "against"), "night", (0, "no_winner")),
    ],
)
def test_a_project_is_chosen_by_elimination(
    side: dict[str, str], project: str | None, expected: tuple[int, str]
) -> None:
    """Only what won can be adopted, and not as long as ballots can still turn it."""
    facts: dict[str, object] = {**BALLOTS, **({} if project is None else {"project": project})}
    found = {**dict.fromkeys("pqrst", "for"), **side}
    told = answered(PREFERENCE, found, facts=facts, chosen="project")
    assert told.message is not None
    assert expected == (told.truth, told.message.id.removeprefix("besluitvorming."))


def test_a_clear_lead_need_not_wait_for_the_others() -> None:
    """Three of five first choices win, whatever the other two come with."""
    facts = {"first": dict.fromkeys("pqr", "bell"), "project": "bell"}
    found = {**dict.fromkeys("pqr", "for"), **dict.fromkeys("st", "open")}
    assert 2 == answered(PREFERENCE, found, facts=facts, chosen="project").truth


# -------------------------------------------------------------------- selection


@pytest.mark.parametrize(
    ("side", "nominated", "proposed", "expected"),
    [
        ({}, {"p": "ann", "q": "ann", "r": "bob"}, "ann", (2, "selected")),
        ({}, {"p": "ann", "q": "ann", "r": "bob"}, "bob", (2, "selected")),
        ({}, {"p": "ann", "q": "ann", "r": "bob"}, "carl", (0, "not_nominated")),
        ({}, {"p": "ann", "q": "ann", "r": "bob"}, None, (1, "nobody_proposed")),
        ({}, {"p": "ann", "q": "ann"}, "ann", (1, "nominate")),
        ({"r": "out"}, {"p": "ann", "q": "ann"}, "ann", (2, "selected")),
        ({"r": "open"}, {"p": "ann", "q": "ann", "r": "bob"}, "ann", (1, "consent_of")),
        ({"r": "against"}, {"p": "ann", "q": "ann", "r": "bob"}, "ann", (0, "objection")),
        (dict.fromkeys("pqr", "out"), {"p": "ann"}, "ann", (0, "nobody")),
    ],
)
def test_somebody_is_chosen_who_was_nominated_and_meets_no_objection(
    side: dict[str, str], nominated: dict[str, str], proposed: str | None,
    expected: tuple[int, str],
) -> None:  # fmt: skip
    """Not the most nominations decide, but that nobody has an objection."""
    facts: dict[str, object] = {"n": nominated, **({} if proposed is None else {"c": proposed})}
    found = {**dict.fromkeys("pqr", "for"), **side}
    told = answered(SELECTION, found, facts=facts, nomination="n", proposed="c")
    assert told.message is not None
    assert expected == (told.truth, told.message.id.removeprefix("besluitvorming."))


@pytest.mark.parametrize("method", [SORTS, PREFERENCE, SELECTION], ids=lambda one: one.name)
def test_an_empty_table_decides_nothing(method: object) -> None:
    """Without anybody the answer is no."""
    told = answered(method, {}, nomination="n", proposed="c", chosen="")  # type: ignore[arg-type]
    assert 0 == told.truth
