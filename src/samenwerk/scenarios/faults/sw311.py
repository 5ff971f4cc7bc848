"""Two stories of one name."""

from __future__ import annotations

from samenwerk.definitions.checks.shown import Shown
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.scenarios.faults.example import BESIDE, STORY, found_while_reading

code = "SW311"
title = {"nl": "Twee verhalen met dezelfde naam", "en": "Two stories of one name"}

TEXTS: TextsByCode = {
    "SW311": {
        "nl": Texts(
            'er zijn twee verhalen met de naam "{written}"',
            "deze naam is al gebruikt",
            "het eerste staat in {first}. Een naam geldt over alle bestanden met verhalen van "
            "een werkwijze.",
            "geef één van de twee een andere naam.",
        ),
        "en": Texts(
            'there are two stories named "{written}"',
            "this name is taken",
            "the first one stands in {first}. A name counts over all files with stories of a "
            "workflow.",
            "give one of the two another name.",
        ),
    },
}

good = STORY
bad = Shown(STORY, of="scenarios", files={**BESIDE, "scenarios/meer.toml": STORY})
of = "scenarios"
files = BESIDE

check = found_while_reading
