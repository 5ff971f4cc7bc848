"""What plugins bring, on the command line: days and reports of one, and what another does wrong.

The plugins are installed in a folder of their own, so that the commands run in a process.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.world import REGISTER, WORKFLOW, Ran

SRC = Path(__file__).parents[2] / "src"
GOOD = """
from datetime import date
import html

from samenwerk import DueItem, Message, PluginDue, PluginReport, hookimpl

def items(question):
    return [DueItem(date(2027, 12, 1), Message("goed.tell"), ("noord",), "k")]

def render(whole, lang, format):
    return "<p>" + html.escape(whole.collaboration.id) + "\\x1b[2J"

@hookimpl
def due_items():
    return [PluginDue("yearly", {"nl": "elk jaar"}, items, ("change",))]

@hookimpl
def reports():
    return [PluginReport("wall", {"nl": "de muur", "en": "the wall"}, ("html",), render)]

@hookimpl
def messages():
    return {"nl": {"goed.tell": "vertel het"}, "en": {"goed.tell": "tell it"}}
"""
BAD = """
from samenwerk import PluginDue, PluginExport, hookimpl

def wrong(*given):
    raise SystemExit(7)

@hookimpl
def due_items():
    return [PluginDue("never", {"nl": "nooit"}, wrong)]

@hookimpl
def exports():
    return [PluginExport("file", {"nl": "bestand"}, "bin", wrong)]
"""
LOUD = """
from samenwerk import PluginReport, hookimpl

def render(whole, lang, format):
    print("made")
    return "fine"

@hookimpl
def reports():
    return [PluginReport("loud", {"nl": "luid"}, ("text",), render)]
"""
RAW = """
import click
from samenwerk import PluginDue, hookimpl

