"""The store for every day: one SQLite file that any number of threads and processes may share.

The tables are in `store.schema`, opening and errors in `store.link`.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import weakref
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from samenwerk.core.encode import columns_of, decode
from samenwerk.store.contract import Kept, check_command, check_lines, check_text, fault
from samenwerk.store.link import Link, abandon, open_link
from samenwerk.store.outbox import Posting
from samenwerk.store.sqlite_outbox import SqliteOutbox, posted_in
from samenwerk.values.errors import RecordBroken
from samenwerk.values.event import Line, SealedText

_BATCH = 500
"""So many rows are fetched at a time: no reader keeps the file busy while it thinks."""

_ROWS = """SELECT sequence, body, hash FROM event
    WHERE collaboration = ? AND sequence > ? ORDER BY sequence LIMIT ?"""
_ROWS_AS_BYTES = _ROWS.replace("body, hash", "CAST(body AS BLOB), CAST(hash AS BLOB)")
_TIP = """SELECT sequence, hash FROM event
    WHERE collaboration = ? ORDER BY sequence DESC LIMIT 1"""
_COMMAND = """SELECT command, content, verdict, first, last, head FROM command
    WHERE collaboration = ? AND command = ?"""
_ADD_EVENT = """INSERT INTO event
    (collaboration, sequence, recorded, effective, case_id, type, body, hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""
_ADD_COMMAND = """INSERT INTO command
    (collaboration, command, content, verdict, first, last, head) VALUES (?, ?, ?, ?, ?, ?, ?)"""
_ADD_SEALED = "INSERT OR IGNORE INTO sealed (sealed, salt, text) VALUES (?, ?, ?)"
# Steps from one collaboration to the next, so that it costs as many looks as there are of them.
_COLLABORATIONS = """WITH RECURSIVE each (id) AS (
        SELECT min(collaboration) FROM event
        UNION ALL
        SELECT (SELECT min(collaboration) FROM event WHERE collaboration > id)
        FROM each WHERE id IS NOT NULL
    ) SELECT id FROM each WHERE id IS NOT NULL"""


class SqliteStore(SqliteOutbox):
    """The contract of `Store` in one file.

    `durability` is "full" (what was acknowledged survives a power cut) or "normal" (it survives
    a crash of this program, but the last of it may not survive a power cut; never torn).
    With `create=False` no file is made; `wait` is how many seconds to wait for other writers.
    Raises StoreError, or StoreVersion for a file of a newer samenwerk.

    >>> store = SqliteStore("samenwerk.db")                                     # doctest: +SKIP
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        create: bool = True,
        durability: Literal["full", "normal"] = "full",
        wait: float = 5.0,
    ) -> None:
        if durability not in ("full", "normal"):
            raise ValueError(f"durability is full or normal, not {durability}")
        self.path = Path(path)
        self._durability = durability
        self._wait = wait
        self._closed = False
        self._of_thread = threading.local()
        self._links: weakref.WeakSet[Link] = weakref.WeakSet()
        self._links_lock = threading.Lock()
        self._open(create)

    def append(
        self,
        collaboration: str,
        after: int,
        lines: Sequence[Line],
        sealed: Sequence[SealedText],
        kept: Kept,
        postings: Sequence[Posting] = (),
    ) -> None:
        """As `Store.append`."""
        texts = [(one.sealed, one.salt, one.text) for one in sealed]
        check_text(collaboration, kept.command, kept.content, kept.verdict, kept.head)
        for three in texts:
            check_text(*three)
        events = [
            (collaboration, line.event.sequence, *columns_of(line.event), line.body, line.hash)
            for line in lines
        ]
        command = (kept.command, kept.content, kept.verdict, kept.first, kept.last, kept.head)
        with self._link() as db:
            db.execute("BEGIN IMMEDIATE")
            known = db.execute(_COMMAND, (collaboration, kept.command)).fetchone()
            check_command(kept, known and Kept(*known))
            tip = db.execute(_TIP, (collaboration,)).fetchone()
            check_lines(collaboration, after, lines, tip)
            db.executemany(_ADD_EVENT, events)
            if texts:
                db.executemany(_ADD_SEALED, texts)
            db.execute(_ADD_COMMAND, (collaboration, *command))
            posted_in(db, collaboration, postings)
            db.execute("COMMIT")

    def read(self, collaboration: str, after: int = 0) -> Iterator[Line]:
        """As `Store.read`."""
        for batch in self._batches(collaboration, after):
            for sequence, body, hash_ in batch:
                try:
                    event = decode(body)
                except RecordBroken as broken:
                    raise RecordBroken(
                        f"{collaboration} cannot be read at {sequence}",
                        collaboration=collaboration,
                        sequence=sequence,
                        what="chain.unreadable",
                    ) from broken
                yield Line(event, body, hash_)

    def rows(self, collaboration: str, after: int = 0) -> Iterator[tuple[int, str, str]]:
        """As `Store.rows`."""
        for batch in self._batches(collaboration, after):
            yield from batch

    def tip(self, collaboration: str) -> tuple[int, str] | None:
        """As `Store.tip`."""
        with self._link() as db:
            found: tuple[int, str] | None = db.execute(_TIP, (collaboration,)).fetchone()
            return found

    def kept(self, collaboration: str, command: str) -> Kept | None:
        """As `Store.kept`."""
        with self._link() as db:
            found = db.execute(_COMMAND, (collaboration, command)).fetchone()
            return None if found is None else Kept(*found)

    def collaborations(self) -> tuple[str, ...]:
        """As `Store.collaborations`."""
        with self._link() as db:
            return tuple(id for (id,) in db.execute(_COLLABORATIONS))

    def keep_definition(self, digest: str, effective: str, sources: Mapping[str, str]) -> None:
        """As `Store.keep_definition`."""
        check_text(digest, effective, *sources, *sources.values())
        with self._link() as db:
            known = "SELECT 1 FROM definition WHERE digest = ?"
            if db.execute(known, (digest,)).fetchone():
                return
            db.execute("BEGIN IMMEDIATE")
            if not db.execute(known, (digest,)).fetchone():
                db.execute("INSERT INTO definition VALUES (?, ?)", (digest, effective))
                db.executemany(
                    "INSERT INTO definition_source VALUES (?, ?, ?)",
                    [(digest, name, text) for name, text in sources.items()],
                )
            db.execute("COMMIT")

    def definition(self, digest: str) -> tuple[str, Mapping[str, str]] | None:
        """As `Store.definition`."""
        with self._link() as db:
            known = "SELECT effective FROM definition WHERE digest = ?"
            found = db.execute(known, (digest,)).fetchone()
            sources = "SELECT name, text FROM definition_source WHERE digest = ? ORDER BY name"
            of = dict(db.execute(sources, (digest,)))
            return None if found is None else (found[0], MappingProxyType(of))

    def unseal(self, sealed: str) -> str | None:
        """As `Store.unseal`."""
        with self._link() as db:
            found = db.execute("SELECT text FROM sealed WHERE sealed = ?", (sealed,)).fetchone()
            return None if found is None else found[0]

    def erase(self, sealed: Sequence[str]) -> int:
        """As `Store.erase`: the texts are overwritten, and the log that still held them emptied."""
        check_text(*sealed)
        with self._link() as db:
            db.execute("BEGIN IMMEDIATE")
            erased = sum(
                db.execute("DELETE FROM sealed WHERE sealed = ?", (one,)).rowcount for one in sealed
            )
            db.execute("COMMIT")
            (waits, _, _) = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if waits:
            raise fault("erase_waits", str(self.path))
        return erased

    def close(self) -> None:
        """As `Store.close`."""
        with self._links_lock:
            self._closed = True
            links = list(self._links)
        for link in links:
            link.close()

    def _batches(self, collaboration: str, after: int) -> Iterator[list[tuple[int, str, str]]]:
        while True:
            with self._link() as db:
                batch = _fetched(db, (collaboration, after, _BATCH))
            yield batch
            if len(batch) < _BATCH:
                return
            after = batch[-1][0]

    def _link(self) -> Link:
        if self._closed:
            raise fault("closed", str(self.path))
        link: Link | None = getattr(self._of_thread, "link", None)
        if link is None:
            return self._open(create=False)
        if link.pid != os.getpid():
            abandon(link)
            return self._open(create=False)
        return link

    def _open(self, create: bool) -> Link:
        link = open_link(self.path, create, self._durability, self._wait)
        self._of_thread.link = link
        with self._links_lock:
            self._links.add(link)
        return link


def _fetched(db: sqlite3.Connection, asked: tuple[str, int, int]) -> list[tuple[int, str, str]]:
    try:
        return db.execute(_ROWS, asked).fetchall()
    except sqlite3.OperationalError as error:
        if hasattr(error, "sqlite_errorcode"):
            raise
    # Some byte is no UTF-8 any more. Every row is handed on, so that it can be said which.
    return [
        (
            sequence,
            body.decode("utf-8", "surrogateescape"),
            hash_.decode("utf-8", "surrogateescape"),
        )
        for sequence, body, hash_ in db.execute(_ROWS_AS_BYTES, asked)
    ]
