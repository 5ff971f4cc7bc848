"""Drafts: a story in the making, as acts from an empty collaboration, and playing it.

Played on a copy to try, and in a real room before anybody is told; what is left out is `shrinking`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import attrs

from samenwerk.core.compiled import Compiled
from samenwerk.engine import Engine
from samenwerk.engine.consulting import consult
from samenwerk.engine.shelf import Running
from samenwerk.scenarios.asked import asked_by
from samenwerk.scenarios.in_room import enrol, perform
from samenwerk.scenarios.stage import begun, noon
from samenwerk.scenarios.story import Act, Expected
from samenwerk.store.memory import MemoryStore
from samenwerk.values.case import Collaboration
from samenwerk.values.command import Command, Conclude, Do, Enrol, HandIn, Record, Say
from samenwerk.values.declared import Invariant
from samenwerk.values.errors import SamenwerkError
from samenwerk.values.event import Line
from samenwerk.values.outcome import Outcome
from samenwerk.values.place import Place
from samenwerk.values.register import Register
from samenwerk.verify.breaking import Break, Watch
from samenwerk.verify.moments import moments

NOWHERE = Place("", 1, 1)
ROOM = "story"


@attrs.frozen(eq=False)
class Draft:
    """A register, the day on which it begins, and acts that are all carried out."""

    register: Register
    begins: date
    acts: tuple[Act, ...]


@attrs.frozen(eq=False)
class Broken:
    """A draft that ends in what breaks the invariant, what that is, and how it stands then."""

    draft: Draft
    broken: Break
    known: Collaboration
    lines: tuple[Line, ...] = ()


def played(running: Running, invariant: Invariant, draft: Draft) -> Broken | None:
    """Play a draft on a copy up to the first break; None when there is none.

    What is refused is left out: the draft that comes back has only what was carried out.
    """
    stage = begun(running, draft.register, draft.begins)
    watch = Watch(running.compiled, invariant)
    kept: list[Act] = []
    for act in draft.acts:
        stage = stage.at(act.on)
        try:
            asking = stage.ask(act)
        except SamenwerkError:
            continue
        if not asking.outcome.carried_out:
            continue
        kept.append(_as_it_went(act, asking.outcome))
        before, stage = stage.known, stage.after(asking.outcome)
        broken = _seen(running.compiled, watch, before, asking.command, asking.outcome.lines,
                       asking.consulted.answers, stage.known)  # fmt: skip
        if broken is not None:
            return Broken(_only(draft, kept), broken, stage.known)
    return None


def in_earnest(running: Running, invariant: Invariant, draft: Draft) -> Broken | None:
    """Play a draft in a room of a real engine; None unless all of it goes and its end breaks.

    Nothing is seen but what the room recorded.
    """
    engine = Engine(MemoryStore(), known=[running.workflow])
    began = noon(draft.begins, running.workflow.zone)
    room = engine.at(began).start(running.workflow, ROOM, rehearsal=True, day=draft.begins)
    enrol(room, draft.register, draft.begins)
    watch = Watch(running.compiled, invariant)
    moment, broken = began, None
    for act in draft.acts:
        if broken is not None:
            return None  # broken before its end: then it is another story
        moment = max(moment, noon(act.on, running.workflow.zone))
        room = engine.at(moment).room(ROOM)
        before = room.collaboration
        kind, fields = asked_by(act)
        command = kind(id="look", moment=moment, day=act.on, **fields)
        try:
            answers = consult(running, before, command).answers
            outcome = perform(room, act)
        except SamenwerkError:
            return None
        if not outcome.carried_out:
            return None
        broken = _seen(running.compiled, watch, before, command, outcome.lines, answers,
                       room.collaboration)  # fmt: skip
    if broken is None or not room.verify().whole:
        return None
    return Broken(draft, broken, room.collaboration, tuple(room.history()))


def _seen(
    compiled: Compiled,
    watch: Watch,
    before: Collaboration,
    command: Command,
    lines: Iterable[Line],
    answers: dict[str, int],
    after: Collaboration,
) -> Break | None:
    if command.actor is not None:
        owner = command.on_behalf_of or command.actor
        for case in (getattr(command, "case", ""), *(getattr(command, "merges", None) or ())):
            watch.acted(str(case), command.actor, owner)
    for moment in moments(compiled, before, command, lines, answers):
        broken = watch.saw(moment) or watch.stands(moment.after, command.day, answers)
        if broken is not None:
            return broken
    return watch.stands(after, command.day, answers)


def _as_it_went(act: Act, outcome: Outcome) -> Act:
    return attrs.evolve(act, expected=Expected(verdict=outcome.verdict.value))


def _only(draft: Draft, acts: Iterable[Act]) -> Draft:
    return attrs.evolve(draft, acts=tuple(acts))


def drafted(
    register: Register, begins: date, commands: Iterable[Command], ends: date
) -> Draft:
    """The draft of these commands; what they put in the register stands there from the start.

    Its last act lets happen what time makes due until the day on which it ends.
    """
    acts: list[Act] = []
    for command in commands:
        if isinstance(command, Enrol):
            register = attrs.evolve(
                register, holds=(*register.holds, *command.holds),
                gives=(*register.gives, *command.gives), sits=(*register.sits, *command.sits),
            )  # fmt: skip
        else:
            acts.append(act_of(command))
    acts.append(Act(kind="settles", on=ends, place=NOWHERE))
    return Draft(register, begins, tuple(acts))


def act_of(command: Command) -> Act:
    """The act of a story that asks what a command asks."""
    told: dict[str, Any] = {
        "on": command.day, "place": NOWHERE, "who": command.actor,
        "on_behalf_of": command.on_behalf_of, "case": getattr(command, "case", ""),
    }  # fmt: skip
    match command:
        case Do():
            return Act(
                kind="does", name=command.step, parent=command.parent, for_each=command.for_each,
                facts=command.facts, documents=command.documents, roles=command.roles,
                explains=command.explanation, rests_on=command.rests_on, into=command.into,
                heir=command.heir, merges=command.merges, anyway=command.anyway, **told,
            )  # fmt: skip
        case Say():
            return Act(kind="says", name=command.decision, position=command.position,
                       reasons=command.reasons, **told)  # fmt: skip
        case Record():
            return Act(kind="records", name=command.fact, value=command.value, of=command.who,
                       **told)  # fmt: skip
        case HandIn():
            return Act(kind="hands_in", name=command.document, value=command.title, **told)
        case Conclude():
            return Act(kind="effect", name=command.effect, position=command.how,
                       facts=command.gives, **told)  # fmt: skip
    return Act(kind="settles", on=command.day, place=NOWHERE)
