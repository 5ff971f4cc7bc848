"""The rule `fair_share`: each party contributes what it can bear, within a margin.

TOML cannot say this: it compares a part of a sum with a part of another sum.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from samenwerk import Answer, Message, Name, Parameter, PluginRule, Question, Share
from samenwerk_voorbeeld.sharing import deviations

CONTRIBUTION, CAPACITY = "contribution", "capacity"
MARGIN = Share(1, 10)


def judge(question: Question) -> Answer:
    """Yes when every contribution fits, no when one does not, unknown while one is missing."""
    contributions = _amounts(question, CONTRIBUTION)
    capacities = _amounts(question, CAPACITY)
    without = sorted({*contributions, *capacities} - (contributions.keys() & capacities.keys()))
    if without or not contributions:
        told = {"parties": tuple(Name("party", one) for one in without)}
        id = "voorbeeld.missing" if without else "voorbeeld.nothing"
        return Answer(1, Message(id, told), (Message("voorbeeld.both"),))
    margin = question.parameters["margin"]
    part = margin.fraction if isinstance(margin, Share) else Fraction(0)
    found = deviations(contributions, capacities, part)
    if not found:
        return Answer(2, Message("voorbeeld.fits", {"count": len(contributions)}))
    worst = max(found, key=lambda one: (abs(one.given - one.fair), one.party))
    told_worst = {"party": Name("party", worst.party), "given": worst.given, "fair": worst.fair}
    ways = tuple(
        Message("voorbeeld.closer", {"party": Name("party", one.party), "fair": one.fair})
        for one in found
    )
    return Answer(0, Message("voorbeeld.unfair", told_worst), ways)


def _amounts(question: Question, name: str) -> dict[str, Decimal]:
    found = question.per_party(name)
    return {who: Decimal(one) for who, one in found.items() if isinstance(one, Decimal | int)}


FAIR_SHARE = PluginRule(
    name="fair_share",
    labels={"nl": "bijdragen naar draagkracht", "en": "contributions by what each can bear"},
    judge=judge,
    parameters=(
        Parameter("margin", "share", MARGIN, {"nl": "toegestane afwijking", "en": "margin"}),
    ),
    reads=(CONTRIBUTION, CAPACITY),
)
