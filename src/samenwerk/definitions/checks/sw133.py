"""A role with more or fewer holders than it must have."""

from __future__ import annotations

from samenwerk.definitions.checks.example import REGISTER, changed, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW133"
title = {
    "nl": "Een rol met meer of minder partijen dan afgesproken",
    "en": "A role with more or fewer holders than it must have",
}

TEXTS: TextsByCode = {
    "SW133": {
        "nl": Texts(
            "op {day} hebben {found} partijen de rol {role}, en het hoort er {wanted} te zijn",
            "hier klopt het aantal niet",
            "wie een stap zet moet kunnen zien wie deze rol heeft.",
            "geef een van de regels een last_day, of voeg er een toe.",
        ),
        "en": Texts(
            "on {day} {found} parties hold the role {role}, and there must be {wanted}",
            "the number is not right here",
            "who does a step must be able to see who holds this role.",
            "give one of the lines a last_day, or add one.",
        ),
    },
}

good = REGISTER
bad = changed(
    "holds = [", 'holds = [{ role = "voorzitter", who = "noord", starts = 2027-03-01 }, ', REGISTER
)
of = "register"

check = found_while_reading
