"""`samenwerk verify`: what is told of an invariant, as text, data and files."""

import json
from pathlib import Path

import pytest
from tests.cli.world import Run
from tests.verify.world import ASKED, FORGOTTEN, UNCARRIED

MADE = "Geen wijziging zonder draagvlak"
TOLD = """\
balie 2027.1 (balie)
DOORBROKEN    Geen wijziging zonder draagvlak
              balie/workflow.toml:85; Afspraken 2026, art. 4
  Zo kan het misgaan. Het is nagespeeld; wat de partijen hier doen, is
  verzonnen.
"""


@pytest.fixture
def guarded(folder: Path) -> Path:
    """The workflow with an invariant that its steps keep."""
    file = folder / "balie" / "workflow.toml"
    file.write_text(file.read_text(encoding="utf-8") + UNCARRIED, encoding="utf-8")
    return folder


@pytest.fixture
def broken(guarded: Path) -> Path:
    """The same, where one step forgot to ask."""
    file = guarded / "balie" / "workflow.toml"
    text = file.read_text(encoding="utf-8").replace(ASKED, FORGOTTEN)
    file.write_text(text, encoding="utf-8")
    (guarded / "balie" / "scenarios.toml").unlink()
    return guarded


def test_the_working_folder_is_called_by_its_file(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not by the dot that somebody typed."""
    monkeypatch.chdir(folder / "balie")
    assert run("verify", ".").out.startswith("workflow.toml: ")


def test_what_holds_is_proved(run: Run, guarded: Path) -> None:
    """One line, and exit 0."""
    ran = run("verify", "balie")
    assert (0, "") == (ran.code, ran.err)
    head, line, *_ = ran.out.splitlines()
    assert "balie 2027.1 (balie)" == head
    assert f"bewezen       {MADE}" == line


def test_what_is_broken_has_a_story(run: Run, broken: Path) -> None:
    """Who did what on which day, what should have held, where it got through, and the mend."""
    ran = run("verify", "balie")
    assert 1 == ran.code
    assert ran.out.startswith(TOLD)
    words = " ".join(ran.out.split())
    assert "Bij de laatste handeling moest gelden wat hier niet geldt: ?" in words
    assert (
        "Hier kon het doorheen: balie/workflow.toml:70: stap Vaststellen vraagt hier niet of dit "
        "zo is: de regio draagt de wijziging Zo verhelpt u het: - Zet \"carried\" bij needs van "
        "stap Vaststellen."
    ) in words
    assert [] == [row for row in ran.out.splitlines() if len(row) > 80]


def test_the_mend_that_is_told_mends_it(run: Run, broken: Path) -> None:
    """With the rule in the needs of that step it is proved."""
    file = broken / "balie" / "workflow.toml"
    text = file.read_text(encoding="utf-8").replace(FORGOTTEN, ASKED)
    file.write_text(text, encoding="utf-8")
    assert 0 == run("verify", "balie").code


def test_as_data(run: Run, broken: Path) -> None:
    """The same for programs, with the story and the places to look at."""
    ran = run("verify", "balie", "--format", "json")
    told = json.loads(ran.out)["verified"][0]
    answer = told["answers"][0]
    assert {"broken": 1, "not_decided": 0, "within_bounds": 0, "proved": 0} == told["count"]
    assert ("never_uncarried", "broken") == (answer["name"], answer["verdict"])
    assert ("unmet", "change.adopt") == (answer["story"]["how"], answer["story"]["step"])
    assert [{"condition": "rule change.carried", "was": "unknown"}] == answer["story"]["unmet"]
    assert 70 == answer["story"]["look_at"][0]["line"]


def test_as_markdown(run: Run, broken: Path) -> None:
    """A heading, a table and the story, for a paper."""
    out = run("verify", "balie", "--format", "markdown", "--lang", "en").out
    assert out.startswith("# balie 2027.1 (balie)\n\n| | |\n| --- | --- |\n| **BROKEN** | ")
    assert f"\n## {MADE}\n" in out
    assert "\n4. " in out


def test_a_saved_story_plays(run: Run, broken: Path) -> None:
    """In a folder of its own, that builds on the workflow; and it is not replaced by itself."""
    assert 1 == run("verify", "balie", "--save", "verhalen").code
    played = run("test", "verhalen")
    assert (0, "") == (played.code, played.err), played.out
    assert "  goed   broken_never_uncarried:" in played.out
    again = run("verify", "balie", "--save", "verhalen")
    assert (2, True) == (again.code, "bestaat al" in again.err)
    assert 1 == run("verify", "balie", "--save", "verhalen", "--force").code


def test_beside_the_workflow_it_guards_what_was_mended(run: Run, broken: Path) -> None:
    """Saved with the workflow, the story goes otherwise once the step asks again."""
    run("verify", "balie", "--save", "balie")
    assert 0 == run("test", "balie").code
    file = broken / "balie" / "workflow.toml"
    text = file.read_text(encoding="utf-8").replace(FORGOTTEN, ASKED)
    file.write_text(text, encoding="utf-8")
    assert 1 == run("test", "balie").code


def test_an_unknown_invariant_has_the_nearest(run: Run, guarded: Path) -> None:
    """With exit 2, and the name that was meant."""
    ran = run("verify", "balie", "--invariant", "never_uncaried")
    assert 2 == ran.code
    assert 'Bedoelde u "never_uncarried"?' in ran.err


def test_without_an_invariant_there_is_nothing_to_ask(run: Run) -> None:
    """It says how one is written."""
    ran = run("verify", "balie")
    assert (0, True) == (ran.code, "[invariant.NAAM]" in ran.out)


def test_faults_come_first(run: Run, folder: Path) -> None:
    """Nothing is proved of a text with faults: these are told, with exit 1."""
    file = folder / "balie" / "workflow.toml"
    text = file.read_text(encoding="utf-8").replace('to = "adopted"', 'to = "adoptd"')
    file.write_text(text, encoding="utf-8")
    ran = run("verify", "balie")
    assert (1, True) == (ran.code, "SW1" in ran.out)


def test_check_sees_what_is_broken_at_once(run: Run, broken: Path) -> None:
    """A text without faults whose invariant is broken is told so, with what shows the story."""
    ran = run("check", "balie")
    assert 1 == ran.code
    assert ran.out.endswith(
        f"balie/workflow.toml:85: doorbroken: {MADE}. Hoe dat\nkan, zegt:\n"
        "  samenwerk verify balie --invariant never_uncarried\n"
    )


def test_check_is_silent_about_what_holds(run: Run, guarded: Path) -> None:
    """Nothing is said of an invariant that is kept."""
    ran = run("check", "balie")
    assert (0, False) == (ran.code, "waarborg" in ran.out)
