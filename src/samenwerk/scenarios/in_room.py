"""Playing an act in a room of an engine, recorded in its store: for who shows a story.

Trying a whole folder of stories is `play`, which needs no store.
"""

from __future__ import annotations

from datetime import date

from samenwerk.engine import Room
from samenwerk.scenarios.asked import asked_by
from samenwerk.scenarios.compare import compare, earliest_day
from samenwerk.scenarios.play import ActPlayed
from samenwerk.scenarios.story import Act
from samenwerk.values.command import Conclude, HandIn, Record, Say
from samenwerk.values.errors import Misuse
from samenwerk.values.outcome import Outcome
from samenwerk.values.register import Register


def play_act(room: Room, act: Act) -> ActPlayed:
    """Do one act in a room and compare what came of it with what its story expects.

    The engine of the room says what moment it is. An act that makes no sense comes back as its
    error; nothing is raised for it.
    """
    try:
        others = act.asked_of_others
        for_others = {one: perform(room, act, one) for one in others}
        outcome = perform(room, act)
        wrong = compare(
            room.workflow, room.collaboration, act, outcome, for_others,
            lambda: earliest_day(room.needs(act.name, case=act.case, actor=act.who, day=act.on),
                                 act.on),
        )  # fmt: skip
    except Misuse as error:
        return ActPlayed(act=act, outcome=None, error=error)
    return ActPlayed(act=act, outcome=outcome, wrong=wrong)


def perform(room: Room, act: Act, instead: str | None = None) -> Outcome:
    """Do one act in a room, or only ask what would come of it for somebody else (`instead`).

    Raises Misuse where it makes no sense.
    """
    kind, fields = asked_by(act, instead)
    told = {**fields, "day": act.on}
    if kind is Say:
        return room.say(**told)
    if kind is Record:
        return room.record(**told)
    if kind is HandIn:
        return room.hand_in(**told)
    if kind is Conclude:
        return room.conclude(**told)
    if act.kind == "settles":
        return room.settle(day=act.on)
    return room.ask(**told) if instead is not None or act.kind == "asks" else room.do(**told)


def enrol(room: Room, register: Register, day: date) -> None:
    """Put a whole register in a room that has none yet."""
    room.enrol(
        parties=register.parties, sits=register.sits, holds=register.holds, gives=register.gives,
        regions=register.regions, day=day,
    )  # fmt: skip
