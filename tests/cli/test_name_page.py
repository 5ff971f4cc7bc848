"""The page of a name, whole and in both languages: of a rule of each shape, a say, a setting."""

import json
import shutil
from pathlib import Path

import pytest
from tests.cli.world import Run

from samenwerk.cli.main import main
from samenwerk.front import load
from samenwerk.language.catalogue import Speaker
from samenwerk.language.outcome import render_outcome
from samenwerk.values.finding import UNKNOWN, YES, Finding
from samenwerk.values.message import Message, Name
from samenwerk.values.outcome import Outcome, Verdict

PAGES = Path(__file__).parent / "pages"
ROOT = Path(__file__).parents[2]
NAMES = ("sound", "ready", "calm", "enough", "of_its_day", "advice", "ceiling", "plan")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder with the workflow of the pages in `balie/`."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(PAGES, tmp_path / "balie", ignore=shutil.ignore_patterns("*.txt"))


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_a_page_as_it_is_read(name: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What must be so, what it means, why, on which data, in which story, and who may choose."""
    assert 0 == main(["explain", name, "--workflow", "balie", "--lang", lang])
    expected = (PAGES / f"{name}.{lang}.txt").read_text(encoding="utf-8")
    assert expected == capsys.readouterr().out


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("title", "name"),
    [("Kiezen", "plan.choose"), ("beginnen", "plan.begin"), ("het plafond", "ceiling")],
)
def test_what_people_call_it_finds_the_page(
    title: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where nothing has that name: whatever its capitals, with or without an article."""
    assert 0 == main(["explain", title, "--workflow", "balie", "--lang", "en"])
    assert capsys.readouterr().out.splitlines()[0].endswith(f" {name})")


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("nl", """\
Achterhoek 2030 (werkwijze achterhoek-2030)
  Waarvoor: In 2030 zijn alle inwoners van de Achterhoek gezond en gelukkig.
  Bron: Zo start je een regionale samenwerking met resultaat, over de regiovisie
  Achterhoek 2030 (S4-12)
"""), ("en", """\
Achterhoek 2030 (workflow achterhoek-2030)
  What for: In 2030 all who live in the Achterhoek are healthy and happy.
  Source: Zo start je een regionale samenwerking met resultaat, over de
  regiovisie Achterhoek 2030 (S4-12)
""")],
)  # fmt: skip
def test_the_workflow_itself_has_a_page(
    lang: str, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What it is for and where it was agreed."""
    folder = str(ROOT / "workflows" / "achterhoek-2030")
    assert 0 == main(["explain", "achterhoek-2030", "--workflow", folder, "--lang", lang])
    assert expected == capsys.readouterr().out


@pytest.mark.usefixtures("desk")
def test_the_same_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    """What is looked at with what enters it, the settings, and where the stories stand."""
    words = ("--format", "json", "explain", "sound", "--workflow", "balie", "--lang", "en")
    assert 0 == main([*words])
    (found,) = json.loads(capsys.readouterr().out)["found"]
    assert ["note", "cost", "organisation", "tied"] == [one["label"] for one in found["looks_at"]]
    assert {
        "family": "fact", "name": "plan.tied", "label": "tied", "who": ["recorded by the chair"],
        "commands": ["samenwerk fact CASE tied yes|no --of PARTY --as PARTY"],
    } == found["looks_at"][3]  # fmt: skip
    assert ["ceiling"] == found["settings"]
    told = {"scenario": "too_dear", "file": "balie/scenarios.toml", "line": 31,
            "labels": {"nl": "Een plan boven het plafond", "en": "A plan above the ceiling"},
            }  # fmt: skip
    assert ("chosen", told) == (found["examples"]["met"]["scenario"], found["examples"]["unmet"])


def test_without_the_folder_there_are_no_stories(begun: Run) -> None:
    """A store keeps the text that holds, and not the stories beside it."""
    assert "In de verhalen" not in begun("explain", "carried").out
    assert "In de verhalen" in begun("explain", "carried", "--workflow", "balie").out


def test_a_refusal_tells_the_way_out_of_a_say_and_no_keys_of_sources() -> None:
    """What the text advises for a say that is missing; a source as people call it."""
    said = Message("said.say.be_heard", {"say": Name("say", "plan.advice")})
    source = "Afspraken 2026, art. 9 (S3-20, S1-02)"
    missing = Finding("say plan.advice", UNKNOWN, said, source=source)
    met = Finding("rule plan.sound", YES, said, children=(Finding("rule plan.sound", 0, said),))
    speaker = Speaker("nl", load(PAGES / "workflow.toml"))
    assert """\
Dit kan nog niet.

  ?    Bij Advies van de organisaties is iedereen gehoord [Afspraken 2026, art.
       9]
  ja   Bij Advies van de organisaties is iedereen gehoord

Wat wel kan:
  - Vraag elke organisatie wat zij ervan vindt.""" == render_outcome(
        Outcome(Verdict.NOT_YET, (missing, met)), speaker
    )


def test_in_the_folder_of_a_workflow_nothing_more_need_be_said(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a store the workflow in the working folder is meant, and without either the answer
    says what to add."""
    told = (
        "Hier is geen workflow.toml en geen opslag samenwerk.db. Noem de werkwijze erbij:\n"
        "samenwerk explain carried --workflow WERKWIJZE\n"
    )
    assert (2, told) == (run("explain", "carried").code, run("explain", "carried").err)
    named = run("explain", "carried", "--workflow", "balie").out
    monkeypatch.chdir("balie")
    assert named.replace("balie/", "") == run("explain", "carried").out
