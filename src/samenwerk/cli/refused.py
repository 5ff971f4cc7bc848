"""A refusal of a command that has an answer of its own: told as that of an act."""

from __future__ import annotations

from samenwerk.cli.door import FOUND, Door
from samenwerk.language.catalogue import Speaker
from samenwerk.values.outcome import Outcome


def told_no(door: Door, outcome: Outcome, speaker: Speaker) -> int:
    """Print why it may not happen and what can be done about it; gives the exit code."""
    from samenwerk.language.outcome import render_outcome
    from samenwerk.language.plain import outcome_data

    return door.answer(
        FOUND,
        lambda: render_outcome(outcome, speaker, door.width),
        lambda: outcome_data(outcome, speaker),
    )
