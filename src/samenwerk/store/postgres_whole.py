"""What a PostgreSQL store gives to whoever looks after it: its rows, and a record taken in.

The promises are those of `store.looking_after`; the tables are `store.postgres_schema`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from psycopg import errors

from samenwerk.core.encode import columns_of
from samenwerk.store.contract import check_text, check_whole
from samenwerk.store.looking_after import BLANK, Beside, Kept, WholeRecord, check_free
from samenwerk.store.postgres_link import Db
from samenwerk.store.postgres_outbox import POST, PostgresOutbox, columns_of_postings
from samenwerk.values.errors import Conflict
from samenwerk.values.event import SealedText

KEEP_DEFINITION = """WITH new AS (
        INSERT INTO @.definition VALUES (%s, %s) ON CONFLICT (digest) DO NOTHING RETURNING digest
    ) INSERT INTO @.definition_source (digest, name, text)
    SELECT new.digest, s.name, s.text
    FROM new, unnest(%s::text[], %s::text[]) AS s (name, text)"""

_BLANK = """UPDATE @.command SET content = %s
    WHERE collaboration = %s AND command = ANY(%s::text[])"""
_BATCH = 2000
_COMMANDS = """SELECT command, content, verdict, first, last, head FROM @.command
    WHERE collaboration = %s ORDER BY first, last, command"""
_SEALED = "SELECT sealed, salt, text FROM @.sealed WHERE sealed = ANY(%s::text[])"
_BESIDE = """SELECT sequence, place, recorded, effective, case_id, type FROM @.event
    WHERE collaboration = %s AND sequence > %s ORDER BY sequence LIMIT %s"""
_FOUND = """SELECT
    (SELECT max(sequence) FROM @.event WHERE collaboration = %s),
    (SELECT hash FROM @.event WHERE collaboration = %s AND sequence = %s),
    (SELECT array_agg(DISTINCT collaboration) FROM @.outbox
     WHERE collaboration <> %s AND key = ANY(%s::text[]))"""
_EVENTS = """COPY @.event
    (collaboration, sequence, recorded, effective, case_id, type, body, hash) FROM STDIN"""
_KEPT = """COPY @.command
    (collaboration, command, content, verdict, first, last, head) FROM STDIN"""
_TEXTS = """INSERT INTO @.sealed (sealed, salt, text)
    SELECT * FROM unnest(%s::text[], %s::text[], %s::text[]) ON CONFLICT (sealed) DO NOTHING"""
# Without one of these the tables do not keep what they promise.
_NEEDED = """SELECT name FROM (
        SELECT 'event collaboration sequence' AS name, EXISTS (
            SELECT FROM pg_index WHERE indrelid = '@.event'::regclass AND indisunique
            AND indisvalid AND indkey::text = '2 3') AS there
        UNION ALL SELECT 'command collaboration command', EXISTS (
            SELECT FROM pg_index WHERE indrelid = '@.command'::regclass AND indisunique
            AND indisvalid AND indkey::text = '1 2')
        UNION ALL SELECT 'event event_floor', EXISTS (
            SELECT FROM pg_trigger WHERE tgrelid = '@.event'::regclass
            AND tgname = 'event_floor' AND tgenabled <> 'D')
    ) AS needed WHERE NOT there"""
# What somebody left to be done whenever a row is written.
_STRANGE = """SELECT 'trigger ' || t.tgname FROM pg_trigger t
    WHERE NOT t.tgisinternal AND t.tgname <> 'event_floor' AND t.tgrelid IN (
        SELECT oid FROM pg_class WHERE relnamespace = (
            SELECT relnamespace FROM pg_class WHERE oid = '@.event'::regclass))
    UNION ALL SELECT 'rule ' || r.rulename FROM pg_rewrite r
    WHERE r.rulename <> '_RETURN' AND r.ev_class IN (
        SELECT oid FROM pg_class WHERE relnamespace = (
            SELECT relnamespace FROM pg_class WHERE oid = '@.event'::regclass))
    ORDER BY 1"""


class PostgresWhole(PostgresOutbox):
    """The contract of `LookingAfter`, over the connections of a store."""

    def commands(self, collaboration: str) -> tuple[Kept, ...]:
        """As `LookingAfter.commands`."""
        return tuple(Kept(*row) for row in self._asked(_COMMANDS, collaboration))

    def commanded(self) -> tuple[str, ...]:
        """As `LookingAfter.commanded`."""
        found = self._asked("SELECT DISTINCT collaboration FROM @.command ORDER BY 1")
        return tuple(id for (id,) in found)

    def seals(self) -> tuple[str, ...]:
        """As `LookingAfter.seals`."""
        return tuple(one for (one,) in self._asked("SELECT sealed FROM @.sealed ORDER BY 1"))

    def sealed(self, seals: Iterable[str]) -> Iterator[SealedText]:
        """As `LookingAfter.sealed`."""
        rest = iter(seals)
        while some := list(islice(rest, _BATCH)):
            check_text(*some)
            found = {row[0]: SealedText(*row) for row in self._asked(_SEALED, some)}
            yield from (found[one] for one in some if one in found)

    def digests(self) -> tuple[str, ...]:
        """As `LookingAfter.digests`."""
        return tuple(one for (one,) in self._asked("SELECT digest FROM @.definition ORDER BY 1"))

    def beside(self, collaboration: str) -> Iterator[Beside]:
        """As `LookingAfter.beside`."""
        after = 0
        while True:
            rows = self._asked(_BESIDE, collaboration, after, _BATCH)
            for sequence, place, *columns in rows:
                yield Beside(sequence, place, (columns[0], columns[1], columns[2], columns[3]))
            if len(rows) < _BATCH:
                return
            after = rows[-1][0]

    def damage(self) -> tuple[tuple[str, str], ...]:
        """As `LookingAfter.damage`: tables that lost a key or a trigger, or have one of
        somebody else, and lines below the first.

        Pages are looked after by the server itself (checksums, pg_amcheck).
        """
        found = [("table", name) for (name,) in self._asked(_NEEDED)]
        found += [("table", name) for (name,) in self._asked(_STRANGE)]
        below = "SELECT collaboration, sequence FROM @.event WHERE sequence < 1 ORDER BY 1, 2"
        return (*found, *(("line", f"{id} {number}") for id, number in self._asked(below)))

    def blank(self, collaboration: str, commands: Sequence[str]) -> None:
        """As `LookingAfter.blank`."""
        check_text(collaboration, *commands)
        with self._link.lent(collaboration) as db:
            db.execute(self._sql(_BLANK), (BLANK, collaboration, list(commands)))

    def take_in(self, whole: WholeRecord) -> bool:
        """As `LookingAfter.take_in`, in one transaction."""
        id = whole.collaboration
        check_whole(whole)
        with self._link.lent(id) as db:
            try:
                with db.transaction():
                    return self._taken_in(db, whole)
            except errors.UniqueViolation as taken:
                raise Conflict(
                    f"{id} was taken meanwhile", collaboration=id, what="taken"
                ) from taken

    def _taken_in(self, db: Db, whole: WholeRecord) -> bool:
        id, count = whole.collaboration, len(whole.lines)
        keys = [one.key for one in whole.postings]
        looked = db.execute(self._sql(_FOUND), (id, id, count, id, keys)).fetchone()
        stands, there, others = looked or (None, None, None)
        if not check_free(whole, stands or 0, there, others or ()):
            return False
        self._copied(db, _EVENTS, (
            (id, line.event.sequence, *columns_of(line.event), line.body, line.hash)
            for line in whole.lines
        ))  # fmt: skip
        self._copied(db, _KEPT, (
            (id, one.command, one.content, one.verdict, one.first, one.last, one.head)
            for one in whole.commands
        ))  # fmt: skip
        if whole.texts:
            texts = [(one.sealed, one.salt, one.text) for one in whole.texts]
            db.execute(self._sql(_TEXTS), [list(one) for one in zip(*texts, strict=True)])
        for digest, (effective, sources) in whole.definitions.items():
            told = (digest, effective, list(sources), list(sources.values()))
            db.execute(self._sql(KEEP_DEFINITION), told)
        if whole.postings:
            db.execute(self._sql(POST), (id, *columns_of_postings(whole.postings)))
        return True

    def _copied(self, db: Db, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
        with db.cursor() as cursor, cursor.copy(self._sql(statement)) as copy:
            for row in rows:
                copy.write_row(row)
