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
from samenwerk.store.schema import STEPS, raise_tables, standing
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

Stood = tuple[int, int, int, int]
"""How a file stood: its device, its number there, when it was last written, and its size."""

_ABANDONED: list[Link] = []
"""Links that a forked process inherited: using or closing them would harm the parent's."""


class Link:
    """A connection as a context: inside it is ours alone, and no error of sqlite3 gets out.

    Whatever transaction is open when something goes wrong is rolled back. A file that is no longer
    at its place is not used: what is written there nobody finds again. `still` is how a file stood
    that SQLite reads as one that never changes: what is read of it while it does is not given.
    """

    __slots__ = ("__weakref__", "_connection", "_file", "_lock", "_path", "_still", "pid")

    def __init__(
        self, path: str, connection: sqlite3.Connection, still: Stood | None = None
    ) -> None:
        self.pid = os.getpid()
        self._still = still
        self._path = path
        self._connection = connection
        self._file = _identity(path)
        self._lock = threading.Lock()

    def __enter__(self) -> sqlite3.Connection:
        self._lock.acquire()
        if _identity(self._path) != self._file:
            self._lock.release()
            raise fault("moved", self._path)
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
            if self.outdated and (error is None or isinstance(error, sqlite3.Error)):
                raise fault("changed", self._path) from error
            if error is not None:
                ours = translated(error, self._path)
                if ours is not None:
                    raise ours from error
        finally:
            self._lock.release()

    @property
    def outdated(self) -> bool:
        """Whether this reads a file as one that never changes, and it did."""
        if self._still is None or _identity(self._path) != self._file:
            return False
        return self._still != stood(self._path)

    def close(self) -> None:
        """Let go of the file; a link of the process that this one was forked from is left be."""
        if self.pid == os.getpid():
            with self._lock:
                self._connection.close()

    def __del__(self) -> None:
        # A thread that ended took its link along; nobody else can use it any more.
        if self.pid == os.getpid():
            self._connection.close()


def _identity(path: str) -> tuple[int, int] | None:
    """Which file is at this place now; None when there is none, or none that may be seen."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def stood(path: str) -> Stood | None:
    """How a file stands now, that tells whether somebody wrote in it since; None when something
    that was written is not in the file itself yet, but beside it."""
    real = os.path.realpath(path)
    try:
        found = os.stat(real)
    except OSError:
        return None
    for end in ("-wal", "-journal"):
        try:
            if os.stat(real + end).st_size:
                return None
        except FileNotFoundError:
            continue
        except OSError:
            return None
    return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size


def _may_write(path: Path) -> bool:
    """Whether this user may write in a file, and beside it: what another has open may be there."""
    real = os.path.realpath(path)
    beside = [os.path.dirname(real)], [f"{real}-wal", f"{real}-shm"]
    return os.access(real, os.W_OK) and any(
        all(os.access(one, os.W_OK) for one in each) for each in beside
    )


def abandon(link: Link) -> None:
    """Keep a link that was inherited by forking from ever being used or closed."""
    _ABANDONED.append(link)


def open_link(path: Path, create: bool, durability: str, wait: float) -> Link:
    """A new link to a file with the present tables, made or raised when they are not.

    A file that may not be written, or nothing beside it, is only read. Raises StoreError or
    StoreVersion; a file that is refused is left exactly as it was.
    """
    shown = str(path)
    if not os.path.isdir(path.parent):  # never raises, whatever the path is
        raise fault("no_folder", shown)
    if not create and not os.path.exists(path):
        raise fault("missing", shown)
    if os.path.isfile(path) and not _may_write(path):
        return _reading(path, wait)
    connection = _connected(path, "rwc" if create else "rw", wait)
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


def _connected(path: Path, mode: str, wait: float) -> sqlite3.Connection:
    shown = str(path)
    try:
        return sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            timeout=wait,
            isolation_level=None,
            check_same_thread=False,
            uri=True,
        )
    except (sqlite3.Error, ValueError) as error:
        raise translated(error, shown) or fault("not_openable", shown, str(error)) from error


def _reading(path: Path, wait: float) -> Link:
    """A new link to a file that is only read, and beside which nothing has to be written.

    SQLite then believes that it never changes and overlooks what stands beside it: so only where
    nothing does. Else it reads that along when it can; when it cannot, the store is refused.
    """
    shown = str(path)
    still = stood(shown)
    connection = _connected(path, "ro" if still is None else "ro&immutable=1", wait)
    link = Link(shown, connection, still)
    try:
        with link:
            version = standing(connection, shown)
            if not version:
                raise fault("empty", shown)
            if version < len(STEPS):
                raise fault("older", shown)
    except SamenwerkError as refused:
        link.close()
        what = refused.params.get("what")
        if still is None and what in ("not_openable", "read_only", "disk"):
            raise fault("beside", shown) from refused
        raise
    return link


def translated(error: BaseException, path: str) -> SamenwerkError | None:
    """Our error for one of sqlite3, or None for one that is no concern of the store."""
    if isinstance(error, UnicodeEncodeError | OverflowError):
        return Misuse("no file can hold this text or number", what="text")
    if isinstance(error, UnicodeDecodeError):  # also what SQLite says of it quotes the bytes
        return fault("damaged", path, "a text that is none")
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
