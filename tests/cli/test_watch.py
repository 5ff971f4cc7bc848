"""`samenwerk test` in a process of its own, watching files or weakening conditions."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import attrs
import pytest
from tests.cli.world import Run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no terminal to play with")

PATIENCE = 60
WAITING = "stoppen kan met Ctrl-C."
WRONG = "2 verhalen, 1 fout"
RIGHT = "2 verhalen, 0 fout"


@attrs.define
class Watched:
    """A process that watches, and all that it has said and was not looked at yet."""

    process: subprocess.Popen[bytes]
    out: int
    said: str = ""

    def until_it_waits(self) -> str:
        """What it says up to and with the line that it waits."""
        return self.until(WAITING)

    def until(self, words: str) -> str:
        """What it says up to these words."""
        end = time.monotonic() + PATIENCE
        while words not in self.said:
            assert time.monotonic() < end, self.said
            assert self.process.poll() is None, self.said
            self.said += os.read(self.out, 65536).decode("utf-8").replace("\r\n", "\n")
        found, _, self.said = self.said.partition(words)
        return found

    def rest(self) -> str:
        """Whatever it says until it ends."""
        found = bytearray()
        try:
            while more := os.read(self.out, 65536):
                found += more
        except OSError:  # how a terminal ends
            pass
        return self.said + found.decode("utf-8").replace("\r\n", "\n")

    def stopped(self) -> int:
        """Its exit code after Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@contextmanager
def running(*words: str, terminal: bool = False) -> Iterator[Watched]:
    """Such a process in the working folder."""
    ours, theirs = os.openpty() if terminal else os.pipe()
    call = [sys.executable, "-m", "samenwerk", "test", *words, "--lang", "nl"]
    told = {**os.environ, "TERM": "xterm", "COLUMNS": "80", "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        call, stdout=theirs, stderr=theirs, stdin=subprocess.DEVNULL, env=told
    )
    os.close(theirs)
    try:
        yield Watched(process, ours)
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def replaced(path: Path, text: str) -> None:
    """As many editors write: a new file comes in the place of the old one.

    What is written in its own place stands there by halves for as long as the system likes.
    """
    new = path.with_name(f"{path.name}~")
    new.write_text(text, encoding="utf-8")
    new.replace(path)


@pytest.fixture
def stories(folder: Path) -> Path:
    """The file with stories of the small workflow."""
    return folder / "balie" / "scenarios.toml"


def test_what_changes_is_played_again_on_a_terminal(stories: Path) -> None:
    """The screen is wiped each time; what is wrong stands there, and what is right does not."""
    text = stories.read_text(encoding="utf-8")
    with running("--watch", "balie", terminal=True) as watched:
        first = watched.until_it_waits()
        replaced(stories, text.replace('"zuid", "west"', '"zuid"'))
        second = watched.until_it_waits()
        replaced(stories, text)
        third = watched.until_it_waits()
        code = watched.stopped()
    assert [True] * 3 == ["\x1b[H\x1b[2J" in one for one in (first, second, third)]
    assert RIGHT in first
    shown = second.partition("\x1b[2J")[2]
    assert shown.startswith("balie (balie 2027.1)\n\n  FOUT   te_weinig: Te weinig steun\n")
    assert "goed" not in shown
    assert WRONG in shown
    assert "{ can = [\"zuid\", \"west\"] }," in shown
    assert RIGHT in third
    assert 0 == code


def test_without_a_terminal_nothing_is_wiped_and_the_last_answer_counts(stories: Path) -> None:
    """The exit code is 1 when something is wrong at the end."""
    text = stories.read_text(encoding="utf-8")
    with running("--watch", "balie") as watched:
        first = watched.until_it_waits()
        stories.write_text(text.replace('"zuid", "west"', '"zuid"'), encoding="utf-8")
        second = watched.until(WRONG) + watched.until_it_waits()
        code = watched.stopped()
    assert "\x1b" not in first + second
    assert (RIGHT in first, code) == (True, 1)


