"""Asking every invariant of a workflow: proof first, and whatever it finds on paper is played.

Each answer comes as soon as it is there, so that who stops keeps what was found.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import islice

import attrs

from samenwerk.engine.shelf import Running
from samenwerk.proof.always import STUCK
from samenwerk.proof.answer import Candidate, Proved, Undecided
from samenwerk.proof.asked import Limits
from samenwerk.proof.prove import answers
from samenwerk.proof.standing import Standing, standing
from samenwerk.values.cell import Cell
from samenwerk.values.declared import Invariant
from samenwerk.values.register import Register
from samenwerk.verify.answers import BROKEN, NO_STORY, NOT_DECIDED, PROVED, WITHIN, Answer, Verified
from samenwerk.verify.breadth import searched
from samenwerk.verify.drafts import Broken
from samenwerk.verify.hunting import guesses
from samenwerk.verify.replaying import brought_about, confirmed, replayed

BEGINS = date(2027, 1, 4)
"""The day on which stories begin that need no day of their own."""
CANDIDATES = 12
"""So many paths on paper are played, before it is said that none of them can be."""
TRIES = 1_500
"""So many acts are tried where nothing else gave a story."""


@attrs.frozen(kw_only=True)
class Asked:
    """How much is looked at: the limits of the proof, and who take part in guesses."""

    limits: Limits = attrs.field(factory=Limits)
    register: Register | None = None


def verified(
    running: Running,
    invariants: Sequence[Invariant],
    asked: Asked,
    watch: Callable[[int], None] = lambda count: None,
    *,
    others: bool = False,
) -> Verified:
    """Ask all of these in order; `watch` is told how many are done. Who interrupts it gets what
    was found so far. With `others` what is asked of every workflow is asked last."""
    began = time.monotonic()
    found: list[Answer] = []
    also: list[Standing] = []
    whole = False
    try:
        for number, invariant in enumerate(invariants):
            watch(number)
            found.append(answered(running, invariant, asked))
        for one in standing(running.compiled, asked.limits) if others else ():
            watch(len(invariants))
            also.append(one)
        whole = True
    except KeyboardInterrupt:
        pass  # what was found so far is worth telling
    return Verified(
        tuple(found), len(invariants), tuple(also), time.monotonic() - began, whole
    )


def answered(running: Running, invariant: Invariant, asked: Asked) -> Answer:
    """What becomes of one invariant; broken only when a story of it was really played."""
    tried: list[Candidate] = []
    last: Proved | Undecided = Undecided("no_story")

    def paths() -> Iterable[Candidate]:
        nonlocal last
        for one in answers(running.compiled, invariant, asked.limits):
            if isinstance(one, Candidate):
                tried.append(one)
                yield one
            else:
                last = one

    found = replayed(running, invariant, islice(paths(), CANDIDATES))
    if invariant.always is not None:
        if isinstance(last, Undecided) and last.why == STUCK:
            found = _stuck(running, invariant, last.cells, asked)
    elif found is None:
        found = _hunted(running, invariant, asked, thorough=not isinstance(last, Proved))
    if found is not None:
        return Answer(invariant, BROKEN, broken=found, worlds=last.worlds, candidates=len(tried))
    if isinstance(last, Proved):
        return Answer(
            invariant, PROVED if last.bounds is None else WITHIN, last.bounds,
            worlds=last.worlds, control=last.control,
        )  # fmt: skip
    why = NO_STORY if tried else last.why
    return Answer(invariant, NOT_DECIDED, why=why, cells=last.cells, worlds=last.worlds,
                  candidates=len(tried))  # fmt: skip


def _hunted(
    running: Running, invariant: Invariant, asked: Asked, *, thorough: bool
) -> Broken | None:
    """A story found without a proof, among those who take part; it beats what a proof says."""
    register = asked.register
    if register is None:
        return None
    tried = guesses(running, invariant, register, BEGINS)
    if invariant.not_alone:
        return _alone(running, invariant, tried, register)
    found = replayed(running, invariant, tried)
    if found is None and thorough:
        return searched(running, invariant, register, BEGINS, TRIES)
    return found


def _alone(
    running: Running, invariant: Invariant, tried: Iterable[Candidate], register: Register
) -> Broken | None:
    """A story in which one party does all there is in the case, whoever opened those above it."""
    for candidate in tried:
        for party in register.parties:
            draft = brought_about(
                running, candidate.steps, candidate.setting, exact=False, alone=party.id
            )
            found = None if draft is None else confirmed(running, invariant, draft)
            if found is not None:
                return found
    return None


def _stuck(
    running: Running, invariant: Invariant, states: Iterable[Cell], asked: Asked
) -> Broken | None:
    """A story that ends in one of these states, out of which nothing can ever be done."""
    for cell in states if asked.register is not None else ():
        there = attrs.evolve(
            invariant, always=None, lifecycles=(), while_in=f"{cell.case}.{cell.name}", at_most=0
        )
        assert asked.register is not None
        found = replayed(running, there, guesses(running, there, asked.register, BEGINS))
        if found is not None:
            return attrs.evolve(found, broken=attrs.evolve(found.broken, how="stuck"))
    return None
