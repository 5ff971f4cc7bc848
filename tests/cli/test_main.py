"""The command line as a whole: languages, help, wrong use, formats, and faults of our own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.world import Run

import samenwerk
from samenwerk.cli import texts_en, texts_nl
from samenwerk.cli.door import early_language
from samenwerk.cli.lazy import COMMANDS
from samenwerk.language.template import holes


def test_both_languages_say_the_same_things() -> None:
    """Every sentence is there in Dutch and in English, with the same holes."""
    assert sorted(texts_nl.TEXTS) == sorted(texts_en.TEXTS)
    assert {} == {
        id: (holes(said), holes(texts_en.TEXTS[id]))
        for id, said in texts_nl.TEXTS.items()
        if holes(said) != holes(texts_en.TEXTS[id])
    }


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_every_command(run: Run, command: str, lang: str) -> None:
    """It fits in 80 columns, and is in the language that was asked for."""
    ran = run(command, "--help", "--lang", lang)
    assert (0, "") == (ran.code, ran.err)
    assert ran.out.startswith("Gebruik: " if lang == "nl" else "Usage: ")
    assert [] == [line for line in ran.out.splitlines() if len(line) > 80]
    english = {"[default: ", "[required]"} if lang == "nl" else {"[standaard: ", "[verplicht]"}
    assert set() == {one for one in english if one in ran.out}


def test_help_says_what_is_taken_when_nothing_is_given(run: Run) -> None:
    """And which option cannot be left out, in the language of the rest."""
    for lang, taken, needed in (
        ("nl", "[standaard: samenwerk.db]", "[verplicht]"),
        ("en", "[default: samenwerk.db]", "[required]"),
    ):
        said = " ".join(run("say", "--help", "--lang", lang).out.split())
        assert (True, True) == (taken in said, needed in said)


def test_without_words_it_shows_what_there_is(run: Run) -> None:
    """Every command is named with what it is for."""
    ran = run()
    assert 0 == ran.code
    assert [] == [name for name in COMMANDS if f"\n  {name} " not in ran.out]


def test_it_says_which_version_it_is(run: Run) -> None:
    """On one line, the same in each language, as the package has it."""
    for lang in ("nl", "en"):
        ran = run("--lang", lang, "--version")
        assert (0, f"samenwerk {samenwerk.__version__}\n", "") == (ran.code, ran.out, ran.err)


def test_wrong_use_is_told_in_the_readers_language(run: Run) -> None:
    """Exit 2, a sentence on standard error, where to find help; nothing on standard output."""
    for words, told in (
        (("chekc",), 'Er is geen opdracht "chekc". Bedoelde u "check"?'),
        (("check",), "WERKWIJZE... ontbreekt."),
        (("check", "x", "--efective"), 'Er is geen optie "--efective". Bedoelde u --effective?'),
        (("todo", "a", "b"), "Dit is te veel: b."),
        (("do", "w", "x"), "De optie --as ontbreekt."),
        (("status", "--on", "morgen"), '"morgen" is geen dag'),
        (("status", "--now", "straks"), '"straks" is geen moment'),
        (("status", "--format", "xml"), "Bij --format kan: text, json."),
        (("worker", "--limit", "nul"), "Bij --limit hoort een geheel getal, en minstens 1."),
        (("worker", "--seconds", "0"), "Bij --seconds hoort een getal, en minstens 0.1."),
        (("serve", "--port", "99999"), "Bij --port hoort een geheel getal van 0 tot en met 65535."),
        (("do", "w", "x", "--as", "a", "--as", "b"), "--as staat er twee keer. Geef er één."),
        (("status", "--store"), "Bij --store hoort een waarde."),
    ):
        ran = run(*words)
        assert (2, "") == (ran.code, ran.out), words
        assert told in ran.err
        assert "--store" in words or "Uitleg: samenwerk" in ran.err


def test_a_workflow_that_is_near(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here, or in a folder that is called nearly so: what to type is told."""
    monkeypatch.chdir("balie")
    for words, told in (
        (("check",), "Bedoelt u de map waarin u nu bent, typ dan:   samenwerk check ."),
        (("check", "../balies"), 'Bedoelde u "../balie"?'),
        (("test", "./workflow.tom"), 'Bedoelde u "workflow.toml"?'),
    ):
        ran = run(*words)
        assert (2, "") == (ran.code, ran.out), words
        assert told in ran.err.replace("\n", " "), words


def test_a_store_that_is_named_wrongly(begun: Run) -> None:
    """A folder is no store, and a store that is too much for a command may be meant as its own."""
    for words, told in (
        (("status", "--store", "balie"), "Typ bijvoorbeeld:\n  --store balie/samenwerk.db\n"),
        (("verify-store", "samenwerk.db"),
         "typ dan:\n  samenwerk verify-store --store samenwerk.db\n"),
        (("check", "samenwerk.db"), "\n  samenwerk status --store samenwerk.db\n"),
        (("fmt", "samenwerk.db"), "samenwerk.db is een opslag en geen werkwijze."),
        (("register", "samenwerk.db"), "samenwerk.db is een opslag en geen register."),
        (("status", "--store", "balie/workflow.toml"),
         "Dit bestand is geen opslag van samenwerk. (balie/workflow.toml)\n"),
    ):  # fmt: skip
        ran = begun(*words)
        assert (2, "") == (ran.code, ran.out), words
        assert told in ran.err, words


