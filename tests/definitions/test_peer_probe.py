"""Five broken definitions on which other workflow libraries were tried: each is told exactly.

None of those libraries gives a place, and some let the misspelt condition pass without a word.
"""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from tests.definitions.checks.printed import printed

from samenwerk import Engine, Holding, MemoryStore, Party, Span, Verdict, render
from samenwerk.cli.examples import Found
from samenwerk.definitions.read import read_text

SOUND = """\
[workflow]
id = "loket"
version = "1"
nl = "Loket"

[sort]
aanbieder = { nl = "Aanbieder" }

[role]
voorzitter = { nl = "Voorzitter" }

[fact]
kosten = { nl = "Kosten", type = "money", by = "voorzitter" }

[rule.betaalbaar]
nl = "Betaalbaar"
all = [{ fact = "kosten", at_most = 5000 }]

[lifecycle.collaboration]
nl = "Samenwerking"
[lifecycle.collaboration.state]
open = { nl = "Open" }
gesloten = { nl = "Gesloten", final = true }

[lifecycle.collaboration.step.begin]
nl = "Beginnen"
to = "open"
by = "aanbieder"

[lifecycle.collaboration.step.sluit]
nl = "Sluiten"
from = "open"
to = "gesloten"
by = "voorzitter"
needs = ["betaalbaar"]
"""


@pytest.mark.parametrize(
    ("old", "new", "first_line", "remedy"),
    [
        pytest.param(
            'needs = ["betaalbaar"]', 'needds = ["betaalbaar"]',
            "loket.toml:35:1: SW101 needds heet hier needs",
            "typ needs.", id="misspelt key",
        ),
        pytest.param(
            'to = "gesloten"', 'to = "geslotn"',
            "loket.toml:33:6: SW103 er is geen fase met de naam geslotn",
            'bedoelde u "gesloten" (regel 23)?', id="state that does not exist",
        ),
        pytest.param(
            "gesloten = {", 'wacht = { nl = "Wacht", final = true }\ngesloten = {',
            'loket.toml:23:1: SW201 fase "wacht" is niet te bereiken',
            'schrijf een stap met to = "wacht"', id="state nobody can reach",
        ),
        pytest.param(
            'fact = "kosten"', 'fact = "kosen"',
            "loket.toml:17:17: SW103 er is geen gegeven, dag, instelling, berekening of stap "
            "met de naam kosen",
            'bedoelde u "kosten" (regel 13)?', id="rule on unknown data",
        ),
    ],
)  # fmt: skip
def test_a_broken_definition_is_told_with_its_place(
    old: str, new: str, first_line: str, remedy: str
) -> None:
    """One finding, at line and column, with what to write instead."""
    assert SOUND.count(old) == 1
    reading = read_text(SOUND.replace(old, new), file="loket.toml")
    lines = {source.file: source.lines for source in reading.sources}
    shown = printed(Found(reading.diagnostics, lines), "nl").splitlines()
    told = " ".join(line.strip() for line in shown)
    assert (1, first_line, True, None) == (
        len(reading.diagnostics), shown[0], remedy in told, reading.workflow)  # fmt: skip


def test_a_rule_that_is_false_is_told_with_its_reasons() -> None:
    """The definition is sound; the answer names the rule, what was recorded, and what is needed."""
    workflow = read_text(SOUND, file="loket.toml").workflow
    assert workflow is not None
    span = Span(date(2027, 1, 1), None)
    with Engine(MemoryStore(), clock=lambda: datetime(2027, 2, 10, 12, tzinfo=UTC)) as engine:
        room = engine.start(workflow, "regio")
        room.enrol(
            parties=[Party("noord", "aanbieder", (("nl", "Zorg Noord"),), span=span)],
            holds=[Holding("voorzitter", "noord", span)],
        )
        assert room.do("collaboration.begin", case="loket", actor="noord").carried_out
        assert room.record("kosten", Decimal("6000.00"), case="loket", actor="noord").carried_out
        outcome = room.do("collaboration.sluit", case="loket", actor="noord")
        told = render(outcome, "nl", room)
    assert (Verdict.NOT_YET, False) == (outcome.verdict, outcome.carried_out)
    assert ["rule betaalbaar"] == [one.leaf for one in outcome.findings]
    assert "Kosten: € 6.000,00, maar dat moet hoogstens € 5.000,00 zijn" in told
