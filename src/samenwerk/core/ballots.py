"""The vote about which a plugin's method is asked, made of a count, and what it rests on.

Nothing is judged here: what counts is `core.votes`, what it comes to says the plugin.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from samenwerk.core.view import View, located
from samenwerk.core.votes import Count, count, round_of
from samenwerk.values.case import Case
from samenwerk.values.cell import Cell, Value
from samenwerk.values.declared import Decision
from samenwerk.values.given import NOTHING_GIVEN, Given
from samenwerk.values.vote import Vote, Voter


def vote_of(
    decision: Decision, above: str | None, view: View, parameters: Mapping[str, Given] | None = None
) -> Vote | None:
    """A decision by a plugin's method as it stands in a view; None when there is no such case."""
    case = located(view, above)
    found = count(decision, above, view)
    if case is None or found is None:
        return None
    there = view.in_case(case)
    _, opened, closing = round_of(decision, view, case)
    return Vote(
        decision=decision.name if decision.lifecycle is None
        else f"{decision.lifecycle}.{decision.name}",
        day=view.day,
        voters=tuple(_voter(found, one, decision, there) for one in found.voters),
        opened=opened if found.opened else None,
        closing=closing,
        closed=found.closed,
        quorum=decision.quorum,
        weighted=decision.weight is not None,
        facts=_known(decision.looks_at, there, None),
        parameters=NOTHING_GIVEN if parameters is None else MappingProxyType(dict(parameters)),
    )


def _voter(found: Count, one: str, decision: Decision, there: View) -> Voter:
    party = there.collaboration.register.party(one)
    said = found.words.get(one)
    weighed = None if decision.weight is None else _value(decision.weight, there, one)
    known = isinstance(weighed, int) and not isinstance(weighed, bool) and weighed >= 0
    sides = {"for": found.yes, "against": found.no, "out": found.out, "open": found.open}
    return Voter(
        party=one,
        sort="" if party is None else party.sort,
        side=next(side for side, those in sides.items() if one in those),
        position=None if said is None else str(said.value),
        day=None if said is None else said.day,
        by=None if said is None or said.by == one else said.by,
        weight=weighed if known and isinstance(weighed, int) else None,
        veto=one in found.vetoers,
        facts=_known(decision.looks_at, there, one),
    )


def _known(names: tuple[str, ...], there: View, who: str | None) -> Mapping[str, Value]:
    """What is known of a voter, or of the case, of the facts that are looked at."""
    pairs = ((name.rpartition(".")[2], _value(name, there, who)) for name in names)
    return MappingProxyType({name: value for name, value in pairs if value is not None})


def _value(name: str, there: View, who: str | None) -> Value | None:
    lifecycle, _, short = name.rpartition(".")
    at = located(there, lifecycle or None)
    entry = None if at is None else at.entry("facts", short, who)
    return None if entry is None else entry.value


def rests_on(decision: Decision, case: Case, view: View, voters: tuple[str, ...]) -> Iterator[Cell]:
    """The cells of the facts at which a method looks beside the positions."""
    there = view.in_case(case)
    for name in decision.looks_at:
        lifecycle, _, short = name.rpartition(".")
        at = located(there, lifecycle or None)
        for who in (*voters, None) if at is not None else ():
            if at is not None and at.entry("facts", short, who) is not None:
                yield Cell(at.id, "fact", short, who)
