"""Playing scenarios through the real engine, on a store in memory that is thrown away.

What a story says is `story`; how what went otherwise is told is the work of who shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import attrs

from samenwerk.engine import Engine, Room
from samenwerk.scenarios.compare import Mismatch, compare
from samenwerk.scenarios.story import Act, Scenario
from samenwerk.store.contract import Kept
from samenwerk.store.memory import MemoryStore
from samenwerk.values.declared import Workflow
from samenwerk.values.errors import Misuse
from samenwerk.values.outcome import Outcome
from samenwerk.values.register import Register

COLLABORATION = "scenario"
"""What the collaboration of every story is called."""


@attrs.frozen(kw_only=True)
class ActPlayed:
    """An act with what came of it; `wrong` is empty when it went as the story says."""

    act: Act
    outcome: Outcome | None
    wrong: tuple[Mismatch, ...] = ()
    error: Misuse | None = None

    @property
    def passed(self) -> bool:
        """Whether it went as expected."""
        return not self.wrong and self.error is None

    @property
    def lost(self) -> bool:
        """Whether what follows can no longer go as the story says."""
        kinds = {one.what for one in self.wrong}
        return self.error is not None or bool(kinds & {"verdict", "state"})


@attrs.frozen(kw_only=True)
class Played:
    """A scenario with every act that was played, of its own story only.

    A story stops at an act after which the rest means nothing. `stuck` is the name of the
    scenario that it goes on from and that stopped: then nothing was played. `room` is the
    collaboration as the story left it.
    """

    scenario: Scenario
    acts: tuple[ActPlayed, ...] = ()
    stuck: str | None = None
    steps: int = 0
    room: Room | None = attrs.field(default=None, eq=False, repr=False)

    @property
    def passed(self) -> bool:
        """Whether the whole story went as it says."""
        return self.stuck is None and all(one.passed for one in self.acts)

    @property
    def lost(self) -> bool:
        """Whether nothing can go on from here."""
        return self.stuck is not None or any(one.lost for one in self.acts)


@attrs.frozen(eq=False)
class _Stage:
    """A collaboration as a story left it, for those that go on from it."""

    store: MemoryStore
    moment: datetime


class Player:
    """Plays scenarios of one workflow, each that others go on from only once.

    `registers` are those of the scenarios by file, the usual one under the empty name.
    `workflow_with` gives the workflow with other settings. `engine` makes an engine on a store,
    given the workflows in `known`.
    """

    def __init__(
        self,
        workflow: Workflow,
        scenarios: Iterable[Scenario],
        registers: Mapping[str, Register],
        *,
        workflow_with: Callable[[Scenario], Workflow] | None = None,
        engine: Callable[..., Engine] = Engine,
    ) -> None:
        self._workflow = workflow
        self._scenarios = {one.name: one for one in scenarios}
        self._registers = registers
        self._workflow_with = workflow_with
        self._engine = engine
        self._known = [workflow]
        self._stages: dict[str, _Stage | None] = {}

    def play_all(self, names: Iterable[str] | None = None) -> Iterator[Played]:
        """Play the scenarios of these names, or all, in the order of the file."""
        for name in self._scenarios if names is None else names:
            yield self.play(name)

    def play(self, name: str) -> Played:
        """Play one scenario, after those it goes on from."""
        scenario = self._scenarios[name]
        stage = self._before(scenario)
        if stage is None:
            self._stages[name] = None
            return Played(scenario=scenario, stuck=scenario.after)
        played, end = self._play(scenario, stage)
        self._stages[name] = None if played.lost else end
        return played

    def _on(self, store: MemoryStore) -> Engine:
        return self._engine(store, known=self._known)

    def _before(self, scenario: Scenario) -> _Stage | None:
        before = None if scenario.after is None else self._scenarios[scenario.after]
        if before is None or before.settings != scenario.settings:
            return self._fresh(scenario)
        assert scenario.after is not None
        if scenario.after not in self._stages:
            self.play(scenario.after)
        stage = self._stages[scenario.after]
        return None if stage is None else _Stage(copied(stage.store), stage.moment)

    def _fresh(self, scenario: Scenario) -> _Stage | None:
        """A new collaboration; with settings of its own also what it goes on from is new."""
        workflow = self._workflow
        if scenario.settings and self._workflow_with is not None:
            workflow = self._workflow_with(scenario)
            self._known.append(workflow)
        line = [scenario]
        while (name := line[0].after) is not None:
            line.insert(0, self._scenarios[name])
        first = next((act.on for one in line for act in one.story), date(2000, 1, 1))
        moment = noon(first, workflow.zone)
        store = MemoryStore()
        engine = self._on(store).at(moment)
        room = engine.start(workflow, COLLABORATION, rehearsal=True, day=first)
        register = self._registers.get(scenario.register or "", Register())
        enrol(room, register, first)
        stage = _Stage(store, moment)
        for one in line[:-1]:
            played, stage = self._play(one, stage)
            if played.lost:
                return None
        return stage

    def _play(self, scenario: Scenario, stage: _Stage) -> tuple[Played, _Stage]:
        engine = self._on(stage.store)
        before = stage.store.tip(COLLABORATION)
        moment, acts = stage.moment, []
        room = engine.at(moment).room(COLLABORATION)
        for act in scenario.story:
            moment = max(moment, noon(act.on, room.workflow.zone))
            room = engine.at(moment).room(COLLABORATION)
            if act.trial:
                trial = self._on(copied(stage.store)).at(moment).room(COLLABORATION)
                acts.append(play_act(trial, act))
            else:
                acts.append(play_act(room, act))
            if acts[-1].lost:
                break
        after = stage.store.tip(COLLABORATION)
        steps = (after[0] if after else 0) - (before[0] if before else 0)
        played = Played(scenario=scenario, acts=tuple(acts), steps=steps, room=room)
        return played, _Stage(stage.store, moment)


def play_act(room: Room, act: Act) -> ActPlayed:
    """Do one act in a room and compare what came of it with what its story expects.

    The engine of the room says what moment it is. An act that makes no sense comes back as its
    error; nothing is raised for it.
    """
    try:
        for_others = _asked_for(room, act)
        outcome = perform(room, act)
        wrong = compare(room, act, outcome, for_others)
    except Misuse as error:
        return ActPlayed(act=act, outcome=None, error=error)
    return ActPlayed(act=act, outcome=outcome, wrong=wrong)


def perform(room: Room, act: Act) -> Outcome:
    """Do one act in a room and give what came of it; raises Misuse where it makes no sense."""
    told: dict[str, Any] = {
        "case": act.case, "actor": act.who, "on_behalf_of": act.on_behalf_of, "day": act.on,
    }  # fmt: skip
    match act.kind:
        case "does" | "asks":
            return _step(room, act, act.who or "", act.kind == "does")
        case "says":
            return room.say(act.name, act.position, reasons=act.reasons, **told)
        case "records":
            assert act.value is not None
            return room.record(act.name, act.value, who=act.of, **told)
        case "hands_in":
            return room.hand_in(act.name, str(act.value), **told)
    return room.settle(day=act.on)


def enrol(room: Room, register: Register, day: date) -> None:
    """Put a whole register in a room that has none yet."""
    room.enrol(
        parties=register.parties, sits=register.sits, holds=register.holds, gives=register.gives,
        day=day,
    )  # fmt: skip


def noon(day: date, zone: str) -> datetime:
    """The middle of a civil day in a zone, as an instant.

    >>> noon(date(2027, 2, 1), "Europe/Amsterdam").isoformat()
    '2027-02-01T11:00:00+00:00'
    """
    return datetime.combine(day, time(12), ZoneInfo(zone)).astimezone(UTC)


def copied(store: MemoryStore) -> MemoryStore:
    """A store with the same stream and definitions; the sealed texts stay behind."""
    copy = MemoryStore()
    lines = tuple(store.read(COLLABORATION))
    for digest in dict.fromkeys(line.event.definition for line in lines):
        kept = store.definition(digest)
        if kept is not None:
            copy.keep_definition(digest, *kept)
    if lines:
        whole = Kept("copied", "", "allowed", 1, len(lines), lines[-1].hash)
        copy.append(COLLABORATION, 0, lines, (), whole)
    return copy


def _step(room: Room, act: Act, actor: str, record: bool) -> Outcome:
    call = room.do if record else room.ask
    return call(
        act.name, case=act.case, actor=actor, on_behalf_of=act.on_behalf_of, parent=act.parent,
        facts=act.facts, documents=act.documents, roles=act.roles, explanation=act.explains,
        day=act.on,
    )  # fmt: skip


def _asked_for(room: Room, act: Act) -> Mapping[str, Outcome]:
    """What those would be told for whom it should not be possible."""
    others = act.expected.not_for or ()
    if act.kind not in ("does", "asks"):
        return {}
    return {one: _step(room, act, one, False) for one in others}
