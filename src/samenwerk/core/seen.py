"""A collaboration as far as a reader may see it: what is out of sight is not in it at all.

Whatever is worked out from the result is made of nothing else. Events are `core.seen_events`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

import attrs
from immutables import Map

from samenwerk.values.case import Case, Collaboration, Entries
from samenwerk.values.cell import Cell, Entry
from samenwerk.values.effect import OpenEffect
from samenwerk.values.event import Enrolled, FactValue
from samenwerk.values.register import Giving, Party, Register
from samenwerk.values.sight import Sight

Shelf = Map[str, Entries]
Key = TypeVar("Key")
Lines = TypeVar("Lines", Register, Enrolled)


def seen(known: Collaboration, sight: Sight) -> Collaboration:
    """The same without the cases, facts, documents, positions, parties and amounts out of sight.

    A case that is of a party out of sight is out of sight too. Numbers of events stay as they are.
    """
    if sight.whole:
        return known
    cases = {
        id: _case(one, sight, known)
        for id, one in known.cases.items()
        if sight.case(id) and sight.party(one.of)
    }
    return known.changed(
        register=register(known.register, sight),
        cases=Map(cases),
        by_state=_listed(known.by_state, cases),
        by_lifecycle=_listed(known.by_lifecycle, cases),
        latest=None,
        moved=Map({cell: _entry(one, sight) for cell, one in known.moved.items()
                   if _moved(cell, cases, sight)}),
        effects=Map({key: _effect(one, sight) for key, one in known.effects.items()
                     if one.case in cases}),
    )  # fmt: skip


def _listed(index: Map[Key, Map[str, int]], cases: dict[str, Case]) -> Map[Key, Map[str, int]]:
    found = {
        key: Map({id: order for id, order in listed.items() if id in cases})
        for key, listed in index.items()
    }
    return Map({key: listed for key, listed in found.items() if listed})


def _moved(cell: Cell, cases: dict[str, Case], sight: Sight) -> bool:
    return sight.money and (not cell.case or cell.case in cases)


def _case(case: Case, sight: Sight, known: Collaboration) -> Case:
    def there(id: str | None) -> str | None:
        above = None if id is None else known.cases.get(id)
        return id if above is not None and sight.case(id) and sight.party(above.of) else None

    return case.changed(
        parent=there(case.parent),
        opened=_entry(case.opened, sight),
        facts=_shelf(case.facts, sight, sight.fact, sight.of),
        documents=_shelf(case.documents, sight, sight.document, sight.of),
        positions=_shelf(case.positions, sight, None, sight.of),
        steps=_shelf(case.steps, sight, None, sight.party),
        breaches=_shelf(case.breaches, sight, None, sight.party),
        effects=_shelf(case.effects, sight, None, sight.party),
        roles=Map({role: parties(who, sight) for role, who in case.roles.items()
                   if parties(who, sight)}),
        rests_on=there(case.rests_on),
        came_from=tuple(one for one in case.came_from if there(one)),
    )  # fmt: skip


def parties(who: Iterable[str], sight: Sight) -> tuple[str, ...]:
    """Those of these parties that are seen."""
    return tuple(one for one in who if sight.party(one))


def _shelf(
    shelf: Shelf,
    sight: Sight,
    named: Callable[[str], bool] | None,
    of: Callable[[str | None], bool],
) -> Shelf:
    found = {
        name: Map({who: _entry(one, sight) for who, one in entries.items() if of(who)})
        for name, entries in shelf.items()
        if named is None or named(name)
    }
    return Map({name: entries for name, entries in found.items() if entries})


def _entry(entry: Entry, sight: Sight) -> Entry:
    return entry if sight.party(entry.by) else attrs.evolve(entry, by=None)


def _effect(effect: OpenEffect, sight: Sight) -> OpenEffect:
    return attrs.evolve(
        effect,
        party=effect.party if sight.party(effect.party) else None,
        given=facts(effect.given, sight),
        roles=tuple((role, parties(who, sight)) for role, who in effect.roles),
    )


def facts(given: Iterable[FactValue], sight: Sight) -> tuple[FactValue, ...]:
    """Those of these facts that are seen; a text that was made of the whole, as that of a
    reminder, is not."""
    return tuple(
        one for one in given
        if sight.fact(one.name) and sight.of(one.who)
        and not (one.type == "text" and isinstance(one.value, str))
    )  # fmt: skip


def register(lines: Lines, sight: Sight) -> Lines:
    """What is seen of a register, or of lines that came into one."""
    return attrs.evolve(
        lines,
        parties=tuple(_party(one, sight) for one in lines.parties if sight.party(one.id)),
        gives=tuple(one for one in lines.gives if gives(one, sight)),
        **{
            name: tuple(one for one in getattr(lines, name) if sight.party(one.who))
            for name in ("sits", "holds", "regions")
        },
    )


def _party(party: Party, sight: Sight) -> Party:
    return party if sight.party(party.belongs_to) else attrs.evolve(party, belongs_to=None)


def gives(giving: Giving, sight: Sight) -> bool:
    """Whether a mandate is seen: its own, or with all who are in it."""
    who = (*giving.who, giving.to)
    return (sight.mandates or sight.who in who) and all(sight.party(one) for one in who)
