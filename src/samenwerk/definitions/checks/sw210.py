"""A lifecycle of which no case can ever begin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samenwerk.definitions.checks.chart import Chart, charts
from samenwerk.definitions.checks.example import BASE, TASK, Cases, a_step, changed
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.values.diagnostic import Diagnostic

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading

code = "SW210"
title = {
    "nl": "Een levensloop waarvan nooit een dossier begint",
    "en": "A lifecycle of which no case can ever begin",
}

TEXTS: TextsByCode = {
    "SW210": {
        "nl": Texts(
            'geen stap opent een dossier van levensloop "{name}"',
            "hier ontbreekt een stap zonder from",
            "zonder zo'n stap begint er nooit een dossier, en gebeurt hier dus niets.",
            "schrijf een stap zonder from, met bij to de fase waarin een dossier begint.",
        ),
        "en": Texts(
            'no step opens a case of lifecycle "{name}"',
            "a step without from is missing here",
            "without such a step no case ever begins, and so nothing happens here.",
            "write a step without from, with at to the state in which a case begins.",
        ),
    },
    "SW210 automatic": {
        "nl": Texts(
            'stap "{step}" opent een dossier en gaat vanzelf',
            "zo begint het nooit",
            "voordat er een dossier is, is er niets wat vanzelf verder kan gaan.",
            'schrijf bij by wie het dossier opent, of schrijf bij from vanuit welke fase de stap '
            "gaat.",
        ),
        "en": Texts(
            'step "{step}" opens a case and goes by itself',
            "this never begins",
            "before there is a case, there is nothing that could go on by itself.",
            "write at by who opens the case, or write at from which state the step leaves from.",
        ),
    },
    "SW210 under": {
        "nl": Texts(
            'onder "{under}" kan nooit een dossier van levensloop "{name}" beginnen',
            'een dossier van "{under}" is meteen afgelopen',
            "onder een dossier dat is afgelopen, kan niets nieuws beginnen.",
            'hang "{name}" onder een andere levensloop, of geef "{under}" een fase die niet '
            "final is.",
        ),
        "en": Texts(
            'no case of lifecycle "{name}" can ever begin under "{under}"',
            'a case of "{under}" is over at once',
            "nothing new can begin under a case that is over.",
            'hang "{name}" under another lifecycle, or give "{under}" a state that is not final.',
        ),
    },
}

good = BASE
bad = BASE + '[lifecycle.klus]\nnl = "Klus"\nunder = "collaboration"\n'
cases: Cases = {
    "automatic": changed(
        'to = "loopt"\nby = "deelnemer"\ntakes = "keurder"', 'to = "loopt"\nby = "itself"',
        changed('by = "keurder"', 'by = "voorzitter"', TASK),
    ),
    "under": changed('loopt = { nl = "Loopt" }\naf = ', "af = ", changed(
        a_step("rond_af", 'from = "loopt"', 'to = "af"', 'by = "keurder"', lifecycle="klus")
        .replace("Rond_af", "Afronden"), "", changed('to = "loopt"', 'to = "af"', TASK)
    )) + """
[lifecycle.deel]
nl = "Deel"
under = "klus"
[lifecycle.deel.state]
af = { nl = "Af", final = true }
[lifecycle.deel.step.meld]
nl = "Melden"
to = "af"
by = "voorzitter"
""",
}


def check(reading: Reading) -> Iterator[Diagnostic]:
    """Lifecycles that nothing opens, openings that nobody does, and what they hang under."""
    drawn = {chart.name: chart for chart in charts(reading)}
    for name, chart in drawn.items():
        if not chart.sound:
            continue
        if not chart.first:
            yield Diagnostic(code, chart.node.key_place, {"name": name})
        for step in chart.steps:
            copies = chart.node.get("per") is not None and step.by[:1] == ("itself",)
            if step.opens and step.automatic and not copies:
                params = {"case": "automatic", "step": step.name}
                yield Diagnostic(code, step.node.table["by"].place, params)
        under = chart.node.get("under")
        above = drawn.get(under.text or "") if under is not None else None
        if under is not None and above is not None and _is_over_at_once(above):
            params = {"case": "under", "name": name, "under": above.name}
            yield Diagnostic(code, under.place, params)


def _is_over_at_once(chart: Chart) -> bool:
    return chart.sound and chart.first != () and all(map(chart.is_final, chart.first))
