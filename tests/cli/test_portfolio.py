"""`samenwerk report portfolio`: every collaboration of stores as one page in a file."""

import json
from pathlib import Path

from tests.cli.world import Run


def test_one_page_of_all(begun: Run, folder: Path) -> None:
    """It holds each collaboration of the store; what it made is told."""
    ran = begun("report", "portfolio", "--lang", "en", "--output", "all.html")
    assert (0, "Made: all.html\n") == (ran.code, ran.out)
    page = (folder / "all.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "<bdi>balie</bdi>" in page
    told = json.loads(begun(
        "report", "portfolio", "--output", "more.html", "--format", "json"
    ).out)  # fmt: skip
    assert (1, []) == (told["collaborations"], told["faults"])


def test_a_store_that_is_named_twice_is_told_once(begun: Run, folder: Path) -> None:
    """Each store is read once; one that is not there is said to be."""
    twice = begun("report", "portfolio", "--output", "p.html", "--also", "samenwerk.db",
                  "--format", "json")  # fmt: skip
    assert 1 == json.loads(twice.out)["collaborations"]
    absent = begun("report", "portfolio", "--output", "q.html", "--also", "weg.db")
    assert 2 == absent.code
    assert "weg.db" in absent.err
    assert not (folder / "q.html").exists()


def test_what_makes_no_sense_is_said(begun: Run) -> None:
    """Without a file, about one collaboration, in another form; and --also with another report."""
    for words in (
        ("report", "portfolio"),
        ("report", "portfolio", "--output", "p.html", "--in", "balie"),
        ("report", "portfolio", "--output", "p.html", "--format", "markdown"),
        ("report", "status", "--also", "other.db"),
    ):
        assert 2 == begun(*words).code
