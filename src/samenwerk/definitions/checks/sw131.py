"""A last day before the first."""

from __future__ import annotations

from samenwerk.definitions.checks.example import REGISTER, changed, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW131"
title = {"nl": "Een laatste dag voor de eerste", "en": "A last day before the first"}

TEXTS: TextsByCode = {
    "SW131": {
        "nl": Texts(
            "de laatste dag {last_day} ligt voor de eerste dag {starts}",
            "dit ligt voor de eerste dag",
            "deze regel zou op geen enkele dag gelden.",
            "kijk of de dagen verwisseld zijn.",
        ),
        "en": Texts(
            "the last day {last_day} lies before the first day {starts}",
            "this lies before the first day",
            "this line would hold on no day at all.",
            "see whether the days were exchanged.",
        ),
    },
}

good = REGISTER
bad = changed(
    'who = "noord", starts = 2027-01-01 }]\nholds',
    'who = "noord", starts = 2027-01-01, last_day = 2026-12-31 }]\nholds',
    REGISTER,
)
of = "register"

check = found_while_reading
