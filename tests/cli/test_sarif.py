"""Faults as SARIF: what code scanning asks for, with columns and mends where they belong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.world import REGISTER, SCENARIOS, WORKFLOW

from samenwerk.cli.main import main


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """What is printed of a workflow with these faults, as data."""

    def printed(workflow: str, *words: str) -> Any:
        home = tmp_path / "mijn werk"
        home.mkdir(exist_ok=True)
        (home / "workflow.toml").write_text(workflow, encoding="utf-8")
        (home / "register.toml").write_text(REGISTER, encoding="utf-8")
        (home / "scenarios.toml").write_text(SCENARIOS, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        code = main(["check", "mijn werk", "--format", "sarif", "--lang", "en", *words])
        return code, json.loads(capsys.readouterr().out)

    return printed


def test_a_sound_workflow_is_a_run_without_results(log: Any) -> None:
    """The shape stands, and nothing was found."""
    code, told = log(WORKFLOW)
    assert 0 == code
    assert ("2.1.0", 1) == (told["version"], len(told["runs"]))
    assert told["$schema"].endswith("sarif-2.1.0.json")
    (run,) = told["runs"]
    assert ([], "utf16CodeUnits", "en") == (run["results"], run["columnKind"], run["language"])
    assert {"name": "samenwerk", "rules": []}.items() <= run["tool"]["driver"].items()


def test_a_result_has_its_rule_its_place_and_its_mend(log: Any) -> None:
    """Columns count code units of UTF-16: a clef before the fault takes two."""
    faulty = WORKFLOW.replace(
        'chair = { sort = "provider", exactly = 1, nl = "Voorzitter" }',
        'chair = { nl = "𝄞é", srt = "provider", exactly = 1 }',
    )
    code, told = log(faulty)
    assert 1 == code
    (run,) = told["runs"]
    (rule,), (result,) = run["tool"]["driver"]["rules"], run["results"]
    assert ("SW101", 0, "error") == tuple(result[key] for key in ("ruleId", "ruleIndex", "level"))
    assert "SW101" == rule["id"]
    assert "The word here is sort, and not srt." == result["message"]["text"].splitlines()[0]
    line = faulty.splitlines().index('chair = { nl = "𝄞é", srt = "provider", exactly = 1 }') + 1
    region = {"startLine": line, "startColumn": 23, "endLine": line, "endColumn": 26}
    place = {
        "artifactLocation": {"uri": "mijn%20werk/workflow.toml", "uriBaseId": "%SRCROOT%"},
        "region": region,
    }
    assert [place] == [one["physicalLocation"] for one in result["locations"]]
    ((fix,),) = (result["fixes"],)
    change = {"deletedRegion": region, "insertedContent": {"text": "sort"}}
    assert [{"artifactLocation": place["artifactLocation"], "replacements": [change]}] == fix[
        "artifactChanges"
    ]
    assert run["originalUriBaseIds"]["%SRCROOT%"]["uri"].startswith("file:///")


def test_a_rule_tells_its_page_in_both_languages(log: Any) -> None:
    """The language of the call first."""
    _, told = log(WORKFLOW.replace('to = "adopted"', 'to = "adoptd"'))
    (rule,) = told["runs"][0]["tool"]["driver"]["rules"]
    assert "A name that is described nowhere." == rule["shortDescription"]["text"]
    english, dutch = rule["help"]["markdown"].split("\n\n---\n\n")
    assert english.startswith("SW103: A name that is described nowhere.")
    assert dutch.startswith("SW103: Een naam die nergens beschreven is.")


def test_what_a_fault_is_also_about_is_a_related_place(log: Any) -> None:
    """The state that was meant, where it stands."""
    _, told = log(WORKFLOW.replace('to = "adopted"', 'to = "adoptd"'))
    (result,) = told["runs"][0]["results"]
    (near,) = result["relatedLocations"]
    at = near["physicalLocation"]["region"]
    assert 'adopted = { nl = "Vastgesteld"' in WORKFLOW.splitlines()[at["startLine"] - 1]
    assert (1, 8) == (at["startColumn"], at["endColumn"])


def test_everything_that_the_schema_asks_is_there(log: Any) -> None:
    """Types and needed properties of the parts that we write, for many faults at once."""
    _, told = log(WORKFLOW.replace("by = ", "bij = ").replace('nl = "', 'nll = "'))
    (run,) = told["runs"]
    rules = [one["id"] for one in run["tool"]["driver"]["rules"]]
    assert len(run["results"]) > 10
    for result in run["results"]:
        assert result["ruleId"] == rules[result["ruleIndex"]]
        assert result["level"] in ("error", "warning")
        assert isinstance(result["message"]["text"], str)
        places = [*result["locations"], *result.get("relatedLocations", [])]
        for one in places:
            region = one["physicalLocation"]["region"]
            assert 1 <= region["startLine"] <= region["endLine"]
            assert 1 <= region["startColumn"] <= region["endColumn"]
            assert not one["physicalLocation"]["artifactLocation"]["uri"].startswith("/")


def test_the_log_goes_to_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--output` writes it, and says so."""
    monkeypatch.chdir(tmp_path)
    Path("workflow.toml").write_text(WORKFLOW, encoding="utf-8")
    words = ["check", ".", "--format", "sarif", "--output", "log.sarif", "--lang", "en"]
    assert 0 == main(words)
    assert "2.1.0" == json.loads(Path("log.sarif").read_text(encoding="utf-8"))["version"]
    assert "log.sarif" in capsys.readouterr().out