def test_faults_are_told_and_it_goes_on(stories: Path) -> None:
    """A text that is half written, a file that goes away and comes back, one that is replaced."""
    workflow = stories.with_name("workflow.toml")
    text, whole = stories.read_text(encoding="utf-8"), workflow.read_text(encoding="utf-8")
    with running("--watch", "balie") as watched:
        told = [watched.until_it_waits()]
        for change in (
            lambda: replaced(stories, text[: len(text) // 2]),
            lambda: replaced(stories, text),
            workflow.unlink,
            lambda: replaced(workflow, whole),
            stories.unlink,
            lambda: replaced(stories, text.replace('"zuid", "west"', '"zuid"')),
        ):
            change()
            told.append(watched.until_it_waits())
        code = watched.stopped()
    fault = "de verhalen worden pas nagespeeld als de fouten weg zijn"
    assert [True, False, True, False, True, False, False] == [RIGHT in one for one in told]
    assert fault in told[1]
    assert "balie/workflow.toml" in told[3]
    assert "er zijn geen verhalen" in told[5]
    assert (True, 1) == (WRONG in told[6], code)


def test_what_a_workflow_extends_is_watched_too(folder: Path, stories: Path) -> None:
    """A base by path, and a story in a folder that was not there at first."""
    base = folder / "balie" / "workflow.toml"
    child = folder / "regio"
    child.mkdir()
    (child / "workflow.toml").write_text(
        '[workflow]\nid = "regio"\nversion = "1"\nextends = "../balie/workflow.toml@2027.1"\n'
        'nl = "Regio"\n', encoding="utf-8",
    )  # fmt: skip
    for name in ("register.toml", "scenarios.toml"):
        (child / name).write_bytes((folder / "balie" / name).read_bytes())
    text = base.read_text(encoding="utf-8")
    with running("--watch", "regio") as watched:
        first = watched.until_it_waits()
        replaced(base, text.replace('share = "2/3"', 'share = "1/3"'))
        second = watched.until_it_waits()
        replaced(base, text)
        third = watched.until_it_waits()
        (child / "scenarios").mkdir()
        more = '[scenario.nieuw]\nnl = "Nieuw"\nafter = "begin"\nstory = []\n'
        replaced(child / "scenarios" / "meer.toml", more)
        fourth = watched.until_it_waits()
        code = watched.stopped()
    assert [True, False, True] == [RIGHT in one for one in (first, second, third)]
    assert WRONG in second
    assert ("3 verhalen, 0 fout" in fourth, code) == (True, 0)


def test_only_for_people_and_alone(run: Run) -> None:
    """Not as data, and not with what is about one time."""
    refused: list[Callable[[], object]] = [
        lambda: run("test", "balie", "--watch", "--format", "json"),
        lambda: run("test", "balie", "--watch", "--keep", "k.db", "--scenario", "begin"),
        lambda: run("test", "balie", "--watch", "--mutations-at-least", "50"),
        lambda: run("test", "weg", "--watch"),
    ]
    assert [2, 2, 2, 2] == [one().code for one in refused]  # type: ignore[attr-defined]


def test_whoever_stops_weakening_gets_what_was_found(folder: Path) -> None:
    """A bar shows how far it is; it is wiped out before the answer."""
    with running("landelijk", "--mutations", terminal=True) as run:
        run.until("Afzwakken  [#")
        run.process.send_signal(signal.SIGINT)
        said = run.rest()
        code = run.process.wait(PATIENCE)
    answer = said.rpartition("\r")[2]
    assert "Gestopt voordat alles was afgezwakt. Tot zover:\n" in answer
    assert " keer een voorwaarde afgezwakt; " in answer
    assert answer.endswith(" vastleggingen.\n")
    assert 130 == code


def test_no_bar_without_a_terminal(folder: Path) -> None:
    """What goes to a file or a program is only the answer."""
    with running("balie", "--mutations") as run:
        said = run.rest()
    assert "9 keer een voorwaarde afgezwakt; 4 keer" in said
    assert ("\r" in said, "Afzwakken  [" in said) == (False, False)
