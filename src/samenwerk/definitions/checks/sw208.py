"""Something without a Dutch name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samenwerk.definitions.checks.chart import is_sound, is_whole
from samenwerk.definitions.checks.example import BASE, Cases, changed
from samenwerk.definitions.checks.own import own_elements
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.values.diagnostic import Diagnostic
from samenwerk.values.message import Message

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading

code = "SW208"
title = {"nl": "Iets zonder Nederlandse naam", "en": "Something without a Dutch name"}

TEXTS: TextsByCode = {
    "SW208": {
        "nl": Texts(
            '{kind} "{name}" heeft geen Nederlandse naam',
            "hier ontbreekt nl",
            "waar mensen lezen wat er kan en waarom, staat dan alleen de naam uit dit bestand.",
            'schrijf erbij: nl = "...", met woorden die iedereen begrijpt.',
        ),
        "en": Texts(
            '{kind} "{name}" has no Dutch name',
            "nl is missing here",
            "where people read what can be done and why, they find only the name in this file.",
            'add: nl = "...", in words that everyone understands.',
        ),
    },
    "SW208 workflow": {
        "nl": Texts(
            'werkwijze "{name}" heeft geen Nederlandse naam',
            "hier ontbreekt nl",
            "aan deze naam herkennen mensen volgens welke afspraken zij werken.",
            'schrijf eronder: nl = "...", met woorden die iedereen begrijpt.',
        ),
        "en": Texts(
            'workflow "{name}" has no Dutch name',
            "nl is missing here",
            "by this name people know which agreements they work by.",
            'write below it: nl = "...", in words that everyone understands.',
        ),
    },
}

FAMILIES = (
    "lifecycle", "state", "step", "rule", "decision", "say", "duty", "document", "fact", "open",
    "silent", "role", "table", "map",
)  # fmt: skip

good = BASE
bad = changed(', nl = "Nota"', "")
cases: Cases = {"workflow": changed('nl = "Voorbeeld"', 'en = "Example"')}


def check(reading: Reading) -> Iterator[Diagnostic]:
    """One for each element of the author's own that has none, the workflow itself among them."""
    if not is_whole(reading):
        return
    workflow = reading.own.get("workflow")
    if workflow is not None and workflow.is_table and "nl" not in workflow.table:
        id = workflow.get("id")
        name = id.text if id is not None and id.text else "workflow"
        if is_sound(reading, workflow):
            told = {"case": "workflow", "name": name}
            yield Diagnostic(code, workflow.key_place, told, serious=False)
    for one in own_elements(reading, *FAMILIES):
        if "nl" not in one.node.table and is_sound(reading, one.written, FAMILIES):
            params = {"kind": Message(f"kind.{one.family}"), "name": one.name}
            yield Diagnostic(code, one.written.key_place, params, serious=False)
