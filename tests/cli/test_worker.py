"""`samenwerk worker`: what time moves is recorded on its day, by whoever works on the store."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.engine.test_upkeep import TEXT

from samenwerk.cli.main import main

REGISTER = """\
[register.party]
noord = { sort = "gemeente", nl = "Noord" }
"""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store in which a request has lapsed by now, and another has not."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMENWERK_LANG", "en")
    (tmp_path / "w").mkdir()
    back = TEXT.replace('nl = "Verzoeken"\n', 'nl = "Verzoeken"\nback_dating = "1 year"\n', 1)
    (tmp_path / "w" / "workflow.toml").write_text(back, encoding="utf-8")
    (tmp_path / "w" / "register.toml").write_text(REGISTER, encoding="utf-8")
    long_ago = later(-40)
    assert 0 == main(["start", "w", "--on", long_ago])
    assert 0 == main(["register", "w/register.toml", "--on", long_ago])
    for case, day in (("old", long_ago), ("new", later(-20))):
        words = ["do", case, "verzoek.vragen", "--as", "noord", "--on", day]
        assert 0 == main(words)
    return tmp_path


def later(days: int) -> str:
    """The day so many days from now."""
    return (date.today() + timedelta(days=days)).isoformat()


def told(capsys: pytest.CaptureFixture[str], *words: str) -> dict:
    """What a command answers as JSON."""
    capsys.readouterr()
    main([*words, "--format", "json"])
    return json.loads(capsys.readouterr().out)


def lapsed(capsys: pytest.CaptureFixture[str]) -> int:
    """How many steps the record has that time did."""
    events = told(capsys, "history")["events"]
    return sum("verzoek.verlopen" in json.dumps(one) for one in events)


def test_what_time_moved_is_recorded_once(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A term that ended is in the record after a worker came by; the next one finds nothing."""
    assert 0 == lapsed(capsys)
    (kept,) = told(capsys, "worker", "--once", "--here")["kept_up"]
    assert ("verzoeken", 1, None) == (kept["collaboration"], kept["events"], kept["fault"])
    assert later(0) < kept["wakes"] <= later(9)
    assert 1 == lapsed(capsys)
    assert [] == told(capsys, "worker", "--once", "--here")["kept_up"]
    assert 1 == lapsed(capsys)


def test_it_is_said(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In words, in the language of who reads, and in the log."""
    capsys.readouterr()
    assert 0 == main(["worker", "--once", "--here", "--log", "work.log"])
    out = capsys.readouterr().out
    assert out.startswith("Brought up to date: verzoeken; time added 1 event.\n")
    lines = [json.loads(one) for one in Path("work.log").read_text().splitlines()]
    whats = [one["what"] for one in lines if one.get("of") == "upkeep" or one["what"] == "kept_up"]
    assert ["began", "kept_up"] == whats
    (kept,) = [one for one in lines if one["what"] == "kept_up"]
    assert ("verzoeken", 1) == (kept["collaboration"], kept["count"])


def test_its_days_follow_from_the_record(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was worked out can be thrown away: it is worked out anew, and nothing happens twice."""
    assert 1 == len(told(capsys, "worker", "--once", "--here")["kept_up"])
    with sqlite3.connect("samenwerk.db") as db:
        for name in ("listed_for", "listed", "upkeep"):
            db.execute(f"DELETE FROM {name}")
    db.close()
    assert [] == told(capsys, "worker", "--once", "--here")["kept_up"]
    assert 1 == lapsed(capsys)


def test_several_workers_share_a_store(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Three programs at once record it once."""
    words = [sys.executable, "-m", "samenwerk", "worker", "--once", "--here"]
    workers = [subprocess.Popen(words, stdout=subprocess.DEVNULL) for _ in range(3)]
    assert [0, 0, 0] == [one.wait(60) for one in workers]
    assert 1 == lapsed(capsys)


def test_parties_are_reminded(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is due within the days that are asked goes out as a letter to each, once."""
    text = (store / "w" / "workflow.toml").read_text(encoding="utf-8")
    named = text.replace('version = "1"\n', 'version = "2"\nplugins = ["voorbeeld>=0.1"]\n', 1)
    (store / "w" / "workflow.toml").write_text(named, encoding="utf-8")
    assert 0 == main(["start", "w", "--id", "letters"])
    assert 0 == main(["register", "w/register.toml", "--in", "letters"])
    words = ["do", "v", "verzoek.vragen", "--as", "noord", "--in", "letters"]
    assert 0 == main(words)
    worker = ("worker", "--once", "--here", "--by", "voorbeeld.letter", "--remind")
    assert [] == told(capsys, *worker, "13")["reminded"]
    (sent,) = told(capsys, *worker, "14")["reminded"]
    assert ("letters", "v", "noord", later(14), None) == tuple(
        sent[one] for one in ("collaboration", "case", "party", "day", "fault")
    )
    assert [] == told(capsys, *worker, "14")["reminded"]
    (letter,) = (store / "post").iterdir()
    assert f"{sent['key']}.txt" == letter.name
    assert "On " in letter.read_text(encoding="utf-8")
    history = told(capsys, "history", "--in", "letters")
    assert "reminder" in json.dumps(history)


def test_what_is_asked_wrongly_is_said(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Days and effect go together."""
    assert 2 == main(["worker", "--once", "--remind", "14"])
    assert 2 == main(["worker", "--once", "--by", "voorbeeld.letter"])
    assert 2 == main(["worker", "--once", "--remind", "-1", "--by", "voorbeeld.letter"])
