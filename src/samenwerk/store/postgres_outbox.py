"""The outbox in PostgreSQL: a table beside the record, changed in the same transaction.

Connections and errors are `store.postgres_link`, the tables `store.postgres_schema`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from typing import Any

from samenwerk.store.contract import check_text
from samenwerk.store.outbox import Posted, Posting
from samenwerk.store.postgres_asked import PostgresAsked

_ALL = """SELECT key, collaboration, sequence, plugin, next_try, attempts, tried, owner, until,
    fault, dead FROM @.outbox"""
POST = """SELECT @.post(%s, %s::text[], %s::text[], %s::bigint[], %s::text[], %s::timestamptz[],
    %s::boolean[], %s::text[])"""
_FREE = "(owner IS NULL OR until <= %(now)s)"
# Whoever looks for work passes by what somebody else is taking at this moment; who wants that one
# waits for it.
_LEASE = f"""WITH due AS (
        SELECT key, tried AS before FROM @.outbox
        WHERE NOT dead AND next_try <= %(now)s AND {_FREE} AND plugin <> ALL (%(without)s::text[])
        ORDER BY next_try, key LIMIT %(limit)s FOR UPDATE SKIP LOCKED
    )"""
_LEASE_ONE = f"""WITH due AS (
        SELECT key, tried AS before FROM @.outbox
        WHERE key = %(only)s AND {_FREE} FOR UPDATE
    )"""
_TAKE = """, taken AS (
        UPDATE @.outbox o SET owner = %(owner)s, until = %(until)s, attempts = attempts + 1,
            tried = true
        FROM due WHERE o.key = due.key
        RETURNING o.key, o.collaboration, o.sequence, o.plugin, o.next_try, o.attempts,
            due.before, o.owner, o.until, o.fault, o.dead
    ) SELECT * FROM taken ORDER BY next_try, key"""
_BACK = """UPDATE @.outbox SET owner = NULL, until = NULL, next_try = %s, fault = %s,
    attempts = attempts - %s WHERE key = %s AND owner = %s"""


def columns_of_postings(postings: Sequence[Posting]) -> tuple[list[Any] | None, ...]:
    """Postings as the function of the database takes them: a list for each column."""
    if not postings:
        return (None,) * 7
    rows = [
        (one.change, one.key, one.sequence, one.plugin, one.at, one.tried, one.fault)
        for one in postings
    ]
    return tuple(list(column) for column in zip(*rows, strict=True))


class PostgresOutbox(PostgresAsked):
    """The contract of `Outbox`, over the connections of a store."""

    def post(self, collaboration: str, postings: Sequence[Posting]) -> None:
        """As `Outbox.post`."""
        check_text(collaboration, *(one.key for one in postings))
        with self._link.lent(collaboration) as db:
            db.execute(self._sql(POST), (collaboration, *columns_of_postings(postings)))

    def outbox(self, collaboration: str | None = None) -> tuple[Posted, ...]:
        """As `Outbox.outbox`."""
        where = "" if collaboration is None else " WHERE collaboration = %s"
        asked = () if collaboration is None else (collaboration,)
        rows = self._asked(f"{_ALL}{where} ORDER BY next_try, key", *asked)
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
        asked = {
            "owner": owner, "now": now, "until": until, "limit": limit, "only": only,
            "without": list(without),
        }  # fmt: skip
        with self._link.lent(owner) as db:
            sql = (_LEASE if only is None else _LEASE_ONE) + _TAKE
            rows = db.execute(self._sql(sql), asked).fetchall()
        return tuple(_read(row) for row in rows)

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
        with self._link.lent(key) as db:
            told = (next_try, fault, int(not counted), key, owner)
            return db.execute(self._sql(_BACK), told).rowcount > 0


def _read(row: tuple[Any, ...]) -> Posted:
    key, collaboration, sequence, plugin, next_try, attempts, tried, owner, until, fault, dead = row
    return Posted(
        key, collaboration, sequence, plugin, next_try.astimezone(UTC), attempts, tried, owner,
        None if until is None else until.astimezone(UTC), fault, dead,
    )  # fmt: skip
