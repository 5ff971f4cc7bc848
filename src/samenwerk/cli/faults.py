"""Faults of an author for a terminal: the first of them whole, the rest as a number."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from samenwerk.cli.definition import fault_catalogue, fault_texts
from samenwerk.cli.door import Door
from samenwerk.language.diagnostics import (
    Lines,
    as_json,
    count_line,
    render_diagnostic,
)
from samenwerk.values.diagnostic import Diagnostic

MOST = 100
"""So many faults are shown; who has more mends these first."""


def faults_text(faults: Sequence[Diagnostic], lines: Lines, door: Door) -> str:
    """Every fault with the author's own line, an empty line between them, and how many."""
    speaker = attrs.evolve(door.speaker(), catalogue=fault_catalogue())
    blocks = [
        render_diagnostic(one, fault_texts(), lines, speaker, door.width) for one in faults[:MOST]
    ]
    if len(faults) > MOST:
        blocks.append(door.words("check.more", count=len(faults) - MOST))
    return "\n\n".join([*blocks, count_line(faults, speaker)])


def faults_data(faults: Sequence[Diagnostic], door: Door) -> list[dict[str, object]]:
    """All of them as plain data."""
    speaker = attrs.evolve(door.speaker(), catalogue=fault_catalogue())
    return as_json(faults, fault_texts(), speaker)
