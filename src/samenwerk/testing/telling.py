"""Given, when, then: a story told in Python, on a real room over a store in memory.

    story = given(workflow, plugins=plugins, parties=("noord", "zuid"))
    story.does("sharing.begin", case="v").records("contribution", 300, of="noord")
    then = story.when.does("sharing.agree")
    assert then.verdict == "not_yet"

What is told before `when` must go through; what is told after it may be refused. Nothing here
stands in for a part of samenwerk.
"""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from samenwerk.engine import Engine, Room
from samenwerk.scenarios.compare import names_of
from samenwerk.store.memory import MemoryStore
from samenwerk.testing.building import Building
from samenwerk.values.cell import Value
from samenwerk.values.declared import Workflow
from samenwerk.values.event import FactRecorded
from samenwerk.values.outcome import Outcome
from samenwerk.values.register import Holding, Party, Register, Span

if TYPE_CHECKING:
    from samenwerk.hooks.plugins import Plugins

FIRST_DAY = date(2027, 2, 1)
"""The day on which a story begins, unless it says another."""

Comes = TypeVar("Comes")


class Acts(ABC, Generic[Comes]):
    """What can be done in a story; who does not say who acts, or where, means the latest said."""

    @abstractmethod
    def _story(self) -> Story: ...

    @abstractmethod
    def _come(self, outcome: Outcome) -> Comes: ...

    def does(
        self, step: str, case: str | None = None, by: str | None = None, **told: Any
    ) -> Comes:
        """A step, as `lifecycle.step`; more as `Room.do` takes it."""
        story = self._story()
        at, who = story.at(case), story.actor(by)
        return self._come(story.room.do(step, case=at, actor=who, day=story.day, **told))

    def asks(
        self, step: str, case: str | None = None, by: str | None = None, **told: Any
    ) -> Comes:
        """What would come of a step; nothing is recorded."""
        story = self._story()
        at, who = story.at(case), story.actor(by)
        return self._come(story.room.ask(step, case=at, actor=who, day=story.day, **told))

    def records(
        self, fact: str, value: Value, of: str | None = None, case: str | None = None,
        by: str | None = None,
    ) -> Comes:  # fmt: skip
        """A fact; `of` is the party it is about when it is kept per party."""
        story = self._story()
        at, who = story.at(case), story.actor(by)
        outcome = story.room.record(fact, value, who=of, case=at, actor=who, day=story.day)
        return self._come(outcome)

    def hands_in(
        self, document: str, title: str = "-", case: str | None = None, by: str | None = None
    ) -> Comes:
        """A document, under a title."""
        story = self._story()
        at, who = story.at(case), story.actor(by)
        outcome = story.room.hand_in(document, title, case=at, actor=who, day=story.day)
        return self._come(outcome)

    def says(
        self, position: str, about: str, case: str | None = None, by: str | None = None,
        reasons: str | None = None,
    ) -> Comes:  # fmt: skip
        """A position in a decision: for, against, object, abstain or ask."""
        story = self._story()
        at, who = story.at(case), story.actor(by)
        outcome = story.room.say(
            about, position, reasons=reasons, case=at, actor=who, day=story.day
        )
        return self._come(outcome)

    def settles(self) -> Comes:
        """What time, or what is so, has made due."""
        story = self._story()
        return self._come(story.room.settle(day=story.day))


class Story(Acts["Story"]):
    """A story on its way. `room` is where it plays: ask it whatever else there is to ask."""

    def __init__(
        self, workflow: Workflow, register: Register, plugins: Plugins | None, day: date
    ) -> None:
        self.day = day
        self._case = "case"
        self._actor: str | None = None
        engine = Engine(MemoryStore(), plugins=plugins, clock=self._noon)
        self.room: Room = engine.start(workflow, "story", day=day)
        self.room.enrol(
            parties=register.parties, sits=register.sits, holds=register.holds,
            gives=register.gives, regions=register.regions, day=day,
        )  # fmt: skip

    def _noon(self) -> datetime:
        return datetime.combine(self.day, time(12), UTC)

    def on(self, day: date) -> Story:
        """Go on at a later day."""
        self.day = day
        return self

    @property
    def when(self) -> When:
        """What is tried: the next act, which may be refused."""
        return When(self)

    @property
    def then(self) -> Then:
        """How it stands, with no act before it."""
        return Then(self, None)

    def at(self, case: str | None) -> str:
        """The case that is meant: the one said now, or else the latest."""
        self._case = case or self._case
        return self._case

    def actor(self, by: str | None) -> str:
        """Who acts: who is named now, or else who acted before, or else the first party."""
        first = next((one.id for one in self.room.collaboration.register.parties), "")
        self._actor = by or self._actor or first
        return self._actor

    def _story(self) -> Story:
        return self

    def _come(self, outcome: Outcome) -> Story:
        then = Then(self, outcome)
        if not outcome.carried_out and not outcome.allowed:
            raise AssertionError(f"what was given cannot be:\n{then.says('en')}")
        return self


