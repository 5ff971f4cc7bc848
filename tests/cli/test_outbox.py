"""`samenwerk worker` and `samenwerk outbox`, as somebody types them."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from samenwerk.cli.main import main

BRIEF = Path(__file__).resolve().parents[2] / "plugins" / "samenwerk-voorbeeld" / "brief"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store in which one letter is to be sent, in the folder where it stands."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMENWERK_LANG", "en")
    assert 0 == main(["start", str(BRIEF), "--id", "r"])
    assert 0 == main(["register", str(BRIEF / "register.toml")])
    ask("a")
    return tmp_path


def ask(case: str) -> None:
    """A case that is granted, so that a letter is asked."""
    assert 0 == main(["do", case, "application.file", "--as", "noord"])
    filled = ["--fill", "amount=5000", "--fill", "reason=Een goed plan"]
    assert 0 == main(["do", case, "application.grant", "--as", "kantoor", *filled])


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """The exit code of a command and what it prints; nothing wider than a terminal."""
    capsys.readouterr()
    code = main(list(words))
    printed = capsys.readouterr()
    assert all(len(row) <= 80 for row in printed.out.splitlines()), printed.out
    return code, printed.out + printed.err


def told(capsys: pytest.CaptureFixture[str], *words: str) -> dict:
    """The same as JSON."""
    return json.loads(said(capsys, *words, "--format", "json")[1])


def test_a_letter_is_sent_and_told(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It waits, it is sent, the folder has it, and status and history say so."""
    code, waiting = said(capsys, "outbox")
    assert 0 == code
    assert waiting.startswith("Waiting (1):\n- Letter that grants it, of case a in r, by voorbeeld")
    sent = told(capsys, "worker", "--once", "--here")
    assert (1, 0, 0) == (sent["delivered"], sent["waiting"], sent["exit"])
    (letter,) = (store / "post").iterdir()
    assert f"{sent['sent'][0]['key']}.txt" == letter.name
    assert "Een goed plan" in letter.read_text(encoding="utf-8")
    assert (0, "There is nothing to be sent.\n") == said(capsys, "outbox")
    assert "Letter that grants it: delivered on" in said(capsys, "status")[1].replace("\n    ", " ")
    assert "came about" in said(capsys, "history")[1].replace("\n      ", " ")
    assert 0 == said(capsys, "do", "a", "application.pay", "--as", "kantoor")[0]
    assert 0 == said(capsys, "history", "--verify")[0]


def test_in_dutch(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same in the language of the reader."""
    assert "Wacht (1):" in said(capsys, "outbox", "--lang", "nl")[1]
    assert "1 bezorgd" in said(capsys, "worker", "--once", "--here", "--lang", "nl")[1]
    assert "Er is niets te verzenden." in said(capsys, "outbox", "--lang", "nl")[1]


def test_a_person_decides_about_what_failed(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that is a file fails; it stays listed with what was said, and can be given up."""
    (store / "post").write_text("no folder")
    failed = told(capsys, "worker", "--once", "--here")
    assert (1, 1) == (failed["failed"], failed["waiting"])
    (one,) = told(capsys, "outbox")["outbox"]
    assert ("waiting", 1) == (one["standing"], one["attempts"])
    assert "FileExistsError" in one["fault"] or "NotADirectoryError" in one["fault"]
    key = one["key"]
    assert "Sent again" in said(capsys, "outbox", "--again", key[:8])[1]
    assert (2, "Giving up takes a key") == (lambda code, out: (code, out[:21]))(
        *said(capsys, "outbox", "--drop", key)
    )
    code, out = said(capsys, "outbox", "--drop", key[:8], "--because", "By post", "--as", "kantoor")
    assert 0 == code
    assert "Given up" in out
    assert "There is nothing to be sent." in said(capsys, "outbox")[1]
    assert 'reason: "By post"' in said(capsys, "history")[1].replace("\n      ", " ")
    code, out = said(capsys, "outbox", "--again", key)
    assert 2 == code
    assert "No key begins with" in out


def test_it_stops_after_so_many(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--limit` leaves the rest to who comes next; `--until-empty` does it all."""
    ask("b")
    ask("c")
    first = told(capsys, "worker", "--limit", "2", "--here")
    assert (2, 1) == (first["delivered"], first["waiting"])
    rest = told(capsys, "worker", "--until-empty", "--here")
    assert (1, 0) == (rest["delivered"], rest["waiting"])
    assert 3 == len(list((store / "post").iterdir()))


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of Unix")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_when_it_is_told_to(store: Path, number: int) -> None:
    """A worker of its own process sends what there is, waits, and ends well at a signal."""
    process = subprocess.Popen(
        [sys.executable, "-m", "samenwerk", "worker"], cwd=store, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    until = time.monotonic() + 60
    while not list(store.glob("post/*.txt")) and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(0.3)
    process.send_signal(number)
    out, _ = process.communicate(timeout=60)
    assert (0, True) == (process.returncode, "1 delivered" in out)


def test_what_cannot_be_decided_leaves_it_as_it_was(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A text that no record can hold is refused; the letter is not held up by that."""
    (before,) = told(capsys, "outbox")["outbox"]
    key = before["key"]
    for words in (
        ("--again", key, "--as", "\ud800"), ("--drop", key, "--because", "\udcff"),
        ("--again", key, "--as", "nobody"), ("--drop", key, "--because", "x", "--as", "nobody"),
    ):  # fmt: skip
        assert 2 == said(capsys, "outbox", *words)[0]
        assert [before] == told(capsys, "outbox")["outbox"]
    code, out = said(capsys, "outbox", "--again", "")
    assert (2, True) == (code, out.startswith("No key begins with"))
    assert 1 == told(capsys, "worker", "--once", "--here")["delivered"]


def test_a_moment_in_the_store_that_is_none(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody wrote in the file: it is said that it is damaged, and the record is whole."""
    with contextlib.closing(sqlite3.connect(store / "samenwerk.db")) as file:
        file.execute("UPDATE outbox SET next_try = 'yesterday'")
        file.commit()
    for words in (("outbox",), ("worker", "--once", "--here")):
        code, out = said(capsys, *words)
        assert (2, True) == (code, "yesterday" in out)
    assert 0 == said(capsys, "history", "--verify")[0]
