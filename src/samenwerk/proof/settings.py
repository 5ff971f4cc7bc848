"""Settings to ask in: whole made-up collaborations, of which contents are varied afterwards.

Everything that is no content of a cell is chosen here: how many parties of which sort there are,
who holds which role, and which cases there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product

import attrs
from immutables import Map

from samenwerk.core.compiled import Compiled
from samenwerk.core.copies import copy_id
from samenwerk.core.each import EachTree
from samenwerk.core.tree import AskTree, Tree
from samenwerk.core.view import View
from samenwerk.proof.asked import Limits, Setting
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


def settings(
    compiled: Compiled, lifecycle: str, trees: Sequence[Tree], limits: Limits
) -> Iterator[Setting]:
    """The settings in which trees can be asked of a case of a lifecycle, the smallest first.

    Of each sort of party that a tree looks at there are none up to `limits.members`, of the
    others one; of the cases that a tree looks at beside its own none up to `limits.cases`. Every
    role is held, every table and every region of a map has somebody.
    """
    workflow = compiled.workflow
    seen = _seen(trees, workflow)
    sorts = sorted(seen.sorts)
    others = sorted(one for one in seen.lifecycles if one in workflow.lifecycles)
    sizes = [dict(zip([*sorts, *others], each, strict=True)) for each in product(
        *(range(limits.members + 1) for _ in sorts), *(range(limits.cases + 1) for _ in others)
    )]  # fmt: skip
    for size in sorted(sizes, key=lambda one: (sum(one.values()), tuple(one.values()))):
        yield Setting(_view(workflow, lifecycle, size), size)


@attrs.frozen
class _Seen:
    """Which sorts of party and which lifecycles trees look at as a set."""

    sorts: frozenset[str]
    lifecycles: frozenset[str]


def _seen(trees: Iterable[Tree], workflow: Workflow) -> _Seen:
    sorts: set[str] = set()
    lifecycles: set[str] = set()
    for who in _whos(trees):
        sorts |= _sorts_of(who, workflow)
    for tree in _walk(trees):
        if isinstance(tree, EachTree) and tree.each.cases is not None:
            lifecycles.add(tree.each.cases)
    return _Seen(frozenset(sorts), frozenset(lifecycles))


def _walk(trees: Iterable[Tree]) -> Iterator[Tree]:
    for tree in trees:
        yield tree
        yield from _walk(tree.parts)


def _whos(trees: Iterable[Tree]) -> Iterator[Who]:
    for tree in _walk(trees):
        if isinstance(tree, EachTree):
            yield from (one for one in (tree.each.among, tree.each.per) if one is not None)
        elif isinstance(tree, AskTree):
            yield from _meant(tree.leaf)


def _meant(value: object) -> Iterator[Who]:
    """Every doer that stands anywhere in a leaf."""
    if isinstance(value, Who):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _meant(one)
    elif attrs.has(type(value)):
        for name in (one.name for one in attrs.fields(type(value))):  # type: ignore[arg-type]
            if name not in ("labels", "way_out", "instead"):
                yield from _meant(getattr(value, name))


def _sorts_of(who: Who, workflow: Workflow) -> set[str]:
    match who.kind:
        case "sort":
            return {who.name}
        case "group" if who.group is not None:
            group = who.group
            if group.sorts:
                return set(group.sorts)
            parts = [one for one in (group.role, group.table) if one is not None]
            return {one for part in parts for one in _sorts_of(part, workflow)} or (
                set() if parts else set(workflow.sorts)
            )
        case "table" if who.table is not None:
            return {one for part in who.table.members for one in _sorts_of(part, workflow)}
        case "role" if who.role is not None:
            return set(who.role.sort)
    return set()


def _view(workflow: Workflow, lifecycle: str, size: Mapping[str, int]) -> View:
    register = _register(workflow, size)
    cases: list[Case] = []
    own = _chain(workflow, lifecycle, register, cases)
    for other in workflow.lifecycles:
        for number in range(size.get(other, 0)):
            _beside(workflow, other, number, register, cases, own)
    known = _collaboration(workflow, register, cases)
    return View(known, own, TODAY)


def _register(workflow: Workflow, size: Mapping[str, int]) -> Register:
    parties = tuple(
        Party(f"{sort}-{number}", sort)
        for sort in workflow.sorts for number in range(1, size.get(sort, 1) + 1)
    )  # fmt: skip
    holds = tuple(
        Holding(name, one)
        for name, role in workflow.roles.items() if role.lifecycle is None
        for one in _fitting(parties, role.sort)[: role.exactly or 1]
    )  # fmt: skip
    sits = tuple(Seat(name, one.id) for name in workflow.tables for one in parties)
    regions = tuple(
        Located(map.name, region, one.id)
        for map in workflow.maps.values()
        for region in (tuple(map.regions) or ("region",))[: 1 if map.one_region_each else None]
        for one in parties
    )  # fmt: skip
    return Register(parties, sits, holds, (), regions)


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


def _chain(
    workflow: Workflow, lifecycle: str, register: Register, cases: list[Case]
) -> Case:
    """A case of the lifecycle with those above it, and what they rest on, added to `cases`."""
    declared = workflow.lifecycles[lifecycle]
    parent = None if declared.under is None else _of(workflow, declared.under, register, cases)
    base = None
    if declared.rests_on is not None and declared.rests_on != lifecycle:
        base = _of(workflow, declared.rests_on, register, cases)
    return _opened(workflow, lifecycle, lifecycle, parent, base, register, cases)


def _of(workflow: Workflow, lifecycle: str, register: Register, cases: list[Case]) -> Case:
    known = [one for one in cases if one.lifecycle == lifecycle]
    return known[0] if known else _chain(workflow, lifecycle, register, cases)


def _opened(
    workflow: Workflow, lifecycle: str, id: str, parent: Case | None, base: Case | None,
    register: Register, cases: list[Case],
) -> Case:  # fmt: skip
    declared = workflow.lifecycles[lifecycle]
    party = None
    if declared.per is not None:
        taken = {one.of for one in cases if one.lifecycle == lifecycle}
        left = [one.id for one in register.parties if one.id not in taken]
        fit = [one for one in left if (found := register.party(one)) is not None
               and found.sort in _sorts_of(declared.per, workflow)]  # fmt: skip
        party = next(iter([*fit, *left]), None)
        id = copy_id(None if parent is None else parent.id, lifecycle, party or "nobody")
    roles = {
        role.name: tuple(_fitting(register.parties, role.sort)[: None if role.many else 1])
        for role in workflow.roles.values() if role.lifecycle == lifecycle
    }  # fmt: skip
    first = next(iter(declared.states))
    opener = register.parties[0].id if register.parties else None
    entry = Entry(True, BEGUN, len(cases) + 1, opener)
    case = Case(
        id, lifecycle, first, None if parent is None else parent.id, workflow.digest, entry,
        BEGUN, len(cases) + 1, declared.states[first].final, of=party,
        rests_on=None if base is None else base.id,
        roles=Map({name: who for name, who in roles.items() if who}),
    )  # fmt: skip
    cases.append(case)
    return case


def _beside(
    workflow: Workflow, lifecycle: str, number: int, register: Register, cases: list[Case],
    own: Case,
) -> None:  # fmt: skip
    """One more case of a lifecycle, under a case that is there where there is one."""
    declared = workflow.lifecycles[lifecycle]
    parent = None if declared.under is None else _of(workflow, declared.under, register, cases)
    if declared.under == own.lifecycle:
        parent = own
    base = None
    if declared.rests_on is not None:
        base = next((one for one in cases if one.lifecycle == declared.rests_on), None)
    _opened(workflow, lifecycle, f"{lifecycle}-{number + 1}", parent, base, register, cases)
