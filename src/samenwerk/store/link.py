"""One connection to a SQLite file: opened with care, used under a lock, its errors made ours.

What is asked over it is `store.sqlite`, the tables are `store.schema`.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from pathlib import Path
from types import TracebackType

from samenwerk.store.contract import fault
from samenwerk.store.schema import raise_tables, standing
from samenwerk.values.errors import Misuse, SamenwerkError

_WHAT = {
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_IOERR: "disk",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_CANTOPEN: "not_openable",
    sqlite3.SQLITE_NOTADB: "not_a_store",
}

_ABANDONED: list[Link] = []
"""Links that a forked process inherited: using or closing them would harm the parent's."""


class Link:
    """A connection as a context: inside it is ours alone, and no error of sqlite3 gets out.

    Whatever transaction is open when something goes wrong is rolled back.
    """

    __slots__ = ("__weakref__", "_connection", "_lock", "_path", "pid")

    def __init__(self, path: str, connection: sqlite3.Connection) -> None:
        self.pid = os.getpid()
        self._path = path
        self._connection = connection
        self._lock = threading.Lock()

    def __enter__(self) -> sqlite3.Connection:
        self._lock.acquire()
        return self._connection

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if error is not None:
                _roll_back(self._connection)
                ours = translated(error, self._path)
                if ours is not None:
                    raise ours from error
        finally:
            self._lock.release()

    def close(self) -> None:
        """Let go of the file; a link of the process that this one was forked from is left be."""
        if self.pid == os.getpid():
            with self._lock:
                self._connection.close()

    def __del__(self) -> None:
        # A thread that ended took its link along; nobody else can use it any more.
        if self.pid == os.getpid():
            self._connection.close()


def abandon(link: Link) -> None:
    """Keep a link that was inherited by forking from ever being used or closed."""
    _ABANDONED.append(link)


def open_link(path: Path, create: bool, durability: str, wait: float) -> Link:
    """A new link to a file with the present tables, made or raised when they are not.

    Raises StoreError or StoreVersion; a file that is refused is left exactly as it was.
    """
    shown = str(path)
    if not path.parent.is_dir():
        raise fault("no_folder", shown)
    if not create and not path.exists():
        raise fault("missing", shown)
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}",
            timeout=wait,
            isolation_level=None,
            check_same_thread=False,
            uri=True,
        )
    except (sqlite3.Error, ValueError) as error:
        raise translated(error, shown) or fault("not_openable", shown, str(error)) from error
    link = Link(shown, connection)
    try:
        with link:
            if not standing(connection, shown) and not create:
                raise fault("empty", shown)
            connection.execute(f"PRAGMA synchronous = {durability}")
            connection.execute("PRAGMA secure_delete = ON")
            _write_ahead(connection, wait)
            raise_tables(connection, shown)
    except SamenwerkError:
        link.close()
        raise
    return link


def translated(error: BaseException, path: str) -> SamenwerkError | None:
    """Our error for one of sqlite3, or None for one that is no concern of the store."""
    if isinstance(error, UnicodeEncodeError | OverflowError):
        return Misuse("no file can hold this text or number", what="text")
    if not isinstance(error, sqlite3.Error):
        return None
    if isinstance(error, sqlite3.ProgrammingError):
        # A thread that was at work while another one closed the store.
        return fault("closed" if "closed" in str(error) else "failed", path, str(error))
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return fault("damaged", path, str(error))
    return fault(_WHAT.get(code & 0xFF, "failed"), path, str(error))


def _write_ahead(connection: sqlite3.Connection, wait: float) -> None:
    """Switch to the write-ahead log; SQLite itself does not wait when two do so at once."""
    until = time.monotonic() + wait
    while True:
        try:
            if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
                connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.005)


def _roll_back(connection: sqlite3.Connection) -> None:
    try:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    except sqlite3.Error:
        # The error that brought us here says more than this one.
        pass
