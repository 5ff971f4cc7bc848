"""Money and windows in words: what a step moves, what a pool must hold, when something is open.

Whole steps and the other conditions are `steps`.
"""

from __future__ import annotations

from samenwerk.core.leaves.pool import Pool
from samenwerk.core.leaves.window import Window
from samenwerk.core.wording import operand_name
from samenwerk.language.catalogue import Speaker
from samenwerk.values.declared import Moves
from samenwerk.values.message import Message, Name


def moves_text(moves: Moves, speaker: Speaker) -> str:
    """What a step moves from where to where, as the end of a sentence."""
    out_of, into = (
        Message("said.outside") if one is None else operand_name(one)
        for one in (moves.out_of, moves.into)
    )
    amount = operand_name(moves.amount)
    return speaker.words("said.moves_money", amount=amount, out_of=out_of, into=into)


def pool_text(leaf: Pool, speaker: Speaker) -> str:
    """What a pool, or the case, must hold."""
    tests = tuple(Message(f"test.{op}", {"bound": operand_name(b)}) for op, b in leaf.tests)
    return speaker.words("said.pool", pool=operand_name(leaf.held), tests=tests)


def window_text(leaf: Window, speaker: Speaker) -> str:
    """That a window is open, or an exception to it."""
    name = Name("window", leaf.name)
    if leaf.exception is not None:
        name = Name("exception", f"{leaf.name}@{leaf.exception}")
    return speaker.words("said.window", window=name)


WORDING = {
    "nl": {
        "said.outside": "buiten",
        "said.moves_money": "; {amount} gaat van {out_of} naar {into}",
        "said.pool": "in {pool} zit {tests}",
        "said.window": "{window} is open",
    },
    "en": {
        "said.outside": "outside",
        "said.moves_money": "; {amount} goes from {out_of} to {into}",
        "said.pool": "{pool} holds {tests}",
        "said.window": "{window} is open",
    },
}
