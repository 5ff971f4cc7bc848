"""`decide`: what becomes of one command. Pure: no clock, no disk, no plugin, no randomness.

Read this file second, after `values`: the rest of the house serves it.
"""

from __future__ import annotations

from collections.abc import Mapping

from samenwerk.core.acts import carried_out, hand_in, record_fact
from samenwerk.core.breach import happened_anyway
from samenwerk.core.compiled import Compiled
from samenwerk.core.concluding import conclude, meant
from samenwerk.core.do_step import do_step
from samenwerk.core.journal import Journal
from samenwerk.core.migrating import migrate
from samenwerk.core.positions import give_position
from samenwerk.core.refusals import refused
from samenwerk.core.reminding import remind
from samenwerk.core.settle import settle
from samenwerk.core.view import NO_ANSWERS
from samenwerk.values.case import Collaboration
from samenwerk.values.command import (
    Command,
    Conclude,
    Do,
    Enrol,
    Erase,
    HandIn,
    Migrate,
    Record,
    Remind,
    Say,
    Settle,
    Start,
)
from samenwerk.values.errors import Misuse
from samenwerk.values.event import CollaborationStarted, Enrolled, TextsErased
from samenwerk.values.message import Message
from samenwerk.values.outcome import Outcome, Verdict


def decide(
    compiled: Compiled,
    collaboration: Collaboration | None,
    command: Command,
    answers: Mapping[str, int] = NO_ANSWERS,
    *,
    seal: bool = True,
    look: bool = True,
) -> Outcome:
    """Decide what becomes of one command.

    Takes the compiled definition, the collaboration as it stands, the command, and what plugins
    answered beforehand. Gives an Outcome: carried out, with the lines to record in order, or
    not, with a finding for every condition asked and a way out. Nothing is stored or sent and
    no clock is read, so equal arguments give equal outcomes. A command for which the case's
    state has no step is a refusal; UnknownName and Misuse mean that the caller asked something
    that makes no sense. With `seal` False the lines carry no text and no hash: for trying;
    with `look` False what is allowed comes without findings.
    """
    journal = Journal(collaboration, command, seal)
    if isinstance(command, Start):
        return _start(compiled, collaboration, command, journal)
    if collaboration is None:
        raise Misuse("the collaboration has not been started", what="not_started")
    if isinstance(command, Enrol):
        lines = Enrolled(
            command.parties, command.sits, command.holds, command.gives, command.regions
        )
        journal.note(lines, definition=collaboration.definition, actor=command.actor)
        settle(compiled, journal, answers)
        return carried_out(journal)
    if isinstance(command, Erase):
        erased = TextsErased(command.seals, journal.seal(command.because))
        journal.note(erased, definition=collaboration.definition, actor=command.actor)
        return carried_out(journal)
    other_day = misdated(_of_case(compiled, collaboration, command), command)
    if other_day is not None:
        return other_day
    settle(compiled, journal, answers)
    if isinstance(command, Settle):
        return carried_out(journal)
    outcome = acted(compiled, journal, command, answers, look=look)
    if not outcome.carried_out:
        return outcome
    settle(compiled, journal, answers)  # what the act set off follows at once
    return carried_out(journal, outcome)


def acted(
    compiled: Compiled,
    journal: Journal,
    command: Command,
    answers: Mapping[str, int] = NO_ANSWERS,
    *,
    look: bool = True,
) -> Outcome:
    """What becomes of the act itself, in the collaboration as it stands; what was done is noted.

    The act is judged by the definition of its case. Steps that nobody does are left alone.
    """
    if isinstance(command, Migrate):
        return migrate(compiled, journal, command)
    compiled = _of_case(compiled, journal.collaboration, command)
    match command:
        case Do():
            outcome = do_step(compiled, journal, command, answers, look=look)
            if command.anyway and not outcome.carried_out:
                return happened_anyway(
                    compiled, journal, command, answers, outcome, look=look
                )
            return outcome
        case Say():
            return give_position(compiled, journal, command)
        case Record():
            return record_fact(compiled, journal, command)
        case HandIn():
            return hand_in(compiled, journal, command)
        case Conclude():
            return conclude(compiled, journal, command)
        case Remind():
            return remind(journal, command)
    raise Misuse("unknown command", what="command", name=type(command).__name__)


def _of_case(compiled: Compiled, known: Collaboration, command: Command) -> Compiled:
    if isinstance(command, Do | Say | Record | HandIn | Remind):
        return compiled.at(known, command.case)
    if isinstance(command, Conclude) and (effect := meant(known, command)) is not None:
        return compiled.at(known, effect.case)
    return compiled.now(known)


def _start(
    compiled: Compiled, collaboration: Collaboration | None, command: Start, journal: Journal
) -> Outcome:
    if collaboration is not None:
        raise Misuse("it was started before", what="started", name=command.collaboration)
    started = CollaborationStarted(command.workflow, command.zone, command.rehearsal)
    journal.note(
        started,
        definition=compiled.workflow.digest,
        actor=command.actor,
        collaboration=command.collaboration,
    )
    return carried_out(journal)


def misdated(compiled: Compiled, command: Command) -> Outcome | None:
    """The refusal of an act on its day, or None.

    It may be dated back only so far, and not ahead of the moment we learned of it.
    """
    bound = compiled.workflow.back_dating
    if isinstance(command, Do):
        step = compiled.step(command.step)
        if step is not None and step.step.back_dating is not None:
            bound = step.step.back_dating
    learned = command.moment.date()
    earliest = bound.before(learned)
    if command.day < earliest:
        told = {"day": command.day, "earliest": earliest, "term": bound}
        headline = Message("decide.too_far_back", told)
        return refused(Verdict.NEVER, headline, way_out=(headline,), ground="over")
    if (command.day - learned).days > 1:  # a zone may be a day ahead of UTC
        ahead = Message("decide.ahead", {"day": command.day, "today": learned})
        way = Message("way.wait", {"day": command.day})
        return refused(Verdict.NOT_YET, ahead, way_out=(way,), can=(command.actor or "",))
    return None
