"""The quick part of verify, for `check`: what holds by how it is made is passed over at once.

The rest is not searched: only a story that the planner sees straight away is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samenwerk.core.compiled import Compiled, compile_workflow
from samenwerk.proof.doing import certain
from samenwerk.proof.implied import follows
from samenwerk.proof.question import asked, moves
from samenwerk.values.declared import Invariant, Workflow

if TYPE_CHECKING:
    from samenwerk.values.register import Register
    from samenwerk.verify.drafts import Broken


def in_doubt(workflow: Workflow) -> Iterator[Invariant]:
    """The invariants about a moment that do not hold by how the needs of every way in are made."""
    compiled: Compiled | None = None
    for invariant in workflow.invariants.values():
        compiled = compiled or compile_workflow(workflow)
        question = asked(compiled, invariant)
        if question is None or question.within:
            continue
        if question.at_most is not None or question.since is not None:
            continue  # these ask for a path, and not only for its last step
        ways = (move for move in moves(compiled, question.lifecycle, question.breaches)
                if question.hits(move))  # fmt: skip
        if not all(follows(certain(move), question.condition) for move in ways):
            yield invariant


def broken_at_once(
    workflow: Workflow, register: Register | None
) -> tuple[tuple[Invariant, Broken], ...]:
    """The invariants in doubt of which a story was played, with that story.

    `register` says who take part; without one nothing is played.
    """
    doubted = tuple(in_doubt(workflow))
    if not doubted or register is None:
        return ()
    from samenwerk.engine.shelf import made_ready
    from samenwerk.hooks.installed import installed
    from samenwerk.verify.asking import BEGINS
    from samenwerk.verify.hunting import guesses
    from samenwerk.verify.replaying import replayed

    running = made_ready(workflow, installed)
    if running.plugins.faults:
        return ()
    stories = (
        (one, replayed(running, one, guesses(running, one, register, BEGINS))) for one in doubted
    )
    return tuple((one, story) for one, story in stories if story is not None)
