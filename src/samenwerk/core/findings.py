"""The findings of a step: every condition asked, met or not, opened for reading."""

from __future__ import annotations

from samenwerk.core.compiled import CompiledStep
from samenwerk.core.view import View
from samenwerk.values.finding import Finding


def findings(step: CompiledStep, view: View) -> tuple[Finding, ...]:
    """One finding per line of `needs`, in the order of the text, with its severity and source."""
    found = []
    for need in step.needs:
        finding = need.tree.finding(view)
        source = finding.source
        if source is None and need.rule is None:
            source = step.step.source
        found.append(
            Finding(
                finding.leaf, finding.truth, finding.message, finding.read, finding.children,
                need.severity, source, finding.plugin,
            )
        )  # fmt: skip
    return tuple(found)
