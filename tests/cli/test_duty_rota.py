"""The example about cases: its stories, and what is printed of them."""

import json
import shutil
from pathlib import Path

import pytest
from tests.cli.world import Ran, Run

from samenwerk.cli.main import main
from samenwerk.scenarios.folder import read_folder
from samenwerk.scenarios.play import Player

EXAMPLE = Path(__file__).parents[2] / "examples" / "duty-rota"
NOW = ("--now", "2027-01-11T09:00")


@pytest.fixture
def rota(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Run commands beside the example, in English, in a rehearsal that has begun."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMENWERK_LANG", "en")
    shutil.copytree(EXAMPLE, tmp_path / "rota")

    def call(*words: str) -> Ran:
        code = main([*words])
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    for words in (
        ("start", "rota", "--rehearsal"),
        ("register", "rota/register.toml"),
        ("do", "s", "begin", "--as", "noord"),
    ):
        ran = call(*words, *NOW)
        assert (0, "") == (ran.code, ran.err), ran.out
    return call


def test_every_story_goes_as_it_says() -> None:
    """The example has no faults, and each of its stories is played as it stands."""
    folder = read_folder(EXAMPLE / "workflow.toml")
    assert () == folder.diagnostics
    assert folder.workflow is not None
    player = Player(folder.workflow, folder.scenarios, folder.registers)
    assert [] == [one.scenario.name for one in player.play_all() if not one.passed]


def test_who_takes_part_is_filled_in_with_commas_or_one_by_one(rota: Run) -> None:
    """Both ways together; the case is shown with all of them, and so is its history."""
    ran = rota("do", "r", "rota.start", "--as", "zuid", *NOW,
               "--fill", "participant=noord, oost", "--fill", "participant=zuid")  # fmt: skip
    assert (0, "") == (ran.code, ran.err)
    assert (
        "    - r (duty rota): running, since 11 January 2027, due by 22 February 2027;\n"
        "      rota partner: Care North, Care East and Care South"
    ) in rota("status").out
    (case,) = [one for one in json.loads(rota("status", "--format", "json").out)["cases"]
               if one["case"] == "r"]  # fmt: skip
    assert {"participant": ["noord", "oost", "zuid"], "planner": ["zuid"]} == case["roles"]
    assert 0 == rota("do", "r", "join", "--as", "west", *NOW).code
    assert 0 == rota("do", "r", "leave", "--as", "noord", *NOW).code
    told = rota("history").out
    assert "rota partner: Care North, Care East, Care South" in " ".join(told.split())
    assert "Care West becomes rota partner" in " ".join(told.split())
    assert "Care North is no rota partner any more" in " ".join(told.split())


def test_a_role_for_one_is_given_to_one(rota: Run) -> None:
    """Who is meant must be a party, and only a role for many takes a list."""
    for more in (("participant=nord",), ("participant=",)):
        ran = rota("do", "r", "rota.start", "--as", "zuid", *NOW, "--fill", *more)
        assert 0 != ran.code, ran.out


def test_giving_up_a_role_is_explained(rota: Run) -> None:
    """A step says which role its doer takes, and which it lays down."""
    for step, said in (
        ("rota.join", "and so becomes rota partner"),
        ("rota.leave", "and is then no rota partner any more"),
    ):
        told = " ".join(rota("explain", step, "--workflow", "rota").out.split())
        assert said in told, told


def test_splitting_and_merging_are_typed_and_told(rota: Run) -> None:
    """Groups and cases by name; what came of them stands in the history and the status."""
    fill = ("--fill", "participant=noord,oost,zuid,west")
    assert 0 == rota("do", "r", "rota.start", "--as", "zuid", *NOW, *fill).code
    wrong = rota("do", "r", "split", "--as", "zuid", *NOW, "--into", "p")
    assert (2, True) == (wrong.code, "CASE=PARTY,PARTY" in wrong.err)
    for words in (
        ("do", "r", "split", "--as", "zuid", "--into", "p=noord,oost", "--into", "q=zuid, west"),
        ("do", "q", "take_in", "--as", "zuid", "--merge", "p"),
    ):
        ran = rota(*words, *NOW)
        assert (0, "") == (ran.code, ran.err), ran.out
    told = " ".join(rota("history").out.split())
    assert "new case p: Care North and Care East" in told
    assert "merged into it: p" in told
    cases = json.loads(rota("status", "--format", "json").out)["cases"]
    expected = {"r": ("divided", []), "p": ("merged", ["r"]), "q": ("running", ["r", "p"])}
    found = {one["case"]: (one["state"], one["came_from"]) for one in cases}
    assert expected == {id: found[id] for id in expected}


def test_a_case_that_builds_on_another_is_opened_by_name(rota: Run) -> None:
    """With `--rests-on`; what it builds on is told, and a name that nothing has is not."""
    for case in ("a", "a2"):
        assert 0 == rota("do", case, "agenda.write", "--as", "noord", *NOW).code
    which = rota("do", "d", "agreement.propose", "--as", "oost", *NOW)
    assert (1, True) == (which.code, "say which case" in which.out)
    made = ("do", "d", "agreement.propose", "--as", "oost", *NOW)
    assert 0 == rota(*made, "--rests-on", "a2").code
    assert "this builds on case a2" in " ".join(rota("history").out.split())
    assert "Each case builds on an agenda" in rota("explain", "agreement").out
