"""What is kept of a refused attempt: who asked what, for which day, and the findings as data.

No free text, no title and no value goes along: names of what was filled in are enough to see what
was tried.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from samenwerk.core.spell import TRUTHS
from samenwerk.values.attempt import Attempt
from samenwerk.values.command import Command, Do, Enrol
from samenwerk.values.finding import Finding
from samenwerk.values.outcome import Outcome

_PLAIN = (
    "case", "step", "parent", "rests_on", "decision", "position", "fact", "who", "document",
    "workflow", "definition", "how", "key", "effect", "heir", "collaboration",
)  # fmt: skip
"""Fields of commands that are names."""


def attempt_of(collaboration: str, command: Command, outcome: Outcome) -> Attempt:
    """The attempt that a refused command was."""
    body = {
        "actor": command.actor,
        "asked": _asked(command),
        "command": type(command).__name__,
        "day": command.day.isoformat(),
        "findings": [_finding(one) for one in outcome.findings],
        "ground": outcome.ground,
        "on_behalf_of": command.on_behalf_of,
        "reason": None if outcome.headline is None else outcome.headline.id,
        "verdict": outcome.verdict.value,
    }
    told = {name: value for name, value in body.items() if value not in (None, [], {})}
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return Attempt(
        collaboration=collaboration, actor=command.actor or "", body=text,
        key=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        first=command.moment, last=command.moment,
    )  # fmt: skip


def told_of(attempt: Attempt) -> Mapping[str, Any]:
    """What an attempt tells, by name; nothing for one that stands for many."""
    return json.loads(attempt.body) if attempt.body else {}


def _asked(command: Command) -> dict[str, object]:
    """What was asked, by the names in the command: never its values and texts."""
    asked: dict[str, object] = {
        name: value
        for name in _PLAIN
        if (value := getattr(command, name, None)) not in (None, "")
    }
    if isinstance(command, Do):
        filled = sorted({*command.facts, *command.documents, *command.roles})
        asked |= {"filled": filled} if filled else {}
        asked |= {"anyway": True} if command.anyway else {}
    if isinstance(command, Enrol):
        asked |= {
            name: len(lines)
            for name in ("parties", "sits", "holds", "gives", "regions")
            if (lines := getattr(command, name))
        }
    return asked


def _finding(finding: Finding) -> list[object]:
    """As a finding stands in the record: condition, truth, and the sequences it rests on."""
    sequences = sorted(set(_sequences(finding)))
    told: list[object] = [finding.leaf, TRUTHS[finding.truth], sequences]
    return [*told, finding.plugin] if finding.plugin else told


def _sequences(finding: Finding) -> Iterator[int]:
    yield from (entry.sequence for _, entry in finding.read)
    for child in finding.children:
        yield from _sequences(child)
