"""Authority: whether who acts stands in the register on that day, and holds the office it takes.

Asked once for every command, before anything else; what a step, a decision, a fact or a document
asks of its doer, mandates among it, is judged with the act itself.
"""

from __future__ import annotations

from datetime import date

import attrs

from samenwerk.core.compiled import Compiled
from samenwerk.core.decide import decide, misdated
from samenwerk.core.refusals import named, refused
from samenwerk.core.who import registered
from samenwerk.values.case import Collaboration
from samenwerk.values.command import (
    Command,
    Conclude,
    Do,
    Enrol,
    Erase,
    Migrate,
    Remind,
    Settle,
    Start,
)
from samenwerk.values.declared import Workflow
from samenwerk.values.errors import Misuse
from samenwerk.values.message import Message, Name
from samenwerk.values.offices import OF_THE_HOST, Held, Offices
from samenwerk.values.outcome import Outcome, Verdict
from samenwerk.values.passing import ordinal
from samenwerk.values.register import Giving, Holding, Located, Register, Seat, same_line
from samenwerk.values.who import Who

OF_EFFECTS = "effect/"
"""How the ids of commands begin by which a worker tells what became of an effect."""


def outside(
    compiled: Compiled,
    known: Collaboration,
    command: Command,
    offices: Offices = OF_THE_HOST,
) -> Outcome | None:
    """The refusal of who may not give this command at all, or None.

    Without an actor the host acts itself, and is not asked anything. An actor stands in the
    register on the command's day, and holds the office that the command takes, where it takes
    one. Raises Misuse for an id that is kept for workers, and what `decide` raises.
    """
    if command.id.startswith(OF_EFFECTS) and not _of_worker(command):
        raise Misuse(f"ids that begin with {OF_EFFECTS} are for workers", what="command_id",
                     name=command.id)  # fmt: skip
    actor = command.actor
    if actor is None or isinstance(command, Settle):
        return None
    compiled = compiled.now(known)
    if not stands(compiled, known.register, actor, command.day):
        return _stranger(compiled, known, command, offices)
    office = office_of(command)
    if office is None:
        return None
    held: Held | None = getattr(offices, office)
    if held is not None:
        holders = holding(compiled.workflow, known.register, held, command.day)
        if actor not in holders and not _mandates(compiled, known, command, offices):
            return not_theirs(office, actor, holders)
    return misdated(compiled, command) if isinstance(command, Enrol) else None


def stands(compiled: Compiled, register: Register, who: str, day: date) -> bool:
    """Whether somebody stands in the register on a day: as a party, or named in another line of
    it, or as a table that speaks as one."""
    table = None if register.party(who) else compiled.workflow.tables.get(who)
    return in_register(register, who, day) if table is None else bool(table.speaks_at)


def in_register(register: Register, who: str, day: date) -> bool:
    """Whether somebody stands in the register on a day, as a party or named in another line."""
    found = register.party(who)
    return who in _in_lines(register, day) if found is None else found.span.covers(day)


def _in_lines(register: Register, day: date) -> frozenset[str]:
    """Those who sit, hold, are somewhere or act for others on a day."""
    key = ("in lines", ordinal(day))
    found = register.memo.get(key)
    if found is None:
        lines: tuple[Seat | Holding | Located, ...] = (
            *register.sits, *register.holds, *register.regions,
        )  # fmt: skip
        there = {one.who for one in lines if one.span.covers(day)}
        there |= {one.to for one in register.gives if one.span.covers(day)}
        found = register.memo[key] = frozenset(there)
    return found  # type: ignore[return-value]


def office_of(command: Command) -> str | None:
    """The office that a command takes; None for an act that the workflow gives to its doers."""
    match command:
        case Start():
            return "start"
        case Enrol():
            return "register"
        case Migrate():
            return "migrate"
        case Conclude() | Remind():
            return "effects"
        case Erase():
            return "erase"
        case Do(anyway=True):
            return "breach"
    return None


def holding(
    workflow: Workflow, register: Register, held: Held, day: date
) -> tuple[str, ...]:
    """The parties that hold an office on a day, in the order of its names."""
    found = (one for name in held for one in registered(_meant(workflow, name), register, day))
    return tuple(dict.fromkeys(found))


