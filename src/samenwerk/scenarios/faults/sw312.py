"""A register or stories under a name that nobody reads: told as a warning."""

from __future__ import annotations

from samenwerk.definitions.checks.shown import Cases, Shown
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.scenarios.faults.example import BESIDE, STORY, found_while_reading

code = "SW312"
title = {
    "nl": "Een register of verhalen in een bestand dat niet gelezen wordt",
    "en": "A register or stories in a file that is not read",
}

TEXTS: TextsByCode = {
    "SW312 scenarios": {
        "nl": Texts(
            "{written} wordt niet gelezen; verhalen staan in {wanted}",
            "deze verhalen worden niet nagespeeld",
            "alleen {wanted} en wat in de map scenarios staat, wordt gelezen.",
            "hernoem {written} tot {wanted}.",
        ),
        "en": Texts(
            "{written} is not read; stories stand in {wanted}",
            "these stories are not played",
            "only {wanted} and what lies in the folder scenarios is read.",
            "rename {written} to {wanted}.",
        ),
    },
    "SW312 register": {
        "nl": Texts(
            "{written} wordt niet gelezen; een register heet {wanted}",
            "niemand uit dit register doet nu mee",
            "alleen {wanted} wordt gelezen, en wat een verhaal bij register noemt.",
            "hernoem {written} tot {wanted}. Ziet u het einde van een naam niet: op Windows "
            'zet u dat aan met "Beeld", "Bestandsnaamextensies".',
        ),
        "en": Texts(
            "{written} is not read; a register is called {wanted}",
            "nobody of this register takes part now",
            "only {wanted} is read, and what a story names at register.",
            "rename {written} to {wanted}. If you do not see the end of a name: on Windows you "
            'switch that on with "View", "File name extensions".',
        ),
    },
    "SW312 beside": {
        "nl": Texts(
            "{written} wordt niet gelezen; verhalen staan in {wanted}",
            "deze verhalen worden niet nagespeeld",
            "alleen {wanted} en wat in de map scenarios staat, wordt gelezen.",
            "zet deze verhalen in {wanted}, of zet dit bestand in de map scenarios. Is het een "
            "oude versie, bewaar die dan in een andere map.",
        ),
        "en": Texts(
            "{written} is not read; stories stand in {wanted}",
            "these stories are not played",
            "only {wanted} and what lies in the folder scenarios is read.",
            "put these stories in {wanted}, or put this file in the folder scenarios. If it is "
            "an old version, keep that in another folder.",
        ),
    },
}

good = STORY
bad = Shown(STORY, "scenarios", {**BESIDE, "scenario.toml": STORY})
cases: Cases = {
    "register": Shown(
        STORY, "scenarios",
        {"workflow.toml": BESIDE["workflow.toml"], "register.toml.txt": BESIDE["register.toml"]},
    ),
    "scenarios": Shown(STORY, "verhalen", BESIDE),
}  # fmt: skip
of = "scenarios"
files = BESIDE

check = found_while_reading
