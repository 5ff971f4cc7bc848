"""A holder of another sort than the role is for."""

from __future__ import annotations

from samenwerk.definitions.checks.example import REGISTER, changed, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW134"
title = {
    "nl": "Een partij van een soort die de rol niet mag hebben",
    "en": "A holder of another sort than the role is for",
}

TEXTS: TextsByCode = {
    "SW134": {
        "nl": Texts(
            "{written} kan de rol {role} niet hebben",
            "{written} is van de soort {found}",
            "deze rol is er alleen voor partijen van de soort {allowed}.",
            "noem een andere partij, of verander bij de rol welke soorten hem mogen hebben.",
        ),
        "en": Texts(
            "{written} cannot hold the role {role}",
            "{written} is of the sort {found}",
            "this role is for parties of the sort {allowed} only.",
            "name another party, or change at the role which sorts may hold it.",
        ),
    },
}

good = REGISTER
bad = changed('role = "voorzitter", who = "zuid"', 'role = "voorzitter", who = "stad"', REGISTER)
of = "register"

check = found_while_reading
