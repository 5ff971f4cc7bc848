"""Policies: which party sees what, ready made; a host may write its own in the same shape.

A policy is a pure function of the party, the collaboration, its workflow and the day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import attrs

from samenwerk.core.authority import in_register
from samenwerk.core.refusals import doers_of
from samenwerk.core.view import View
from samenwerk.core.votes import voters_of
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.declared import Workflow
from samenwerk.values.sight import Sight

Policy = Callable[[str, Collaboration, Callable[[Case], Workflow], date], Sight]
"""From a party, the collaboration, what gives the workflow of a case, and the day, to a sight."""


def everything(
    party: str, known: Collaboration, of: Callable[[Case], Workflow], day: date
) -> Sight:
    """All of it: for a collaboration that is one circle of trust."""
    return Sight(who=party)


def own_cases(
    party: str, known: Collaboration, of: Callable[[Case], Workflow], day: date
) -> Sight:
    """The cases that a party has to do with, and those above them.

    These are the cases that are its own, in which it holds a role, did or said something, or can do
    so now. Names of parties are seen; mandates only of its own, and no money of the whole. Who is
    not in the register on that day sees nothing.
    """
    if not in_register(known.register, party, day):
        return nothing(party)
    mine = {case.id for case in known.cases.values() if _concerned(party, known, case, of, day)}
    for id in tuple(mine):
        above = known.cases[id].parent
        while above is not None and above in known.cases:
            mine.add(above)
            above = known.cases[above].parent
    return Sight(who=party, cases=frozenset(mine), money=False, mandates=False)


def nothing(party: str) -> Sight:
    """A sight of nothing but that there is a collaboration."""
    none: frozenset[str] = frozenset()
    return Sight(who=party, cases=none, parties=none, facts=none, documents=none, others=False,
                 texts=False, money=False, mandates=False)  # fmt: skip


def without_texts(policy: Policy) -> Policy:
    """The same, without free text."""

    def less(
        party: str, known: Collaboration, of: Callable[[Case], Workflow], day: date
    ) -> Sight:
        return attrs.evolve(policy(party, known, of, day), texts=False)

    return less


def _concerned(
    party: str, known: Collaboration, case: Case, of: Callable[[Case], Workflow], day: date
) -> bool:
    if case.of == party or case.opened.by == party:
        return True
    if any(party in who for who in case.roles.values()):
        return True
    if any(party in pair for pair in _traces(case)):
        return True
    return not case.over and _has_a_part(party, View(known, case, day), of(case))


def _traces(case: Case) -> Iterator[tuple[str | None, str | None]]:
    shelves = (case.facts, case.documents, case.positions, case.steps, case.breaches)
    for shelf in shelves:
        for entries in shelf.values():
            yield from ((who, one.by) for who, one in entries.items())


def _has_a_part(party: str, view: View, workflow: Workflow) -> bool:
    """Whether it can do a step of the case from where it stands, or decides about something."""
    case = view.case
    steps = workflow.lifecycles[case.lifecycle].steps.values()
    if any(party in doers_of(one, view) for one in steps if case.state in one.sources):
        return True
    return any(
        party in voters_of(one, view, case)
        for one in workflow.decisions.values()
        if one.lifecycle in (None, case.lifecycle)
    )
