"""`samenwerk backup` and `restore`: a copy of the store, and what is said of it."""

import json
from pathlib import Path

from tests.cli.test_history import change_store
from tests.cli.world import Run


def test_there_and_back(begun: Run, folder: Path) -> None:
    """A copy, something lost, and the copy in its place; the former one is kept."""
    assert 0 == begun("verify-store", "--write-anchors", "eindcodes.json").code
    ran = begun("backup", "kopie.db")
    assert (0, "") == (ran.code, ran.err)
    assert "Geschreven naar kopie.db." in ran.out
    assert 0 == begun("do", "x", "change.open", "--as", "noord").code
    assert 2 == begun("restore", "kopie.db").code
    ran = begun("restore", "kopie.db", "--replace", "--anchors", "eindcodes.json")
    assert 0 == ran.code
    said = " ".join(ran.out.split())
    assert "balie: de vorige opslag was bij vastlegging 5, deze is bij 4." in said
    assert "bewaard als samenwerk.db.replaced." in said
    assert 4 == len(json.loads(begun("history", "--format", "json").out)["events"])
    told = json.loads(begun("restore", "kopie.db", "--store", "n.db", "--format", "json").out)
    assert (0, True, "n.db", None) == tuple(
        told[one] for one in ("exit", "whole", "written", "replaced")
    )


def test_what_is_not_whole_is_not_copied(begun: Run, folder: Path) -> None:
    """The faults are told as verify-store tells them."""
    assert 0 == begun("backup", "kopie.db").code
    change_store("UPDATE event SET type = 'Weg' WHERE sequence = 2")
    ran = begun("backup", "later.db")
    assert (1, True) == (ran.code, "- Balie, vastlegging 2" in ran.out)
    assert not (folder / "later.db").exists()
    assert 2 == begun("backup", "kopie.db").code
    assert 1 == begun("backup", "kopie.db", "--force").code
    assert 0 == begun("restore", "kopie.db", "--store", "n.db").code


def test_wrong_use_is_told(begun: Run, folder: Path) -> None:
    """No store, no backup, a folder that is not there, and the store itself."""
    assert 2 == begun("backup", "kopie.db", "--store", "weg.db").code
    assert 2 == begun("backup", "weg/kopie.db").code
    assert 2 == begun("backup", "samenwerk.db", "--force").code
    assert 2 == begun("restore", "weg.db", "--store", "n.db").code
    assert 2 == begun("restore", "balie/workflow.toml", "--store", "n.db").code
    assert not (folder / "n.db").exists()
