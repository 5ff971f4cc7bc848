"""The outbox in a SQLite file: a table beside the record, changed in the same transaction.

Opening and errors are `store.link`, the tables `store.schema`.
"""

from __future__ import annotations

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence
from datetime import UTC, datetime

import attrs

from samenwerk.store.contract import check_text
from samenwerk.store.link import Link
from samenwerk.store.outbox import Posted, Posting

_ALL = """SELECT key, collaboration, sequence, plugin, next_try, attempts, tried, owner, until,
    fault, dead FROM outbox"""
_SEND = """INSERT INTO outbox (key, collaboration, sequence, plugin, next_try, tried)
    VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET next_try = excluded.next_try,
    attempts = 0, tried = max(tried, excluded.tried), owner = NULL, until = NULL, fault = NULL,
    dead = 0"""
_RESTORE = """INSERT OR IGNORE INTO outbox (key, collaboration, sequence, plugin, next_try, tried)
    VALUES (?, ?, ?, ?, ?, ?)"""
_DEAD = """INSERT INTO outbox (key, collaboration, sequence, plugin, next_try, tried, fault, dead)
    VALUES (?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT (key) DO UPDATE SET dead = 1, owner = NULL,
    until = NULL, fault = coalesce(excluded.fault, fault)"""
_DUE = "dead = 0 AND next_try <= :now AND (owner IS NULL OR until <= :now)"
_TAKE = """UPDATE outbox SET owner = ?, until = ?, attempts = attempts + 1, tried = 1
    WHERE key = ?"""
_BACK = """UPDATE outbox SET owner = NULL, until = NULL, next_try = :next, fault = :fault,
    attempts = attempts - (1 - :counted) WHERE key = :key AND owner = :owner"""


def posted_in(
    db: sqlite3.Connection, collaboration: str, postings: Sequence[Posting]
) -> None:
    """Make these changes, inside the transaction that is open."""
    for one in postings:
        if one.change == "done":
            db.execute("DELETE FROM outbox WHERE key = ?", (one.key,))
            continue
        row = (one.key, collaboration, one.sequence, one.plugin, _spelled(one.at), int(one.tried))
        if one.change == "dead":
            db.execute(_DEAD, (*row, one.fault))
        else:
            db.execute(_SEND if one.change == "send" else _RESTORE, row)


class SqliteOutbox(ABC):
    """The contract of `Outbox`, for a store that gives a link to its file."""

    @abstractmethod
    def _link(self, *texts: str) -> Link:
        """The connection of this thread; raises Misuse for a text that is none."""

    def post(self, collaboration: str, postings: Sequence[Posting]) -> None:
        """As `Outbox.post`."""
        check_text(collaboration, *(one.key for one in postings))
        with self._link() as db:
            db.execute("BEGIN IMMEDIATE")
            posted_in(db, collaboration, postings)
            db.execute("COMMIT")

    def outbox(self, collaboration: str | None = None) -> tuple[Posted, ...]:
        """As `Outbox.outbox`."""
        where = "" if collaboration is None else " WHERE collaboration = ?"
        asked = () if collaboration is None else (collaboration,)
        with self._link() as db:
            rows = db.execute(f"{_ALL}{where} ORDER BY next_try, key", asked).fetchall()
            return tuple(_read(row) for row in rows)

    def lease(
        self,
        owner: str,
        now: datetime,
        until: datetime,
        limit: int = 1,
        without: Collection[str] = (),
        only: str | None = None,
    ) -> tuple[Posted, ...]:
        """As `Outbox.lease`."""
        check_text(owner, *without, *(() if only is None else (only,)))
        asked: dict[str, object] = {"now": _spelled(now), "limit": limit}
        where = _DUE
        if only is not None:
            where, asked["key"] = "key = :key AND (owner IS NULL OR until <= :now)", only
        elif without:
            names = [f":without{number}" for number in range(len(without))]
            where += f" AND plugin NOT IN ({', '.join(names)})"
            asked |= {f"without{number}": one for number, one in enumerate(without)}
        found = f"{_ALL} WHERE {where} ORDER BY next_try, key LIMIT :limit"
        with self._link() as db:
            if not db.execute(found, asked).fetchone():
                return ()  # looking alone holds up nobody who writes
            db.execute("BEGIN IMMEDIATE")
            rows = [_read(row) for row in db.execute(found, asked).fetchall()]
            db.executemany(_TAKE, [(owner, _spelled(until), one.key) for one in rows])
            db.execute("COMMIT")
        return tuple(
            attrs.evolve(one, owner=owner, until=until, attempts=one.attempts + 1) for one in rows
        )

    def put_back(
        self,
        key: str,
        owner: str,
        next_try: datetime,
        fault: str | None = None,
        counted: bool = True,
    ) -> bool:
        """As `Outbox.put_back`."""
        check_text(key, owner, fault or "")
        told = {"next": _spelled(next_try), "fault": fault, "counted": int(counted)}
        with self._link() as db:
            db.execute("BEGIN IMMEDIATE")
            changed = db.execute(_BACK, {**told, "key": key, "owner": owner}).rowcount
            db.execute("COMMIT")
        return changed > 0


def _spelled(moment: datetime) -> str:
    """A moment as a text that is in order by alphabet."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _read(row: tuple[object, ...]) -> Posted:
    key, collaboration, sequence, plugin, next_try, attempts, tried, owner, until, fault, dead = row
    return Posted(
        str(key), str(collaboration), int(str(sequence)), str(plugin), _moment(next_try),
        int(str(attempts)), bool(tried), None if owner is None else str(owner),
        None if until is None else _moment(until), None if fault is None else str(fault),
        bool(dead),
    )  # fmt: skip


def _moment(written: object) -> datetime:
    """The moment that a row says; the link tells whose file is damaged when it is none."""
    try:
        return datetime.fromisoformat(str(written)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise sqlite3.DatabaseError(f"outbox: {error}") from None
