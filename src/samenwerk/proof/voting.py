"""What stands out in how parties decide together: asked of the coalitions of each decision.

The counting is that of `core.coalitions`; here only which decisions, and with how many voters.
"""

from __future__ import annotations

from collections.abc import Iterator

from samenwerk.core.coalitions import coalitions, unspoken
from samenwerk.core.compiled import Compiled
from samenwerk.core.leaves.decision import Decision as DecisionLeaf
from samenwerk.core.tree import AskTree, Tree
from samenwerk.core.votes import Count, count
from samenwerk.proof.asked import Limits
from samenwerk.proof.grounds import grounds, walk
from samenwerk.values.declared import Decision

FEWEST = 3
"""With fewer voters than this it is no wonder that each of them matters."""


def votes(compiled: Compiled, limits: Limits) -> Iterator[tuple[str, str, dict[str, object]]]:
    """What stands out of each decision that a step asks: its kind, which decision, and what to
    tell of it. Decisions with weights are left out: those are known in a case only."""
    for full, (decision, lifecycle, tree) in _asked(compiled).items():
        found = list(_rounds(compiled, lifecycle, decision, tree, limits))
        answers = [coalitions(one) for one in found]
        if not answers:
            continue
        if not any(one.possible for one in answers):
            yield "never_decided", full, {}
        elif all(one.alone for one in answers):
            yield "decides_alone", full, {}
        elif decision.method != "unanimity" and all(
            len(one.vetoes) == len(one.voters) and not one.closes for one in answers
        ):
            yield "held_up_by_one", full, {}


def _asked(compiled: Compiled) -> dict[str, tuple[Decision, str, Tree]]:
    """The decisions that steps ask about, by full name, each with the case it is asked in."""
    found: dict[str, tuple[Decision, str, Tree]] = {}
    for step in compiled.steps.values():
        for tree in walk(need.tree for need in step.needs):
            if isinstance(tree, AskTree) and isinstance(tree.leaf, DecisionLeaf):
                decision = tree.leaf.declared
                home = decision.lifecycle or step.step.lifecycle
                if decision.weight is None and not decision.plugin:
                    found.setdefault(tree.leaf.full_name, (decision, home, tree))
    return found


def _rounds(
    compiled: Compiled, lifecycle: str, decision: Decision, tree: Tree, limits: Limits
) -> Iterator[Count]:
    for setting in grounds(compiled, lifecycle, (tree,), limits, cases=0):
        found = count(decision, None, setting.view)
        if found is not None and len(found.voters) >= FEWEST:
            yield unspoken(found)
