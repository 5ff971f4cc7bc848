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
        (made / f"samenwerk_{name}.py").write_text(text)
        info = made / f"samenwerk_{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: samenwerk-{name}\nVersion: 1.0\n"
        )
        (info / "entry_points.txt").write_text(f"[samenwerk]\n{name} = samenwerk_{name}\n")
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
