"""What a change in a decision comes to in votes where a method of a plugin decides: it is asked.

The same method answers for both texts: the one that is installed now. What cannot be known so is
said, with why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from samenwerk.core.coalitions import Coalitions, coalitions, fresh
from samenwerk.core.coalitions_asked import Comes, coalitions_asked
from samenwerk.core.votes import Count
from samenwerk.language.deciding import round_by_register
from samenwerk.upgrade.difference import Votes
from samenwerk.values.declared import Decision
from samenwerk.values.errors import PluginError
from samenwerk.values.register import Register
from samenwerk.values.vote import Vote, Voter

MADE_UP = (3, 5, 8)
"""Sizes of a group for which the method is asked where no register tells who votes."""

Method = Callable[[Decision, Vote], Comes | None]
"""The method of a decision, asked as if each voter were on some side; None when it is not here."""


def no_method(decision: Decision, vote: Vote) -> Comes | None:
    """Nothing is installed."""
    return None


def asked_votes(
    before: Decision, after: Decision, register: Register | None, day: date, method: Method
) -> Iterator[Votes]:
    """For the parties of the register or else for made-up ones; one with a `why` when unknown."""
    if any(one.weight or one.looks_at for one in (before, after)):
        yield Votes(None, None, why="case")
        return
    if register is not None and register.parties:
        rounds = [round_by_register(one, register, day) for one in (before, after)]
        if any(one is None for one in rounds):
            yield Votes(None, None, why="case")
            return
        counts = [one for one in rounds if one is not None and one.voters]
        if len(counts) == len(rounds):
            sorts = {one.id: one.sort for one in register.parties}
            yield from _both(counts, sorts, day, method, made_up=False)
            return
    if any(one.sorts or one.veto for one in (before, after)):
        yield Votes(None, None, why="register")
        return
    for size in MADE_UP:
        voters = tuple(f"party {number + 1}" for number in range(size))
        found = tuple(_both([fresh(before, voters), fresh(after, voters)], {}, day, method, True))
        yield from found
        if any(one.why for one in found):
            return


def _both(
    counts: list[Count], sorts: dict[str, str], day: date, method: Method, made_up: bool
) -> Iterator[Votes]:
    try:
        old, new = (_asked(one, sorts, day, method) for one in counts)
    except PluginError:
        yield Votes(None, None, why="plugin")
        return
    if isinstance(old, str) or isinstance(new, str):
        yield Votes(None, None, why=old if isinstance(old, str) else str(new))
        return
    votes = Votes(old, new, made_up)
    if votes.differs:
        yield votes


def _asked(count: Count, sorts: dict[str, str], day: date, method: Method) -> Coalitions | str:
    decision = count.decision
    if not decision.plugin:
        return coalitions(count)
    voters = tuple(Voter(one, sorts.get(one, "")) for one in count.voters)
    comes = method(decision, Vote(decision.name, day, voters))
    if comes is None:
        return "plugin"
    return coalitions_asked(count, comes) or "many"
