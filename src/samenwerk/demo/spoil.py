"""Spoiling a record in a copy of its store, to show that it is found."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


def copy_store(store: Path, copy: Path) -> None:
    """A whole copy of a store, made while it may be in use."""
    with closing(sqlite3.connect(store)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)


def change_character(copy: Path, collaboration: str) -> tuple[int, str, str]:
    """Change one letter of the latest position in the record.

    Gives the sequence, and the piece of text before and after.
    """
    before, after = '"position":"for"', '"position":"fOr"'
    with closing(sqlite3.connect(copy)) as file, file:
        found = file.execute(
            "SELECT sequence, body FROM event WHERE collaboration = ? AND body LIKE ?"
            " ORDER BY sequence DESC LIMIT 1",
            (collaboration, f"%{before}%"),
        ).fetchone()
        changed = found[1].replace(before, after)
        file.execute(
            "UPDATE event SET body = ? WHERE collaboration = ? AND sequence = ?",
            (changed, collaboration, found[0]),
        )
    return found[0], before, after


def cut_last(copy: Path, collaboration: str) -> int:
    """Take the last row of a record away; gives its sequence."""
    with closing(sqlite3.connect(copy)) as file, file:
        (last,) = file.execute(
            "SELECT max(sequence) FROM event WHERE collaboration = ?", (collaboration,)
        ).fetchone()
        file.execute(
            "DELETE FROM event WHERE collaboration = ? AND sequence = ?", (collaboration, last)
        )
    return int(last)
