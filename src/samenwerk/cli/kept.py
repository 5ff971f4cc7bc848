"""Keeping a played story in a store, for `samenwerk test --keep`.

How its acts are recorded is `scenarios.keep`.
"""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from samenwerk.cli.door import Door
from samenwerk.cli.failing import Fail

if TYPE_CHECKING:
    from samenwerk.scenarios.folder import Folder
    from samenwerk.scenarios.play import Player


def may_keep(file: str, workflows: int, scenarios: Sequence[str]) -> None:
    """Raise Fail unless one story is played, and the file is a new one in a folder there is."""
    if workflows != 1 or len(scenarios) != 1:
        raise Fail("keep.one")
    path = Path(file)
    try:
        there = path.exists() or path.is_symlink()
        folder = path.absolute().parent.is_dir()
    except (OSError, ValueError) as fault:  # no name that a file can have
        raise Fail("output.unwritable", file=file) from fault
    if there:
        raise Fail("keep.exists", file=file)
    if not folder:
        raise Fail("keep.no_folder", file=file)


def kept(player: Player, scenario: str, folder: Folder, file: str) -> str:
    """Put a story that went as it says in a new store; gives the head of its record.

    Nothing is left behind when that fails. Raises Fail, StoreError and PluginError.
    """
    from samenwerk.scenarios.keep import keep
    from samenwerk.store.sqlite import SqliteStore
    from samenwerk.values.errors import StoreError

    assert folder.workflow is not None
    try:
        # a rehearsal can be played again: it need not survive a power cut
        store = SqliteStore(file, durability="normal")
    except StoreError as fault:
        raise Fail("output.unwritable", file=file) from fault
    done = False
    try:
        head = keep(player.line(scenario), store, folder.workflow.name).collaboration.head
        done = True
    finally:
        store.close()
        if not done:
            Path(file).unlink(missing_ok=True)
    return head


def told(door: Door, file: str, head: str | None) -> str:
    """What is said of it: where it is and what to ask there, or why there is nothing."""
    from samenwerk.language.layout import wrap

    if head is None:
        return door.words("keep.not")
    rows = wrap(door.words("keep.done", file=file), door.width, paths=True)
    # a command stays on one line, so that it can be copied
    asked = f"  samenwerk status --store {shlex.quote(file)}"
    return "\n".join([*rows, asked, door.words("act.head", head=head)])
