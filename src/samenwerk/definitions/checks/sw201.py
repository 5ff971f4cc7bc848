"""A state that nothing leads to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samenwerk.definitions.checks.chart import Chart, charts
from samenwerk.definitions.checks.example import BASE, changed
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.values.diagnostic import Diagnostic

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading

code = "SW201"

TEXTS: TextsByCode = {
    "SW201": {
        "nl": Texts(
            'fase "{name}" is niet te bereiken',
            "geen stap leidt hierheen",
            "een fase waar nooit een dossier komt, doet niets; misschien ontbreekt er een stap.",
            'schrijf een stap met to = "{name}", verbeter een stap die hierheen moest leiden, of '
            "haal de fase weg.",
        ),
        "en": Texts(
            'state "{name}" cannot be reached',
            "no step leads here",
            "a state that no case ever comes to does nothing; perhaps a step is missing.",
            'write a step with to = "{name}", mend a step that was meant to lead here, or take '
            "the state away.",
        ),
    },
    "SW201 ring": {
        "nl": Texts(
            'fase "{name}" is niet te bereiken, en daarmee ook niet: {others}',
            "alleen van daaruit leidt een stap hierheen",
            "deze fasen leiden naar elkaar, maar een dossier komt in geen ervan.",
            "schrijf een stap die van buiten naar een van deze fasen leidt, of haal ze weg.",
        ),
        "en": Texts(
            'state "{name}" cannot be reached, and with it neither can: {others}',
            "only from there does a step lead here",
            "these states lead to each other, but a case comes to none of them.",
            "write a step that leads to one of these states from outside, or take them away.",
        ),
    },
}

good = BASE
bad = changed("klaar = {", 'wacht = { nl = "Wacht", final = true }\nklaar = {')


def check(reading: Reading) -> Iterator[Diagnostic]:
    """The first of the states that cannot be reached: what comes after them needs no mending."""
    for chart in charts(reading):
        if not chart.sound or not chart.first:
            continue
        reached = chart.reached(chart.first)
        told: set[str] = set()
        for state, node in chart.states.items():
            if state in reached or state in told:
                continue
            ring = _ring(chart, state)
            if any(_leads(chart, other, state) and other not in ring for other in chart.states):
                continue
            told.update(ring)
            params: dict[str, object] = {"name": state}
            if len(ring) > 1:
                params |= {"case": "ring", "others": tuple(one for one in ring if one != state)}
            yield Diagnostic(code, node.key_place, params)


def _ring(chart: Chart, state: str) -> tuple[str, ...]:
    """The states that lead to this one and are led to by it, itself among them."""
    after = chart.reached((state,))
    return tuple(one for one in chart.states if one in after and _leads(chart, one, state))


def _leads(chart: Chart, one: str, state: str) -> bool:
    return state in chart.reached((one,))
