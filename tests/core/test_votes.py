"""Counting: held against every completion of small groups, and against the rules by hand."""

from datetime import timedelta
from itertools import combinations, product
from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies_core import (
    CHAIR,
    EVERYONE,
    PROVIDER,
    SORTS,
    START,
    world,
)

from samenwerk.core.leaves.decision import Decision as Leaf
from samenwerk.core.view import View
from samenwerk.core.votes import count
from samenwerk.core.ways import AnyOf, Bounds, Every, Want
from samenwerk.testing.views import fits, put, recorded
from samenwerk.values.cell import Cell, Entry
from samenwerk.values.declared import METHODS, Decision
from samenwerk.values.message import Name
from samenwerk.values.operand import Constant
from samenwerk.values.register import Holding, Party, Register
from samenwerk.values.share import Share
from samenwerk.values.time import Term

NO, UNKNOWN, YES = 0, 1, 2
WEIGHTS = {"noord": 5, "zuid": 2, "oost": 2, "west": 1}
ABSENT = ("stays_open", "left_out", "against", "trusts")
SHARES = tuple(Share.parse(one) for one in ("1/3", "1/2", "2/3", "3/4", "1/1"))
CLOSING = START + timedelta(days=21)


def scene(parties, words=(), chair=("noord",), weights=WEIGHTS, day=START):
    """A view of a change in which these parties decide and have said these words."""
    register = Register(
        tuple(Party(one, SORTS[one]) for one in parties),
        holds=tuple(Holding("chair", one) for one in chair),
    )
    known = world(register)
    view = View(known, known.cases["c"], START)
    for party, weight in weights.items():
        view = recorded(view, Cell("c", "fact", "load", party), weight)
    for party, word in dict(words).items():
        if word is not None:
            view = recorded(view, Cell("c", "position", "it", party), word)
    return put(view, Cell("", "day", "today"), Entry(True, day, 0))


def decided(decision, said, opener="noord", chair=("noord",), weights=WEIGHTS):
    """Whether it is decided when all is over and everybody's last word is this (None: silent).

    The rules of counting, written down once more and as plainly as can be.
    """
    against = "object" if decision.method == "consent" else "against"
    quiet = "left_out" if decision.share_of != "members" else decision.absent
    held = decision.abstain
    if held is None:
        neutral = decision.share_of == "cast" or decision.method in ("unanimity", "consent")
        held = "left_out" if neutral else "against"
    meaning = {"for": "yes", against: "no"}
    meaning["abstain"] = {"left_out": "out", "trusts": "yes"}.get(held, "no")
    meaning[None] = {"left_out": "out", "trusts": "yes"}.get(quiet, "no")
    if decision.method == "joint" and decision.abstain is None:
        meaning["abstain"] = "no"
    is_ = {one: meaning[word] for one, word in said.items()}
    yes = [one for one in said if is_[one] == "yes"]
    no = [one for one in said if is_[one] == "no"]
    spoke = sum(word is not None for word in said.values())
    abstained = sum(is_[one] == "out" and said[one] is not None for one in said)
    base = len(yes) + len(no) + (abstained if decision.share_of == "present" else 0)
    part = len(yes) / base if base else 0
    share = decision.share or Share(1, 2)
    enough = part * share.whole >= share.part - 1e-9
    more = part * share.whole > share.part + 1e-9
    by_weight = True
    if decision.method == "double" and decision.weight:
        whole = sum(weights[one] for one in (*yes, *no))
        mine = sum(weights[one] for one in yes)
        least = decision.weight_share
        by_weight = 2 * mine > whole if least is None else mine * least.whole >= least.part * whole
    by_heads = {
        "unanimity": not no,
        "consent": not no,
        "joint": len(yes) == len(said),
        "majority": more,
        "qualified": enough,
        "double": more if decision.share is None else enough,
    }[decision.method]
    quorum = decision.quorum
    present = True
    if isinstance(quorum, Share):
        present = spoke * quorum.whole >= quorum.part * len(said)
    elif quorum is not None:
        present = spoke >= quorum
    vetoers = {one for who in decision.veto for one in _meant(who, said, chair)}
    return (
        bool(yes)
        and by_heads
        and by_weight
        and present
        and not any(said[one] == against and one in vetoers for one in said)
        and all(any(SORTS[one] == sort for one in yes) for sort in decision.sorts)
        and (not decision.second_person or any(one != opener for one in yes))
    )


