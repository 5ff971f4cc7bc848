"""The demo: it plays to its end in both languages, its commands work, and it replaces no store."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from samenwerk.cli.main import main
from samenwerk.demo.chapters import explore
from samenwerk.demo.texts import TEXTS
from samenwerk.engine import Engine
from samenwerk.front import load
from samenwerk.language.template import holes
from samenwerk.store.sqlite import SqliteStore

FILE = "samenwerk-demo.db"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the demo has been played, with what it said in `nl.txt`."""
    folder = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.delenv("SAMENWERK_LANG", raising=False)
        with (folder / "nl.txt").open("w", encoding="utf-8") as out:
            patch.setattr("sys.stdout", out)
            assert 0 == main(["demo"])
    return folder


def flat(text: str) -> str:
    """A text without its line breaks."""
    return " ".join(text.split())


def test_what_it_shows(demo: Path) -> None:
    """In Dutch by itself: dates, a refusal, needs, a lapsed mandate, a step back, the record."""
    said = flat((demo / "nl.txt").read_text(encoding="utf-8"))
    for told in (
        "14 oktober 2022 Het Rijk: de procedure voorstellen > procedure voorgesteld",
        "1 januari 2028 vanzelf: het jaar van de herijking begint",
        'Dit kan nog niet. Voor "het voordeel toetsen" is nog niet alles geregeld.',
        "geldig tot en met 31 december 2026",
        "Nog nodig, in deze volgorde:",
        "Gemeente Lindedaal: vaststellen > vastgesteld",
        "een stap terug > getoetst",
        "hervatten > getoetst",
        "Het logboek klopt:",
        "is veranderd: de tekst past niet bij de code ervan",
        "komt er niet in voor: het eind is weggehaald",
    ):
        assert told in said, told


def test_it_fits_on_a_terminal(demo: Path) -> None:
    """No line beyond 80 places, nothing that a plain terminal cannot show."""
    said = (demo / "nl.txt").read_text(encoding="utf-8")
    assert [] == [line for line in said.splitlines() if len(line) > 80]
    assert [] == re.findall(r"[^\x20-\x7e\n\u00a0-\u017f\u2010-\u2026\u20ac]", said)
    assert "…" not in said


def test_the_same_in_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--lang en` plays the same acts in English; a second time it replaces its own store."""
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        assert 0 == main(["demo", "--lang", "en"])
        printed = capsys.readouterr()
        assert "" == printed.err
        said = flat(printed.out)
        assert "Something" not in said
        assert "The record is whole" in said
        assert "Explore it yourself" in said
    assert (tmp_path / FILE).is_file()


def test_both_languages_say_the_same_things() -> None:
    """Every paragraph is there in both languages with the same holes."""
    assert sorted(TEXTS["nl"]) == sorted(TEXTS["en"])
    assert [] == [id for id, said in TEXTS["nl"].items() if holes(said) != holes(TEXTS["en"][id])]


@pytest.mark.parametrize("command", explore(FILE))
def test_commands_work_as_printed(
    demo: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    """Each command that is named at the end gives an answer, on the store that was left behind."""
    monkeypatch.chdir(demo)
    assert command in (demo / "nl.txt").read_text(encoding="utf-8")
    name, *words = shlex.split(command)
    assert "samenwerk" == name
    assert main(words) in (0, 1)
    printed = capsys.readouterr()
    assert ("", True) == (printed.err, len(printed.out) > 40)


@pytest.mark.parametrize("what", ["text", "real", "empty", "folder"])
def test_another_file_of_that_name_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    """Only a store of rehearsals is replaced: anything else is refused and stays as it was."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / FILE
    if what == "text":
        path.write_text("geen opslag", encoding="utf-8")
    elif what == "empty":
        path.touch()
    elif what == "folder":
        path.mkdir()
    else:
        with Engine(SqliteStore(path)) as engine:
            engine.start(load("vv-tafel"), "echt")
    before = path.read_bytes() if path.is_file() else None
    assert 2 == main(["demo"])
    assert "geen demo" in capsys.readouterr().err
    assert before == (path.read_bytes() if path.is_file() else None)


def test_without_the_example_plugin_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence, and it goes on to its end."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("samenwerk.hooks.installed.sources", lambda: ())
    assert 0 == main(["demo"])
    said = flat(capsys.readouterr().out)
    assert "De plug-in samenwerk-voorbeeld is hier niet geïnstalleerd" in said
    assert "Zelf verder kijken" in said
