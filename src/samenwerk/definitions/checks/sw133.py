"""A role with more or fewer holders than it must have."""

from __future__ import annotations

from samenwerk.definitions.checks.example import REGISTER, Cases, changed, found_while_reading
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
    "SW133 every_day": {
        "nl": Texts(
            "{found} partijen hebben de rol {role}, en het hoort er {wanted} te zijn",
            "hier klopt het aantal niet",
            "wie een stap zet moet kunnen zien wie deze rol heeft.",
            "haal een van de regels weg. Neemt de een het over van de ander, geef dan de eerste "
            "een last_day en de tweede de dag erna als starts.",
        ),
        "en": Texts(
            "{found} parties hold the role {role}, and there must be {wanted}",
            "the number is not right here",
            "who does a step must be able to see who holds this role.",
            "take one of the lines away. If one takes over from the other, give the first a "
            "last_day and the second the day after it as starts.",
        ),
    },
}

good = REGISTER
bad = changed(
    "holds = [", 'holds = [{ role = "voorzitter", who = "noord", starts = 2027-03-01 }, ', REGISTER
)
cases: Cases = {
    "every_day": changed(
        'holds = [{ role = "voorzitter", who = "zuid", starts = 2027-01-01 }]',
        'holds = [{ role = "voorzitter", who = "zuid" }, { role = "voorzitter", who = "noord" }]',
        REGISTER,
    ),
}
of = "register"

check = found_while_reading
