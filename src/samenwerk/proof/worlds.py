"""Looking for a world: contents of cells with which conditions answer as is wished.

The day and who acts are chosen first; then the question falls apart in components, each with a
table of what it can answer, and rows of those tables are joined. What is found is asked again of
the trees themselves. Never says that there is no world when something was not tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from samenwerk.core.leaf import ACTOR
from samenwerk.core.operands import entry_in
from samenwerk.core.view import View
from samenwerk.core.who import turning_days
from samenwerk.proof.alike import alike
from samenwerk.proof.asked import Found, Limits, Nowhere, Undecided, Wish
from samenwerk.proof.components import (
    Component,
    Site,
    Sites,
    at,
    atoms,
    components,
    varies,
    whole,
)
from samenwerk.proof.contents import pairs_of
from samenwerk.proof.days import Side, days_to_try
from samenwerk.proof.joining import Joined, join
from samenwerk.proof.placing import acting, placed
from samenwerk.proof.remembered import remembered
from samenwerk.proof.tables import Table, table
from samenwerk.proof.varying import Contents
from samenwerk.values.cell import TODAY, Cell, Entry

__all__ = ["Found", "Limits", "Nowhere", "Undecided", "Wish", "find", "never"]

PLAIN_LIMITS = Limits()


def never(cell: Cell) -> bool:
    """Of every cell: it is not fixed."""
    return False


def find(
    view: View, wishes: Sequence[Wish], *, fixed: Callable[[Cell], bool] = never,
    limits: Limits = PLAIN_LIMITS,
) -> Found | Nowhere | Undecided:  # fmt: skip
    """A world in which every wish is fulfilled, or that there is none, or why that is not known.

    Every cell that the trees read may hold something else than it does in `view`, unless it is
    `fixed`; so may the day and who acts. Register and cases are taken as they are. What the
    cells can hold comes from the text, where the collaboration knows it (`proof.placing`).
    """
    worlds = 0
    why: tuple[str, tuple[Cell, ...]] | None = None
    for start in _starts(view, wishes, fixed):
        answer = _on(start, view, wishes, fixed, limits)
        if isinstance(answer, Found):
            return answer
        worlds += answer.worlds
        if isinstance(answer, Undecided) and why is None:
            why = (answer.why, answer.cells)
    return Nowhere(worlds) if why is None else Undecided(*why, worlds)


def _starts(
    view: View, wishes: Sequence[Wish], fixed: Callable[[Cell], bool]
) -> Iterator[View]:
    """The view on each day, and with each actor, that can matter."""
    for day in _days(view, wishes, fixed):
        on = placed(view, {TODAY: Entry(True, day, 0)})
        reads = {cell for wish in wishes for cell in wish.tree.reads(on)}
        if ACTOR not in reads or fixed(ACTOR):
            yield on
            continue
        parties = [party.id for party in view.collaboration.register.parties]
        pairs = [(view.actor, view.speaks_for), (None, None)]
        pairs += [(one, other) for one in parties for other in (None, *parties) if one != other]
        for actor, speaks_for in dict.fromkeys(pairs):
            yield placed(on, {ACTOR: acting(actor, speaks_for, on)})


def _days(
    view: View, wishes: Sequence[Wish], fixed: Callable[[Cell], bool]
) -> tuple[date, ...]:
    if fixed(TODAY):
        return (view.day,)
    sites = Sites()
    for wish in wishes:
        sites.add(wish.tree, view)
    cuts = [cut for site in sites.all
            for cut in site.leaf.abstract(at(view, (site.case, site.who)))]  # fmt: skip
    free = {cell for cut in cuts for cell in (cut.cell, *cut.links) if varies(cell, fixed)}
    pairs = pairs_of(cuts, view, free)
    today = Side((TODAY, "value"))
    pairs += [(today, Side(None, at=one)) for one in turning_days(view.collaboration.register)]
    spots = {side.spot for pair in pairs for side in pair if side.spot is not None}
    held = any(side.at is not None for pair in pairs for side in pair)
    if (TODAY, "value") not in spots or not held:
        return (view.day,)
    found = days_to_try(pairs, {}, view.day)
    return tuple(dict.fromkeys((view.day, *found.at[TODAY, "value"])))


def _on(
    start: View, view: View, wishes: Sequence[Wish], fixed: Callable[[Cell], bool],
    limits: Limits,
) -> Found | Nowhere | Undecided:  # fmt: skip
    """The answer on one day, with one actor."""
    sites = Sites()
    parts = atoms(wishes, start)
    for part in parts:
        sites.add(part.tree, at(start, part.place))
    groups = alike(start)
    parted = components(sites.all, start, fixed)
    tables = [_table(one, sites.all, start, groups, limits.worlds) for one in parted]
    worlds = sum(one.worlds for one in tables)
    joined = join(parts, start, sites, parted, tables, limits.worlds)
    worlds += joined.tried
    if joined.rows is None:
        return _without(joined, tables, worlds)
    contents: Contents = {}
    for place, row in joined.rows.items():
        contents |= tables[place].rows[row]
    contents |= _done_at_all(contents, start, fixed)
    if start.day != view.day:
        contents[TODAY] = Entry(True, start.day, 0)
    if (start.actor, start.speaks_for) != (view.actor, view.speaks_for):
        contents[ACTOR] = acting(start.actor, start.speaks_for, start)
    found = placed(view, contents)
    if any(wish.tree.truth(found) not in wish.truths for wish in wishes):
        return Undecided("not_confirmed", tuple(contents), worlds)
    return Found(found, contents)


def _done_at_all(
    contents: Contents, start: View, fixed: Callable[[Cell], bool]
) -> Contents:
    """That a step was done, where a party did it and no condition asks whether it was."""
    found: Contents = {}
    for cell, entry in contents.items():
        step = whole(cell)
        if entry is None or step == cell or step in contents or fixed(step):
            continue
        last = found.get(step) or entry_in(start, step)
        if last is None or last.day < entry.day:
            found[step] = Entry(True, entry.day, entry.sequence, entry.by)
    return found


def _without(joined: Joined, tables: Sequence[Table], worlds: int) -> Nowhere | Undecided:
    if joined.full:
        return Undecided("too_many", (), worlds)
    if not joined.blocked:
        return Nowhere(worlds)
    first = tables[joined.blocked[0]]
    assert first.why is not None
    cells = tuple(cell for place in joined.blocked for cell in tables[place].cells)
    return Undecided(first.why, cells, worlds)


def _table(
    component: Component, sites: Sequence[Site], start: View, groups: Sequence[Sequence[str]],
    most: int,
) -> Table:  # fmt: skip
    def work_out() -> Table:
        return table(component, sites, start, groups, most)

    return remembered(component, sites, start, groups, most, work_out)
