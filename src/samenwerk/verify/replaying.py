"""Replaying: a path that was found on paper, made into a story that really breaks the invariant.

What cannot be played is no story. How a story is told and written is `story`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

import attrs

from samenwerk.engine.shelf import Running
from samenwerk.proof.answer import Candidate, Stride
from samenwerk.proof.asked import Setting
from samenwerk.scenarios.stage import begun
from samenwerk.values.case import Case
from samenwerk.values.declared import Invariant, Workflow
from samenwerk.values.register import Party, Register
from samenwerk.verify.bringing import Seeker
from samenwerk.verify.drafts import Broken, Draft, drafted, in_earnest, played
from samenwerk.verify.shrinking import shrunk


def replayed(
    running: Running, invariant: Invariant, candidates: Iterable[Candidate], most: int = 12
) -> Broken | None:
    """The first of so many candidates that really breaks it, as short as it can be, or None.

    Each is tried with the very contents that were found, then with any that will do.
    """
    for candidate in islice(candidates, most):
        for draft in _drafts(running, invariant, candidate):
            found = confirmed(running, invariant, draft)
            if found is not None:
                return found
    return None


def confirmed(running: Running, invariant: Invariant, draft: Draft) -> Broken | None:
    """What a draft breaks, as short as it can be and played in earnest; None when nothing."""
    found = played(running, invariant, draft)
    if found is None:
        return None
    small = shrunk(found, lambda one: played(running, invariant, one))
    return in_earnest(running, invariant, small.draft)


def _drafts(running: Running, invariant: Invariant, candidate: Candidate) -> Iterator[Draft]:
    alone = candidate.setting.view.actor if invariant.not_alone else None
    for exact in (True, False):
        draft = brought_about(running, candidate.steps, candidate.setting, exact=exact, alone=alone)
        if draft is not None:
            yield draft


def brought_about(
    running: Running, strides: Iterable[Stride], setting: Setting, *, exact: bool,
    alone: str | None = None,
) -> Draft | None:  # fmt: skip
    """Acts that bring about these strides, one after another, from an empty collaboration.

    None when one of them could not be brought about. `exact`: with the contents that were found.
    `alone` is the only party that acts in the cases of the strides.
    """
    known = setting.view.collaboration
    register = named(known.register, running.workflow)
    begins = known.started
    stage = begun(running, register, begins)
    seeker = Seeker(running.compiled, stage.known, begins, running=running, exact=exact)
    path = tuple(strides)
    later = {one.case for one in path if alone is not None or _opens(running, one)}
    chain = set(_chain(setting, path))
    for case in _from_above(known.cases):
        if case.id not in later and not seeker.open(case) and case.id in chain:
            return None
    if alone is not None:
        seeker.only = dict.fromkeys(later, alone)
    for stride in path:
        like = known.cases.get(stride.case)
        if like is not None and not _opens(running, stride) and not seeker.open(like):
            return None
        if not seeker.bring(stride):
            if stride.step is None and stride is path[-1] and path[-2:-1]:
                break  # perhaps it is so already; of cases that come of a split it is
            return None
    commands = [one.command for one in seeker.done]
    return drafted(register, begins, commands, seeker.day)


def _opens(running: Running, stride: Stride) -> bool:
    found = None if stride.step is None else running.compiled.step(stride.step)
    return found is not None and found.step.opens


def _chain(setting: Setting, path: Iterable[Stride]) -> Iterator[str]:
    """The cases of a path, and those that they hang under."""
    cases = setting.view.collaboration.cases
    for stride in path:
        case: Case | None = cases.get(stride.case)
        while case is not None:
            yield case.id
            case = cases.get(case.parent or "")


def _from_above(cases: Mapping[str, Case]) -> list[Case]:
    """All cases, each after the one that it hangs under and the one that it rests on."""
    found: dict[str, Case] = {}

    def add(case: Case | None) -> None:
        if case is not None and case.id not in found:
            add(cases.get(case.parent or ""))
            add(cases.get(case.rests_on or ""))
            found[case.id] = case

    for case in sorted(cases.values(), key=lambda one: (one.opened.sequence, one.id)):
        add(case)
    return list(found.values())


def named(register: Register, workflow: Workflow) -> Register:
    """The register with a name for every party that has none: its sort and a number."""
    counts: dict[str, int] = {}
    parties: list[Party] = []
    for party in register.parties:
        counts[party.sort] = counts.get(party.sort, 0) + 1
        sort = workflow.sorts.get(party.sort)
        labels = {} if sort is None else sort.labels
        names = tuple((lang, f"{label} {counts[party.sort]}") for lang, label in labels.items())
        parties.append(party if party.names else attrs.evolve(party, names=names))
    return attrs.evolve(register, parties=tuple(parties))
