"""What is sure in each state of a lifecycle: the steps that every way there has done.

From the states and steps alone, without any condition: so it holds whatever facts, days and
parties make of a path.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from samenwerk.core.machine import BACK, destination
from samenwerk.values.declared import Lifecycle, Step


@attrs.frozen
class Sure:
    """The steps that were done whenever a case is in a state, and what they left behind: roles
    that somebody holds, facts and documents that were filled in."""

    steps: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    filled: frozenset[str] = frozenset()


def surely(lifecycle: Lifecycle) -> Mapping[str, Sure]:
    """By state; a state that no step leads to is not there."""
    steps = lifecycle.steps
    lost = {step.gives_up for step in steps.values()}
    found = {}
    for state, done in _done(lifecycle).items():
        filled = frozenset(name for one in done for name in steps[one].fill_in)
        roles = {steps[one].takes for one in done} | filled
        kept = frozenset(role for role in roles if role is not None and role not in lost)
        found[state] = Sure(done, kept, filled)
    return found


def _done(lifecycle: Lifecycle) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    changed = True
    while changed:
        changed = False
        for source, to, step in edges(lifecycle):
            if source is not None and source not in found:
                continue
            before = frozenset() if source is None else found[source]
            # what was done for some, or split off, is not done in every case that comes here
            whole = step.for_each is None and step.splits is None and source != to
            after = before | {step.name} if whole else before
            if step.splits is not None:
                after = frozenset()
            known = found.get(to)
            merged = after if known is None else known & after
            if merged != known:
                found[to] = merged
                changed = True
    return found


def edges(lifecycle: Lifecycle) -> Iterator[tuple[str | None, str, Step]]:
    """Every way forward from state to state with its step; None: it opens a case.

    Also into the state of a breach, of cases that are split off, and of those taken in. A step
    back leads to a state that the case was in before, so it adds no way.
    """
    for step in lifecycle.steps.values():
        to = destination(step)
        targets = [to] if to is not None and to != BACK else []
        for source in step.sources or (None,):
            for target in targets:
                yield source, target, step
            if step.done_anyway is not None:
                yield source, step.done_anyway, attrs.evolve(step, for_each=step.by[0])
            into = step.carry.state or source
            if step.splits is not None and into is not None:
                yield source, into, step
        if step.merges is not None:
            for state in lifecycle.states.values():
                if not state.final:
                    yield state.name, step.merges, attrs.evolve(step, for_each=step.by[0])


def back_to(lifecycle: Lifecycle, state: str, step: Step) -> frozenset[str]:
    """The states that a step back from here may lead to: the one it came from, or any that it
    came through in which the named step begins."""
    if step.back_before is not None:
        return frozenset(lifecycle.steps[step.back_before].sources) & before(lifecycle, state)
    came = {source for source, to, _ in edges(lifecycle) if to == state and source is not None}
    return frozenset(came - {state})


def before(lifecycle: Lifecycle, state: str) -> frozenset[str]:
    """The states from which there is a way forward to this one."""
    into: dict[str, set[str]] = {}
    for source, to, _ in edges(lifecycle):
        if source is not None and source != to:
            into.setdefault(to, set()).add(source)
    found: set[str] = set()
    todo = [state]
    while todo:
        for one in into.get(todo.pop(), ()):
            if one not in found:
                found.add(one)
                todo.append(one)
    return frozenset(found)
