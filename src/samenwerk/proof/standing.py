"""The standing questions: what is asked of every workflow though nobody wrote it.

Only what was shown is told: a finding says that something is so, and up to which sizes that was
tried. How a report tells it is for others.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from samenwerk.core.compiled import Compiled
from samenwerk.core.tree import NamedTree, Tree
from samenwerk.proof.always import Always, always_of
from samenwerk.proof.answer import Bounds, Proved
from samenwerk.proof.asked import MET, NOT_MET, Limits, Nowhere, Wish
from samenwerk.proof.possible import NOBODY
from samenwerk.proof.voting import votes
from samenwerk.values.message import Message, Name

PLAIN_LIMITS = Limits()
KINDS = (
    "never_done", "nobody", "unreachable", "dead_end", "cannot_end", "never_met", "always_met",
    "never_decided", "decides_alone", "held_up_by_one",
)  # fmt: skip
"""What can be found, the worst first."""
TO_KNOW = ("always_met", "held_up_by_one")
"""What need not be a fault: somebody may have meant it."""


@attrs.frozen(eq=False)
class Standing:
    """One finding: what is so (`message`), of what, at which key of it, and how far it was
    looked."""

    kind: str
    what: Name
    key: str
    message: Message
    verdict: Proved

    @property
    def serious(self) -> bool:
        """Whether it is a fault, and not something to know."""
        return self.kind not in TO_KNOW


def standing(compiled: Compiled, limits: Limits = PLAIN_LIMITS) -> Iterator[Standing]:
    """Every finding about a workflow: by lifecycle, then its rules and its decisions."""
    asked = always_of(compiled, limits)
    for lifecycle in compiled.workflow.lifecycles:
        yield from _steps(asked, lifecycle)
        yield from _states(asked, lifecycle)
    yield from _rules(asked)
    for kind, name, told in votes(compiled, limits):
        what = Name("decision", name)
        message = Message(f"standing.{kind}", {"decision": what, **told})
        yield Standing(kind, what, "method", message, Proved("enumerated", Bounds(limits.members)))


def _steps(asked: Always, lifecycle: str) -> Iterator[Standing]:
    for step in asked.compiled.workflow.lifecycles[lifecycle].steps.values():
        found = asked.compiled.steps[step.full_name]
        answer = asked.possible.step(found)
        name = Name("step", step.full_name)
        if answer is NOBODY:
            yield _said(asked, "nobody", name, "by", step=name)
        elif isinstance(answer, Nowhere):
            yield _said(asked, "never_done", name, "needs", step=name)


def _states(asked: Always, lifecycle: str) -> Iterator[Standing]:
    declared = asked.compiled.workflow.lifecycles[lifecycle]
    reached = asked.possible.states(lifecycle)
    dead = []
    for state in declared.states.values():
        name = Name("state", f"{lifecycle}.{state.name}")
        if state.name not in reached:
            yield _said(asked, "unreachable", name, "", state=name)
        elif not state.final and not asked.possible.out_of(lifecycle, state.name):
            dead.append(state.name)
            yield _said(asked, "dead_end", name, "", state=name)
    if any(state.final for state in declared.states.values()):
        for one in sorted(asked.stuck("can_end", lifecycle) - set(dead)):
            name = Name("state", f"{lifecycle}.{one}")
            yield _said(asked, "cannot_end", name, "", state=name)


def _rules(asked: Always) -> Iterator[Standing]:
    """Of the rules that steps ask: a rule is asked where the first step asks it."""
    seen: set[str] = set()
    for found in asked.compiled.steps.values():
        for tree in _named(need.tree for need in found.needs):
            rule = tree.rule.name
            if rule in seen or found.step.for_each is not None:
                continue
            seen.add(rule)
            name = Name("rule", rule)
            for truths, kind in ((MET, "never_met"), (NOT_MET, "always_met")):
                answer = asked.possible.world(found.step.lifecycle, (Wish(tree, truths),))
                if isinstance(answer, Nowhere):
                    yield _said(asked, kind, name, "", rule=name)


def _named(trees: Iterator[Tree]) -> Iterator[NamedTree]:
    """The rules in these trees that are asked of the case itself, not of each of a set."""
    for tree in trees:
        if isinstance(tree, NamedTree):
            yield tree
            yield from _named(iter(tree.parts))
        elif type(tree).__name__ != "EachTree":
            yield from _named(iter(tree.parts))


def _said(asked: Always, kind: str, what: Name, key: str, **told: object) -> Standing:
    possible = asked.possible
    bounds = Bounds(possible.members, possible.cases)
    message = Message(f"standing.{kind}", told)
    return Standing(kind, what, key, message, Proved("enumerated", bounds, possible.worlds))
