"""Writing what a command makes to a file, as UTF-8 with plain line ends."""

from __future__ import annotations

from pathlib import Path

from samenwerk.cli.failing import Fail


def to_file(path: str, text: str) -> None:
    """Write a text to a file; raises Fail when that cannot be done."""
    try:
        with Path(path).open("w", encoding="utf-8", newline="\n") as file:
            file.write(text if text.endswith("\n") else text + "\n")
    except (OSError, ValueError):
        raise Fail("output.unwritable", file=path) from None
