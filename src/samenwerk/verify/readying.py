"""What a step may need that no condition says: who takes part in a split, what a plugin reads.

Acts that are tried on the copy of a seeker before the step is; what helps nothing is left out of
the story again by `shrinking`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samenwerk.core.allowed import THERE, allow
from samenwerk.core.compiled import CompiledStep
from samenwerk.core.leaves.asked import Asked
from samenwerk.core.leaves.decision import Decision
from samenwerk.core.node import Tree
from samenwerk.core.tree import AskTree
from samenwerk.values.case import Case
from samenwerk.values.cell import Cell

if TYPE_CHECKING:
    from samenwerk.verify.bringing import Seeker


def gathered(seeker: Seeker, id: str, found: CompiledStep) -> None:
    """Have enough parties take part in a case for it to be divided over two others."""
    case = seeker.known.cases.get(id)
    role = found.step.splits
    if case is None or role is None:
        return
    if case.state not in found.step.sources:
        seeker.change(
            Cell(id, "state", "state"), allow("one_of", frozenset(found.step.sources))
        )
    enough = 2 * max(1, found.step.group_at_least)
    for party in seeker.known.register.parties:
        for joining in _joining(seeker, id, role):
            case = seeker.known.cases[id]
            if len(case.roles.get(role, ())) >= enough:
                return
            if party.id not in case.roles.get(role, ()):
                seeker.reach(seeker.goal(id, joining, party.id))


def _joining(seeker: Seeker, id: str, role: str) -> Iterator[CompiledStep]:
    case = seeker.known.cases[id]
    for one in seeker.compiled.of(case).steps.values():
        own = one.lifecycle.name == case.lifecycle and not one.step.opens
        if own and one.step.takes == role and one.step.automatic is None:
            yield one


def fed(seeker: Seeker, id: str, found: CompiledStep) -> bool:
    """Record what the plugins of a step say that they read: of one party, then of all.

    False when there is nothing of the kind left to record.
    """
    case = seeker.known.cases.get(id)
    if case is None:
        return False
    before = seeker.known.sequence
    facts = [fact for need in found.needs for fact in _read(seeker, need.tree)]
    parties = seeker.known.register.parties
    cells = [_cell(seeker, case, fact, party.id) for party in parties for fact in facts]
    for cell in dict.fromkeys(cells):
        known = seeker.scene.entry(cell)
        if known is None and seeker.change(cell, THERE) and cell == cells[len(facts) - 1]:
            break  # that may be enough; the others come when it is not
    return seeker.known.sequence > before


def _cell(seeker: Seeker, case: Case, fact: str, party: str) -> Cell:
    workflow = seeker.scene.workflow(case)
    declared = workflow.in_lifecycle(workflow.facts, case.lifecycle, fact)
    return Cell(case.id, "fact", fact, party if declared is not None and declared.per else None)


def _read(seeker: Seeker, tree: Tree) -> Iterator[str]:
    if isinstance(tree, AskTree) and isinstance(tree.leaf, Asked):
        rule = seeker.running.caller.plugins.rules.get(f"{tree.leaf.plugin}.{tree.leaf.rule}")
        yield from () if rule is None else rule.reads
    if isinstance(tree, AskTree) and isinstance(tree.leaf, Decision) and tree.leaf.plugin:
        names = (tree.leaf.declared.weight or "", *tree.leaf.declared.looks_at)
        yield from (name.rpartition(".")[2] for name in names if name)
    for part in tree.parts:
        yield from _read(seeker, part)
