"""The record for reading: each event on a line of its own, with who did what and when.

Texts that were erased are shown as such. Whether the chain verifies is told elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from zoneinfo import ZoneInfo

from samenwerk.core.effected import EFFECTS
from samenwerk.core.facts import facts_of
from samenwerk.core.wording import value_name
from samenwerk.language.catalogue import Speaker
from samenwerk.language.clean import one_line
from samenwerk.language.effects import effect_extras, effect_happened
from samenwerk.language.layout import WIDTH, wrap
from samenwerk.language.moved_over import moved_over
from samenwerk.language.values import quoted
from samenwerk.values.declared import Workflow
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
    Movement,
    PositionGiven,
    RecordedEvent,
    Sealed,
    StepDone,
    TextsErased,
)
from samenwerk.values.message import Name

Unseal = Callable[[str], str | None]
"""From a seal to the text behind it; None when it was erased, WITHHELD when it is not told here."""

WITHHELD = "\0"


def render_history(
    events: Iterable[RecordedEvent],
    speaker: Speaker,
    unseal: Unseal,
    zone: str = "Europe/Amsterdam",
    width: int = WIDTH,
) -> str:
    """The events in their order, each on a line that is wrapped to `width` under its start.

    `zone` is that of the workflow: an act that was recorded on another day than it counts
    on says so. Without events the text is empty.
    """
    rows: list[str] = []
    for event in events:
        rows += wrap(event_line(event, speaker, unseal, zone), width, f"{event.sequence:>4}  ")
    return "\n".join(rows)


def event_line(
    event: RecordedEvent, speaker: Speaker, unseal: Unseal, zone: str = "Europe/Amsterdam"
) -> str:
    """One event without its sequence: day, who, what, with all that was recorded by it."""
    speaker = speaker.inside(event.lifecycle)
    day = speaker.tell(event.effective)
    recorded = event.recorded.astimezone(ZoneInfo(zone)).date()
    if recorded != event.effective:
        day = speaker.words("history.recorded", day=event.effective, recorded=recorded)
    told = [_what(event, speaker, unseal), *_extras(event, speaker, unseal)]
    return one_line(f"{day}  {_who(event, speaker)}: {'; '.join(told)}")


def _who(event: RecordedEvent, speaker: Speaker) -> str:
    if event.actor is None:
        by_itself = isinstance(event.what, StepDone)
        return speaker.words("history.by_itself" if by_itself else "history.by_nobody")
    notes = []
    if event.on_behalf_of not in (None, event.actor):
        notes.append(speaker.words("history.behalf", party=Name("party", event.on_behalf_of or "")))
    if event.mandate:
        notes.append(speaker.words("history.mandate", mandate=Name("mandate", event.mandate)))
    actor = speaker.labels.party(event.actor)
    return f"{actor} ({', '.join(notes)})" if notes else actor


def _what(event: RecordedEvent, speaker: Speaker, unseal: Unseal) -> str:
    what, case = event.what, event.case or ""
    match what:
        case CollaborationStarted(workflow=workflow, rehearsal=rehearsal):
            id = "history.rehearsal" if rehearsal else "history.started"
            return speaker.words(id, workflow=workflow)
        case Enrolled():
            return speaker.words("history.enrolled", lines=_enrolled(what, speaker))
        case StepDone():
            return _step(event, what, speaker)
        case PositionGiven(decision=decision, position=position):
            return speaker.words(
                "history.position",
                position=position,
                decision=Name(
                    voice_family(speaker.workflow, decision, event.lifecycle or ""), decision
                ),
                case=case,
            )
        case FactRecorded(fact=fact):
            return speaker.words("history.fact", fact=_fact(fact, speaker, unseal), case=case)
        case DocumentHandedIn(document=document):
            told = _document(document, speaker, unseal)
            return speaker.words("history.document", document=told, case=case)
        case DefinitionChanged() | CaseMoved() | CaseKept():
            return moved_over(what, event.definition, case, speaker)
        case EffectAsked() | EffectDone() | EffectFailed() | EffectAgain() | EffectDropped():
            return effect_happened(what, case, speaker)
        case TextsErased(seals=seals):
            return speaker.words("history.texts_erased", count=len(seals))


def voice_family(workflow: Workflow | None, name: str, lifecycle: str) -> str:
    """Whether a position under this name is given in a decision or in a say."""
    if workflow is None or workflow.in_lifecycle(workflow.decisions, lifecycle, name) is not None:
        return "decision"
    return "say"


def _step(event: RecordedEvent, what: StepDone, speaker: Speaker) -> str:
    lifecycle = event.lifecycle or ""
    states = [
        Name("state", f"{lifecycle}.{state}")
        for state in (event.from_state or "", event.to_state or "")
    ]
    params: dict[str, object] = {
        "step": Name("step", f"{lifecycle}.{event.step}"),
        "case": event.case,
        "lifecycle": Name("lifecycle", lifecycle),
        "from": states[0],
        "to": states[1],
    }
    if what.breach:
        id = "history.breach_opened" if what.opens is not None else "history.breach"
    elif what.opens is not None:
        id = "history.opened" if what.of is None else "history.opened_of"
        params["party"] = Name("party", what.of or "")
    elif not what.moved or event.from_state == event.to_state:
        id = "history.stayed"
    else:
        id = "history.back" if what.back else "history.moved"
    return speaker.words(id, **params)


def _extras(event: RecordedEvent, speaker: Speaker, unseal: Unseal) -> list[str]:
    """What else was recorded by the same act."""
    what = event.what
    told: list[str] = []
    if isinstance(what, PositionGiven) and what.reasons is not None:
        told.append(speaker.words("history.reasons", text=_text(what.reasons, speaker, unseal)))
    if isinstance(what, FactRecorded) and what.plugin:
        told.append(speaker.words("history.plugin", plugin=what.plugin))
    if isinstance(what, EFFECTS):
        told += [_fact(fact, speaker, unseal) for fact in facts_of(what)]
        told += effect_extras(what, speaker, unseal)
    if isinstance(what, TextsErased) and what.because is not None:
        told.append(speaker.words("history.reasons", text=_text(what.because, speaker, unseal)))
    if isinstance(what, StepDone):
        told += [_fact(fact, speaker, unseal) for fact in what.facts]
        told += [_document(document, speaker, unseal) for document in what.documents]
        told += _holders(event, what, speaker)
        if what.split is not None:
            for id, who in what.split.into:
                names = tuple(Name("party", one) for one in who)
                told.append(speaker.words("history.split", case=id, who=names))
            if what.split.heir is not None:
                told.append(speaker.words("history.heir", case=what.split.heir))
        if what.merged is not None:
            told.append(speaker.words("history.merged", cases=what.merged.cases))
        if what.stopped:
            told.append(speaker.words("history.stopped", count=what.stopped))
        if what.rests_on is not None:
            told.append(speaker.words("history.rests_on", base=what.rests_on))
        told += [_movement(one, speaker) for one in what.moves]
        if what.explanation is not None:
            text = _text(what.explanation, speaker, unseal)
            told.append(speaker.words("history.explanation", text=text))
        if what.waits:
            told.append(speaker.words("history.waits"))
        if what.over:
            told.append(speaker.words("history.over"))
    return told


def _movement(movement: Movement, speaker: Speaker) -> str:
    ends = {"out_of": _end(movement.out_of, speaker), "into": _end(movement.into, speaker)}
    return speaker.words("history.movement", amount=movement.amount, **ends)


def _end(end: str, speaker: Speaker) -> str:
    if not end.startswith("pool "):
        return speaker.words(f"history.end.{end}")
    name, _, year = end.removeprefix("pool ").partition(" ")
    return f"{speaker.labels.of('pool', name)} {year}".strip()


def _holders(event: RecordedEvent, what: StepDone, speaker: Speaker) -> list[str]:
    """Who came to hold which role, and who no longer does."""

    def label(role: str) -> str:
        return speaker.labels.of("role", f"{event.lifecycle}.{role}")

    told = []
    for role, who in what.roles:
        names = ", ".join(speaker.labels.party(one) for one in who)
        told.append(f"{label(role)}: {names}" if names else f"{label(role)}: -")
    if what.for_each:
        told.append(speaker.words("history.for", who=speaker.parties(what.for_each)))
    for id, pairs in (("history.joined", what.joined), ("history.left", what.left)):
        told += [
            speaker.words(id, role=label(role), party=speaker.labels.party(party))
            for role, party in pairs
        ]
    return told


def _enrolled(what: Enrolled, speaker: Speaker) -> list[str]:
    counts = {
        "parties": what.parties,
        "sits": what.sits,
        "holds": what.holds,
        "gives": what.gives,
        "regions": what.regions,
    }
    return [
        speaker.words(f"history.{name}", count=len(lines))
        for name, lines in counts.items()
        if lines
    ]


def _fact(fact: FactValue, speaker: Speaker, unseal: Unseal) -> str:
    sealed = isinstance(fact.value, Sealed)
    value = _text(fact.value, speaker, unseal) if isinstance(fact.value, Sealed) else fact.value
    told = value_name(fact.name, fact.type, value)
    params = {"fact": Name("fact", fact.name), "value": value if sealed else speaker.tell(told)}
    if fact.who is None:
        return speaker.words("history.value", **params)
    return speaker.words("history.value_of", **params, party=Name("party", fact.who))


def _document(document: DocumentIn, speaker: Speaker, unseal: Unseal) -> str:
    name = Name("document", document.name)
    if document.title is None:
        return speaker.tell(name)
    title = _text(document.title, speaker, unseal)
    return speaker.words("history.titled", document=name, title=title)


def _text(sealed: Sealed, speaker: Speaker, unseal: Unseal) -> str:
    text = unseal(sealed.sealed)
    if text is None or text == WITHHELD:
        return speaker.words("history.erased" if text is None else "history.withheld")
    return quoted([text])[0]


WORDING = {
    "nl": {
        "history.movement": "{amount} van {out_of} naar {into}",
        "history.end.case": "dit dossier",
        "history.end.outside": "buiten",
        "history.recorded": "{day} (vastgelegd op {recorded})",
        "history.by_itself": "vanzelf",
        "history.by_nobody": "het systeem",
        "history.behalf": "namens {party}",
        "history.mandate": "met mandaat {mandate}",
        "history.started": "de samenwerking is begonnen, volgens werkwijze {workflow}",
        "history.rehearsal": "een oefening is begonnen, volgens werkwijze {workflow}",
        "history.enrolled": "in het register: {lines}",
        "history.parties": "{count} {count|partij|partijen}",
        "history.sits": "{count} {count|plaats|plaatsen} aan tafel",
        "history.holds": "{count} {count|rol|rollen}",
        "history.gives": "{count} {count|mandaat|mandaten}",
        "history.regions": "{count} {count|plaats|plaatsen} in een regio",
        "history.breach_opened": "{step}, hoewel dat niet mocht; dossier {case} ({lifecycle}) is "
        "nu {to}",
        "history.breach": "{step}, hoewel dat niet mocht; dossier {case} gaat van {from} naar {to}",
        "history.opened": "{step}; dossier {case} ({lifecycle}) is nu {to}",
        "history.opened_of": "{step}; dossier {case} ({lifecycle} van {party}) is nu {to}",
        "history.split": "nieuw dossier {case}: {who}",
        "history.heir": "{case} erft de stukken, het geld en de dossiers eronder",
        "history.merged": "hierin opgegaan: {cases}",
        "history.stopped": "de klok stond {count} {count|dag|dagen} stil",
        "history.rests_on": "dit bouwt voort op dossier {base}",
        "history.moved": "{step}; dossier {case} gaat van {from} naar {to}",
        "history.back": "{step}; dossier {case} gaat terug van {from} naar {to}",
        "history.stayed": "{step}, in dossier {case}",
        "history.waits": "het wachten is op de anderen",
        "history.over": "hiermee is het dossier klaar",
        "history.for": "voor {who}",
        "history.joined": "{party} wordt {role}",
        "history.left": "{party} is geen {role} meer",
        "history.position": "standpunt {position} over {decision}, in dossier {case}",
        "history.reasons": "reden: {text}",
        "history.fact": "{fact}, in dossier {case}",
        "history.value": "{fact} is {value}",
        "history.value_of": "{fact} van {party} is {value}",
        "history.plugin": "volgens plugin {plugin}",
        "history.document": "{document} ingediend, in dossier {case}",
        "history.titled": "{document} {title}",
        "history.explanation": "uitleg: {text}",
        "history.texts_erased": "{count} {count|tekst is|teksten zijn} gewist",
        "history.erased": "(tekst gewist)",
        "history.withheld": "(tekst staat hier niet)",
    },
    "en": {
        "history.movement": "{amount} from {out_of} to {into}",
        "history.end.case": "this case",
        "history.end.outside": "outside",
        "history.recorded": "{day} (recorded on {recorded})",
        "history.by_itself": "by itself",
        "history.by_nobody": "the system",
        "history.behalf": "on behalf of {party}",
        "history.mandate": "by mandate {mandate}",
        "history.started": "the collaboration began, by workflow {workflow}",
        "history.rehearsal": "a rehearsal began, by workflow {workflow}",
        "history.enrolled": "in the register: {lines}",
        "history.parties": "{count} {count|party|parties}",
        "history.sits": "{count} {count|seat|seats} at a table",
        "history.holds": "{count} {count|role|roles}",
        "history.gives": "{count} {count|mandate|mandates}",
        "history.regions": "{count} {count|place|places} in a region",
        "history.breach_opened": "{step}, though it was not allowed; case {case} ({lifecycle}) is "
        "now {to}",
        "history.breach": "{step}, though it was not allowed; case {case} goes from {from} to {to}",
        "history.opened": "{step}; case {case} ({lifecycle}) is now {to}",
        "history.opened_of": "{step}; case {case} ({lifecycle} of {party}) is now {to}",
        "history.split": "new case {case}: {who}",
        "history.heir": "{case} inherits the documents, the money and the cases below",
        "history.merged": "merged into it: {cases}",
        "history.stopped": "the clock stood still for {count} {count|day|days}",
        "history.rests_on": "this builds on case {base}",
        "history.moved": "{step}; case {case} goes from {from} to {to}",
        "history.back": "{step}; case {case} goes back from {from} to {to}",
        "history.stayed": "{step}, in case {case}",
        "history.waits": "waiting for the others",
        "history.over": "with this the case is done",
        "history.for": "for {who}",
        "history.joined": "{party} becomes {role}",
        "history.left": "{party} is no {role} any more",
        "history.position": "position {position} on {decision}, in case {case}",
        "history.reasons": "reason: {text}",
        "history.fact": "{fact}, in case {case}",
        "history.value": "{fact} is {value}",
        "history.value_of": "{fact} of {party} is {value}",
        "history.plugin": "according to plugin {plugin}",
        "history.document": "{document} handed in, in case {case}",
        "history.titled": "{document} {title}",
        "history.explanation": "explanation: {text}",
        "history.texts_erased": "{count} {count|text was|texts were} erased",
        "history.erased": "(text erased)",
        "history.withheld": "(text not told here)",
    },
}
