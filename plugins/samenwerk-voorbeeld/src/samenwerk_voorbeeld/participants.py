"""The fact `participants`: how many parties take part on the day, counted in the register."""

from __future__ import annotations

from collections.abc import Mapping

from samenwerk import PluginFacts, Question


def collect(question: Question) -> Mapping[str, int]:
    """The number of parties that take part, without those that speak beside another."""
    return {"participants": sum(one.belongs_to is None for one in question.parties())}


PARTICIPANTS = PluginFacts(
    name="participants",
    provides=("participants",),
    collect=collect,
    labels={"nl": "aantal deelnemende partijen", "en": "number of parties that take part"},
)
