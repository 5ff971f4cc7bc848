"""What in an event may be about people: its free texts, by their seals, with what each of them is.

The texts themselves are not in the record; erasing them is `engine.erasing`.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from samenwerk.core.facts import facts_of
from samenwerk.values.event import (
    DocumentHandedIn,
    DocumentIn,
    EffectAsked,
    EffectDone,
    EffectDropped,
    EffectFailed,
    FactRecorded,
    FactValue,
    PositionGiven,
    RecordedEvent,
    Sealed,
    StepDone,
    TextsErased,
)


@attrs.frozen
class Personal:
    """A free text in the record: its seal, at which sequence, and what it is.

    `kind` is "reasons", "explanation", "title", "fact", "said" or "because", `name` that of the
    decision, step, document, fact or effect; `who` are those it came from or is kept of.
    """

    seal: str
    sequence: int
    kind: str
    name: str
    who: tuple[str, ...] = ()


def personal(event: RecordedEvent) -> Iterator[Personal]:
    """The free texts that an event speaks of, in its own order."""
    who = tuple(one for one in (event.actor, event.on_behalf_of) if one is not None)
    for kind, name, sealed, of in _sealed(event):
        whose = who if of is None or of in who else (*who, of)
        yield Personal(sealed.sealed, event.sequence, kind, name, whose)


def erased_by(event: RecordedEvent) -> tuple[str, ...]:
    """The seals of the texts that an event says were erased."""
    return event.what.seals if isinstance(event.what, TextsErased) else ()


def _sealed(event: RecordedEvent) -> Iterator[tuple[str, str, Sealed, str | None]]:
    what = event.what
    match what:
        case PositionGiven(decision=name, reasons=Sealed() as reasons):
            yield "reasons", name, reasons, None
        case StepDone():
            if what.explanation is not None:
                yield "explanation", event.step or "", what.explanation, None
            yield from _facts(what.facts)
            for document in what.documents:
                yield from _document(document)
        case FactRecorded(fact=fact):
            yield from _facts((fact,))
        case DocumentHandedIn(document=document):
            yield from _document(document)
        case EffectAsked(given=given):
            yield from _facts(given)
        case EffectDone():
            yield from _facts(facts_of(what))
        case EffectFailed(effect=name, said=Sealed() as said):
            yield "said", name, said, None
        case EffectDropped(effect=name, because=Sealed() as because):
            yield "because", name, because, None
        case TextsErased(because=Sealed() as because):
            yield "because", "", because, None


def _facts(facts: tuple[FactValue, ...]) -> Iterator[tuple[str, str, Sealed, str | None]]:
    for fact in facts:
        if isinstance(fact.value, Sealed):
            yield "fact", fact.name, fact.value, fact.who


def _document(document: DocumentIn) -> Iterator[tuple[str, str, Sealed, str | None]]:
    if document.title is not None:
        yield "title", document.name, document.title, None
