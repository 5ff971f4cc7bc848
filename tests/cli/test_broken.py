"""What an unlucky or hostile person does with a command: told, and nothing is lost or hangs."""

import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from tests.cli.world import Run

LONG = "x" * 5_000
EDGE = {
    "nl": "Dit moment ligt op de rand van de kalender. Kies er een in de jaren 2 tot en met 9998.",
    "en": "This moment lies at the edge of the calendar. Choose one in the years 2 to 9998.",
}


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("now", ["0001-01-01T00:00", "9999-12-31T23:59"])
def test_a_moment_at_the_edge_of_the_calendar(begun: Run, now: str, lang: str) -> None:
    """No zone can reckon with it: that is said, and which moments there are."""
    for words in (("status",), ("due",), ("do", "w", "change.adopt", "--as", "zuid", "--ask")):
        ran = begun(*words, "--now", now, "--lang", lang)
        assert (2, "", EDGE[lang]) == (ran.code, ran.out, " ".join(ran.err.split()))


def test_the_last_day_that_there_is(begun: Run) -> None:
    """Whoever asks how it stands on that day, as others write for ever, is answered."""
    on = ("--on", "9999-12-31", "--now", "2027-02-02T10:00")
    for words in (("status",), ("todo", "noord"), ("due",), ("blockers",), ("money",),
                  ("needs", "w", "adopt"), ("report", "status"), ("report", "wall")):  # fmt: skip
        ran = begun(*words, *on)
        assert (True, "") == (ran.code in (0, 1), ran.err), words


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_name_too_long_for_a_file(begun: Run, lang: str) -> None:
    """Wherever a file can be named: wrong use, and no fault of samenwerk."""
    for words in (
        ("status", "--store", LONG), ("history", "--store", LONG), ("serve", "--store", LONG),
        ("verify-store", "--store", LONG), ("backup", LONG), ("backup", "b", "--store", LONG),
        ("restore", LONG, "--store", "nieuw.db"), ("restore", "samenwerk.db", "--store", LONG),
        ("import", LONG), ("export", "whole", "--output", LONG), ("money", "--log", LONG),
        ("verify-store", "--anchors", LONG), ("verify-store", "--write-anchors", LONG),
        ("worker", "--once", "--counters", LONG), ("start", "balie", "--store", LONG),
        ("report", "portfolio", "--also", LONG), ("diagram", "balie", "--output", LONG),
        ("diff", LONG, "balie"), ("new", "rule", "a", "--workflow", LONG),
        ("schema", "--folder", LONG), ("schema", "--output", LONG), ("replay", "balie", LONG),
        ("test", "balie", "--scenario", "begin", "--keep", LONG), ("fmt", LONG),
        ("check", "balie", "--fix", LONG),
    ):  # fmt: skip
        ran = begun(*words, "--lang", lang)
        assert (2, "") == (ran.code, ran.out), (words[:2], ran.err[-300:])
        assert ran.err
    assert {"balie", "samenwerk.db"} == set(os.listdir())


def test_links_in_a_ring(run: Run, folder: Path) -> None:
    """A link that leads to itself is told as a file that cannot be read; the rest is looked at."""
    (folder / "balie" / "scenarios").mkdir()
    (folder / "balie" / "scenarios" / "rond.toml").symlink_to("rond.toml")
    (folder / "balie" / "los").symlink_to("los")
    ran = run("fmt", "--check", "balie")
    assert (2, True) == (ran.code, "rond.toml" in ran.err + ran.out)
    assert 0 == run("check", "balie").code
    assert 0 == run("test", "balie").code
    for words in (("check", "balie/los"), ("check", "balie/scenarios/rond.toml"),
                  ("register", "balie/los"), ("status", "--store", "balie/los")):  # fmt: skip
        assert 2 == run(*words).code, words


def test_anchors_without_end(begun: Run, folder: Path) -> None:
    """A pipe, a device or a file of any size in the place of anchors is not read to its end."""
    os.mkfifo(folder / "pijp")
    with (folder / "groot").open("wb") as file:
        file.truncate(2**40)
    for name in ("pijp", "/dev/zero", "groot"):
        for words in (("verify-store",), ("restore", "samenwerk.db", "--store", "nieuw.db")):
            ran = begun(*words, "--anchors", name)
            said = f"Dit bestand is niet te lezen: {name}\n"
            assert (2, "", said) == (ran.code, ran.out, ran.err)


def test_a_bundle_of_no_version(begun: Run, folder: Path) -> None:
    """A manifest with a version that never was is none of ours."""
    assert 0 == begun("export", "whole", "--output", "heel.zip").code
    with zipfile.ZipFile("heel.zip") as bundle:
        files = {name: bundle.read(name) for name in bundle.namelist()}
    for version in (-1, 0, True, None, "1"):
        manifest = json.loads(files["manifest.json"]) | {"version": version}
        with zipfile.ZipFile("anders.zip", "w") as bundle:
            for name, content in (files | {"manifest.json": json.dumps(manifest)}).items():
                bundle.writestr(name, content)
        assert 2 == begun("import", "anders.zip", "--store", "ander.db").code, version
    assert not (folder / "ander.db").exists()


