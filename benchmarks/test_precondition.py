"""What one step costs in memory, against the same four conditions written out by hand.

Everything in this file is timed in turns, in one go.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import attrs
import pytest

from benchmarks import by_hand, peers
from benchmarks.precondition import (
    ADOPT,
    MET,
    collaboration,
    compiled,
    step_and_view,
)
from benchmarks.turns import Call, Prepared, Taken, take_turns
from samenwerk.core.decide import decide
from samenwerk.core.evolve import replay
from samenwerk.core.findings import findings

HAND, MAPS = "by hand, plain dicts", "by hand, the same maps"
AGAINST_HAND = (
    ("conditions asked, with a compact record", "judge", 3.0),
    ("conditions asked, with the tree of findings", "findings", 10.0),
    ("decide: machine, event encoded and hashed, evolved", "decide", 30.0),
    ("the same, and its lines replayed by the caller", "replayed", None),
    ("the same, not hashed (a way that is only tried)", "tried", None),
    ("decide, with the tree of findings", "looked", None),
    ("decide, refused with its reasons", "refused", None),
)
Calls = Mapping[str, Call | Prepared]


@pytest.fixture(scope="module")
def calls() -> Calls:
    """Everything that takes turns."""
    ready = compiled()
    known = collaboration(ready)
    short = collaboration(ready, attrs.evolve(MET, positions={}))
    step, view = step_and_view(ready, known)
    change = by_hand.plain(MET)
    case, kinds, supporters = by_hand.mapped(MET, known)

    def peer(name: str) -> Prepared:
        put = peers.PEERS[name]()
        return Prepared(lambda: put(change)[0])

    return {
        HAND: partial(by_hand.may_adopt, change),
        MAPS: partial(by_hand.may_adopt_mapped, case, kinds, supporters),
        "judge": partial(step.judge, view),
        "findings": lambda: (step.judge(view), findings(step, view)),
        "tried": lambda: decide(ready, known, ADOPT, seal=False, look=False),
        "decide": lambda: decide(ready, known, ADOPT, look=False),
        "replayed": lambda: replay(decide(ready, known, ADOPT, look=False).lines, known),
        "looked": lambda: decide(ready, known, ADOPT),
        "refused": lambda: decide(ready, short, ADOPT),
        **{name: peer(name) for name in peers.PEERS if peers.version_of(name)},
    }


@pytest.fixture(scope="module")
def taken(calls: Calls) -> dict[str, Taken]:
    """How long each took."""
    return take_turns(calls)


@pytest.mark.parametrize("base", [HAND, MAPS])
@pytest.mark.parametrize(("name", "which", "goal"), AGAINST_HAND)
def test_against_by_hand(
    calls: Calls,
    taken: dict[str, Taken],
    note: Callable[..., None],
    repeat: Callable[..., None],
    name: str,
    which: str,
    goal: float | None,
    base: str,
) -> None:
    """Ours over the function by hand, which answers the same and tells nothing."""
    note(name, taken[which], taken[base], what=base, goal=goal)
    repeat(calls[which], 200)


@pytest.mark.parametrize("peer", peers.PEERS)
def test_against_peers(
    calls: Calls,
    taken: dict[str, Taken],
    note: Callable[..., None],
    missing: Callable[..., None],
    repeat: Callable[..., None],
    peer: str,
) -> None:
    """The same step by a peer over the function by hand, and ours over the peer."""
    name, goal = f"decide, against {peer}", None if peer == "transitions" else 1.0
    if peer not in taken:
        missing(name, f"{peer} is not installed", goal=goal, what=peer)
    note(f"one step by {peer}", taken[peer], taken[HAND], what=HAND)
    note(name, taken["decide"], taken[peer], what=peer, goal=goal)
    repeat(calls[peer], 200)