class When(Acts["Then"]):
    """The next act of a story; it gives what came of it."""

    def __init__(self, story: Story) -> None:
        self._told = story

    def _story(self) -> Story:
        return self._told

    def _come(self, outcome: Outcome) -> Then:
        return Then(self._told, outcome)


class Then:
    """What came of an act, and how it stands now, in words that can be compared."""

    def __init__(self, story: Story, outcome: Outcome | None) -> None:
        self.story = story
        self._outcome = outcome

    @property
    def outcome(self) -> Outcome:
        """The whole outcome; raises AssertionError when there was no act."""
        assert self._outcome is not None, "nothing was done yet: ask after an act"
        return self._outcome

    @property
    def verdict(self) -> str:
        """The word for it, as in a scenario: allowed, not_yet, not_you, never, ..."""
        return self.outcome.verdict.value

    @property
    def because(self) -> tuple[str, ...]:
        """The names of the rules and conditions that stand in the way, short, each once."""
        found = [name for one in self.outcome.unmet for name in names_of(one)]
        return tuple(dict.fromkeys(found))

    @property
    def truths(self) -> Mapping[str, int]:
        """Rule or condition to its truth: 0 is no, 1 not known, 2 yes."""
        return {
            name: one.truth for one in self.outcome.findings for name in names_of(one)
        }

    def says(self, lang: str = "nl") -> str:
        """What a person reads, in a language."""
        from samenwerk.front import render

        return render(self.outcome, lang, self.story.room)

    def state(self, case: str | None = None) -> str:
        """The state of a case, the latest when none is named; empty when it is not there."""
        found = self.story.room.collaboration.cases.get(self.story.at(case))
        return "" if found is None else found.state

    def fact(self, name: str, of: str | None = None, case: str | None = None) -> Value | None:
        """What is recorded under this name in a case; None when nothing is."""
        found = self.story.room.collaboration.cases.get(self.story.at(case))
        entry = None if found is None else found.entry("facts", name, of)
        return None if entry is None else entry.value

    @property
    def recorded(self) -> tuple[str, ...]:
        """What this act put in the record, in order: the kind of each event."""
        return tuple(type(event.what).__name__ for event in self.outcome.events)

    @property
    def told(self) -> Mapping[str, tuple[object, str]]:
        """The facts that plugins told with this act: by name the value, and the plugin."""
        return {
            event.what.fact.name: (event.what.fact.value, event.what.plugin)
            for event in self.outcome.events
            if isinstance(event.what, FactRecorded) and event.what.plugin is not None
        }

    @property
    def whole(self) -> bool:
        """Whether the record of the story holds together, from its first line to its last."""
        return self.story.room.verify().whole


def given(
    workflow: Workflow | Building | str | os.PathLike[str],
    *,
    plugins: Plugins | None = None,
    parties: Iterable[str] = ("noord", "oost", "zuid"),
    register: Register | None = None,
    day: date = FIRST_DAY,
) -> Story:
    """Begin a story: a workflow (or its building, name or folder), plugins, and who takes part.

    `plugins` are those there are (None: the installed ones). Who gives no `register` gets these
    parties, of a sort that the workflow has; the first of them holds every role. A folder with a
    `register.toml` brings its own. Raises NotReadable when the workflow has faults.
    """
    made, beside = _read(workflow, plugins)
    if register is None:
        register = beside or _enrolled(made, tuple(parties))
    return Story(made, register, plugins, day)


def _read(
    workflow: Workflow | Building | str | os.PathLike[str], plugins: Plugins | None
) -> tuple[Workflow, Register | None]:
    if isinstance(workflow, Workflow):
        return workflow, None
    if isinstance(workflow, Building):
        return workflow.read(plugins), None
    from samenwerk.front import located
    from samenwerk.scenarios.folder import read_folder
    from samenwerk.values.errors import NotReadable

    folder = read_folder(located(workflow), plugins)
    if folder.workflow is None or not folder.sound:
        raise NotReadable(folder.diagnostics)
    return folder.workflow, folder.registers.get("")


def _enrolled(workflow: Workflow, names: tuple[str, ...]) -> Register:
    sort = next(iter(workflow.sorts), "party")
    roles = [name for name, role in workflow.roles.items() if role.lifecycle is None]
    return Register(
        parties=tuple(
            Party(name, sort, (("nl", name.title()), ("en", name.title())), span=Span())
            for name in names
        ),
        holds=tuple(Holding(role, names[0]) for role in roles if names),
    )