def _meant(workflow: Workflow, name: str) -> Who:
    if name in workflow.roles:
        return Who("role", name, role=workflow.roles[name])
    if name in workflow.groups:
        return Who("group", name, group=workflow.groups[name])
    if name in workflow.tables:
        return Who("table", name, table=workflow.tables[name])
    return Who("sort" if name in workflow.sorts else "party", name)


def _of_worker(command: Command) -> bool:
    return isinstance(command, Conclude | Remind) and command.actor is None


def _mandates(
    compiled: Compiled, known: Collaboration, command: Command, offices: Offices
) -> bool:
    """Whether a command only gives mandates, by who may."""
    if not isinstance(command, Enrol) or not command.gives:
        return False
    if command.parties or command.sits or command.holds or command.regions:
        return False
    workflow, register, day = compiled.workflow, known.register, command.day
    if command.actor in holding(workflow, register, offices.mandates, day):
        return True
    return offices.own_mandates and all(
        _own(compiled, known, command, giving) for giving in command.gives
    )


def _own(
    compiled: Compiled, known: Collaboration, command: Enrol, giving: Giving
) -> bool:
    """Whether who acts gives a mandate of its own, from a day that an act could have, or ends
    one that stands."""
    workflow, register = compiled.workflow, known.register
    declared = workflow.mandates.get(giving.mandate)
    if declared is None or giving.who != (command.actor,):
        return False
    givers = [one for who in declared.giver for one in registered(who, register, command.day)]
    if declared.giver and command.actor not in givers:
        return False
    stood = next((one for one in register.gives if same_line(one) == same_line(giving)), None)
    earliest = workflow.back_dating.before(command.moment.date())
    if stood is not None:  # what it was good for before is not undone
        last = giving.span.last_day
        return last is None or last >= earliest
    first = giving.span.starts
    return (
        first is not None
        and first >= earliest
        and stands(compiled, register, giving.to, command.day)
    )


def _stranger(
    compiled: Compiled, known: Collaboration, command: Command, offices: Offices
) -> Outcome:
    """The refusal of who does not stand in the register: who can do this instead."""
    actor, office = command.actor or "", office_of(command)
    if office in (None, "breach"):
        asked = attrs.evolve(command, anyway=False) if isinstance(command, Do) else command
        can = decide(compiled, known, asked, seal=False, look=False).can
    else:
        held: Held = getattr(offices, office or "") or ()
        can = holding(compiled.workflow, known.register, held, command.day)
    told = {"actor": Name("party", actor), "day": command.day}
    return _refused(Message("authority.stranger", told), actor, can)


def not_theirs(office: str, actor: str, can: tuple[str, ...]) -> Outcome:
    """The refusal of who does not hold an office, with who does."""
    told = {"actor": Name("party", actor), "office": Message(f"authority.{office}")}
    return _refused(Message("authority.office", told), actor, can)


def _refused(what: Message, actor: str, can: tuple[str, ...]) -> Outcome:
    others = tuple(one for one in can if one != actor)
    way = Message("way.who", {"who": named(others)}) if others else Message("way.host")
    return refused(Verdict.NOT_YOU, what, way_out=(way,), can=others)


WORDING = {
    "nl": {
        "authority.stranger": "{actor} staat op {day} niet in het register",
        "authority.office": "{office} is niet aan {actor}",
        "authority.start": "een samenwerking beginnen",
        "authority.register": "het register bijhouden",
        "authority.migrate": "een andere werkwijze laten gelden",
        "authority.effects": "beslissen over wat niet verstuurd kon worden",
        "authority.erase": "teksten wissen",
        "authority.breach": "vastleggen dat iets gebeurde hoewel het niet mocht",
        "way.host": "vraag het aan wie deze samenwerking beheert",
    },
    "en": {
        "authority.stranger": "{actor} is not in the register on {day}",
        "authority.office": "{office} is not up to {actor}",
        "authority.start": "beginning a collaboration",
        "authority.register": "keeping the register",
        "authority.migrate": "having another workflow take effect",
        "authority.effects": "deciding about what could not be sent",
        "authority.erase": "erasing texts",
        "authority.breach": "recording that something happened though it was not allowed",
        "way.host": "ask whoever keeps this collaboration running",
    },
}
