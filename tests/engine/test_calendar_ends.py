"""Where a calendar ends nothing is guessed: it is said, and nobody is told a day."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from samenwerk import Engine, Holding, MemoryStore, Party, Room, Verdict, load, render

TEXT = """
[workflow]
id = "klein"
version = "1"
nl = "Klein"
calendar = "werk"
[calendar.werk]
nl = "Werkdagen"
first_year = 2027
last_year = 2027
days_off = { 2027-12-27 = "Vrij" }
[sort.bureau]
nl = "Bureau"
[role.desk]
nl = "Balie"
sort = "bureau"
[lifecycle.collaboration]
nl = "Samenwerking"
[lifecycle.collaboration.state]
begun = { nl = "Begonnen", due = "5 working days" }
done = { nl = "Klaar", final = true }
[lifecycle.collaboration.document.note]
nl = "Nota"
by = "desk"
[lifecycle.collaboration.duty.hand_in]
nl = "Nota indienen"
by = "desk"
must = "note"
due = "5 working days"
severity = "block"
[lifecycle.collaboration.step.begin]
nl = "Beginnen"
to = "begun"
by = "desk"
[lifecycle.collaboration.step.stop]
nl = "Stoppen"
from = "begun"
to = "done"
by = "desk"
needs = ["hand_in", { done = "begin", ago = "2 working days" }]
"""


def room(folder: Path, begun: date) -> Room:
    """A case that was begun on a day."""
    (folder / "workflow.toml").write_text(TEXT, encoding="utf-8")
    moment = datetime(2028, 1, 20, 12, tzinfo=UTC)
    engine = Engine(MemoryStore(), clock=lambda: moment)
    found = engine.start(load(folder), "region")
    found.enrol(parties=[Party("noord", "bureau")], holds=[Holding("desk", "noord")])
    outcome = found.do("collaboration.begin", case="c", actor="noord", day=begun)
    assert Verdict.ALLOWED == outcome.verdict
    return found


def test_within_its_years_days_are_told(tmp_path: Path) -> None:
    """Five working days over a weekend and a day off."""
    found = room(tmp_path, date(2027, 12, 20))
    days = {one.what.id: one.day for one in found.due(day=date(2027, 12, 20))}
    assert {"due.state": date(2027, 12, 28), "due.duty": date(2027, 12, 28)} == days


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("nl", "de laatste dag van 5 werkdagen is niet te zeggen; Werkdagen loopt van 1 januari "
         "2027 tot en met 31 december 2027"),
        ("en", "the last day of 5 working days cannot be told; Werkdagen goes from 1 January "
         "2027 to 31 December 2027"),
    ],
)  # fmt: skip
def test_beyond_its_years_it_is_said_that_the_calendar_ends(
    tmp_path: Path, lang: str, said: str
) -> None:
    """In what is due, in the refusal of a step, and in what is needed for it."""
    found = room(tmp_path, date(2027, 12, 30))
    due = found.due(day=date(2027, 12, 30))
    assert {(date(2027, 12, 31), "calendar.ends_for")} == {(one.day, one.what.id) for one in due}
    assert any(said in render(one.what, lang, found) for one in due)
    outcome = found.do("collaboration.stop", case="c", actor="noord", day=date(2028, 1, 14))
    assert Verdict.NOT_YET == outcome.verdict
    told = " ".join(render(outcome, lang, found).split())
    assert said in told
