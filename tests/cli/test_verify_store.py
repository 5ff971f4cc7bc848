"""`samenwerk verify-store`: what was changed behind its back, where, and what to do."""

import json
from pathlib import Path

from tests.cli.test_history import change_store
from tests.cli.world import Run


def test_a_whole_store_says_what_it_cannot_know(begun: Run) -> None:
    """What was looked at is counted; without heads that were noted the end was not checked."""
    ran = begun("verify-store")
    assert (0, "") == (ran.code, ran.err)
    assert "De opslag klopt: 4 vastleggingen in 1 samenwerking" in ran.out
    assert "Er zijn geen eerder genoteerde eindcodes opgegeven." in ran.out


def test_each_fault_has_a_place_and_a_remedy(begun: Run) -> None:
    """The collaboration and the number of the event, what it should be, and what to do."""
    change_store("UPDATE event SET body = replace(body, 'noord', 'noorD') WHERE sequence = 4")
    change_store("UPDATE event SET type = 'Weg' WHERE sequence = 2")
    ran = begun("verify-store")
    assert 1 == ran.code
    assert "- Balie, vastlegging 2" in ran.out
    assert "- Balie, vastlegging 4" in ran.out
    assert "Wat u kunt doen: Bewaar dit bestand zoals het is" in ran.out
    told = json.loads(begun("verify-store", "--format", "json").out)
    assert [("care.column", 2), ("chain.hash", 4)] == [
        (one["fault"], one["sequence"]) for one in told["faults"]
    ]
    assert (1, False) == (told["exit"], told["whole"])


def test_heads_are_noted_and_looked_up_again(begun: Run, folder: Path) -> None:
    """What is noted today is found tomorrow; what was cut off in between is missed."""
    assert 0 == begun("verify-store", "--write-anchors", "eindcodes.json").code
    noted = (folder / "eindcodes.json").read_bytes()
    begun("do", "x", "change.open", "--as", "noord", "--now", "2027-02-02T09:00")
    ran = begun("verify-store", "--anchors", "eindcodes.json")
    assert (0, True) == (ran.code, "Na de laatste notitie ging verder: balie" in ran.out)
    change_store("DELETE FROM event WHERE sequence > 3")
    change_store("DELETE FROM command WHERE last > 3")
    assert 0 == begun("verify-store").code
    ran = begun("verify-store", "--write-anchors", "eindcodes.json", "--format", "json")
    told = json.loads(ran.out)
    assert (1, None) == (ran.code, told["anchors"])
    assert [("care.anchor_cut", 4)] == [
        (one["fault"], one["sequence"]) for one in told["faults"]
    ]
    assert noted == (folder / "eindcodes.json").read_bytes()


def test_wrong_use_is_told(begun: Run, folder: Path) -> None:
    """A file without heads, one that is not there, and a collaboration that is not."""
    (folder / "leeg.json").write_text("{}", encoding="utf-8")
    assert 2 == begun("verify-store", "--anchors", "leeg.json").code
    assert 2 == begun("verify-store", "--anchors", "nergens.json").code
    assert 2 == begun("verify-store", "--in", "nergens").code
    assert 2 == begun("verify-store", "--store", "nergens.db").code
    assert 2 == begun("verify-store", "--write-anchors", "balie/workflow.toml").code
