"""From a line of the record back to the command it came from, to be judged by another text.

Texts that were sealed stand as "…": what matters is that they were there.
"""

from __future__ import annotations

from typing import Any

from samenwerk.core.operands import question
from samenwerk.values.cell import Cell
from samenwerk.values.command import Command, Do, HandIn, Record, Say
from samenwerk.values.declared import Step
from samenwerk.values.event import (
    DocumentHandedIn,
    FactRecorded,
    PositionGiven,
    RecordedEvent,
    Sealed,
    StepDone,
)

TEXT = "…"
"""In place of a text that the record has sealed."""


def command_of(event: RecordedEvent, step: Step | None) -> Command | None:
    """What somebody asked, as far as the record tells it; None for a line that nobody asked for.

    `step` is the step as the other text has it: what it does not ask to be filled in is left
    out, as nobody would give it then.
    """
    if event.actor is None or event.case is None:
        return None
    told: dict[str, Any] = {
        "id": event.command, "actor": event.actor, "moment": event.recorded,
        "day": event.effective, "on_behalf_of": event.on_behalf_of, "case": event.case,
    }  # fmt: skip
    match event.what:
        case StepDone():
            return _do(event, event.what, step, told)
        case PositionGiven(decision=decision, position=position, reasons=reasons):
            said = None if reasons is None else TEXT
            return Say(decision=decision, position=position, reasons=said, **told)
        case FactRecorded(fact=fact, plugin=None):
            value = TEXT if isinstance(fact.value, Sealed) else fact.value
            return Record(fact=fact.name, value=value, who=fact.who, **told)
        case DocumentHandedIn(document=document):
            return HandIn(document=document.name, title=TEXT, **told)
    return None


def _do(event: RecordedEvent, what: StepDone, step: Step | None, told: dict[str, Any]) -> Do:
    asked = None if step is None else {*step.fill_in}

    def wanted(name: str) -> bool:
        return asked is None or name in asked

    return Do(
        step=f"{event.lifecycle}.{event.step}",
        parent=what.opens or None,
        for_each=what.for_each,
        facts={one.name: TEXT if isinstance(one.value, Sealed) else one.value
               for one in what.facts if wanted(one.name)},
        documents={one.name: TEXT for one in what.documents if wanted(one.name)},
        roles={role: who for role, who in what.roles if wanted(role)},
        explanation=None if what.explanation is None else TEXT,
        rests_on=what.rests_on,
        into={} if what.split is None else dict(what.split.into),
        heir=None if what.split is None else what.split.heir,
        merges=() if what.merged is None else what.merged.cases,
        **told,
    )  # fmt: skip


def answers_of(event: RecordedEvent) -> dict[str, int]:
    """What plugins answered then, as the findings of the line tell it; by question."""
    return {
        question(Cell(event.case or "", "answer", one.asked or one.leaf)): (
            one.truth if one.answer is None else one.answer
        )
        for one in event.findings
        if one.plugin is not None
    }