def _meant(who, parties, chair):
    if who is PROVIDER:
        return [one for one in parties if SORTS[one] == who.name]
    return [one for one in parties if one in chair]


def completions(decision, said):
    """Every way in which those still open can make up their mind, as far as the text lets them.

    Without a closing day nobody stays silent for ever.
    """
    against = "object" if decision.method == "consent" else "against"
    final = decision.closes is not None or decision.answer_within is not None
    final = final and (
        decision.absent != "stays_open"
        or decision.share_of != "members"
        or decision.quorum is not None
    )
    held = decision.abstain or ("stays_open" if decision.method == "joint" else None)
    choices = {}
    for party, word in said.items():
        if word is None:
            last = (None,) if final else ()
            choices[party] = ("for", against, "abstain", *last)
        elif word == "abstain" and held == "stays_open":
            choices[party] = ("for", against, "abstain")
        else:
            choices[party] = (word,)
    return [dict(zip(choices, chosen, strict=True)) for chosen in product(*choices.values())]


def expected(decision, said, **more):
    """What every completion together says."""
    ends = {decided(decision, one, **more) for one in completions(decision, said)}
    return UNKNOWN if len(ends) == 2 else YES if ends.pop() else NO


def truth(decision, view):
    """What the leaf answers."""
    return Leaf(decision).evaluate()(view)


def some_decision(random, closing=True):
    """Any way of deciding, wise or not."""
    return Decision(
        name="it",
        by=(EVERYONE,),
        method=random.choice(METHODS),
        share=random.choice((None, *SHARES)),
        share_of=random.choice(("members", "members", "present", "cast")),
        weight=random.choice((None, "load")),
        weight_share=random.choice((None, *SHARES)),
        quorum=random.choice((None, None, 1, 2, 3, 5, *SHARES)),
        sorts=random.choice(((), (), ("provider",), ("provider", "insurer"))),
        absent=random.choice(ABSENT),
        abstain=random.choice((None, *ABSENT)),
        veto=random.choice(((), (), (CHAIR,), (PROVIDER,))),
        second_person=random.random() < 0.2,
        answer_within=random.choice((None, Term(3, "week"))) if closing else None,
        closes=random.choice((None, None, Constant(CLOSING))) if closing else None,
    )


def some_scene(random, decision, most=4):
    """A group with what each has said, and the view of it."""
    against = "object" if decision.method == "consent" else "against"
    parties = tuple(random.sample(tuple(SORTS), random.randint(1, most)))
    words = (None, None, "for", "for", against, "abstain")
    said = {party: random.choice(words) for party in parties}
    chair = tuple(random.sample(parties, random.randrange(2)))
    weights = {party: random.choice((0, 1, 2, 5)) for party in parties}
    view = scene(parties, said, chair, weights)
    return said, view, {"chair": chair, "weights": weights}


seeds = st.integers(0, 2**32).map(Random)


@given(seeds)
def test_an_open_count_says_what_every_completion_says(random):
    """Yes when all completions pass, no when none does, unknown when they differ."""
    for _ in range(8):
        decision = some_decision(random)
        said, view, more = some_scene(random, decision)
        assert expected(decision, said, **more) == truth(decision, view), (decision, said, more)


def _closes(decision):
    closing = decision.closes or decision.answer_within
    return closing and (
        decision.absent != "stays_open"
        or decision.share_of != "members"
        or decision.quorum is not None
    )


