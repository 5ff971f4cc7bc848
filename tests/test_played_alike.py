"""Stories played without a store go as they go through an engine that records every act."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from samenwerk.engine import Engine
from samenwerk.engine.room import Room
from samenwerk.packaged import find_workflow, workflow_names
from samenwerk.scenarios.folder import Folder, read_folder
from samenwerk.scenarios.in_room import enrol, play_act
from samenwerk.scenarios.play import ActPlayed, Player
from samenwerk.scenarios.stage import noon
from samenwerk.scenarios.story import Act, Scenario
from samenwerk.store.contract import Kept
from samenwerk.store.memory import MemoryStore
from samenwerk.values.case import Collaboration
from samenwerk.values.event import Sealed
from samenwerk.values.outcome import Outcome
from samenwerk.values.register import Register

ID = "verhaal"


def copied(store: MemoryStore) -> MemoryStore:
    """A store with the same stream and definitions."""
    copy = MemoryStore()
    lines = tuple(store.read(ID))
    for digest in dict.fromkeys(line.event.definition for line in lines):
        kept = store.definition(digest)
        assert kept is not None
        copy.keep_definition(digest, *kept)
    whole = Kept("copied", "", "allowed", 1, len(lines), lines[-1].hash)
    copy.append(ID, 0, lines, (), whole)
    return copy


class Recorded:
    """Plays a story, after those it goes on from, in rooms of engines that keep everything."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.by_name = {one.name: one for one in folder.scenarios}
        self.ends: dict[tuple[str, str], tuple[MemoryStore, datetime]] = {}

    def play(self, scenario: Scenario, whole: Scenario) -> list[tuple[ActPlayed, Collaboration]]:
        """Each act with what stood after it."""
        assert self.folder.workflow is not None
        workflow = self.folder.variants.get(whole.name, self.folder.workflow)
        if scenario.after is None:
            first = next(act.on for act in scenario.story)
            store, moment = MemoryStore(), noon(first, workflow.zone)
            room = Engine(store).at(moment).start(workflow, ID, rehearsal=True, day=first)
            enrol(room, self.folder.registers.get(scenario.register or "", Register()), first)
        else:
            key = (scenario.after, whole.name if whole.settings else "")
            if key not in self.ends:
                self.play(self.by_name[scenario.after], whole)
            store, moment = self.ends[key]
            store = copied(store)
        engine, told = Engine(store, known=[workflow]), []
        for act in scenario.story:
            now = max(moment, noon(act.on, workflow.zone))
            if act.trial:  # on a copy, and the clock of the story stays where it is
                engine_of_copy = Engine(copied(store), known=[workflow])
                told.append(self._one(engine_of_copy.at(now).room(ID), act))
            else:
                moment = now
                told.append(self._one(engine.at(moment).room(ID), act))
        self.ends[scenario.name, whole.name if whole.settings else ""] = store, moment
        return told

    @staticmethod
    def _one(room: Room, act: Act) -> tuple[ActPlayed, Collaboration]:
        played = play_act(room, act)
        return played, room.collaboration


def bare(value: Any) -> Any:
    """A value without salted digests, ids and definitions, which differ by chance."""
    if isinstance(value, Sealed):
        return "sealed"
    if hasattr(value, "__attrs_attrs__"):
        return type(value).__name__, [bare(getattr(value, one.name)) for one in
                                      value.__attrs_attrs__]  # fmt: skip
    return tuple(map(bare, value)) if isinstance(value, tuple | list) else value


def said(outcome: Outcome | None, act: Act) -> Any:
    """What an outcome says, with its advice where the story looks at it."""
    assert outcome is not None
    found = [(one.leaf, one.truth, one.severity, one.message) for one in outcome.findings]
    events = [
        (bare(one.what), one.case, one.step, one.from_state, one.to_state, one.effective,
         one.actor, one.on_behalf_of, one.mandate, one.sequence, one.findings, one.recorded)
        for one in outcome.events
    ]  # fmt: skip
    can = outcome.can if act.expected.can is not None else None
    return outcome.verdict, outcome.ground, outcome.headline, found, can, events


def stands(known: Collaboration) -> Any:
    """Where every case stands, with who holds what in it."""
    return known.sequence, {
        id: (one.state, one.trail, one.over, one.entered, dict(one.roles), sorted(one.steps))
        for id, one in known.cases.items()
    }


@pytest.mark.parametrize("name", workflow_names())
def test_stories_go_alike(name: str) -> None:
    """Act by act the same verdict, findings, events and states, for all workflows of the house."""
    path = find_workflow(name)
    assert path is not None
    folder = read_folder(path)
    assert folder.workflow is not None
    player = Player(
        folder.workflow, folder.scenarios, folder.registers,
        workflow_with=lambda scenario: folder.variants[scenario.name],
    )  # fmt: skip
    recorded, days = Recorded(folder), set[date]()
    for scenario in folder.scenarios:
        light = player.play(scenario.name)
        heavy = recorded.play(scenario, scenario)
        assert len(heavy) == len(light.acts), scenario.name
        for (one, known), other in zip(heavy, light.acts, strict=True):
            assert () == one.wrong == other.wrong
            assert said(one.outcome, one.act) == said(other.outcome, one.act), str(one.act.place)
            assert other.before is not None
            assert other.outcome is not None
            after = other.before.after(other.outcome)
            assert stands(known) == stands(after.known), str(one.act.place)
            days.add(one.act.on)
    assert days
