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
from typing import Protocol

import attrs

from samenwerk.core.worklists import Due, Task
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.cell import Value
from samenwerk.values.errors import SamenwerkError
from samenwerk.values.event import Line, RecordedEvent, Sealed
from samenwerk.values.message import Message, Name
from samenwerk.values.obligation import Obligation

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


class Answers(Protocol):
    """What can be worked out about a collaboration, asked through the whole."""

    def speaker(self, lang: str) -> Speaks:
        """Who speaks this language."""

    def steps(self, case: str) -> tuple[str, ...]:
        """The steps that move the case on from where it is."""

    def needs(self, step: str, case: str) -> Obligation:
        """What is still needed before a step."""

    def todo(self, party: str) -> tuple[Task, ...]:
        """What a party can do, and what others wait for from it."""


@attrs.frozen
class Written:
    """The workflow that is in effect: its name, version and digest, and its labels."""

    name: str
    version: str
    digest: str
    labels: Mapping[str, str] = attrs.field(factory=dict, eq=False, converter=_frozen)


@attrs.frozen(eq=False, slots=False)
class Whole:
    """One collaboration as it stands on `day`, with its record.

    `since` is the day from which a reader wants to know what happened, if she said so. `due`
    holds the days that are coming, those of plugins among them; `faults` say what
    could not be told, and why. `texts` are free texts by their seal, and empty unless they were
    asked for; a fact of type text is worth its seal. Nothing in it can be changed.
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

    def needs(self, step: str, case: str) -> Obligation:
        """What is still needed before a step of a case; worked out now."""
        return self.answers.needs(step, case)

    def todo(self, party: str) -> tuple[Task, ...]:
        """What a party can do, and what others wait for from it; worked out now."""
        return self.answers.todo(party)


def seals(line: Line) -> tuple[str, ...]:
    """The seals of the free texts that a line of the record speaks of, in order."""
    return tuple(dict.fromkeys(_SEAL.findall(line.body)))
