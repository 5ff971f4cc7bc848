"""What an event is called in a tool: a name that stays, and a label that people read.

Which attributes an event has, and when it happened, is `happenings`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import attrs

from samenwerk.hooks.whole import Speaks
from samenwerk.values.event import (
    CaseKept,
    CaseMoved,
    CollaborationStarted,
    DefinitionChanged,
    DocumentHandedIn,
    EffectAgain,
    EffectAsked,
    EffectDone,
    EffectDropped,
    EffectFailed,
    Enrolled,
    FactRecorded,
    PositionGiven,
    RecordedEvent,
    StepDone,
    TextsErased,
)
from samenwerk.values.message import Message, Name

_KINDS: dict[type, str] = {
    StepDone: "step", PositionGiven: "position", FactRecorded: "fact",
    DocumentHandedIn: "document", EffectAsked: "effect_asked", EffectDone: "effect_done",
    EffectFailed: "effect_failed", EffectAgain: "effect_again", EffectDropped: "effect_dropped",
    CollaborationStarted: "started", Enrolled: "enrolled", TextsErased: "texts_erased",
    DefinitionChanged: "definition_changed", CaseMoved: "case_moved", CaseKept: "case_kept",
}  # fmt: skip


@attrs.frozen
class Activity:
    """What happened, whoever did it and whenever: of which kind, in which lifecycle, and what."""

    kind: str
    lifecycle: str = ""
    about: str = ""

    @property
    def name(self) -> str:
        """The name that stays whatever it is called: `step.budget.agree`."""
        return ".".join(one for one in (self.kind, self.lifecycle, self.about) if one)


def activity(event: RecordedEvent) -> Activity:
    """What an event is an instance of."""
    what = event.what
    match what:
        case StepDone():
            about = event.step or ""
        case PositionGiven():
            about = what.decision
        case FactRecorded():
            about = what.fact.name
        case DocumentHandedIn():
            about = what.document.name
        case EffectAsked() | EffectDone() | EffectFailed() | EffectAgain() | EffectDropped():
            about = what.effect
        case _:
            about = ""
    return Activity(_KINDS[type(what)], event.lifecycle or "", about)


def called(activities: Iterable[Activity], speaker: Speaks) -> dict[Activity, str]:
    """What each is called: in one lifecycle never two the same, for a tool would take them for one.

    Two lifecycles may each have a step of the same label.
    """
    labels = {one: _label(one, speaker) for one in activities}
    alike = Counter((one.lifecycle, label) for one, label in labels.items())
    return {
        one: label if alike[one.lifecycle, label] == 1 else f"{label} ({one.name})"
        for one, label in labels.items()
    }


def _label(one: Activity, speaker: Speaks) -> str:
    if not one.about:
        return speaker.say(Message(f"mining.{one.kind}"))
    if one.kind == "step":
        return speaker.tell(Name("step", f"{one.lifecycle}.{one.about}"))
    return speaker.say(Message(f"mining.{one.kind}", {"what": _about(one, speaker)}))


def _about(one: Activity, speaker: Speaks) -> str:
    full = f"{one.lifecycle}.{one.about}" if one.lifecycle else one.about
    if one.kind in ("fact", "document"):
        return speaker.tell(Name(one.kind, full))
    if one.kind != "position":
        return speaker.tell(Name("effect", full))
    decision, say = (speaker.tell(Name(family, full)) for family in ("decision", "say"))
    # which of the two it is the record does not say: what has no label is told by its own words
    return say if decision == one.about.replace("_", " ") else decision
