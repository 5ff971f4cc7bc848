"""Who can decide together: against every group there is, and against published examples.

Published are the weights and power of the Nassau County Board of Supervisors (Banzhaf, 1965), the
Security Council (Charter of the United Nations, article 27), and the rule of the Council of the
European Union (Treaty on European Union, article 16(4)) with the populations of Eurostat on
1 January 2023, in hundred thousands.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import chain, combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenwerk.core.coalitions import coalitions, compositions, fresh
from samenwerk.core.votes import Count
from samenwerk.values.declared import METHODS, Decision
from samenwerk.values.share import Share
from samenwerk.values.time import Term
from samenwerk.values.who import Who

THEM = (Who("sort", "them"),)
POPULATION = {
    "DE": 844, "FR": 682, "IT": 590, "ES": 481, "PL": 368, "RO": 190, "NL": 178, "BE": 117,
    "CZ": 108, "SE": 105, "PT": 105, "EL": 104, "HU": 96, "AT": 91, "BG": 64, "DK": 59, "FI": 56,
    "SK": 54, "IE": 53, "HR": 38, "LT": 29, "SI": 21, "LV": 19, "EE": 14, "CY": 9, "LU": 7,
    "MT": 5,
}  # fmt: skip


def of(method: str, **more: object) -> Decision:
    return Decision(name="it", by=THEM, method=method, **more)  # type: ignore[arg-type]


def weighted(quota: int, **weights: int) -> Count:
    """A round in which only weight counts: so much of it is enough."""
    share = Share(quota, sum(weights.values()))
    decision = of("double", share=Share(1, 1000), weight="w", weight_share=share)
    return fresh(decision, tuple(weights), weights=weights)


@st.composite
def rounds(draw: st.DrawFn) -> Count:
    """A round of up to six voters by any method, with or without veto, sorts and weights."""
    voters = tuple("abcdef"[: draw(st.integers(1, 6))])
    some = st.frozensets(st.sampled_from(voters))
    share = st.sampled_from([Share(1, 3), Share(1, 2), Share(2, 3), Share(1, 1)])
    method = draw(st.sampled_from(METHODS))
    closing = draw(st.booleans())
    vetoers = draw(some)
    sorts: dict[str, frozenset[str]] = {}
    if draw(st.booleans()):
        of_sort = {one: draw(st.sampled_from("xyz")) for one in voters}
        sorts = {sort: frozenset(v for v in voters if of_sort[v] == sort) for sort in "xy"}
    decision = of(
        method,
        share=draw(st.none() | share) if method != "qualified" else draw(share),
        share_of=draw(st.sampled_from(["members", "present", "cast"])),
        quorum=draw(st.none() | st.integers(1, 6) | share),
        veto=THEM if vetoers else (),
        sorts=tuple(sorts),
        absent=draw(st.sampled_from(["stays_open", "left_out", "against", "trusts"])),
        second_person=draw(st.booleans()),
        answer_within=Term(3, "week") if closing else None,
        weight="w" if method == "double" else None,
    )
    weights = {one: draw(st.integers(0, 4)) for one in voters} if method == "double" else {}
    opener = draw(st.none() | st.sampled_from(voters))
    return fresh(
        decision, voters, vetoers=vetoers, sorts=sorts, weights=weights, opener=opener
    )


@given(rounds())
@settings(max_examples=300)
def test_what_groups_can_do_is_what_each_group_can_do(count: Count) -> None:
    """Every group of voters is asked in turn; smallest, veto, alone, never and tips agree."""
    voters = count.voters
    groups = [frozenset(one) for one in chain.from_iterable(
        combinations(voters, size) for size in range(len(voters) + 1)
    )]  # fmt: skip

    def decides(group: frozenset[str]) -> bool:
        yes = [one for one in voters if one in group]
        no = [one for one in voters if one not in group]
        return count.passes(yes, no, (), len(voters), no)

    def quietly(group: frozenset[str]) -> bool:
        yes = [one for one in voters if one in group]
        return count.passes(
            *count.after_closing(yes, [], [], [one for one in voters if one not in group])
        )

    wins = {group for group in groups if decides(group)}
    turned = {
        one: sum(group not in wins and group | {one} in wins for group in groups)
        for one in voters
    }
    found = coalitions(count)
    assert (frozenset(voters) in wins) is found.possible
    if not found.possible:
        assert () == found.deciding
    else:
        assert found.deciding
        assert found.blocking
        assert frozenset(found.deciding) in wins
        assert min(map(len, wins)) == len(found.deciding or ())
        stops = [one for one in groups if frozenset(voters) - one not in wins]
        assert frozenset(voters) - frozenset(found.blocking) not in wins
        assert min(map(len, stops)) == len(found.blocking or ())
    assert tuple(v for v in voters if frozenset(voters) - {v} not in wins) == found.vetoes
    assert tuple(v for v in voters if frozenset({v}) in wins) == found.alone
    assert tuple(v for v in voters if not turned[v]) == found.never
    total = sum(turned.values()) or 1
    assert {v: Fraction(turned[v], total) for v in voters} == found.tips
    if found.deciding_in_silence:
        quiet = [len(group) for group in groups if group and quietly(group)]
        assert quietly(frozenset(found.deciding_in_silence))
        assert min(quiet) == len(found.deciding_in_silence)


def test_three_districts_of_nassau_county_never_counted() -> None:
    """With 31, 31, 28, 21, 2 and 2 votes of which 58 are enough, the last three are idle."""
    found = coalitions(weighted(58, h1=31, h2=31, ob=28, nh=21, lb=2, gc=2))
    third = Fraction(1, 3)
    assert ("nh", "lb", "gc") == found.never
    assert {
        "h1": third, "h2": third, "ob": third, "nh": 0, "lb": 0, "gc": 0
    } == found.tips  # fmt: skip


@pytest.mark.parametrize(
    ("quota", "weights", "tips"),
    [
        (51, (49, 49, 2), ("1/3", "1/3", "1/3")),
        (4, (3, 2, 1), ("3/5", "1/5", "1/5")),
        (51, (50, 49, 1), ("3/5", "1/5", "1/5")),
        (6, (5, 3, 2), ("3/5", "1/5", "1/5")),
        (3, (2, 1, 1), ("3/5", "1/5", "1/5")),
        (3, (3, 1, 1), ("1", "0", "0")),
    ],
)
def test_power_of_textbook_weights(
    quota: int, weights: tuple[int, ...], tips: tuple[str, ...]
) -> None:
    """The Banzhaf index of small weighted votes, as textbooks print it."""
    names = dict(zip("abc", weights, strict=True))
    expected = dict(zip("abc", map(Fraction, tips), strict=True))
    assert expected == coalitions(weighted(quota, **names)).tips


def test_the_security_council() -> None:
    """Nine of fifteen with five vetoes: 848 and 84 of 5,080 turning points each."""
    five, ten = tuple("ABCDE"), tuple("abcdefghij")
    decision = of("qualified", share=Share(9, 15), veto=THEM)
    found = coalitions(fresh(decision, five + ten, vetoers=frozenset(five)))
    expected = {one: Fraction(848, 5080) for one in five} | {
        one: Fraction(84, 5080) for one in ten
    }
    assert (five, 9, (), 1) == (
        found.vetoes, len(found.deciding or ()), found.never, len(found.blocking or ()),
    )  # fmt: skip
    assert expected == found.tips


def test_the_council_of_the_european_union() -> None:
    """Fifteen of twenty-seven states decide at least; three large ones outweigh the rest, which
    is why the treaty asks a fourth: a rule that stands apart from the two majorities."""
    decision = of("double", share=Share(55, 100), weight="w", weight_share=Share(65, 100))
    found = coalitions(fresh(decision, tuple(POPULATION), weights=POPULATION))
    assert 15 == len(found.deciding or ())
    assert ("DE", "FR", "IT") == found.blocking
    assert ((), (), ()) == (found.vetoes, found.alone, found.never)
    assert found.tips is not None
    assert sorted(POPULATION, key=lambda one: -POPULATION[one])[:6] == sorted(
        found.tips, key=lambda one: -(found.tips or {})[one]
    )[:6]


def test_the_consent_of_a_council() -> None:
    """A works council or client council whose consent is needed stops it alone, and decides
    nothing alone."""
    decision = of("majority", veto=THEM)
    found = coalitions(fresh(decision, ("board", "staff", "council"),
                             vetoers=frozenset({"council"})))  # fmt: skip
    assert (("council",), (), ("board", "council")) == (
        found.vetoes, found.alone, found.deciding,
    )  # fmt: skip


def test_what_absence_does() -> None:
    """Silence left out lets two of twelve decide; silence against asks seven; an open round
    that does not close says nothing of it."""
    voters = tuple("abcdefghijkl")
    closing = Term(2, "week")
    left_out = of("majority", share_of="cast", answer_within=closing, quorum=2)
    against = of("majority", absent="against", answer_within=closing)
    open_ended = of("majority")
    found = [coalitions(fresh(one, voters)).deciding_in_silence
             for one in (left_out, against, open_ended)]  # fmt: skip
    assert [2, 7, None] == [None if one is None else len(one) for one in found]


def test_too_many_groups_are_not_counted() -> None:
    """With forty voters of ten sorts, each of them needed, a smallest group is still found;
    who tips the outcome is not told."""
    voters = tuple(f"v{number}" for number in range(40))
    sorts = {str(n): frozenset(v for v in voters if int(v[1:]) % 10 == n) for n in range(10)}
    found = coalitions(fresh(of("majority", sorts=tuple(sorts)), voters, sorts=sorts))
    assert (21, 4, None, None) == (
        len(found.deciding or ()), len(found.blocking or ()), found.never, found.tips,
    )  # fmt: skip


@given(st.lists(st.integers(0, 3), max_size=4), st.integers(0, 8))
def test_every_composition_comes_once(sizes: list[int], total: int) -> None:
    """All ways to take so many, none twice and none too large."""
    found = list(compositions(sizes, total))
    assert len(found) == len(set(found))
    assert all(sum(one) == total for one in found)
    ways = [1]
    for size in sizes:
        ways = [sum(ways[max(0, n - size) : n + 1]) for n in range(len(ways) + size)]
    assert (ways[total] if total < len(ways) else 0) == len(found)
