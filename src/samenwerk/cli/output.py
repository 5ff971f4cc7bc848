"""Writing what a command makes to a file, as UTF-8 with plain line ends.

A file that somebody wrote herself is changed by `rewriting`, and never replaced from here.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from samenwerk.cli.failing import Fail
from samenwerk.scenarios.folder import FILE, REGISTER, SCENARIOS

_STORE = b"SQLite format 3\0"


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


def _is_kept(path: Path) -> bool:
    if not path.is_file():
        return False
    if path.name in (FILE, REGISTER, SCENARIOS):
        return path.stat().st_size > 0
    with contextlib.suppress(OSError), path.open("rb") as file:
        return file.read(len(_STORE)) == _STORE
    return False
