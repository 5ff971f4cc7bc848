"""Which parties are meant by a doer, on a day, in a case.

Worked out from the register and the roles of cases; remembered per register.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from samenwerk.core.view import View, located
from samenwerk.values.passing import ordinal
from samenwerk.values.register import Giving, Holding, Located, Party, Register, Seat
from samenwerk.values.who import Group, Mandate, Subject, Table, Who

_MEMO_LIMIT = 4096


def members(who: Who, view: View) -> tuple[str, ...]:
    """The parties (or tables that speak as one) that `who` means, in the order of the register."""
    if who.of is not None:
        copy = located(view, who.of)
        return () if copy is None or copy.of is None else (copy.of,)
    if who.lifecycle is not None:
        case = located(view, who.lifecycle)
        return () if case is None else case.roles.get(who.name, ())
    return registered(who, view.collaboration.register, view.day)


def roll(who: Who) -> Callable[[View], tuple[str, ...]]:
    """`members` for one `who`, with everything settled that can be before there is a view."""
    if who.lifecycle is not None or who.of is not None:
        return lambda view: members(who, view)
    kind, meant = who.kind, who.group or who.table or who.name

    def of(view: View) -> tuple[str, ...]:
        register = view.collaboration.register
        found = register.memo.get((kind, meant, ordinal(view.day)))
        return registered(who, register, view.day) if found is None else found  # type: ignore[return-value]

    return of


def registered(who: Who, register: Register, day: date) -> tuple[str, ...]:
    """Those whom the register alone gives: everyone but roles inside cases."""
    # two texts may call another set by one name
    key = (who.kind, who.group or who.table or who.name, ordinal(day))
    memo = register.memo
    found = memo.get(key)
    if found is None:
        if len(memo) > _MEMO_LIMIT:
            memo.clear()
        found = memo[key] = tuple(dict.fromkeys(_registered(who, register, day)))
    return found  # type: ignore[return-value]


def _registered(who: Who, register: Register, day: date) -> Iterable[str]:
    match who.kind:
        case "sort":
            return (p.id for p in register.parties if p.sort == who.name and p.span.covers(day))
        case "role":
            return (
                h.who for h in register.holds
                if h.role == who.name and h.span.covers(day) and register.there(h.who, day)
            )  # fmt: skip
        case "table" if who.table is not None:
            return _at_table(who.table, register, day)
        case "group" if who.group is not None:
            return _in_group(who.group, register, day)
        case "party":
            return (who.name,)
    return ()


def _at_table(table: Table, register: Register, day: date) -> Iterable[str]:
    for seat in register.sits:
        if seat.table == table.name and seat.span.covers(day) and register.there(seat.who, day):
            yield seat.who
    for whole in table.members:
        yield from registered(whole, register, day)
    yield from table.speakers


def _in_group(group: Group, register: Register, day: date) -> Iterable[str]:
    parts = [registered(part, register, day) for part in (group.role, group.table) if part]
    if group.map is not None:
        placed = register.placed(group.map, day)
        among = group.regions or tuple(placed)
        parts.append(tuple(one for region in among for one in placed.get(region, ())))
    shut = {one for part in group.not_in for one in registered(part, register, day)}
    present = [p for p in register.parties if p.span.covers(day)]
    everyone = [p.id for p in present if not group.sorts or p.sort in group.sorts]
    if not group.sorts:  # a table that speaks at a table is no party, yet has a voice there
        known = {p.id for p in register.parties}
        everyone += [one for part in parts for one in part if one not in known]
    return [one for one in everyone if one not in shut and all(one in part for part in parts)]


def mandates_between(register: Register, giver: str, holder: str, day: date) -> tuple[Giving, ...]:
    """The live mandates that `giver` gave to `holder`."""
    return tuple(
        g for g in register.gives if g.to == holder and register.live(g, giver, day)
    )


def covers(
    declared: Mandate,
    giving: Giving,
    act: str | None,
    on: tuple[str, ...],
    subjects: Mapping[str, Subject],
) -> bool:
    """Whether a given mandate allows this act on these subjects (all of them)."""
    if act is not None and declared.may and act not in declared.may:
        return False
    allowed = set(giving.subjects or declared.on)
    return not allowed or (bool(on) and all(within(one, allowed, subjects) for one in on))


def within(subject: str, allowed: set[str], subjects: Mapping[str, Subject]) -> bool:
    """Whether a subject is one of these, or a part of one."""
    seen: set[str] = set()
    at: str | None = subject
    while at is not None and at not in seen:
        if at in allowed:
            return True
        seen.add(at)
        found = subjects.get(at)
        at = None if found is None else found.part_of
    return False


def turning_days(register: Register) -> tuple[date, ...]:
    """The days on which what the register says can change."""
    known: tuple[date, ...] | None = register.memo.get("turning_days")  # type: ignore[assignment]
    if known is None:
        lines: tuple[Party | Seat | Holding | Giving | Located, ...] = (
            *register.parties, *register.sits, *register.holds, *register.gives, *register.regions,
        )  # fmt: skip
        days = {day for one in lines for day in (one.span.starts, one.span.last_day) if day}
        known = register.memo["turning_days"] = tuple(sorted(days))
    return known


def settled(register: Register, day: date) -> bool:
    """Whether no line of the register begins or ends on that day or later."""
    return all(one < day for one in turning_days(register))
