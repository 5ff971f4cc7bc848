"""Having another workflow take effect in a collaboration, and looking ahead at what that does.

What becomes of each case is `core.migrating`; how it is told is `upgrade`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

import attrs

from samenwerk.core.asking import open_askings
from samenwerk.core.collected import Answers
from samenwerk.core.evolve import replay
from samenwerk.definitions.laying.effective import effective_text
from samenwerk.engine.acting import Desk, act, turned_away
from samenwerk.engine.consulting import answered, consult, decided
from samenwerk.engine.shelf import Running
from samenwerk.values.case import Collaboration
from samenwerk.values.command import Migrate
from samenwerk.values.declared import Workflow
from samenwerk.values.event import CaseKept, CaseMoved, DefinitionChanged
from samenwerk.values.finding import UNKNOWN
from samenwerk.values.outcome import Outcome


@attrs.frozen(eq=False)
class Foreseen:
    """What migrating would do: the collaboration before and after, and the lines between.

    `before` has what time has made due on that day worked out under the former definitions;
    `answers` are what plugins answer about open steps there, and about those in `after`.
    """

    outcome: Outcome
    known: Collaboration
    before: Collaboration
    after: Collaboration
    command: Migrate
    running: Running = attrs.field(repr=False)
    answers: tuple[Answers, Answers] = attrs.field(repr=False)


def migrate(
    desk: Desk,
    id: str,
    workflow: Workflow,
    states: Mapping[str, str],
    *,
    actor: str | None,
    day: date | None,
    command_id: str | None,
    expect: str | None,
) -> Outcome:
    """Record that a workflow takes effect, and what becomes of each open case.

    The workflow is kept in the store first, so that the record can be read by it; of who may not
    have it take effect nothing is kept.
    """
    asked: dict[str, Any] = {
        "day": day, "command_id": command_id, "actor": actor, "workflow": workflow.name,
        "definition": workflow.digest, "states": dict(states),
    }  # fmt: skip
    refusal = turned_away(desk, id, Migrate, **asked)
    if refusal is not None:
        return refusal
    desk.shelf.know(workflow).plugins.check()
    text = effective_text(workflow.effective)
    desk.store.keep_definition(workflow.digest, text, workflow.sources)
    return act(desk, id, Migrate, expect=expect, **asked)


def foreseen(
    desk: Desk, id: str, workflow: Workflow, states: Mapping[str, str], day: date | None
) -> Foreseen:
    """What would be recorded; nothing is kept or recorded, and on a day to come one looks
    from that day."""
    known = desk.known(id)
    desk.shelf.know(workflow).plugins.check()
    command = desk.command(
        Migrate, known.zone, day, None, actor=None, workflow=workflow.name,
        definition=workflow.digest, states=dict(states),
    )  # fmt: skip
    noon = datetime.combine(command.day, time(12), UTC)
    command = attrs.evolve(command, moment=max(command.moment, noon))
    running = desk.shelf.judging(known, workflow.digest)
    outcome, _ = decided(running, known, command, seal=False)
    settled = tuple(line for line in outcome.lines if line.event.sequence < _first(outcome))
    before = replay(settled, known) or known
    after = replay(outcome.lines, known) or known
    answers = (_answers(running, before, command), _answers(running, after, command))
    return Foreseen(outcome, known, before, after, command, running, answers)


def _answers(running: Running, known: Collaboration, command: Migrate) -> Answers:
    answers = consult(running, known, command).answers
    for one, answer in answered(running, open_askings(running.compiled, known, command)):
        answers.setdefault(one.question, UNKNOWN if answer is None else answer.truth)
    return answers


def _first(outcome: Outcome) -> int:
    """The sequence of the first line that is about migrating itself."""
    about = (DefinitionChanged, CaseMoved, CaseKept)
    return next(
        (line.event.sequence for line in outcome.lines if isinstance(line.event.what, about)), 0
    )
