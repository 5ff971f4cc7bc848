"""Findings: what each condition of a step answered, and on what evidence."""

from __future__ import annotations

import attrs

from samenwerk.values.cell import Cell, Entry
from samenwerk.values.message import Message

NO, UNKNOWN, YES = 0, 1, 2
"""The three truths; all is the smallest, any the largest, not is two minus it."""


@attrs.frozen(slots=False)
class Finding:
    """One node of the evaluated tree, opened for reading.

    `leaf` is the stable name of the condition in the record; `read` the entries its answer
    rests on; `severity` is set where a condition stands on a step.
    """

    leaf: str
    truth: int
    message: Message
    read: tuple[tuple[Cell, Entry], ...] = ()
    children: tuple[Finding, ...] = ()
    severity: str = "block"
    source: str | None = None
    plugin: str | None = None


@attrs.frozen(slots=False)
class FindingRecord:
    """What of a finding goes into the record: condition, truth, sequences read, plugin.

    Where a plugin's answer is only part of the condition, `asked` is the question and `answer`
    what it said.
    """

    leaf: str
    truth: int
    sequences: tuple[int, ...] = ()
    plugin: str | None = None
    asked: str | None = None
    answer: int | None = None
