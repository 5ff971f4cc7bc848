"""Writing what a command makes to a file, as UTF-8 with plain line ends.

A file that somebody wrote herself is changed by `rewriting`, and never replaced from here.
"""

from __future__ import annotations

import os
from pathlib import Path

from samenwerk.cli.failing import Fail
from samenwerk.cli.placing import placed, usual_mode
from samenwerk.cli.stores import is_store_file
from samenwerk.scenarios.folder import FILE, REGISTER, SCENARIOS

_BESIDE = ("-wal", "-shm", "-journal")
"""How the files end that SQLite keeps beside a store: what was recorded last can be in them."""


def to_file(path: str, text: str) -> None:
    """Write a text to a file; raises Fail when that cannot be done.

    A store, and what is called as a file of a workflow, is not replaced when it is there.
    """
    try:
        target = Path(path)
        if _is_kept(target):
            raise Fail("output.kept", file=path)
        with target.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text if text.endswith("\n") else text + "\n")
    except (OSError, ValueError):
        raise Fail("output.unwritable", file=path) from None


def new_file(path: str, content: bytes, force: bool = False) -> None:
    """Write a file that is not there yet, whole or not at all; raises Fail when that cannot be.

    With `force` one that is there is replaced, but never a store or a file of a workflow.
    """
    target = Path(path)
    try:
        if _is_kept(target):
            raise Fail("output.kept", file=path)
        if target.exists() and not force:
            raise Fail("output.there", file=path)
        if target.exists() and not target.is_file():
            raise Fail("output.unwritable", file=path)  # a device or a pipe is no file to replace
        mode = target.stat().st_mode & 0o777 if target.is_file() else usual_mode()
        if force:
            placed(target.resolve() if target.exists() else target, content, mode)
        else:  # a link fails where somebody was first, a replacement would not
            placed(target, content, mode, os.link)
    except FileExistsError:
        raise Fail("output.there", file=path) from None
    except (OSError, ValueError):
        raise Fail("output.unwritable", file=path) from None


def check_kept(path: str) -> None:
    """Raise Fail when a store, or a file of a workflow, stands at this path."""
    try:
        if _is_kept(Path(path)):
            raise Fail("output.kept", file=path)
    except (OSError, ValueError):
        raise Fail("output.unwritable", file=path) from None


def _is_kept(path: Path) -> bool:
    for end in _BESIDE:
        store = path.name.removesuffix(end)
        if store not in ("", path.name) and _is_kept(path.with_name(store)):
            return True
    if not path.is_file():
        return False
    if path.name in (FILE, REGISTER, SCENARIOS):
        return path.stat().st_size > 0
    return is_store_file(path)
