"""Putting a changed text in the place of a file, whole or not at all.

What the change is, is for others; a file that is only made is `output`.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from samenwerk.cli.failing import Fail
from samenwerk.cli.placing import placed

MARK = b"\xef\xbb\xbf"
"""What some editors put before a text to say that it is UTF-8; it is no part of it."""


def rewrite(path: Path, before: bytes, after: bytes) -> None:
    """Replace the bytes of a file that are `before` by `after`, in one go, with the same mode.

    A link stays a link: what it points to is rewritten. Whoever reads the file sees all of the
    old or all of the new, also when we are stopped halfway. Raises Fail when the file may not be
    written, or holds something else than `before` by now.
    """
    name = path.as_posix()
    try:
        target, mode = target_of(path)

        def put(made: str, there: Path) -> None:
            if there.read_bytes() != before:
                raise Fail("rewrite.changed", file=name)
            os.replace(made, there)

        placed(target, after, mode, put)
    except (OSError, ValueError):
        raise Fail("output.unwritable", file=name) from None


def target_of(path: Path) -> tuple[Path, int]:
    """The file that is meant, behind any link, with its mode; raises Fail where it may not change.

    Raises OSError when it is not there.
    """
    target = path.resolve(strict=True)
    mode = stat.S_IMODE(target.stat().st_mode)
    if not mode & 0o222 or not os.access(target, os.W_OK):
        raise Fail("rewrite.read_only", file=path.as_posix())
    return target, mode
