"""What a person waits for at the keyboard: whole processes, from their start to their end.

Each time is the median of runs in which all take turns, after one that counts for nothing (it
fills the caches of the file system and of compiled Python).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.processes import (
    CHECK,
    HOUSE,
    LINES,
    STATUS,
    acted,
    last_said,
    run,
    taken,
    written,
)
from benchmarks.turns import Taken

BARE = ("-c", "pass")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which all of these can be asked."""
    return written(tmp_path_factory.mktemp("process"))


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
        missing(name, last_said(tried), goal=goal)
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
    name, words = f"samenwerk check, {LINES} lines", (*HOUSE, *CHECK)
    _note_process(folder, name, words, 0.250, note, missing, repeat)


def test_status(
    folder: Path,
    note: Callable[..., None],
    missing: Callable[..., None],
    repeat: Callable[..., None],
) -> None:
    """`samenwerk status` on a store with one collaboration of three changes."""
    name, goal = "samenwerk status, 3 cases", 0.200
    in_the_way = acted(folder)
    if in_the_way:
        missing(name, in_the_way, goal=goal)
    _note_process(folder, name, (*HOUSE, *STATUS), goal, note, missing, repeat)


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
        missing(name, last_said(tried), goal=goal)
    bare, whole = taken(folder, BARE, words)
    note(name, whole, goal=goal)
    note("of which a bare Python", bare)
    repeat(lambda: run(folder, *words), 3)
