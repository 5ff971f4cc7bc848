"""The lists over many collaborations in PostgreSQL: tables beside the record.

The tables are `store.postgres_schema`, the promises `store.cache`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime

from samenwerk.store.contract import check_text, fault
from samenwerk.store.postgres_cache import PostgresCache
from samenwerk.store.reading import entries_of
from samenwerk.values.listed import Freshness, Listed, Listing, Lists

_NO_DAY = "~"
"""Behind every day by alphabet."""

# The row is held from here on, so that of two who keep the same the later one waits.
_KEEP = """INSERT INTO @.upkeep (collaboration, sequence, head, worked, wakes, fault)
    VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT (collaboration) DO UPDATE SET
    sequence = excluded.sequence, head = excluded.head, worked = excluded.worked,
    wakes = excluded.wakes, fault = excluded.fault, owner = NULL, until = NULL"""
_ENTRIES = """INSERT INTO @.listed (collaboration, place, kind, day, body)
    SELECT %s, * FROM unnest(%s::integer[], %s::text[], %s::text[], %s::text[])"""
_FOR = """INSERT INTO @.listed_for (collaboration, party, kind, day, place)
    SELECT %s, * FROM unnest(%s::text[], %s::text[], %s::text[], %s::integer[])"""
_LISTED = """SELECT f.collaboration, l.kind, l.body, f.day FROM @.listed_for f
    JOIN @.listed l ON l.collaboration = f.collaboration AND l.place = f.place
    WHERE f.party = %s AND f.kind = %s ORDER BY f.day, f.collaboration, f.place LIMIT %s"""
# In one statement, so that no other lists take their place halfway.
_KEPT = """SELECT sequence, head, worked, wakes, fault,
        coalesce((SELECT json_agg(json_build_array(place, kind, day, body) ORDER BY place)
            FROM @.listed l WHERE l.collaboration = u.collaboration), '[]'),
        coalesce((SELECT json_agg(json_build_array(place, kind, day, party))
            FROM @.listed_for f WHERE f.collaboration = u.collaboration), '[]')
    FROM @.upkeep u WHERE collaboration = %s AND worked IS NOT NULL"""
_ABOUT = """SELECT collaboration, body FROM @.listed
    WHERE collaboration = ANY(%s::text[]) AND kind = 'about'"""
# Steps from one collaboration to the next, each with its tip: so many looks as there are of them.
_EACH = """WITH RECURSIVE each (id) AS (
        (SELECT collaboration FROM @.event ORDER BY collaboration LIMIT 1)
        UNION ALL
        SELECT (SELECT collaboration FROM @.event WHERE collaboration > each.id
                ORDER BY collaboration LIMIT 1)
        FROM each WHERE each.id IS NOT NULL
    ), told AS (
        SELECT id, u.worked, u.owner, u.until, u.worked IS NULL
            OR coalesce(u.wakes <= %(now)s, false)
            OR (u.sequence, u.head) IS DISTINCT FROM (tip.sequence, tip.hash) AS stale
        FROM each CROSS JOIN LATERAL (
            SELECT sequence, hash FROM @.event WHERE collaboration = id
            ORDER BY sequence DESC LIMIT 1
        ) tip LEFT JOIN @.upkeep u ON u.collaboration = id
    ) """
_FRESH = _EACH + """SELECT count(*), count(*) FILTER (WHERE stale),
    count(*) FILTER (WHERE stale AND worked IS NULL), min(worked) FILTER (WHERE stale) FROM told"""
_FAULTS = "SELECT collaboration, fault FROM @.upkeep WHERE fault <> '' ORDER BY collaboration"
_STALE = _EACH + """SELECT id FROM told
    WHERE stale AND (until IS NULL OR until <= %(now)s) ORDER BY id LIMIT %(limit)s"""
_TAKE = """INSERT INTO @.upkeep (collaboration, sequence, head, fault, owner, until)
    SELECT id, 0, '', '', %s, %s FROM unnest(%s::text[]) AS id
    ON CONFLICT (collaboration) DO UPDATE SET owner = excluded.owner, until = excluded.until"""
_ALONE = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"


class PostgresLists(PostgresCache):
    """What `Cache` promises of lists, over the connections of a store."""

    def keep_lists(self, lists: Lists) -> None:
        """As `Cache.keep_lists`."""
        id = lists.collaboration
        texts = (text for one in lists.entries for text in (one.kind, one.body, *one.who))
        check_text(id, lists.head, lists.fault, *texts)
        places = list(range(len(lists.entries)))
        kinds = [one.kind for one in lists.entries]
        days = [_NO_DAY if one.day is None else one.day.isoformat() for one in lists.entries]
        bodies = [one.body for one in lists.entries]
        concerned = [
            (party, one.kind, days[place], place)
            for place, one in enumerate(lists.entries) if one.kind != "about"
            for party in ("", *dict.fromkeys(party for party in one.who if party))
        ]  # fmt: skip
        told = (lists.sequence, lists.head, lists.worked, lists.wakes, lists.fault)
        with self._link.lent(id) as db, db.transaction():
            db.execute(self._sql(_KEEP), (id, *told))
            for table in ("listed_for", "listed"):
                db.execute(self._sql(f"DELETE FROM @.{table} WHERE collaboration = %s"), (id,))
            if places:
                db.execute(self._sql(_ENTRIES), (id, places, kinds, days, bodies))
            if concerned:
                columns = [list(one) for one in zip(*concerned, strict=True)]
                db.execute(self._sql(_FOR), (id, *columns))

    def kept_lists(self, collaboration: str) -> Lists | None:
        """As `Cache.kept_lists`."""
        found = self._asked(_KEPT, collaboration)
        if not found:
            return None
        sequence, head, worked, wakes, fault_, listed, concerned = found[0]
        entries = entries_of(listed, concerned)
        if entries is None:
            raise fault("damaged", self._link.shown, "listed_for: not of what is listed")
        return Lists(
            collaboration, sequence, head, worked.astimezone(UTC),
            None if wakes is None else wakes.astimezone(UTC), fault_,
            tuple(Listing(kind, body, None if day == _NO_DAY else self._day(day), who)
                  for kind, day, body, who in entries),
        )  # fmt: skip

    def drop_lists(self, collaboration: str | None = None) -> None:
        """As `Cache.drop_lists`."""
        check_text(collaboration or "")
        where = "" if collaboration is None else " WHERE collaboration = %s"
        asked = () if collaboration is None else (collaboration,)
        with self._link.lent(collaboration or "lists") as db, db.transaction():
            db.execute(_ALONE, (f"upkeep of {self.tenant}",))
            # The rows of upkeep first, as `keep_lists` does, so that neither waits for the other.
            for table in ("upkeep", "listed_for", "listed"):
                db.execute(self._sql(f"DELETE FROM @.{table}{where}"), asked)

    def lists(
        self, kind: str, party: str | None = None, limit: int | None = None
    ) -> tuple[Listed, ...]:
        """As `Cache.lists`."""
        if party == "":
            return ()
        return tuple(
            Listed(id, own, body, None if day == _NO_DAY else self._day(day))
            for id, own, body, day in self._asked(_LISTED, party or "", kind, limit)
        )

    def about(self, collaborations: Collection[str]) -> Mapping[str, str]:
        """As `Cache.about`."""
        check_text(*collaborations)
        return dict(self._asked(_ABOUT, list(collaborations)))

    def freshness(self, now: datetime) -> Freshness:
        """As `Cache.freshness`."""
        with self._link.lent() as db:
            ((count, stale, never, since),) = db.execute(self._sql(_FRESH), {"now": now}).fetchall()
        return Freshness(
            count, stale, never, None if since is None else since.astimezone(UTC),
            tuple(self._asked(_FAULTS)),
        )  # fmt: skip

    def stale(self, now: datetime, limit: int | None = None) -> tuple[str, ...]:
        """As `Cache.stale`."""
        with self._link.lent() as db:
            rows = db.execute(self._sql(_STALE), {"now": now, "limit": limit}).fetchall()
        return tuple(id for (id,) in rows)

    def take_stale(
        self, owner: str, now: datetime, until: datetime, limit: int = 1
    ) -> tuple[str, ...]:
        """As `Cache.take_stale`."""
        check_text(owner)
        if not self.stale(now, 1):
            return ()  # looking alone holds up nobody who takes
        with self._link.lent(owner) as db, db.transaction():
            db.execute(_ALONE, (f"upkeep of {self.tenant}",))
            rows = db.execute(self._sql(_STALE), {"now": now, "limit": limit}).fetchall()
            taken = [id for (id,) in rows]
            db.execute(self._sql(_TAKE), (owner, until, taken))
        return tuple(taken)

    def next_wake(self) -> datetime | None:
        """As `Cache.next_wake`."""
        ((wakes,),) = self._asked("SELECT min(wakes) FROM @.upkeep")
        return None if wakes is None else wakes.astimezone(UTC)

    def _day(self, written: str) -> date:
        try:
            return date.fromisoformat(written)
        except ValueError:
            raise fault("damaged", self._link.shown, "listed") from None
