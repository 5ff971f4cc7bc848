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

from samenwerk.core.encode import columns_of
from samenwerk.store.contract import (
    Append,
    Followed,
    Kept,
    check_command,
    check_lines,
    check_text,
    check_texts,
    fault,
)
from samenwerk.store.link import Link, abandon, open_link
from samenwerk.store.outbox import Posting
from samenwerk.store.reading import read_followed, read_lines
from samenwerk.store.sqlite_attempts import SqliteAttempts
from samenwerk.store.sqlite_lists import SqliteLists
from samenwerk.store.sqlite_outbox import posted_in
from samenwerk.store.sqlite_whole import (
    ADD_COMMAND,
    ADD_DEFINITION,
    ADD_EVENT,
    ADD_SEALED,
    ADD_SOURCE,
    SqliteWhole,
)
from samenwerk.values.errors import SamenwerkError
from samenwerk.values.event import Line, SealedText

_BATCH = 500
"""So many rows are fetched at a time: no reader keeps the file busy while it thinks."""

_ROWS = """SELECT sequence, body, hash FROM event
    WHERE collaboration = ? AND sequence > ? ORDER BY sequence LIMIT ?"""
_ROWS_AS_BYTES = _ROWS.replace("body, hash", "CAST(body AS BLOB), CAST(hash AS BLOB)")
_FOLLOW = """SELECT place, collaboration, sequence, body, hash FROM event
    WHERE place > ? ORDER BY place LIMIT ?"""
_TIP = """SELECT sequence, hash FROM event
    WHERE collaboration = ? ORDER BY sequence DESC LIMIT 1"""
_COMMAND = """SELECT command, content, verdict, first, last, head FROM command
    WHERE collaboration = ? AND command = ?"""
# Steps from one collaboration to the next, so that it costs as many looks as there are of them.
_COLLABORATIONS = """WITH RECURSIVE each (id) AS (
        SELECT min(collaboration) FROM event
        UNION ALL
        SELECT (SELECT min(collaboration) FROM event WHERE collaboration > id)
        FROM each WHERE id IS NOT NULL
    ) SELECT id FROM each WHERE id IS NOT NULL"""


class SqliteStore(SqliteWhole, SqliteAttempts, SqliteLists):
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

    def __repr__(self) -> str:
        return f"SqliteStore({str(self.path)!r})"

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
        asked = Append(collaboration, after, lines, sealed, kept, postings)
        check_texts(asked)
        with self._link() as db:
            db.execute("BEGIN IMMEDIATE")
            _append(db, asked)
            db.execute("COMMIT")

    def append_all(self, appends: Sequence[Append]) -> tuple[SamenwerkError | None, ...]:
        """As `Store.append_all`."""
        with self._link() as db:
            db.execute("BEGIN IMMEDIATE")
            answers = tuple(_answer(db, one) for one in appends)
            db.execute("COMMIT")
        return answers

    def read(self, collaboration: str, after: int = 0) -> Iterator[Line]:
        """As `Store.read`."""
        for batch in self._batches(collaboration, after):
            yield from read_lines(collaboration, batch)

    def follow(self, after: int = 0, limit: int = 500) -> tuple[Followed, ...]:
        """As `Store.follow`: one writes at a time, so that places become visible in order."""
        with self._link() as db:
            return tuple(read_followed(db.execute(_FOLLOW, (after, limit)).fetchall()))

    def rows(self, collaboration: str, after: int = 0) -> Iterator[tuple[int, str, str]]:
        """As `Store.rows`."""
        for batch in self._batches(collaboration, after):
            yield from batch

    def tip(self, collaboration: str) -> tuple[int, str] | None:
        """As `Store.tip`."""
        with self._link(collaboration) as db:
            found: tuple[int, str] | None = db.execute(_TIP, (collaboration,)).fetchone()
            return found

    def kept(self, collaboration: str, command: str) -> Kept | None:
        """As `Store.kept`."""
        with self._link(collaboration, command) as db:
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
                db.execute(ADD_DEFINITION, (digest, effective))
                db.executemany(
                    ADD_SOURCE,
                    [(digest, name, text) for name, text in sources.items()],
                )
            db.execute("COMMIT")

    def definition(self, digest: str) -> tuple[str, Mapping[str, str]] | None:
        """As `Store.definition`."""
        with self._link(digest) as db:
            known = "SELECT effective FROM definition WHERE digest = ?"
            found = db.execute(known, (digest,)).fetchone()
            sources = "SELECT name, text FROM definition_source WHERE digest = ? ORDER BY name"
            of = dict(db.execute(sources, (digest,)))
            return None if found is None else (found[0], MappingProxyType(of))

    def unseal(self, sealed: str) -> str | None:
        """As `Store.unseal`."""
        with self._link(sealed) as db:
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
            with self._link(collaboration) as db:
                batch = _fetched(db, (collaboration, after, _BATCH))
            yield batch
            if len(batch) < _BATCH:
                return
            after = batch[-1][0]

    def _link(self, *texts: str) -> Link:
        if self._closed:
            raise fault("closed", str(self.path))
        check_text(*texts)
        link: Link | None = getattr(self._of_thread, "link", None)
        if link is None:
            return self._open(create=False)
        if link.pid != os.getpid():
            abandon(link)
            return self._open(create=False)
        return self._open(create=False) if link.outdated else link

    def _open(self, create: bool) -> Link:
        link = open_link(self.path, create, self._durability, self._wait)
        self._of_thread.link = link
        with self._links_lock:
            self._links.add(link)
        return link


def _answer(db: sqlite3.Connection, asked: Append) -> SamenwerkError | None:
    """What became of one of several; it changes nothing when it is refused."""
    try:
        check_texts(asked)
        _append(db, asked)
    except SamenwerkError as error:
        return error
    return None


def _append(db: sqlite3.Connection, asked: Append) -> None:
    """Add it inside the transaction that is open, or raise before anything is changed."""
    collaboration, kept = asked.collaboration, asked.kept
    known = db.execute(_COMMAND, (collaboration, kept.command)).fetchone()
    check_command(kept, known and Kept(*known))
    tip = db.execute(_TIP, (collaboration,)).fetchone()
    check_lines(collaboration, asked.after, asked.lines, tip)
    db.executemany(
        ADD_EVENT,
        [
            (collaboration, line.event.sequence, *columns_of(line.event), line.body, line.hash)
            for line in asked.lines
        ],
    )
    if asked.sealed:
        texts = [(one.sealed, one.salt, one.text) for one in asked.sealed]
        db.executemany(ADD_SEALED, texts)
    command = (kept.command, kept.content, kept.verdict, kept.first, kept.last, kept.head)
    db.execute(ADD_COMMAND, (collaboration, *command))
    posted_in(db, collaboration, asked.postings)


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
