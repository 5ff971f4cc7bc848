"""Placing contents in a view: the same collaboration, with something else in some of its cells.

What could stand in a cell is `proof.contents`; a whole made-up collaboration is made in
`proof.settings`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs
from immutables import Map

from samenwerk.core.operands import SHELVES, question
from samenwerk.core.view import View
from samenwerk.values.case import NOTHING, Case, Collaboration
from samenwerk.values.cell import Cell, Entry
from samenwerk.values.declared import Workflow
from samenwerk.values.register import Giving, Register

ROOM = 10_000
"""So many sequences are kept free above what was recorded: what is placed stands there."""


@attrs.frozen(slots=False)
class Imagined(Collaboration):
    """A collaboration that nobody recorded, with the text from which its contents are chosen.

    `shelf` is where those of one text remember together what was worked out; it is no state.
    """

    text: Workflow | None = None
    shelf: dict[object, Any] = attrs.field(factory=dict, eq=False, repr=False)


def imagined(view: View, text: Workflow) -> View:
    """The same view of a collaboration that knows its text."""
    known = view.collaboration
    fields = {one.name: getattr(known, one.name) for one in attrs.fields(Collaboration)}
    made = Imagined(**fields, text=text)
    return View(
        made, view.case, view.day, view.actor, view.speaks_for, view.answers, view.who
    )  # fmt: skip


def text_of(view: View) -> Workflow | None:
    """The text by which the collaboration of a view runs, where it is known."""
    known = view.collaboration
    return known.text if isinstance(known, Imagined) else None


def placed(view: View, contents: Mapping[Cell, Entry | None]) -> View:
    """The view with these contents in these cells, and nothing else changed; None empties one.

    Knows facts, documents, positions, steps, breaches, states, pools, mandates, the day, who acts
    and a plugin's answers. Of other cells nothing changes.
    """
    by_case: dict[str, dict[Cell, Entry | None]] = {}
    day, actor, speaks_for = view.day, view.actor, view.speaks_for
    answers: dict[str, int] | None = None
    known = view.collaboration
    changes: dict[str, Any] = {}
    for cell, entry in contents.items():
        kind = cell.kind
        if kind in SHELVES or kind == "state":
            by_case.setdefault(cell.case, {})[cell] = entry
        elif kind == "day" and entry is not None:
            day = entry.day
        elif kind == "actor":
            speaks_for, actor = _who_acts(entry)
        elif kind == "answer":
            answers = dict(view.answers) if answers is None else answers
            answers.pop(question(cell), None)
            if entry is not None:
                answers[question(cell)] = int(entry.value)  # type: ignore[arg-type]
        elif kind == "pool":
            moved = changes.get("moved", known.moved)
            gone = moved.delete(cell) if cell in moved else moved
            changes["moved"] = gone if entry is None else moved.set(cell, entry)
        elif kind == "mandate":
            register = changes.get("register", known.register)
            changes["register"] = _given(register, cell, entry is not None)
    if by_case:
        cases = known.cases
        for id, those in by_case.items():
            old = view.case if id == view.case.id else cases.get(id)
            if old is None:
                continue
            new = _filled(old, those, text_of(view))
            cases = cases.set(id, new)
            if new.state != old.state:
                changes["by_state"] = _moved(changes.get("by_state", known.by_state), old, new)
        changes["cases"] = cases
    if changes:
        known = known.changed(sequence=max(known.sequence, _latest(contents)), **changes)
    case = known.cases.get(view.case.id, view.case) if by_case else view.case
    return View(
        known, case, day, actor, speaks_for, view.answers if answers is None else answers,
        view.who,
    )  # fmt: skip


def _latest(contents: Mapping[Cell, Entry | None]) -> int:
    return max((entry.sequence for entry in contents.values() if entry is not None), default=0)


def _who_acts(entry: Entry | None) -> tuple[str | None, str | None]:
    if entry is None:
        return None, None
    owner, _, actor = str(entry.value).partition(">")
    return (None if owner == actor else owner), actor


def acting(actor: str | None, speaks_for: str | None, view: View) -> Entry | None:
    """What stands where it says who acts."""
    return None if actor is None else Entry(f"{speaks_for or actor}>{actor}", view.day, 0)


def _given(register: Register, cell: Cell, there: bool) -> Register:
    giver, _, holder = (cell.who or "").partition(">")
    kept = tuple(
        one for one in register.gives
        if (one.mandate, one.to) != (cell.name, holder) or giver not in one.who
    )  # fmt: skip
    if there:
        kept = (*kept, Giving(cell.name, (giver,), holder))
    return attrs.evolve(register, gives=kept)


def _filled(case: Case, contents: Mapping[Cell, Entry | None], text: Workflow | None) -> Case:
    fields: dict[str, Any] = {}
    by_name: dict[tuple[str, str], dict[str | None, Entry | None]] = {}
    for cell, entry in contents.items():
        if cell.kind != "state":
            by_name.setdefault((SHELVES[cell.kind], cell.name), {})[cell.who] = entry
        elif entry is not None:
            fields |= _in_state(case, entry, text)
    for (name, of), those in by_name.items():
        shelf = fields.get(name)
        if shelf is None:
            shelf = getattr(case, name)
        entries = shelf.get(of, NOTHING)
        there = {who: entry for who, entry in those.items() if entry is not None}
        for who in those:
            if who in entries and who not in there:
                entries = entries.delete(who)
        entries = entries.update(there) if there else entries
        if entries:
            fields[name] = shelf.set(of, entries)
        elif of in shelf:
            fields[name] = shelf.delete(of)
    return case.changed(**fields) if fields else case


def _in_state(case: Case, entry: Entry, text: Workflow | None) -> dict[str, Any]:
    state = str(entry.value)
    fields: dict[str, Any] = {
        "state": state, "entered": entry.day, "state_since": entry.sequence,
    }  # fmt: skip
    lifecycle = None if text is None else text.lifecycles.get(case.lifecycle)
    declared = None if lifecycle is None else lifecycle.states.get(state)
    if declared is not None:
        fields["over"] = declared.final
    return fields


def _moved(
    by_state: Map[tuple[str, str], Map[str, int]], old: Case, new: Case
) -> Map[tuple[str, str], Map[str, int]]:
    before, after = (old.lifecycle, old.state), (new.lifecycle, new.state)
    nowhere: Map[str, int] = Map()
    shelf = by_state.get(before, nowhere)
    place = shelf.get(old.id, len(shelf))
    if old.id in shelf:
        by_state = by_state.set(before, shelf.delete(old.id))
    return by_state.set(after, by_state.get(after, nowhere).set(new.id, place))


