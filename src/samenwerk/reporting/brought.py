"""The reports and exports that samenwerk itself brings, each made where it is asked for.

`hooks.builtin` finds them by the name of this file. Importing it costs nothing: what renders is
imported by rendering.
"""

from __future__ import annotations

from samenwerk.hooks.families.exports import PluginExport
from samenwerk.hooks.families.reports import PluginReport
from samenwerk.hooks.whole import Whole


def _status(whole: Whole, lang: str, format: str) -> str:
    from samenwerk.reporting.status import render

    return render(whole, lang, format)


def _record(whole: Whole) -> bytes:
    from samenwerk.reporting.record import export

    return export(whole)


def _cases(whole: Whole) -> bytes:
    from samenwerk.reporting.tables import cases

    return cases(whole)


def _positions(whole: Whole) -> bytes:
    from samenwerk.reporting.tables import positions

    return positions(whole)


def _facts(whole: Whole) -> bytes:
    from samenwerk.reporting.tables import facts

    return facts(whole)


REPORTS = (
    PluginReport(
        "status",
        {"nl": "stand van zaken voor een bestuur", "en": "how things stand, for a board"},
        ("text", "markdown"),
        _status,
    ),
)

EXPORTS = (
    PluginExport(
        "record",
        {"nl": "het hele logboek, regel voor regel", "en": "the whole record, line by line"},
        "jsonl",
        _record,
    ),
    PluginExport(
        "cases",
        {"nl": "tabel van de dossiers", "en": "table of the cases"},
        "csv",
        _cases,
    ),
    PluginExport(
        "positions",
        {"nl": "tabel van de standpunten", "en": "table of the positions"},
        "csv",
        _positions,
    ),
    PluginExport(
        "facts",
        {"nl": "tabel van de gegevens", "en": "table of the facts"},
        "csv",
        _facts,
    ),
)
