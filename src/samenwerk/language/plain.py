"""Answers as plain data, for JSON; what each of them holds is in `docs/cli.md`.

Sentences in it are in the language of the call; names and numbers are those of the record.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from samenwerk.core.attempts import told_of
from samenwerk.language.catalogue import Speaker
from samenwerk.values.finding import Finding
from samenwerk.values.message import Message
from samenwerk.values.obligation import Obligation
from samenwerk.values.outcome import Outcome

if TYPE_CHECKING:
    from samenwerk.core.chain import ChainReport
    from samenwerk.values.attempt import Attempt
    from samenwerk.values.case import Case
    from samenwerk.values.event import RecordedEvent
    from samenwerk.values.waiting import Due, Task

TRUTHS = ("no", "unknown", "yes")


def outcome_data(outcome: Outcome, speaker: Speaker) -> dict[str, object]:
    """What the engine answered."""
    return {
        "verdict": outcome.verdict.value,
        "carried_out": outcome.carried_out,
        "repeated": outcome.repeated,
        "headline": _said(outcome.headline, speaker),
        "ground": outcome.ground,
        "findings": [finding_data(one, speaker) for one in outcome.findings],
        "way_out": [speaker.sentence(one) for one in outcome.way_out],
        "can": list(outcome.can),
        "not_for": list(outcome.not_for),
        "recorded": [event_data(one) for one in outcome.events],
        "head": outcome.head,
    }


def finding_data(finding: Finding, speaker: Speaker) -> dict[str, object]:
    """One condition and what it answered, with what it rests on."""
    return {
        "condition": finding.leaf,
        "truth": TRUTHS[finding.truth],
        "severity": finding.severity,
        "says": speaker.sentence(finding.message),
        "source": finding.source,
        "plugin": finding.plugin,
        "sequences": sorted({entry.sequence for _, entry in finding.read}),
        "parts": [finding_data(one, speaker) for one in finding.children],
    }


def obligation_data(needed: Obligation, speaker: Speaker) -> dict[str, object]:
    """One node of what is still needed, with what is below it."""
    return {
        "kind": needed.kind,
        "act": _said(needed.act, speaker),
        "who": list(needed.who),
        "about": list(needed.about),
        "count": needed.count,
        "due": _day(needed.due),
        "earliest": _day(needed.earliest),
        "ground": needed.ground,
        "source": needed.source,
        "case": needed.case,
        "parts": [obligation_data(one, speaker) for one in needed.parts],
    }


def event_data(event: RecordedEvent) -> dict[str, object]:
    """One recorded event, without what it says inside."""
    return {
        "sequence": event.sequence,
        "type": type(event.what).__name__,
        "effective": event.effective.isoformat(),
        "recorded": event.recorded.isoformat(),
        "actor": event.actor,
        "on_behalf_of": event.on_behalf_of,
        "mandate": event.mandate,
        "case": event.case,
        "step": event.step and f"{event.lifecycle}.{event.step}",
        "from": event.from_state,
        "to": event.to_state,
        "command": event.command,
    }


def attempt_data(attempt: Attempt) -> dict[str, object]:
    """One refused attempt, which is no part of the record."""
    return {
        "actor": attempt.actor,
        "first": attempt.first.isoformat(),
        "last": attempt.last.isoformat(),
        "times": attempt.times,
        **told_of(attempt),
    }


def case_data(
    case: Case, due: date | None, late: bool, holds: Decimal | None = None
) -> dict[str, object]:
    """Where one case stands."""
    return {
        "case": case.id,
        "lifecycle": case.lifecycle,
        "state": case.state,
        "since": case.entered.isoformat(),
        "due": _day(due),
        "late": late,
        "over": case.over,
        "definition": case.definition,
        "under": case.parent,
        "of": case.of,
        "rests_on": case.rests_on,
        "holds": None if holds is None else str(holds),
        "came_from": list(case.came_from),
        "roles": {role: list(case.roles[role]) for role in sorted(case.roles)},
        "effects": [
            {"effect": name, "standing": entries[None].value, "day": _day(entries[None].day)}
            for name, entries in sorted(case.effects.items())
        ],
    }


def pool_data(
    name: str, year: str | None, spent: Decimal, left: Decimal | None
) -> dict[str, object]:
    """What was spent out of a pool, of one year if it has amounts by year, and what is left."""
    told = None if left is None else str(left)
    return {"pool": name, "year": year, "spent": str(spent), "left": told}


def task_data(task: Task, speaker: Speaker) -> dict[str, object]:
    """One thing asked of a party."""
    return {
        "case": task.case,
        "step": task.step,
        "ready": task.ready,
        "plugin": task.plugin,
        "needed": obligation_data(task.obligation, speaker),
    }


def due_data(due: Due, speaker: Speaker) -> dict[str, object]:
    """A day that a case must mind."""
    return {
        "case": due.case,
        "day": due.day.isoformat(),
        "overdue": due.overdue,
        "what": speaker.sentence(due.what),
        "who": list(due.who),
        "plugin": due.plugin,
        "key": due.key,
        "source": due.source,
    }


def chain_data(report: ChainReport, speaker: Speaker) -> dict[str, object]:
    """Whether a record is whole, and how sure that is."""
    return {
        "whole": report.whole,
        "count": report.count,
        "head": report.head,
        "first_wrong": report.wrong,
        "what": _said(report.what, speaker),
        "anchored": report.anchored,
    }


def _said(message: Message | None, speaker: Speaker) -> str | None:
    return None if message is None else speaker.sentence(message)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
