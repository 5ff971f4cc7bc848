"""Copies: cases of which each party of a group has at most one, under the same case above.

Who has one and who has not; opening them is `do_step`, and `settle` where nobody does it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from samenwerk.core.trail import NEW
from samenwerk.core.view import View
from samenwerk.core.who import members, registered
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.cell import Entry
from samenwerk.values.declared import Lifecycle
from samenwerk.values.who import Who


def copy_id(parent: str | None, lifecycle: str, party: str) -> str:
    """What a copy is called that nobody gave a name.

    >>> copy_id("agenda-1", "adoption", "noord")
    'agenda-1.adoption.noord'
    """
    return ".".join(part for part in (parent, lifecycle, party) if part)


def meant(per: Who, known: Collaboration, parent: Case | None, day: date) -> tuple[str, ...]:
    """The parties that can each have a copy under a case."""
    if parent is None:
        return () if per.lifecycle is not None else registered(per, known.register, day)
    return members(per, View(known, parent, day))


def copies(known: Collaboration, lifecycle: str, parent: str | None) -> dict[str, Case]:
    """The copies under a case, by the party they are of."""
    ids: Iterable[str] = known.by_lifecycle.get(lifecycle, ())
    found = (known.cases[id] for id in ids)
    return {case.of: case for case in found if case.parent == parent and case.of is not None}


def lacking(
    per: Who, lifecycle: str, known: Collaboration, parent: Case | None, day: date
) -> tuple[str, ...]:
    """Those who can have a copy under a case, and have none."""
    those = meant(per, known, parent, day)
    if not those:
        return ()
    own = copies(known, lifecycle, None if parent is None else parent.id)
    return tuple(one for one in those if one not in own)


def new_copy(
    lifecycle: str, known: Collaboration, above: Case | None, party: str, day: date
) -> Case:
    """The copy that a step would open for a party, as its needs see it."""
    parent, sequence = None if above is None else above.id, known.sequence + 1
    return Case(
        copy_id(parent, lifecycle, party), lifecycle, NEW, parent, known.definition,
        Entry(True, day, sequence, party), day, sequence, of=party,
    )  # fmt: skip


def places(lifecycle: Lifecycle, known: Collaboration) -> tuple[Case | None, ...]:
    """The open cases under which copies can come, in order of opening; None: under nothing."""
    if lifecycle.under is None:
        return (None,)
    return tuple(case for case in in_order(known, lifecycle.under) if not case.over)


def in_order(known: Collaboration, lifecycle: str) -> list[Case]:
    """The cases of a lifecycle in the order of opening."""
    ids = known.by_lifecycle.get(lifecycle)
    return [] if ids is None else [known.cases[id] for id in sorted(ids, key=ids.__getitem__)]
