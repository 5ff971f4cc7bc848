"""The same four conditions as a programmer writes them out: the measure of every ratio.

`may_adopt` is asked plain dicts, `may_adopt_mapped` the immutable maps in which a case of ours
keeps the same. Neither says why not, records anything, or knows of days.
"""

from __future__ import annotations

from typing import Any

from benchmarks.precondition import CASE, Situation
from samenwerk.values.case import Case, Collaboration

KINDS = frozenset(("provider", "insurer", "municipality"))

Plain = dict[str, Any]


def plain(situation: Situation) -> Plain:
    """The situation in dicts and lists."""
    return {
        "state": situation.state,
        "kinds": dict(situation.kinds),
        "positions": dict(situation.positions),
        "supporters": list(situation.supporters),
        "tied": dict(situation.tied),
        "regional": situation.regional,
        "single": situation.single,
    }


def may_adopt(change: Plain) -> bool:
    """Whether the four conditions hold, each asked in place."""
    positions = change["positions"]
    members = change["kinds"]
    consents = 0
    for member in members:
        if positions.get(member) == "for":
            consents += 1
    if consents * 3 < len(members) * 2:
        return False
    if not KINDS.issubset(members.values()):
        return False
    tied = change["tied"]
    supporters = change["supporters"]
    if not supporters:
        return False
    for supporter in supporters:
        if tied.get(supporter) is not False:
            return False
    regional, single = change["regional"], change["single"]
    return regional is not None and single is not None and regional >= single


def may_adopt_mapped(case: Case, kinds: dict[str, str], supporters: tuple[str, ...]) -> bool:
    """The same of a case of ours; who the members and supporters are was looked up before."""
    positions = case.positions.get("carry")
    consents = 0
    if positions is not None:
        for member in kinds:
            entry = positions.get(member)
            if entry is not None and entry.value == "for":
                consents += 1
    if consents * 3 < len(kinds) * 2:
        return False
    if not KINDS.issubset(kinds.values()):
        return False
    tied = case.facts.get("tied")
    if tied is None or not supporters:
        return False
    for supporter in supporters:
        entry = tied.get(supporter)
        if entry is None or entry.value is not False:
            return False
    regional, single = case.facts.get("regional"), case.facts.get("single")
    if regional is None or single is None:
        return False
    return regional[None].value >= single[None].value  # type: ignore[operator]


def mapped(
    situation: Situation, known: Collaboration
) -> tuple[Case, dict[str, str], tuple[str, ...]]:
    """What `may_adopt_mapped` is asked about."""
    return known.cases[CASE], dict(situation.kinds), tuple(situation.supporters)


def answer(situation: Situation) -> bool:
    """Whether the change can be adopted: it must also stand where adopting starts."""
    change = plain(situation)
    return change["state"] == "consulting" and may_adopt(change)
