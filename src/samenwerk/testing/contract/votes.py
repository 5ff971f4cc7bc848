"""Odd votes: nobody who decides, nobody who spoke, a great many, weights that are not known.

What a vote of a few words looks like in a test is `samenwerk.testing.votes`.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from samenwerk.testing.contract.questions import AROUND, DAY, MANY, ODD
from samenwerk.values.share import Share
from samenwerk.values.vote import SIDES, Vote, Voter

_WORDS = {"for": "for", "against": "against", "out": "abstain"}
_WEIGHTS = (None, 0, 1, 10**9)


def odd_votes(method: Any) -> Iterator[tuple[str, Vote]]:
    """Votes with what is odd about each, with the parameters that the method takes."""
    usual = {one.name: one.default for one in method.parameters if one.default is not None}
    lacking = [one for one in method.parameters if one.default is None]
    for place in range(AROUND):
        told = {**usual, **{one.name: ODD[one.type][place] for one in lacking}}
        for about, count, sides in _worlds():
            for closed in (False, True):
                yield f"{about}, {'closed' if closed else 'open'}", Vote(
                    decision="odd", day=DAY, voters=_voters(count, sides, place), closed=closed,
                    opened=None if not count else DAY, quorum=(None, 1, Share(1, 1))[place],
                    weighted="weight" in method.takes, parameters=MappingProxyType(dict(told)),
                )  # fmt: skip


def _worlds() -> Iterator[tuple[str, int, tuple[str, ...]]]:
    yield "nobody decides", 0, SIDES
    for count in (1, 4, MANY):
        yield f"{count} decide, on every side", count, SIDES
        for side in SIDES:
            yield f"{count} decide, all {side}", count, (side,)


def _voters(count: int, sides: tuple[str, ...], place: int) -> tuple[Voter, ...]:
    def voter(number: int) -> Voter:
        side = sides[number % len(sides)]
        word = _WORDS.get(side)
        return Voter(
            party=f"p{number}", sort=("provider", "insurer")[number % 2], side=side,
            position=word, day=None if word is None else DAY,
            weight=_WEIGHTS[(number + place) % len(_WEIGHTS)],
        )  # fmt: skip

    return tuple(voter(number) for number in range(count))
