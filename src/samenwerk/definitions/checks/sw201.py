"""A state that nothing leads to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samenwerk.definitions.checks.chart import Chart, charts, spread
from samenwerk.definitions.checks.example import BASE, Cases, a_step, changed, plus
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.values.diagnostic import Diagnostic

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading

code = "SW201"
title = {"nl": "Een fase die niet te bereiken is", "en": "A state that nothing leads to"}

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
cases: Cases = {
    "ring": changed(
        "klaar = {", 'wacht = { nl = "Wacht" }\nvraagt = { nl = "Vraagt" }\nklaar = {',
        plus(a_step("vraag", 'from = "wacht"', 'to = "vraagt"', 'by = "voorzitter"')
             + a_step("antwoord", 'from = "vraagt"', 'to = "wacht"', 'by = "voorzitter"')),
    ),
}


def check(reading: Reading) -> Iterator[Diagnostic]:
    """The first of the states that cannot be reached: what comes after them needs no mending."""
    for chart in charts(reading):
        if not chart.sound or not chart.first:
            continue
        for ring in _beginnings(chart):
            name, *others = ring
            params: dict[str, object] = {"name": name}
            if others:
                params |= {"case": "ring", "others": tuple(others)}
            yield Diagnostic(code, chart.states[name].key_place, params)


def _beginnings(chart: Chart) -> Iterator[tuple[str, ...]]:
    """Of all that is not reached, the states that nothing else leads to, rings as one."""
    reached = chart.reached(chart.first)
    rank = {state: number for number, state in enumerate(chart.states) if state not in reached}
    turned, seen = chart.turned(), set(reached)
    # what is left last by this walk has nothing before it but a ring that it stands in itself
    for state in reversed(spread(chart.ways, rank, set(reached))):
        if state not in seen:
            yield tuple(sorted(spread(turned, (state,), set()), key=rank.__getitem__))
            spread(chart.ways, (state,), seen)
