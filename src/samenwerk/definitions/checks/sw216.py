"""A step that a day does, without the day; or a day at a step that somebody else does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samenwerk.definitions.checks.chart import charts
from samenwerk.definitions.checks.example import BASE, Cases, changed
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.values.diagnostic import Diagnostic

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading

code = "SW216"
title = {
    "nl": "Een stap die op een dag wacht, zonder die dag",
    "en": "A step that waits for a day, without the day",
}

TEXTS: TextsByCode = {
    "SW216": {
        "nl": Texts(
            'stap "{step}" wacht op een dag, en er staat geen dag bij',
            "hier hoort once_past bij",
            "zonder dag gebeurt deze stap nooit.",
            "schrijf once_past = met een dag als 2027-01-31 of met de naam van een dag.",
        ),
        "en": Texts(
            'step "{step}" waits for a day, and no day is written',
            "once_past belongs with this",
            "without a day this step never happens.",
            "write once_past = with a day as 2027-01-31, or with the name of a day.",
        ),
    },
    "SW216 other": {
        "nl": Texts(
            'stap "{step}" heeft once_past, maar geen by = "time"',
            "dit doet hier niets",
            "alleen een stap die door de tijd gezet wordt, wacht op het voorbijgaan van een dag.",
            'schrijf by = "time" als de dag de stap zet, of schrijf not_before als iemand hem niet '
            "eerder mag zetten.",
        ),
        "en": Texts(
            'step "{step}" has once_past, but not by = "time"',
            "this does nothing here",
            "only a step that is done by time waits until a day has passed.",
            'write by = "time" if the day does the step, or write not_before if somebody may not '
            "do it earlier.",
        ),
    },
}

_LAPSE = """\
[lifecycle.collaboration.step.verloop]
nl = "Verlopen"
from = "lopend"
to = "klaar"
by = "time"
"""

good = BASE + _LAPSE + "once_past = 2027-12-31\n"
bad = BASE + _LAPSE
cases: Cases = {
    "other": changed('to = "klaar"', 'to = "klaar"\nonce_past = 2027-12-31'),
}


def check(reading: Reading) -> Iterator[Diagnostic]:
    """Both, at `by` and at `once_past`."""
    for chart in charts(reading):
        for step in chart.steps:
            if not step.sound or not step.by:
                continue
            timed, day = step.by[0] == "time", step.node.get("once_past")
            if timed and day is None:
                yield Diagnostic(code, step.node.table["by"].place, {"step": step.name})
            elif day is not None and not timed:
                params = {"case": "other", "step": step.name}
                yield Diagnostic(code, day.key_place, params)
