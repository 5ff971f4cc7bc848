"""What it takes to say what is still needed, with six members and with sixty.

The change is in consultation and nobody has said or recorded anything yet, so that all four
conditions are open. These have no goal: they are what a person waits for.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from benchmarks.precondition import (
    ADOPT,
    CHAIR,
    DAY,
    MET,
    MOMENT,
    Situation,
    collaboration,
    compiled,
    large,
)
from benchmarks.turns import take_turns
from samenwerk.core.decide import decide
from samenwerk.core.obligations import advised, blockers, needs
from samenwerk.core.worklists import todo
from samenwerk.values.command import Settle

ROUNDS = 15


def unsaid(members: int) -> Situation:
    """Nothing was said or recorded."""
    whole = MET if members == len(MET.kinds) else large(members)
    return attrs.evolve(whole, positions={}, tied={}, regional=None, single=None)


@pytest.mark.parametrize("members", [6, 60])
def test_asking(note: Callable[..., None], repeat: Callable[..., None], members: int) -> None:
    """The four questions that a person asks of a step that may not happen yet."""
    ready = compiled()
    situation = unsaid(members)
    known, member = collaboration(ready, situation), next(iter(situation.kinds))
    looking = Settle(id="look", actor=None, moment=MOMENT, day=DAY)
    assert not decide(ready, known, ADOPT).carried_out
    calls = {
        "needs: what is needed for a step, each way tried": lambda: needs(ready, known, ADOPT),
        "a refusal with its way out": lambda: advised(
            ready, known, ADOPT, decide(ready, known, ADOPT)
        ),
        "blockers: what stands in the way": lambda: blockers(ready, known, ADOPT),
        "todo of a member": lambda: todo(ready, known, member, looking),
        "todo of the chair": lambda: todo(ready, known, CHAIR, looking),
    }
    taken = take_turns(calls, ROUNDS)
    for name, one in taken.items():
        note(f"{name}; {members} members", one)
    repeat(calls["needs: what is needed for a step, each way tried"], 5)
