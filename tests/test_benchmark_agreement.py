"""What the benchmarks compare answers alike: speed against something that is wrong says nothing.

The case, the function by hand and the peers stand in `benchmarks/`.
"""

from collections.abc import Mapping

import attrs
import pytest
from benchmarks import by_hand, peers
from benchmarks.precondition import (
    ADOPT,
    CASE,
    MET,
    ROADS,
    SIX,
    SUPPORTER,
    Situation,
    collaboration,
    compiled,
    step_and_view,
)
from hypothesis import given
from hypothesis import strategies as st

from samenwerk.core.compiled import Compiled
from samenwerk.core.decide import decide
from samenwerk.values.finding import YES

FOUR = dict.fromkeys(("noord", "zuid", "brug", "dal"), "for")

TABLE: Mapping[str, tuple[bool, Situation]] = {
    "all is well": (True, MET),
    "everybody is for": (True, attrs.evolve(MET, positions=dict.fromkeys(SIX, "for"))),
    "two thirds, the others against": (
        True,
        attrs.evolve(MET, positions={**FOUR, "oost": "against", "berg": "against"}),
    ),
    "one short of two thirds": (
        False,
        attrs.evolve(MET, positions={**FOUR, "dal": "against"}),
    ),
    "an abstention is no consent": (
        False,
        attrs.evolve(MET, positions={**FOUR, "dal": "abstain"}),
    ),
    "nobody has said anything": (False, attrs.evolve(MET, positions={})),
    "no insurer takes part": (
        False,
        attrs.evolve(MET, kinds={**SIX, "brug": "provider"}),
    ),
    "three members, one of each kind": (
        True,
        attrs.evolve(
            MET,
            kinds={"noord": "provider", "brug": "insurer", "dal": "municipality"},
            positions={"noord": "for", "dal": "for"},
        ),
    ),
    "no members at all": (False, attrs.evolve(MET, kinds={}, positions={})),
    "the supporter is tied": (False, attrs.evolve(MET, tied={SUPPORTER: True})),
    "the supporter was not asked": (False, attrs.evolve(MET, tied={})),
    "there is no supporter": (False, attrs.evolve(MET, supporters=(), tied={})),
    "one of two supporters is tied": (
        False,
        attrs.evolve(MET, supporters=(SUPPORTER, "raad"), tied={SUPPORTER: False, "raad": True}),
    ),
    "two supporters, both free": (
        True,
        attrs.evolve(MET, supporters=(SUPPORTER, "raad"), tied={SUPPORTER: False, "raad": False}),
    ),
    "the region gains as much": (True, attrs.evolve(MET, regional=4, single=4)),
    "the region gains less": (False, attrs.evolve(MET, regional=3, single=4)),
    "what the region gains is not known": (False, attrs.evolve(MET, regional=None)),
    "what the party gains is not known": (False, attrs.evolve(MET, single=None)),
    **{
        f"the change is {state}": (state == "consulting", attrs.evolve(MET, state=state))
        for state in ROADS
    },
}


@pytest.fixture(scope="module")
def ready() -> Compiled:
    """The definition, read and compiled once."""
    return compiled()


def ours(ready: Compiled, situation: Situation) -> bool:
    """Whether adopting is carried out by `decide`."""
    return decide(ready, collaboration(ready, situation), ADOPT).carried_out


@pytest.mark.parametrize("name", TABLE)
def test_ours_and_by_hand_agree(ready: Compiled, name: str) -> None:
    """`decide` carries a step out exactly when the function by hand says yes."""
    expected, situation = TABLE[name]
    assert (expected, expected) == (by_hand.answer(situation), ours(ready, situation))


@pytest.mark.parametrize("name", TABLE)
def test_conditions_agree_on_the_same_maps(ready: Compiled, name: str) -> None:
    """The four conditions alone are all met exactly when both functions by hand say yes."""
    _, situation = TABLE[name]
    known = collaboration(ready, situation)
    step, view = step_and_view(ready, known)
    met = all(truth == YES for truth in step.judge(view)[0])
    plain = by_hand.may_adopt(by_hand.plain(situation))
    assert (plain, plain) == (by_hand.may_adopt_mapped(*by_hand.mapped(situation, known)), met)


@pytest.mark.parametrize("peer", peers.PEERS)
def test_peers_agree(peer: str) -> None:
    """Each peer adopts in exactly the same situations."""
    if peers.version_of(peer) is None:
        pytest.skip(f"{peer} is not installed: it comes with the extra `bench`")
    ready = peers.PEERS[peer]()
    expected = {name: answer for name, (answer, _) in TABLE.items()}
    assert expected == {
        name: peers.answer(ready, by_hand.plain(situation))
        for name, (_, situation) in TABLE.items()
    }


SORTS = ("provider", "insurer", "municipality")
WORDS = st.sampled_from(("for", "for", "against", "abstain"))
GAINS = st.none() | st.integers(0, 3)


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    """Any change, with up to seven members."""
    kinds = draw(st.dictionaries(st.sampled_from("abcdefg"), st.sampled_from(SORTS)))
    return Situation(
        state=draw(st.sampled_from(("consulting", "consulting", "tested", "paused"))),
        kinds=kinds,
        positions={one: draw(WORDS) for one in kinds if draw(st.integers(0, 3))},
        supporters=tuple(sorted(draw(st.sets(st.sampled_from("xy"))))),
        tied=draw(st.dictionaries(st.sampled_from("xy"), st.sampled_from((False, False, True)))),
        regional=draw(GAINS),
        single=draw(GAINS),
    )


@given(situation=situations())
def test_all_agree_on_any_situation(ready: Compiled, situation: Situation) -> None:
    """Whatever the situation, all that are installed say the same."""
    expected = by_hand.answer(situation)
    said = {
        peer: peers.answer(make(), by_hand.plain(situation))
        for peer, make in peers.PEERS.items()
        if peers.version_of(peer) is not None
    }
    said["ours"] = ours(ready, situation)
    assert dict.fromkeys(said, expected) == said


def test_the_case_has_the_size_that_the_figures_name(ready: Compiled) -> None:
    """Six states, ten steps, six members, four conditions on `adopt`, seven entries."""
    change = ready.workflow.lifecycles["change"]
    case = collaboration(ready).cases[CASE]
    entries = [entry for shelf in (case.facts, case.positions) for entry in shelf.values()]
    assert (6, 10, 6, 4, 7) == (
        len(change.states),
        len(change.steps),
        len(MET.kinds),
        len(change.steps["adopt"].needs),
        sum(map(len, entries)),
    )
