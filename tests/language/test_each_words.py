"""What a condition on a group says: of parties, of who sits at a table, and of cases."""

import pytest

from samenwerk.definitions.checks.example import BASE
from samenwerk.definitions.read import read_text
from samenwerk.language.catalogue import Speaker
from samenwerk.language.steps import condition_text

ASKED = f"""{BASE}
[fact.mee]
nl = "Doet mee"
en = "Joins"
type = "yes_no"
per = "party"
by = "deelnemer"

[rule.asked]
nl = "Gevraagd"
all = [{{ HOW = "WHO", fact = "mee", is = true }}]
"""


@pytest.mark.parametrize(
    ("how", "who", "nl", "en"),
    [
        ("every", "deelnemer", "voor elke partij die Deelnemer is", "for each Deelnemer"),
        ("every", "regiotafel", "voor elke partij aan tafel bij Regiotafel",
         "for each party at Regiotafel"),
        ("some", "voorzitter", "voor minstens één partij die Voorzitter is",
         "for at least one Voorzitter"),
        ("no", "deelnemer", "voor geen enkele partij die Deelnemer is", "for no Deelnemer"),
    ],
)  # fmt: skip
def test_a_group_is_told_as_people_say_it(how: str, who: str, nl: str, en: str) -> None:
    """Parties are something or sit somewhere; the label is never bare after "in"."""
    workflow = read_text(ASKED.replace("HOW", how).replace("WHO", who)).workflow
    assert workflow is not None
    part = workflow.rules["asked"].part
    told = [
        condition_text(part, Speaker(lang, workflow))
        for lang in ("nl", "en")
    ]
    assert [nl, en] == [one.partition(":")[0] for one in told]
