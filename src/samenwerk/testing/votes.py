"""Votes for the tests of a method: who is on which side, with what is known of each.

No workflow and no case: a method looks at nothing but its vote.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from samenwerk.hooks.families.methods import PluginMethod
from samenwerk.hooks.values import Answer, Given
from samenwerk.values.cell import Value
from samenwerk.values.share import Share
from samenwerk.values.vote import Vote, Voter

DAY = date(2027, 3, 1)
_WORDS = {"for": "for", "against": "against", "out": "abstain"}


def a_vote(
    method: PluginMethod,
    sides: Mapping[str, str],
    *,
    weights: Mapping[str, int] | None = None,
    sorts: Mapping[str, str] | None = None,
    facts: Mapping[str, Value | Mapping[str, Value]] | None = None,
    closed: bool = False,
    quorum: int | Share | None = None,
    **parameters: Given,
) -> Vote:
    """A vote in which each party is on this side: for, against, out or open.

    `facts` are those that the decision looks at: of the case, or by party. Parameters that are
    not given have their default.

    >>> a_vote(method, {"noord": "for", "zuid": "open"}, least=2)              # doctest: +SKIP
    """
    known = facts or {}

    def told(one: str) -> Mapping[str, Value]:
        own = {name: by.get(one) for name, by in known.items() if isinstance(by, Mapping)}
        return MappingProxyType({name: said for name, said in own.items() if said is not None})

    voters = tuple(
        Voter(
            party=one, sort=(sorts or {}).get(one, "member"), side=side,
            position=_WORDS.get(side), day=DAY if side in _WORDS else None,
            weight=(weights or {}).get(one), facts=told(one),
        )
        for one, side in sides.items()
    )  # fmt: skip
    given = {one.name: one.default for one in method.parameters if one.default is not None}
    whole = {name: by for name, by in known.items() if not isinstance(by, Mapping)}
    return Vote(
        decision="decision", day=DAY, voters=voters, opened=DAY, closed=closed, quorum=quorum,
        weighted=weights is not None, facts=MappingProxyType(whole),
        parameters=MappingProxyType({**given, **parameters}),
    )  # fmt: skip


def answered(method: PluginMethod, sides: Mapping[str, str], **known: object) -> Answer:
    """What a method answers about such a vote; `known` is that of `a_vote`."""
    assert method.decide is not None
    return method.decide(a_vote(method, sides, **known))  # type: ignore[arg-type]
