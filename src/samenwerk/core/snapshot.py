"""A collaboration as it stands, written down as one plain text, and read back from it.

`docs/record.md` describes the text. It is a cache: the record stays the truth, and reading back
here checks only that the text is one of ours. When one is kept and used is `engine.remembering`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from immutables import Map

from samenwerk.core.border import Raw
from samenwerk.core.chain import checked
from samenwerk.core.encode import raw_of, text_of
from samenwerk.core.evolve import replay
from samenwerk.core.snapshot_read import Reading
from samenwerk.core.spell import write_amount
from samenwerk.values.case import Case, Collaboration, Entries
from samenwerk.values.cell import Entry, Value
from samenwerk.values.errors import RecordBroken
from samenwerk.values.event import Enrolled, Line
from samenwerk.values.snapshot import Snapshot
from samenwerk.values.time import Term

SHAPE = 1
"""The version of this spelling; a text of another one is dropped and made anew."""

EVERY = 1000
"""So many lines are read anew rather than kept in another snapshot."""

Shelf: TypeAlias = Map[str, Entries]

SHELVES = ("facts", "documents", "positions", "steps", "breaches", "effects")
"""What is recorded in a case, per name and per party."""


def snapshot_text(known: Collaboration) -> str:
    """The text of a collaboration: equal ones have equal texts.

    JSON with its keys in order, as the record has it. Raises Misuse for what no record can hold.

    >>> snapshot_text(known)                                                   # doctest: +SKIP
    '{"cases":[...],"definition":"...",...,"zone":"Europe/Amsterdam"}'
    """
    digests = sorted({one.definition for one in known.cases.values()})
    place = {digest: number for number, digest in enumerate(digests)}
    order = {id: at for listed in known.by_lifecycle.values() for id, at in listed.items()}
    cases = sorted(known.cases.values(), key=lambda one: (order[one.id], one.id))
    register = Enrolled(*known.register.lines)  # type: ignore[arg-type]
    raw: Raw = {
        "cases": [_case(one, order[one.id], place[one.definition]) for one in cases],
        "definition": known.definition,
        "definitions": digests,
        "earlier": list(known.earlier),
        "effects": [raw_of(known.effects[key]) for key in sorted(known.effects)],
        "head": known.head,
        "id": known.id,
        "latest": None if known.latest is None else known.latest.isoformat(),
        "moved": [
            [cell.case, cell.kind, cell.name, cell.who, *_entry(known.moved[cell])]
            for cell in sorted(known.moved, key=lambda one: one.order)
        ],
        "register": raw_of(register),
        "rehearsal": known.rehearsal,
        "sequence": known.sequence,
        "shape": SHAPE,
        "started": known.started.isoformat(),
        "workflow": known.workflow,
        "zone": known.zone,
    }
    return text_of(raw)


def read_snapshot(text: str) -> Collaboration:
    """The collaboration that a text tells; `read_snapshot(snapshot_text(known))` is `known`.

    Raises RecordBroken when it is none of ours.
    """
    try:
        raw = json.loads(text, parse_float=_refused, parse_constant=_refused)
        if raw.pop("shape") != SHAPE:
            raise ValueError("another shape")
        return Reading(raw.pop("definitions")).collaboration(raw)
    except Exception as fault:
        # Whatever stumbled over it: the text is not one of ours.
        raise RecordBroken(f"not a snapshot: {fault!r}", what="snapshot") from fault


def snapshot_of(known: Collaboration) -> Snapshot:
    """A snapshot of a collaboration as recorded; raises as `snapshot_text`."""
    return Snapshot.of(known.id, known.sequence, known.head, SHAPE, snapshot_text(known))


def resumed(
    snapshot: Snapshot, tip: tuple[int, str], read: Callable[[int], Iterable[Line]]
) -> Collaboration | None:
    """The collaboration of a snapshot with the lines beyond it; None when it does not fit them.

    `tip` is where the record stands, `read` gives the lines beyond a sequence. Whatever is wrong
    with the snapshot, or with those lines, gives None: then all of the record is to be read.
    """
    if snapshot.shape != SHAPE or snapshot.sequence > tip[0] or not snapshot.sound:
        return None
    try:
        known = read_snapshot(snapshot.body)
        told = (known.id, known.sequence, known.head)
        if told != (snapshot.collaboration, snapshot.sequence, snapshot.head):
            return None
        known = evolved(known, checked(read(known.sequence), known.sequence, known.head))
    except RecordBroken:
        return None
    if known.sequence < tip[0] or (known.sequence == tip[0] and known.head != tip[1]):
        return None
    return known


def evolved(known: Collaboration, lines: Iterable[Line]) -> Collaboration:
    """A collaboration after more lines."""
    after = replay(lines, known)
    assert after is not None
    return after


def _refused(text: str) -> float:
    raise ValueError(f"no number of ours: {text}")


def _case(case: Case, order: int, definition: int) -> Raw:
    raw: Raw = {
        "definition": definition,
        "entered": case.entered.isoformat(),
        "id": case.id,
        "lifecycle": case.lifecycle,
        "opened": _entry(case.opened),
        "order": order,
        "since": case.state_since,
        "state": case.state,
    }
    for name in ("parent", "of", "rests_on"):
        if (id := getattr(case, name)) is not None:
            raw[name] = id
    if case.over:
        raw["over"] = True
    for name in ("trail", "came_from"):
        if listed := getattr(case, name):
            raw[name] = list(listed)
    for name in SHELVES:
        if shelf := getattr(case, name):
            raw[name] = {one: _entries(shelf[one]) for one in sorted(shelf)}
    if case.roles:
        raw["roles"] = {role: list(case.roles[role]) for role in sorted(case.roles)}
    if case.clocks:
        raw["clocks"] = {state: case.clocks[state].isoformat() for state in sorted(case.clocks)}
    if case.kept is not None:
        raw["kept"] = raw_of(case.kept)
    return {name: raw[name] for name in sorted(raw)}


def _entries(entries: Entries) -> list[list[object]]:
    each: Iterable[tuple[str | None, Entry]] = entries.items()
    ordered = sorted(each, key=lambda one: (one[0] is not None, one[0] or ""))
    return [[who, *_entry(entry)] for who, entry in ordered]


def _entry(entry: Entry) -> list[object]:
    return [_value(entry.value), entry.day.isoformat(), entry.sequence, entry.by]


def _value(value: Value) -> object:
    kind = type(value)
    if kind is str or kind is bool or kind is int:
        return value
    if isinstance(value, Decimal):
        return {"money": write_amount(value)}
    if isinstance(value, Term):
        return {"term": str(value)}
    assert isinstance(value, date)
    return {"date": value.isoformat()}


def same(one: Collaboration, other: Collaboration) -> bool:
    """Whether two collaborations are equal, their registers by content."""
    if one.register.lines != other.register.lines:
        return False
    return one.changed(register=other.register) == other
