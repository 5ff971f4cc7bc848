"""`samenwerk report` and `export`, and what `due` and `todo` say of plugins."""

import json
import os
from pathlib import Path

import pytest
from tests.cli.world import Run

from samenwerk.cli.failing import Fail
from samenwerk.cli.output import new_file


def test_without_a_name_it_lists_what_there_is(begun: Run) -> None:
    """By name, with what it is called and can be made as."""
    assert (
        "Deze rapporten kunnen gemaakt worden:\n"
        "- status: stand van zaken voor een bestuur (text, markdown)\n"
        "- wall: alles op een pagina om op te hangen (html)\n"
        "- a4: de kern op een bladzijde (pdf, docx)\n"
        "- portfolio: alle samenwerkingen van de opslag op een pagina (html)\n"
    ) == begun("report").out
    told = json.loads(begun("export", "--format", "json").out)
    assert [
        "whole", "record", "cases", "parties", "positions", "facts", "history", "agenda", "xes",
        "ocel",
    ] == [one["name"] for one in told["exports"]]  # fmt: skip
    assert ["jsonl"] == told["exports"][1]["formats"]


def test_a_status_report(begun: Run) -> None:
    """Where each case is, what is due, what is needed of whom, and what was done."""
    ran = begun("report", "status", "--lang", "nl")
    assert 0 == ran.code
    for part in (
        "Stand van zaken van balie op 1 februari 2027", "Waar elk dossier staat", "w (Wijziging)",
        "Wat op een dag klaar moet zijn", "15 maart 2027, w", "Wat nu kan, en wat nog nodig is",
        "Besloten en gedaan sinds 1 november 2026", "Noord",
    ):  # fmt: skip
        assert part in ran.out
    english = begun("report", "status", "--lang", "en", "--format", "markdown").out
    assert english.startswith("# How balie stands on 1 February 2027\n\n")
    assert "- w (Wijziging): " in english


def test_since_says_from_when_it_tells(begun: Run) -> None:
    """What was done before is left out."""
    told = begun("report", "status", "--since", "2027-02-02").out
    assert "sindsdien is geen dossier verder gegaan" in told.lower()


def test_a_report_in_a_file(begun: Run, folder: Path) -> None:
    """It is made once; a file that is there stays, unless that is asked for otherwise."""
    first = begun("report", "status", "--output", "stand.md", "--format", "markdown")
    assert (0, "Gemaakt: stand.md\n") == (first.code, first.out)
    text = (folder / "stand.md").read_text(encoding="utf-8")
    assert text.startswith("# Stand van zaken van balie")
    assert text.endswith("\n")
    (folder / "stand.md").write_text("van mij", encoding="utf-8")
    second = begun("report", "status", "--output", "stand.md")
    assert 2 == second.code
    assert "stand.md is er al" in second.err
    assert "van mij" == (folder / "stand.md").read_text(encoding="utf-8")
    assert 0 == begun("report", "status", "--output", "stand.md", "--force").code
    assert "van mij" != (folder / "stand.md").read_text(encoding="utf-8")
    assert [] == [one for one in os.listdir(folder) if one.endswith(".new")]


def test_a_file_with_an_ending_of_no_report_is_not_made(begun: Run, folder: Path) -> None:
    """A paper that is called a picture would open nowhere; the endings that there are, are told."""
    refused = begun("report", "a4", "--output", "kern.png")
    said = "Dit rapport is nooit een .png: het bestand eindigt op .pdf of .docx."
    assert (2, True) == (refused.code, " ".join(refused.err.split()).startswith(said))
    assert not (folder / "kern.png").exists()
    assert 0 == begun("report", "status", "--output", "kern.png").code


def test_a_store_and_a_workflow_are_never_replaced(begun: Run, folder: Path) -> None:
    """Not even by force."""
    before = (folder / "samenwerk.db").read_bytes()
    for file in ("samenwerk.db", "balie/workflow.toml"):
        ran = begun("report", "status", "--output", file, "--force")
        assert 2 == ran.code
        assert "blijft zoals het is" in " ".join(ran.err.split())
    assert before == (folder / "samenwerk.db").read_bytes()