@given(seeds)
def test_a_closed_count_is_decided_by_what_was_said(random):
    """After the closing day nothing is unknown, and silence means what the text says."""
    for _ in range(8):
        decision = some_decision(random)
        decision = attrs.evolve(decision, answer_within=Term(3, "week"))
        if not _closes(decision):
            decision = attrs.evolve(decision, quorum=1)
        said, view, more = some_scene(random, decision)
        after = put(view, Cell("", "day", "today"), Entry(True, CLOSING + timedelta(days=1), 0))
        right = YES if decided(decision, said, **more) else NO
        assert right == truth(decision, after), (decision, said, more)


def _spoken(view, cells, word, day=None):
    for cell in cells:
        view = recorded(view, cell, word)
    return view if day is None else put(view, Cell("", "day", "today"), Entry(True, day, 0))


def _bounds(way):
    """Each alternative of a decision's way: the counts asked, the words to keep, the day."""
    for one in way.ways if isinstance(way, AnyOf) else (way,):
        parts = one.ways if isinstance(one, Every) else (one,)
        counted = [part for part in parts if isinstance(part, Bounds)]
        wants = [part for part in parts if isinstance(part, Want)]
        wants.sort(key=lambda want: want.cell.kind == "day")  # the waiting comes last
        if len(counted) + len(wants) == len(parts):
            yield [bound for part in counted for bound in part.bounds], wants


@given(seeds)
def test_the_new_voices_asked_for_suffice_and_none_can_be_left_out(random):
    """Every smallest choice among the voices asked for decides; one voice less does not."""
    for _ in range(4):
        decision = attrs.evolve(
            some_decision(random), sorts=(), second_person=False, veto=(), weight=None
        )
        said, view, _more = some_scene(random, decision)
        if truth(decision, view) == YES:
            continue
        for bounds, wants in _bounds(Leaf(decision).ways(view, True)):
            day = next((_day(want) for want in wants if want.cell.kind == "day"), None)
            groups = [
                combinations([cell for cell, _ in bound.cells], bound.total) for bound in bounds
            ]
            for chosen in product(*groups):
                cells = [cell for group in chosen for cell in group]
                after = _spoken(view, cells, "for", day)
                assert truth(decision, after) == YES, (decision, said, cells)
                for left in cells:
                    less = _spoken(view, [one for one in cells if one != left], "for", day)
                    assert truth(decision, less) != YES, (decision, said, cells, left)


def _day(want):
    return next(test.operand for test in want.allowed.tests if test.op == "at_earliest")


@given(seeds, st.booleans())
def test_every_choice_that_reaches_the_bounds_ends_as_wanted(random, wanted):
    """Also with sorts, vetoes, weights and a second person, any choice will do."""
    decision = some_decision(random)
    said, view, _more = some_scene(random, decision)
    if truth(decision, view) == (YES if wanted else NO):
        return
    no = "object" if decision.method == "consent" else "against"
    word = "for" if wanted else no
    for bounds, wants in _bounds(Leaf(decision).ways(view, wanted)):
        cells = list(dict.fromkeys(cell for bound in bounds for cell, _ in bound.cells))
        for size in range(len(cells) + 1):
            for chosen in combinations(cells, size):
                after = _spoken(view, chosen, word)
                for want in wants:
                    if want.cell.kind == "position" and not fits(want.allowed, want.cell, after):
                        value = want.allowed.choose((), view.day, lambda cell: None)
                        after = recorded(after, want.cell, value)
                    elif want.cell.kind == "day":
                        day = Entry(True, _day(want), 0)
                        after = put(after, Cell("", "day", "today"), day)
                if all(_reached(bound, after) for bound in bounds):
                    end = YES if wanted else NO
                    assert end == truth(decision, after), (decision, said, chosen)


def _reached(bound, view):
    met = (weight for cell, weight in bound.cells if fits(bound.allowed, cell, view))
    return sum(met) >= bound.total


