"""The page of a decision tells who can decide it, by the register or in a case."""

import json

from tests.cli.world import Run

CASE = """\
  Wie hierover kunnen beslissen, op 1 februari 2027:
  - een stem hebben: Zorg Noord, Zorg Zuid en Zorg West
  - genoeg, ook als alle anderen tegen zijn: 2 van 3 voor, zoals Zorg Noord en
    Zorg Zuid
  - wie niets zegt, houdt het besluit open: de ronde sluit niet
  - genoeg om het tegen te houden: 2 van 3 tegen, zoals Zorg Noord en Zorg Zuid
"""


def test_by_the_register_beside_a_workflow(run: Run) -> None:
    """Two of three are enough, and two can stop it."""
    page = run("explain", "carry", "--workflow", "balie", "--on", "2027-02-01").out
    assert page.endswith("\n" + CASE), page


def test_in_a_case_whatever_was_said(begun: Run) -> None:
    """What groups can do in a case does not depend on who spoke already."""
    begun("say", "w", "carry", "for", "--as", "noord", "--now", "2027-02-01T10:00")
    page = begun("explain", "carry", "--case", "w", "--on", "2027-02-01").out
    assert page.endswith("\n" + CASE), page


def test_as_data(begun: Run) -> None:
    """Each group as a list of names; nothing is said of silence where no round closes."""
    ran = begun("--format", "json", "explain", "carry", "--case", "w", "--on", "2027-02-01")
    (found,) = json.loads(ran.out)["found"]
    assert {
        "day": "2027-02-01", "voters": ["noord", "zuid", "west"], "possible": True,
        "closes": False, "deciding": ["noord", "zuid"], "deciding_in_silence": None,
        "blocking": ["noord", "zuid"], "vetoes": [], "alone": [], "never": [],
        "tips": {"noord": "1/3", "zuid": "1/3", "west": "1/3"},
    } == found["deciding"]  # fmt: skip


def test_a_step_is_still_asked_in_a_case(begun: Run) -> None:
    """A name that is a step there is explained as that step."""
    assert "Voorzitter" in begun("explain", "adopt", "--case", "w").out
    assert "Wie hierover kunnen beslissen" not in begun("explain", "adopt", "--case", "w").out


def test_before_anybody_takes_part(run: Run) -> None:
    """On a day on which nobody has a vote that is what is told."""
    run("start", "balie", "--rehearsal", "--now", "2027-02-01T09:00")
    assert "op die dag heeft niemand een stem" in run("explain", "carry").out
