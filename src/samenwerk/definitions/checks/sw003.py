"""Parts inside each other deeper than anybody reads."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, changed, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW003"
title = {
    "nl": "Delen die dieper in elkaar zitten dan iemand leest",
    "en": "Parts inside each other deeper than anybody reads",
}

TEXTS: TextsByCode = {
    "SW003": {
        "nl": Texts(
            "hier zitten te veel delen in elkaar",
            "dieper dan {most}",
            "wat zo diep in elkaar zit, kan niemand meer nalezen.",
            "geef een deel een eigen kop en een eigen naam, en noem hier die naam.",
        ),
        "en": Texts(
            "too many parts are inside each other here",
            "deeper than {most}",
            "nobody can read back what is nested this deep.",
            "give a part its own heading and its own name, and write that name here.",
        ),
    },
}

good = BASE
bad = changed('members = "deelnemer"', f"members = {'[' * 65}{']' * 65}")

check = found_while_reading
