"""Weighted votes: what a number comes to in votes, against published examples and by its laws."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerk import Answer, Share
from samenwerk.testing.votes import answered
from samenwerk_besluitvorming.weighted import WEIGHTED
from samenwerk_besluitvorming.weights import Scale, brackets_of, capped

GERMANY = {
    # votes in the Bundesrat, and millions of inhabitants as the constitution's steps see them
    "Baden-Wuerttemberg": (11.1, 6), "Bayern": (13.2, 6), "Berlin": (3.7, 4),
    "Brandenburg": (2.5, 4), "Bremen": (0.7, 3), "Hamburg": (1.9, 3), "Hessen": (6.3, 5),
    "Mecklenburg-Vorpommern": (1.6, 3), "Niedersachsen": (8.0, 6),
    "Nordrhein-Westfalen": (17.9, 6), "Rheinland-Pfalz": (4.1, 4), "Saarland": (1.0, 3),
    "Sachsen": (4.1, 4), "Sachsen-Anhalt": (2.2, 4), "Schleswig-Holstein": (2.9, 4),
    "Thueringen": (2.1, 4),
}  # fmt: skip
STEPS = "0=3 2000001=4 6000001=5 7000001=6"
LIMBURG = {
    # RUD Zuid-Limburg, second revision of the votes (Staatscourant 2019, 23669)
    "Beek": 4, "Beekdaelen": 8, "Brunssum": 2, "Eijsden-Margraten": 2, "Gulpen-Wittem": 2,
    "Heerlen": 8, "Kerkrade": 4, "Landgraaf": 4, "Maastricht": 8, "Meerssen": 4,
    "Simpelveld": 2, "Sittard-Geleen": 8, "Stein": 8, "Vaals": 2, "Valkenburg": 2,
    "Voerendaal": 2, "Limburg": 30,
}  # fmt: skip


def weighed(for_: tuple[str, ...] = (), numbers: dict[str, int] | None = None,
            **parameters: object) -> Answer:
    """What it says when these are for and all others against."""
    known = numbers or {}
    found = {one: "for" if one in for_ else "against" for one in known}
    return answered(WEIGHTED, found, weights=known, **parameters)


def test_the_bundesrat_has_the_votes_of_the_constitution() -> None:
    """Three votes at least, four above two million, five above six, six above seven."""
    scale = Scale(brackets=brackets_of(STEPS))
    numbers = {land: round(millions * 10**6) for land, (millions, _) in GERMANY.items()}
    assert {land: votes for land, (_, votes) in GERMANY.items()} == scale.votes(numbers)
    assert 69 == sum(scale.votes(numbers).values())


@pytest.mark.parametrize(("share", "more_than", "needed"), [("1/2", True, 35), ("2/3", False, 46)])
def test_the_bundesrat_needs_35_votes_or_46(share: str, more_than: bool, needed: int) -> None:
    """An absolute majority of the 69 votes, and two thirds of them."""
    numbers = {land: round(millions * 10**6) for land, (millions, _) in GERMANY.items()}
    told = weighed(
        tuple(numbers), numbers, brackets=STEPS, share=Share.parse(share), more_than=more_than,
        of="all",
    ).message  # fmt: skip
    assert told is not None
    assert (69, needed) == (told.params["all"], told.params["needed"])


def test_a_province_needs_company_in_zuid_limburg() -> None:
    """Of the hundred votes the province has thirty: with the four largest it is more than half."""
    large = ("Limburg", "Heerlen", "Maastricht", "Sittard-Geleen")
    assert 100 == sum(LIMBURG.values())
    assert 0 == weighed(("Limburg",), LIMBURG).truth
    assert 2 == weighed(large, LIMBURG).truth
    assert 0 == weighed(large[:3], LIMBURG).truth


def test_a_european_qualified_majority_needs_four_to_block() -> None:
    """55% of the members with 65% of the people; fewer than four cannot hold it up."""
    people = {"large_1": 84, "large_2": 68, "large_3": 59, **{f"s{one}": 9 for one in range(24)}}
    asked = {"share": Share(65, 100), "more_than": False, "heads": Share(55, 100), "blockers": 4}
    small = tuple(one for one in people if one.startswith("s"))
    assert 50 > 100 * sum(people[one] for one in small) // sum(people.values()) - 1
    assert 2 == weighed(small, people, **asked).truth
    assert 0 == weighed(small[1:], people, **asked).truth
    assert 0 == weighed(("large_1", "large_2", "large_3", *small[:8]), people, **asked).truth


@pytest.mark.parametrize(
    ("scale", "number", "votes"),
    [
        (Scale(per=1000), 900, 1),
        (Scale(per=1000), 1001, 2),
        (Scale(per=1000, rounding="down"), 1999, 1),
        (Scale(per=1000, rounding="nearest"), 1499, 1),
        (Scale(per=1000, rounding="nearest"), 1500, 2),
        (Scale(per=1000, most=10), 80_000, 10),
        (Scale(per=1000, rounding="down", least=1), 20, 1),
        (Scale(curve="root"), 100, 10),
        (Scale(curve="root"), 101, 11),
        (Scale(curve="root", rounding="down"), 120, 10),
        (Scale(curve="root", rounding="nearest"), 110, 10),
        (Scale(curve="root", rounding="nearest"), 111, 11),
        (Scale(curve="root", per=100), 40_000, 20),
        (Scale(brackets=((10, 2), (20, 5))), 9, 0),
    ],
)
def test_a_number_comes_to_so_many_votes(scale: Scale, number: int, votes: int) -> None:
    """By the thousand, by the root, by steps; rounded, with a least and a most."""
    assert {"a": votes} == attrs.evolve(scale, cap=Fraction(1)).votes({"a": number})


@given(
    st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 500), min_size=1),
    st.sampled_from((Fraction(1, 2), Fraction(1, 3), Fraction(2, 5), Fraction(1))),
)
def test_nobody_has_more_than_the_cap(votes: dict[str, int], cap: Fraction) -> None:
    """Nobody gains, the order stays, and nobody has more than that share unless too few vote."""
    found = capped(votes, cap)
    assert all(found[one] <= votes[one] for one in votes)
    assert all(found[a] <= found[b] for a in votes for b in votes if votes[a] <= votes[b])
    having = [one for one in found.values() if one]
    if len(having) * cap >= 1:
        assert all(one <= cap * sum(having) for one in having)


@given(st.data())
def test_another_vote_for_never_turns_a_yes(data: st.DataObject) -> None:
    """Whoever turns for can only help."""
    numbers = data.draw(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 60), min_size=1))
    found = data.draw(sides(numbers))
    parameters = data.draw(settings())
    one = data.draw(st.sampled_from(sorted(numbers)))
    before = truth(found, weights=numbers, **parameters)
    assert before <= truth({**found, one: "for"}, weights=numbers, **parameters)


@given(st.data())
def test_a_yes_or_no_before_the_end_is_one_at_the_end(data: st.DataObject) -> None:
    """However those who are open turn out, an answer that was given stays."""
    numbers = data.draw(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 60), min_size=1))
    found = data.draw(sides(numbers))
    parameters = data.draw(settings())
    before = truth(found, weights=numbers, **parameters)
    later = data.draw(sides(numbers, ("for", "against", "out")))
    ended = {one: later[one] if side == "open" else side for one, side in found.items()}
    after = truth(ended, weights=numbers, **parameters)
    assert before == 1 or before == after
    assert after in (0, 2)


@given(st.data())
def test_equal_numbers_may_change_places(data: st.DataObject) -> None:
    """Who it is does not matter, only the number and the side."""
    numbers = data.draw(st.dictionaries(st.sampled_from("abcde"), st.integers(0, 60), min_size=1))
    found, parameters = data.draw(sides(numbers)), data.draw(settings())
    names = sorted(numbers)
    other = dict(zip(names, data.draw(st.permutations(names)), strict=True))
    expected = truth(found, weights=numbers, **parameters)
    turned = {other[one]: side for one, side in found.items()}
    moved = {other[one]: number for one, number in numbers.items()}
    assert expected == truth(turned, weights=moved, **parameters)


def truth(found: Mapping[str, str], **known: object) -> int:
    """What it comes to."""
    return answered(WEIGHTED, found, **known).truth


def sides(
    names: Iterable[str], among: tuple[str, ...] = ("for", "against", "out", "open")
) -> st.SearchStrategy[dict[str, str]]:
    """A side for each."""
    return st.fixed_dictionaries({one: st.sampled_from(among) for one in sorted(names)})


def settings() -> st.SearchStrategy[dict[str, object]]:
    """What a workflow may give."""
    shares = st.sampled_from((Share(1, 2), Share(2, 3), Share(1, 1), Share(65, 100)))
    return st.fixed_dictionaries({
        "share": shares, "more_than": st.booleans(), "of": st.sampled_from(("cast", "all")),
        "per": st.sampled_from((1, 10)), "rounding": st.sampled_from(("up", "down", "nearest")),
        "curve": st.sampled_from(("plain", "root")), "most": st.sampled_from((0, 4)),
        "cap": st.sampled_from((Share(1, 1), Share(1, 2))),
        "heads": st.sampled_from((Share(0, 1), Share(1, 2))), "blockers": st.sampled_from((1, 3)),
    })  # fmt: skip


def test_what_is_not_known_is_asked_for() -> None:
    """Without a number, or with a scale that is none, nothing is decided."""
    missing = answered(WEIGHTED, {"a": "for", "b": "for"}, weights={"a": 3})
    assert (1, "besluitvorming.number_missing") == told(missing)
    odd = answered(WEIGHTED, {"a": "for"}, weights={"a": 3}, brackets="10=1 5=2")
    assert (1, "besluitvorming.scale") == told(odd)


def test_an_empty_table_decides_nothing() -> None:
    """Without anybody, without votes, or without anybody for, the answer is no."""
    assert 0 == truth({}, weights={})
    assert 0 == truth({"a": "for"}, weights={"a": 0})
    assert 0 == truth({"a": "against", "b": "out"}, weights={"a": 3, "b": 5}, blockers=9)


def told(answer: Answer) -> tuple[int, str]:
    """The truth and which sentence goes with it."""
    assert answer.message is not None
    return answer.truth, answer.message.id
