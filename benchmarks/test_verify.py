"""How the proof of one invariant grows: with the members of a group, and with the lifecycles.

In each lifecycle hangs a plan that is put forward, carried by two thirds, and adopted; the one
below can be opened once the one above is adopted. Asked is what its own step guards, and what
only the whole path does.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samenwerk.core.compiled import Compiled, compile_workflow
from samenwerk.definitions.read import read_text
from samenwerk.proof.answer import Proved
from samenwerk.proof.asked import Limits
from samenwerk.proof.prove import prove

HEAD = """
[workflow]
id = "growth"
version = "1"
nl = "Groei"

[sort]
member = { nl = "Lid" }
"""
PLAN = """
[lifecycle.plan{at}]
nl = "Plan {at}"
{under}

[lifecycle.plan{at}.state]
draft = {{ nl = "In opzet" }}
ahead = {{ nl = "Ligt voor" }}
adopted = {{ nl = "Vastgesteld" }}

[lifecycle.plan{at}.decision.carried]
nl = "Gedragen"
by = "member"
method = "qualified"
share = "2/3"

[lifecycle.plan{at}.fact.cost]
nl = "Kosten"
type = "money"
by = "member"

[lifecycle.plan{at}.step]
open = {{ nl = "Open", to = "draft", by = "member"{above} }}
put = {{ nl = "Leg voor", from = "draft", to = "ahead", by = "member" }}
redo = {{ nl = "Doe over", from = "ahead", to = "draft", by = "member" }}

[lifecycle.plan{at}.step.adopt]
nl = "Stel vast"
from = "ahead"
to = "adopted"
by = "member"
needs = ["carried", {{ fact = "cost", at_most = 1000 }}]
"""
INVARIANTS = """
[invariant.in_order]
nl = "Het onderste plan volgt op het bovenste"
to_reach = "plan{last}.adopted"
only_after = "plan0.adopt"

[invariant.cheap]
nl = "Wat gedragen is en te duur, wordt niet vastgesteld"
on_step = "plan{last}.adopt"
needs = [{{ not = "plan{last}.dear" }}]

[lifecycle.plan{last}.rule.dear]
nl = "Gedragen, en te duur"
all = [{{ fact = "cost", more_than = 1000 }}, "carried"]
"""


def ready(lifecycles: int) -> Compiled:
    """So many lifecycles, one below the other."""
    text = HEAD
    for at in range(lifecycles):
        above = f', needs = [{{ parent = "plan{at - 1}", in = "adopted" }}]' if at else ""
        text += PLAN.format(at=at, under=f'under = "plan{at - 1}"' if at else "", above=above)
    reading = read_text(text + INVARIANTS.format(last=lifecycles - 1), checks=())
    assert reading.workflow is not None, reading.diagnostics
    return compile_workflow(reading.workflow)


def proved(compiled: Compiled, name: str, limits: Limits) -> object:
    """The answer to one of the invariants."""
    return prove(compiled, compiled.workflow.invariants[name], limits)


@pytest.mark.parametrize("members", [2, 4, 8])
def test_more_members(members: int, benchmark: Callable[..., object]) -> None:
    """One lifecycle; the groups grow. Every size up to this one is looked at."""
    compiled = ready(1)
    limits = Limits(members=members)
    answer = benchmark.pedantic(  # type: ignore[attr-defined]
        lambda: proved(compiled, "cheap", limits), rounds=2
    )
    assert isinstance(answer, Proved)


@pytest.mark.parametrize("lifecycles", [2, 4, 6])
def test_more_lifecycles(lifecycles: int, benchmark: Callable[..., object]) -> None:
    """Groups of up to three; the path to the lowest plan grows with every lifecycle above it."""
    compiled = ready(lifecycles)
    answer = benchmark.pedantic(  # type: ignore[attr-defined]
        lambda: proved(compiled, "in_order", Limits()), rounds=2
    )
    assert isinstance(answer, Proved)
