"""The lists over many collaborations in a SQLite file: tables beside the record.

Opening and errors are `store.link`, the tables `store.schema`, the promises `store.cache`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime

from samenwerk.store.contract import check_text
from samenwerk.store.reading import entries_of
from samenwerk.store.sqlite_cache import SqliteCache
from samenwerk.values.listed import Freshness, Listed, Listing, Lists

_NO_DAY = "~"
"""Behind every day by alphabet."""

_TABLES = ("upkeep", "listed_for", "listed")
_KEEP = """INSERT OR REPLACE INTO upkeep (collaboration, sequence, head, worked, wakes, fault)
    VALUES (?, ?, ?, ?, ?, ?)"""
_LISTED = """SELECT f.collaboration, l.kind, l.body, f.day FROM listed_for f
    JOIN listed l ON l.collaboration = f.collaboration AND l.place = f.place
    WHERE f.party = ? AND f.kind = ? ORDER BY f.day, f.collaboration, f.place LIMIT ?"""
_KEPT = """SELECT sequence, head, worked, wakes, fault FROM upkeep
    WHERE collaboration = ? AND worked IS NOT NULL"""
_ENTRIES = "SELECT place, kind, day, body FROM listed WHERE collaboration = ? ORDER BY place"
_FOR = "SELECT place, kind, day, party FROM listed_for WHERE collaboration = ?"
_ABOUT = "SELECT body FROM listed WHERE collaboration = ? AND kind = 'about' LIMIT 1"
# Steps from one collaboration to the next, each with its tip: so many looks as there are of them.
_EACH = """WITH RECURSIVE each (id) AS (
        SELECT min(collaboration) FROM event
        UNION ALL
        SELECT (SELECT min(collaboration) FROM event WHERE collaboration > id)
        FROM each WHERE id IS NOT NULL
    ), told AS (
        SELECT id, u.worked, u.owner, u.until, u.collaboration IS NULL OR u.worked IS NULL
            OR u.wakes <= :now
            OR u.sequence != (SELECT max(sequence) FROM event WHERE collaboration = id)
            OR u.head != (SELECT hash FROM event
                WHERE collaboration = id ORDER BY sequence DESC LIMIT 1) AS stale
        FROM each LEFT JOIN upkeep u ON u.collaboration = id WHERE id IS NOT NULL
    ) """
_FRESH = _EACH + """SELECT count(*), coalesce(sum(stale), 0),
    coalesce(sum(stale AND worked IS NULL), 0), min(CASE WHEN stale THEN worked END) FROM told"""
_STALE = _EACH + """SELECT id FROM told
    WHERE stale AND (until IS NULL OR until <= :now) ORDER BY id LIMIT :limit"""
_TAKE = """INSERT INTO upkeep (collaboration, sequence, head, fault, owner, until)
    VALUES (:id, 0, '', '', :owner, :until)
    ON CONFLICT (collaboration) DO UPDATE SET owner = :owner, until = :until"""


class SqliteLists(SqliteCache):
    """What `Cache` promises of lists, in a file."""

    def keep_lists(self, lists: Lists) -> None:
        """As `Cache.keep_lists`."""
        id = lists.collaboration
        texts = (text for one in lists.entries for text in (one.kind, one.body, *one.who))
        check_text(id, lists.head, lists.fault, *texts)
        wakes = None if lists.wakes is None else _spelled(lists.wakes)
        entries, each = [], []
        for place, one in enumerate(lists.entries):
            day = _NO_DAY if one.day is None else one.day.isoformat()
            entries.append((id, place, one.kind, day, one.body))
            parties = ("", *dict.fromkeys(one.who)) if one.kind != "about" else ()
            each += [(party, one.kind, day, id, place) for party in parties]
        with self._link() as db:
            db.execute("BEGIN IMMEDIATE")
            db.execute("DELETE FROM listed_for WHERE collaboration = ?", (id,))
            db.execute("DELETE FROM listed WHERE collaboration = ?", (id,))
            db.execute(_KEEP, (id, lists.sequence, lists.head, _spelled(lists.worked), wakes,
                               lists.fault))  # fmt: skip
            db.executemany("INSERT INTO listed VALUES (?, ?, ?, ?, ?)", entries)
            db.executemany("INSERT OR IGNORE INTO listed_for VALUES (?, ?, ?, ?, ?)", each)
            db.execute("COMMIT")

    def kept_lists(self, collaboration: str) -> Lists | None:
        """As `Cache.kept_lists`."""
        check_text(collaboration)
        with self._link() as db:
            db.execute("BEGIN")  # no other lists take their place halfway
            told = db.execute(_KEPT, (collaboration,)).fetchone()
            listed = db.execute(_ENTRIES, (collaboration,)).fetchall()
            concerned = db.execute(_FOR, (collaboration,)).fetchall()
            db.execute("COMMIT")
            if told is None:
                return None
            sequence, head, worked, wakes, fault = told
            entries = entries_of(listed, concerned)
            if entries is None:
                raise sqlite3.DatabaseError("listed_for: not of what is listed")
            return Lists(
                collaboration, sequence, head, _moment(worked),
                None if wakes is None else _moment(wakes), fault,
                tuple(Listing(kind, body, None if day == _NO_DAY else _day(day), who)
                      for kind, day, body, who in entries),
            )  # fmt: skip

    def drop_lists(self, collaboration: str | None = None) -> None:
        """As `Cache.drop_lists`."""
        check_text(collaboration or "")
        where = "" if collaboration is None else " WHERE collaboration = ?"
        asked = () if collaboration is None else (collaboration,)
        with self._link() as db:
            db.execute("BEGIN IMMEDIATE")
            for table in _TABLES:
                db.execute(f"DELETE FROM {table}{where}", asked)
            db.execute("COMMIT")

    def lists(
        self, kind: str, party: str | None = None, limit: int | None = None
    ) -> tuple[Listed, ...]:
        """As `Cache.lists`."""
        if party == "":
            return ()
        check_text(kind, party or "")
        with self._link() as db:
            rows = db.execute(_LISTED, (party or "", kind, -1 if limit is None else limit))
            return tuple(
                Listed(id, own, body, None if day == _NO_DAY else _day(day))
                for id, own, body, day in rows
            )

    def about(self, collaborations: Collection[str]) -> Mapping[str, str]:
        """As `Cache.about`."""
        check_text(*collaborations)
        with self._link() as db:
            found = {id: db.execute(_ABOUT, (id,)).fetchone() for id in collaborations}
        return {id: row[0] for id, row in found.items() if row is not None}

    def freshness(self, now: datetime) -> Freshness:
        """As `Cache.freshness`."""
        with self._link() as db:
            count, stale, never, since = db.execute(_FRESH, {"now": _spelled(now)}).fetchone()
            faults = db.execute(
                "SELECT collaboration, fault FROM upkeep WHERE fault != '' ORDER BY collaboration"
            ).fetchall()
            return Freshness(
                count, stale, never, None if since is None else _moment(since), tuple(faults)
            )

    def stale(self, now: datetime, limit: int | None = None) -> tuple[str, ...]:
        """As `Cache.stale`."""
        with self._link() as db:
            return _free(db, now, limit)

    def take_stale(
        self, owner: str, now: datetime, until: datetime, limit: int = 1
    ) -> tuple[str, ...]:
        """As `Cache.take_stale`."""
        check_text(owner)
        with self._link() as db:
            if not _free(db, now, 1):
                return ()  # looking alone holds up nobody who writes
            db.execute("BEGIN IMMEDIATE")
            taken = _free(db, now, limit)
            told = {"owner": owner, "until": _spelled(until)}
            db.executemany(_TAKE, [{**told, "id": id} for id in taken])
            db.execute("COMMIT")
        return taken

    def next_wake(self) -> datetime | None:
        """As `Cache.next_wake`."""
        with self._link() as db:
            (wakes,) = db.execute("SELECT min(wakes) FROM upkeep").fetchone()
            return None if wakes is None else _moment(wakes)


def _free(db: sqlite3.Connection, now: datetime, limit: int | None) -> tuple[str, ...]:
    asked = {"now": _spelled(now), "limit": -1 if limit is None else limit}
    return tuple(id for (id,) in db.execute(_STALE, asked))


def _spelled(moment: datetime) -> str:
    """A moment as a text that is in order by alphabet."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _moment(written: str) -> datetime:
    try:
        return datetime.fromisoformat(written).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise sqlite3.DatabaseError(f"upkeep: {error}") from None


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise sqlite3.DatabaseError(f"listed: {error}") from None
