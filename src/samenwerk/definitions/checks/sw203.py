"""A step that leaves from a state where everything is over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samenwerk.definitions.checks.chart import charts
from samenwerk.definitions.checks.example import BASE, changed
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.values.diagnostic import Diagnostic

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading

code = "SW203"
title = {
    "nl": "Een stap uit een fase waar alles voorbij is",
    "en": "A step that leaves from a state where everything is over",
}

TEXTS: TextsByCode = {
    "SW203": {
        "nl": Texts(
            'stap "{step}" vertrekt uit fase "{state}", waar het dossier al is afgelopen',
            "dit is een eindfase",
            "in een eindfase gebeurt niets meer; deze stap kan daar nooit gezet worden.",
            'haal "{state}" hier weg, of haal final weg bij die fase als het daar verder gaat.',
        ),
        "en": Texts(
            'step "{step}" leaves from state "{state}", where the case is over already',
            "this is a final state",
            "nothing happens any more in a final state; this step can never be done there.",
            'take "{state}" away here, or take final away from that state if the case goes on.',
        ),
    },
}

good = BASE
bad = changed('from = "lopend"', 'from = ["lopend", "klaar"]')


def check(reading: Reading) -> Iterator[Diagnostic]:
    """One for each final state among those that a step leaves from."""
    for chart in charts(reading):
        for step in chart.steps:
            for state, written in step.leaves if step.sound else ():
                if chart.is_final(state):
                    params = {"step": step.name, "state": state}
                    yield Diagnostic(code, written.place, params)
