"""Views that change as a record would, and ways walked as people would: helpers of the kit.

The laws that use them are `testing.leaves`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import attrs
from hypothesis import strategies as st
from immutables import Map

from samenwerk.core.allowed import Allowed
from samenwerk.core.operands import SHELVES, entry_in, question
from samenwerk.core.view import View
from samenwerk.core.ways import AnyOf, Bound, Bounds, Every, Hopeless, Least, Unadvisable, Want, Way
from samenwerk.core.who import turning_days
from samenwerk.values.case import NOTHING
from samenwerk.values.cell import TODAY, Cell, Entry, Value
from samenwerk.values.message import Message


def put(view: View, cell: Cell, entry: Entry | None) -> View:
    """The view with this entry in this cell, and nothing else changed; None empties the cell.

    Knows facts, documents, positions, steps, states, the day, and a plugin's answers.
    """
    if cell == TODAY:
        assert entry is not None
        return changed(view, day=entry.day)
    if cell.kind == "answer":
        asked = question(cell)
        answers = {name: one for name, one in view.answers.items() if name != asked}
        return changed(view, answers=answers if entry is None else {**answers, asked: entry.value})
    known = view.collaboration
    if cell.kind == "pool":
        moved = known.moved.delete(cell) if cell in known.moved else known.moved
        moved = moved if entry is None else moved.set(cell, entry)
        return changed(view, collaboration=attrs.evolve(known, moved=moved))
    case = view.case if cell.case == view.case.id else known.cases[cell.case]
    if cell.kind == "state":
        assert entry is not None
        place = known.by_lifecycle[case.lifecycle][case.id]
        old, new = (case.lifecycle, case.state), (case.lifecycle, str(entry.value))
        shelves = known.by_state.set(old, known.by_state[old].delete(case.id))
        there: Map[str, int] = shelves.get(new, Map())
        known = attrs.evolve(known, by_state=shelves.set(new, there.set(case.id, place)))
        case = attrs.evolve(
            case, state=str(entry.value), entered=entry.day, state_since=entry.sequence
        )
    else:
        shelf = getattr(case, SHELVES[cell.kind])
        entries = shelf.get(cell.name, NOTHING)
        if entry is not None:
            shelf = shelf.set(cell.name, entries.set(cell.who, entry))
        elif cell.who in entries:
            rest = entries.delete(cell.who)
            shelf = shelf.set(cell.name, rest) if rest else shelf.delete(cell.name)
        case = attrs.evolve(case, **{SHELVES[cell.kind]: shelf})
    sequence = max(known.sequence, 0 if entry is None else entry.sequence)
    known = attrs.evolve(known, cases=known.cases.set(case.id, case), sequence=sequence)
    return changed(view, collaboration=known, case=known.cases[view.case.id])


def recorded(view: View, cell: Cell, value: Value, day: date | None = None) -> View:
    """The view after somebody put the value there, today or on a day, as the next event.

    A step that one of the parties did was done.
    """
    entry = Entry(value, day or view.day, view.collaboration.sequence + 1)
    if cell.kind == "step":
        view = put(view, attrs.evolve(cell, who=None), entry)
    return put(view, cell, entry)


def changed(view: View, **changes: Any) -> View:
    """The view with other fields."""
    names = ("collaboration", "case", "day", "actor", "speaks_for", "answers", "who")
    return View(**{name: changes.get(name, getattr(view, name)) for name in names})


def _value(view: View, cell: Cell) -> Value | None:
    entry = entry_in(view, cell)
    return None if entry is None else entry.value


def same_register(view: View, after: View) -> bool:
    """Whether no line of the register begins or ends between the days of two views."""
    days = turning_days(view.collaboration.register)
    return not any(view.day <= day <= after.day for day in days) or view.day == after.day


def fits(allowed: Allowed, cell: Cell, view: View) -> bool:
    """Whether what stands in the cell is allowed."""
    return allowed.holds(entry_in(view, cell), view.day, lambda other: _value(view, other))


def holds(way: Way, view: View) -> bool:
    """Whether everything that the way demands is so already, along one of its branches."""
    match way:
        case Want(cell=cell, allowed=allowed):
            return fits(allowed, cell, view)
        case Every(ways=ways):
            return all(holds(one, view) for one in ways)
        case AnyOf(ways=ways):
            return any(holds(one, view) for one in ways)
        case Least(count=count, ways=ways):
            return sum(holds(one, view) for one in ways) >= count
        case Bounds(bounds=bounds):
            return all(_reached(one, view) for one in bounds)
    return False


def _reached(bound: Bound, view: View) -> bool:
    weights = (weight for cell, weight in bound.cells if fits(bound.allowed, cell, view))
    return sum(weights) >= bound.total


def branch(way: Way, view: View, data: st.DataObject) -> dict[Cell, Allowed] | None:
    """The demands along one branch of a way, chosen at random; None where nobody can advise."""
    match way:
        case Want(cell=cell, allowed=allowed):
            return {cell: allowed}
        case Every(ways=ways):
            return _met(ways, view, data)
        case AnyOf(ways=ways):
            return branch(data.draw(st.sampled_from(ways)), view, data)
        case Least(count=count, ways=ways):
            mixed = data.draw(st.permutations(ways))
            return _met(mixed[:count], view, data)
        case Bounds(bounds=bounds):
            return _voices(bounds, view, data)
    return None


def _met(ways: Any, view: View, data: st.DataObject) -> dict[Cell, Allowed] | None:
    demands: dict[Cell, Allowed] = {}
    for one in ways:
        found = branch(one, view, data)
        if found is None:
            return None
        for cell, allowed in found.items():
            demands[cell] = demands[cell].meet(allowed) if cell in demands else allowed
    return demands


def _voices(
    bounds: tuple[Bound, ...], view: View, data: st.DataObject
) -> dict[Cell, Allowed] | None:
    """Cells that together reach every bound, of which none can be left out."""
    allowed = bounds[0].allowed
    everyone = list(dict.fromkeys(cell for one in bounds for cell, _ in one.cells))
    ready = {cell for cell in everyone if fits(allowed, cell, view)}

    def enough(cells: set[Cell]) -> bool:
        return all(
            sum(weight for cell, weight in one.cells if cell in cells) >= one.total
            for one in bounds
        )

    chosen = {*everyone}
    if not enough(chosen):
        return None
    for cell in data.draw(st.permutations(everyone)):
        if cell not in ready and enough(chosen - {cell}):
            chosen.discard(cell)
    return {cell: allowed for cell in everyone if cell in chosen}


_ORDER = (
    "pool", "step", "breach", "document", "fact", "state", "answer", "mandate", "position", "day",
)  # fmt: skip


def realised(
    demands: dict[Cell, Allowed], view: View, contents: Any
) -> View | None:
    """The view after the demanded changes, and no others; None when they cannot all be made.

    Steps come before documents, facts and positions, and the waiting comes last. What was
    recorded stays recorded, and no day comes back.
    """
    for day in _days(demands, view):
        found = _on(demands, view, day, contents)
        if found is not None:
            return found
    return None


def _days(demands: dict[Cell, Allowed], view: View) -> list[date]:
    days = {view.day}
    for cell, allowed in demands.items():
        entry = entry_in(view, cell)
        for test in allowed.tests:
            operand: Any = test.operand
            if test.op.startswith("aged_"):
                since = [view.day] if entry is None else [view.day, entry.day]
                days |= {operand.after(one) for one in since}
            elif cell == TODAY:
                linked = _value(view, operand) if isinstance(operand, Cell) else operand
                days |= {linked} if isinstance(linked, date) else set()
    near = {day + timedelta(days=more) for day in days for more in (0, 1) if day < date.max}
    return sorted(day for day in near if day >= view.day)


def _on(demands: dict[Cell, Allowed], view: View, day: date, contents: Any) -> View | None:
    order = sorted(demands, key=lambda cell: (_ORDER.index(cell.kind), cell.order))
    after = changed(view, day=day)
    for _ in range(3):
        for cell in order:
            if not fits(demands[cell], cell, after) and cell != TODAY:
                after = _filled(after, cell, demands[cell], view.day, contents)
        if all(fits(allowed, cell, after) for cell, allowed in demands.items()):
            return after
    return None


def _filled(view: View, cell: Cell, allowed: Allowed, start: date, contents: Any) -> View:
    if allowed.has("absent") or cell.kind == "mandate":
        return view
    value = allowed.choose(contents(cell), view.day, lambda other: _value(view, other))
    if value is None:
        return view
    for day in (start, view.day):
        tried = recorded(view, cell, value, day)
        if fits(allowed, cell, tried):
            return tried
    return view


def messages(way: Way) -> Iterator[Message]:
    """Every message that stands in a way."""
    match way:
        case Hopeless(ground=message) | Unadvisable(what=message):
            yield message
        case Every(ways=ways) | AnyOf(ways=ways) | Least(ways=ways):
            for one in ways:
                yield from messages(one)


def nested(message: Message) -> Iterator[Message]:
    """A message and those inside its params."""
    yield message
    for param in message.params.values():
        for one in param if isinstance(param, tuple) else (param,):
            if isinstance(one, Message):
                yield from nested(one)
