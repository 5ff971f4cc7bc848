"""The same line twice on one day."""

from __future__ import annotations

from samenwerk.definitions.checks.example import REGISTER, changed, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW132"
title = {"nl": "Dezelfde regel van het register twee keer", "en": "The same line twice on one day"}

TEXTS: TextsByCode = {
    "SW132": {
        "nl": Texts(
            "deze regel staat er al voor dezelfde dagen",
            "dit staat er al",
            "twee regels voor hetzelfde maken onduidelijk wanneer het ophoudt.",
            "haal een van de twee weg, of laat de eerste eindigen voordat de tweede begint.",
        ),
        "en": Texts(
            "this line is there already for the same days",
            "this is there already",
            "two lines for the same leave unclear when it ends.",
            "take one of the two away, or let the first end before the second begins.",
        ),
    },
}

good = REGISTER
bad = changed(
    "sits = [{ table", 'sits = [{ table = "regiotafel", who = "noord" }, { table', REGISTER
)
of = "register"

check = found_while_reading
