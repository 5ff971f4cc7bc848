"""Splitting a case into several, and merging several into one: what a command must say for it.

What becomes of the cases is `evolve`, by the events that are made here.
"""

from __future__ import annotations

from samenwerk.values.command import Do
from samenwerk.values.declared import Step
from samenwerk.values.errors import Misuse


def fitting_step(step: Step, command: Do) -> None:
    """Raise Misuse for a command that splits or merges with a step that does not."""
    if command.into or command.heir is not None:
        raise Misuse("it does not split", what="no_split", name=step.full_name)
    if command.merges:
        raise Misuse("it does not merge", what="no_merge", name=step.full_name)