def test_a_round_that_ends_after_the_last_day(run: Run, folder: Path) -> None:
    """A term so long that no calendar reaches its end: all is told, with that last day."""
    file = folder / "balie" / "workflow.toml"
    text = file.read_text(encoding="utf-8").replace(
        'absent = "stays_open"', 'absent = "left_out"\nanswer_within = "9999 years"'
    )
    file.write_text(text, encoding="utf-8")
    now = ("--now", "2027-02-02T10:00")
    for words in (
        ("check", "balie"), ("start", "balie", "--rehearsal"), ("register", "balie/register.toml"),
        ("do", "s", "found", "--as", "zuid"), ("do", "w", "change.open", "--as", "noord"),
        ("todo", "zuid"), ("needs", "w", "adopt"), ("blockers",), ("report", "status"),
        ("report", "a4", "--format", "docx", "--output", "a4.docx"),
        ("export", "agenda", "--output", "agenda.ics"), ("explain", "adopt", "--case", "w"),
        ("explain", "change.carry", "--workflow", "balie"), ("test", "balie"), ("verify", "balie"),
    ):  # fmt: skip
        at = () if words[0] in ("check", "test", "verify") else now
        ran = run(*words, *at)
        assert (True, "") == (ran.code in (0, 1), ran.err), words


@pytest.mark.parametrize("sequence", [7, 2**63 - 1])
def test_a_last_line_at_another_place(begun: Run, folder: Path, sequence: int) -> None:
    """It is told as a record that is not right, nothing is written behind it, and a worker goes on
    to the next instead of taking it for ever."""
    with closing(sqlite3.connect(folder / "samenwerk.db")) as file:
        file.execute("UPDATE event SET sequence = ? WHERE sequence = 4", (sequence,))
        file.commit()
    said = (
        "Het logboek klopt niet vanaf nummer 4: vastlegging 4 staat op de plaats van "
        f"{sequence}."
    )
    now = ("--now", "2027-02-02T10:00")
    for words in (("status", *now), ("fact", "w", "cost", "5", "--as", "noord", *now)):
        ran = begun(*words)
        assert (1, "", said) == (ran.code, ran.out, " ".join(ran.err.split()))
    ran = begun("worker", "--once", "--format", "json")
    kept = json.loads(ran.out)["kept_up"]
    assert [("balie", said)] == [(one["collaboration"], one["fault"]) for one in kept]
    told = json.loads(begun("upkeep", "--anew", "--format", "json").out)
    assert [f"balie: {said}"] == told["faults"]
    assert 1 == begun("verify-store").code


@pytest.mark.parametrize("words", [("fmt", "-"), ("new", "region", "regio")])
def test_without_standard_input(folder: Path, words: tuple[str, ...]) -> None:
    """Somebody closed it, as a service does: nothing is there to read, and nobody to ask."""
    ran = subprocess.run(
        [sys.executable, "-m", "samenwerk", *words], cwd=folder, capture_output=True, text=True,
        encoding="utf-8", check=False, preexec_fn=lambda: os.close(0),
    )  # fmt: skip
    assert (0, "") == (ran.returncode, ran.stderr), ran.stdout


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_damaged_store_is_replaced(begun: Run, folder: Path, lang: str) -> None:
    """What a backup is for: the damaged file is kept beside it, and that nobody could look at it
    is told."""
    assert 0 == begun("backup", "kopie.db").code
    whole = (folder / "kopie.db").read_bytes()
    at = whole.index(b"TEXT NOT NULL")
    said = {
        "nl": "De vorige opslag is te beschadigd om te bekijken",
        "en": "The former store is too damaged to be looked at",
    }[lang]
    for damaged in (whole[:9_000], whole[:at] + b"TEXT vOT \xfaULL" + whole[at + 14 :]):
        (folder / "samenwerk.db").write_bytes(damaged)
        for end in ("-wal", "-shm", ".replaced"):
            (folder / f"samenwerk.db{end}").unlink(missing_ok=True)
        assert 2 == begun("status").code
        ran = begun("restore", "kopie.db", "--store", "samenwerk.db", "--replace", "--lang", lang)
        assert (0, "", True) == (ran.code, ran.err, said in " ".join(ran.out.split())), ran.out
        assert damaged == (folder / "samenwerk.db.replaced").read_bytes()
        assert 0 == begun("history", "--verify").code


def test_counters_in_the_place_of_a_pipe(begun: Run, folder: Path) -> None:
    """A pipe or a device is no file to put something else in the place of."""
    os.mkfifo(folder / "pijp")
    ran = begun("worker", "--once", "--counters", "pijp")
    assert (2, "", "Naar dit bestand is niet te schrijven: pijp\n") == (ran.code, ran.out, ran.err)
    assert (folder / "pijp").is_fifo()


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_store_that_nobody_can_see(begun: Run, folder: Path, lang: str) -> None:
    """It is not told that there is none, and to begin one: what may be wrong is told."""
    (folder / "rond").symlink_to("rond")
    for store in ("rond/samenwerk.db", LONG):
        ran = begun("status", "--store", store, "--lang", lang)
        told = {"nl": "Met dit bestand of deze map lukt het niet:",
                "en": "With this file or folder it cannot be done:"}[lang]  # fmt: skip
        assert (2, "", True) == (ran.code, ran.out, ran.err.startswith(told)), ran.err
