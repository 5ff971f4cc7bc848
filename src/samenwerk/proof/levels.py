"""Which needs take part in a search, from few to many.

A need that takes no part can be met at any moment, as far as the search knows: so it may find a
path that nobody can go, and never misses one. Where fewer needs show that there is none, more
need not be looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import attrs

from samenwerk.core.compiled import Compiled
from samenwerk.core.tree import Tree
from samenwerk.proof.asked import Wish
from samenwerk.proof.doing import needs_of
from samenwerk.proof.linked import apart
from samenwerk.proof.question import Move, Question, moves
from samenwerk.proof.slow import beside, chain, concerned, is_plain, is_slow, whos

LEVELS = ("none", "plain", "near", "parties", "all")
"""How many of the needs that are not linked to what is asked take part in a search: none, those
about the case itself and those above it, also those about cases of its lifecycle, those that look
at other parties than what is asked, and all that look at what is slow."""

Wishes = Mapping[tuple[str, str], tuple[Wish, ...]]
"""The needs that count, by the full name of a step and how it moves a case."""


def by_level(
    compiled: Compiled, question: Question, hits: frozenset[tuple[str, str]],
    trees: tuple[Tree, ...], linked: Callable[[Move], tuple[Wish, ...]],
) -> tuple[Wishes, ...]:  # fmt: skip
    """The needs that count, on each level on which they are others than on the one before.

    `linked` gives the needs of a move that have to do with what is asked: those count always.
    """
    found: list[Wishes] = []
    for level in LEVELS:
        wishes = dict(_wishes(compiled, question, hits, trees, linked, level))
        if not found or _asks(wishes) != _asks(found[-1]):
            found.append(wishes)
    return tuple(found)


def _wishes(
    compiled: Compiled, question: Question, hits: frozenset[tuple[str, str]],
    trees: tuple[Tree, ...], linked: Callable[[Move], tuple[Wish, ...]], level: str,
) -> Iterator[tuple[tuple[str, str], tuple[Wish, ...]]]:  # fmt: skip
    parties = {who for tree in trees for who in whos(tree)}
    near_by = (question.lifecycle, *beside(compiled, question.lifecycle, trees))
    close = {above for one in near_by for above in chain(compiled, one)}
    names = concerned(compiled, question.lifecycle, trees) if level == "all" else close
    for name in sorted(names):
        since = question.since is not None and name == question.lifecycle
        for move in moves(compiled, name, question.breaches):
            key = (move.found.step.full_name, move.how)
            hosting = attrs.evolve(move, how="step") if move.how == "merge" else move
            near = linked(move) if key in hits or since else ()
            known = [wish.tree for wish in near]
            yield key, (*near, *(
                wish for wish in apart(needs_of(hosting))
                if wish.tree not in known
                and _counts(compiled, question, level, name, wish.tree, parties, close)
            ))  # fmt: skip


def _counts(
    compiled: Compiled, question: Question, level: str, lifecycle: str, tree: Tree,
    parties: set[str], close: set[str],
) -> bool:  # fmt: skip
    """Whether a need that is not linked takes part in a search of a level."""
    own, looks = whos(tree), is_slow(compiled, tree)
    if level == "none" or not (own <= parties or level in ("parties", "all")):
        return False
    if level in ("parties", "all"):
        return looks or bool(own & parties)
    if not looks:
        return False
    outside = set(beside(compiled, question.lifecycle, (tree,)))
    return is_plain(compiled, lifecycle, tree) or (level == "near" and outside <= close)


def _asks(wishes: Wishes) -> set[tuple[str, str, int]]:
    return {(*key, id(wish.tree)) for key, those in wishes.items() for wish in those}
