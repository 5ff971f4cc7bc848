"""Playing stories again whenever a file of their workflow changes: `samenwerk test --watch`.

Which files these are and when they are whole is `changes`; what is shown comes from `stories`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from samenwerk.cli.changes import Files, sources_of, wait
from samenwerk.cli.door import FINE, FOUND, Door
from samenwerk.cli.failing import Fail, failed
from samenwerk.cli.playing import Asked, Tested, must_be_known, play_folder, seldom_collected

if TYPE_CHECKING:
    from samenwerk.scenarios.folder import Folder

_CLEAR = "\x1b[H\x1b[2J"


def watch(door: Door, files: Sequence[Path], asked: Asked) -> int:
    """Play, show, and wait for a change, until Ctrl-C; 1 when something is wrong at the end.

    Only what is for people can be watched: raises Fail for another format.
    """
    if door.format != "text":
        raise Fail("watch.text")
    code, rounds = FINE, {file: _Round(file) for file in files}
    try:
        while True:
            _play(door, list(rounds.values()), asked)
            # told before it is shown: who stops now has seen this one
            code = FINE if all(one.passed for one in rounds.values()) else FOUND
            _show(door, list(rounds.values()), asked)
            if any(one.stopped for one in rounds.values()):
                return code
            wait([one.files for one in rounds.values() if one.files is not None])
    except KeyboardInterrupt:
        sys.stdout.write("\n")
        return code


@attrs.define(eq=False)
class _Round:
    """One workflow with what came of it the last time; without `files` it must be played."""

    path: Path
    files: Files | None = None
    tested: Tested | None = None
    fault: Exception | None = None

    @property
    def passed(self) -> bool:
        """Whether it could be played, and went as its stories say."""
        return self.tested is not None and self.tested.passed

    @property
    def stopped(self) -> bool:
        """Whether weakening its conditions was stopped."""
        noticed = None if self.tested is None else self.tested.noticed
        return noticed is not None and not noticed.whole


def _play(door: Door, rounds: list[_Round], asked: Asked) -> None:
    """Whatever changed, again."""
    for one in rounds:
        if one.files is None or one.files.changed:
            _again(door, one, asked, len(rounds) == 1)


def _show(door: Door, rounds: list[_Round], asked: Asked) -> None:
    from samenwerk.cli.stories import wrong_text

    if _can_clear():
        sys.stdout.write(_CLEAR)
        sys.stdout.flush()
    found = [one.tested for one in rounds if one.tested is not None]
    for one in rounds:
        if one.fault is not None:
            failed(one.fault, door)
    spoken = door if not found else door.with_workflow(found[0].folder.workflow)
    clock = datetime.now().strftime("%H:%M:%S")
    told = [wrong_text(door, found, asked)] if found else []
    told.append(spoken.words("watch.waiting", time=clock))
    sys.stdout.write("\n\n".join(told) + "\n")
    sys.stdout.flush()


def _again(door: Door, one: _Round, asked: Asked, alone: bool) -> None:
    """Read and play one workflow (`alone`: the only one); what goes wrong is kept to be shown."""
    from samenwerk.scenarios.folder import read_folder

    known = () if one.files is None else one.files.paths
    one.files = Files(one.path.parent, known)
    before, one.tested, one.fault = one.tested, None, None
    folder: Folder | None = None
    try:
        folder = read_folder(one.path)
        if alone:
            must_be_known(asked.scenarios, [folder])
        with seldom_collected():
            one.tested = play_folder(door, folder, asked, before=before)
    except Exception as fault:
        one.fault = fault  # also one of ours: a text that is half written may be anything
    if folder is not None:
        one.files.add(sources_of(folder) - set(one.files.paths))


def _can_clear() -> bool:
    return sys.stdout.isatty() and os.environ.get("TERM", "") not in ("", "dumb")
