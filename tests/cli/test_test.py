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


def test_what_nobody_would_miss(run: Run) -> None:
    """Each weakening that no story notices, with its place and in words, and how many."""
    dutch, english = (run("test", "balie", "--mutations", "--lang", lang) for lang in ("nl", "en"))
    assert (0, 0) == (dutch.code, english.code)
    assert """\
  balie/workflow.toml:77: stap "Vaststellen", het stuk Impactnotitie is
      ingediend: als dit verdwijnt, merkt niemand het

5 keer een voorwaarde afgezwakt; 4 keer merkte een verhaal het (80%).
""" == dutch.out.partition("\n\nDit zou geen verhaal merken:\n")[2]
    assert """\
  balie/workflow.toml:77: step "Vaststellen", the document Impactnotitie was
      handed in: nobody would notice if this vanished

Conditions weakened 5 times; 4 times a scenario noticed (80%).
""" == english.out.partition("\n\nNo scenario would notice this:\n")[2]


def test_so_many_must_be_noticed(run: Run) -> None:
    """Below the percentage that is asked the exit code is 1, and it says so."""
    assert 0 == run("test", "balie", "--mutations-at-least", "80").code
    less = run("test", "balie", "--mutations-at-least", "81")
    assert (1, "Gevraagd was minstens 81%.") == (less.code, less.out.splitlines()[-1])
    assert 2 == run("test", "balie", "--mutations-at-least", "101").code


def test_weakened_as_data(run: Run) -> None:
    """The same for programs; nothing where it was not asked."""
    told = json.loads(run("test", "balie", "--mutations", "--format", "json").out)["tested"][0]
    assert {
        "tried": 5, "noticed": 4, "percent": 80, "unnoticed": [{
            "file": "balie/workflow.toml", "line": 77, "owner": "step change.adopt",
            "how": "dropped", "said": 'stap "Vaststellen", het stuk Impactnotitie is ingediend: '
            "als dit verdwijnt, merkt niemand het",
        }],
    } == told["mutations"]  # fmt: skip
    plain = json.loads(run("test", "balie", "--format", "json").out)["tested"][0]
    assert plain["mutations"] is None


def test_weakening_waits_until_all_stories_go_well(run: Run, folder: Path) -> None:
    """A story that goes otherwise already would notice everything."""
    path = folder / "balie" / "scenarios.toml"
    text = path.read_text(encoding="utf-8").replace('state = "adopted"', 'state = "withdrawn"')
    path.write_text(text, encoding="utf-8")
    ran = run("test", "balie", "--mutations-at-least", "0")
    assert 1 == ran.code
    assert "Afzwakken heeft pas zin als alle verhalen gaan zoals ze zeggen." in ran.out
