"""`samenwerk erase`: looked at first, erased on purpose, and told where copies may be."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.cli.world import Run

from samenwerk.care.unbundled import read_bundle


@pytest.fixture
def written(begun: Run) -> Run:
    """A paper about somebody, and a position with a reason."""
    assert 0 == begun("document", "w", "note", "Nota over mevrouw Bos", "--as", "noord").code
    reason = ("--reasons", "Bos is ziek")
    assert 0 == begun("say", "w", "carry", "against", "--as", "west", *reason).code
    return begun


def test_it_is_shown_before_it_is_erased(written: Run) -> None:
    """Without a reason nothing happens; the texts are shown with where they stand."""
    ran = written("erase", "--containing", "bos")
    assert (0, "") == (ran.code, ran.err)
    said = " ".join(ran.out.split())
    assert "2 vrije teksten: - vastlegging 5, titel van een stuk, van noord: Nota over" in said
    assert "redenen bij een standpunt, van west" in said
    assert "Er is niets gewist." in said
    assert 6 == len(json.loads(written("history", "--format", "json").out)["events"])
    told = json.loads(written("erase", "--of", "west", "--format", "json").out)
    assert [("reasons", "carry", ["west"], "Bos is ziek")] == [
        (one["kind"], one["name"], one["who"], one["text"]) for one in told["texts"]
    ]


def test_it_is_erased_for_a_reason(written: Run, folder: Path) -> None:
    """It is gone from the history and the file; the record says that and verifies."""
    before = written("verify-store", "--write-anchors", "eindcodes.json")
    assert 0 == before.code
    ran = written("erase", "--containing", "bos", "--because", "op verzoek", "--as", "zuid")
    assert (0, "") == (ran.code, ran.err)
    said = " ".join(ran.out.split())
    assert "Gewist: 2 teksten. Dat het gebeurde is vastlegging 7." in said
    assert "reservekopieën" in said
    history = " ".join(written("history").out.split())
    assert 2 == history.count("(tekst gewist)")
    assert 'Zorg Zuid: 2 teksten zijn gewist; reden: "op verzoek"' in history
    assert 0 == written("verify-store", "--anchors", "eindcodes.json").code
    assert 0 == written("history", "--verify").code
    for path in folder.glob("samenwerk.db*"):
        assert b"ziek" not in path.read_bytes()
    assert 0 == written("erase", "--again").code


def test_an_older_backup_brings_it_back(written: Run, folder: Path) -> None:
    """After the text came back verify-store says so, and erasing again takes it away."""
    assert 0 == written("export", "whole", "--output", "eerder.zip").code
    assert 0 == written("erase", "--of", "west", "--because", "op verzoek", "--as", "zuid").code
    back = next(one for one in read_bundle("eerder.zip").texts if "ziek" in one.text)
    with closing(sqlite3.connect("samenwerk.db")) as file, file:
        file.execute("INSERT INTO sealed (sealed, salt, text) VALUES (?, ?, ?)",
                     (back.sealed, back.salt, back.text))  # fmt: skip
    ran = written("verify-store")
    assert (1, True) == (ran.code, "samenwerk erase --again" in ran.out)
    assert "Opnieuw gewist: 1 tekst." in written("erase", "--again").out
    assert 0 == written("verify-store").code


def test_a_seal_is_of_one_text(written: Run) -> None:
    """One that was left empty, or of which too little is given, erases nothing; it may be looked
    at."""
    told = json.loads(written("erase", "--containing", "bos", "--format", "json").out)
    because = ("--because", "op verzoek", "--as", "zuid")
    for _ in range(20):  # until two begin alike
        seals = [one["seal"] for one in told["texts"]]
        alike = [one[0] for one in seals if sum(other[0] == one[0] for other in seals) > 1]
        if alike:
            break
        assert 0 == written("document", "w", "note", "Nog een nota", "--as", "noord").code
        told = json.loads(written("erase", "--of", "noord", "--format", "json").out)
    for empty in (("--seal", ""), ("--seal", seals[0], "--seal", ""), ("--of", ""),
                  ("--containing", "bos", "--of", "")):  # fmt: skip
        ran = written("erase", *empty, *because)
        assert (2, True) == (ran.code, "Zeg welke teksten" in ran.err), empty
    ran = written("erase", "--seal", alike[0], *because)
    assert (2, True) == (ran.code, f"Meer dan één zegel begint met {alike[0]}." in ran.err)
    assert 0 == written("erase", "--seal", alike[0]).code
    ran = written("erase", "--seal", seals[0][:12], *because)
    assert (0, True) == (ran.code, "Gewist: 1 tekst." in ran.out)


def test_wrong_use_is_told(written: Run) -> None:
    """No choice, nobody who does it, somebody unknown, a seal of nothing; nothing is recorded."""
    because = ("--because", "op verzoek")
    assert 2 == written("erase", *because, "--as", "zuid").code
    assert 2 == written("erase", "--of", "west", *because).code
    assert 2 == written("erase", "--of", "west", *because, "--as", "niemand").code
    assert 2 == written("erase", "--seal", "zzz").code
    assert 2 == written("erase", "--again", "--of", "west").code
    assert 2 == written("erase", "--of", "west", "--because", " ", "--as", "zuid").code
    assert 1 == written("erase", "--containing", "zzz", *because, "--as", "zuid").code
    assert 0 == written("erase", "--containing", "zzz").code
    assert 6 == len(json.loads(written("history", "--format", "json").out)["events"])
