"""Whole processes, as a person starts them: what they are asked in, and how long each takes.

Python keeps what it has compiled beside its sources, so that only a first start compiles. These
processes keep it too, also where the environment says not to: in the folder they are started in.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.precondition import TEXT
from benchmarks.turns import Taken

RUNS = 11
LINES = 300
HOUSE = ("-m", "samenwerk")
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
CHECK = ("check", "long/workflow.toml")
STATUS = ("status",)
ACTS = (
    ("start", "workflow.toml"),
    ("register", "register.toml"),
    ("do", "root", "collaboration.found", "--as", "bureau"),
    *(("do", f"change-{n}", "change.propose", "--as", "bureau") for n in range(3)),
)
"""What makes a store with one collaboration of three changes."""


def written(folder: Path) -> Path:
    """The folder with a definition, a register, and in `long` a definition of 300 lines."""
    (folder / "workflow.toml").write_text(TEXT, encoding="utf-8")
    (folder / "register.toml").write_text(REGISTER, encoding="utf-8")
    (folder / "long").mkdir()
    (folder / "long" / "workflow.toml").write_text(long_text(), encoding="utf-8")
    return folder


def long_text() -> str:
    """The case twice more under other names, cut by comments to exactly so many lines."""
    start = TEXT.index("[lifecycle.change]")
    again = [TEXT[start:].replace("lifecycle.change", f"lifecycle.change_{n}") for n in (2, 3)]
    text = TEXT + "".join(again)
    short = LINES - text.count("\n")
    assert short >= 0
    return text + "# einde\n" * short


def acted(folder: Path) -> str:
    """Do the acts in that folder; says what was in the way of one, and nothing when all went in."""
    for act in ACTS:
        done = run(folder, *HOUSE, *act)
        if done.returncode != 0:
            return f"{act[0]}: {last_said(done)}"
    return ""


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """One process of this Python, in that folder."""
    kept = {one: value for one, value in os.environ.items() if one != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run(
        [sys.executable, *words], cwd=folder, capture_output=True, text=True, check=False,
        env={**kept, "PYTHONPYCACHEPREFIX": str(folder / "bytecode"), "SAMENWERK_LANG": "nl"},
    )  # fmt: skip


def taken(folder: Path, *commands: tuple[str, ...]) -> list[Taken]:
    """How long each command takes, in turns, after one turn that compiles and is not counted."""
    times: list[list[float]] = [[] for _ in commands]
    for number in range(RUNS + 1):
        for at, words in enumerate(commands):
            start = time.perf_counter()
            run(folder, *words)
            if number:
                times[at].append(time.perf_counter() - start)
    return [Taken(tuple(one)) for one in times]


def last_said(done: subprocess.CompletedProcess[str]) -> str:
    """The last line that a process printed."""
    said = (done.stdout + done.stderr).strip().splitlines()
    return said[-1].strip()[:100] if said else f"exit code {done.returncode}"
