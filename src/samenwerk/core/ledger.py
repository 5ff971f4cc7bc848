"""Reading the ledger: the movements and steps that the record tells, in order.

A fold over the same events as `evolve`; what an end holds by it is what `moving` says it holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from samenwerk.core.compiled import Compiled
from samenwerk.core.evolve import evolve
from samenwerk.core.facts import facts_of
from samenwerk.core.moving import CASE, NOTHING
from samenwerk.core.operands import getter
from samenwerk.core.view import View
from samenwerk.values.case import Collaboration
from samenwerk.values.cell import Cell
from samenwerk.values.declared import Pool
from samenwerk.values.event import (
    CollaborationStarted,
    DefinitionChanged,
    Line,
    RecordedEvent,
    Sealed,
    StepDone,
)
from samenwerk.values.ledger import OUTSIDE, Done, Ledger, Moved
from samenwerk.values.operand import Constant


def ledger(
    compiled: Compiled, lines: Iterable[Line], day: date, recorded: int | None = None
) -> Ledger:
    """The ledger of a collaboration as it stands on a day.

    `lines` are those of its record from the first; those after sequence `recorded` are what time
    has made due, which count but have no place in the record. What a pool begins with comes from
    outside on the day that it became known; so does every change of that.
    """
    known: Collaboration | None = None
    movements: list[Moved] = []
    steps: list[Done] = []
    begun: dict[str, Decimal] = {}
    for line in lines:
        event = line.event
        before, known = known, evolve(known, event, line.hash)
        place = event.sequence if recorded is None or event.sequence <= recorded else 0
        if isinstance(event.what, StepDone):
            done = _done(event, place)
            if not event.what.breach:
                steps.append(done)
            movements += _of_step(before, event, event.what, done)
        if _may_change_amounts(event):
            movements += _begun(compiled, known, event, place, begun)
    assert known is not None
    return Ledger(
        known, day,
        tuple(sorted((one for one in movements if one.day <= day), key=lambda one: one.day)),
        tuple(sorted((one for one in steps if one.day <= day), key=lambda one: one.day)),
    )  # fmt: skip


def _done(event: RecordedEvent, place: int) -> Done:
    assert isinstance(event.what, StepDone)
    filled = tuple(
        (one.name, one.value)
        for one in event.what.facts
        if one.who is None and not isinstance(one.value, Sealed)
    )
    return Done(
        event.effective, place, str(event.case), str(event.lifecycle), str(event.step),
        event.on_behalf_of or event.actor, filled,
    )  # fmt: skip


def _of_step(
    before: Collaboration | None, event: RecordedEvent, what: StepDone, done: Done
) -> Iterator[Moved]:
    here = str(event.case)
    for one in what.moves:
        ends = (_end(one.out_of, here), _end(one.into, here))
        yield Moved(event.effective, done.sequence, one.amount, *ends, by=done)
    went = [(here, what.split.heir)] if what.split is not None and what.split.heir else []
    came = [(old, here) for old in what.merged.cases] if what.merged is not None else []
    for old, new in (*went, *came):
        entry = None if before is None else before.moved.get(Cell(old, "pool", "this"))
        if entry is not None and isinstance(entry.value, Decimal) and entry.value:
            yield Moved(event.effective, done.sequence, entry.value, f"case {old}", f"case {new}")


def _end(end: str, case: str) -> str:
    return f"case {case}" if end == CASE else end


def _may_change_amounts(event: RecordedEvent) -> bool:
    what = event.what
    if isinstance(what, StepDone) and what.opens is not None:
        return True
    return bool(facts_of(what)) or isinstance(what, CollaborationStarted | DefinitionChanged)


def _begun(
    compiled: Compiled, known: Collaboration, event: RecordedEvent, place: int,
    begun: dict[str, Decimal],
) -> Iterator[Moved]:  # fmt: skip
    """What pools begin with, as far as it is another amount than it was before the event."""
    for name, pool in compiled.now(known).workflow.pools.items():
        for end, amount in _amounts(name, pool, known, event.effective):
            more = amount - begun.get(end, NOTHING)
            begun[end] = amount
            ends = (OUTSIDE, end) if more > 0 else (end, OUTSIDE)
            if more:
                yield Moved(event.effective, place, abs(more), *ends)


def _amounts(
    name: str, pool: Pool, known: Collaboration, day: date
) -> Iterator[tuple[str, Decimal]]:
    held = pool.held
    for year, amount in held.rows:
        yield f"pool {name} {year}", amount
    if isinstance(held.amount, Constant):
        if isinstance(held.amount.value, Decimal):
            yield f"pool {name}", held.amount.value
    elif held.amount is not None:
        value = getter(held.amount)
        cases = sorted(known.cases.values(), key=lambda one: (one.opened.sequence, one.id))
        found = (value(View(known, case, day)) for case in cases)
        first = next((one for one in found if isinstance(one, Decimal)), None)
        if first is not None:
            yield f"pool {name}", first
