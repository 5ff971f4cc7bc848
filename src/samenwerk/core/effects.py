"""Asking effects: what a step that was done sets going outside, noted beside it in the record.

Nothing is sent here: what stands in the record is sent by `engine.sending`, and what became of
it is recorded by `concluding`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from samenwerk.core.compiled import Compiled
from samenwerk.core.journal import Journal
from samenwerk.core.operands import getter
from samenwerk.core.view import View
from samenwerk.core.who import members
from samenwerk.values.case import Case
from samenwerk.values.effect import Effect, Handed
from samenwerk.values.event import EffectAsked, FactValue, Sealed, StepDone
from samenwerk.values.share import Share


def ask_effects(compiled: Compiled, journal: Journal) -> None:
    """Note the effects of the step that was noted last, each with what it gets along.

    A step that others have yet to do as well, and one that was refused and happened all the same,
    sets nothing going.
    """
    event = journal.lines[-1].event
    what = event.what
    if not isinstance(what, StepDone) or what.waits or what.breach or event.case is None:
        return
    asked = compiled.effects_of.get(f"{event.lifecycle}.{event.step}", ())
    for effect in asked:
        case = journal.collaboration.cases[event.case]
        party = event.on_behalf_of or event.actor
        view = View(journal.collaboration, case, event.effective, event.actor, party)
        journal.note(
            EffectAsked(
                effect=effect.name,
                plugin=effect.full_name,
                key=key_of(event.collaboration, journal.sequence + 1, event.command, effect.name),
                cause=event.sequence,
                given=tuple(_given(effect, view)),
                roles=tuple(
                    (one.name, members(one.who, view))
                    for one in effect.handed
                    if one.who is not None
                ),
                records=effect.records,
                gives=effect.gives,
            ),
            definition=case.definition,
            effective=event.effective,
            actor=event.actor,
            on_behalf_of=event.on_behalf_of,
            case=case,
            lifecycle=case.lifecycle,
            step=event.step,
        )


def key_of(collaboration: str, sequence: int, command: str, effect: str) -> str:
    """What tells one effect from every other: the same however often the record is read.

    >>> key_of("regio", 5, "c-1", "letter")
    '849f464e3dfcb1c99fdf64e6f103ba68'
    """
    told = "\x00".join((collaboration, str(sequence), command, effect))
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _given(effect: Effect, view: View) -> Iterator[FactValue]:
    for one in effect.handed:
        found = _value(one, view, view.case)
        if found is not None:
            yield found


def _value(one: Handed, view: View, case: Case) -> FactValue | None:
    """What is handed along, as far as it is known; free text only as its seal."""
    if one.document is not None:
        paper = case.entry("documents", one.document)
        return None if paper is None else FactValue(one.name, "text", Sealed(str(paper.value)))
    if one.operand is None:
        return None
    value = getter(one.operand)(view)
    if value is None:
        return None
    if isinstance(value, Share):
        return FactValue(one.name, "text", str(value))
    if one.type == "sealed":
        return FactValue(one.name, "text", Sealed(str(value)))
    return FactValue(one.name, one.type, value)
