"""A party in two regions of one map on one day."""

from __future__ import annotations

from samenwerk.definitions.checks.example import MAP, changed, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW136"
title = {
    "nl": "Een partij in twee regio's van één kaart",
    "en": "A party in two regions of one map on one day",
}

TEXTS: TextsByCode = {
    "SW136": {
        "nl": Texts(
            "{who} ligt op {day} in twee regio's van de kaart {map}: {region} en {other}",
            "op regel {line} ligt {who} in {other}",
            "op deze kaart ligt een partij in één regio; geen van beide regels wordt overgenomen.",
            "haal een van de twee weg, of laat de ene eindigen voordat de andere begint.",
        ),
        "en": Texts(
            "{who} is in two regions of the map {map} on {day}: {region} and {other}",
            "on line {line} {who} is in {other}",
            "on this map a party is in one region; neither of the lines is taken up.",
            "take one of the two away, or let the one end before the other begins.",
        ),
    },
    "SW136 standing": {
        "nl": Texts(
            "{who} ligt op {day} al in {other}, op dezelfde kaart {map}",
            "volgens het register ligt {who} in {other}",
            "op deze kaart ligt een partij in één regio, en zo staat het al vast.",
            "schrijf de regel voor {other} erbij, met een last_day voor de dag waarop deze begint.",
        ),
        "en": Texts(
            "{who} is in {other} already on {day}, on the same map {map}",
            "according to the register {who} is in {other}",
            "on this map a party is in one region, and it is in one already.",
            "write the line for {other} beside it, with a last_day before the day this one begins.",
        ),
    },
}

good = MAP
bad = changed("last_day = 2027-06-30", "last_day = 2027-07-01", MAP)
of = "register"

check = found_while_reading
