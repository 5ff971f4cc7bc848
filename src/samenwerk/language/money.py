"""Money and windows in words: what a step moves, what a pool must hold, when something is open.

Whole steps and the other conditions are `steps`.
"""

from __future__ import annotations

from samenwerk.core.leaves.pool import Pool
from samenwerk.core.leaves.queue import Queue
from samenwerk.core.leaves.window import Window
from samenwerk.core.wording import operand_name
from samenwerk.language.catalogue import Speaker
from samenwerk.values.declared import Moves
from samenwerk.values.message import Message, Name
from samenwerk.values.operand import Held


def moves_text(moves: Moves, speaker: Speaker) -> str:
    """What a step moves from where to where, as the end of a sentence."""
    out_of, into = (
        Message("said.outside") if one is None else operand_name(one)
        for one in (moves.out_of, moves.into)
    )
    if isinstance(moves.amount, Held):
        return speaker.words("said.moves_all", out_of=out_of, into=into)
    amount = operand_name(moves.amount)
    return speaker.words("said.moves_money", amount=amount, out_of=out_of, into=into)


def asked_text(leaf: Window | Pool | Queue, speaker: Speaker) -> str:
    """That a window is open, what a pool must hold, or that it is the turn of a case."""
    match leaf:
        case Queue():
            return speaker.words("said.queue", queue=Name("queue", leaf.name))
        case Pool():
            tests = tuple(Message(f"test.{op}", {"bound": operand_name(b)}) for op, b in leaf.tests)
            return speaker.words("said.pool", pool=operand_name(leaf.held), tests=tests)
    name = Name("window", leaf.name)
    if leaf.exception is not None:
        name = Name("exception", f"{leaf.name}@{leaf.exception}")
    return speaker.words("said.window", window=name)


WORDING = {
    "nl": {
        "said.outside": "buiten",
        "said.moves_money": "; {amount} gaat van {out_of} naar {into}",
        "said.moves_all": "; alles uit {out_of} gaat naar {into}",
        "said.queue": "dit dossier is aan de beurt in {queue}",
        "said.pool": "in {pool} zit {tests}",
        "said.window": "{window} is open",
    },
    "en": {
        "said.outside": "outside",
        "said.moves_money": "; {amount} goes from {out_of} to {into}",
        "said.moves_all": "; all that is in {out_of} goes to {into}",
        "said.queue": "it is the turn of this case in {queue}",
        "said.pool": "{pool} holds {tests}",
        "said.window": "{window} is open",
    },
}
