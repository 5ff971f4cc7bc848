"""The findings of a step: every condition asked, met or not, opened for reading."""

from __future__ import annotations

import attrs

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
        found.append(attrs.evolve(finding, severity=need.severity, source=source))
    return tuple(found)
