"""A bare list over an inherited list."""

from __future__ import annotations

from collections.abc import Mapping

from samenwerk.definitions.checks.example import BASE, HEAD, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW112"
title = {
    "nl": "Een lijst in de plaats van een lijst die u erft",
    "en": "A list in the place of a list that you inherit",
}

TEXTS: TextsByCode = {
    "SW112": {
        "nl": Texts(
            "deze lijst komt in de plaats van een lijst die u erft",
            "u erft hier al een lijst",
            "zo zou ongemerkt wegvallen wat een ander heeft afgesproken.",
            "schrijf wat u verandert: {{ add = {written} }} om toe te voegen, {{ remove = "
            "[...] }} om weg te halen, of {{ replace = {written} }} als u de hele lijst wilt "
            "vervangen.",
        ),
        "en": Texts(
            "this list takes the place of a list that you inherit",
            "you inherit a list here",
            "what somebody else agreed would silently be lost.",
            "write what you change: {{ add = {written} }} to add, {{ remove = [...] }} to "
            "take away, or {{ replace = {written} }} if you want another list altogether.",
        ),
    },
}

good = HEAD + '[group.deelnemer]\nsort = { remove = ["aanbieder"] }\n'
bad = HEAD + '[group.deelnemer]\nsort = ["gemeente"]\n'
files: Mapping[str, str] = {"basis.toml": BASE}

check = found_while_reading
