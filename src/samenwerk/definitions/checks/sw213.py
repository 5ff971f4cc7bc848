"""A table that speaks at another one, with nobody who may speak for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samenwerk.definitions.checks.chart import is_sound, is_whole
from samenwerk.definitions.checks.example import Cases, changed
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.values.diagnostic import Diagnostic

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading

code = "SW213"
title = {
    "nl": "Een tafel waar niemand voor mag spreken",
    "en": "A table that speaks at another one, with nobody who may speak for it",
}

TEXTS: TextsByCode = {
    "SW213": {
        "nl": Texts(
            'tafel "{name}" spreekt aan tafel "{at}", en niemand spreekt voor haar',
            "hier hoort representatives bij",
            "een tafel telt daar als een stem, en iemand moet die stem kunnen geven.",
            "schrijf representatives = met de rol van wie daar namens de tafel spreken.",
        ),
        "en": Texts(
            'table "{name}" speaks at table "{at}", and nobody speaks for it',
            "representatives belongs with this",
            "a table counts there as one voice, and somebody must be able to give it.",
            "write representatives = with the role of those who speak there for the table.",
        ),
    },
    "SW213 nobody": {
        "nl": Texts(
            'voor tafel "{name}" spreekt wie rol "{role}" heeft, en die rol mag niemand hebben',
            "exactly is 0 bij deze rol",
            "een tafel telt daar als een stem, en iemand moet die stem kunnen geven.",
            'noem hier een andere rol, of verander exactly bij rol "{role}".',
        ),
        "en": Texts(
            'for table "{name}" speaks who holds role "{role}", and nobody may hold that role',
            "exactly is 0 at this role",
            "a table counts there as one voice, and somebody must be able to give it.",
            'name another role here, or change exactly at role "{role}".',
        ),
    },
}

_SPEAKS = 'vaktafel = {{ nl = "Vaktafel", speaks_at = "regiotafel"{} }}\nregiotafel = {{'

good = changed("regiotafel = {", _SPEAKS.format(', representatives = "voorzitter"'))
bad = changed("regiotafel = {", _SPEAKS.format(""))
cases: Cases = {
    "nobody": changed("exactly = 1", "exactly = 0", good),
}


def check(reading: Reading) -> Iterator[Diagnostic]:
    """One for each such table."""
    tables = reading.merged.get("table")
    if tables is None or not is_whole(reading):
        return
    for name, node in tables.table.items():
        at, role = node.get("speaks_at"), node.get("representatives")
        if at is None or not is_sound(reading, node):
            continue
        if role is None:
            yield Diagnostic(code, at.place, {"name": name, "at": at.value})
            continue
        exactly = reading.node("role", str(role.value), "exactly")
        if exactly is not None and exactly.value == 0:
            params = {"case": "nobody", "name": name, "role": role.value}
            yield Diagnostic(code, role.place, params)
