"""Telling a count of votes: the score, what was needed, and who is still to speak.

The sentences stand with the leaf `decision`; what is counted is `core.votes`.
"""

from __future__ import annotations

from collections.abc import Iterable

from samenwerk.core.beyond import told_ended
from samenwerk.core.by_method import method_name
from samenwerk.core.votes import Count
from samenwerk.values.finding import NO, UNKNOWN, YES
from samenwerk.values.message import Message, Name


def scored(found: Count, decision: Name, truth: int) -> Message:
    """How the count of a decision stands, when its truth is this; there are voters."""
    needed = _needed(found)
    params: dict[str, object] = {
        "decision": decision, "yes": len(found.yes), "voters": len(found.voters),
        "needed": needed, "waiting": _named(found.open),
    }  # fmt: skip
    if found.beyond is not None and truth == UNKNOWN:
        return told_ended(found.beyond, decision)
    if found.weights is None and truth == UNKNOWN:
        return Message("decision.weights", {"decision": decision})
    if found.decision.plugin and (truth != NO or found.truth() != NO):
        ending = {NO: "unmet", UNKNOWN: "unknown", YES: "met"}[truth]
        method = method_name(found.decision)
        return Message(f"decision.method.{ending}", {**params, "method": method})
    if truth != NO:
        return Message("decision.met" if truth == YES else "decision.unknown", params)
    if not found.quorate(found.spoke + len(found.open)):
        told = {"present": found.spoke, "quorum": found.decision.quorum}
        return Message("decision.quorum", {**params, **told})
    objectors = [one for one in found.no if one in found.words]
    if objectors and found.decision.method in ("consent", "unanimity", "joint"):
        ending = "objection" if found.decision.method == "consent" else "against"
        return Message(
            f"decision.{ending}", {"decision": decision, "against": _named(objectors)}
        )
    vetoes = [one for one in found.no if one in found.vetoers and found.refused(one)]
    if vetoes:
        return Message("decision.veto", {**params, "against": _named(vetoes)})
    hopeful = {*found.yes, *found.open}
    sorts = tuple(Name("sort", sort) for sort, those in found.sorts.items()
                  if not hopeful & those)  # fmt: skip
    if sorts and len(found.yes) >= needed:
        return Message("decision.no_sort", {**params, "sorts": sorts})
    return Message("decision.unmet", params)


def _needed(found: Count) -> int:
    """The smallest number of yes that would carry it, were everyone to speak."""
    everyone = len(found.voters) - len(found.out)
    for size in range(1, everyone + 1):
        if found.heads(size, everyone - size, len(found.out), len(found.voters)):
            return size
    return everyone


def _named(parties: Iterable[str]) -> tuple[Name, ...]:
    return tuple(Name("party", one) for one in parties)
