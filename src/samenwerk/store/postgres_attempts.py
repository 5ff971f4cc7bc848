"""Refused attempts in PostgreSQL: a table of its own, that nothing else looks at.

The tables are `store.postgres_schema`, the promises `store.attempts`.
"""

from __future__ import annotations

from datetime import UTC, datetime

from samenwerk.store.attempts import MOST
from samenwerk.store.contract import check_text
from samenwerk.store.postgres_asked import PostgresAsked
from samenwerk.values.attempt import Attempt

# One that is alike, or that is no more than may be kept, stands under its own key.
_KEEP = """WITH told (collaboration, actor, day, key, body, first, last, times) AS (
        VALUES (%s, %s, %s::date, %s, %s, %s::timestamptz, %s::timestamptz, %s)
    ), fits AS (
        SELECT EXISTS (SELECT FROM @.attempt a JOIN told USING (collaboration, actor, day, key))
            OR (SELECT count(*) FROM @.attempt a JOIN told USING (collaboration, actor, day)
                WHERE a.key <> '') < %s AS fits
    ) INSERT INTO @.attempt AS was (collaboration, actor, day, key, body, first, last, times)
    SELECT collaboration, actor, day, CASE WHEN fits THEN key ELSE '' END,
        CASE WHEN fits THEN body ELSE '' END, first, last, times FROM told, fits
    ON CONFLICT (collaboration, actor, day, key) DO UPDATE SET
        times = was.times + excluded.times, last = greatest(was.last, excluded.last)"""
_ALL = "SELECT collaboration, actor, key, body, first, last, times FROM @.attempt"


class PostgresAttempts(PostgresAsked):
    """The contract of `Attempts`, over the connections of a store."""

    def keep_attempt(self, attempt: Attempt, most: int = MOST) -> None:
        """As `Attempts.keep_attempt`; of some that come in at the very same moment all may be
        kept, beyond `most`."""
        one = attempt
        check_text(one.collaboration, one.actor, one.key, one.body)
        self._changed(
            one.collaboration, _KEEP, one.collaboration, one.actor, one.day, one.key, one.body,
            one.first, one.last, one.times, most,
        )  # fmt: skip

    def attempts(self, collaboration: str | None = None) -> tuple[Attempt, ...]:
        """As `Attempts.attempts`."""
        where = "" if collaboration is None else " WHERE collaboration = %s"
        asked = () if collaboration is None else (collaboration,)
        rows = self._asked(f"{_ALL}{where} ORDER BY number", *asked)
        return tuple(
            Attempt(collaboration=one[0], actor=one[1], key=one[2], body=one[3],
                    first=one[4].astimezone(UTC), last=one[5].astimezone(UTC), times=one[6])
            for one in rows
        )  # fmt: skip

    def forget_attempts(self, before: datetime, collaboration: str | None = None) -> int:
        """As `Attempts.forget_attempts`."""
        check_text(collaboration or "")
        gone = "DELETE FROM @.attempt WHERE last < %s"
        if collaboration is None:
            return self._changed("attempts", gone, before)
        return self._changed("attempts", f"{gone} AND collaboration = %s", before, collaboration)
