"""A vote as a method of a plugin gets it: who decides, what each said, and what else is known.

Values only: what counts is worked out in `core.ballots`, what it comes to by the method.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import attrs

from samenwerk.values.cell import Value
from samenwerk.values.given import NOTHING_GIVEN, Given
from samenwerk.values.share import Share

NOTHING_KNOWN: Mapping[str, Value] = MappingProxyType({})

SIDES = ("for", "against", "out", "open")
"""How a voter counts: for, against, left out (abstained, or silent when the round closed), or
not yet, because this voter can still speak."""


@attrs.frozen
class Voter:
    """One who decides, as it stands on the day.

    `side` is how the text lets this voter count (one of `SIDES`); `position` the word that was
    said in this round (None: nothing that counts), on `day`, `by` whom when that was another.
    `weight` is what the fact says that the decision names (None: not known), `facts` what is
    known of this voter of what the decision looks at. One with a `veto` has stopped it already
    when it was against: the method need not look.

    >>> Voter("noord", "provider", "for", "for", weight=3).weight
    3
    """

    party: str
    sort: str
    side: str = "open"
    position: str | None = None
    day: date | None = None
    by: str | None = None
    weight: int | None = None
    veto: bool = False
    facts: Mapping[str, Value] = NOTHING_KNOWN


@attrs.frozen
class Vote:
    """A decision that a method works out: who decides, and how it stands on the day.

    `opened` is None as long as the step that opens the round was not done. The round is
    `closed` when nobody can speak any more; `closing` is the day on which it closes. `quorum` is
    what the text asks beside the method: it is looked after before. `weighted` tells whether
    the decision names a fact for the weights. `facts` are the facts of the case that it looks
    at, and `parameters` what the workflow gave the method.
    """

    decision: str
    day: date
    voters: tuple[Voter, ...]
    opened: date | None = None
    closing: date | None = None
    closed: bool = False
    quorum: int | Share | None = None
    weighted: bool = False
    facts: Mapping[str, Value] = NOTHING_KNOWN
    parameters: Mapping[str, Given] = NOTHING_GIVEN

    def of(self, *sides: str) -> tuple[Voter, ...]:
        """The voters on these sides, in the order of the text.

        >>> vote.of("for", "against")                                          # doctest: +SKIP
        (Voter(party='noord', ...),)
        """
        return tuple(one for one in self.voters if one.side in sides)

    @property
    def absent(self) -> tuple[Voter, ...]:
        """Those who said nothing that counts."""
        return tuple(one for one in self.voters if one.position is None)


def as_if(vote: Vote, sides: Mapping[str, str], *, closed: bool = True) -> Vote:
    """The same vote with every voter on another side, as if each had just said so.

    Whoever is not in `sides` said nothing, and is `open`.
    """
    words = {"for": "for", "against": "against", "out": "abstain"}

    def turned(one: Voter) -> Voter:
        side = sides.get(one.party, "open")
        word = words.get(side)
        day = None if word is None else vote.day
        return attrs.evolve(one, side=side, position=word, day=day, by=None)

    voters = tuple(turned(one) for one in vote.voters)
    opened = vote.opened or vote.day
    return attrs.evolve(vote, voters=voters, opened=opened, closed=closed)
