"""Dutch words in a story: told once, where they are, and mended into what was meant."""

import pytest
from tests.definitions.checks.printed import found_in

from samenwerk.authoring.repairing import repaired
from samenwerk.definitions.checks.shown import Shown
from samenwerk.scenarios.faults.example import BESIDE, STORY


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[scenario.begin]", "[verhaal.begin]"), ("[scenario.begin]", "[Scenario.begin]"),
        ('nl = "Beginnen"', 'naam = "Beginnen"'), ("story =", "verhaal ="), ("on =", "op ="),
        ("who =", "wie ="), ("does =", "doet ="), ("case =", "dossier ="),
        ("{ state =", "{ fase ="), ("records =", "legt_vast ="), (" is =", " waarde ="),
        ("verdict =", "oordeel ="), ("because =", "omdat ="),
    ],
)  # fmt: skip
def test_a_dutch_word_is_told_once_and_mended(old: str, new: str) -> None:
    """One finding on its line; the text after its mend is the one without the mistake."""
    assert old in STORY
    text = STORY.replace(old, new, 1)
    found = found_in(Shown(text, "scenarios", BESIDE)).diagnostics
    line = STORY[: STORY.index(old)].count("\n") + 1
    assert [("SW301", line)] == [(one.code, one.place.line) for one in found]
    assert STORY == repaired(text, [one.repair for one in found if one.repair is not None])
