"""The facts that nobody need reckon: what must be paid now, and what can be claimed back."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from samenwerk import PluginFacts, Question
from samenwerk_geldstromen.awards import to_pay, to_reclaim

DUE_NOW, RECLAIMABLE = "due_now", "reclaimable"


def collect(question: Question) -> Mapping[str, Decimal]:
    """Both as far as they are known; of a case in which nothing was awarded, nothing."""
    found: dict[str, Decimal] = {}
    for name, amount in ((DUE_NOW, to_pay(question)), (RECLAIMABLE, to_reclaim(question))):
        if amount is not None:
            found[name] = amount
    return found


AMOUNTS = PluginFacts(
    name="amounts",
    provides=(DUE_NOW, RECLAIMABLE),
    collect=collect,
    labels={"nl": "te betalen en terug te vorderen", "en": "to pay and to claim back"},
)
