"""`samenwerk new`: what it makes is right, and what it cannot make it says."""

import io
import json
import shlex
from pathlib import Path

import pytest
from tests.cli.world import Run

SCHEMAS = [f".schema/{one}.json" for one in ("register", "scenarios", "workflow")]


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("base", ["landelijk", "landelijk@2026.1", "none"])
def test_a_new_region_is_right(run: Run, folder: Path, lang: str, base: str) -> None:
    """What was made passes `check` and `test`, as the answer says; nothing else is left behind."""
    before = {path.name for path in folder.iterdir()}
    ran = run("new", "region", "noord", "--extends", base, "--lang", lang)
    assert (0, "") == (ran.code, ran.err)
    assert [] == [row for row in ran.out.splitlines() if len(row) > 80]
    assert {"noord"} == {path.name for path in folder.iterdir()} - before
    commands = [row.split() for row in ran.out.splitlines() if row.startswith("  samenwerk")]
    assert ["check", "test", "explain"] == [words[1] for words in commands]
    for words in commands:
        done = run(*words[1:], "--lang", lang)
        assert (0, "") == (done.code, done.err), done.out


def test_as_data(run: Run) -> None:
    """What was made and what to do next, and not what was said."""
    words = ("--party", "gemeente: Gemeente De Linde", "--party", "provider=Zorg 'Oost'",
             "--chair", "zorg 'oost'", "--supporter", "Het Bureau", "--format", "json")  # fmt: skip
    told = json.loads(run("new", "region", "oost", *words).out)
    assert {
        "command": "new region",
        "exit": 0,
        "lang": "nl",
        "made": {
            "kind": "region",
            "name": "oost",
            "folder": "oost",
            "files": [*SCHEMAS, "README.md", "register.toml", "scenarios.toml", "workflow.toml"],
            "extends": "landelijk@2026.1",
            "parties": ["linde", "zorg_oost"],
            "chair": "zorg_oost",
            "supporter": "bureau",
            "scenarios": ["voorbereid", "opgericht", "zonder_inwoners", "te_vroeg"],
                "left_out": [],
        },
        "next": [
            "samenwerk check oost",
            "samenwerk test oost",
            "samenwerk explain inwoners_gehoord --workflow oost",
        ],
    } == told


def test_one_that_was_broken_off_is_no_hindrance(run: Run, folder: Path) -> None:
    """What an earlier run left half is not in the way, and is not touched: another may still be
    making it."""
    (folder / ".streek.1.1.new").mkdir()
    (folder / ".streek.1.1.new" / "workflow.toml").write_text("half", encoding="utf-8")
    assert 0 == run("new", "region", "streek", "--yes").code
    assert [folder / ".streek.1.1.new"] == list(folder.glob(".streek*"))
    assert 0 == run("check", "streek").code


def test_a_region_on_a_region(run: Run, folder: Path) -> None:
    """Its base has the rule already: that is left out, the stories stay, and all is right."""
    assert 0 == run("new", "region", "noord", "--yes").code
    ran = run("new", "region", "zuid", "--yes", "--extends", "noord")
    assert (0, "") == (ran.code, ran.err)
    assert "De eigen regel van het gewone begin is weggelaten" in ran.out
    text = (folder / "zuid" / "workflow.toml").read_text(encoding="utf-8")
    assert 'extends = "../noord/workflow.toml@2027.1"' in text
    assert (False, True) == ("[rule." in text, "support_share" in text)
    assert 0 == run("check", "zuid").code
    assert "4 verhalen, 0 fout" in run("test", "zuid").out


def test_a_base_that_asks_more(run: Run, folder: Path) -> None:
    """The stories that go otherwise there are left out, and nothing in what is left is lost."""
    ran = run("--format", "json", "new", "region", "zuid", "--yes", "--extends", "vv-tafel")
    made = json.loads(ran.out)["made"]
    assert (["voorbereid"], ["stories"]) == (made["scenarios"], made["left_out"])
    text = (folder / "zuid" / "scenarios.toml").read_text(encoding="utf-8")
    assert ["[scenario.voorbereid]"] == [row for row in text.splitlines() if row[:2] == "[s"]
    assert 0 == run("check", "zuid").code
    told = run("new", "region", "west", "--yes", "--extends", "vv-tafel").out
    assert "geen fouten, en een verhaal dat" in told


def test_a_base_of_another_version_is_told(run: Run) -> None:
    """Why the beginning does not fit is said, with what would help."""
    ran = run("new", "region", "zuid", "--yes", "--extends", "landelijk@2025.1")
    assert (2, "") == (ran.code, ran.out)
    assert ("SW111" in ran.err, "2026.1. Schrijf" in ran.err) == (True, True)


