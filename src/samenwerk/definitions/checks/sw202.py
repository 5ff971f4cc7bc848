"""A state that no step leads out of, while nothing ends there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samenwerk.definitions.checks.chart import charts
from samenwerk.definitions.checks.example import BASE, changed
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.values.diagnostic import Diagnostic

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading

code = "SW202"
title = {
    "nl": "Een fase die doodloopt",
    "en": "A state that no step leads out of, while nothing ends there",
}

TEXTS: TextsByCode = {
    "SW202": {
        "nl": Texts(
            'fase "{name}" loopt dood',
            "geen stap leidt hier weg",
            "een dossier dat hier komt, blijft altijd open staan en kan nooit afgerond worden.",
            'schrijf een stap met from = "{name}" die verder leidt, of schrijf final = true als '
            "het hier eindigt.",
        ),
        "en": Texts(
            'state "{name}" is a dead end',
            "no step leads away from here",
            "a case that comes here stays open for ever and can never be finished.",
            'write a step with from = "{name}" that leads on, or write final = true if it ends '
            "here.",
        ),
    },
}

good = BASE
bad = changed(', final = true }', " }")


def check(reading: Reading) -> Iterator[Diagnostic]:
    """States that can be reached and not be left; a step that stays does not lead away."""
    for chart in charts(reading):
        if not chart.sound:
            continue
        reached = chart.reached(chart.first)
        left = {state for one in chart.steps if one.to == "back" for state in one.sources}
        for state in chart.states:
            if state in reached and not chart.is_final(state):
                if state not in left and state not in chart.ways:
                    yield Diagnostic(code, chart.states[state].key_place, {"name": state})
