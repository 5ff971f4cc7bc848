"""A step that nobody does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samenwerk.definitions.checks.chart import AUTOMATIC, charts
from samenwerk.definitions.checks.example import BASE, Cases, changed
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.values.diagnostic import Diagnostic

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading

code = "SW204"
title = {"nl": "Een stap die niemand zet", "en": "A step that nobody does"}

TEXTS: TextsByCode = {
    "SW204": {
        "nl": Texts(
            'niemand kan stap "{step}" zetten',
            "hier ontbreekt by",
            "een stap waarvan niet geschreven staat wie hem zet, gebeurt nooit.",
            'schrijf by = met een rol, groep, tafel of soort, of "itself" als hij vanzelf gaat, of '
            '"time" als een dag hem zet.',
        ),
        "en": Texts(
            'nobody can do step "{step}"',
            "by is missing here",
            "a step of which nobody wrote who does it, never happens.",
            'write by = with a role, group, table or sort, or "itself" if it goes by itself, or '
            '"time" if a day does it.',
        ),
    },
    "SW204 mixed": {
        "nl": Texts(
            'bij stap "{step}" staat "{written}" naast iets anders',
            "dit kan alleen op zichzelf staan",
            "een stap gaat vanzelf, of iemand zet hem; allebei tegelijk kan niet.",
            "maak er twee stappen van, of laat een van beide weg.",
        ),
        "en": Texts(
            'step "{step}" has "{written}" beside something else',
            "this can only stand alone",
            "a step goes by itself, or somebody does it; it cannot be both.",
            "make two steps of it, or take one of the two away.",
        ),
    },
}

good = BASE
bad = changed('to = "klaar"\nby = "voorzitter"\n', 'to = "klaar"\n')
cases: Cases = {
    "mixed": changed('by = "voorzitter"\nneeds', 'by = ["voorzitter", "itself"]\nneeds'),
}


def check(reading: Reading) -> Iterator[Diagnostic]:
    """Steps without a doer, and those that go by themselves and by somebody at once."""
    for chart in charts(reading):
        for step in chart.steps:
            if not step.sound:
                continue
            if not step.by:
                yield Diagnostic(code, step.node.key_place, {"step": step.name})
            elif len(step.by) > 1:
                for one in step.node.table["by"].items:
                    if one.text in AUTOMATIC:
                        params = {"case": "mixed", "step": step.name, "written": one.text}
                        yield Diagnostic(code, one.place, params)
                        break
