"""What it costs that who acts is looked up in the register, beside deciding what it asked; and what
reading as one party costs beside reading all."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from benchmarks.precondition import ADOPT, CHAIR, MET, collaboration, compiled, large
from benchmarks.turns import take_turns
from samenwerk.core.authority import outside
from samenwerk.core.decide import decide
from samenwerk.core.seen import seen
from samenwerk.values.command import Do
from samenwerk.values.offices import Offices
from samenwerk.values.sight import Sight

OFFICES = Offices(register=CHAIR, migrate=CHAIR, effects=CHAIR, breach=CHAIR).closed


@pytest.mark.parametrize("members", [6, 60])
def test_authority(note: Callable[..., None], repeat: Callable[..., None], members: int) -> None:
    """Looking up an actor, against deciding about its step without writing it down."""
    ready = compiled()
    situation = MET if members == len(MET.kinds) else large(members)
    known = collaboration(ready, situation)
    assert isinstance(ADOPT, Do)
    by = attrs.evolve(ADOPT, actor=CHAIR)
    assert outside(ready, known, by, OFFICES) is None
    hidden = Sight(who=CHAIR, parties=frozenset({CHAIR}), texts=False)
    calls = {
        "looking up who acts": lambda: outside(ready, known, by, OFFICES),
        "deciding": lambda: decide(ready, known, by, seal=False, look=False),
        "what one party sees": lambda: seen(known, hidden),
    }
    taken = take_turns(calls)
    note(
        f"who acts is in the register, beside deciding; {members} members",
        taken["looking up who acts"], taken["deciding"], what="deciding about the step", goal=0.05,
    )  # fmt: skip
    note(f"what one party sees of a collaboration; {members} members", taken["what one party sees"])
    repeat(calls["looking up who acts"], 50)
