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
        sequences = set()
        for cell in node.reads(view):
            if cell.case:  # the day and the register came by no event of this case
                entry = entry_in(view, cell)
                if entry is not None and entry.sequence:
                    sequences.add(entry.sequence)
        plugin = None
        if isinstance(node, AskTree) and isinstance(node.leaf, Asked):
            plugin = node.leaf.plugin
        found.append(FindingRecord(node.key, truth, tuple(sorted(sequences)), plugin))
    return tuple(found)
