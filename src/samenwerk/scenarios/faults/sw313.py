"""A role that must be held and that no party of the register has: told as a warning."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, REGISTER, changed
from samenwerk.definitions.checks.shown import Cases, Shown
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.scenarios.faults.example import BESIDE, STORY, found_while_reading

code = "SW313"
title = {
    "nl": "Een rol die niemand heeft, en waar een stap op wacht",
    "en": "A role that nobody holds, and that a step waits for",
}

TEXTS: TextsByCode = {
    "SW313": {
        "nl": Texts(
            "niemand heeft de rol {role}, en zonder die rol kan niemand {step} zetten",
            "hier hoort te staan wie deze rol heeft",
            "in stap {step}, en misschien in andere, blijft een dossier dan staan.",
            'schrijf bij holds wie het is: {{ role = "{role}", who = "..." }}.',
        ),
        "en": Texts(
            "nobody holds the role {role}, and without it nobody can do {step}",
            "who holds this role should stand here",
            "at step {step}, and perhaps at others, a case then cannot go on.",
            'write at holds who it is: {{ role = "{role}", who = "..." }}.',
        ),
    },
}

_HELD = 'holds = [{ role = "voorzitter", who = "zuid", starts = 2027-01-01 }]'
_NOBODY = {"workflow.toml": BASE, "register.toml": changed(_HELD, "holds = []", REGISTER)}

good = STORY
bad = Shown(STORY, "scenarios", _NOBODY)
cases: Cases = {}
of = "scenarios"
files = BESIDE

check = found_while_reading
