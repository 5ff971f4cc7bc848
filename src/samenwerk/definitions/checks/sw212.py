"""A step back from where there is nothing to go back to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samenwerk.definitions.checks.chart import MOST, Chart, charts, spread
from samenwerk.definitions.checks.example import BASE, Cases, a_step, changed
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.values.diagnostic import Diagnostic

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading

code = "SW212"
title = {
    "nl": "Een stap terug naar waar niets was",
    "en": "A step back from where there is nothing to go back to",
}

TEXTS: TextsByCode = {
    "SW212": {
        "nl": Texts(
            'stap "{step}" gaat terug uit fase "{state}", en daarvoor was er geen andere fase',
            "hier begint het dossier",
            "teruggaan kan alleen naar een fase waar het dossier al was.",
            'haal "{state}" hier weg, of schrijf bij to naar welke fase de stap leidt.',
        ),
        "en": Texts(
            'step "{step}" goes back from state "{state}", and there was no other state before it',
            "this is where the case begins",
            "going back can only lead to a state where the case has been.",
            'take "{state}" away here, or write at to which state the step leads to.',
        ),
    },
    "SW212 before": {
        "nl": Texts(
            'stap "{step}" gaat uit fase "{state}" terug tot voor "{before}", maar daar kan '
            "het dossier niet geweest zijn",
            "hier is geen weg terug",
            "teruggaan kan alleen naar een fase waar het dossier al was.",
            'haal "{state}" hier weg, of noem bij back_before een stap die dan al gezet is.',
        ),
        "en": Texts(
            'step "{step}" goes back from state "{state}" to before "{before}", but the case '
            "cannot have been there",
            "there is no way back here",
            "going back can only lead to a state where the case has been.",
            'take "{state}" away here, or name at back_before a step that was done by then.',
        ),
    },
    "SW212 opens": {
        "nl": Texts(
            'stap "{step}" opent een dossier en gaat terug',
            "hier ontbreekt from",
            "een dossier dat nog moet beginnen, kan nergens naar terug.",
            "schrijf from = met de fase van waaruit de stap teruggaat.",
        ),
        "en": Texts(
            'step "{step}" opens a case and goes back',
            "from is missing here",
            "a case that has yet to begin has nothing to go back to.",
            "write from = with the state that the step goes back from.",
        ),
    },
}

_BACK = """\
[lifecycle.collaboration.step.terug]
nl = "Terug"
from = "{}"
to = "back"
by = "voorzitter"
"""
_HALFWAY = changed(
    "klaar = {",
    'halverwege = { nl = "Halverwege" }\nklaar = {',
    changed('from = "lopend"', 'from = "halverwege"'),
) + (
    '[lifecycle.collaboration.step.verder]\nnl = "Verder"\nfrom = "lopend"\n'
    'to = "halverwege"\nby = "voorzitter"\n'
)

good = _HALFWAY + _BACK.format("halverwege")
bad = BASE + _BACK.format("lopend")
cases: Cases = {
    "before": BASE
    + a_step("herstel", 'from = "lopend"', 'back_before = "stop"', 'by = "voorzitter"'),
    "opens": BASE + a_step("herstel", 'back_before = "stop"', 'by = "voorzitter"'),
}


def check(reading: Reading) -> Iterator[Diagnostic]:
    """One for each state from which the step back can never be done."""
    for chart in charts(reading):
        steps = [step for step in chart.steps if step.to == "back"]
        if not steps or not chart.sound:
            continue
        begins, turned = _begins(chart), chart.turned()
        named = {one.name: one for one in chart.steps}
        earlier: dict[str, set[str]] = {}
        for step in steps:
            if step.opens:
                params = {"case": "opens", "step": step.name}
                yield Diagnostic(code, step.node.key_place, params)
            for state, written in step.leaves:
                params = {"step": step.name, "state": state}
                if state not in begins:
                    continue
                if step.before is None:
                    if begins[state] == {state}:
                        yield Diagnostic(code, written.place, params)
                    continue
                if state not in earlier and len(earlier) < MOST:
                    leading = set(spread(turned, (state,), set()))
                    earlier[state] = leading & chart.reached(chart.first, without=state)
                if state in earlier and earlier[state].isdisjoint(named[step.before].sources):
                    params |= {"case": "before", "before": step.before}
                    yield Diagnostic(code, written.place, params)


def _begins(chart: Chart) -> dict[str, set[str]]:
    """For each state that is reached, where a case that comes there can have begun: two of them
    at most, which tells whether it can have been elsewhere before."""
    found: dict[str, set[str]] = {state: {state} for state in chart.first if state in chart.states}
    waiting = [(state, state) for state in found]
    while waiting:
        state, begin = waiting.pop()
        for to in chart.ways.get(state, ()):
            known = found.setdefault(to, set())
            if len(known) < 2 and begin not in known:
                known.add(begin)
                waiting.append((to, begin))
    return found
