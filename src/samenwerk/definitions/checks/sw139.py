"""Days that hardly can be right: told, and accepted."""

from __future__ import annotations

from samenwerk.definitions.checks.example import REGISTER, changed, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW139"
title = {"nl": "Dagen die haast niet kunnen kloppen", "en": "Days that can hardly be right"}

TEXTS: TextsByCode = {
    "SW139": {
        "nl": Texts(
            "de pagina over {who} is bijgewerkt op {updated}, voordat zij verscheen op {published}",
            "bijgewerkt voordat zij verscheen",
            "zo'n volgorde klopt zelden; de regel wordt wel overgenomen, zoals hij er staat.",
            "vraag het na bij de bron. Staat het daar zo, dan kan dit zo blijven.",
        ),
        "en": Texts(
            "the page about {who} was updated on {updated}, before it appeared on {published}",
            "updated before it appeared",
            "such an order is seldom right; the line is taken up all the same, as it stands.",
            "ask at the source. When it says so there, this can stay as it is.",
        ),
    },
}

good = REGISTER
bad = changed(
    'stad = { sort = "gemeente"',
    'stad = { published = 2023-02-10, updated = 2022-06-27, sort = "gemeente"',
    REGISTER,
)
of = "register"

check = found_while_reading
