"""Recorded events: what the stream of a collaboration consists of.

Nothing in a stream is ever changed or removed. Free text about people is not in it: an event
holds a salted digest (`Sealed`), and the text itself stands beside the stream, where the law
can have it erased while the chain still verifies.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

import attrs

from samenwerk.values.cell import Value
from samenwerk.values.finding import FindingRecord
from samenwerk.values.register import Giving, Holding, Located, Party, Seat

SCHEMA = 1


@attrs.frozen
class Sealed:
    """The salted SHA-256 of a text that stands beside the stream."""

    sealed: str


@attrs.frozen
class SealedText:
    """The text behind a digest, kept where it can be erased."""

    sealed: str
    salt: str
    text: str


@attrs.frozen
class FactValue:
    """A fact as recorded: its name, declared type, value, and whose it is."""

    name: str
    type: str
    value: Value | Sealed
    who: str | None = None


@attrs.frozen
class DocumentIn:
    """A document as handed in."""

    name: str
    title: Sealed | None = None


@attrs.frozen
class CollaborationStarted:
    """The first event of every stream."""

    workflow: str
    zone: str
    rehearsal: bool


@attrs.frozen
class Enrolled:
    """Lines that came into the register."""

    parties: tuple[Party, ...] = ()
    sits: tuple[Seat, ...] = ()
    holds: tuple[Holding, ...] = ()
    gives: tuple[Giving, ...] = ()
    regions: tuple[Located, ...] = ()


@attrs.frozen
class Movement:
    """An amount that went from one end to another.

    An end is "pool NAME" (with a year behind it when it has amounts by year), "case" for the
    case of the event, or "outside".
    """

    amount: Decimal
    out_of: str
    into: str


@attrs.frozen
class Split:
    """A case went into several: of which role the holders were divided, and who goes where.

    The new cases are in `state`; `kept` when they have been there as long as this one was. With
    an `heir` that one has the documents, the money and the cases below, else all have the
    documents.
    """

    role: str
    into: tuple[tuple[str, tuple[str, ...]], ...]
    state: str
    kept: bool = False
    heir: str | None = None


@attrs.frozen
class Merged:
    """Other cases that came into this one with what they held, and the state they ended in."""

    cases: tuple[str, ...]
    state: str


@attrs.frozen(slots=False)
class StepDone:
    """A step was done: it opened a case, moved it, or left it where it was.

    `opens` is the parent of a new case ("" for one that hangs under nothing). `moved` is
    False where the case stays in its state; `waits` says that others have yet to do the step
    as well. `back` says that the case returned.
    `of` is the party of which the new case is, where each has a copy of its own; `rests_on`
    the earlier case that it builds on. `stopped` says for how many days the clock stood still,
    when the case leaves a state in which it does. `breach`: the step was
    refused and happened all the same.
    `roles` are roles of the case with those who hold them from now on, `joined` and `left` roles
    that one party came to hold beside others, or holds no longer. `cause` is the sequence of the
    event that set off a step nobody did. `for_each` are the parties for whom it was done.
    """

    opens: str | None = None
    moved: bool = True
    waits: bool = False
    back: bool = False
    breach: bool = False
    over: bool = False
    facts: tuple[FactValue, ...] = ()
    documents: tuple[DocumentIn, ...] = ()
    roles: tuple[tuple[str, tuple[str, ...]], ...] = ()
    joined: tuple[tuple[str, str], ...] = ()
    left: tuple[tuple[str, str], ...] = ()
    of: str | None = None
    rests_on: str | None = None
    moves: tuple[Movement, ...] = ()
    for_each: tuple[str, ...] = ()
    stopped: int | None = None
    split: Split | None = None
    merged: Merged | None = None
    explanation: Sealed | None = None
    cause: int | None = None


@attrs.frozen
class PositionGiven:
    """A party gave its position in a decision."""

    decision: str
    position: str
    reasons: Sealed | None = None


@attrs.frozen
class FactRecorded:
    """A fact became known; `plugin` names who answered it when no party did."""

    fact: FactValue
    plugin: str | None = None


@attrs.frozen
class DocumentHandedIn:
    """A document was handed in."""

    document: DocumentIn


@attrs.frozen
class DefinitionChanged:
    """Another definition took effect: that of the event, for every case opened from now on.

    `was` is the digest of the one before it.
    """

    workflow: str
    was: str


@attrs.frozen
class CaseMoved:
    """A case came under the definition of the event; `was` is the digest of its former one.

    `states` are pairs of the former name of a state and its name from now on; `gone` are the
    states that the case came through and that are no longer there.
    """

    was: str
    states: tuple[tuple[str, str], ...] = ()
    gone: tuple[str, ...] = ()


@attrs.frozen
class CaseKept:
    """A case stays under the definition of the event while another took effect (`instead_of`).

    `clause` names the transitional clause that keeps it, `until` the last day on which that
    does; without a clause it `cannot` be moved: pairs of a reason and what it is about.
    """

    instead_of: str
    clause: str | None = None
    until: date | None = None
    cannot: tuple[tuple[str, str], ...] = ()


@attrs.frozen
class EffectAsked:
    """An effect is to come about outside, because of the step at sequence `cause`; 0: because of
    a day that is coming, of which a party is reminded.

    `plugin` is what brings it about, as `plugin.effect`. `given` and `roles` are what it gets
    along; free text only as its seal. `records` and `gives` name the facts in which the outcome
    is kept. `key` tells this effect from every other, also outside.
    """

    effect: str
    plugin: str
    key: str
    cause: int
    given: tuple[FactValue, ...] = ()
    roles: tuple[tuple[str, tuple[str, ...]], ...] = ()
    records: str | None = None
    gives: tuple[tuple[str, str], ...] = ()


@attrs.frozen
class EffectDone:
    """An effect came about. `plugin` says which one did it, with its version.

    `looked_up`: it turned out to have come about at an earlier attempt. `facts` are what became
    known by it.
    """

    effect: str
    key: str
    plugin: str | None = None
    attempts: int = 1
    looked_up: bool = False
    facts: tuple[FactValue, ...] = ()


@attrs.frozen
class EffectFailed:
    """An effect did not come about, also not at the last attempt; a person decides further.

    `fault` is one word for what went wrong, `said` what the plugin said of it.
    """

    effect: str
    key: str
    plugin: str | None = None
    attempts: int = 1
    fault: str = ""
    said: Sealed | None = None


@attrs.frozen
class EffectAgain:
    """Somebody has an effect that failed sent again."""

    effect: str
    key: str


@attrs.frozen
class EffectDropped:
    """Somebody gave an effect up: it is not sent any more."""

    effect: str
    key: str
    because: Sealed | None = None


@attrs.frozen
class TextsErased:
    """Free texts were erased, for the law asked for it: their seals, and why. The texts stand
    nowhere any more; the events that speak of them are as they were."""

    seals: tuple[str, ...]
    because: Sealed | None = None


Happened: TypeAlias = (
    CollaborationStarted
    | Enrolled
    | StepDone
    | PositionGiven
    | FactRecorded
    | DocumentHandedIn
    | DefinitionChanged
    | CaseMoved
    | CaseKept
    | EffectAsked
    | EffectDone
    | EffectFailed
    | EffectAgain
    | EffectDropped
    | TextsErased
)
"""What an event can be about; the class is its type."""


@attrs.frozen(kw_only=True, slots=False)
class RecordedEvent:
    """One line of the record. `before` is the hash of the event before it."""

    collaboration: str
    sequence: int
    id: str
    command: str
    effective: date
    recorded: datetime
    definition: str
    what: Happened
    before: str
    actor: str | None = None
    on_behalf_of: str | None = None
    mandate: str | None = None
    case: str | None = None
    lifecycle: str | None = None
    step: str | None = None
    from_state: str | None = None
    to_state: str | None = None
    findings: tuple[FindingRecord, ...] = ()
    schema: int = SCHEMA


@attrs.frozen(slots=False)
class Line:
    """A recorded event with its canonical text and the hash of that text, as the store keeps it."""

    event: RecordedEvent
    body: str
    hash: str