def test_a_file_that_is_not_there(begun: Run) -> None:
    """Is told as that, and not as one of another kind."""
    for words in (
        ("register", "weg.toml"), ("import", "weg.toml"), ("verify-store", "--anchors", "weg.toml"),
    ):  # fmt: skip
        ran = begun(*words)
        assert (2, True) == (ran.code, ran.err.startswith("Er is geen bestand weg.toml. ")), words


def test_a_path_can_be_copied(run: Run, folder: Path) -> None:
    """However long it is, it stands on one line, and the command with it."""
    far = Path("een-map-met-streepjes-erin", "en-nog-een-met-streepjes-erin", "regio-noord-oost")
    (folder / far).mkdir(parents=True)
    (folder / far / "workflow.toml").write_bytes((folder / "balie/workflow.toml").read_bytes())
    (folder / far / "register.toml").write_bytes((folder / "balie/register.toml").read_bytes())
    path = far.as_posix()
    said = run("status", "--store", f"{path}/samenwerk.db").err
    assert f"{path}/samenwerk.db." in said.split()
    assert 0 == run("start", "balie").code
    said = run("register", f"{path}/workflow.toml").err
    assert said.endswith(f"Typ:\n  samenwerk register {path}/register.toml\n")
    said = run("test", path, "--scenario", "x", "--keep", "balie/nieuw.db").err
    assert [] == [row for row in said.splitlines() if row.endswith("-")]


def test_the_step_before_the_case(begun: Run) -> None:
    """Is told in the order in which it is to be typed."""
    for words in (("do", "adopt", "w", "--as", "noord"), ("needs", "adopt", "w")):
        ran = begun(*words)
        told = 'Eerst komt het dossier en dan de stap: typ "w adopt".\n'
        assert (2, "", told) == (ran.code, ran.out, ran.err)


@pytest.mark.parametrize("name", ["", " ", " x", "\u202ex", "x\u200b", "a\nb"])
def test_a_new_case_has_a_name_that_can_be_typed(begun: Run, name: str) -> None:
    """What nobody sees is in no new name; a case that has such a name already stays in use."""
    ran = begun("do", name, "change.open", "--as", "noord")
    assert (2, "") == (ran.code, ran.out)
    assert " naam " in ran.err
    assert 2 == begun("start", "balie", "--id", f"{name}\u200b").code


def test_errors_in_json(run: Run) -> None:
    """Whoever asks for JSON gets JSON, also of what went wrong."""
    ran = run("status", "--format", "json")
    told = json.loads(ran.out)
    assert (2, "") == (ran.code, ran.err)
    assert ("status", 2, "store.missing") == (told["command"], told["exit"], told["error"]["id"])


def test_the_language_asked_for_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    """`--lang`, else SAMENWERK_LANG, else the system's, else English."""
    for name in ("SAMENWERK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert "en" == early_language(["check"])
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    assert "nl" == early_language(["check"])
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert "en" == early_language(["check"])
    monkeypatch.setenv("SAMENWERK_LANG", "nl")
    assert "nl" == early_language(["check"])
    assert "en" == early_language(["check", "--lang", "en"])
    assert "en" == early_language(["--lang=en", "check"])


def test_a_workflow_in_one_language_is_told_in_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody asked for a language: that of a workflow with Dutch labels alone is spoken."""
    monkeypatch.delenv("SAMENWERK_LANG")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert "geen fouten" in run("check", "balie").out
    assert "no faults" in run("check", "regioplan").out


def test_a_fault_of_ours_is_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 3 and a sentence that says where, when something of samenwerk itself breaks."""

    def broken(name: str) -> None:
        raise RuntimeError("stuk")

    monkeypatch.setattr("samenwerk.cli.definition.all_located", broken)
    ran = run("check", "balie")
    assert (3, "") == (ran.code, ran.out)
    assert "Er ging bij samenwerk zelf iets mis (RuntimeError in test_main.py:" in ran.err


def test_as_a_real_process(folder: Path) -> None:
    """`python -m samenwerk` gives the exit code, and UTF-8 whatever the terminal says."""
    command = [sys.executable, "-m", "samenwerk", "check", "balie", "--effective"]
    environment = {"PATH": "", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    assert (0, b"") == (ran.returncode, ran.stderr)
    assert "Beëindigen".encode() in ran.stdout


def test_a_reader_who_goes_away(folder: Path) -> None:
    """`samenwerk ... | head` ends without a complaint."""
    command = [sys.executable, "-m", "samenwerk", "check", "regioplan", "--effective"]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        complaint = process.stderr.read()
    assert (b"", True) == (complaint, process.returncode in (0, 141))


def test_plugins_and_schema(run: Run, folder: Path) -> None:
    """The plugins that are there, as data; the schema as a file that an editor can use."""
    assert 0 == run("plugins").code
    assert isinstance(json.loads(run("plugins", "--format", "json").out)["plugins"], list)
    assert 0 == run("schema", "--output", "schema.json").code
    made = json.loads((folder / "schema.json").read_text(encoding="utf-8"))
    assert "workflow" in made["properties"]
    assert 0 == run("schema", "balie", "--folder", "balie").code
    files = sorted(one.name for one in (folder / "balie" / ".schema").iterdir())
    assert ["register.json", "scenarios.json", "workflow.json"] == files
    said = run("schema", "--format", "json").out
    assert ["register", "scenarios", "workflow"] == sorted(json.loads(said)["schemas"])
