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


def _wall(whole: Whole, lang: str, format: str) -> str:
    from samenwerk.reporting.wall.page import render

    return render(whole, lang, format)


def _a4(whole: Whole, lang: str, format: str) -> bytes:
    from samenwerk.reporting.a4.render import render

    return render(whole, lang, format)


def _record(whole: Whole) -> bytes:
    from samenwerk.reporting.record import export

    return export(whole)


def _agenda(whole: Whole) -> bytes:
    from samenwerk.reporting.agenda import export

    return export(whole)


def _cases(whole: Whole) -> bytes:
    from samenwerk.reporting.tables import cases

    return cases(whole)


def _parties(whole: Whole) -> bytes:
    from samenwerk.reporting.tables import parties

    return parties(whole)


def _history(whole: Whole) -> bytes:
    from samenwerk.reporting.mining.tables import history

    return history(whole)


def _positions(whole: Whole) -> bytes:
    from samenwerk.reporting.tables import positions

    return positions(whole)


def _facts(whole: Whole) -> bytes:
    from samenwerk.reporting.tables import facts

    return facts(whole)


def _xes(whole: Whole) -> bytes:
    from samenwerk.reporting.mining.xes import export

    return export(whole)


def _ocel(whole: Whole) -> bytes:
    from samenwerk.reporting.mining.ocel import export

    return export(whole)


REPORTS = (
    PluginReport(
        "status",
        {"nl": "stand van zaken voor een bestuur", "en": "how things stand, for a board"},
        ("text", "markdown"),
        _status,
    ),
    PluginReport(
        "wall",
        {"nl": "alles op een pagina om op te hangen", "en": "all of it on one page to hang up"},
        ("html",),
        _wall,
    ),
    PluginReport(
        "a4",
        {"nl": "de kern op een bladzijde", "en": "the core on one page"},
        ("pdf", "docx"),
        _a4,
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
        "parties",
        {"nl": "tabel van de partijen", "en": "table of the parties"},
        "csv",
        _parties,
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
    PluginExport(
        "history",
        {"nl": "tabel van alle vastleggingen", "en": "table of all recorded events"},
        "csv",
        _history,
    ),
    PluginExport(
        "agenda",
        {"nl": "de dagen die eraan komen, voor een agenda",
         "en": "the days that are coming, for a calendar"},
        "ics",
        _agenda,
    ),
    PluginExport(
        "xes",
        {"nl": "wat er per dossier gebeurde, voor process mining",
         "en": "what happened in each case, for process mining"},
        "xes",
        _xes,
    ),
    PluginExport(
        "ocel",
        {"nl": "wat er met dossiers en partijen gebeurde, voor process mining",
         "en": "what happened to cases and parties, for process mining"},
        "json",
        _ocel,
    ),
)
