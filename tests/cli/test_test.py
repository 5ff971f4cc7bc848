"""`samenwerk test`: what went otherwise, and what stories touch of a workflow."""

import json
import shutil
from pathlib import Path

from tests.cli.world import Run


def words(text: str) -> str:
    """The text as one line, so that it does not matter where lines break."""
    return " ".join(text.split())


def test_what_was_seen_both_ways_is_counted(run: Run) -> None:
    """One sentence below the stories, in the language of the reader."""
    dutch, english = (words(run("test", "balie", "--lang", lang).out) for lang in ("nl", "en"))
    assert dutch.endswith(
        "Van twee kanten gezien: 1 van 1 regels, 1 van 5 stappen, 1 van 2 voorwaarden, 0 van 0 "
        "gevolgen. Wat ontbreekt: --coverage."
    )
    assert english.endswith(
        "Seen both ways: 1 of 1 rules, 1 of 5 steps, 1 of 2 conditions, 0 of 0 severities. What "
        "is missing: --coverage."
    )


def test_what_is_missing_has_a_place(run: Run) -> None:
    """Each on a line with its file and line, what it is, and what no story shows of it."""
    ran = run("test", "balie", "--coverage")
    rows = ran.out.partition("Dit laat geen verhaal van twee kanten zien:\n")[2]
    assert 0 == ran.code
    assert """\
  balie/workflow.toml:25: stap "Oprichten": nooit geweigerd
  balie/workflow.toml:29: stap "Beëindigen": nooit gezet en nooit geweigerd
  balie/workflow.toml:64: stap "Voorstellen": nooit geweigerd
  balie/workflow.toml:78: stap "Intrekken": nooit gezet en nooit geweigerd
  balie/workflow.toml:77: het stuk Impactnotitie is ingediend: altijd vervuld
""" == rows


def test_missing_as_data(run: Run) -> None:
    """The same for programs; only where all stories were played."""
    ran = run("test", "balie", "--coverage", "--format", "json", "--lang", "en")
    told = json.loads(ran.out)["tested"][0]["coverage"]
    assert {"both": 1, "all": 5} == told["step"]
    assert {
        "what": "condition", "name": "step change.adopt", "file": "balie/workflow.toml",
        "line": 77, "missing": "unmet",
        "said": "the document Impactnotitie was handed in: always met",
    } == told["missing"][-1]  # fmt: skip
    some = run("test", "balie", "--scenario", "begin", "--format", "json")
    assert json.loads(some.out)["tested"][0]["coverage"] is None


def test_several_workflows_have_a_total(run: Run, folder: Path) -> None:
    """Below all of them stands what they come to together."""
    (folder / "regio").mkdir()
    for name in ("b", "a"):
        shutil.copytree(folder / "balie", folder / "regio" / name)
    last = words(run("test", "regio").out.rpartition("\n\n")[2])
    assert last.startswith("Samen: 2 werkwijzen, 4 verhalen, 0 fout; 14 handelingen in ")
    assert "Alles samen van twee kanten gezien: 2 van 2 regels, 2 van 10 stappen" in last
