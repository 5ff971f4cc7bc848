"""Connections to a PostgreSQL database: a pool of them, and their errors made ours.

What is asked over them is `store.postgres`, the tables are `store.postgres_schema`.
"""

from __future__ import annotations

import contextlib
import logging
import os
import select
import threading
import weakref
from collections.abc import Iterator
from typing import Any, TypeAlias

import psycopg
from psycopg.conninfo import conninfo_to_dict
from psycopg_pool import ConnectionPool, PoolClosed, PoolTimeout

from samenwerk.store.contract import fault
from samenwerk.store.postgres_faults import translated, why_not_connected

Db: TypeAlias = psycopg.Connection[tuple[Any, ...]]

# A server that vanished without a word is noticed within a minute, and not after hours.
_ALIVE = {
    "keepalives_idle": 20,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 50_000,
}

_SESSION = """SELECT set_config('TimeZone', 'UTC', false),
    set_config('default_transaction_isolation', 'read committed', false),
    set_config('lock_timeout', %s, false)"""

_LIVE: weakref.WeakSet[Link] = weakref.WeakSet()
_ABANDONED: list[object] = []
"""Pools that a forked process inherited: using or closing them would harm the parent's."""

# What goes wrong is raised to whoever asked; the pool would tell it once more on the screen.
logging.getLogger("psycopg.pool").addHandler(logging.NullHandler())


class Link:
    """The connections of one store, lent one at a time to whoever asks."""

    def __init__(self, address: str, shown: str, size: int, wait: float) -> None:
        self.shown = shown
        self._address = address
        self._size = size
        self._wait = wait
        self._lock = threading.Lock()
        self._pool: ConnectionPool[Db] | None = None
        self._closed = False
        _LIVE.add(self)

    @contextlib.contextmanager
    def lent(self, writes: str | None = None) -> Iterator[Db]:
        """A connection that is ours alone meanwhile; no error of psycopg gets out.

        `writes` names what is written: when the connection is lost, nobody knows whether it was.
        Raises StoreError and Misuse.
        """
        pool = self._opened()
        db = self._taken(pool)
        try:
            with self.translating(db, writes):
                yield db
        finally:
            pool.putconn(db)

    @contextlib.contextmanager
    def translating(self, db: Db, writes: str | None = None) -> Iterator[None]:
        """Makes an error of psycopg ours."""
        try:
            yield
        except Exception as error:
            ours = translated(error, self.shown, writes, lost=db.closed)
            if isinstance(error, psycopg.OperationalError) and not error.sqlstate:
                db.close()  # nobody knows what is still under way on it
            if ours is not None:
                raise ours from error
            raise

    def connected(self) -> Db:
        """A connection of its own, outside the pool; raises StoreError with the reason."""
        try:
            db: Db = psycopg.connect(**self._options())
        except (psycopg.Error, UnicodeError) as error:
            raise why_not_connected(error, self.shown) from None
        try:
            self._prepared(db)
        except psycopg.Error as error:
            db.close()
            raise translated(error, self.shown, None) or error from error
        return db

    def close(self) -> None:
        """Let go of all connections."""
        with self._lock:
            self._closed = True
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.close()

    def forked(self) -> None:
        """Begin anew in a process that was forked: what was inherited is the parent's."""
        _ABANDONED.append(self._pool)
        self._pool = None
        self._lock = threading.Lock()

    def _opened(self) -> ConnectionPool[Db]:
        pool = self._pool
        if pool is not None:
            return pool
        with self._lock:
            if self._closed:
                raise fault("closed", self.shown)
            if self._pool is None:
                self._pool = ConnectionPool(
                    kwargs=self._options(),
                    configure=self._prepared,
                    min_size=0,
                    max_size=self._size,
                    timeout=self._wait,
                    reconnect_timeout=self._wait,
                    num_workers=1,
                    open=True,
                )
            return self._pool

    def _options(self) -> dict[str, Any]:
        """How to connect: what the address says, and what is ours where it says nothing."""
        ours = {
            "connect_timeout": max(2, round(self._wait)),
            "application_name": "samenwerk",
            **_ALIVE,
        }
        always = {"autocommit": True, "client_encoding": "utf8", "prepare_threshold": 1}
        return {**ours, **conninfo_to_dict(self._address), **always}

    def _taken(self, pool: ConnectionPool[Db]) -> Db:
        """A connection over which the server has not yet said that it goes away."""
        try:
            while True:
                db = pool.getconn()
                if not _left(db):
                    return db
                db.close()
                pool.putconn(db)
        except PoolClosed as error:
            raise fault("closed", self.shown) from error
        except PoolTimeout as error:
            self.connected().close()  # when that cannot be either, it says why
            raise fault("busy", self.shown) from error

    def _prepared(self, db: Db) -> None:
        db.execute(_SESSION, (f"{round(self._wait * 1000)}ms",))


def _left(db: Db) -> bool:
    """Whether something came in unasked: nothing does but a farewell."""
    if db.closed:
        return True
    if not _came_in(db.pgconn.socket):
        return False
    try:
        db.execute("")
    except psycopg.Error:
        return True
    return db.closed


def _came_in(socket: int) -> bool:
    """Whether there is something to read, without waiting for it."""
    if not hasattr(select, "poll"):  # on Windows, where `select` takes every number
        return bool(select.select([socket], [], [], 0)[0])
    asked = select.poll()  # `select` knows no file above the 1,024th of a process
    asked.register(socket, select.POLLIN)
    return bool(asked.poll(0))


def _after_fork() -> None:
    for link in list(_LIVE):
        link.forked()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
