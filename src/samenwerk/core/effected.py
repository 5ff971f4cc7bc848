"""What events about effects make of a collaboration: which are open, and what became of the last.

Part of `evolve`: no definition and no plugin is needed.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import attrs
from immutables import Map

from samenwerk.values.case import Case, Collaboration, Entries
from samenwerk.values.cell import Entry
from samenwerk.values.effect import OpenEffect
from samenwerk.values.event import (
    EffectAgain,
    EffectAsked,
    EffectDone,
    EffectDropped,
    EffectFailed,
    RecordedEvent,
)

EffectEvent: TypeAlias = EffectAsked | EffectDone | EffectFailed | EffectAgain | EffectDropped
EFFECTS = (EffectAsked, EffectDone, EffectFailed, EffectAgain, EffectDropped)
"""The classes of events that are about effects."""

_NONE: Entries = Map()
_WORDS: dict[type, str] = {
    EffectAsked: "waits", EffectAgain: "waits", EffectDone: "delivered", EffectFailed: "failed",
    EffectDropped: "dropped",
}  # fmt: skip


def effected(known: Collaboration, event: RecordedEvent, what: EffectEvent) -> dict[str, Any]:
    """What of a collaboration is otherwise after such an event, but for the facts in it."""
    assert event.case is not None
    case, effects = known.cases[event.case], known.effects
    entry = Entry(_WORDS[type(what)], event.effective, event.sequence, event.actor)
    standing = case.effects.get(what.effect, _NONE).set(None, entry)
    changes: dict[str, Any] = {
        "cases": known.cases.set(case.id, case.changed(
            effects=case.effects.set(what.effect, standing)))
    }  # fmt: skip
    if isinstance(what, EffectAsked):
        effects = effects.set(what.key, opened(event, what, case))
    elif isinstance(what, EffectDone | EffectDropped):
        effects = effects.delete(what.key) if what.key in effects else effects
    elif what.key in effects:
        one = effects[what.key]
        again = isinstance(what, EffectAgain)
        effects = effects.set(
            what.key, attrs.evolve(one, failed=not again, round=one.round + again)
        )
    return {**changes, "effects": effects}


def opened(event: RecordedEvent, what: EffectAsked, case: Case) -> OpenEffect:
    """An effect as it stands when it was just asked."""
    return OpenEffect(
        what.key, what.effect, what.plugin, case.id, case.lifecycle, event.step or "",
        event.definition, event.sequence, event.effective, event.on_behalf_of or event.actor,
        what.given, what.roles, what.records, what.gives,
    )  # fmt: skip
