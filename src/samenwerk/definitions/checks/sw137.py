"""Two holders of one mandate, on one day."""

from __future__ import annotations

from samenwerk.definitions.checks.example import REGISTER, changed, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW137"
title = {
    "nl": "Twee partijen met hetzelfde mandaat",
    "en": "Two holders of one mandate, on one day",
}

TEXTS: TextsByCode = {
    "SW137": {
        "nl": Texts(
            "{who} geeft {to} en {other} op {day} allebei mandaat voor hetzelfde",
            "{other} heeft dit mandaat ook, op regel {line}",
            "zo is niet te zien wie voor {who} spreekt; geen van beide regels wordt overgenomen.",
            "laat het ene mandaat eindigen voordat het andere begint, of verdeel bij on de "
            "onderwerpen.",
        ),
        "en": Texts(
            "{who} gives {to} and {other} a mandate for the same on {day}",
            "{other} has this mandate too, on line {line}",
            "this way nobody sees who speaks for {who}; neither of the lines is taken up.",
            "let the one mandate end before the other begins, or divide the subjects with on.",
        ),
    },
    "SW137 standing": {
        "nl": Texts(
            "{who} gaf {other} al mandaat voor hetzelfde, en dat geldt nog op {day}",
            "volgens het register heeft {other} dit mandaat",
            "zo is niet te zien wie voor {who} spreekt.",
            "schrijf de regel voor {other} erbij, met een last_day voor de dag waarop deze begint.",
        ),
        "en": Texts(
            "{who} gave {other} a mandate for the same, which still holds on {day}",
            "according to the register {other} has this mandate",
            "this way nobody sees who speaks for {who}.",
            "write the line for {other} beside it, with a last_day before the day this one begins.",
        ),
    },
}

good = REGISTER
bad = changed(
    "gives = [", 'gives = [{ mandate = "tekenen", who = ["noord"], to = "stad" }, ', REGISTER
)
of = "register"

check = found_while_reading
