"""A search made ready for one setting: its places, and which steps and answers it remembers."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from samenwerk.core.compiled import Compiled
from samenwerk.core.view import View
from samenwerk.proof.asked import Limits, Setting
from samenwerk.proof.control import Board, everything, standing
from samenwerk.proof.feasible import Feasible
from samenwerk.proof.frozen import Frozen, frozen
from samenwerk.proof.inside import Part
from samenwerk.proof.levels import Wishes
from samenwerk.proof.question import Question
from samenwerk.proof.searching import Search


@attrs.frozen
class Allowance:
    """How far a search may go, and which sets of parties its settings have so many of."""

    limits: Limits
    control: int
    parties: frozenset[str]


def ready(
    compiled: Compiled, setting: Setting, question: Question, hits: frozenset[tuple[str, str]],
    wishes: Wishes, parts: Callable[[View, bool], tuple[Part, ...]], allowance: Allowance,
) -> Search:  # fmt: skip
    """The search for what breaks a question in a setting; `parts` says what may break of it in
    the view of a case that is where the question is about, or that came there of a split."""
    plain = Board(compiled, setting, frozenset(), question.breaches)
    looked_at: set[str] = set()
    still: dict[str, tuple[Frozen, ...]] = {}
    for place in plain.places:
        view = everything(plain, place.id)
        own = [wish.tree for move in plain.moves[place.lifecycle]
               for wish in wishes.get((move.found.step.full_name, move.how), ())]  # fmt: skip
        if place.lifecycle == question.lifecycle:
            own.append(question.condition)
        known = still[place.lifecycle] = frozen(compiled, view, own)
        looked_at |= {f"{place.lifecycle}.{step}" for one in known for step in one.steps}
        for cell in {cell for tree in dict.fromkeys(own) for cell in tree.reads(view)}:
            if cell.kind in ("step", "breach") and cell.case:
                home = view.collaboration.cases[cell.case].lifecycle
                looked_at.add(f"{home}.{cell.name}")
    board = attrs.evolve(plain, looked_at=frozenset(looked_at))
    feasible = Feasible(board, allowance.limits, still, allowance.parties)
    there = standing(plain, question.reach)
    whole, parted = parts(there, False), parts(there, True)
    return Search(question, board, feasible, wishes, hits, allowance.control, whole, parted)
