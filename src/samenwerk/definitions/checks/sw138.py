"""A line of the register on a day on which its party does not take part."""

from __future__ import annotations

from samenwerk.definitions.checks.example import REGISTER, Cases, changed, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW138"
title = {
    "nl": "Een regel op een dag waarop de partij niet meedoet",
    "en": "A line of the register on a day on which its party does not take part",
}

TEXTS: TextsByCode = {
    "SW138 early": {
        "nl": Texts(
            "{day} ligt voor de eerste dag van {who}: {bound}",
            "{who} doet dan nog niet mee",
            "wie nog niet meedoet, heeft geen plaats, rol of mandaat.",
            "kies een latere dag, of laat {who} eerder beginnen.",
        ),
        "en": Texts(
            "{day} lies before the first day of {who}: {bound}",
            "{who} does not take part yet",
            "who does not take part yet has no place, role or mandate.",
            "choose a later day, or let {who} begin earlier.",
        ),
    },
    "SW138 late": {
        "nl": Texts(
            "{day} ligt na de laatste dag van {who}: {bound}",
            "{who} doet dan niet meer mee",
            "wie niet meer meedoet, heeft geen plaats, rol of mandaat.",
            "haal de regel weg of kies een eerdere dag; zonder last_day eindigt de regel vanzelf "
            "met {who}.",
        ),
        "en": Texts(
            "{day} lies after the last day of {who}: {bound}",
            "{who} no longer takes part",
            "who no longer takes part has no place, role or mandate.",
            "take the line away or choose an earlier day; without last_day it ends with {who}.",
        ),
    },
}

_PARTY = 'noord = { sort = "aanbieder"'
_SEAT = 'who = "noord", starts = 2027-01-01'

good = REGISTER
bad = changed(
    _SEAT, 'who = "noord", starts = 2027-09-01',
    changed(_PARTY, 'noord = { last_day = 2027-06-30, sort = "aanbieder"', REGISTER),
)  # fmt: skip
cases: Cases = {
    "early": changed(
        _SEAT, 'who = "noord", starts = 2026-12-01',
        changed(_PARTY, 'noord = { starts = 2027-01-01, sort = "aanbieder"', REGISTER),
    ),
}  # fmt: skip
of = "register"

check = found_while_reading
