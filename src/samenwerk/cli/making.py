"""Putting what was made on disk: a folder that comes there whole and right, or not at all.

What stands in the files is `authoring`.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Mapping
from pathlib import Path

from samenwerk.authoring.judging import Judged, judged
from samenwerk.cli.failing import Fail
from samenwerk.scenarios.folder import FILE


def make_folder(target: Path, files: Mapping[str, str]) -> Judged:
    """Make a folder with these files beside where we stand, and say what came of judging it.

    It is written elsewhere first and gets its name when it is right: `right` of the answer says
    so. Raises Fail when it cannot be written, or is there.
    """
    beside = target.with_name(f".{target.name}.new")
    if is_there(target):
        raise Fail("new.exists", name=target.as_posix())
    try:
        beside.mkdir()
    except OSError:
        raise Fail("new.unwritable", folder=target.absolute().parent.as_posix()) from None
    try:
        for name, text in files.items():
            write(beside / name, text)
        found = judged(beside / FILE)
        if found.right:
            beside.rename(target)
        return found
    except OSError:
        raise Fail("new.unwritable", folder=target.absolute().parent.as_posix()) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def is_there(path: Path) -> bool:
    """Whether something has this name, also where capitals make no difference elsewhere."""
    with contextlib.suppress(OSError):
        there = {one.name.casefold() for one in path.absolute().parent.iterdir()}
        return path.name.casefold() in there
    return False


def write(path: Path, text: str) -> None:
    """Write a text as UTF-8 with plain line ends; raises OSError."""
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
