"""A whole collaboration as a report or an export gets it: as it stands on a day, and speaking.

No store, no engine and no clock is in it: values, and pure answers that are worked out when they
are asked. Who makes one is `engine.wholes`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Protocol

import attrs

from samenwerk.values.case import Case, Collaboration
from samenwerk.values.cell import Value
from samenwerk.values.errors import SamenwerkError
from samenwerk.values.event import Line, RecordedEvent, Sealed
from samenwerk.values.ledger import Ledger
from samenwerk.values.message import Message, Name
from samenwerk.values.obligation import Obligation
from samenwerk.values.waiting import Due, Start, Task

_SEAL = re.compile(r'"sealed":"([0-9a-f]{64})"')

NO_TEXTS: Mapping[str, str] = MappingProxyType({})


def _frozen(texts: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType(dict(texts))


@attrs.frozen
class Point:
    """One thing in a list, with what stands below it."""

    text: str
    below: tuple[Point, ...] = ()


class Speaks(Protocol):
    """Who says things in one language, with the labels of the workflow and the register."""

    def say(self, message: Message) -> str:
        """A message as one line of clean text, without a capital or a full stop of its own."""

    def sentence(self, message: Message) -> str:
        """A message as a whole sentence."""

    def tell(self, value: object) -> str:
        """A value as people write it: a day, an amount, a `Name` by its label, a list."""

    def event(self, event: RecordedEvent) -> str:
        """One recorded event on one line: the day, who, and what."""

    def needed(self, needed: Obligation) -> tuple[Point, ...]:
        """What is still needed: the tree of acts as points; none when nothing is."""

    def fault(self, fault: SamenwerkError) -> str:
        """What went wrong, in a sentence."""


@attrs.frozen
class Course:
    """The states of a lifecycle: the way straight on in that order, and those `aside` of it.

    `under` is the lifecycle that it hangs under. In a state that `stops`, the clock stands still.
    """

    name: str
    main: tuple[str, ...]
    aside: tuple[str, ...] = ()
    final: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()
    under: str | None = None


class Answers(Protocol):
    """What can be worked out about a collaboration, asked through the whole."""

    def speaker(self, lang: str) -> Speaks:
        """Who speaks this language."""

    def steps(self, case: str) -> tuple[str, ...]:
        """The steps that move the case on from where it is."""

    def can(self, step: str, case: str) -> tuple[str, ...] | None:
        """Who can do a step now; None when something is needed first."""

    def needs(self, step: str, case: str) -> Obligation:
        """What is still needed before a step."""

    def todo(self, party: str) -> tuple[Task, ...]:
        """What a party can do, and what others wait for from it."""

    def start(self, step: str, case: str) -> Start | None:
        """When work on a step must begin at the latest."""

    def courses(self) -> tuple[Course, ...]:
        """The lifecycles, each followed by those that hang under it; none when nobody can tell."""

    def ledger(self, record: tuple[Line, ...]) -> Ledger | None:
        """Every amount that was moved by this record; None when nobody can tell."""


@attrs.frozen
class Written:
    """The workflow that is in effect: name, version, digest, labels, where it was agreed, and
    what it is for."""

    name: str
    version: str
    digest: str
    labels: Mapping[str, str] = attrs.field(factory=dict, eq=False, converter=_frozen)
    source: str | None = attrs.field(default=None, eq=False)
    purpose: Mapping[str, str] = attrs.field(factory=dict, eq=False, converter=_frozen)

    def why(self, lang: str) -> str | None:
        """What the parties do this for, in this language if it says so; None if it says nothing.

        >>> Written("regio", "1", "", purpose={"nl": "Langer thuis."}).why("en")
        'Langer thuis.'
        """
        said = (self.purpose.get(lang, ""), *self.purpose.values())
        return next((one for one in said if one.strip()), None)


@attrs.frozen(eq=False, slots=False)
class Whole:
    """One collaboration as it stands on `day`, with its record.

    `since` is the day from which a reader wants to know what happened, if she said so. `due`
    holds the days that are coming, those of plugins among them; `faults` say what
    could not be told, and why. `texts` are free texts by their seal, and empty unless they were
    asked for; a fact of type text is worth its seal. `lang` is the language of who asks: a report
    is told it apart, an export that holds sentences looks here. Nothing in it can be changed.
    """

    collaboration: Collaboration
    day: date
    workflow: Written
    record: tuple[Line, ...]
    due: tuple[Due, ...]
    answers: Answers = attrs.field(repr=False)
    since: date | None = None
    texts: Mapping[str, str] = attrs.field(default=NO_TEXTS, converter=_frozen)
    faults: tuple[SamenwerkError, ...] = ()
    lang: str = "nl"

    @functools.cached_property
    def history(self) -> tuple[RecordedEvent, ...]:
        """Everything that was recorded, in order."""
        return tuple(line.event for line in self.record)

    @functools.cached_property
    def cases(self) -> tuple[Case, ...]:
        """The cases in the order in which they were opened."""
        found = self.collaboration.cases.values()
        return tuple(sorted(found, key=lambda one: (one.opened.sequence, one.id)))

    def speaker(self, lang: str) -> Speaks:
        """Who says things in this language."""
        return self.answers.speaker(lang)

    def label(self, lang: str, family: str, name: str) -> str:
        """What something is called: `whole.label("nl", "state", "project.running")`."""
        return self.speaker(lang).tell(Name(family, name))

    def fact(self, case: Case, name: str, of: str | None = None) -> Value | None:
        """What is recorded under this name in a case; None when nothing is."""
        entry = case.entry("facts", name, of)
        return None if entry is None else entry.value

    def text(self, sealed: str | Sealed | None) -> str | None:
        """The free text behind a seal; None when it was not given along or was erased."""
        seal = sealed.sealed if isinstance(sealed, Sealed) else sealed
        return None if seal is None else self.texts.get(seal)

    def steps(self, case: str) -> tuple[str, ...]:
        """The steps that move a case on from where it is, as `lifecycle.step`.

        None of them pauses it; one that ends it is only among them where nothing else moves it on
        and no open case is below it.
        """
        return self.answers.steps(case)

    def can(self, step: str, case: str) -> tuple[str, ...] | None:
        """Who can do a step of a case now, filling in what goes with it; None when something is
        needed first. Takes a tenth of the time that `needs` takes."""
        return self.answers.can(step, case)

    def needs(self, step: str, case: str) -> Obligation:
        """What is still needed before a step of a case; worked out now."""
        return self.answers.needs(step, case)

    def start(self, step: str, case: str) -> Start | None:
        """When work on a step must begin at the latest for it to be in time; worked out now.

        None where the workflow names no last day for it, or that day has passed.
        """
        return self.answers.start(step, case)

    def todo(self, party: str) -> tuple[Task, ...]:
        """What a party can do, and what others wait for from it; worked out now."""
        return self.answers.todo(party)

    @functools.cached_property
    def courses(self) -> tuple[Course, ...]:
        """The lifecycles of the workflow, each followed by those that hang under it."""
        return self.answers.courses()

    @functools.cached_property
    def ledger(self) -> Ledger | None:
        """Every amount that was moved, as recorded; None when the workflow cannot be read."""
        return self.answers.ledger(self.record)


def seals(line: Line) -> tuple[str, ...]:
    """The seals of the free texts that a line of the record speaks of, in order."""
    return seals_of(line.body)


def seals_of(body: str) -> tuple[str, ...]:
    """The seals of the free texts that a line speaks of by its text, in order."""
    return tuple(dict.fromkeys(_SEAL.findall(body)))


def seals_in(event: RecordedEvent) -> tuple[str, ...]:
    """The seals of the free texts that an event speaks of, which has no line of its own."""
    found: list[str] = []

    def look(value: object) -> None:
        if isinstance(value, Sealed):
            found.append(value.sealed)
            return
        kind: Any = type(value)
        names = _fields(kind)
        inner = value if isinstance(value, tuple) else [getattr(value, name) for name in names]
        for one in inner:
            if type(one) not in _BARE:  # most that is recorded is; a call for each takes long
                look(one)

    look(event.what)
    return tuple(dict.fromkeys(found))


_BARE = frozenset({str, int, bool, date, type(None)})
"""What nothing is in."""


@functools.cache
def _fields(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in getattr(kind, "__attrs_attrs__", ()))