def answers(words, **declared):
    """The truth for four parties (or as many as spoke) in the order noord, zuid, oost, west."""
    declared = {"name": "it", "by": (EVERYONE,), **declared}
    said = dict(zip(SORTS, words, strict=False))
    return truth(Decision(**declared), scene(tuple(said), said, day=declared.pop("day", START)))


TWO_THIRDS = {"method": "qualified", "share": Share.parse("2/3")}


@pytest.mark.parametrize(
    ("right", "words", "declared"),
    [
        (YES, ("for", "for", None), TWO_THIRDS),
        (UNKNOWN, ("for", None, None), TWO_THIRDS),
        (NO, ("for", "against", "against"), TWO_THIRDS),
        (UNKNOWN, ("for", "for", None, None), {"method": "majority"}),
        (YES, ("for", "for", "for", None), {"method": "majority"}),
        (NO, ("for", "for", "against", "against"), {"method": "majority"}),
        (YES, ("for", "for", "abstain"), {"method": "unanimity"}),
        (NO, ("for", "for", "abstain"), {"method": "unanimity", "abstain": "against"}),
        (NO, ("abstain", "abstain"), {"method": "unanimity"}),
        (NO, ("for", "object", None), {"method": "consent"}),
        (UNKNOWN, ("for", "for", None), {"method": "consent"}),
        (UNKNOWN, ("for", "abstain"), {"method": "joint"}),
        (YES, ("for", "for"), {"method": "joint"}),
        (NO, ("for", "against"), {"method": "joint"}),
    ],
)
def test_plain_cases(right, words, declared):
    """Two of three are two thirds; an abstention blocks only where the text says so."""
    assert right == answers(words, **declared)


def test_the_absent_trust_the_others_only_after_the_closing_day():
    """Three weeks of silence are consent when the text says that the absent trust."""
    trusting = Decision(
        name="it", by=(EVERYONE,), method="consent", absent="trusts", answer_within=Term(3, "week")
    )
    days = [CLOSING, CLOSING + timedelta(days=1)]
    views = [scene(("noord", "zuid", "oost"), {"noord": "for"}, day=day) for day in days]
    assert [UNKNOWN, YES] == [truth(trusting, view) for view in views]
    silent = attrs.evolve(trusting, absent="against")
    assert [UNKNOWN, NO] == [truth(silent, view) for view in views]


def test_an_objection_outlives_a_new_text():
    """Silence about a new text is no trust of whoever objected to the old one."""
    trusting = Decision(
        name="it", by=(EVERYONE,), method="consent", absent="trusts", same_text="note",
        answer_within=Term(3, "week"),
    )  # fmt: skip
    view = scene(("noord", "zuid"), {"noord": "for", "zuid": "object"})
    view = recorded(view, Cell("c", "document", "note"), "paper")
    after = put(view, Cell("", "day", "today"), Entry(True, CLOSING + timedelta(days=1), 0))
    assert [UNKNOWN, NO] == [truth(trusting, one) for one in (view, after)]


def test_a_double_majority_counts_heads_and_weights():
    """Three of four parties are 55 in 100 of the heads, but their weight must be 65 in 100."""
    double = {
        "method": "double", "share": Share(55, 100), "weight": "load",
        "weight_share": Share(65, 100),
    }  # fmt: skip
    assert YES == answers(("for", "for", "for", "against"), **double)  # 9 of 10
    assert NO == answers(("against", "for", "for", "for"), **double)  # 5 of 10
    assert NO == answers(("for", "against", "for", "against"), **double)  # 2 of 4 heads


def test_a_weight_that_is_not_known_keeps_the_decision_open():
    """Unless it fails by heads already."""
    double = Decision(name="it", by=(EVERYONE,), method="double", weight="load")
    known = {"noord": 5}
    every = scene(tuple(SORTS), dict.fromkeys(SORTS, "for"), weights=known)
    none = scene(tuple(SORTS), dict.fromkeys(SORTS, "against"), weights=known)
    assert [UNKNOWN, NO] == [truth(double, view) for view in (every, none)]


