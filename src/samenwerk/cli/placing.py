"""Putting a file on disk whole or not at all: written beside its place, then moved there.

Whether it may come there is for who calls this.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def placed(
    target: Path, content: bytes, mode: int, put: Callable[[str, Path], None] = os.replace
) -> None:
    """Write the content beside the target and `put` it there; raises what that does, and OSError.

    What was written beside it is gone afterwards, whatever happened.
    """
    handle, made = tempfile.mkstemp(".new", f".{target.name}.", target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(made, mode)
        put(made, target)
    finally:
        with contextlib.suppress(OSError):
            os.unlink(made)


def usual_mode() -> int:
    """The mode of a file that somebody makes with an editor."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
