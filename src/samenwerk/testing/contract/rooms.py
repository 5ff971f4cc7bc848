"""The collaborations at the end of the stories beside a plugin, for what is asked about a whole.

Each is played in a real room over a store in memory.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

from samenwerk.engine import Engine, Room
from samenwerk.hooks.plugins import Plugins
from samenwerk.hooks.values import question_of
from samenwerk.scenarios.folder import Folder
from samenwerk.scenarios.in_room import enrol, play_act
from samenwerk.scenarios.story import Act, Scenario
from samenwerk.store.memory import MemoryStore
from samenwerk.values.register import Register

MOST = 12
"""So many stories of a folder are played in a room."""


class Calendar:
    """The day on which a story is: a clock that only the story moves."""

    def __init__(self, day: date) -> None:
        self.day = day

    def __call__(self) -> datetime:
        return datetime.combine(self.day, time(12), UTC)


def rooms(folder: Folder, plugins: Plugins) -> Iterator[tuple[str, Room, date]]:
    """The room of each story as it ended, with its name and its last day; and an empty one."""
    if folder.workflow is None or not folder.sound:
        return
    by_name = {one.name: one for one in folder.scenarios}
    for number, scenario in enumerate(folder.scenarios[:MOST]):
        acts = _acts(scenario, by_name)
        workflow = folder.variants.get(scenario.name, folder.workflow)
        register = folder.registers.get(scenario.register or "", Register())
        if not acts:
            continue
        calendar = Calendar(acts[0].on)
        ids = itertools.count()
        engine = Engine(
            MemoryStore(), plugins=plugins, clock=calendar,
            new_id=lambda ids=ids: f"c{next(ids)}",  # type: ignore[misc]
        )  # fmt: skip
        room = engine.start(workflow, "story")
        if number == 0:
            yield "before anything happened", engine.start(workflow, "empty"), calendar.day
        enrol(room, register, calendar.day)
        for act in acts:
            calendar.day = max(calendar.day, act.on)
            play_act(room, act)
        yield f"at the end of story {scenario.name}", room, calendar.day


def _acts(scenario: Scenario, by_name: dict[str, Scenario]) -> list[Act]:
    line = [scenario]
    while line[0].after is not None:
        line.insert(0, by_name[line[0].after])
    return [act for one in line for act in one.story]


def questions(room: Room, day: date) -> Iterator[Any]:
    """A question about each open case of a room, on a day."""
    known = room.collaboration
    for case in known.cases.values():
        if not case.over:
            yield question_of(known, case, day)
