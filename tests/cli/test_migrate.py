"""`samenwerk migrate` and `samenwerk replay`: what is told, what is recorded, and exit codes."""

import json
from pathlib import Path

import pytest
from tests.cli.world import WORKFLOW, Run

NEW = (
    WORKFLOW.replace('version = "2027.1"', 'version = "2027.2"')
    .replace('needs = ["carried", { document = "note" }]',
             'needs = ["carried", { document = "note" }, { document = "check" }]')
    .replace('[lifecycle.change.decision.carry]',
             '[lifecycle.change.document.check]\nnl = "Toets"\nby = "chair"\n'
             '[lifecycle.change.decision.carry]')
)  # fmt: skip


@pytest.fixture
def nieuw(folder: Path) -> str:
    """The next version, beside the first."""
    (folder / "nieuw.toml").write_text(NEW, encoding="utf-8")
    return "nieuw.toml"


def head_of(run: Run) -> str:
    """The head that the record ends in."""
    told = json.loads(run("status", "--format", "json").out)
    return str(told["head"])


def test_a_trial_tells_and_records_nothing(begun: Run, nieuw: str) -> None:
    """Per case what is added and for whom, and how to carry out just this."""
    before = head_of(begun)
    ran = begun("migrate", "balie", nieuw)
    assert 0 == ran.code, ran.err
    said = " ".join(ran.out.split())
    for words in (
        "balie gaat over naar Gezamenlijke balie, versie 2027.2 Op 1 februari 2027",
        "erbij: Zorg Zuid", "w (Wijziging, Voorgesteld)", "er is niets vastgelegd",
        f"samenwerk migrate balie nieuw.toml --apply --expect {before}",
    ):  # fmt: skip
        assert words in said
    assert before == head_of(begun)


def test_applied_it_is_recorded_and_told_in_the_history(begun: Run, nieuw: str) -> None:
    """Then the case asks what is asked now; a second time there is nothing left to do."""
    ran = begun("migrate", "balie", nieuw, "--apply", "--as", "zuid", "--id", "over-1",
                "--expect", head_of(begun))  # fmt: skip
    assert (0, True) == (ran.code, "Dit is vastgelegd." in ran.out)
    told = " ".join(begun("history").out.split())
    assert "vanaf nu geldt een andere versie van balie" in told
    assert "dossier w gaat over naar de nieuwe versie" in told
    needed = begun("needs", "w", "adopt")
    assert "Toets" in needed.out
    again = begun("migrate", "balie", nieuw, "--apply", "--as", "zuid", "--id", "over-1")
    assert (0, True) == (again.code, again.out.startswith("Dit was al vastgelegd:"))
    nothing = begun("migrate", "balie", nieuw)
    assert (0, True) == (nothing.code, "Er is niets vast te leggen." in nothing.out)
    assert 0 == begun("history", "--verify").code


def test_what_moved_on_in_between_is_refused(begun: Run, nieuw: str) -> None:
    """With the head of the trial nothing is recorded once somebody acted."""
    seen = head_of(begun)
    begun("say", "w", "carry", "for", "--as", "west")
    ran = begun("migrate", "balie", nieuw, "--apply", "--expect", seen)
    assert (1, "") == (ran.code, ran.out)
    assert "intussen iets vastgelegd" in ran.err


def test_a_case_that_cannot_be_moved_is_told_with_why(begun: Run, folder: Path) -> None:
    """Exit 1; with the new name of its state it can be moved after all."""
    renamed = NEW.replace("proposed = {", "put_forward = {").replace(
        '"proposed"', '"put_forward"'
    )  # fmt: skip
    (folder / "anders.toml").write_text(renamed, encoding="utf-8")
    ran = begun("migrate", "balie", "anders.toml")
    assert (1, True) == (ran.code, 'de fase "Voorgesteld" is er niet meer' in ran.out)
    data = json.loads(begun("migrate", "balie", "anders.toml", "--format", "json").out)
    (case,) = [one for one in data["cases"] if one["case"] == "w"]
    assert [{"reason": "state", "name": "change.proposed"}] == [
        {key: one[key] for key in ("reason", "name")} for one in case["cannot"]
    ]
    mapped = ("--map", "change.proposed=put_forward")
    assert 0 == begun("migrate", "balie", "anders.toml", *mapped, "--apply").code
    assert "put_forward" in begun("status", "--format", "json").out
    for wrong in ("proposed=put_forward", "change.proposed", "change.porposed=put_forward"):
        assert 2 == begun("migrate", "balie", "anders.toml", "--map", wrong).code


def test_a_faulty_text_is_pointed_at_check(begun: Run, folder: Path) -> None:
    """It is not looked at any further."""
    (folder / "kapot.toml").write_text(NEW.replace('by = "chair"', 'by = "chiar"'))
    for command in ("migrate", "replay"):
        ran = begun(command, "balie", "kapot.toml")
        assert (1, True) == (ran.code, "samenwerk check kapot.toml" in ran.err)


def test_a_paper_of_it(begun: Run, nieuw: str, folder: Path) -> None:
    """Markdown, on the screen or in a file."""
    page = begun("migrate", "balie", nieuw, "--format", "markdown").out
    assert page.startswith("# balie gaat over naar Gezamenlijke balie, versie 2027.2\n")
    begun("migrate", "balie", nieuw, "--format", "markdown", "--output", "stuk.md")
    assert page.rstrip() == (folder / "stuk.md").read_text(encoding="utf-8").rstrip()


def test_replay_under_the_text_it_ran_by_and_under_another(begun: Run, nieuw: str) -> None:
    """The same: 0. What would have gone otherwise: 1, with the line, why, and nothing recorded."""
    begun("say", "w", "carry", "for", "--as", "west")
    begun("say", "w", "carry", "for", "--as", "noord")
    begun("document", "w", "note", "Nota", "--as", "noord")
    done = begun("do", "w", "adopt", "--as", "zuid", "--fill", "effect=2027-03-01")
    assert 0 == done.code, done.out
    before = head_of(begun)
    same = begun("replay", "balie", "balie")
    assert (0, True) == (same.code, "Alles was net zo gegaan." in same.out)
    ran = begun("replay", "balie", nieuw)
    assert 1 == ran.code
    assert "Toets" in ran.out
    data = json.loads(begun("replay", "balie", nieuw, "--format", "json").out)
    assert [("refused", "change.adopt", "not_yet", ["document change.check"])] == [
        (one["kind"], one["step"], one["verdict"], one["conditions"]) for one in data["otherwise"]
    ]
    assert "## Was geweigerd" in begun("replay", "balie", nieuw, "--format", "markdown").out
    assert before == head_of(begun)


def test_who_has_left_has_no_other_text_take_effect(begun: Run, folder: Path, nieuw: str) -> None:
    """What was refused is not told as done, and the collaboration stays as it was."""
    gone = '[register.party]\nnoord = { sort = "provider", last_day = 2027-01-31, nl = "Noord" }\n'
    (folder / "weg.toml").write_text(gone, encoding="utf-8")
    assert 0 == begun("register", "weg.toml").code
    head = head_of(begun)
    ran = begun("migrate", "balie", nieuw, "--apply", "--as", "noord")
    assert (1, True) == (ran.code, "niet in het register" in " ".join(ran.out.split()))
    assert head == head_of(begun)