def test_what_cannot_be_made_is_said(begun: Run) -> None:
    """A report or a format that is not there, an export without a file: wrong use."""
    for words, said in (
        (("report", "stats"), 'Er is geen rapport met de naam "stats". Bedoelde u "status"?'),
        (("report", "geen"), "wel: status, wall, a4, portfolio."),
        (("report", "status", "--format", "html"), "Het rapport status is er niet als html"),
        (("export", "recrod", "--output", "x"), 'Bedoelde u "record"?'),
        (("export", "record"), "Zeg met --output naar welk bestand record"),
        (("report", "status", "--output", "weg/x.md"), "niet te schrijven"),
    ):
        ran = begun(*words)
        assert 2 == ran.code
        assert said in " ".join(ran.err.split())


def test_an_export_in_a_file(begun: Run, folder: Path) -> None:
    """The bytes as they are, and how many."""
    told = json.loads(begun("export", "record", "--output", "r.jsonl", "--format", "json").out)
    content = (folder / "r.jsonl").read_bytes()
    assert ("record", "r.jsonl", len(content)) == (told["export"], told["output"], told["bytes"])
    assert 4 == len(content.splitlines())


def test_json_gives_the_text(begun: Run) -> None:
    """As the text itself, in the usual format."""
    told = json.loads(begun("report", "status", "--format", "json").out)
    assert ("status", True) == (told["report"], told["text"].startswith("Stand van zaken"))


def test_nobody_is_overwritten_who_was_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that comes while ours is made stays as it is."""
    target = tmp_path / "x"
    monkeypatch.setattr(Path, "exists", lambda self: False)
    target.write_bytes(b"first")
    with pytest.raises(Fail) as caught:
        new_file(str(target), b"second")
    assert "output.there" == caught.value.id
    assert b"first" == target.read_bytes()
    assert ["x"] == os.listdir(tmp_path)


def test_what_is_no_file_is_not_replaced(begun: Run, folder: Path) -> None:
    """Not a device or a pipe, and not what SQLite keeps beside a store; not even by force."""
    os.mkfifo(folder / "pipe")
    for file, said in (
        ("pipe", "niet te schrijven"), ("samenwerk.db-wal", "blijft zoals het is"),
        ("samenwerk.db-journal", "blijft zoals het is"),
    ):  # fmt: skip
        ran = begun("report", "status", "--output", file, "--force")
        assert (2, True) == (ran.code, said in " ".join(ran.err.split())), ran
    assert (folder / "pipe").is_fifo()
    assert 0 == begun("report", "status", "--output", "samenwerk.md-wal").code


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("export", "xess"), 'geen uitvoerbestand met de naam "xess". Bedoelde u "xes"?'),
        (("export", "whol"), 'geen uitvoerbestand met de naam "whol". Bedoelde u "whole"?'),
        (("report", "portfolo"), 'geen rapport met de naam "portfolo". Bedoelde u "portfolio"?'),
        (("export", "xes"), "Zeg met --output naar welk bestand xes geschreven moet worden."),
    ],
)
def test_a_name_that_is_none_is_told_before_a_file_is_asked_for(
    begun: Run, words: tuple[str, str], said: str
) -> None:
    """With the nearest, those of the whole store among them."""
    ran = begun(*words)
    assert (2, "") == (ran.code, ran.out)
    assert said in ran.err


def test_a_page_is_not_poured_over_a_terminal(
    begun: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a person watches, the page asks for a file; a program or a form asked for gets it."""
    page = begun("report", "wall").out
    assert page.startswith("<!DOCTYPE html>")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    refused = begun("report", "wall", "--lang", "en")
    assert (2, "") == (refused.code, refused.out)
    assert "--output wall.html" in " ".join(refused.err.split())
    assert page == begun("report", "wall", "--format", "html").out
    assert page == json.loads(begun("report", "wall", "--format", "json").out)["text"] + "\n"
    assert begun("report", "status").out.startswith("Stand van zaken")
