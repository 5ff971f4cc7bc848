"""What of a judgement goes into the record: condition, truth, and the sequences it rests on."""

from __future__ import annotations

from collections.abc import Mapping

from samenwerk.core.compiled import CompiledStep
from samenwerk.core.leaves.asked import Asked
from samenwerk.core.tree import AskTree
from samenwerk.core.view import View
from samenwerk.values.finding import FindingRecord


def finding_records(
    step: CompiledStep, view: View, record: list[int]
) -> tuple[FindingRecord, ...]:
    """One record per leaf (and per quantifier), in the order of the text."""
    found = []
    versions: Mapping[str, str] = getattr(view.answers, "versions", {})
    for node, truth in zip(step.recorded, record, strict=True):
        plugin = None
        if isinstance(node, AskTree) and isinstance(node.leaf, Asked):
            plugin = " ".join(filter(None, (node.leaf.plugin, versions.get(node.leaf.plugin))))
        found.append(FindingRecord(node.key, truth, tuple(sorted(node.sequences(view))), plugin))
    return tuple(found)
