"""A made-up collaboration: its register and its cases, of so many parties, holders and cases.

How many there are to be is chosen in `proof.settings`; contents are placed later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import attrs
from immutables import Map

from samenwerk.core.copies import copy_id, meant
from samenwerk.core.view import View
from samenwerk.proof.placing import Imagined
from samenwerk.values.case import Case
from samenwerk.values.cell import Entry
from samenwerk.values.declared import Workflow
from samenwerk.values.register import Holding, Located, Party, Register, Seat
from samenwerk.values.who import Who

BEGUN = date(2027, 1, 1)
"""The day on which a made-up collaboration and its cases began."""
TODAY = date(2027, 7, 1)
"""The day of its views, until another is chosen."""


@attrs.frozen
class Counts:
    """How many parties of each sort, holders of each role, other cases."""

    sorts: Mapping[str, int]
    roles: Mapping[str, int]
    cases: Mapping[str, int]


def made_up(
    workflow: Workflow, lifecycle: str, counts: Counts, spread: bool,
    shelf: dict[object, Any] | None = None,
) -> View:  # fmt: skip
    """The view of a case of a lifecycle, with all that is above it, beside it or below.

    With `spread` as few roles as possible have the same holder, else as many. What is worked out
    of it is remembered on the `shelf`.
    """
    register = _register(workflow, counts, spread)
    made = _Cases(workflow, register, counts, spread)
    own = made.of(lifecycle)
    for other, count in counts.cases.items():
        for number in range(count):
            made.beside(other, number, own)
    known = _collaboration(workflow, register, made.cases)
    if shelf is not None:
        known = attrs.evolve(known, shelf=shelf)
    return View(known, own, TODAY)


def _register(workflow: Workflow, counts: Counts, spread: bool) -> Register:
    parties = tuple(
        Party(f"{sort}-{number}", sort, {
            lang: f"{label} {number}" for lang, label in workflow.sorts[sort].labels.items()
        })
        for sort, count in counts.sorts.items() for number in range(1, count + 1)
    )  # fmt: skip
    holds: list[Holding] = []
    for name, role in workflow.roles.items():
        if role.lifecycle is None:
            fit = _fitting(parties, role.sort)
            count = counts.roles.get(name, role.exactly or 1)
            place = len(holds) if spread else 0
            holds += [Holding(name, one) for one in _turned(fit, place)[:count]]
    sits = tuple(
        Seat(name, one.id) for name, table in workflow.tables.items() if not table.members
        for one in parties
    )  # fmt: skip
    regions = tuple(
        Located(map.name, region, one.id)
        for map in workflow.maps.values()
        for names in (tuple(map.regions) or ("region",),)
        for place, one in enumerate(parties)
        for region in ((names[place % len(names)],) if map.one_region_each else names)
    )  # fmt: skip
    return Register(parties, sits, tuple(holds), (), regions)


def _turned(all: Sequence[str], place: int) -> list[str]:
    place = place % len(all) if all else 0
    return [*all[place:], *all[:place]]


def _fitting(parties: Iterable[Party], sorts: Sequence[str]) -> list[str]:
    return [one.id for one in parties if not sorts or one.sort in sorts]


def _collaboration(
    workflow: Workflow, register: Register, cases: Sequence[Case]
) -> Imagined:
    lists: dict[str, dict[str, int]] = {}
    states: dict[tuple[str, str], dict[str, int]] = {}
    for place, case in enumerate(cases, 1):
        lists.setdefault(case.lifecycle, {})[case.id] = place
        states.setdefault((case.lifecycle, case.state), {})[case.id] = place
    return Imagined(
        "made-up", workflow.name, workflow.digest, BEGUN, workflow.zone, True, register,
        len(cases), "", Map({one.id: one for one in cases}),
        Map({key: Map(one) for key, one in states.items()}),
        Map({key: Map(one) for key, one in lists.items()}), BEGUN, text=workflow,
    )  # fmt: skip


class _Cases:
    """The cases of a setting, made one after another."""

    def __init__(
        self, workflow: Workflow, register: Register, counts: Counts, spread: bool
    ) -> None:
        self.cases: list[Case] = []
        self._workflow, self._register = workflow, register
        self._counts, self._spread = counts, spread

    def of(self, lifecycle: str) -> Case:
        """The case of a lifecycle, made with those above it and what it rests on."""
        known = [one for one in self.cases if one.lifecycle == lifecycle]
        if known:
            return known[0]
        declared = self._workflow.lifecycles[lifecycle]
        parent = None if declared.under is None else self.of(declared.under)
        base = declared.rests_on
        rests = None if base in (None, lifecycle) else self.of(str(base))
        return self._opened(lifecycle, lifecycle, parent, rests)

    def beside(self, lifecycle: str, number: int, own: Case) -> None:
        """One more case of a lifecycle, under the case at hand where it can be."""
        declared = self._workflow.lifecycles[lifecycle]
        parent = None if declared.under is None else (
            own if declared.under == own.lifecycle else self.of(declared.under)
        )  # fmt: skip
        rests = next((one for one in self.cases if one.lifecycle == declared.rests_on), None)
        self._opened(lifecycle, f"{lifecycle}-{number + 1}", parent, rests)

    def _opened(
        self, lifecycle: str, id: str, parent: Case | None, base: Case | None
    ) -> Case:
        declared, register = self._workflow.lifecycles[lifecycle], self._register
        party = None
        if declared.per is not None:
            party = self._has_none_yet(lifecycle, declared.per, parent)
            id = copy_id(None if parent is None else parent.id, lifecycle, party or "nobody")
        place, count = len(self.cases), len(register.parties)
        opener = register.parties[-1 if self._spread else 0].id if count else None
        entry = Entry(True, BEGUN, place + 1, opener)
        begun = [step.to for step in declared.steps.values() if step.opens]
        first = next((one for one in begun if one in declared.states), next(iter(declared.states)))
        case = Case(
            id, lifecycle, first, None if parent is None else parent.id, self._workflow.digest,
            entry, BEGUN, place + 1, declared.states[first].final, of=party,
            rests_on=None if base is None else base.id, roles=Map(self._roles(lifecycle)),
        )  # fmt: skip
        self.cases.append(case)
        return case

    def _has_none_yet(self, lifecycle: str, per: Who, parent: Case | None) -> str | None:
        above = None if parent is None else parent.id
        taken = {one.of for one in self.cases
                 if one.lifecycle == lifecycle and one.parent == above}  # fmt: skip
        known = _collaboration(self._workflow, self._register, self.cases)
        fit = meant(per, known, parent, TODAY)
        left = (*fit, *(one.id for one in self._register.parties))
        return next((one for one in left if one not in taken), None)

    def _roles(self, lifecycle: str) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for place, role in enumerate(self._workflow.roles.values()):
            if role.lifecycle == lifecycle:
                fit = _fitting(self._register.parties, role.sort)
                count = self._counts.roles.get(f"{lifecycle}.{role.name}", 1)
                who = tuple(_turned(fit, place if self._spread else 0)[:count])
                if who:
                    found[role.name] = who
        return found
