"""The store for many writers on many machines: one schema of a PostgreSQL database.

The tables are in `store.postgres_schema`, what happens inside the database in
`store.postgres_functions`, connections and errors in `store.postgres_link`.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from psycopg import errors

from samenwerk.store.contract import (
    Append,
    Followed,
    Kept,
    check_command,
    check_lines,
    check_text,
    check_texts,
    fault,
    not_following,
)
from samenwerk.store.outbox import Posting
from samenwerk.store.postgres_address import (
    TENANT,
    apart,
    check_address,
    check_tenant,
    shown,
    with_tenant,
)
from samenwerk.store.postgres_append import TOGETHER, statement_of
from samenwerk.store.postgres_attempts import PostgresAttempts
from samenwerk.store.postgres_link import Link
from samenwerk.store.postgres_lists import PostgresLists
from samenwerk.store.postgres_schema import raise_tables
from samenwerk.store.postgres_whole import KEEP_DEFINITION, PostgresWhole
from samenwerk.store.reading import read_followed, read_lines
from samenwerk.values.errors import Conflict, SamenwerkError
from samenwerk.values.event import Line, SealedText

_BATCH = 2000
"""So many rows are fetched at a time: no reader keeps a connection while it thinks."""

_CAME_SECOND = (errors.UniqueViolation, errors.SerializationFailure, errors.DeadlockDetected)

_ROWS = """SELECT sequence, body, hash FROM @.event
    WHERE collaboration = %s AND sequence > %s ORDER BY sequence LIMIT %s"""
_TIP = """SELECT sequence, hash FROM @.event
    WHERE collaboration = %s ORDER BY sequence DESC LIMIT 1"""
_COMMAND = """SELECT command, content, verdict, first, last, head FROM @.command
    WHERE collaboration = %s AND command = %s"""
_FOLLOW = "SELECT place, collaboration, sequence, body, hash FROM @.follow(%s, %s)"
# Steps from one collaboration to the next, so that it costs as many looks as there are of them.
_COLLABORATIONS = """WITH RECURSIVE each (id) AS (
        (SELECT collaboration FROM @.event ORDER BY collaboration LIMIT 1)
        UNION ALL
        SELECT (SELECT collaboration FROM @.event WHERE collaboration > each.id
                ORDER BY collaboration LIMIT 1)
        FROM each WHERE each.id IS NOT NULL
    ) SELECT id FROM each WHERE id IS NOT NULL"""
_DEFINITION = """SELECT d.effective, s.name, s.text FROM @.definition d
    LEFT JOIN @.definition_source s USING (digest) WHERE digest = %s ORDER BY s.name"""


class PostgresStore(PostgresWhole, PostgresLists, PostgresAttempts):
    """The contract of `Store` in one schema of a PostgreSQL database, named by the tenant.

    The tenant can stand in the address too (`?tenant=noord`); without one it is `samenwerk`.
    With `create=False` nothing is made that is not there; `connections` is how many there are
    at most at once, `wait` how many seconds to wait for one, for the server and for other
    writers. What was acknowledged survives whatever the server survives: its setting
    synchronous_commit is turned on where it is off. Raises StoreError, or StoreVersion for a
    schema of a newer samenwerk.

    >>> store = PostgresStore("postgresql://localhost/zorg", tenant="regio")    # doctest: +SKIP
    """

    def __init__(
        self,
        address: str,
        *,
        tenant: str | None = None,
        create: bool = True,
        connections: int = 8,
        wait: float = 5.0,
    ) -> None:
        check_address(address)
        bare, named = apart(address)
        if tenant is None:  # one that is empty is no tenant, and not the usual one
            tenant = TENANT if named is None else named
        check_tenant(tenant)
        self.shown = shown(bare if tenant == TENANT else with_tenant(bare, tenant))
        super().__init__(Link(bare, self.shown, connections, wait), tenant)
        try:
            self._look(create)
        except BaseException:
            self.close()
            raise

    def __repr__(self) -> str:
        return f"PostgresStore({self.shown!r})"

    def append(
        self,
        collaboration: str,
        after: int,
        lines: Sequence[Line],
        sealed: Sequence[SealedText],
        kept: Kept,
        postings: Sequence[Posting] = (),
    ) -> None:
        """As `Store.append`, in one round trip."""
        asked = Append(collaboration, after, lines, sealed, kept, postings)
        check_texts(asked)
        answer: tuple[Any, ...] | None = None
        if _follows(asked):
            with self._link.lent(kept.command) as db, contextlib.suppress(*_CAME_SECOND):
                statement, values = statement_of((asked,))
                answer = db.execute(self._sql(statement), values).fetchone()
        if answer is None:
            raise self._second(asked)
        _judge(asked, answer)

    def append_all(self, appends: Sequence[Append]) -> tuple[SamenwerkError | None, ...]:
        """As `Store.append_all`, in one round trip."""
        answers: list[SamenwerkError | None] = [_misused(one) for one in appends]
        # In one order everywhere, so that no two of these wait for each other.
        good = sorted(
            (at for at, answer in enumerate(answers) if answer is None),
            key=lambda at: appends[at].collaboration,
        )
        tried = [at for at in good if _follows(appends[at])]
        rows: dict[int, tuple[Any, ...]] = {}
        commands = ", ".join(appends[at].kept.command for at in good)
        with self._link.lent(commands) as db, contextlib.suppress(*_CAME_SECOND):
            found: list[tuple[Any, ...]] = []
            with db.transaction() if len(tried) > TOGETHER else contextlib.nullcontext():
                for start in range(0, len(tried), TOGETHER):
                    some = [appends[at] for at in tried[start : start + TOGETHER]]
                    statement, values = statement_of(some)
                    found += db.execute(self._sql(statement), values).fetchall()
            rows = dict(zip(tried, found, strict=True))
        for at in good:
            answers[at] = self._answer(appends[at], rows.get(at))
        return tuple(answers)

    def read(self, collaboration: str, after: int = 0) -> Iterator[Line]:
        """As `Store.read`."""
        for batch in self._batches(collaboration, after):
            yield from read_lines(collaboration, batch)

    def follow(self, after: int = 0, limit: int = 500) -> tuple[Followed, ...]:
        """As `Store.follow`: nothing is given beyond what somebody may still be writing."""
        return tuple(read_followed(self._asked(_FOLLOW, after, limit)))

    def rows(self, collaboration: str, after: int = 0) -> Iterator[tuple[int, str, str]]:
        """As `Store.rows`."""
        for batch in self._batches(collaboration, after):
            yield from batch

    def tip(self, collaboration: str) -> tuple[int, str] | None:
        """As `Store.tip`."""
        found = self._asked(_TIP, collaboration)
        return (found[0][0], found[0][1]) if found else None

    def kept(self, collaboration: str, command: str) -> Kept | None:
        """As `Store.kept`."""
        found = self._asked(_COMMAND, collaboration, command)
        return Kept(*found[0]) if found else None

    def collaborations(self) -> tuple[str, ...]:
        """As `Store.collaborations`."""
        return tuple(id for (id,) in self._asked(_COLLABORATIONS))

    def keep_definition(self, digest: str, effective: str, sources: Mapping[str, str]) -> None:
        """As `Store.keep_definition`."""
        check_text(digest, effective, *sources, *sources.values())
        files = list(sources), list(sources.values())
        self._changed(digest, KEEP_DEFINITION, digest, effective, *files)

    def definition(self, digest: str) -> tuple[str, Mapping[str, str]] | None:
        """As `Store.definition`."""
        found = self._asked(_DEFINITION, digest)
        if not found:
            return None
        sources = {name: text for _, name, text in found if name is not None}
        return found[0][0], MappingProxyType(sources)

    def unseal(self, sealed: str) -> str | None:
        """As `Store.unseal`."""
        found = self._asked("SELECT text FROM @.sealed WHERE sealed = %s", sealed)
        return found[0][0] if found else None

    def erase(self, sealed: Sequence[str]) -> int:
        """As `Store.erase`; the server wipes the rows in its own time, and not from its log."""
        check_text(*sealed)
        gone = "DELETE FROM @.sealed WHERE sealed = ANY(%s::text[])"
        return self._changed("erase", gone, list(sealed))

    def close(self) -> None:
        """As `Store.close`."""
        self._link.close()

    def _look(self, create: bool) -> None:
        """Whether this is a database we can keep our promises in; its tables made or raised."""
        with contextlib.closing(self._link.connected()) as db, self._link.translating(db):
            if db.info.parameter_status("server_encoding") != "UTF8":
                raise fault("not_utf8", self.shown)
            raise_tables(db, self.tenant, self.shown, create)

    def _answer(self, asked: Append, row: tuple[Any, ...] | None) -> SamenwerkError | None:
        """What became of one of several; without a row all of them were undone, and it is tried
        by itself."""
        try:
            if row is None:
                self.append(*_parts(asked))
            else:
                _judge(asked, row)
        except SamenwerkError as error:
            return error
        return None

    def _second(self, asked: Append) -> SamenwerkError:
        """The error for who came second by so little that only the keys of the tables saw it."""
        try:
            check_command(asked.kept, self.kept(asked.collaboration, asked.kept.command))
            check_lines(
                asked.collaboration, asked.after, asked.lines, self.tip(asked.collaboration)
            )
        except SamenwerkError as error:
            return error
        return Conflict(f"somebody else was at {asked.collaboration}")

    def _batches(self, collaboration: str, after: int) -> Iterator[list[tuple[Any, ...]]]:
        while True:
            batch = self._asked(_ROWS, collaboration, after, _BATCH)
            yield batch
            if len(batch) < _BATCH:
                return
            after = batch[-1][0]


def _follows(asked: Append) -> bool:
    """Whether the lines follow each other; else there is nothing to be tried."""
    return not_following(asked.collaboration, asked.after, asked.lines) is None


def _judge(asked: Append, answer: tuple[Any, ...]) -> None:
    """Raise what `Store.append` promises, of what the database found when it added nothing."""
    known, stands, ends = answer
    if known is not None:
        check_command(asked.kept, Kept(asked.kept.command, known, "", 0, 0, ""))
    if stands is not None:
        check_lines(asked.collaboration, asked.after, asked.lines, (stands, ends or ""))


def _misused(asked: Append) -> SamenwerkError | None:
    try:
        check_texts(asked)
    except SamenwerkError as error:
        return error
    return None


def _parts(asked: Append) -> tuple[Any, ...]:
    return (
        asked.collaboration, asked.after, asked.lines, asked.sealed, asked.kept, asked.postings,
    )  # fmt: skip
