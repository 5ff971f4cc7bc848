"""Parties that nothing tells apart: which they are, and what they can be together.

Where it does not matter who of them does what, only how many do counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations_with_replacement
from math import comb
from typing import TypeVar

from samenwerk.core.view import View
from samenwerk.values.case import Case
from samenwerk.values.register import Register

T = TypeVar("T")
_SHELVES = ("facts", "documents", "positions", "steps", "breaches")


def alike(view: View) -> tuple[tuple[str, ...], ...]:
    """The parties of the register in groups of two or more that can change places.

    They are of one sort, in the same roles, at the same tables, in the same regions, and the
    same is recorded of them; who gave or holds a mandate, acts, opened a case or has a copy of
    one is like nobody else.
    """
    known = view.collaboration
    cases = [*known.cases.values(), *([] if view.case.id in known.cases else [view.case])]
    alone = {view.actor, view.speaks_for, view.who}
    for case in cases:
        alone |= {case.of, case.opened.by}
    alone |= {one for gift in known.register.gives for one in (*gift.who, gift.to)}
    groups: dict[Hashable, list[str]] = {}
    profiles = _profiles(known.register, cases)
    for party in known.register.parties:
        if party.id not in alone:
            lines = frozenset(Counter(profiles.get(party.id, ())).items())
            key = (party.sort, party.belongs_to, party.span, lines)
            groups.setdefault(key, []).append(party.id)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def _profiles(register: Register, cases: Iterable[Case]) -> dict[str, list[Hashable]]:
    found: dict[str, list[Hashable]] = {}

    def note(who: str | None, *what: Hashable) -> None:
        if who is not None:
            found.setdefault(who, []).append(what)

    for seat in register.sits:
        note(seat.who, "sits", seat.table, seat.span)
    for line in register.holds:
        note(line.who, "holds", line.role, line.span)
    for place in register.regions:
        note(place.who, "in", place.map, place.region, place.span)
    for party in register.parties:
        note(party.belongs_to, "has", party.id)
    for case in cases:
        for role, who in case.roles.items():
            for one in who:
                note(one, "role", case.id, role)
        for shelf in _SHELVES:
            for name, entries in getattr(case, shelf).items():
                for one, entry in entries.items():
                    note(one, shelf, case.id, name, entry)
    return found


def together(states: Sequence[T], count: int) -> Iterator[tuple[T, ...]]:
    """Every way in which so many that are alike can be in these states."""
    return combinations_with_replacement(states, count)


def ways_together(states: int, count: int) -> int:
    """How many ways that are.

    >>> ways_together(3, 2)
    6
    """
    return comb(states + count - 1, count) if states else int(count == 0)
