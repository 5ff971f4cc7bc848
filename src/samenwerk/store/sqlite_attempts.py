"""Refused attempts in a SQLite file: a table of its own, that nothing else looks at.

Opening and errors are `store.link`, the tables `store.schema`.
"""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

from samenwerk.store.attempts import MOST
from samenwerk.store.contract import check_text
from samenwerk.store.sqlite_outbox import SqliteOutbox
from samenwerk.values.attempt import Attempt

_AGAIN = """UPDATE attempt SET times = times + ?, last = max(last, ?)
    WHERE collaboration = ? AND actor = ? AND day = ? AND key = ?"""
_KEPT = """SELECT count(*) FROM attempt
    WHERE collaboration = ? AND actor = ? AND day = ? AND key <> ''"""
_ADD = """INSERT INTO attempt (collaboration, actor, day, key, body, first, last, times)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""
_ALL = "SELECT collaboration, actor, key, body, first, last, times FROM attempt"


class SqliteAttempts(SqliteOutbox):
    """The contract of `Attempts`, for a store that gives a link to its file."""

    def keep_attempt(self, attempt: Attempt, most: int = MOST) -> None:
        """As `Attempts.keep_attempt`."""
        check_text(attempt.collaboration, attempt.actor, attempt.key, attempt.body)
        with self._link() as db:
            db.execute("BEGIN IMMEDIATE")
            if not _counted(db, attempt):
                kept = db.execute(_KEPT, _place(attempt)[:3]).fetchone()[0]
                one = attempt if kept < most else attempt.many
                if one is attempt or not _counted(db, one):
                    spelled = (_spelled(one.first), _spelled(one.last), one.times)
                    db.execute(_ADD, (*_place(one), one.body, *spelled))
            db.execute("COMMIT")

    def attempts(self, collaboration: str | None = None) -> tuple[Attempt, ...]:
        """As `Attempts.attempts`."""
        where = "" if collaboration is None else " WHERE collaboration = ?"
        asked = () if collaboration is None else (collaboration,)
        with self._link() as db:
            rows = db.execute(f"{_ALL}{where} ORDER BY number", asked).fetchall()
            return tuple(_read(row) for row in rows)

    def forget_attempts(self, before: datetime, collaboration: str | None = None) -> int:
        """As `Attempts.forget_attempts`: the rows are overwritten, as texts are that are erased."""
        where = "last < ?" + ("" if collaboration is None else " AND collaboration = ?")
        asked = (_spelled(before), *(() if collaboration is None else (collaboration,)))
        with self._link() as db:
            db.execute("BEGIN IMMEDIATE")
            gone = db.execute(f"DELETE FROM attempt WHERE {where}", asked).rowcount
            db.execute("COMMIT")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return gone


def _counted(db: sqlite3.Connection, attempt: Attempt) -> bool:
    """Whether one alike was there, which then stands for this one too."""
    told = (attempt.times, _spelled(attempt.last), *_place(attempt))
    return db.execute(_AGAIN, told).rowcount > 0


def _place(attempt: Attempt) -> tuple[str, str, str, str]:
    return attempt.collaboration, attempt.actor, attempt.day.isoformat(), attempt.key


def _spelled(moment: datetime) -> str:
    """A moment as a text that is in order by alphabet."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _read(row: tuple[str, str, str, str, str, str, int]) -> Attempt:
    collaboration, actor, key, body, first, last, times = row
    try:
        moments = [datetime.fromisoformat(one).astimezone(UTC) for one in (first, last)]
    except (ValueError, OverflowError) as error:
        raise sqlite3.DatabaseError(f"attempt: {error}") from None
    return Attempt(collaboration=collaboration, actor=actor, key=key, body=body,
                   first=moments[0], last=moments[1], times=times)  # fmt: skip
