"""The rule `largest_share`: nobody bears more than a part of the whole."""

from __future__ import annotations

from decimal import Decimal

from samenwerk import Answer, Message, Name, Parameter, PluginRule, Question, Share

CONTRIBUTION = "contribution"


def judge(question: Question) -> Answer:
    """Yes up to that part, no above it, not known as long as nobody bears anything."""
    recorded = question.per_party(CONTRIBUTION)
    amounts = {who: one for who, one in recorded.items() if isinstance(one, Decimal) and one > 0}
    most = question.parameters["most"]
    if not amounts or not isinstance(most, Share):
        return Answer(1, Message("voorbeeld.nothing"), (Message("voorbeeld.record"),))
    party, amount = max(amounts.items(), key=lambda one: one[1])
    whole = sum(amounts.values(), Decimal(0))
    told = {"party": Name("party", party), "amount": amount, "whole": whole}
    if amount * most.whole <= whole * most.part:
        return Answer(2, Message("voorbeeld.spread", told))
    return Answer(0, Message("voorbeeld.too_much", told), (Message("voorbeeld.less", told),))


LARGEST_SHARE = PluginRule(
    name="largest_share",
    labels={"nl": "niemand draagt te veel", "en": "nobody bears too much"},
    judge=judge,
    parameters=(
        Parameter("most", "share", Share(1, 2), {"nl": "hoogste deel", "en": "largest part"}),
    ),
    reads=(CONTRIBUTION,),
)
