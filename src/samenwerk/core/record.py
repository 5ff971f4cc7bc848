"""What of a judgement goes into the record: condition, truth, and the sequences it rests on."""

from __future__ import annotations

from samenwerk.core.compiled import CompiledStep
from samenwerk.core.leaves.asked import Asked
from samenwerk.core.operands import entry_in
from samenwerk.core.tree import AskTree
from samenwerk.core.view import View
from samenwerk.values.finding import FindingRecord


def finding_records(
    step: CompiledStep, view: View, record: list[int]
) -> tuple[FindingRecord, ...]:
    """One record per leaf (and per quantifier), in the order of the text."""
    found = []
    for node, truth in zip(step.recorded, record, strict=True):
        entries = (entry_in(view, cell) for cell in node.reads(view))
        sequences = sorted({entry.sequence for entry in entries if entry and entry.sequence})
        plugin = None
        if isinstance(node, AskTree) and isinstance(node.leaf, Asked):
            plugin = node.leaf.plugin
        found.append(FindingRecord(node.key, truth, tuple(sequences), plugin))
    return tuple(found)
