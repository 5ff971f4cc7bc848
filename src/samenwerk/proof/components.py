"""Taking a question apart: which condition is asked where, which of them share cells.

A condition that is asked of a case and a party is a site. Sites that share a cell that can vary
form a component; only within one do contents depend on each other. How the truths of sites are
joined is said by the trees themselves: here they are pictured, with a truth for every site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import attrs

from samenwerk.core.each import EachTree
from samenwerk.core.for_tree import ForTree
from samenwerk.core.leaf import Cut, Leaf
from samenwerk.core.tree import AllTree, AskTree, NamedTree, NotTree, SomeTree, Tree
from samenwerk.core.versions import VersionsTree
from samenwerk.core.view import View
from samenwerk.core.who import turning_days
from samenwerk.proof.asked import Wish
from samenwerk.proof.contents import KINDS, case_of
from samenwerk.values.cell import Cell
from samenwerk.values.finding import NO, UNKNOWN, YES

Place = tuple[str, str | None]
"""The case that a condition is asked of, and the party that a quantifier holds before it."""


@attrs.frozen(cache_hash=True)
class Site:
    """A leaf, asked in a case and of a party (None: of nobody in particular)."""

    leaf: Leaf
    case: str
    who: str | None


@attrs.frozen(eq=False)
class Atom:
    """A tree that must answer one of these truths, asked at a place; no smaller part will do."""

    tree: Tree
    place: Place
    truths: frozenset[int]


def at(view: View, place: Place) -> View:
    """The view of the same collaboration at a place."""
    case = view.case if place[0] == view.case.id else view.collaboration.cases[place[0]]
    return View(
        view.collaboration, case, view.day, view.actor, view.speaks_for, view.answers, place[1]
    )


def place_of(view: View) -> Place:
    """Where a view stands."""
    return view.case.id, view.who


def atoms(wishes: Iterable[Wish], view: View) -> tuple[Atom, ...]:
    """The wishes, cut up as far as each part must answer by itself."""
    return tuple(
        one for wish in wishes for one in _split(wish.tree, view, wish.truths)
    )  # fmt: skip


def _split(tree: Tree, view: View, truths: frozenset[int]) -> Iterator[Atom]:
    high, low = truths in _HIGH, truths in _LOW
    match tree:
        case NamedTree():
            yield from _split(tree.parts[0], view, truths)
            return
        case NotTree():
            yield from _split(tree.parts[0], view, frozenset(YES - one for one in truths))
            return
        case AllTree() if high or len(tree.parts) == 1:
            yield from (one for part in tree.parts for one in _split(part, view, truths))
            return
        case SomeTree(count=1) if low or len(tree.parts) == 1:
            yield from (one for part in tree.parts for one in _split(part, view, truths))
            return
        case EachTree() if tree.part is not None and _settled(view) and not tree.missing(view):
            quantifier, views = tree.each.quantifier, tree.views(view)
            each = (quantifier == "every" and high) or (quantifier == "some" and low)
            if views and (each or (quantifier == "no" and high)):
                flip = quantifier == "no"
                inner = frozenset(YES - one for one in truths) if flip else truths
                yield from (one for sub in views for one in _split(tree.part, sub, inner))
                return
    yield Atom(tree, place_of(view), truths)


_HIGH = (frozenset({YES}), frozenset({UNKNOWN, YES}))
_LOW = (frozenset({NO}), frozenset({NO, UNKNOWN}))


def _settled(view: View) -> bool:
    return not turning_days(view.collaboration.register)


class Sites:
    """The sites of trees, by leaf and place, each of them numbered."""

    def __init__(self) -> None:
        self.all: list[Site] = []
        self._numbers: dict[Site, int] = {}
        self._leaves: dict[Leaf, int] = {}
        self._places: dict[tuple[int, str, str | None], int] = {}

    def add(self, tree: Tree, view: View) -> tuple[int, ...]:
        """The numbers of the sites at which a tree asks something, in a view."""
        return tuple(dict.fromkeys(self._found(tree, view)))

    def _found(self, tree: Tree, view: View) -> Iterator[int]:
        if isinstance(tree, AskTree):
            yield self._site(tree.leaf, view)
        elif isinstance(tree, EachTree):
            if tree.part is not None:
                for one in tree.views(view):
                    yield from self._found(tree.part, one)
        else:
            for part in tree.parts:
                yield from self._found(part, view)

    def leaf(self, leaf: Leaf) -> int:
        """The number of a leaf."""
        return self._leaves.setdefault(leaf, len(self._leaves))

    def _site(self, leaf: Leaf, view: View) -> int:
        place = (self.leaf(leaf), view.case.id, view.who)
        known = self._places.get(place)
        if known is None:
            who = view.who
            # who does not look at the party answers alike for each of them
            if who is not None and leaf.reads(view) == leaf.reads(view.of_party("")):
                who = None
            site = Site(leaf, view.case.id, who)
            known = self._numbers.setdefault(site, len(self.all))
            if known == len(self.all):
                self.all.append(site)
            self._places[place] = known
        return known

    def number(self, leaf: int, view: View) -> int:
        """The number of the site of a leaf in a view."""
        return self._places[leaf, view.case.id, view.who]


class _Pictured:
    """A leaf that answers what is pictured of its site."""

    def __init__(self, leaf: Leaf, sites: Sites, truths: Sequence[int]) -> None:
        self.key, self._number = leaf.key, sites.leaf(leaf)
        self._sites, self._truths = sites, truths

    def evaluate(self) -> Callable[[View], int]:
        """The truth that is pictured."""
        number, sites, truths = self._number, self._sites, self._truths
        return lambda view: truths[sites.number(number, view)]


def pictured(
    tree: Tree, sites: Sites, truths: Sequence[int], memo: dict[int, Tree]
) -> Tree:
    """The same tree over pictured leaves: it answers by `truths`, one for each site."""
    known = memo.get(id(tree))
    if known is None:
        parts = [pictured(part, sites, truths, memo) for part in tree.parts]
        known = memo[id(tree)] = _made(tree, parts, sites, truths)
    return known


def _made(tree: Tree, parts: list[Tree], sites: Sites, truths: Sequence[int]) -> Tree:
    match tree:
        case AskTree():
            return AskTree(_Pictured(tree.leaf, sites, truths))  # type: ignore[arg-type]
        case AllTree():
            return AllTree(parts)
        case SomeTree():
            return SomeTree(tree.count, parts)
        case NotTree() | NamedTree():
            return parts[0] if isinstance(tree, NamedTree) else NotTree(parts[0])
        case VersionsTree():
            return VersionsTree(tree.node, parts)
        case ForTree():
            return ForTree(tree.each, parts[0], tree.parties)
    assert isinstance(tree, EachTree), tree
    return EachTree(tree.each, parts[0] if parts else None)


@attrs.frozen(eq=False)
class Component:
    """Sites that share cells, by number; the cells that vary there, and how they are cut.

    `looks` has the cells of each site; `uncut` are those of which some site says nothing.
    """

    sites: tuple[int, ...]
    cells: tuple[Cell, ...]
    looks: Mapping[int, frozenset[Cell]]
    cuts: Mapping[Cell, tuple[Cut, ...]]
    uncut: tuple[Cell, ...]


def varies(cell: Cell, fixed: Callable[[Cell], bool]) -> bool:
    """Whether what stands in a cell is varied, apart from the day and who acts."""
    return cell.kind in KINDS and not fixed(cell)


def components(
    sites: Sequence[Site], view: View, fixed: Callable[[Cell], bool]
) -> tuple[Component, ...]:
    """The sites in components, with what varies in each."""
    groups: list[tuple[list[int], set[Cell]]] = []
    cuts: list[tuple[Cut, ...]] = []
    named: list[tuple[Cell, ...]] = []
    for site in sites:
        there = at(view, (site.case, site.who))
        own = site.leaf.abstract(there)
        cuts.append(own)
        named.append(_named(site.leaf.reads(there), own))
    everywhere = {cell for those in named for cell in those}
    looks: list[frozenset[Cell]] = []
    for number, those in enumerate(named):
        all_of_it = everywhere & {*map(whole, those)}
        cells = {cell for cell in (*those, *all_of_it) if varies(cell, fixed)
                 and (not cell.case or case_of(view, cell) is not None)}  # fmt: skip
        looks.append(frozenset(cells))
        met = [group for group in groups if group[1] & cells]
        groups = [group for group in groups if not group[1] & cells]
        numbers = sorted([number, *(one for group in met for one in group[0])])
        groups.append((numbers, cells.union(*(group[1] for group in met))))
    groups.sort(key=lambda group: group[0])
    return tuple(_component(numbers, looks, cuts, sites, view) for numbers, _ in groups)


def _named(reads: Iterable[Cell], cuts: Iterable[Cut]) -> tuple[Cell, ...]:
    links = (one for cut in cuts for one in (cut.cell, *cut.links, *cut.newer_than))
    return tuple(dict.fromkeys((*reads, *links)))


def whole(cell: Cell) -> Cell:
    """The cell in which it stands that a step was done at all, of what one party did; of any other
    the cell itself. Whatever one party did was done."""
    if cell.kind in ("step", "breach") and cell.who is not None:
        return cell.of_nobody
    return cell


def _component(
    numbers: Sequence[int], looks: Sequence[frozenset[Cell]], cuts: Sequence[tuple[Cut, ...]],
    sites: Sequence[Site], view: View,
) -> Component:  # fmt: skip
    cells = {cell for number in numbers for cell in looks[number]}
    found: dict[Cell, list[Cut]] = {cell: [] for cell in cells}
    uncut: set[Cell] = set()
    for number in numbers:
        site = sites[number]
        for cut in cuts[number]:
            found.setdefault(cut.cell, []).append(cut)
        read = set(site.leaf.reads(at(view, (site.case, site.who)))) & cells
        uncut |= read - {cut.cell for cut in cuts[number]}
    return Component(
        tuple(numbers), tuple(sorted(cells, key=lambda cell: cell.order)),
        {number: looks[number] for number in numbers},
        {cell: tuple(dict.fromkeys(those)) for cell, those in found.items()},
        tuple(sorted(uncut, key=lambda cell: cell.order)),
    )  # fmt: skip

