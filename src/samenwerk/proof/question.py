"""An invariant as a question: on which moves of a case it is judged, and by which condition.

Which moves there are is said here too: a step may move a case in more than one way.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from samenwerk.core.compiled import Compiled, CompiledStep
from samenwerk.core.each import EachTree
from samenwerk.core.leaves.done import Done
from samenwerk.core.machine import BACK, destination
from samenwerk.core.tree import AllTree, Tree, compile_tree
from samenwerk.values.declared import Invariant
from samenwerk.values.tree import All, Ask, Each, Node

DONE = ("step", "opens", "itself", "time", "back")
"""The ways in which a step is done; by the others a case is moved with it, or after a refusal."""


@attrs.frozen(eq=False)
class Move:
    """One way in which a step moves a case of its lifecycle.

    `how` is as in `Stride`, or `back`, or `each` (somebody did it, and others still must); `to`
    is the state it leads to, None for where it was (and, of `back`, for where it came from). Of a
    split it is where the new cases are: each of them is new there.
    """

    how: str
    found: CompiledStep
    to: str | None

    @property
    def sources(self) -> tuple[str, ...]:
        """The states in which it begins; a case can be taken in from any."""
        return self.found.step.sources


def moves_of(found: CompiledStep, breaches: bool) -> Iterator[Move]:
    """Every way in which a step moves a case; with `breaches` also when it was refused."""
    step = found.step
    to = destination(step)
    how = "back" if to == BACK else "opens" if step.opens else step.automatic or "step"
    yield Move(how, found, None if to == BACK else to)
    if step.each and not step.opens:
        yield Move("each", found, None)
    if step.splits is not None:
        yield Move("split", found, step.carry.state)
    if step.merges is not None:
        yield Move("merge", found, step.merges)
    if breaches and step.done_anyway is not None:
        yield Move("anyway", found, step.done_anyway)


@attrs.frozen(eq=False)
class Question:
    """What is asked: on these moves (`hits`), and with `within` also while in that state, the
    condition is met.

    `since` is the step from which on it must have been met, at every step of the case. `at_most`
    counts, instead: how often `on` is done, or how many cases are in `reach` at once.
    """

    lifecycle: str
    condition: Tree
    node: Node
    reach: str | None = None
    on: str | None = None
    within: bool = False
    since: str | None = None
    at_most: int | None = None
    breaches: bool = False

    def hits(self, move: Move) -> bool:
        """Whether it is judged on this move."""
        step = move.found.step
        if step.lifecycle != self.lifecycle:
            return False
        if self.on is not None:
            return step.name == self.on and move.how in (*DONE, "anyway")
        if move.how == "back":
            return self.within
        if move.how == "split":
            return move.to == self.reach or (move.to is None and self.reach in step.sources)
        elsewhere = step.opens or move.how == "merge" or set(step.sources) != {self.reach}
        return move.to == self.reach and elsewhere


def asked(compiled: Compiled, invariant: Invariant) -> Question | None:
    """The question of an invariant about a state or a step; None for one about something else."""
    target = invariant.to_reach or invariant.while_in or invariant.on_step
    counted = invariant.at_most is not None
    if target is None or not (invariant.needs or invariant.only_after or counted):
        return None
    lifecycle, _, name = target.partition(".")
    parts = list(invariant.needs)
    if invariant.only_after is not None:
        home, _, step = invariant.only_after.partition(".")
        parts.append(Ask(Done(step, home, None if home == lifecycle else home)))
    node = parts[0] if len(parts) == 1 else All(tuple(parts))
    return Question(
        lifecycle,
        AllTree([compile_tree(part) for part in parts]),
        node,
        reach=None if invariant.on_step else name,
        on=name if invariant.on_step else None,
        within=invariant.while_in is not None and not counted,
        since=None if invariant.held_since is None else invariant.held_since.partition(".")[2],
        at_most=invariant.at_most,
        breaches=invariant.breaches,
    )


def moves(compiled: Compiled, lifecycle: str, breaches: bool) -> tuple[Move, ...]:
    """Every move of the cases of a lifecycle."""
    declared = compiled.workflow.lifecycles[lifecycle].steps.values()
    found = (compiled.steps[step.full_name] for step in declared)
    return tuple(move for one in found for move in moves_of(one, breaches))


def of_others(question: Question) -> Tree:
    """The condition of a question, asked of every other case of its lifecycle: that of a case
    which is taken in is not asked of the case that takes it in."""
    each = Each("every", None, question.lifecycle, "", question.node, met_when_empty=True)
    return EachTree(each, question.condition)
