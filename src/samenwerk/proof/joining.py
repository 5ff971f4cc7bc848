"""Joining components: truths of their sites with which every part of the question is answered.

The trees themselves say how truths are joined; here they are asked with pictured ones. Where a
component may have more truths than were found, any of them is thought possible, so that nothing
is ever called impossible because it was not tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import attrs

from samenwerk.core.leaf import possible
from samenwerk.core.view import View
from samenwerk.proof.components import Atom, Component, Sites, at, pictured
from samenwerk.proof.tables import Table, Truths
from samenwerk.values.finding import UNKNOWN

GHOSTS = 6
"""Of a component with more sites than this not every combination of truths is thought up."""


@attrs.frozen(eq=False)
class Joined:
    """Which row of which component together answer the question, or why there are none.

    `rows` None: nothing was found; then `blocked` has the components whose unknown rows could
    still do it (empty: nothing can), and `full` tells that looking stopped halfway.
    """

    rows: Mapping[int, Truths] | None
    blocked: tuple[int, ...] = ()
    full: bool = False
    tried: int = 0


class _Asked:
    """An atom over pictured truths, and the components it asks about."""

    def __init__(self, atom: Atom, view: View, sites: Sites, truths: list[int]) -> None:
        self.numbers = sites.add(atom.tree, at(view, atom.place))
        self.wanted, self._view = atom.truths, at(view, atom.place)
        self._tree = pictured(atom.tree, sites, truths, {})

    def holds(self) -> bool:
        """Whether it answers as it must."""
        return self._tree.truth(self._view) in self.wanted


def join(
    atoms: Sequence[Atom], view: View, sites: Sites, components: Sequence[Component],
    tables: Sequence[Table], most: int,
) -> Joined:  # fmt: skip
    """Rows that answer every atom, if there are any."""
    truths = [UNKNOWN] * len(sites.all)
    of = {number: place for place, one in enumerate(components) for number in one.sites}
    asked = [_Asked(atom, view, sites, truths) for atom in atoms]
    found: dict[int, Truths] = {}
    tried, full = 0, False
    blocked: tuple[int, ...] = ()
    for places, those in _groups(asked, of):
        search = _Search(places, those, of, components, tables, sites, truths, most)
        rows = search.found(ghosts=False)
        if rows is not None:
            found |= rows
            tried += search.tried
            continue
        open_ = tuple(one for one in places if tables[one].why is not None)
        ghostly = None
        if open_ and not search.full:
            ghostly = search.found(ghosts=True)
        tried += search.tried
        if ghostly is None and not search.full and not search.vague:
            return Joined(None, tried=tried)
        blocked, full = (*blocked, *open_), full or search.full
    if blocked or full:
        return Joined(None, blocked, full, tried)
    return Joined(found, tried=tried)


def _groups(
    asked: Sequence[_Asked], of: Mapping[int, int]
) -> list[tuple[list[int], list[_Asked]]]:
    """The atoms that ask about the same components, with those."""
    groups: list[tuple[set[int], list[_Asked]]] = []
    for one in asked:
        places = {of[number] for number in one.numbers}
        met = [group for group in groups if group[0] & places]
        groups = [group for group in groups if not group[0] & places]
        atoms = [atom for group in met for atom in group[1]]
        groups.append((places.union(*(group[0] for group in met)), [*atoms, one]))
    return [(sorted(places), atoms) for places, atoms in groups]


class _Search:
    """Rows for the components of one group, chosen one after another."""

    def __init__(
        self, places: Sequence[int], asked: Sequence[_Asked], of: Mapping[int, int],
        components: Sequence[Component], tables: Sequence[Table], sites: Sites,
        truths: list[int], most: int,
    ) -> None:  # fmt: skip
        self._components, self._tables, self._truths = components, tables, truths
        self._sites = sites
        self._most, self.tried, self.full, self.vague = most, 0, False, False
        needs = [(one, {of[number] for number in one.numbers}) for one in asked]
        # as soon as the components of some atom are chosen it can be asked: smallest first
        self._order: list[int] = []
        for _, those in sorted(needs, key=lambda pair: (len(pair[1]), sorted(pair[1]))):
            self._order += sorted(those - set(self._order))
        self._checks: list[list[_Asked]] = [[] for _ in self._order]
        self._always = [one for one, those in needs if not those]
        for one, those in needs:
            if those:
                self._checks[max(self._order.index(place) for place in those)].append(one)
        self._places = places

    def found(self, ghosts: bool) -> dict[int, Truths] | None:
        """The rows, thought-up ones too where that is asked; None when there are none."""
        if not all(one.holds() for one in self._always):
            return None
        return self._from(0, {}, ghosts)

    def _from(
        self, place: int, chosen: dict[int, Truths], ghosts: bool
    ) -> dict[int, Truths] | None:
        if place == len(self._order):
            return dict(chosen)
        number = self._order[place]
        sites = self._components[number].sites
        for row in self._rows(number, ghosts):
            self.tried += 1
            if self.tried > self._most:
                self.full = True
                return None
            for site, truth in zip(sites, row, strict=True):
                self._truths[site] = truth
            if all(one.holds() for one in self._checks[place]):
                chosen[number] = row
                found = self._from(place + 1, chosen, ghosts)
                if found is not None or self.full:
                    return found
        chosen.pop(number, None)
        return None

    def _rows(self, number: int, ghosts: bool) -> Iterator[Truths]:
        table = self._tables[number]
        yield from table.rows
        if not ghosts or table.why is None:
            return
        those = [possible(self._sites.all[one].leaf) for one in self._components[number].sites]
        if len(those) > GHOSTS:
            self.vague = True
            return
        for row in product(*those):
            if row not in table.rows:
                yield row
