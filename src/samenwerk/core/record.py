"""What of a judgement goes into the record: condition, truth, and the sequences it rests on."""

from __future__ import annotations

from collections.abc import Mapping

from samenwerk.core.compiled import CompiledStep
from samenwerk.core.leaf import consulting
from samenwerk.core.tree import AskTree
from samenwerk.core.view import View
from samenwerk.values.finding import UNKNOWN, FindingRecord


def finding_records(
    step: CompiledStep, view: View, record: list[int]
) -> tuple[FindingRecord, ...]:
    """One record per leaf (and per quantifier), in the order of the text."""
    found = []
    versions: Mapping[str, str] = getattr(view.answers, "versions", {})
    for node, truth in zip(step.recorded, record, strict=True):
        plugin = answer = asked = None
        asks = consulting(node.leaf) if isinstance(node, AskTree) else None
        if asks is not None:
            plugin = " ".join(filter(None, (asks.plugin, versions.get(asks.plugin))))
            if asks.asks != node.key:
                asked, answer = asks.asks, view.answers.get(asks.question(view), UNKNOWN)
        sequences = tuple(sorted(node.sequences(view)))
        found.append(FindingRecord(node.key, truth, sequences, plugin, asked, answer))
    return tuple(found)
