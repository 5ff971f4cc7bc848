"""Recorded events as far as a reader may see them: for reading, not for verifying.

What is out of sight is taken away, and an event of which nothing is left is not told.
"""

from __future__ import annotations

import attrs

from samenwerk.core.seen import facts, parties, register
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.event import (
    CaseKept,
    CaseMoved,
    CollaborationStarted,
    DefinitionChanged,
    DocumentHandedIn,
    DocumentIn,
    EffectAgain,
    EffectAsked,
    EffectDone,
    EffectDropped,
    EffectFailed,
    Enrolled,
    FactRecorded,
    FactValue,
    Happened,
    Merged,
    PositionGiven,
    RecordedEvent,
    Sealed,
    Split,
    StepDone,
    TextsErased,
)
from samenwerk.values.sight import Sight

SOMEBODY = "…"
"""Who acted, when that is out of sight: somebody did."""


def seen_event(
    event: RecordedEvent, sight: Sight, known: Collaboration
) -> RecordedEvent | None:
    """What is seen of an event; None when it is out of sight.

    `known` is the collaboration as it stands, to tell of whom its cases are. Ids that the host
    gave to commands are not told, nor the findings, which name what was looked at.
    """
    if sight.whole:
        return event
    if not _there(event.case, sight, known):
        return None
    what = _what(event, sight, known)
    if what is None:
        return None
    mandate = event.mandate if sight.mandates or event.actor == sight.who else None
    return attrs.evolve(
        event, what=what, id="", command="", before="", findings=(), mandate=mandate,
        actor=_who(event.actor, sight), on_behalf_of=_who(event.on_behalf_of, sight),
    )  # fmt: skip


def _there(id: str | None, sight: Sight, known: Collaboration) -> bool:
    case: Case | None = None if id is None else known.cases.get(id)
    return sight.case(id) and (case is None or sight.party(case.of))


def _who(id: str | None, sight: Sight) -> str | None:
    return id if sight.party(id) else SOMEBODY


def _what(event: RecordedEvent, sight: Sight, known: Collaboration) -> Happened | None:
    what = event.what
    match what:
        case CollaborationStarted() | DefinitionChanged() | CaseMoved() | CaseKept():
            return what
        case EffectAgain():
            return what
        case Enrolled():
            told = register(what, sight)
            return told if attrs.astuple(told, recurse=False) != ((),) * 5 else None
        case StepDone():
            return _step(what, sight, known)
        case PositionGiven(reasons=reasons):
            voter = event.on_behalf_of or event.actor
            own = voter == sight.who
            if not sight.of(voter):
                return None
            return attrs.evolve(what, reasons=_text(reasons, sight, own))
        case FactRecorded(fact=fact):
            left = _facts((fact,), sight)
            return attrs.evolve(what, fact=left[0]) if left else None
        case DocumentHandedIn(document=document):
            if not sight.document(document.name):
                return None
            return attrs.evolve(what, document=_document(document, sight))
        case EffectAsked():
            roles = tuple((role, parties(who, sight)) for role, who in what.roles)
            return attrs.evolve(what, given=_facts(what.given, sight), roles=roles)
        case EffectDone():
            return attrs.evolve(what, facts=_facts(what.facts, sight))
        case EffectFailed():
            return attrs.evolve(what, said=_text(what.said, sight))
        case EffectDropped():
            return attrs.evolve(what, because=_text(what.because, sight))
        case TextsErased():  # a seal by itself says nothing; why, may be about any case
            return attrs.evolve(what, because=None)


def _step(what: StepDone, sight: Sight, known: Collaboration) -> StepDone:
    def there(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(one for one in ids if _there(one, sight, known))

    split, merged = what.split, what.merged
    if isinstance(split, Split):
        into = tuple((id, parties(who, sight)) for id, who in split.into if there((id,)))
        heir = split.heir if split.heir and there((split.heir,)) else None
        split = attrs.evolve(split, into=into, heir=heir)
    if isinstance(merged, Merged):
        merged = attrs.evolve(merged, cases=there(merged.cases))
    return attrs.evolve(
        what,
        opens="" if what.opens and not there((what.opens,)) else what.opens,
        facts=_facts(what.facts, sight),
        documents=tuple(_document(one, sight) for one in what.documents
                        if sight.document(one.name)),
        roles=tuple((role, parties(who, sight)) for role, who in what.roles),
        joined=tuple(pair for pair in what.joined if sight.party(pair[1])),
        left=tuple(pair for pair in what.left if sight.party(pair[1])),
        rests_on=what.rests_on if what.rests_on and there((what.rests_on,)) else None,
        moves=what.moves if sight.money else (),
        for_each=parties(what.for_each, sight),
        split=split,
        merged=merged,
        explanation=_text(what.explanation, sight),
        cause=None,
    )  # fmt: skip


def _facts(given: tuple[FactValue, ...], sight: Sight) -> tuple[FactValue, ...]:
    found = facts(given, sight)
    if sight.texts:
        return found
    return tuple(
        attrs.evolve(one, value=Sealed("")) if isinstance(one.value, Sealed) else one
        for one in found
    )


def _document(document: DocumentIn, sight: Sight) -> DocumentIn:
    return attrs.evolve(document, title=_text(document.title, sight))


def _text(sealed: Sealed | None, sight: Sight, own: bool = False) -> Sealed | None:
    return sealed if sight.texts or own else None
