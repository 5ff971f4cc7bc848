"""Who can decide together, on the page of a decision: by the register, or in one case.

What groups can do is `core.coalitions`; how it is said is `language.deciding`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import attrs

from samenwerk.core.ballots import vote_of
from samenwerk.core.by_method import method_name
from samenwerk.core.coalitions import Coalitions, coalitions, unspoken
from samenwerk.core.coalitions_asked import Comes, coalitions_asked
from samenwerk.core.view import View
from samenwerk.core.votes import Count, count
from samenwerk.language.catalogue import Speaker
from samenwerk.language.deciding import deciding_rows, round_by_register
from samenwerk.language.layout import wrap
from samenwerk.values.declared import Decision
from samenwerk.values.errors import PluginError
from samenwerk.values.vote import Vote, Voter, as_if


@attrs.frozen
class Deciding:
    """A round on a day, as far as it is known who votes in it; `id` says why it is not."""

    day: date
    id: str | None
    voters: tuple[str, ...] = ()
    found: Coalitions | None = None
    told: Mapping[str, object] = attrs.field(factory=dict)

    def rows(self, speaker: Speaker, width: int) -> Iterator[str]:
        """The part of the page, laid out."""
        yield ""
        yield from wrap(speaker.words("deciding.title", day=self.day), width, "  ")
        said = [speaker.words(self.id, **self.told)] if self.id else []
        if self.found is not None:
            voters = speaker.parties(self.voters, 12)
            said = [speaker.words("deciding.voters", who=voters)]
            said += deciding_rows(self.found, speaker)
        for one in said:
            yield from wrap(one, width, "  - ")

    def data(self) -> dict[str, Any]:
        """The same as plain data; shares as text, as `"1/3"`."""
        found = self.found
        return {
            "day": self.day.isoformat(),
            "voters": list(self.voters),
            "possible": None if found is None else found.possible,
            "closes": None if found is None else found.closes,
            "deciding": _listed(found.deciding if found else None),
            "deciding_in_silence": _listed(found.deciding_in_silence if found else None),
            "blocking": _listed(found.blocking if found else None),
            "vetoes": None if found is None else list(found.vetoes),
            "alone": None if found is None else list(found.alone),
            "never": _listed(found.never if found else None),
            "tips": None if found is None or found.tips is None else {
                one: str(share) for one, share in found.tips.items()
            },
        }  # fmt: skip


def deciding(decision: Decision, speaker: Speaker, day: date | None) -> Deciding | None:
    """Who can decide by the register that the speaker knows; None without register or day."""
    register = speaker.labels.register
    if register is None or day is None:
        return None
    found = round_by_register(decision, register, day)
    if found is None:
        return Deciding(day, "deciding.in_case")
    sorts = {one.id: one.sort for one in register.parties}
    voters = tuple(Voter(one, sorts.get(one, "")) for one in found.voters)
    return _of(found, day, Vote(decision.name, day, voters) if decision.plugin else None)


def deciding_in(decision: Decision, view: View) -> Deciding | None:
    """Who can decide in the case of a view; None when the decision is not taken there."""
    found = count(decision, decision.lifecycle, view)
    if found is None:
        return None
    if found.weights is None:
        return Deciding(view.day, "deciding.weights", found.voters)
    vote = vote_of(decision, decision.lifecycle, view) if decision.plugin else None
    return _of(unspoken(found), view.day, vote)


def _of(found: Count, day: date, vote: Vote | None) -> Deciding:
    if not found.voters:
        return Deciding(day, "deciding.nobody")
    if vote is None:
        return Deciding(day, None, found.voters, coalitions(found))
    told = {"method": method_name(found.decision), "voters": len(found.voters)}
    comes = method_of(found.decision, vote)
    if comes is None:
        return Deciding(day, "deciding.by_plugin", found.voters, told=told)
    try:
        asked = coalitions_asked(found, comes)
    except PluginError:
        return Deciding(day, "deciding.by_plugin", found.voters, told=told)
    id = "deciding.too_many" if asked is None else None
    return Deciding(day, id, found.voters, asked, told)


def method_of(decision: Decision, vote: Vote) -> Comes | None:
    """The method of an installed plugin, asked as if each voter were on some side; None: absent."""
    from samenwerk.hooks.calling.caller import Caller
    from samenwerk.hooks.families.methods import asked_of
    from samenwerk.hooks.families.rules import given
    from samenwerk.hooks.installed import installed

    plugin, _, name = decision.method.partition(".")
    plugins = installed((plugin,))
    method = plugins.by_name("methods").get(decision.method)
    if method is None:
        return None
    known = given(plugin, name, method.parameters, dict(decision.given))
    whole, caller = attrs.evolve(vote, parameters=known), Caller(plugins)

    def comes(sides: Mapping[str, str], closed: bool) -> int:
        return asked_of(caller, plugin, name, as_if(whole, sides, closed=closed)).truth

    return comes


def _listed(some: tuple[str, ...] | None) -> list[str] | None:
    return None if some is None else list(some)
