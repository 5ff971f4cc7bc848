"""A played story put in a store, as a rehearsal of which anything can be asked afterwards.

Only what was carried out is done again, in the same order and on the same days. Whether the story
goes as it says is `play`.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from samenwerk.engine import Engine
from samenwerk.engine.room import Room
from samenwerk.scenarios.in_room import enrol, perform
from samenwerk.scenarios.play import ActPlayed, Played
from samenwerk.scenarios.stage import Stage, noon
from samenwerk.store.contract import Store


def keep(line: Iterable[Played], store: Store, id: str) -> Room:
    """Record a line of played stories, the first one first, as a collaboration of this id.

    The room stands at the moment of the last act. Raises Misuse when the store has one of this id,
    PluginError and StoreError. The store stays open.
    """
    played = tuple(line)
    begun = next(one.before for one in _acts(played) if one.before is not None)
    numbers = count(1)
    engine = Engine(store, new_id=lambda: f"act-{next(numbers)}", known=[begun.running.workflow])
    room = _started(engine, begun, id)
    moment = begun.moment
    for one in _acts(played):
        if not one.act.trial:
            moment = max(moment, noon(one.act.on, begun.known.zone))
        if _recorded(one):
            room = engine.at(moment).room(id)
            perform(room, one.act)
    return engine.at(moment).room(id)


def _started(engine: Engine, begun: Stage, id: str) -> Room:
    """The room in which nothing happened yet, but that everybody is in the register."""
    known, day = begun.known, begun.known.started
    room = engine.at(begun.moment).start(begun.running.workflow, id, rehearsal=True, day=day)
    enrol(room, known.register, day)
    return room


def _acts(played: Iterable[Played]) -> Iterable[ActPlayed]:
    return (act for one in played for act in one.acts)


def _recorded(one: ActPlayed) -> bool:
    """Whether the story itself went on with what came of the act."""
    carried_out = one.outcome is not None and one.outcome.carried_out
    return carried_out and not one.act.trial and one.act.kind != "asks"
