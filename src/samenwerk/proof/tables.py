"""What the sites of a component can answer together: a table of truths, each with a witness.

Every choice of contents is tried, with parties that are alike counted instead of named. How the
truths of several components go together is `proof.joining`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import chain, permutations, product
from math import factorial, prod
from random import Random

import attrs

from samenwerk.core.leaf import possible
from samenwerk.core.operands import entry_in
from samenwerk.core.view import View
from samenwerk.proof.alike import together, ways_together
from samenwerk.proof.components import Component, Site, at
from samenwerk.proof.contents import PLAIN, Choice, choice, linked_numbers, pairs_of
from samenwerk.proof.days import days_to_try
from samenwerk.proof.placing import placed
from samenwerk.values.cell import TODAY, Cell, Entry

Contents = dict[Cell, Entry | None]
Truths = tuple[int, ...]
QUICK = 200
"""So many worlds from here and there are tried first: often they show every truth there is."""
SAMPLE = 3000
"""So many worlds are tried of a component that has too many."""


@attrs.frozen(eq=False)
class Table:
    """Which truths the sites of a component can have together, and contents that give them.

    `why` says, in one word, why there may be more than these; None: these are all.
    """

    rows: Mapping[Truths, Contents]
    why: str | None
    worlds: int
    cells: tuple[Cell, ...]


def table(
    component: Component, sites: Sequence[Site], view: View,
    groups: Sequence[Sequence[str]], most: int,
) -> Table:  # fmt: skip
    """The table of a component in a view of the day that is asked about.

    `groups` are parties that are alike; more than `most` worlds are not all tried.
    """
    choices = _choices(component, view)
    uncut = tuple(cell for cell in component.cells
                  if not choices[cell].all or cell in component.uncut)  # fmt: skip
    made = _Worlds(component, sites, view, choices, groups)
    size = made.size
    asked = [(at_, sites[number].leaf.evaluate()) for number in component.sites
             for at_ in ((sites[number].case, sites[number].who),)]  # fmt: skip
    rows: dict[Truths, Contents] = {}
    every = prod(len(possible(sites[number].leaf)) for number in component.sites)
    worlds = 0
    first = made.some(QUICK) if size > QUICK else iter(())
    # where it would not be all of them anyway, not everything is tried
    whole = size <= (min(SAMPLE, most) if uncut else most)
    for contents in chain(first, made.all() if whole else made.some(SAMPLE)):
        worlds += 1
        there = placed(view, contents)
        truths = tuple([evaluate(at(there, place)) for place, evaluate in asked])
        if truths not in rows:
            rows[truths] = contents
            if len(rows) == every:  # more truths than these there are not
                return Table(rows, None, worlds, component.cells)
    why = "no_cut" if uncut else None if whole else "too_many"
    return Table(rows, why, worlds, uncut or component.cells)


def _choices(component: Component, view: View) -> dict[Cell, Choice]:
    cells = component.cells
    cuts = [cut for those in component.cuts.values() for cut in those]
    spots = [(cell, what) for cell in cells for what in ("value", "day")]
    pairs = pairs_of(cuts, view, cells)
    used = {side.spot for pair in pairs for side in pair}
    days = days_to_try(pairs, {(TODAY, "value"): (view.day,)}, view.day)
    days = attrs.evolve(days, at={spot: days.at[spot] for spot in spots if spot in used})
    numbers = linked_numbers(
        {cell: component.cuts.get(cell, ()) for cell in {*cells, *component.cuts}}, view, cells
    )
    return {
        cell: choice(cell, component.cuts.get(cell, ()), view, days, numbers) for cell in cells
    }


class _Worlds:
    """The worlds of a component."""

    def __init__(
        self, component: Component, sites: Sequence[Site], view: View,
        choices: Mapping[Cell, Choice], groups: Sequence[Sequence[str]],
    ) -> None:  # fmt: skip
        self.choices, self.view = choices, view
        cuts = [cut for those in component.cuts.values() for cut in those]
        self.after = {
            cell: tuple(dict.fromkeys(one for cut in component.cuts.get(cell, ())
                                      for one in cut.newer_than))
            for cell in component.cells
        }  # fmt: skip
        self.forgets = {
            cell: all(cut.forgets for cut in component.cuts.get(cell, ()) if cut.newer_than)
            for cell in component.cells
        }
        named = {one for cut in cuts for one in cut.newer_than}
        self.marks = [cell for cell in component.cells if cell in named]
        held = [entry_in(view, cell) for cell in named if cell not in choices]
        self.fixed = sorted({entry.sequence for entry in held if entry is not None})
        self.top = max([PLAIN, *self.fixed]) + 1
        self.parts = [
            (cell, whole) for cell in component.cells
            if cell.kind in ("step", "breach") and cell.who is not None
            and (whole := attrs.evolve(cell, who=None)) in choices
        ]  # fmt: skip
        told = self._told_alike(component, sites)
        others = [[who for who in group if all(who not in one for one in told)]
                  for group in groups]  # fmt: skip
        self.groups = [*told, *(
            group for group in others if len(group) > 1 and self._alike(group, component, sites)
        )]  # fmt: skip
        counted = {who for group in self.groups for who in group}
        self.plain = [cell for cell in component.cells
                      if cell not in self.marks and cell.who not in counted]  # fmt: skip
        self.own = {
            who: [cell for cell in component.cells if cell.who == who and cell not in self.marks]
            for who in counted
        }

    def _told_alike(
        self, component: Component, sites: Sequence[Site]
    ) -> list[list[str]]:
        """The parties of which every condition says that it does not tell them apart."""
        cells: dict[str, list[Cell]] = {}
        for cell in component.cells:
            if cell.who is not None:
                cells.setdefault(cell.who, []).append(cell)
        asked = {sites[number].who for number in component.sites}
        groups: dict[Hashable, list[str]] = {}
        for who, own in cells.items():
            like = [(cell.case, cell.kind, cell.name, tuple(
                cut.like for cut in component.cuts.get(cell, ()))) for cell in own]  # fmt: skip
            if who not in asked and all(ones and None not in ones for *_, ones in like) and not (
                set(own) & set(self.marks)
            ):
                groups.setdefault(tuple(like), []).append(who)
        return [group for group in groups.values() if len(group) > 1]

    def _alike(
        self, group: Sequence[str], component: Component, sites: Sequence[Site]
    ) -> bool:
        """Whether everything in the component is asked of each of them alike."""
        cells = [{(one.case, one.kind, one.name) for one in component.cells if one.who == who}
                 for who in group]  # fmt: skip
        asked = [{(sites[n].leaf, sites[n].case) for n in component.sites if sites[n].who == who}
                 for who in group]  # fmt: skip
        marks = any(one.who in group for one in self.marks)
        same = all(one == cells[0] for one in cells) and all(one == asked[0] for one in asked)
        return bool(cells[0]) and same and not marks

    @property
    def size(self) -> int:
        """At most so many worlds."""
        orders = sum(len(self.choices[cell].contents) > 1 for cell in self.marks)
        total = prod(len(self.choices[cell].contents) for cell in self.marks) * factorial(orders)
        slots = 1 + len(self.marks) + len(self.fixed)
        total *= prod(self._breadth(cell, slots) for cell in self.plain)
        for group in self.groups:
            own = prod(self._breadth(cell, slots) for cell in self.own[group[0]])
            total *= ways_together(own, len(group))
        return total

    def _breadth(self, cell: Cell, slots: int) -> int:
        many = len(self.choices[cell].contents)
        if not self.after[cell] or self.forgets[cell]:
            return many
        return 1 + (many - 1) * slots

    def all(self) -> Iterator[Contents]:
        """Every one of them."""
        for marks in self._marked():
            plain = [self._placed_after(cell, marks) for cell in self.plain]
            grouped = []
            for group in self.groups:
                own = [self._placed_after(cell, marks) for cell in self.own[group[0]]]
                grouped.append(list(together(list(product(*own)), len(group))))
            for contents in product(*plain):
                for states_of in product(*grouped):
                    found = self._world(marks, contents, states_of)
                    if not self.parts or self._whole(found):
                        yield found

    def _whole(self, contents: Contents) -> bool:
        """Whether what a party did was done at all."""
        return all(contents[part] is None or contents[whole] is not None
                   for part, whole in self.parts)  # fmt: skip

    def some(self, count: int) -> Iterator[Contents]:
        """Some of them: those in which everybody does the same, and others from here and there."""
        rest = Random(0)
        cells = [*self.plain, *chain(*self.own.values())]
        widest = max((len(self.choices[cell].contents) for cell in self.choices), default=1)
        for number in range(widest + count):
            marks = {cell: _nth(self.choices[cell].contents, number, rest, widest)
                     for cell in self.marks}  # fmt: skip
            if number < widest:
                marks = {cell: self.choices[cell].contents[-1] for cell in self.marks}
            ordered = next(iter(self._ordered(marks)))
            contents = dict(ordered)
            for cell in cells:
                options = self._placed_after(cell, ordered)
                contents[cell] = _nth(options, number, rest, widest)
            if self._whole(contents):
                yield contents

    def _marked(self) -> Iterator[Contents]:
        """Every content of the cells that others must follow, in every order of recording."""
        options = [self.choices[cell].contents for cell in self.marks]
        for contents in product(*options):
            yield from self._ordered(dict(zip(self.marks, contents, strict=True)))

    def _ordered(self, marks: Contents) -> Iterator[Contents]:
        there = [cell for cell, entry in marks.items() if entry is not None]
        for order in permutations(there):
            # an entry recorded just before a mark that is fixed has the sequence of that mark
            early = product((*self.fixed, None), repeat=len(there)) if self.fixed else [
                (None,) * len(there)]  # fmt: skip
            for before in early:
                found = dict(marks)
                for place, (cell, fixed) in enumerate(zip(order, before, strict=True), 1):
                    entry = marks[cell]
                    assert entry is not None
                    sequence = self.top + place if fixed is None else fixed
                    found[cell] = attrs.evolve(entry, sequence=sequence)
                yield found

    def _placed_after(self, cell: Cell, marks: Contents) -> list[Entry | None]:
        """The contents of a cell, recorded before or after the marks it must follow."""
        contents = self.choices[cell].contents
        after = self.after[cell]
        if not after:
            return list(contents)
        entries = [marks[one] if one in marks else entry_in(self.view, one) for one in after]
        sequences = sorted({entry.sequence for entry in entries if entry is not None})
        latest = self.top + len(self.marks) + 1
        slots = [latest] if self.forgets[cell] else [latest, *sequences]
        return [
            entry if entry is None else attrs.evolve(entry, sequence=slot)
            for entry in contents
            for slot in (slots if entry is not None else slots[:1])
        ]

    def _world(
        self, marks: Contents, contents: Sequence[Entry | None],
        states_of: Sequence[Sequence[Sequence[Entry | None]]],
    ) -> Contents:  # fmt: skip
        found = dict(marks)
        found.update(zip(self.plain, contents, strict=True))
        for group, states in zip(self.groups, states_of, strict=True):
            for who, state in zip(group, states, strict=True):
                found.update(zip(self.own[who], state, strict=True))
        return found


def _nth(
    contents: Sequence[Entry | None], number: int, rest: Random, widest: int
) -> Entry | None:
    return contents[min(number, len(contents) - 1)] if number < widest else rest.choice(contents)
