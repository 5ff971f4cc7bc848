"""The examples of the reference about those who do not decide; the others are `reference_examples`.

They are a part of the same workflow.
"""

from __future__ import annotations

from collections.abc import Mapping

VOICES: Mapping[str, str] = {
    "say": """\
[lifecycle.balie.say.advies_raden]
nl = "Advies van de cliëntenraden"
en = "Advice of the client councils"
by = "raad"
right = "advise"
before = "openen"
notice = "2 weeks"
answer_within = "6 weeks"
if_silent = "goes_on"

[lifecycle.balie.say.advies_raden.if_against]
first = "praten"
reasons = true
holds_up = "sluit"
wait = "1 month"
after = "openen"
""",
    "duty": """\
[lifecycle.balie.duty.evaluatie_sturen]
nl = "De evaluatie sturen"
en = "Sending the evaluation"
by = "voorzitter"
must = "evaluatie"
due = "6 months"
while_in = "open"
only_if = ["betaalbaar"]
severity = "warn"

[lifecycle.balie.document.evaluatie]
nl = "Evaluatie"
en = "Evaluation"
by = "voorzitter"
""",
}
"""Of each family, as it stands in `workflow.toml`."""