def test_a_quorum_is_counted_at_the_closing():
    """Two yes of five are a majority of what is cast, once three have spoken or not at all."""
    cast = {
        "method": "majority", "share_of": "cast", "quorum": 3, "answer_within": Term(3, "week"),
    }  # fmt: skip
    late = CLOSING + timedelta(days=1)
    decision = Decision(name="it", by=(EVERYONE,), **cast)
    two = {"noord": "for", "zuid": "for"}
    three = {**two, "oost": "abstain"}
    assert [UNKNOWN, NO, UNKNOWN, YES] == [
        truth(decision, scene(tuple(SORTS), said, day=day))
        for said, day in ((two, START), (two, late), ({"noord": "for", "oost": "for"}, START),
                          (three, late))
    ]  # fmt: skip


def test_a_veto_still_to_come_keeps_the_decision_open():
    """A majority does not decide while the one who may veto has said nothing."""
    veto = {"method": "majority", "veto": (CHAIR,)}
    assert [UNKNOWN, NO, YES] == [
        answers((word, "for", "for", "for"), **veto) for word in (None, "against", "abstain")
    ]


def test_a_refusal_by_some_is_told_as_theirs():
    """Enough were for it: then it is said who stopped it, or of which sort nobody was for it."""
    said = {"noord": "against", "zuid": "for", "oost": "for", "west": "for"}
    majority = {"name": "it", "by": (EVERYONE,), "method": "majority"}
    vetoed = Decision(**majority, veto=(CHAIR,))
    sort = SORTS["noord"]
    only = tuple(one for one in SORTS if one == "noord" or SORTS[one] != sort)
    sorted_ = Decision(**majority, sorts=(sort,))
    plain = Decision(**majority)
    told = [
        (found.id, found.params.get("against", found.params.get("sorts")))
        for decision, parties, words in (
            (vetoed, tuple(SORTS), said),
            (sorted_, only, {**dict.fromkeys(only, "for"), "noord": "against"}),
            (plain, tuple(SORTS), dict.fromkeys(SORTS, "against")),
        )
        for found in [Leaf(decision).message(scene(parties, words), NO)]
    ]
    assert [
        ("decision.veto", (Name("party", "noord"),)),
        ("decision.no_sort", (Name("sort", sort),)),
        ("decision.unmet", None),
    ] == told


def test_words_count_from_the_step_that_opens_the_round():
    """Before the round nobody can decide; a new round asks everybody anew."""
    decision = Decision(name="it", by=(EVERYONE,), method="unanimity", opens_at="announce")
    before = scene(("noord",), {"noord": "for"})
    step = Cell("c", "step", "announce")
    opening = recorded(before, step, True)
    said = recorded(opening, Cell("c", "position", "it", "noord"), "for")
    again = recorded(said, step, True)
    views = (before, opening, said, again)
    assert [UNKNOWN, UNKNOWN, YES, UNKNOWN] == [truth(decision, view) for view in views]


def test_nobody_decides_nothing():
    """A decision of an empty group is not taken."""
    assert NO == truth(Decision(name="it", by=(CHAIR,), method="consent"), scene((), chair=()))


def test_the_count_puts_each_voter_in_one_place():
    """Yes, no, left out and open together are the voters, and what was asked is no position."""
    decision = Decision(name="it", by=(EVERYONE,), method="unanimity")
    view = scene(
        tuple(SORTS), {"noord": "for", "zuid": "ask", "oost": "abstain", "west": "against"}
    )
    found = count(decision, None, view)
    assert (["noord"], ["west"], ["oost"], ["zuid"]) == (
        found.yes, found.no, found.out, found.open
    )  # fmt: skip


def test_there_is_no_count_without_a_case():
    """A decision of a lifecycle that has no case above this one cannot be counted."""
    decision = Decision(name="it", by=(EVERYONE,), method="unanimity")
    assert count(decision, "far", scene(("noord",))) is None


