"""What a person waits for at the keyboard: whole processes, from their start to their end.

Each time is the median of runs in which all take turns, after one that counts for nothing (it
fills the caches of the file system and of compiled Python).
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.precondition import TEXT
from benchmarks.turns import Taken

RUNS = 11
LINES = 300
REGISTER = """\
[register.party]
noord = { sort = "provider", nl = "Zorg Noord" }
brug = { sort = "insurer", nl = "De Brug" }
dal = { sort = "municipality", nl = "Lindedaal" }
bureau = { sort = "bureau", nl = "Bureau" }
gids = { sort = "knowledge", nl = "De Gids" }

[register]
holds = [
  { role = "chair", who = "bureau", starts = 2026-01-01 },
  { role = "supporter", who = "gids", starts = 2026-01-01 },
]
"""
BARE = ("-c", "pass")
STATUS = ("-m", "samenwerk", "status")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A definition, a register, and a definition of 300 lines."""
    made = tmp_path_factory.mktemp("process")
    (made / "workflow.toml").write_text(TEXT, encoding="utf-8")
    (made / "register.toml").write_text(REGISTER, encoding="utf-8")
    alone = made / "long"
    alone.mkdir()
    (alone / "workflow.toml").write_text(long_text(), encoding="utf-8")
    return made


def long_text() -> str:
    """The case twice more under other names, cut by comments to exactly so many lines."""
    start = TEXT.index("[lifecycle.change]")
    again = [TEXT[start:].replace("lifecycle.change", f"lifecycle.change_{n}") for n in (2, 3)]
    text = TEXT + "".join(again)
    short = LINES - text.count("\n")
    assert short >= 0
    return text + "# einde\n" * short


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """One process of this Python, in that folder."""
    return subprocess.run(
        [sys.executable, *words], cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, "SAMENWERK_LANG": "nl"},
    )  # fmt: skip


def taken(folder: Path, *commands: tuple[str, ...]) -> list[Taken]:
    """How long each command takes, in turns."""
    times: list[list[float]] = [[] for _ in commands]
    for number in range(RUNS + 1):
        for at, words in enumerate(commands):
            start = time.perf_counter()
            run(folder, *words)
            if number:
                times[at].append(time.perf_counter() - start)
    return [Taken(tuple(one)) for one in times]


@pytest.mark.parametrize(
    ("name", "code", "goal"),
    [
        ("import samenwerk, over a bare Python", "import samenwerk", 0.060),
        (
            "import all that five lines of use need, over a bare Python",
            "from samenwerk import Engine, load, open_store, render",
            None,
        ),
    ],
)
def test_import(
    folder: Path,
    note: Callable[..., None],
    missing: Callable[..., None],
    repeat: Callable[..., None],
    name: str,
    code: str,
    goal: float | None,
) -> None:
    """What importing adds to starting Python."""
    tried = run(folder, "-c", code)
    if tried.returncode != 0:
        missing(name, _last(tried), goal=goal)
    bare, whole = taken(folder, BARE, ("-c", code))
    added = [one - other for one, other in zip(whole.rounds, bare.rounds, strict=True)]
    note(name, Taken(tuple(added)), goal=goal)
    repeat(lambda: run(folder, "-c", code), 3)


def test_check(
    folder: Path,
    note: Callable[..., None],
    missing: Callable[..., None],
    repeat: Callable[..., None],
) -> None:
    """`samenwerk check` on a sound file of 300 lines."""
    words = ("-m", "samenwerk", "check", "long/workflow.toml")
    _note_process(folder, f"samenwerk check, {LINES} lines", words, 0.250, note, missing, repeat)


def test_status(
    folder: Path,
    note: Callable[..., None],
    missing: Callable[..., None],
    repeat: Callable[..., None],
) -> None:
    """`samenwerk status` on a store with one collaboration of three changes."""
    name, goal = "samenwerk status, 3 cases", 0.200
    acts = [
        ("start", "workflow.toml", "--as", "bureau"),
        ("register", "register.toml", "--as", "bureau"),
        ("do", "root", "collaboration.found", "--as", "bureau"),
        *(("do", f"change-{n}", "change.propose", "--as", "bureau") for n in range(3)),
    ]
    for act in acts:
        done = run(folder, "-m", "samenwerk", *act)
        if done.returncode != 0:
            missing(name, f"{act[0]}: {_last(done)}", goal=goal)
    _note_process(folder, name, STATUS, goal, note, missing, repeat)


def _note_process(
    folder: Path,
    name: str,
    words: tuple[str, ...],
    goal: float,
    note: Callable[..., None],
    missing: Callable[..., None],
    repeat: Callable[..., None],
) -> None:
    tried = run(folder, *words)
    if tried.returncode != 0:
        missing(name, _last(tried), goal=goal)
    bare, whole = taken(folder, BARE, words)
    note(name, whole, goal=goal)
    note("of which a bare Python", bare)
    repeat(lambda: run(folder, *words), 3)


def _last(done: subprocess.CompletedProcess[str]) -> str:
    said = (done.stdout + done.stderr).strip().splitlines()
    return said[-1][:100] if said else f"exit code {done.returncode}"