@click.command("ruw")
@click.argument("amount", type=int)
def command(amount):
    \"\"\"Half of an amount.\"\"\"
    click.echo(10 // amount)

@hookimpl
def cli_commands():
    return [command, click.Command("check", help="Another.")]

@hookimpl
def due_items():
    return [PluginDue("yearly", {"nl": "elk jaar"}, list)]

@hookimpl
def rules():
    return []

@hookimpl
def messages():
    return {"nl": {"ruw.a": "a"}, "en": {"ruw.a": "a", "ruw.b": "b"}}
"""
TORN = """
from samenwerk import hookimpl

@hookimpl
def rules():
    return [len("1", "2")]
"""
SLOW = """
import time
from samenwerk import PluginReport, hookimpl

def render(whole, lang, format):
    time.sleep(60)

@hookimpl
def reports():
    return [PluginReport("slow", {"nl": "traag"}, ("text",), render)]
"""
APART = """
from samenwerk import Engine, PluginError, open_store
from samenwerk.hooks.calling.apart import Apart

with Engine(open_store("samenwerk.db"), apart=Apart(seconds=5)) as engine:
    room = engine.room("balie")
    try:
        room.report("traag.slow")
    except PluginError as fault:
        print(fault.params["plugin"], fault.params["hook"])
    print(room.report("goed.wall"))
    print([one.plugin for one in room.due() if one.plugin])
    print(room.verify().whole)
"""
RUN = """
import contextlib, io, json
from samenwerk.cli.main import main

told = []
for words in commands:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(list(words))
    told.append((code, out.getvalue(), err.getvalue()))
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder with a rehearsal by a workflow that names four plugins, all installed."""
    made = tmp_path_factory.mktemp("told")
    for name, text in (("goed", GOOD), ("stuk", BAD), ("traag", SLOW), ("luid", LOUD)):
        install(made, name, text)
    (made / "balie").mkdir()
    named = 'plugins = ["goed>=1", "stuk>=1", "traag>=1", "luid>=1"]\n\n[sort]'
    text = WORKFLOW.replace("\n[sort]", named, 1)
    (made / "balie" / "workflow.toml").write_text(text, encoding="utf-8")
    (made / "balie" / "register.toml").write_text(REGISTER, encoding="utf-8")
    now = ("--now", "2027-02-01T09:00")
    begun = samenwerk(
        made,
        ("start", "balie", "--rehearsal", *now),
        ("register", "balie/register.toml", *now),
        ("do", "s", "found", "--as", "zuid", *now),
        ("do", "w", "change.open", "--as", "noord", *now),
    )
    assert [0, 0, 0, 0] == [one.code for one in begun], begun
    return made


def install(folder: Path, name: str, text: str) -> None:
    """A plugin of one module, as a package that is installed in this folder."""
    (folder / f"samenwerk_{name}.py").write_text(text)
    info = folder / f"samenwerk_{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: samenwerk-{name}\nVersion: 1.0\n"
    )
    (info / "entry_points.txt").write_text(f"[samenwerk]\n{name} = samenwerk_{name}\n")


def samenwerk(folder: Path, *commands: tuple[str, ...]) -> list[Ran]:
    """Commands one after another, in one process where these plugins are installed."""
    program = f"commands = {commands!r}\n{RUN}"
    return [Ran(*one) for one in json.loads(python(folder, program).stdout)]


def python(folder: Path, program: str) -> subprocess.CompletedProcess[str]:
    """A program, where these plugins are installed."""
    path = os.pathsep.join((str(SRC), str(folder)))
    env = {**os.environ, "PYTHONPATH": path, "SAMENWERK_LANG": "nl", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-c", program], cwd=folder, env=env, capture_output=True, text=True,
        check=False, timeout=100,
    )  # fmt: skip


def words(ran: Ran) -> str:
    """What was said, on one line."""
    return " ".join((ran.out + ran.err).split())


def test_days_of_a_plugin_stand_in_the_lists_with_its_name(folder: Path) -> None:
    """Ours are told too, the broken plugin is named below, and the exit code stays 0."""
    due, plain, todo = samenwerk(
        folder, ("due",), ("due", "--format", "json"), ("todo", "noord")
    )
    assert [0, 0, 0] == [one.code for one in (due, plain, todo)]
    assert "1 december 2027, w: Vertel het. Aan zet: Zorg Noord. [plug-in goed]" in words(due)
    assert "15 maart 2027, w: De tijd voor de fase" in words(due)
    assert "Niet alles is verteld: Plug-in stuk ging mis bij due_items never" in words(due)
    told = json.loads(plain.out)
    assert ["goed"] == [one["plugin"] for one in told["due"] if one["plugin"]]
    assert 1 == len(told["faults"])
    assert "vertel het, uiterlijk 1 december 2027" in words(todo)
    assert "[plug-in goed]" in words(todo)
    assert "Plug-in stuk ging mis" in words(todo)


def test_reports_of_plugins_are_listed_and_made(folder: Path) -> None:
    """After the name of the plugin; what it writes cannot work on the terminal."""
    listed, wall, status = samenwerk(
        folder, ("report",), ("report", "goed.wall", "--format", "html"), ("report", "status")
    )
    assert "- goed.wall: de muur (html)" in listed.out
    assert (0, "<p>balie<U+001B>[2J\n") == (wall.code, wall.out)
    assert "1 december 2027, w: vertel het" in words(status)
    assert "deze lijst is niet volledig" in words(status).lower()


def test_an_export_that_goes_wrong_writes_nothing(folder: Path) -> None:
    """The plugin is named, there is no file, and the exit code says that a plugin failed."""
    (ran,) = samenwerk(folder, ("export", "stuk.file", "--output", "uit.bin"))
    assert 1 == ran.code
    assert "Plug-in stuk ging mis bij exports file" in words(ran)
    assert not (folder / "uit.bin").exists()


def test_a_report_that_hangs_is_stopped_where_plugins_are_asked_apart(folder: Path) -> None:
    """In time; the other plugins go on, and the record is whole."""
    ran = python(folder, APART)
    assert [
        "traag reports slow", "<p>balie\x1b[2J", "['goed']", "True",
    ] == ran.stdout.splitlines(), ran.stderr  # fmt: skip


def test_what_a_plugin_prints_does_not_come_between_the_json(folder: Path) -> None:
    """It goes to standard error, with its name; the answer is one JSON object, or the text."""
    (ran,) = samenwerk(folder, ("report", "luid.loud", "--format", "json"))
    assert (0, "fine") == (ran.code, json.loads(ran.out)["text"])
    assert "luid: made\n" == ran.err
    (ran,) = samenwerk(folder, ("report", "luid.loud"))
    assert (0, "fine\n", "luid: made\n") == (ran.code, ran.out, ran.err)


def test_what_lacks_in_a_plugin_stands_with_it(tmp_path: Path) -> None:
    """Words in one of the languages, which is no fault, and a command that has a name of ours,
    which is one: nobody can use it."""
    install(tmp_path, "ruw", RAW)
    plain, dutch, english = samenwerk(
        tmp_path, ("plugins", "--format", "json"), ("plugins",), ("plugins", "--lang", "en")
    )
    told = {one["name"]: one for one in json.loads(plain.out)["plugins"]}["ruw"]
    assert {"nl": ["messages ruw.b"], "en": ["due_items yearly"]} == told["lacks"]
    assert ["check"] == told["taken"]
    assert [1, 1, 1] == [one.code for one in (plain, dutch, english)]
    assert "zonder Nederlands messages ruw.b zonder Engels due_items yearly" in words(dutch)
    assert "check: zo heet al een opdracht van samenwerk" in words(dutch)
    assert "no English due_items yearly" in words(english)
    assert "check: a command of samenwerk has that name" in words(english)
    without = RAW.replace(', click.Command("check", help="Another.")', "")
    (tmp_path / "samenwerk_ruw.py").write_text(without)
    assert [0] == [one.code for one in samenwerk(tmp_path, ("plugins",))]


def test_a_command_of_a_plugin_that_goes_wrong_is_its_own(tmp_path: Path) -> None:
    """The plugin is named, with the line and who is to mend it; it is no fault of samenwerk."""
    install(tmp_path, "ruw", RAW)
    right, wrong = samenwerk(tmp_path, ("ruw", "2"), ("ruw", "0"))
    assert (0, "5\n") == (right.code, right.out)
    assert (1, "") == (wrong.code, wrong.out)
    assert (
        "Plug-in ruw ging mis in samenwerk_ruw.py:9. Wat hij meldde: ZeroDivisionError: "
    ) in words(wrong)
    assert "(samenwerk-ruw 1.0)" in words(wrong)


def test_a_workflow_hears_why_the_rules_of_its_plugin_are_not_there(tmp_path: Path) -> None:
    """Not only that they are not: the plugin is named with the line at which it went wrong."""
    install(tmp_path, "scheur", TORN)
    (tmp_path / "w").mkdir()
    used = '[rule.own]\nnl = "Eigen"\nplugin = "scheur.own"\n'
    text = WORKFLOW.replace("\n[sort]", f'plugins = ["scheur>=1"]\n\n{used}\n[sort]', 1)
    (tmp_path / "w" / "workflow.toml").write_text(text, encoding="utf-8")
    (ran,) = samenwerk(tmp_path, ("check", "w"))
    assert 1 == ran.code
    assert "Plug-in scheur ging mis bij rules, in samenwerk_scheur.py:6" in words(ran)