def test_twice_is_refused(run: Run, folder: Path) -> None:
    """The second time nothing is touched, also not where only the capitals differ."""
    assert 0 == run("new", "region", "noord", "--yes", "--extends", "none").code
    mine = folder / "noord" / "workflow.toml"
    mine.write_text("# van mij", encoding="utf-8")
    ran = run("new", "region", "noord", "--yes")
    assert (2, "") == (ran.code, ran.out)
    assert "noord bestaat hier al" in ran.err
    assert "# van mij" == mine.read_text(encoding="utf-8")
    (folder / "ZUID").touch()
    assert 2 == run("new", "region", "zuid", "--yes").code


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Noord", "noord"), ("Zorg Súd", "zorg-sud"), ("", "regio"), ("2030", "regio-2030"),
        ("today", "regio-today"), ("aux", "regio-aux"), ("landelijk", "landelijk-2"),
        ("../weg", "weg"), ("a" * 70, "a" * 60), ("\x1b[2K\u202e", "regio-2k"), ("🙂", "regio"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_an_odd_name_is_refused_with_a_good_one(
    run: Run, folder: Path, name: str, near: str, lang: str
) -> None:
    """Exit 2; what is named to type instead works."""
    before = sorted(folder.parent.rglob("*"))
    ran = run("new", "region", name, "--yes", "--lang", lang)
    assert (2, "") == (ran.code, ran.out)
    assert ran.err.isprintable() or "\x1b" not in ran.err
    assert before == sorted(folder.parent.rglob("*"))
    words = shlex.split(ran.err.splitlines()[-1])
    assert ["samenwerk", "new", "region", near] == words[:4]
    assert 0 == run(*words[1:], "--extends", "none", "--yes", "--lang", lang).code


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--party", "gemeente: A"), "minstens twee partijen"),
        (("--party", "Gemeente A", "--party", "gemeente: B"), "schrijf de soort en de naam"),
        (("--party", "gemeente:", "--party", "gemeente: B"), "schrijf de soort en de naam"),
        (("--party", "bakker: A", "--party", "gemeente: B"), '"bakker" is geen soort partij'),
        (("--party", "provider: A", "--party", "housing: B"), "minstens één financier"),
        (("--chair", "Niemand"), "geen van de partijen"),
        (("--nl", "  "), "kan niet leeg zijn"),
        (("--extends", "landelik"), 'Bedoelde u "landelijk"?'),
        (("--extends", "none", "--supporter", "A"), "--supporter hoort bij een basis"),
    ],
)
def test_what_cannot_be_is_told(run: Run, folder: Path, words: tuple[str, ...], said: str) -> None:
    """Exit 2, a sentence that says what is possible, and nothing made."""
    ran = run("new", "region", "noord", "--yes", *words)
    assert (2, "") == (ran.code, ran.out)
    assert said in ran.err
    assert not (folder / "noord").exists()


def test_at_a_terminal_it_asks(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be is asked again; Enter takes what stands between brackets."""
    answers = ["Aan de kust", "geen", "gemeente: Gemeente Kust", "bakker: Jan",
               "zorgaanbieder: Thuis", "", "Piet", ""]  # fmt: skip

    class Typed(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Typed("\n".join(answers) + "\n"))
    ran = run("new", "region", "kust")
    assert 0 == ran.code, ran.err
    asked = ["Hoe heet", "Waarop bouwt u voort", "Wie doen mee", "Partij 1", "Partij 2",
             '"bakker" is geen soort partij', "Partij 2", "Partij 3", "Wie is voorzitter",
             '"Piet" is geen van de partijen', "Wie is voorzitter"]  # fmt: skip
    spots = [ran.err.find(one) for one in asked]
    assert -1 not in spots, ran.err
    text = (folder / "kust" / "register.toml").read_text(encoding="utf-8")
    assert 'holds = [{ role = "voorzitter", who = "kust" }]' in text
    assert 'nl = "Aan de kust"' in (folder / "kust" / "workflow.toml").read_text(encoding="utf-8")


def test_options_may_stand_before_the_kind(run: Run) -> None:
    """The language and the form of an answer are those of the whole call."""
    told = json.loads(run("new", "--lang", "en", "--format", "json", "region", "a").out)
    assert ("en", "samenwerk check a") == (told["lang"], told["next"][0])


def test_without_a_kind_it_tells_what_there_is(run: Run) -> None:
    """And the nearest to what was typed."""
    assert "  region" in run("new").out
    assert 'Bedoelde u "region"?' in run("new", "regio", "x").err
    assert "wel: region" in run("new", "x", "y").err
