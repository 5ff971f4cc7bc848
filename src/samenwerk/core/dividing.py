"""What a split or a merger makes of the cases of a collaboration, by what its event tells.

Needs no definition; whether it may happen is `splitting`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from immutables import Map

from samenwerk.core.holders import with_holders
from samenwerk.core.moving import taken_over
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.cell import Entry

if TYPE_CHECKING:
    from samenwerk.values.event import Merged, RecordedEvent, Split

Shelves = Map[tuple[str, str], Map[str, int]]


def moved_shelf(shelves: Shelves, case: Case, old: str | None, order: int) -> Shelves:
    """Where each case stands, after this one came from its old state (None: it is new)."""
    if old is not None:
        key = (case.lifecycle, old)
        rest = shelves[key].delete(case.id)
        shelves = shelves.set(key, rest) if rest else shelves.delete(key)
    key = (case.lifecycle, case.state)
    return shelves.set(key, shelves.get(key, Map()).set(case.id, order))


def divided(
    known: Collaboration, before: Case, split: Split, event: RecordedEvent
) -> Collaboration:
    """The collaboration with the new cases of a split; `before` is the case as it was."""
    cases, shelves, money = known.cases, known.by_state, known.moved
    listed = known.by_lifecycle[before.lifecycle]
    everyone = {one for _, who in split.into for one in who}
    for id, who in split.into:
        new = _part(before, id, who, everyone - set(who), split, event)
        cases = cases.set(id, new)
        shelves = moved_shelf(shelves, new, None, event.sequence)
        listed = listed.set(id, event.sequence)
    if split.heir is not None:
        cases = _rehung(cases, before.id, split.heir)
        money = taken_over(money, before.id, split.heir, event)
    by_lifecycle = known.by_lifecycle.set(before.lifecycle, listed)
    return known.changed(
        cases=cases, by_state=shelves, by_lifecycle=by_lifecycle, moved=money
    )


def _part(
    before: Case, id: str, who: tuple[str, ...], elsewhere: set[str], split: Split,
    event: RecordedEvent,
) -> Case:  # fmt: skip
    doer = event.on_behalf_of or event.actor
    opened = Entry(True, event.effective, event.sequence, doer)
    # who goes elsewhere leaves the other roles here too
    left = [(role, one) for role, those in before.roles.items() for one in those
            if one in elsewhere]  # fmt: skip
    fields: dict[str, object] = {
        "id": id,
        "opened": opened,
        "roles": with_holders(with_holders(before.roles, left=left), [(split.role, who)]),
        "came_from": (before.id,),
    }
    if split.heir not in (None, id):
        fields["documents"] = Map()
    if split.state != before.state:
        fields |= {"state": split.state, "trail": ()}
    if not split.kept:
        fields |= {
            "entered": event.effective, "state_since": event.sequence,
            "clocks": Map({split.state: event.effective}),
        }  # fmt: skip
    return before.changed(**fields)


def taken_in(
    known: Collaboration, here: str, merged: Merged, event: RecordedEvent
) -> Collaboration:
    """The collaboration after other cases came into this one."""
    cases, shelves, money = known.cases, known.by_state, known.moved
    order = known.by_lifecycle[cases[here].lifecycle]
    for id in merged.cases:
        old = cases[id]
        over = old.changed(
            state=merged.state, over=True, entered=event.effective, state_since=event.sequence
        )
        cases = _rehung(cases.set(id, over), id, here)
        shelves = moved_shelf(shelves, over, old.state, order[id])
        money = taken_over(money, id, here, event)
    came = (*cases[here].came_from, *merged.cases)
    cases = cases.set(here, cases[here].changed(came_from=came))
    return known.changed(cases=cases, by_state=shelves, moved=money)


def _rehung(cases: Map[str, Case], old: str, new: str) -> Map[str, Case]:
    below = [case for case in cases.values() if case.parent == old]
    return cases.update({case.id: case.changed(parent=new) for case in below})
