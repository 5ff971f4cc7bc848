"""The method `preference`: choosing one from a list, with elimination rounds.

Each voter fills in first choice, second choice and so on as facts of its own, and says for to hand
that in. In each round the candidate with the fewest first choices falls out, until one has
enough. Who says against wants none of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

import attrs

from samenwerk import Answer, Message, Name, Parameter, PluginMethod, Share, Vote, Voter
from samenwerk_besluitvorming.weights import part_of

Ballot = tuple[str, ...]
"""Candidates in order of preference; empty: none of them."""


@attrs.frozen
class Chosen:
    """What the rounds came to: the winner (None: they tie), its votes, of how many, and when."""

    winner: str | None
    votes: int
    counted: int
    rounds: int


def rounds(ballots: Sequence[Ballot], share: Fraction) -> Chosen:
    """Eliminate until one candidate has more than this share of the ballots that still count.

    All who share the last place fall out together; when that is everybody, nobody wins.

    >>> rounds([("a", "b"), ("b",), ("c", "b")], Fraction(1, 2))
    Chosen(winner=None, votes=1, counted=3, rounds=1)
    >>> rounds([("a",), ("a",), ("b", "a"), ("c", "b"), ("b",)], Fraction(1, 2))
    Chosen(winner='b', votes=3, counted=5, rounds=2)
    """
    left = {one for ballot in ballots for one in ballot}
    none = sum(not ballot for ballot in ballots)
    for number in range(1, len(left) + 2):
        firsts = (next((one for one in ballot if one in left), None) for ballot in ballots)
        tally = Counter(dict.fromkeys(left, 0))
        tally.update(one for one in firsts if one is not None)
        counted = sum(tally.values()) + none
        most = max(tally.values(), default=0)
        leaders = [one for one, votes in tally.items() if votes == most]
        if most > share * counted and len(leaders) == 1:
            return Chosen(leaders[0], most, counted, number)
        fewest = min(tally.values(), default=0)
        last = {one for one, votes in tally.items() if votes == fewest}
        if last == left:
            break
        left -= last
    return Chosen(None, most, counted, number)


def decide(vote: Vote) -> Answer:
    """Yes when the one that is to be adopted has won; not known as long as ballots can come."""
    named = str(vote.parameters["chosen"])
    part = part_of(vote.parameters["share"])
    if not vote.voters:
        return Answer(0, Message("besluitvorming.nobody"))
    cast = [ballot(one, named) for one in vote.of("for")]
    ballots = [*cast, *(() for _ in vote.of("against"))]
    found = rounds(ballots, part)
    waiting = vote.of("open")
    if waiting:
        # whoever is still to come could only bring this about if it is not settled already
        sure = rounds([*ballots, *(() for _ in waiting)], part)
        if sure.winner is None or sure.rounds > 1:
            parties = tuple(Name("party", one.party) for one in waiting)
            return Answer(1, Message("besluitvorming.ballots", {"parties": parties}))
        found = sure
    if found.winner is None:
        return Answer(0, Message("besluitvorming.no_winner", {"rounds": found.rounds}),
                      (Message("besluitvorming.vote_again"),))  # fmt: skip
    return _compared(found, named, vote)


def _compared(found: Chosen, named: str, vote: Vote) -> Answer:
    assert found.winner is not None
    label = _label(found.winner, named, vote)
    told = {"winner": label, "votes": found.votes, "counted": found.counted,
            "rounds": found.rounds}  # fmt: skip
    if not named:
        return Answer(2, Message("besluitvorming.won", told))
    adopted = vote.facts.get(named)
    if adopted is None:
        ways = (Message("besluitvorming.record_winner", {"winner": label}),)
        return Answer(1, Message("besluitvorming.won_not_adopted", told), ways)
    if adopted == found.winner:
        return Answer(2, Message("besluitvorming.won", told))
    ways = (Message("besluitvorming.record_winner", {"winner": label}),)
    return Answer(0, Message("besluitvorming.another_won", told), ways)


def ballot(voter: Voter, named: str) -> Ballot:
    """What a voter filled in, in the order of the text, each candidate once."""
    filled = (str(one) for name, one in voter.facts.items() if name != named)
    return tuple(dict.fromkeys(filled))


def _label(winner: str, named: str, vote: Vote) -> Name:
    """The winner as people call it: the word of the fact in which it was chosen."""
    facts = (name for one in vote.voters for name in one.facts if name != named)
    return Name("word", f"{next(facts, named)}={winner}")


PREFERENCE = PluginMethod(
    name="preference",
    labels={"nl": "voorkeur, met afvalronden", "en": "preference, with elimination rounds"},
    decide=decide,
    parameters=(
        Parameter("chosen", "text", "", {"nl": "gegeven van het dossier met wat wordt aangenomen",
                                         "en": "fact of the case with what is to be adopted"}),
        Parameter("share", "share", Share(1, 2), {"nl": "winnen: meer dan dit deel",
                                                  "en": "winning: more than this share"}),
    ),
    takes=("looks_at",),
)  # fmt: skip
