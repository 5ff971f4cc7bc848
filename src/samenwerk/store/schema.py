"""The tables of a SQLite store, and how an older file is raised to them.

Rows are plain on purpose: `docs/record.md` tells how to read them without this program. Who
opens the file and asks it things is `store.link` and `store.sqlite`.
"""

from __future__ import annotations

import functools
import sqlite3
from collections.abc import Callable, Mapping

from samenwerk.store.contract import fault
from samenwerk.values.errors import StoreVersion

APPLICATION = 0x53414D57
"""The mark in the header of the file that says whose it is: SAMW in ASCII."""

FIRST = (
    # `place` is the order in which lines came in over all collaborations. What stands in
    # `recorded` to `type` is also in `body`: it is there for a reader, and never read back.
    """CREATE TABLE event (
        place INTEGER PRIMARY KEY,
        collaboration TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        recorded TEXT NOT NULL,
        effective TEXT NOT NULL,
        case_id TEXT,
        type TEXT NOT NULL,
        body TEXT NOT NULL,
        hash TEXT NOT NULL,
        UNIQUE (collaboration, sequence)
    ) STRICT""",
    """CREATE TABLE command (
        collaboration TEXT NOT NULL,
        command TEXT NOT NULL,
        content TEXT NOT NULL,
        verdict TEXT NOT NULL,
        first INTEGER NOT NULL,
        last INTEGER NOT NULL,
        head TEXT NOT NULL,
        PRIMARY KEY (collaboration, command)
    ) STRICT, WITHOUT ROWID""",
    # Numbered, so that a text is written at the end and never moved: moving leaves copies.
    """CREATE TABLE sealed (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        sealed TEXT NOT NULL UNIQUE,
        salt TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE definition (
        digest TEXT PRIMARY KEY,
        effective TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE definition_source (
        digest TEXT NOT NULL REFERENCES definition,
        name TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (digest, name)
    ) STRICT""",
)


SECOND = (
    # Work that is still to be done, made of the record and made anew from it when it is lost.
    """CREATE TABLE outbox (
        key TEXT PRIMARY KEY,
        collaboration TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        plugin TEXT NOT NULL,
        next_try TEXT NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0,
        tried INTEGER NOT NULL DEFAULT 0,
        owner TEXT,
        until TEXT,
        fault TEXT,
        dead INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX outbox_next ON outbox (dead, next_try, key)",
)

THIRD = (
    # A collaboration as it stood after a line: spares reading the lines before it.
    """CREATE TABLE snapshot (
        collaboration TEXT PRIMARY KEY,
        sequence INTEGER NOT NULL,
        head TEXT NOT NULL,
        shape INTEGER NOT NULL,
        body TEXT NOT NULL,
        digest TEXT NOT NULL
    ) STRICT""",
)

ATTEMPTS = (
    # What was asked and refused, where that is kept: no part of the record, and forgotten in time.
    """CREATE TABLE attempt (
        number INTEGER PRIMARY KEY,
        collaboration TEXT NOT NULL,
        actor TEXT NOT NULL,
        day TEXT NOT NULL,
        key TEXT NOT NULL,
        body TEXT NOT NULL,
        first TEXT NOT NULL,
        last TEXT NOT NULL,
        times INTEGER NOT NULL,
        UNIQUE (collaboration, actor, day, key)
    ) STRICT""",
)

LISTS = (
    # What waits in each collaboration, as it was last worked out; made anew of the record.
    """CREATE TABLE upkeep (
        collaboration TEXT PRIMARY KEY,
        sequence INTEGER NOT NULL,
        head TEXT NOT NULL,
        worked TEXT,
        wakes TEXT,
        fault TEXT NOT NULL,
        owner TEXT,
        until TEXT
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE listed (
        collaboration TEXT NOT NULL,
        place INTEGER NOT NULL,
        kind TEXT NOT NULL,
        day TEXT NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (collaboration, place)
    ) STRICT""",
    # `party` is empty where everything of a kind is asked; a day that is none comes last.
    """CREATE TABLE listed_for (
        party TEXT NOT NULL,
        kind TEXT NOT NULL,
        day TEXT NOT NULL,
        collaboration TEXT NOT NULL,
        place INTEGER NOT NULL,
        PRIMARY KEY (party, kind, day, collaboration, place)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX listed_for_collaboration ON listed_for (collaboration)",
)


def _begin(connection: sqlite3.Connection) -> None:
    for statement in FIRST:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")


def _outbox(connection: sqlite3.Connection) -> None:
    for statement in SECOND:
        connection.execute(statement)


def _snapshots(connection: sqlite3.Connection) -> None:
    for statement in THIRD:
        connection.execute(statement)


def _attempts(connection: sqlite3.Connection) -> None:
    for statement in ATTEMPTS:
        connection.execute(statement)


def _lists(connection: sqlite3.Connection) -> None:
    for statement in LISTS:
        connection.execute(statement)


STEPS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    _begin, _outbox, _snapshots, _attempts, _lists,
)  # fmt: skip
"""From each version of the tables to the next: the first makes version 1 of an empty file."""


@functools.cache
def made_tables() -> Mapping[str, str]:
    """What the steps make in a file, by kind and name, each as it was said."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for step in STEPS:
            step(connection)
        return told_tables(connection)
    finally:
        connection.close()


def told_tables(connection: sqlite3.Connection) -> dict[str, str]:
    """Everything that somebody made in a file, by kind and name, each as it was said."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {
        f"{kind} {name}": " ".join(said.split())
        for kind, name, said in rows.fetchall()
        if not name.startswith("sqlite_")
    }


def standing(connection: sqlite3.Connection, path: str, known: int = len(STEPS)) -> int:
    """The version of the tables in this file; 0 when nothing is in it yet.

    Raises StoreError (`not_a_store`) for a database of somebody else, and StoreVersion for one
    that is newer than `known`.
    """
    version, application, tables = _marks(connection)
    if application != APPLICATION:
        if application or version or tables:
            raise fault("not_a_store", path, "a database of another program")
        return 0
    if version > known:
        raise StoreVersion(
            f"{path} was written by a newer samenwerk (version {version}; this one knows {known})",
            path=path,
            found=version,
            known=known,
        )
    return version


def _marks(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """Version, mark and number of tables, seen at one moment: another may be making them now."""
    alone = not connection.in_transaction
    if alone:
        connection.execute("BEGIN")
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    finally:
        if alone and connection.in_transaction:
            connection.execute("ROLLBACK")
    return version, application, tables


def raise_tables(
    connection: sqlite3.Connection,
    path: str,
    steps: tuple[Callable[[sqlite3.Connection], None], ...] = STEPS,
) -> None:
    """Bring an empty or older file to the present version, in one transaction under a lock.

    Whoever comes second finds nothing left to do. Raises as `standing`.
    """
    if standing(connection, path, len(steps)) == len(steps):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in steps[standing(connection, path, len(steps)) :]:
            step(connection)
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
