"""`samenwerk test --keep`: a story in a store, and every way in which it is not kept."""

import json
from pathlib import Path

import pytest
from tests.cli.world import SCENARIOS, Run

KEEP = ("test", "balie", "--scenario", "te_weinig", "--keep", "k.db")


def test_a_kept_story_can_be_asked_about(run: Run) -> None:
    """The store is a rehearsal on the last day of the story, with those it goes on from."""
    ran = run(*KEEP)
    assert (0, "") == (ran.code, ran.err)
    assert "Bewaard als oefening in k.db." in ran.out
    assert (
        "w (Wijziging): Vastgesteld, klaar sinds 7 februari 2027"
        in run("status", "--store", "k.db").out
    )
    assert "oefening" in run("status", "--store", "k.db").out.casefold()
    assert 0 == run("history", "--verify", "--store", "k.db").code
    assert 0 == run("todo", "zuid", "--store", "k.db").code


def test_twice_the_same_story_is_twice_the_same_record(run: Run) -> None:
    """But for the salt of texts: so many events, of the same kinds, on the same days."""
    told = []
    for file in ("a.db", "b.db"):
        assert 0 == run(*KEEP[:-1], file).code
        events = json.loads(run("history", "--store", file, "--format", "json").out)["events"]
        told.append([(one["type"], one["effective"], one["says"]) for one in events])
    assert told[0] == told[1]
    assert 8 == len(told[0])


def test_what_was_only_tried_is_not_recorded(run: Run, folder: Path) -> None:
    """An act with `try` leaves the case as it was, in the store as in the story."""
    opened = '{ on = 2027-02-02, who = "noord", does = "change.open", case = "w" }'
    tried = '{ on = 2027-02-02, who = "noord", does = "change.withdraw", case = "w", try = true }'
    assert opened in SCENARIOS
    text = SCENARIOS.replace(opened, f"{opened},\n  {tried}")
    (folder / "balie" / "scenarios.toml").write_text(text, encoding="utf-8")
    ran = run(*KEEP)
    assert 0 == ran.code, ran.out
    assert "Intrekken" not in run("history", "--store", "k.db").out


def test_as_data(run: Run) -> None:
    """The store and the head of its record; null when nothing was kept."""
    kept = json.loads(run(*KEEP, "--format", "json").out)["kept"]
    whole = json.loads(run("history", "--verify", "--store", "k.db", "--format", "json").out)
    assert {"store": "k.db", "head": whole["record"]["head"]} == kept


def test_a_story_that_goes_wrong_is_not_kept(run: Run, folder: Path) -> None:
    """What went otherwise is told as ever, and no file is made."""
    text = SCENARIOS.replace('state = "adopted"', 'state = "withdrawn"')
    (folder / "balie" / "scenarios.toml").write_text(text, encoding="utf-8")
    ran = run(*KEEP)
    assert (1, "") == (ran.code, ran.err)
    assert ran.out.endswith("Niet bewaard: eerst moet alles gaan zoals het verhaal zegt.\n")
    assert not (folder / "k.db").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("balie", "--keep", "k.db"), "precies één verhaal"),
        (("balie", "--scenario", "begin", "--scenario", "te_weinig", "--keep", "k.db"),
         "precies één verhaal"),
        (("balie", "heerenveen", "--scenario", "begin", "--keep", "k.db"),
         "precies één verhaal"),
        (("balie", "--scenario", "te_weini", "--keep", "k.db"), 'Bedoelde u "te_weinig"?'),
        (("balie", "--scenario", "begin", "--keep", "weg/k.db"), "De map van weg/k.db is er niet"),
        (("balie", "--scenario", "begin", "--keep", "balie"), "balie bestaat al"),
        (("balie", "--scenario", "begin", "--keep", "balie/workflow.toml"), "bestaat al"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_told_before_anything_is_played(
    run: Run, folder: Path, words: tuple[str, ...], said: str
) -> None:
    """Wrong use, with its reason; nothing is made or changed."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    ran = run("test", *words)
    assert (2, "") == (ran.code, ran.out)
    assert said in ran.err
    assert before == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("file", ["k" * 300, "/proc/k.db"])
def test_where_nothing_can_be_written(run: Run, file: str) -> None:
    """The file is named, whole, however long, and why it was not made."""
    ran = run(*KEEP[:-1], file)
    told = "".join(ran.err.split())
    assert (2, "", "".join(f"Naar dit bestand is niet te schrijven: {file}".split())) == (
        ran.code, ran.out, told,
    )  # fmt: skip
