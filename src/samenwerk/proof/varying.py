"""Varying the contents of a component: every world of it, or some of them.

What its sites share is varied outside; with that chosen the rest falls in parts that do not
touch each other, and in each part parties that are alike are counted instead of named.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import permutations, product
from math import factorial, prod
from random import Random

import attrs

from samenwerk.core.operands import entry_in
from samenwerk.core.view import View
from samenwerk.proof.alike import together, ways_together
from samenwerk.proof.components import Component, Site, whole
from samenwerk.proof.contents import PLAIN, Choice
from samenwerk.values.cell import Cell, Entry

Contents = dict[Cell, Entry | None]


@attrs.frozen(eq=False)
class Part:
    """Sites of a component that touch no others once what is shared is chosen.

    `plain` are their cells but those of parties that are counted: `groups` of them, each with
    cells of its `own`.
    """

    sites: tuple[int, ...]
    plain: tuple[Cell, ...]
    groups: tuple[tuple[str, ...], ...]
    own: Mapping[str, tuple[Cell, ...]]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All cells of the part."""
        return (*self.plain, *(cell for those in self.own.values() for cell in those))


class Varying:
    """What is varied outside, the parts, and the worlds that they have."""

    def __init__(
        self, component: Component, sites: Sequence[Site], view: View,
        choices: Mapping[Cell, Choice], alike: Sequence[Sequence[str]],
    ) -> None:  # fmt: skip
        self._component, self._sites, self._view = component, sites, view
        self._choices, self._alike = choices, alike
        cuts = component.cuts
        self._after = {cell: tuple(dict.fromkeys(
            one for cut in cuts.get(cell, ()) for one in cut.newer_than
        )) for cell in component.cells}  # fmt: skip
        self._forgets = {cell: all(
            cut.forgets for cut in cuts.get(cell, ()) if cut.newer_than
        ) for cell in component.cells}  # fmt: skip
        named = {one for those in cuts.values() for cut in those for one in cut.newer_than}
        self._marks = [cell for cell in component.cells if cell in named]
        held = [entry_in(view, cell) for cell in named if cell not in choices]
        self._fixed = sorted({entry.sequence for entry in held if entry is not None})
        self._top = max([PLAIN, *self._fixed]) + 1
        self._placed: dict[tuple[Entry, int], Entry] = {}
        self._slotted: dict[tuple[Cell, tuple[int, ...]], tuple[Entry | None, ...]] = {}
        self._whole = {
            cell: all_of_it for cell in component.cells
            if (all_of_it := whole(cell)) != cell and all_of_it in choices
        }
        self._shared: list[Cell] = []
        self.parts = self._parts()
        self._share()

    def _share(self) -> None:
        """Choose outside what several sites look at, where that makes fewer worlds."""
        looks = self._component.looks.values()
        many = {cell for cell in self._component.cells if sum(cell in one for one in looks) > 1}
        seen = [cell for cell in self._component.cells
                if cell in many and cell.who is None and cell not in self._marks]  # fmt: skip
        if not seen:
            return
        size, parts = self.size, self.parts
        self._shared = seen
        self.parts = self._parts()
        if self.size >= size:
            self._shared, self.parts = [], parts

    def _parts(self) -> tuple[Part, ...]:
        outside = {*self._marks, *self._shared}
        groups: list[tuple[list[int], set[Cell]]] = []
        for number in self._component.sites:
            cells = set(self._component.looks[number]) - outside
            met = [group for group in groups if group[1] & cells]
            groups = [group for group in groups if not group[1] & cells]
            numbers = [number, *(one for group in met for one in group[0])]
            groups.append((numbers, cells.union(*(group[1] for group in met))))
        return tuple(self._part(sorted(numbers), cells) for numbers, cells in groups)

    def _part(self, numbers: Sequence[int], inside: set[Cell]) -> Part:
        cells = [cell for cell in self._component.cells if cell in inside]
        of: dict[str, list[Cell]] = {}
        for cell in cells:
            if cell.who is not None:
                of.setdefault(cell.who, []).append(cell)
        marked = {one.who for one in (*self._marks, *self._shared)}
        asked: dict[str | None, set[Hashable]] = {}
        for number in numbers:
            site = self._sites[number]
            asked.setdefault(site.who, set()).add((site.leaf, site.case))
        groups = _told_alike(of, {*marked, *asked}, self._component)
        told = {who for group in groups for who in group}
        for group in self._alike:
            rest = [who for who in group if who in of and who not in told]
            same = {(tuple((c.case, c.kind, c.name) for c in of[who]),
                     frozenset(asked.get(who, ()))) for who in rest}  # fmt: skip
            if len(rest) > 1 and len(rest) == len(group) and len(same) == 1 and (
                marked.isdisjoint(rest)
            ):
                groups.append(tuple(rest))
        counted = {who for group in groups for who in group}
        return Part(
            tuple(numbers), tuple(cell for cell in cells if cell.who not in counted),
            tuple(groups), {who: tuple(of[who]) for who in of if who in counted},
        )  # fmt: skip

    @property
    def size(self) -> int:
        """At most so many worlds, each part by itself."""
        orders: int = sum(len(self._choices[cell].contents) > 1 for cell in self._marks)
        outside = prod(len(self._choices[cell].contents) for cell in self._marks)
        outside *= factorial(orders) * (1 + len(self._fixed)) ** orders
        outside *= prod(self._breadth(cell) for cell in self._shared)
        return int(outside * sum(self._size(part) for part in self.parts))

    def _size(self, part: Part) -> int:
        total = prod(self._breadth(cell) for cell in part.plain)
        for group in part.groups:
            own = prod(self._breadth(cell) for cell in part.own[group[0]])
            total *= ways_together(own, len(group))
        return total

    def _breadth(self, cell: Cell) -> int:
        many = len(self._choices[cell].contents)
        if not self._after[cell] or self._forgets[cell]:
            return many
        return 1 + (many - 1) * (1 + len(self._marks) + len(self._fixed))

    def outside(self) -> Iterator[Contents]:
        """Every choice of what is shared, in every order of recording."""
        options = [self._choices[cell].contents for cell in self._marks]
        for contents in product(*options):
            for marks in self._ordered(dict(zip(self._marks, contents, strict=True))):
                shared = [self._options(cell, marks) for cell in self._shared]
                for more in product(*shared):
                    yield {**marks, **dict(zip(self._shared, more, strict=True))}

    def inside(self, part: Part, outside: Contents) -> Iterator[Contents]:
        """Every world of a part, with that outside."""
        plain = [self._options(cell, outside) for cell in part.plain]
        grouped = []
        for group in part.groups:
            own = [self._options(cell, outside) for cell in part.own[group[0]]]
            grouped.append(list(together(list(product(*own)), len(group))))
        for contents in product(*plain):
            for states_of in product(*grouped):
                found = dict(zip(part.plain, contents, strict=True))
                for group, states in zip(part.groups, states_of, strict=True):
                    for who, state in zip(group, states, strict=True):
                        found.update(zip(part.own[who], state, strict=True))
                if not self._whole or self.happened({**outside, **found}):
                    yield found

    def happened(self, contents: Contents) -> bool:
        """Whether what some party did was done at all."""
        return all(
            contents.get(cell) is None or contents.get(all_of_it) is not None
            for cell, all_of_it in self._whole.items() if cell in contents
        )  # fmt: skip

    def some(self, count: int) -> Iterator[Contents]:
        """Some worlds: those in which everybody does the same, and others from here and there."""
        rest = Random(0)
        cells = [*self._shared, *(cell for part in self.parts for cell in part.cells)]
        widest = max((len(one.contents) for one in self._choices.values()), default=1)
        for number in range(widest + count):
            marks: Contents = {}
            for cell in self._marks:
                options = self._choices[cell].contents
                marks[cell] = options[-1] if number < widest else rest.choice(options)
            contents = next(iter(self._ordered(marks)))
            for cell in cells:
                entries = self._options(cell, contents)
                contents[cell] = (
                    entries[min(number, len(entries) - 1)] if number < widest
                    else rest.choice(entries)
                )  # fmt: skip
            if self.happened(contents):
                yield contents

    def _ordered(self, marks: Contents) -> Iterator[Contents]:
        there = [(cell, entry) for cell, entry in marks.items() if entry is not None]
        # recorded just before a mark that is fixed: with the sequence of that mark
        before = (None, *self._fixed)
        for order in permutations(there):
            for places in product(before, repeat=len(there)):
                found = dict(marks)
                for number, ((cell, entry), fixed) in enumerate(zip(order, places, strict=True), 1):
                    found[cell] = self._at(entry, self._top + number if fixed is None else fixed)
                yield found

    def _options(self, cell: Cell, marks: Contents) -> tuple[Entry | None, ...]:
        """The contents of a cell, recorded before or after the marks it must follow."""
        contents = self._choices[cell].contents
        after = self._after[cell]
        if not after:
            return contents
        slots = [self._top + len(self._marks) + 1]
        if not self._forgets[cell]:
            entries = [marks[one] if one in marks else entry_in(self._view, one) for one in after]
            slots += sorted({entry.sequence for entry in entries if entry is not None})
        key = (cell, tuple(slots))
        known = self._slotted.get(key)
        if known is None:
            found: list[Entry | None] = []
            for entry in contents:
                found += [None] if entry is None else [self._at(entry, slot) for slot in slots]
            known = self._slotted[key] = tuple(found)
        return known

    def _at(self, entry: Entry, sequence: int) -> Entry:
        key = (entry, sequence)
        known = self._placed.get(key)
        if known is None:
            known = self._placed[key] = Entry(entry.value, entry.day, sequence, entry.by)
        return known


def _told_alike(
    of: Mapping[str, Sequence[Cell]], apart: set[str | None], component: Component
) -> list[tuple[str, ...]]:
    """The parties of which every condition says that it does not tell them apart."""
    groups: dict[Hashable, list[str]] = {}
    for who, own in of.items():
        like = [tuple(cut.like for cut in component.cuts.get(cell, ())) for cell in own]
        if who not in apart and all(ones and None not in ones for ones in like):
            names = [(cell.case, cell.kind, cell.name) for cell in own]
            groups.setdefault((tuple(names), tuple(like)), []).append(who)
    return [tuple(group) for group in groups.values() if len(group) > 1]
