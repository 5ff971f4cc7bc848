"""`samenwerk test`: what went otherwise, and what stories touch of a workflow."""

import json
import shutil
from pathlib import Path

import pytest
from tests.cli.world import Run


def words(text: str) -> str:
    """The text as one line, so that it does not matter where lines break."""
    return " ".join(text.split())


def test_what_was_seen_both_ways_is_counted(run: Run) -> None:
    """One sentence below the stories, in the language of the reader."""
    dutch, english = (words(run("test", "balie", "--lang", lang).out) for lang in ("nl", "en"))
    assert dutch.endswith(
        "Van twee kanten gezien: 1 van 1 regel, 1 van 5 stappen en 1 van 2 voorwaarden. Wat "
        "ontbreekt: --coverage. 2 verhalen, 0 fout; 7 handelingen, 6 vastleggingen."
    )
    assert english.endswith(
        "Seen both ways: 1 of 1 rule, 1 of 5 steps and 1 of 2 conditions. What is missing: "
        "--coverage. 2 scenarios, 0 wrong; 7 acts, 6 recorded events."
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
""" == rows.partition("\n\n")[0] + "\n"


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
    assert last.startswith("Alles samen van twee kanten gezien: 2 van 2 regels, 2 van 10 stappen")
    assert "Samen: 2 werkwijzen, 4 verhalen, 0 fout; 14 handelingen in " in last


MISSED = {
    "nl": """\
  balie/workflow.toml:28: stap "Oprichten": als iedereen dit mag, merkt niemand
      het
  balie/workflow.toml:33: stap "Beëindigen": als iedereen dit mag, merkt niemand
      het
  balie/workflow.toml:74: stap "Vaststellen": als iedereen dit mag, merkt
      niemand het
  balie/workflow.toml:77: stap "Vaststellen", het stuk Impactnotitie is
      ingediend: als dit verdwijnt, merkt niemand het
  balie/workflow.toml:82: stap "Intrekken": als iedereen dit mag, merkt niemand
      het

9 keer een voorwaarde afgezwakt; 4 keer merkte een verhaal het (44%).
2 verhalen, 0 fout; 7 handelingen, 6 vastleggingen.
""",
    "en": """\
  balie/workflow.toml:28: step "Oprichten": nobody would notice if anybody could
      do this
  balie/workflow.toml:33: step "Beëindigen": nobody would notice if anybody
      could do this
  balie/workflow.toml:74: step "Vaststellen": nobody would notice if anybody
      could do this
  balie/workflow.toml:77: step "Vaststellen", the document Impactnotitie was
      handed in: nobody would notice if this vanished
  balie/workflow.toml:82: step "Intrekken": nobody would notice if anybody could
      do this

Conditions weakened 9 times; 4 times a scenario noticed (44%).
2 scenarios, 0 wrong; 7 acts, 6 recorded events.
""",
}


@pytest.mark.parametrize("lang", MISSED)
def test_what_nobody_would_miss(run: Run, lang: str) -> None:
    """Each weakening that no story notices, with its place and in words, and how many."""
    ran = run("test", "balie", "--mutations", "--lang", lang)
    head = {"nl": "Dit zou geen verhaal merken:", "en": "No scenario would notice this:"}[lang]
    assert (0, MISSED[lang]) == (ran.code, ran.out.partition(f"\n\n{head}\n")[2])


def test_so_many_must_be_noticed(run: Run) -> None:
    """Below the percentage that is asked the exit code is 1, and it says so."""
    assert 0 == run("test", "balie", "--mutations-at-least", "44").code
    less = run("test", "balie", "--mutations-at-least", "45")
    assert (1, "Gevraagd was minstens 45%.") == (less.code, less.out.splitlines()[-1])
    assert 2 == run("test", "balie", "--mutations-at-least", "101").code


def test_weakened_as_data(run: Run) -> None:
    """The same for programs; nothing where it was not asked."""
    told = json.loads(run("test", "balie", "--mutations", "--format", "json").out)["tested"][0]
    found = told["mutations"]
    assert (True, 9, 4, 44) == tuple(
        found[key] for key in ("whole", "tried", "noticed", "percent")
    )
    assert [28, 33, 74, 77, 82] == [one["line"] for one in found["unnoticed"]]
    assert {
        "file": "balie/workflow.toml", "line": 77, "owner": "step change.adopt",
        "how": "dropped", "said": 'stap "Vaststellen", het stuk Impactnotitie is ingediend: '
        "als dit verdwijnt, merkt niemand het",
    } == found["unnoticed"][3]  # fmt: skip
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


def changed(folder: Path, old: str, new: str) -> None:
    """The stories with something else in them."""
    path = folder / "balie" / "scenarios.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


REFUSED = """\
  FOUT   te_weinig: Te weinig steun

  balie/scenarios.toml:14
   14 |   { on = 2027-02-05, who = "zuid", does = "change.adopt", case = "w" },
  5 februari 2027: Zorg Zuid zet de stap "Vaststellen" in w.
  Verwacht  het mag (allowed)
  Gebeurd   het kan nog niet (not_yet)
  Verwacht  de fase erna: Vastgesteld (adopted)
  Gebeurd   de fase erna: Voorgesteld (proposed)
  Het antwoord was:
    Dit kan nog niet. Voor "Vaststellen" is nog niet alles geregeld.
      ?    De regio draagt de wijziging [Afspraken 2026, art. 4]
           ?    Draagvlak: nog open; 1 van 3 voor, nodig 2; nog niets gezegd:
                Zorg Zuid en Zorg West
  Klopt dit antwoord, zet dan in de verwachting onder deze regel:
    { verdict = "not_yet", because = "carried", state = "proposed" },
  Klopt het niet, kijk dan naar:
    balie/workflow.toml:60: regel "De regio draagt de wijziging"
    balie/workflow.toml:70: stap "Vaststellen"

2 verhalen, 1 fout; 5 handelingen, 4 vastleggingen.
"""

ALLOWED = """\
  WRONG  te_weinig: Te weinig steun

  balie/scenarios.toml:19
   19 |   { on = 2027-02-07, who = "zuid", does = "change.adopt", case = "w" },
  7 February 2027: Zorg Zuid does "Vaststellen" in w.
  Expected  it cannot happen yet (not_yet)
  Got       it may happen (allowed)
  Expected  in the way: carried
  Got       in the way: nothing
  The answer was:
    This may happen.
      yes  De regio draagt de wijziging [Afspraken 2026, art. 4]
           yes  Draagvlak: decided with 2 of 3 for
      yes  Impactnotitie was handed in on 3 February 2027
  If this answer is right, put in the expectation below this line:
    { verdict = "allowed" },
  If it is not, look at:
    balie/workflow.toml:60: rule "De regio draagt de wijziging"
    balie/workflow.toml:70: step "Vaststellen"

2 scenarios, 1 wrong; 7 acts, 6 recorded events.
"""


def test_what_went_otherwise_is_told_to_its_writer(run: Run, folder: Path) -> None:
    """The line of the story, what was expected, what came of it, why, and what to change."""
    changed(folder, '{ verdict = "not_yet", because = "carried", can = ["zuid", "west"] },\n'
            '  { state = "proposed" }', '{ state = "adopted" }')  # fmt: skip
    ran = run("test", "balie")
    assert (1, REFUSED) == (ran.code, ran.out[ran.out.index("\n\n") + 2 :])


def test_what_was_to_be_refused_and_was_allowed(run: Run, folder: Path) -> None:
    """What was expected to stand in the way is named with its place, though it did not."""
    changed(folder, '{ state = "adopted" }', '{ verdict = "not_yet", because = "carried" }')
    ran = run("test", "balie", "--lang", "en")
    assert (1, ALLOWED) == (ran.code, ran.out[ran.out.index("\n\n") + 2 :])


def test_what_went_otherwise_as_data(run: Run, folder: Path) -> None:
    """The same for programs: what to write, and where to look."""
    changed(folder, 'can = ["zuid", "west"]', 'can = ["zuid"]')
    told = json.loads(run("test", "balie", "--format", "json").out)["tested"][0]
    wrong = told["scenarios"][1]["wrong"][0]
    assert (("balie/scenarios.toml", 14), ['can = ["zuid", "west"]'], [
        {"file": "balie/workflow.toml", "line": 60, "family": "rule", "name": "change.carried"},
        {"file": "balie/workflow.toml", "line": 70, "family": "step", "name": "change.adopt"},
    ]) == ((wrong["file"], wrong["line"]), wrong["write"], wrong["look_at"])  # fmt: skip


def test_a_story_that_waits_is_not_wrong_itself(run: Run, folder: Path) -> None:
    """One fault is told once; who asks for the one that waits gets the one it waits for too."""
    changed(folder, '{ on = 2027-02-02, who = "noord", does = "change.open", case = "w" },',
            '{ on = 2027-02-02, who = "noord", does = "change.open", case = "w" },\n'
            '  { verdict = "not_you" },')  # fmt: skip
    whole, one = run("test", "balie"), run("test", "balie", "--scenario", "te_weinig")
    for ran in (whole, one):
        assert 1 == ran.code
        assert "  FOUT   begin: Oprichten en voorstellen\n" in ran.out
        assert "  wacht  te_weinig: Te weinig steun\n         wacht op begin, en dat" in ran.out
        assert words(ran.out).endswith(
            "2 verhalen, 1 fout; 2 handelingen, 2 vastleggingen. 1 verhaal wacht op wat fout ging."
        )


def test_a_misspelt_story_is_met_with_the_nearest_one(run: Run, folder: Path) -> None:
    """Of one workflow and of several; what stands in a file with faults may be there."""
    shutil.copytree(folder / "balie", folder / "regio" / "b")
    for name in ("balie", "regio"):
        ran = run("test", name, "--scenario", "te_weing")
        assert (2, 'Er is geen verhaal "te_weing". Bedoelde u "te_weinig"?\n') == (
            ran.code, ran.err
        )  # fmt: skip
    changed(folder, 'does = "change.adopt"', 'does = "change.adpt"')
    assert (1, "") == ((ran := run("test", "balie", "--scenario", "te_weing")).code, ran.err)


def test_several_workflows_name_what_went_otherwise_at_the_end(run: Run, folder: Path) -> None:
    """Where the terminal leaves its reader."""
    shutil.copytree(folder / "balie", folder / "regio" / "b")
    shutil.copytree(folder / "balie", folder / "regio" / "c")
    changed(folder, 'can = ["zuid", "west"]', 'can = ["zuid"]')
    shutil.copytree(folder / "balie", folder / "regio" / "a")
    (folder / "regio" / "c" / "workflow.toml").write_text("x", encoding="utf-8")
    last = run("test", "regio").out.rpartition("\n\n")[2]
    assert ["Fout in regio/a: te_weinig.", "Fouten in regio/c: daar is niets nagespeeld."] == (
        last.splitlines()[:2]
    )
